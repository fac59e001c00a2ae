package org.tongchou.benefit.policy;

import java.util.Comparator;

/**
 * Where something is written.
 *
 * @param file path inside the pack, with slashes, for example {@code parameters/resident.yaml}
 * @param line 1-based line
 */
public record Place(String file, int line) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** File and line as people and editors write them: {@code parameters/resident.yaml:12}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
