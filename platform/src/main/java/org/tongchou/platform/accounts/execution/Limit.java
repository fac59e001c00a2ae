package org.tongchou.platform.accounts.execution;

import java.time.OffsetDateTime;

/**
 * A limit beyond which progress is warned of.
 *
 * @param code stable code
 * @param name name in Chinese
 * @param value millionths, fen or month, see the unit
 * @param valueUnit 百万分之一, 分 or 月
 * @param severity 提示 or 需说明
 * @param source where the limit comes from
 * @param version for changing it
 * @param updatedBy who changed it last
 * @param updatedAt when
 */
record Limit(
        String code,
        String name,
        long value,
        String valueUnit,
        String severity,
        String source,
        int version,
        String updatedBy,
        OffsetDateTime updatedAt) {
    /** At the end of the year less than this is executed. */
    static final String YEAR_END_RATE = "year_end_rate";
    /** Executed lags behind the share of the year that has passed. */
    static final String BEHIND_TIME = "behind_time";
    /** More is executed than allotted. */
    static final String OVER_BUDGET = "over_budget";
    /** From this month on, a project with a budget should have expenditure. */
    static final String NO_EXPENSE = "no_expense_month";
    /** December has more of the year's expenditure than this. */
    static final String DECEMBER = "december_share";
    /** Single expenditures from this amount, in whole 万元. */
    static final String ROUND_SUM = "round_sum";

    boolean needsReason() {
        return severity.equals("需说明");
    }
}
