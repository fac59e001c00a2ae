package org.tongchou.platform.fund.interest;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The interest of a year.
 *
 * @param id its id
 * @param year the year
 * @param bankAccount where the fund received the interest
 * @param state 计算中, 待复核, 入账中, 已入账, 冲回中, 已冲回 or 已撤回
 * @param accounts accounts with interest
 * @param leftOut accounts that a person has to look at
 * @param fen all interest
 * @param enteredBy id of who computed it
 * @param enteredName their name
 * @param enteredAt when
 * @param reviewedName who reviewed it
 * @param reversedName who takes it back
 * @param reason why
 * @param jobId the job that works on it; null when none did
 * @param version counts changes
 */
record InterestRun(
        long id,
        int year,
        String bankAccount,
        String state,
        int accounts,
        int leftOut,
        long fen,
        long enteredBy,
        String enteredName,
        OffsetDateTime enteredAt,
        String reviewedName,
        String reversedName,
        String reason,
        @Nullable Long jobId,
        int version) {
    static final String COMPUTING = "计算中";
    static final String WAITING = "待复核";
    static final String POSTING = "入账中";
    static final String POSTED = "已入账";
    static final String REVERSING = "冲回中";
    static final String REVERSED = "已冲回";
    static final String WITHDRAWN = "已撤回";

    /**
     * The interest of an account.
     *
     * @param person id of the person
     * @param carriedFen on what was carried over
     * @param currentFen on what came in during the year
     * @param problem why there is none; empty when there is
     */
    record Line(long person, long carriedFen, long currentFen, String problem) {}
}
