package org.tongchou.platform.fund;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A voucher in the books (凭证).
 *
 * @param id its id
 * @param fund code of the fund
 * @param fundName its name
 * @param date business date
 * @param month accounting month, 13 for the closing of a year
 * @param kind posting, manual, reversal or closing
 * @param cause the act behind it
 * @param summary what it is for
 * @param debitFen sum of its debits
 * @param reverses the voucher that it reverses; null when none
 * @param reversedBy the voucher that reverses it; null when it stands
 * @param createdName who posted it
 * @param reviewedName who reviewed it; empty when it follows from an act that was reviewed as such
 * @param createdAt when it was posted
 * @param legs its lines
 */
public record VoucherView(
        long id,
        String fund,
        String fundName,
        LocalDate date,
        int month,
        String kind,
        Cause cause,
        String summary,
        long debitFen,
        @Nullable Long reverses,
        @Nullable Long reversedBy,
        String createdName,
        String reviewedName,
        OffsetDateTime createdAt,
        List<Line> legs) {
    /** Copies the lines. */
    public VoucherView {
        legs = List.copyOf(legs);
    }

    /**
     * A line.
     *
     * @param account code of the account
     * @param accountName its name
     * @param party code of whom it concerns; empty when nobody
     * @param fen above zero a debit
     */
    public record Line(String account, String accountName, String party, long fen) {}
}
