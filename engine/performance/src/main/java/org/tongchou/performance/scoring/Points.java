package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tongchou.money.PrintedNumber;

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
                PrintedNumber.shortest(facts.weight()) + " × " + PrintedNumber.shortest(percent) + "%");
    }

    /** As much of the points as a part is of a whole, never more than all. */
    static Points ratio(Facts facts, BigDecimal part, BigDecimal whole, String finding) {
        BigDecimal weight = facts.weight();
        return new Points(
                divide(weight.multiply(part), whole).min(weight),
                finding,
                PrintedNumber.shortest(weight) + " × " + PrintedNumber.shortest(part) + " ÷ "
                        + PrintedNumber.shortest(whole));
    }

    /** A quotient with more digits than any rule keeps. */
    static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }
}
