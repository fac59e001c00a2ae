package org.tongchou.benefit.settle;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What depends on a few facts only, worked out once for each combination of them that occurs. Safe for concurrent use.
 *
 * @param <T> immutable
 */
final class Memo<T> {
    /** Beyond so many combinations nothing more is remembered. */
    private static final int LARGEST = 1 << 14;

    private final Inputs inputs;
    private final Function<Facts, T> work;
    private volatile AtomicReferenceArray<@Nullable Entry<T>> table = new AtomicReferenceArray<>(16);
    private int entries;

    private static final class Entry<T> {
        private final long[] key;
        private final T value;

        Entry(long[] key, T value) {
            this.key = key;
            this.value = value;
        }
    }

    Memo(Inputs inputs, Function<Facts, T> work) {
        this.inputs = inputs;
        this.work = work;
    }

    T get(Facts facts) {
        long[] key = inputs.key(facts);
        AtomicReferenceArray<@Nullable Entry<T>> now = table;
        int mask = now.length() - 1;
        int at = hash(key) & mask;
        for (Entry<T> entry = now.get(at); entry != null; entry = now.get(at)) {
            if (same(entry.key, key)) {
                return entry.value;
            }
            at = (at + 1) & mask;
        }
        T value = work.apply(facts);
        remember(new Entry<>(key.clone(), value));
        return value;
    }

    private static boolean same(long[] one, long[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(long[] key) {
        long hash = 0;
        for (long part : key) {
            hash = (hash ^ part) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private synchronized void remember(Entry<T> entry) {
        if (entries >= LARGEST) {
            return;
        }
        if (entries * 2 >= table.length()) {
            AtomicReferenceArray<@Nullable Entry<T>> larger = new AtomicReferenceArray<>(table.length() * 2);
            for (int i = 0; i < table.length(); i++) {
                Entry<T> old = table.get(i);
                if (old != null) {
                    put(larger, old);
                }
            }
            table = larger;
        }
        put(table, entry);
    }

    private void put(AtomicReferenceArray<@Nullable Entry<T>> into, Entry<T> entry) {
        int at = hash(entry.key) & (into.length() - 1);
        for (Entry<T> taken = into.get(at); taken != null; taken = into.get(at)) {
            if (Arrays.equals(taken.key, entry.key)) {
                return;
            }
            at = (at + 1) & (into.length() - 1);
        }
        into.set(at, entry);
        if (into == table) {
            entries++;
        }
    }
}
