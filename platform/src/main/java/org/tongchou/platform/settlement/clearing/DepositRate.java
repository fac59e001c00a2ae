package org.tongchou.platform.settlement.clearing;

import org.tongchou.money.Money;
import org.tongchou.money.Rate;
import org.tongchou.money.Rounding;

/**
 * How much of what is due to an institution is kept back as deposit (质保金).
 *
 * @param rate the share
 * @param source where the agreement says so; empty when nothing is kept
 */
record DepositRate(Rate rate, String source) {
    static final DepositRate NONE = new DepositRate(Rate.ZERO, "");

    /** What is kept of an amount. */
    long of(long fen) {
        return rate.of(Money.ofFen(fen), Rounding.HALF_UP).fen();
    }
}
