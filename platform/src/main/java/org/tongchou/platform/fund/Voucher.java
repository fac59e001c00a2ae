package org.tongchou.platform.fund;

import java.time.LocalDate;
import java.util.List;

/**
 * What is to be posted into the books of one fund.
 *
 * @param fund code of the fund, one of {@link Funds}
 * @param date business date; its month must be open
 * @param cause the act behind it; one act has one voucher in a fund
 * @param summary what it is for, 1 to 200 characters, no personal data
 * @param legs at least two lines that add up to zero
 */
public record Voucher(String fund, LocalDate date, Cause cause, String summary, List<Leg> legs) {
    /** Copies the lines. */
    public Voucher {
        legs = List.copyOf(legs);
    }
}
