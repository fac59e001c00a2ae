package org.tongchou.platform.fund.ledger;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Trial balance (科目余额表) and the entries of an account (明细账). */
@RestController("fundBalanceController")
@Tag(name = "基金财务")
@RequestMapping("/api/fund")
class BalanceController {
    private static final PageQuery ALL = new PageQuery(1, 500, null);
    private static final List<Column> BALANCES = List.of(
            Column.text("科目编码", 12),
            Column.text("科目名称", 30),
            Column.money("期初借方"),
            Column.money("期初贷方"),
            Column.money("本期借方"),
            Column.money("本期贷方"),
            Column.money("期末借方"),
            Column.money("期末贷方"));
    private static final List<Column> ENTRIES = List.of(
            Column.date("日期"),
            Column.text("凭证号", 12),
            Column.text("摘要", 36),
            Column.text("科目", 28),
            Column.text("往来对象", 20),
            Column.money("借方"),
            Column.money("贷方"),
            Column.money("余额（借方为正）"));

    private final Balances balances;
    private final Chart chart;
    private final FundScope scope;
    private final FundExport export;

    BalanceController(Balances balances, Chart chart, FundScope scope, FundExport export) {
        this.balances = balances;
        this.chart = chart;
        this.scope = scope;
        this.export = export;
    }

    /**
     * A line of the trial balance; amounts are above zero for debits.
     *
     * @param code code of the account
     * @param name its name
     * @param leaf whether it has no accounts below it
     * @param openingFen before the first day
     * @param debitFen debits
     * @param creditFen credits
     * @param closingFen at the end
     */
    record BalanceLine(
            String code, String name, boolean leaf, long openingFen, long debitFen, long creditFen, long closingFen) {}

    /**
     * A trial balance.
     *
     * @param lines the accounts
     * @param openingFen sum of all openings on the debit side, which is that on the credit side
     * @param debitFen sum of all debits
     * @param creditFen sum of all credits
     * @param closingFen sum of all balances on the debit side
     * @param balanced whether debits are credits everywhere
     */
    record TrialBalance(
            List<BalanceLine> lines,
            long openingFen,
            long debitFen,
            long creditFen,
            long closingFen,
            boolean balanced) {
        static TrialBalance of(List<Balances.Line> lines) {
            List<Balances.Line> leaves =
                    lines.stream().filter(line -> line.account().leaf()).toList();
            long debit = leaves.stream().mapToLong(Balances.Line::debitFen).sum();
            long credit = leaves.stream().mapToLong(Balances.Line::creditFen).sum();
            return new TrialBalance(
                    lines.stream()
                            .map(line -> new BalanceLine(
                                    line.account().code(),
                                    line.account().name(),
                                    line.account().leaf(),
                                    line.openingFen(),
                                    line.debitFen(),
                                    line.creditFen(),
                                    line.closingFen()))
                            .toList(),
                    leaves.stream()
                            .mapToLong(line -> Math.max(line.openingFen(), 0))
                            .sum(),
                    debit,
                    credit,
                    leaves.stream()
                            .mapToLong(line -> Math.max(line.closingFen(), 0))
                            .sum(),
                    debit == credit
                            && leaves.stream()
                                            .mapToLong(Balances.Line::openingFen)
                                            .sum()
                                    == 0);
        }
    }

    @Requires("fund.ledger.view")
    @GetMapping("/balances")
    TrialBalance balances(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "true") boolean closing) {
        scope.mustSee(actor);
        return TrialBalance.of(balances.of(fund, from, to, closing));
    }

    @Requires("fund.ledger.view")
    @GetMapping("/balances/parties")
    List<Balances.Held> parties(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam String account,
            @RequestParam LocalDate day) {
        scope.mustSee(actor);
        return balances.parties(fund, account, day);
    }

    @Requires("fund.ledger.export")
    @GetMapping("/balances/export")
    ResponseEntity<Resource> exportBalances(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "true") boolean closing,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        TrialBalance table = balances(actor, fund, from, to, closing);
        String title = chart.fund(fund).name() + "科目余额表 " + from + " 至 " + to;
        return export.answer(actor, title, format, BALANCES, sink -> {
            for (BalanceLine line : table.lines()) {
                sink.row(
                        line.code(),
                        line.name(),
                        side(line.openingFen()),
                        side(-line.openingFen()),
                        line.debitFen(),
                        line.creditFen(),
                        side(line.closingFen()),
                        side(-line.closingFen()));
            }
            sink.totals(
                    "",
                    "合计（明细科目）",
                    table.openingFen(),
                    table.openingFen(),
                    table.debitFen(),
                    table.creditFen(),
                    table.closingFen(),
                    table.closingFen());
        });
    }

    private static @Nullable Long side(long fen) {
        return fen > 0 ? fen : null;
    }

    /**
     * One page of entries.
     *
     * @param items the entries
     * @param total how many in all
     * @param page number of the page, from 1
     * @param size rows of a full page
     * @param totals sums of all of them
     */
    record EntryPage(List<Balances.Entry> items, long total, int page, int size, Balances.Totals totals) {}

    @Requires("fund.ledger.view")
    @GetMapping("/entries")
    EntryPage entries(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam String account,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            PageQuery page) {
        scope.mustSee(actor);
        Balances.Filter filter = new Balances.Filter(fund, account, empty(party), from, to);
        Balances.Totals totals = balances.totals(filter);
        return new EntryPage(balances.entries(filter, page), totals.count(), page.number(), page.rows(), totals);
    }

    @Requires("fund.ledger.export")
    @GetMapping("/entries/export")
    ResponseEntity<Resource> exportEntries(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam String account,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        scope.mustSee(actor);
        Balances.Filter filter = new Balances.Filter(fund, account, empty(party), from, to);
        Balances.Totals totals = balances.totals(filter);
        String title = chart.fund(fund).name() + " " + chart.name(account) + "明细账";
        return export.answer(actor, title, format, ENTRIES, sink -> {
            PageQuery page = ALL;
            for (List<Balances.Entry> rows = balances.entries(filter, page);
                    !rows.isEmpty();
                    rows = balances.entries(filter, page)) {
                for (Balances.Entry row : rows) {
                    sink.row(
                            row.date(),
                            Long.toString(row.voucherId()),
                            row.summary(),
                            row.accountName(),
                            row.party(),
                            side(row.debitFen()),
                            side(row.creditFen()),
                            row.balanceFen());
                }
                page = new PageQuery(page.number() + 1, page.rows(), null);
            }
            sink.totals(null, "", "合计", "", "", totals.debitFen(), totals.creditFen(), totals.closingFen());
        });
    }

    private static @Nullable String empty(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
