package org.tongchou.benefit.settle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Known;

/** What is known of one person, bill and year, by number. Mutable and used again for the next bill; of one thread. */
final class Facts implements Known {
    private static final int KINDS = Fact.Kind.values().length;

    final int[] word;
    final long[] number = new long[KINDS + Bucket.values().length];
    final long[][] sets = new long[KINDS][];
    final long[] counters;
    final Words words;
    private long[][] keys = new long[0][];
    private final CounterLayout layout;

    Facts(Words words, CounterLayout layout) {
        this.words = words;
        this.layout = layout;
        this.word = new int[words.slots()];
        this.counters = new long[layout.cells()];
        for (Fact.Kind kind : Fact.Kind.values()) {
            sets[Places.of(kind)] = new long[kind.isMany() ? words.table(kind).longs() : 0];
        }
    }

    /** Forgets everything but the counters. */
    void clear() {
        Arrays.fill(word, Words.NONE);
        Arrays.fill(number, 0);
        for (long[] set : sets) {
            Arrays.fill(set, 0);
        }
    }

    /** Where the number of a fact lies; not of counters. */
    static int slot(Fact fact) {
        return fact.kind() == Fact.Kind.BILL
                ? KINDS + Places.of(Bucket.ofSplit(fact.of()).orElseThrow())
                : Places.of(fact.kind());
    }

    /** Takes the parts of the bill as the split made them. */
    void split(long[] parts) {
        System.arraycopy(parts, 0, number, KINDS, parts.length);
    }

    /** A place to put a key together, one for each user. */
    long[] key(int user, int length) {
        if (user >= keys.length) {
            keys = Arrays.copyOf(keys, user + 8);
        }
        long[] key = keys[user];
        if (key == null) {
            key = new long[length];
            keys[user] = key;
        }
        return key;
    }

    /** Says the level of the provider; a bill without one (a negative number) is of the lowest. */
    void level(int level) {
        boolean known = level >= 0 || words.table(Fact.Kind.LEVEL).words().isEmpty();
        word[Places.of(Fact.Kind.LEVEL)] = known ? level : 0;
    }

    void add(Fact.Kind kind, int index) {
        sets[Places.of(kind)][index >> 6] |= 1L << index;
    }

    boolean has(Fact.Kind kind, int index) {
        return index >= 0 && (sets[Places.of(kind)][index >> 6] & (1L << index)) != 0;
    }

    /** Finds the class of every group from the identities. */
    void classes() {
        int identities = words.table(Fact.Kind.IDENTITY).words().size();
        for (int i = 0; i < words.classCount(); i++) {
            int best = Integer.MAX_VALUE;
            for (int identity = 0; identity < identities; identity++) {
                if (has(Fact.Kind.IDENTITY, identity)) {
                    best = Math.min(best, words.rank(i, identity));
                }
            }
            // The word “none” is the first of every class.
            word[KINDS + i] = best == Integer.MAX_VALUE ? 0 : best;
        }
    }

    /** The cell of a counter for this bill; negative when the bill has no such disease or level. */
    int cell(CounterLayout.Row row) {
        Counter.By by = row.counter().by();
        if (by == null) {
            return row.start();
        }
        int index = word[Places.of(by == Counter.By.DISEASE ? Fact.Kind.DISEASE : Fact.Kind.LEVEL)];
        return index < 0 ? Words.NONE : row.start() + index;
    }

    long counter(CounterLayout.Row row) {
        int cell = cell(row);
        return cell < 0 ? 0 : counters[cell];
    }

    // ---- as the plain evaluator asks

    @Override
    public String word(Fact fact) {
        return words.table(fact).word(word[words.slot(fact)]);
    }

    @Override
    public boolean holds(Fact fact, String wanted) {
        return has(fact.kind(), words.table(fact).number(wanted));
    }

    @Override
    public long number(Fact fact) {
        if (fact.kind() != Fact.Kind.COUNTER) {
            return number[slot(fact)];
        }
        CounterLayout.@Nullable Row row = layout.row(fact.of());
        return row == null ? 0 : counter(row);
    }
}
