package org.tongchou.platform.fund.statement;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.fund.ledger.Chart;
import org.tongchou.platform.fund.ledger.FundDays;
import org.tongchou.platform.fund.ledger.FundExport;
import org.tongchou.platform.fund.ledger.FundScope;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.RowSink;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** Statements of the funds. */
@RestController("fundStatementController")
@Tag(name = "基金财务")
@RequestMapping("/api/fund/statements")
class StatementController {
    private final Statements statements;
    private final Chart chart;
    private final FundScope scope;
    private final FundExport export;

    StatementController(Statements statements, Chart chart, FundScope scope, FundExport export) {
        this.statements = statements;
        this.chart = chart;
        this.scope = scope;
        this.export = export;
    }

    /**
     * A fund in a line.
     *
     * @param fund its code
     * @param name its name
     * @param incomeFen income of the year so far
     * @param spendingFen spending of the year so far
     * @param surplusFen surplus of all years
     * @param reserveMonths months that the surplus lasts; null when nothing was spent
     */
    record Overview(
            String fund,
            String name,
            long incomeFen,
            long spendingFen,
            long surplusFen,
            @Nullable BigDecimal reserveMonths) {}

    /** All funds that have anything. */
    @Requires("fund.ledger.view")
    @GetMapping("/overview")
    List<Overview> overview(@AuthenticationPrincipal Actor actor, @RequestParam String month) {
        scope.mustSee(actor);
        YearMonth wanted = FundDays.month("月份", month);
        return chart.funds().values().stream()
                .map(fund -> {
                    Statements.IncomeStatement sums = statements.incomeStatement(fund.code(), wanted);
                    return new Overview(
                            fund.code(),
                            fund.name(),
                            sums.incomeFen(),
                            sums.spendingFen(),
                            sums.surplusFen(),
                            sums.reserveMonths());
                })
                .filter(line -> line.incomeFen() != 0 || line.spendingFen() != 0 || line.surplusFen() != 0)
                .toList();
    }

    @Requires("fund.ledger.view")
    @GetMapping("/balance-sheet")
    Statements.BalanceSheet balanceSheet(
            @AuthenticationPrincipal Actor actor, @RequestParam String fund, @RequestParam String month) {
        scope.mustSee(actor);
        return statements.balanceSheet(fund, FundDays.month("月份", month));
    }

    @Requires("fund.ledger.view")
    @GetMapping("/income")
    Statements.IncomeStatement income(
            @AuthenticationPrincipal Actor actor, @RequestParam String fund, @RequestParam String month) {
        scope.mustSee(actor);
        return statements.incomeStatement(fund, FundDays.month("月份", month));
    }

    @Requires("fund.ledger.export")
    @GetMapping("/balance-sheet/export")
    ResponseEntity<Resource> exportBalanceSheet(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam String month,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Statements.BalanceSheet sheet = balanceSheet(actor, fund, month);
        return export.answer(actor, sheet.fundName() + "资产负债表 " + sheet.day(), format, columns("年初数", "期末数"), sink -> {
            write(sink, sheet.assets());
            write(sink, sheet.claims());
        });
    }

    @Requires("fund.ledger.export")
    @GetMapping("/income/export")
    ResponseEntity<Resource> exportIncome(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam String month,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Statements.IncomeStatement statement = income(actor, fund, month);
        return export.answer(actor, statement.fundName() + "收支表 " + month, format, columns("本月数", "本年累计数"), sink -> {
            write(sink, statement.lines());
            sink.totals("滚存结余可支付月数", statement.reserveMonths() == null ? "—" : statement.reserveMonths() + " 个月", "");
        });
    }

    private static List<Column> columns(String first, String second) {
        return List.of(Column.text("项目", 36), Column.money(first), Column.money(second));
    }

    private static void write(RowSink sink, List<Statements.Line> lines) throws java.io.IOException {
        for (Statements.Line line : lines) {
            sink.row("　".repeat(line.level()) + line.name(), line.firstFen(), line.secondFen());
        }
    }
}
