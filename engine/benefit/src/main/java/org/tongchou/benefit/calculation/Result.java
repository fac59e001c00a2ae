package org.tongchou.benefit.calculation;

import java.util.List;

/** What a calculator answers: a value with the way it came about, or why there is none. */
public sealed interface Result<T> {
    /**
     * A value.
     *
     * @param value what was asked for
     * @param steps how it came about, in order
     */
    record Found<T>(T value, List<Step> steps) implements Result<T> {
        /** Copies the list. */
        public Found {
            steps = List.copyOf(steps);
        }
    }

    /** No value. */
    record Refused<T>(Failure failure) implements Result<T> {}

    /**
     * The value.
     *
     * @throws IllegalStateException with the failure's sentence when there is none
     */
    default T getValue() {
        if (this instanceof Found<T> found) {
            return found.value();
        }
        throw new IllegalStateException(((Refused<T>) this).failure().message());
    }
}
