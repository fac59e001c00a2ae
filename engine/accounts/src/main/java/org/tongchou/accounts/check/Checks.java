package org.tongchou.accounts.check;

import java.io.InputStream;
import java.util.List;
import org.tongchou.accounts.check.language.Vocabulary;

/** The checks shipped with the library, as data. */
public final class Checks {
    private static final List<String> FILES =
            List.of("tables.yaml", "cross.yaml", "narrative.yaml", "wording.yaml", "completeness.yaml");

    private Checks() {}

    /** All checks in the order they are run. */
    public static List<CheckDefinition> list() {
        return Holder.ALL;
    }

    /** The words that checks may use. */
    static Vocabulary vocabulary() {
        return Holder.VOCABULARY;
    }

    private static final class Holder {
        private static final Vocabulary VOCABULARY = open("vocabulary.yaml", CheckReader::vocabulary);
        private static final List<CheckDefinition> ALL = CheckReader.unique(FILES.stream()
                .flatMap(file -> open(file, (name, text) -> CheckReader.definitions(name, text, VOCABULARY)).stream())
                .toList());

        private static <T> T open(String file, Reading<T> reading) {
            try (InputStream stream = Checks.class.getResourceAsStream("/checks/" + file)) {
                if (stream == null) {
                    throw new CheckFileException(file, "缺少检查文件 checks/" + file);
                }
                return reading.read(file, new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            } catch (java.io.IOException e) {
                throw new CheckFileException(file, "检查文件无法读取", e);
            }
        }
    }

    private interface Reading<T> {
        T read(String file, String text);
    }
}
