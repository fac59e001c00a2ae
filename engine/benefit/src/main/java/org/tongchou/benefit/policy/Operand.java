package org.tongchou.benefit.policy;

/** A number in a formula or condition: written, the value of a parameter on the same day, or a fact. */
public sealed interface Operand {
    /**
     * A written number.
     *
     * @param value in the smallest part of its unit: factors ({@code times}) in 10^-8; the bound of a fact in the fact's
     *     unit (counters of money in fen); all others as the parameter in which it stands (fen, 10^-8 or whole)
     */
    record Written(long value) implements Operand {}

    /** The value of a parameter, in the smallest part of that parameter's unit. */
    record Reference(String parameter) implements Operand {}

    /**
     * The number of a fact, which stands for that number as if it were written there: 5 {@code days} are 5 yuan in an
     * amount and 5 as a factor, and a counter of money is its yuan. Only in formulas.
     */
    record Asked(Fact fact) implements Operand {}
}
