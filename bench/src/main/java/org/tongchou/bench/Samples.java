package org.tongchou.bench;

import java.util.ArrayList;
import java.util.List;

/** What the runs of one thing took. */
final class Samples {
    private final List<Long> values = new ArrayList<>();

    void add(long value) {
        values.add(value);
    }

    long median() {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
