package org.tongchou.files.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows its line, so that a wrong value can be shown to the person who wrote it. */
public sealed interface YamlNode {
    /** 1-based line where it starts. */
    int line();

    /** A single value as written, without quotes; empty for nothing. */
    record Scalar(String text, int line) implements YamlNode {}

    /** A list. */
    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with values, in file order. */
    record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {
        /** Copies the map, keeping its order. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** The text of a single value; empty for lists and mappings. */
    default String text() {
        return this instanceof Scalar scalar ? scalar.text() : "";
    }

    /** Whether nothing is written. */
    default boolean blank() {
        return this instanceof Scalar scalar && scalar.text().isBlank();
    }
}
