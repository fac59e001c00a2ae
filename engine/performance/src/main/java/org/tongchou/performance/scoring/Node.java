package org.tongchou.performance.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows its line. */
sealed interface Node {
    /** 1-based line where it starts. */
    int line();

    /** A value as written, without quotes; empty for a blank. */
    record Scalar(String text, int line) implements Node {}

    /** Keys with values in file order. */
    record Mapping(Map<String, Node> entries, int line) implements Node {
        /** Copies the map, keeping its order. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A list. */
    record Sequence(List<Node> items, int line) implements Node {
        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }
    }
}
