package org.tongchou.benefit.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold for a rule to be used. */
public sealed interface Condition {
    /** Holds always. */
    Condition ALWAYS = new All(List.of());

    /** Holds when all of them hold; when there are none, always. */
    record All(List<Condition> conditions) implements Condition {
        /** Copies the list. */
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** Holds when one of them holds. */
    record Any(List<Condition> conditions, Place place) implements Condition {
        /** Copies the list. */
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** Holds when the other does not. */
    record Not(Condition condition, Place place) implements Condition {}

    /** Holds when the fact is one of the words; of facts with several words, when one of them is. */
    record Is(Fact fact, List<String> words, Place place) implements Condition {
        /** Copies the list. */
        public Is {
            words = List.copyOf(words);
        }
    }

    /** Holds when the level of the provider lies between two levels by rank; null for no bound. */
    record Ranked(@Nullable LevelBound low, @Nullable LevelBound high, Place place) implements Condition {}

    /** A level as a bound. */
    record LevelBound(String level, boolean inclusive) {}

    /** Holds when a number lies between two bounds; null for no bound. {@code 5} is both bounds, inclusive. */
    record Within(Fact fact, @Nullable Bound low, @Nullable Bound high, Place place) implements Condition {}

    /** A number as a bound. */
    record Bound(Operand value, boolean inclusive) {}
}
