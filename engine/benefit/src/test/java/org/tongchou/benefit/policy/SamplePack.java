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

    /** The pack with a part of one file replaced, which must be there. */
    static PackReading with(String file, String part, String instead) {
        Map<String, String> files = files();
        String text = files.getOrDefault(file, "");
        if (!text.contains(part)) {
            throw new IllegalArgumentException(file + " has no " + part);
        }
        files.put(file, text.replace(part, instead));
        return PolicyPack.read("sample", files);
    }

    /** The 1-based line of a file on which a text first stands. */
    static int line(String text, String part) {
        return 1
                + (int) text.substring(0, text.indexOf(part))
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }
}
