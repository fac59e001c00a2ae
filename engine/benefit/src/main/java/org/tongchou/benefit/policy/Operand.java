package org.tongchou.benefit.policy;

/** A number in a formula or condition: written, or the value of a parameter on the same day. */
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
}
