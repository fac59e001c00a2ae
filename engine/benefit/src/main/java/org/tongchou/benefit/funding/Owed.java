package org.tongchou.benefit.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.money.PrintedNumber;

/**
 * What somebody owes for a part before rounding: (base × rate + fixed) × (1 − reduction).
 *
 * @param base in yuan
 * @param rate share of the base
 * @param fixed in yuan
 * @param reduction the share that is remitted
 */
record Owed(BigDecimal base, BigDecimal rate, BigDecimal fixed, BigDecimal reduction) {
    /** Only what the unit owes is reduced. */
    static Owed of(Working working, Part part, String payer, BigDecimal base, LocalDate day, Facts facts) {
        BigDecimal rate = working.orZero(part.parameter(payer), day, facts);
        BigDecimal fixed = working.orZero(part.parameter(payer + "_fixed"), day, facts);
        BigDecimal reduction =
                payer.equals("unit") ? working.orZero(part.parameter("reduction"), day, facts) : BigDecimal.ZERO;
        return new Owed(base, rate, fixed, reduction);
    }

    boolean isOwed() {
        return exact().signum() != 0;
    }

    BigDecimal exact() {
        return base.multiply(rate).add(fixed).multiply(BigDecimal.ONE.subtract(reduction));
    }

    /** For example {@code 8123.45 × 7% × (1 − 50%)}. */
    String print() {
        if (!isOwed()) {
            return "0";
        }
        String byRate = PrintedNumber.shortest(base) + " × " + Working.percent(rate);
        String sum = rate.signum() == 0
                ? PrintedNumber.shortest(fixed)
                : fixed.signum() == 0 ? byRate : "(" + byRate + " + " + PrintedNumber.shortest(fixed) + ")";
        return reduction.signum() == 0 ? sum : sum + " × (1 − " + Working.percent(reduction) + ")";
    }
}
