package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tongchou.benefit.policy.RoundTo;
import org.tongchou.benefit.policy.Unit;
import org.tongchou.money.Money;

/** Amounts in yuan. */
final class Yuan {
    static final BigDecimal ZERO = BigDecimal.ZERO;
    static final BigDecimal FEN = new BigDecimal("0.01");

    private Yuan() {}

    static BigDecimal of(Money money) {
        return BigDecimal.valueOf(money.fen(), 2);
    }

    /** Half up to fen, away from zero for negative amounts. */
    static BigDecimal round(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** As a tier or formula says. */
    static BigDecimal round(BigDecimal amount, RoundTo to) {
        BigDecimal step = BigDecimal.valueOf(to.to().fen(), 2);
        return amount.divide(step, 0, to.mode().mode()).multiply(step);
    }

    static BigDecimal notNegative(BigDecimal amount) {
        return amount.max(ZERO);
    }

    /** A number of a pack, held in the smallest part of its unit. */
    static BigDecimal held(long smallest, Unit unit) {
        return BigDecimal.valueOf(smallest, unit.decimals());
    }
}
