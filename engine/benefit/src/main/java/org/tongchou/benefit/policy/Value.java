package org.tongchou.benefit.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a parameter is: one number, a table by a fact, a list of rules, or bands of ratios. */
public sealed interface Value {
    /** Where it is written. */
    Place place();

    /** One number, perhaps computed. */
    record Single(Expression is, Place place) implements Value {}

    /**
     * A value for each word of a fact. A table by several facts is a table of tables.
     *
     * @param by a fact with words, one at a time, or {@code care_level}
     * @param rows word → value, in file order
     * @param otherwise the value of all other words ({@code else}); null when there is none
     */
    record Table(Fact by, Map<String, Value> rows, @Nullable Value otherwise, Place place) implements Value {
        /** Copies the map, keeping its order. */
        public Table {
            rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        }
    }

    /** A decision list: the first rule whose condition holds. */
    record Rules(List<Rule> rules, Place place) implements Value {
        /** Copies the list. */
        public Rules {
            rules = List.copyOf(rules);
        }
    }

    /**
     * An entry of a decision list.
     *
     * @param when always holds when nothing is written
     * @param is the value then
     */
    record Rule(Condition when, Value is, Place place) {}

    /** Ratios by position: the first band begins at nought, the last has no end. */
    record Bands(List<Band> bands, Place place) implements Value {
        /** Copies the list. */
        public Bands {
            bands = List.copyOf(bands);
        }
    }

    /**
     * A band of ratios.
     *
     * @param upTo its last fen, inclusive; null for the last band
     * @param is the ratio
     */
    record Band(@Nullable Long upTo, Expression is, Place place) {}
}
