package org.tongchou.platform.fund.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.fund.Leg;

/**
 * A voucher that is typed in, or money moved between accounts.
 *
 * @param id its id
 * @param kind manual or transfer
 * @param fund code of the fund
 * @param fundName its name
 * @param date business date
 * @param summary what it is for
 * @param legs its lines
 * @param fen sum of its debits
 * @param state 待复核, 已入账, 已退回 or 已撤回
 * @param reason why it was returned; empty when it was not
 * @param createdBy id of who entered it
 * @param createdName who entered it
 * @param createdAt when
 * @param reviewedName who reviewed it; empty when nobody did
 * @param reviewedAt when; null when nobody did
 * @param voucherId the voucher it became; null when it is not posted
 * @param version for changing it
 */
record Draft(
        long id,
        String kind,
        String fund,
        String fundName,
        LocalDate date,
        String summary,
        List<Leg> legs,
        long fen,
        String state,
        String reason,
        long createdBy,
        String createdName,
        OffsetDateTime createdAt,
        String reviewedName,
        @Nullable OffsetDateTime reviewedAt,
        @Nullable Long voucherId,
        int version) {
    static final String WAITING = "待复核";
    static final String RETURNED = "已退回";

    Draft {
        legs = List.copyOf(legs);
    }

    /**
     * What is entered.
     *
     * @param kind manual or transfer
     * @param fund code of the fund
     * @param date business date
     * @param summary what it is for
     * @param legs its lines
     * @param version of the draft that is changed; null for a new one
     */
    record Request(
            @Nullable String kind,
            @Nullable String fund,
            @Nullable LocalDate date,
            @Nullable String summary,
            @Nullable List<Leg> legs,
            @Nullable Integer version) {}

    /**
     * What the reviewer decides.
     *
     * @param accept whether it is posted; else it is returned
     * @param reason why it is returned
     * @param version of the draft that was read
     */
    record Review(
            @Nullable Boolean accept,
            @Nullable String reason,
            @Nullable Integer version) {}
}
