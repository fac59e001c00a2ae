package org.tongchou.benefit.calculation;

import java.util.function.Function;
import org.tongchou.benefit.explain.Explanation;
import org.tongchou.benefit.policy.Failure;

/** What a calculator answers: a value with the way it came about, or why there is none. */
public sealed interface Result<T> {
    /**
     * A value.
     *
     * @param value what was asked for
     * @param explanation how it came about
     */
    record Found<T>(T value, Explanation explanation) implements Result<T> {}

    /**
     * No value, and no other effect.
     *
     * @param failure why, with field and remedy
     */
    record Refused<T>(Failure failure) implements Result<T> {}

    /**
     * The value.
     *
     * @throws IllegalStateException with the failure's sentence when there is none
     */
    default T getValue() {
        return getFound().value();
    }

    /**
     * The value with its explanation.
     *
     * @throws IllegalStateException with the failure's sentence when there is none
     */
    default Found<T> getFound() {
        if (this instanceof Found<T> found) {
            return found;
        }
        throw new IllegalStateException(((Refused<T>) this).failure().message());
    }

    /** The same answer with its value turned into another. */
    default <R> Result<R> map(Function<? super T, ? extends R> turn) {
        if (this instanceof Found<T> found) {
            return new Found<>(turn.apply(found.value()), found.explanation());
        }
        return new Refused<>(((Refused<T>) this).failure());
    }
}
