package org.tongchou.platform.fund;

import java.util.List;

/**
 * Money that is to be paid.
 *
 * @param fund code of the fund
 * @param cause the act behind it; one act has one payment in a fund
 * @param payee whom it is paid to
 * @param summary what it is for, 1 to 200 characters, no personal data
 * @param legs what is posted when it is paid, without the line of the bank: their sum is what is paid
 */
public record NewPayment(String fund, Cause cause, Payee payee, String summary, List<Leg> legs) {
    /** Copies the lines. */
    public NewPayment {
        legs = List.copyOf(legs);
    }

    /** What is paid. */
    public long fen() {
        return legs.stream().mapToLong(Leg::fen).sum();
    }
}
