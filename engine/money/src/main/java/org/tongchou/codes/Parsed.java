package org.tongchou.codes;

import java.util.Optional;

/**
 * A code that was read, or what is wrong with its text.
 *
 * @param <T> the code
 */
public sealed interface Parsed<T> {
    /**
     * A code that keeps its rules.
     *
     * @param value the code
     * @param <T> the code
     */
    record Good<T>(T value) implements Parsed<T> {}

    /**
     * A text that breaks a rule. It is not repeated here, as it may be personal.
     *
     * @param problem which rule: {@code E-COD-101}
     * @param expected what would have been right, in Chinese: {@code 校验码 3}
     * @param <T> the code
     */
    record Bad<T>(String problem, String expected) implements Parsed<T> {}

    /** The code, if it keeps its rules. */
    default Optional<T> findValue() {
        return this instanceof Good<T> good ? Optional.of(good.value()) : Optional.empty();
    }

    /** What is wrong, if anything. */
    default Optional<Bad<T>> findProblem() {
        return this instanceof Bad<T> bad ? Optional.of(bad) : Optional.empty();
    }

    /**
     * The code.
     *
     * @throws IllegalArgumentException when the text breaks a rule
     */
    default T getValue() {
        return findValue()
                .orElseThrow(() -> new IllegalArgumentException(
                        findProblem().map(Object::toString).orElse("")));
    }
}
