package org.tongchou.platform.settlement.reconciliation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that was made.
 *
 * @param id its number
 * @param provider code of the institution
 * @param providerName its name
 * @param schemeName scheme
 * @param clearing clearing type, its code
 * @param clearingName clearing type
 * @param begins first day
 * @param ends last day
 * @param detailed whether row by row
 * @param ourCount rows here
 * @param ourTotalFen 医疗费总额 here
 * @param ourFundFen 基金支付总额 here
 * @param theirCount rows there
 * @param theirTotalFen 医疗费总额 there
 * @param theirFundFen 基金支付总额 there
 * @param result 平 or 不平
 * @param differences rows that differ
 * @param open of them without a note
 * @param operator who asked for it
 * @param createdAt when
 */
record Reconciled(
        long id,
        String provider,
        String providerName,
        String schemeName,
        String clearing,
        String clearingName,
        LocalDate begins,
        LocalDate ends,
        boolean detailed,
        long ourCount,
        long ourTotalFen,
        long ourFundFen,
        long theirCount,
        long theirTotalFen,
        long theirFundFen,
        String result,
        long differences,
        long open,
        String operator,
        OffsetDateTime createdAt) {
    /**
     * Which comparisons are wanted.
     *
     * @param text code of the institution, or part of its name
     * @param from not ending before
     * @param to not beginning after
     * @param result 平 or 不平
     */
    record Filter(
            @Nullable String text,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String result) {}

    /**
     * A row that differs.
     *
     * @param line its place
     * @param kind 中心多, 机构多 or 金额不符
     * @param number 结算ID
     * @param visit 就诊ID
     * @param person 人员编号
     * @param message id of the message that settled it
     * @param refund whether it is a mirror
     * @param ourTotalFen 医疗费总额 here; null when it is only there
     * @param ourFundFen 基金支付总额 here
     * @param ourAccountFen 个人账户支出 here
     * @param theirTotalFen 医疗费总额 there; null when it is only here
     * @param theirFundFen 基金支付总额 there
     * @param theirAccountFen 个人账户支出 there
     * @param memo what differs
     * @param note how it was handled; empty when nobody did
     * @param handledName who handled it
     * @param handledAt when
     */
    record Line(
            int line,
            String kind,
            String number,
            String visit,
            String person,
            String message,
            boolean refund,
            @Nullable Long ourTotalFen,
            @Nullable Long ourFundFen,
            @Nullable Long ourAccountFen,
            @Nullable Long theirTotalFen,
            @Nullable Long theirFundFen,
            @Nullable Long theirAccountFen,
            String memo,
            String note,
            String handledName,
            @Nullable OffsetDateTime handledAt) {}

    /**
     * A comparison with its rows.
     *
     * @param reconciliation the comparison
     * @param lines the rows that differ
     */
    record View(Reconciled reconciliation, List<Line> lines) {}

    /**
     * What an institution settled on a day, and whether it was compared.
     *
     * @param day the day
     * @param provider code of the institution
     * @param providerName its name
     * @param schemeName scheme
     * @param clearing clearing type, its code
     * @param clearingName clearing type
     * @param count rows
     * @param totalFen 医疗费总额
     * @param fundFen 基金支付总额
     * @param accountFen 个人账户支付
     * @param state 未对账, 已平, 不平 or 对账后有变动
     * @param reconciliation the comparison behind the state; null when there is none
     */
    record Day(
            LocalDate day,
            String provider,
            String providerName,
            String schemeName,
            String clearing,
            String clearingName,
            long count,
            long totalFen,
            long fundFen,
            long accountFen,
            String state,
            @Nullable Long reconciliation) {}
}
