package org.tongchou.platform.settlement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums of what a provider settled, for reconciliation. Settlements that were undone (冲正) and their mirrors never happened; nor did a
 * cancellation that was undone, and the settlement that it took back counts once.
 */
public interface Totals {
    /** Sums within days; both ends belong to them. */
    Sum of(Wanted wanted);

    /** The rows behind a sum, in order. */
    List<Row> rows(Wanted wanted);

    /**
     * What is asked for.
     *
     * @param provider code of the provider
     * @param scheme scheme; empty for all
     * @param kinds kinds of the pack; empty for all
     * @param from first day
     * @param to last day
     * @param refunds only mirrors when true, only settlements when false, both when null
     */
    record Wanted(
            String provider,
            String scheme,
            List<String> kinds,
            LocalDate from,
            LocalDate to,
            @Nullable Boolean refunds) {}

    /**
     * A sum.
     *
     * @param count how many rows
     * @param totalFen 医疗费总额
     * @param fundFen 基金支付总额
     * @param accountFen 个人账户支付, with the mutual-aid part
     * @param cashFen 现金
     */
    record Sum(long count, long totalFen, long fundFen, long accountFen, long cashFen) {}

    /**
     * A row.
     *
     * @param number 结算ID
     * @param visit 就诊ID
     * @param person 人员编号
     * @param message id of the message
     * @param refund whether it is a mirror
     * @param totalFen 医疗费总额
     * @param fundFen 基金支付总额
     * @param accountFen 个人账户支付
     */
    record Row(
            String number,
            String visit,
            String person,
            String message,
            boolean refund,
            long totalFen,
            long fundFen,
            long accountFen) {}
}
