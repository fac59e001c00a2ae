package org.tongchou.platform.crossregion.month;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two regions owe each other for a month, in one role.
 *
 * @param id its number
 * @param role 就医地 (we receive) or 参保地 (we pay)
 * @param area code of the other region
 * @param areaName its name
 * @param month month
 * @param state 待复核, 已确认, 已到账 or 已退回
 * @param ourCount bills here
 * @param ourTotalFen 医疗费总额 here
 * @param ourPayFen what the place of insurance pays, here
 * @param theirCount bills there
 * @param theirTotalFen 医疗费总额 there
 * @param theirPayFen what the place of insurance pays, there
 * @param differences rows that differ
 * @param open of them without a note
 * @param reason why it was returned
 * @param createdBy id of who drew it up
 * @param createdName who drew it up
 * @param createdAt when
 * @param reviewedName who reviewed it
 * @param receivedOn day on which the money came; null before it
 * @param version for changing it
 */
record Month(
        long id,
        String role,
        String area,
        String areaName,
        String month,
        String state,
        long ourCount,
        long ourTotalFen,
        long ourPayFen,
        long theirCount,
        long theirTotalFen,
        long theirPayFen,
        long differences,
        long open,
        String reason,
        long createdBy,
        String createdName,
        OffsetDateTime createdAt,
        String reviewedName,
        @Nullable LocalDate receivedOn,
        int version) {
    static final String WAITING = "待复核";
    static final String DONE = "已确认";
    static final String RECEIVED = "已到账";

    /**
     * What is to be drawn up; the other region is asked for its list.
     *
     * @param role 就医地 or 参保地
     * @param area code of the other region
     * @param month 2026-03
     */
    record Request(
            @Nullable String role,
            @Nullable String area,
            @Nullable String month) {}

    /**
     * What the second person decides.
     *
     * @param accept whether it is confirmed
     * @param reason why it is returned
     * @param version of what was read
     */
    record Review(
            @Nullable Boolean accept,
            @Nullable String reason,
            @Nullable Integer version) {}

    /**
     * That the money came.
     *
     * @param day day on which it came
     */
    record Receipt(@Nullable LocalDate day) {}

    /**
     * How a difference was handled.
     *
     * @param note in words
     */
    record Note(@Nullable String note) {}

    /**
     * What a fund has to receive or to pay.
     *
     * @param fund code of the fund
     * @param fundName its name
     * @param dueFen bills of the month
     * @param carriedFen what was below zero before
     * @param payFen received or paid
     * @param payment where the payment stands; empty when none was asked for
     */
    record FundPart(String fund, String fundName, long dueFen, long carriedFen, long payFen, String payment) {}

    /**
     * A row that differs.
     *
     * @param line its place
     * @param kind 本地多, 对方多 or 金额不符
     * @param message id of the message that settled the bill
     * @param kept 结算, 撤销 or 冲正
     * @param ourTotalFen 医疗费总额 here; null when it is only there
     * @param ourPayFen pay here
     * @param theirTotalFen 医疗费总额 there; null when it is only here
     * @param theirPayFen pay there
     * @param note how it was handled; empty when nobody did
     * @param handledName who handled it
     */
    record Difference(
            int line,
            String kind,
            String message,
            String kept,
            @Nullable Long ourTotalFen,
            @Nullable Long ourPayFen,
            @Nullable Long theirTotalFen,
            @Nullable Long theirPayFen,
            String note,
            String handledName) {}

    /**
     * A month with what it consists of.
     *
     * @param month the month
     * @param funds by fund
     * @param differences rows that differ
     */
    record View(Month month, List<FundPart> funds, List<Difference> differences) {}
}
