package org.tongchou.performance.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckDefinition.Severity;
import org.tongchou.accounts.check.CheckFileException;
import org.tongchou.performance.check.PerformanceCheck.Sides;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The checks of performance sheets and reports that come with the library. */
public final class PerformanceChecks {
    private static final String FILE = "/performance/checks.yaml";
    private static final Pattern RELATION = Pattern.compile("(?<left>[^=≤≥]+)(?<sign>[=≤≥])(?<right>[^=≤≥]+)");
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final List<PerformanceCheck> STANDARD = load();

    private PerformanceChecks() {}

    private record Entry(
            @Nullable String id,
            @Nullable String group,
            @Nullable String severity,
            @Nullable String says,
            @Nullable String each,
            @Nullable String check,
            @Nullable String builtin,
            @Nullable List<String> words,
            @Nullable String tolerance,
            @Nullable String source) {}

    /** All checks, in file order. */
    public static List<PerformanceCheck> list() {
        return STANDARD;
    }

    private static List<PerformanceCheck> load() {
        try (InputStream stream = PerformanceChecks.class.getResourceAsStream(FILE)) {
            return read("checks.yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file of checks.
     *
     * @throws CheckFileException naming file, line and how to mend it
     */
    static List<PerformanceCheck> read(String file, String text) {
        List<PerformanceCheck> checks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String at = file + ":1";
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new CheckFileException(at, "应为检查的列表，每项以“- id:”开头");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                at = file + ":" + parser.currentTokenLocation().getLineNr();
                PerformanceCheck check = check(at, MAPPER.readValue(parser, Entry.class));
                if (!seen.add(check.id())) {
                    throw new CheckFileException(at, "检查 " + check.id() + " 已有，请换一个 id");
                }
                checks.add(check);
            }
        } catch (UnrecognizedPropertyException e) {
            throw new CheckFileException(at + " 起的检查", "不认识字段“" + e.getPropertyName() + "”，请改正或删去", e);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new CheckFileException(file + ":" + line, "不是有效的检查文件：" + e.getOriginalMessage(), e);
        }
        return List.copyOf(checks);
    }

    private static PerformanceCheck check(String at, Entry entry) {
        String id = required(at, "id", entry.id());
        String place = at + " 检查 " + id;
        if ((entry.check() == null) == (entry.builtin() == null)) {
            throw new CheckFileException(place, "check 与 builtin 应写且只写一个");
        }
        if (entry.builtin() != null && !Comparisons.names().contains(entry.builtin())) {
            throw new CheckFileException(
                    place, "没有内置检查“" + entry.builtin() + "”，可用：" + String.join("、", Comparisons.names()));
        }
        String each = entry.each() == null ? "" : entry.each();
        if (entry.check() != null && !Scopes.WORDS.contains(each)) {
            throw new CheckFileException(place, "each 应为 " + String.join("、", Scopes.WORDS) + " 之一，得到“" + each + "”");
        }
        return new PerformanceCheck(
                id,
                required(place, "group", entry.group()),
                Severity.of(place, required(place, "severity", entry.severity())),
                required(place, "says", entry.says()),
                each,
                entry.check() == null ? "" : entry.check(),
                entry.check() == null ? null : sides(place, entry.check()),
                "none".equals(entry.tolerance()),
                entry.builtin() == null ? "" : entry.builtin(),
                entry.words() == null ? List.of() : entry.words(),
                required(place, "source", entry.source()));
    }

    private static Sides sides(String at, String relation) {
        Matcher matcher = RELATION.matcher(relation);
        if (!matcher.matches()) {
            throw new CheckFileException(at, "关系应为“左 = 右”“左 ≤ 右”或“左 ≥ 右”，得到“" + relation + "”");
        }
        Sides sides = new Sides(
                matcher.group("left").strip(),
                matcher.group("sign"),
                matcher.group("right").strip());
        for (String side : List.of(sides.left(), sides.right())) {
            Formula.problem(side).ifPresent(problem -> {
                throw new CheckFileException(at, "式子“" + side + "”不能计算：" + problem);
            });
        }
        return sides;
    }

    private static String required(String at, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new CheckFileException(at, "缺少 " + field);
        }
        return value;
    }
}
