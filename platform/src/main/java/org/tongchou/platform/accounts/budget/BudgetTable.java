package org.tongchou.platform.accounts.budget;

import java.io.IOException;
import java.util.List;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.RowSink;

/** The budget as exported tables. */
final class BudgetTable {
    static final List<Column> ITEM_COLUMNS = List.of(
            Column.text("单位", 28),
            Column.text("功能分类编码", 12),
            Column.text("功能分类名称", 26),
            Column.text("支出性质", 12),
            Column.text("项目", 30),
            Column.text("经济分类编码", 12),
            Column.text("经济分类名称", 22),
            Column.text("资金性质", 14),
            Column.money("年初预算（元）"),
            Column.money("结转（元）"),
            Column.money("调整（元）"),
            Column.money("全年预算（元）"),
            Column.money("支出（元）"),
            Column.percent("执行率"));

    static final List<Column> INCOME_COLUMNS = List.of(
            Column.text("单位", 28),
            Column.text("功能分类编码", 12),
            Column.text("功能分类名称", 26),
            Column.text("收入来源", 18),
            Column.money("收入预算（元）"),
            Column.money("收入（元）"),
            Column.percent("完成率"));

    private BudgetTable() {}

    static void writeItems(List<BudgetItem> items, RowSink sink) throws IOException {
        for (BudgetItem item : items) {
            sink.row(
                    item.unitName(),
                    item.functionalCode(),
                    item.functionalName(),
                    item.nature(),
                    item.projectName(),
                    item.economicCode(),
                    item.economicName(),
                    item.fund(),
                    item.initialFen(),
                    item.carryOverFen(),
                    item.adjustmentFen(),
                    item.totalFen(),
                    item.executedFen(),
                    Share.ratio(item.executedFen(), item.totalFen()));
        }
        BudgetTotals sums = BudgetTotals.of(items);
        sink.totals(
                "合计",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                sums.initialFen(),
                sums.carryOverFen(),
                sums.adjustmentFen(),
                sums.totalFen(),
                sums.executedFen(),
                Share.ratio(sums.executedFen(), sums.totalFen()));
    }

    static void writeIncome(List<IncomeBudget.Line> lines, RowSink sink) throws IOException {
        for (IncomeBudget.Line line : lines) {
            sink.row(
                    line.unitName(),
                    line.functionalCode(),
                    line.functionalName(),
                    line.fund(),
                    line.budgetFen(),
                    line.receivedFen(),
                    Share.ratio(line.receivedFen(), line.budgetFen()));
        }
        IncomeBudget.Totals sums = IncomeBudget.Totals.of(lines);
        sink.totals(
                "合计",
                null,
                null,
                null,
                sums.budgetFen(),
                sums.receivedFen(),
                Share.ratio(sums.receivedFen(), sums.budgetFen()));
    }
}
