package org.tongchou.benefit.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** Rounding of exact amounts, at the one place that a rule names. Half up. */
public final class Rounded {
    private static final BigDecimal FEN = new BigDecimal("0.01");

    private Rounded() {}

    /** An exact amount in yuan to whole fen. */
    public static Money fen(BigDecimal yuan) {
        return fen(yuan, BigDecimal.ONE);
    }

    /** A quotient in yuan to whole fen. */
    public static Money fen(BigDecimal dividend, BigDecimal divisor) {
        return Money.of(to(dividend, divisor, FEN), MoneyUnit.YUAN);
    }

    /**
     * A quotient to a multiple of a step.
     *
     * @param dividend in yuan
     * @param divisor not nought
     * @param step in yuan, more than nought
     */
    public static BigDecimal to(BigDecimal dividend, BigDecimal divisor, BigDecimal step) {
        return dividend.divide(divisor.multiply(step), 0, RoundingMode.HALF_UP).multiply(step);
    }
}
