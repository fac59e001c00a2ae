package org.tongchou.benefit.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small pack that uses everything a pack may say, and damaged copies of it. */
final class SamplePack {
    static final Path FOLDER = Path.of("src/test/resources/packs/sample");
    static final String REGION = "region.yaml";
    static final String PARAMETERS = "parameters/resident.yaml";
    static final String PLANS = "plans/plans.yaml";

    private SamplePack() {}

    /** The files by path. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : new String[] {REGION, PARAMETERS, PLANS}) {
            try {
                files.put(file, Files.readString(FOLDER.resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** The files with a part of one replaced where it first stands. */
    static Map<String, String> with(String file, String part, String instead) {
        Map<String, String> files = files();
        String text = files.getOrDefault(file, "");
        int at = at(text, part);
        files.put(file, text.substring(0, at) + instead + text.substring(at + part.length()));
        return files;
    }

    private static int at(String text, String part) {
        int at = text.indexOf(part);
        if (part.isEmpty() || at < 0) {
            throw new IllegalArgumentException("nowhere: " + part);
        }
        return at;
    }

    /** The 1-based line of a file on which a text first stands. */
    static int line(String text, String part) {
        return 1
                + (int) text.substring(0, at(text, part))
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }
}
