package org.tongchou.accounts.write;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a call of {@link PublicationWriter} left on disk.
 *
 * @param files the file of every format that was written, in the order of {@link Format}
 * @param problems one for every format that was not
 */
public record Written(Map<Format, Path> files, List<WriteProblem> problems) {
    /** Copies both. */
    public Written {
        Map<Format, Path> ordered = new EnumMap<>(Format.class);
        ordered.putAll(files);
        files = Collections.unmodifiableMap(ordered);
        problems = List.copyOf(problems);
    }

    /** The paths written, in the order of {@link Format}. */
    public List<Path> paths() {
        return List.copyOf(files.values());
    }
}
