package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Points before rounding, with the words of their explanation.
 *
 * @param value points, not yet rounded nor held between 0 and the weight
 * @param finding what was found, for example {@code 目标 ≥19 家，完成 18 家，未达到}
 * @param formula how the points come about, for example {@code 3 × 18 ÷ 19}; empty when there is nothing to compute
 */
public record Points(BigDecimal value, String finding, String formula) {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** All points. */
    static Points full(Facts facts, String finding) {
        return new Points(facts.weight(), finding, "");
    }

    /** A part of the points, in percent of the weight. */
    static Points share(Facts facts, BigDecimal percent, String finding) {
        return new Points(
                divide(facts.weight().multiply(percent), HUNDRED),
                finding,
                plain(facts.weight()) + " × " + plain(percent) + "%");
    }

    /** A quotient with more digits than any rule keeps. */
    static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }

    /** A number as people write it: no trailing zeros, no exponent. */
    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
