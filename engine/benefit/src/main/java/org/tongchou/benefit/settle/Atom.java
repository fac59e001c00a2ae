package org.tongchou.benefit.settle;

import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Condition;
import org.tongchou.benefit.policy.Fact;

/** A condition that asks one fact, made ready to be asked millions of times. */
abstract sealed class Atom {
    abstract boolean holds(Facts facts);

    /** A bound of a number: a constant, or a parameter that may depend on facts itself. */
    interface Limit {
        long value(Facts facts);
    }

    static Atom of(Condition.Is is, Words words) {
        Fact fact = is.fact();
        Words.Table table = words.table(fact);
        long[] mask = new long[table.longs()];
        for (String word : is.words()) {
            int index = table.number(word);
            if (index >= 0) {
                mask[index >> 6] |= 1L << index;
            }
        }
        return fact.kind().isMany() ? new Several(Places.of(fact.kind()), mask) : new Single(words.slot(fact), mask);
    }

    static Atom of(
            Condition.Within within, CounterLayout.@Nullable Row counter, @Nullable Limit low, @Nullable Limit high) {
        return new Range(
                Facts.slot(within.fact()),
                counter,
                low,
                within.low() != null && within.low().inclusive(),
                high,
                within.high() != null && within.high().inclusive());
    }

    /** Whether the one word of a fact is among some. */
    private static final class Single extends Atom {
        private final int slot;
        private final long[] mask;

        Single(int slot, long[] mask) {
            this.slot = slot;
            this.mask = mask;
        }

        @Override
        boolean holds(Facts facts) {
            int word = facts.word[slot];
            return word >= 0 && (mask[word >> 6] & (1L << word)) != 0;
        }
    }

    /** Whether one of the words of a fact is among some. */
    private static final class Several extends Atom {
        private final int kind;
        private final long[] mask;

        Several(int kind, long[] mask) {
            this.kind = kind;
            this.mask = mask;
        }

        @Override
        boolean holds(Facts facts) {
            long[] set = facts.sets[kind];
            for (int i = 0; i < mask.length; i++) {
                if ((set[i] & mask[i]) != 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether a number or counter lies between two bounds. */
    private static final class Range extends Atom {
        private final int kind;
        private final CounterLayout.@Nullable Row counter;
        private final @Nullable Limit low;
        private final boolean withLow;
        private final @Nullable Limit high;
        private final boolean withHigh;

        Range(
                int kind,
                CounterLayout.@Nullable Row counter,
                @Nullable Limit low,
                boolean withLow,
                @Nullable Limit high,
                boolean withHigh) {
            this.kind = kind;
            this.counter = counter;
            this.low = low;
            this.withLow = withLow;
            this.high = high;
            this.withHigh = withHigh;
        }

        @Override
        boolean holds(Facts facts) {
            long number = counter == null ? facts.number[kind] : facts.counter(counter);
            if (low != null) {
                long bound = low.value(facts);
                if (number < bound || (number == bound && !withLow)) {
                    return false;
                }
            }
            if (high != null) {
                long bound = high.value(facts);
                return number < bound || (number == bound && withHigh);
            }
            return true;
        }
    }
}
