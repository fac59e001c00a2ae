package org.tongchou.accounts.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows its line, so that a wrong value can be shown to the person who wrote it. */
sealed interface YamlNode {
    /** 1-based line where it starts. */
    int line();

    /** A single value as written, without quotes. */
    record Scalar(String text, int line) implements YamlNode {}

    /** Keys with values, in file order. */
    record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {
        /** Copies the map, keeping its order. */
        public Mapping {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }
    }
}
