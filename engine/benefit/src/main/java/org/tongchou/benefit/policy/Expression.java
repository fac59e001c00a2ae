package org.tongchou.benefit.policy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A number, written or computed. */
public sealed interface Expression {
    /**
     * A written number.
     *
     * @param value in the smallest part of the parameter's unit: fen, 10^-8, or whole
     */
    record Written(long value) implements Expression {}

    /**
     * A computed number: {@code of}, then {@code times}, {@code plus}, {@code each_visit}, {@code at_least}, {@code
     * at_most} and rounding, in this order and exactly. An amount that is not whole fen at the end is rounded half up.
     *
     * @param of what it starts from
     * @param times factor; null for none
     * @param plus what is added; null for nothing
     * @param eachVisit what changes with every further admission; null for nothing
     * @param atLeast lower bound; null for none
     * @param atMost upper bound; null for none
     * @param round rounding before the end; null for none
     * @param place where it is written
     */
    record Formula(
            Operand of,
            @Nullable Operand times,
            @Nullable Operand plus,
            @Nullable EachVisit eachVisit,
            @Nullable Operand atLeast,
            @Nullable Operand atMost,
            @Nullable RoundTo round,
            Place place)
            implements Expression {
        /** All operands that are there, in the order of evaluation. */
        public List<Operand> operands() {
            Operand add = eachVisit == null ? null : eachVisit.add();
            Operand factor = eachVisit == null ? null : eachVisit.times();
            return Stream.of(of, times, plus, add, factor, atLeast, atMost)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /**
     * From admission number {@code from} on: adds {@code add} × (n − from + 1), then multiplies by {@code times}^(n −
     * from + 1).
     *
     * @param add null for nothing; may be negative
     * @param times null for nothing
     * @param from first admission that it changes, 1 or more
     */
    record EachVisit(@Nullable Operand add, @Nullable Operand times, int from) {}
}
