package org.tongchou.platform.database;

import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks two ordered rows of things side by side, however long they are. */
public final class Facing {
    private Facing() {}

    /**
     * Gives what faces each other: both of a key, or the one and null.
     *
     * @param left things in the order of their keys, a key once
     * @param right the same
     */
    public static <K extends Comparable<K>, A, B> void walk(
            Iterator<A> left,
            Function<A, K> leftKey,
            Iterator<B> right,
            Function<B, K> rightKey,
            BiConsumer<@Nullable A, @Nullable B> pair) {
        A one = next(left);
        B other = next(right);
        while (one != null || other != null) {
            int order =
                    one == null ? 1 : other == null ? -1 : leftKey.apply(one).compareTo(rightKey.apply(other));
            pair.accept(order <= 0 ? one : null, order >= 0 ? other : null);
            one = order <= 0 ? next(left) : one;
            other = order >= 0 ? next(right) : other;
        }
    }

    private static <T> @Nullable T next(Iterator<T> from) {
        return from.hasNext() ? from.next() : null;
    }
}
