package org.tongchou.benefit.policy;

import java.util.ArrayList;
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
    record Ranked(@Nullable LevelBound low, @Nullable LevelBound high, Place place) implements Condition {
        /** The same condition with the levels that it holds for, of all levels from low to high. */
        public Is among(List<String> levels) {
            List<String> held = new ArrayList<>();
            for (int rank = 0; rank < levels.size(); rank++) {
                if (inside(levels, low, rank, -1) && inside(levels, high, rank, 1)) {
                    held.add(levels.get(rank));
                }
            }
            return new Is(Fact.of(Fact.Kind.LEVEL), held, place);
        }

        private static boolean inside(List<String> levels, @Nullable LevelBound bound, int rank, int side) {
            if (bound == null) {
                return true;
            }
            int beyond = (rank - levels.indexOf(bound.level())) * side;
            return beyond < 0 || (beyond == 0 && bound.inclusive());
        }
    }

    /** A level as a bound. */
    record LevelBound(String level, boolean inclusive) {}

    /** Holds when a number lies between two bounds; null for no bound. {@code 5} is both bounds, inclusive. */
    record Within(Fact fact, @Nullable Bound low, @Nullable Bound high, Place place) implements Condition {}

    /** A number as a bound. */
    record Bound(Operand value, boolean inclusive) {}
}
