package org.tongchou.platform.accounts.budget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums of budget items in fen.
 *
 * @param initialFen 年初预算
 * @param carryOverFen 结转
 * @param adjustmentFen 调整
 * @param totalFen 全年预算
 * @param executedFen 支出
 * @param rateMillionths 执行率 in millionths; null when nothing is allotted
 */
record BudgetTotals(
        long initialFen,
        long carryOverFen,
        long adjustmentFen,
        long totalFen,
        long executedFen,
        @Nullable Long rateMillionths) {
    static BudgetTotals of(List<BudgetItem> items) {
        long total = items.stream().mapToLong(BudgetItem::totalFen).sum();
        long executed = items.stream().mapToLong(BudgetItem::executedFen).sum();
        return new BudgetTotals(
                items.stream().mapToLong(BudgetItem::initialFen).sum(),
                items.stream().mapToLong(BudgetItem::carryOverFen).sum(),
                items.stream().mapToLong(BudgetItem::adjustmentFen).sum(),
                total,
                executed,
                Share.millionths(executed, total));
    }
}
