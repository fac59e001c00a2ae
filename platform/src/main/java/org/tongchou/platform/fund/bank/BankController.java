package org.tongchou.platform.fund.bank;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.fund.ledger.Chart;
import org.tongchou.platform.fund.ledger.FundDays;
import org.tongchou.platform.fund.ledger.FundExport;
import org.tongchou.platform.fund.ledger.FundScope;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.RowSink;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Requires;

/** Statements of the banks matched with the books. */
@RestController("fundBankController")
@Tag(name = "基金财务")
@RequestMapping("/api/fund/bank")
class BankController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("项目", 30),
            Column.date("日期"),
            Column.text("凭证号/流水号", 20),
            Column.text("摘要", 30),
            Column.money("金额"));

    private final Reconciliation reconciliation;
    private final Chart chart;
    private final FundScope scope;
    private final FundExport export;

    BankController(Reconciliation reconciliation, Chart chart, FundScope scope, FundExport export) {
        this.reconciliation = reconciliation;
        this.chart = chart;
        this.scope = scope;
        this.export = export;
    }

    /**
     * Both sides.
     *
     * @param bank lines of the bank
     * @param books lines of the books
     */
    record Sides(List<Reconciliation.Item> bank, List<Reconciliation.Item> books) {}

    @Requires("fund.ledger.view")
    @GetMapping("/items")
    Sides items(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam String account,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "true") boolean open) {
        scope.mustSee(actor);
        return new Sides(
                reconciliation.bank(fund, account, from, to, open),
                reconciliation.books(fund, account, from, to, open));
    }

    /**
     * What is matched by the machine.
     *
     * @param fund code of the fund
     * @param account code of the account
     * @param from first day
     * @param to last day
     */
    record Range(
            @Nullable String fund,
            @Nullable String account,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * What came of it.
     *
     * @param matched how many were matched
     */
    record Matched(int matched) {}

    @Requires("fund.bank.edit")
    @PostMapping("/matches/auto")
    Matched matchAll(@AuthenticationPrincipal Actor actor, @RequestBody Range range) {
        scope.mustSee(actor);
        return new Matched(reconciliation.matchAll(
                actor,
                Given.text(range.fund()),
                Given.text(range.account()),
                FundDays.day("起始日期", range.from()),
                FundDays.day("截止日期", range.to())));
    }

    @Requires("fund.bank.edit")
    @PostMapping("/matches")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void match(@AuthenticationPrincipal Actor actor, @RequestBody Reconciliation.Request request) {
        scope.mustSee(actor);
        reconciliation.match(actor, request);
    }

    /**
     * Why.
     *
     * @param reason why it is taken apart
     */
    record Cancellation(@Nullable String reason) {}

    @Requires("fund.bank.edit")
    @PostMapping("/matches/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Cancellation request) {
        scope.mustSee(actor);
        reconciliation.cancel(actor, id, request.reason());
    }

    @Requires("fund.ledger.view")
    @GetMapping("/reconciliation")
    Reconciliation.Statement statement(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam String account,
            @RequestParam LocalDate day) {
        scope.mustSee(actor);
        return reconciliation.statement(fund, account, day);
    }

    @Requires("fund.ledger.export")
    @GetMapping("/reconciliation/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String fund,
            @RequestParam String account,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Reconciliation.Statement statement = statement(actor, fund, account, day);
        String title = chart.fund(fund).name() + chart.account(account).name() + "余额调节表 " + day;
        return export.answer(actor, title, format, COLUMNS, sink -> {
            sink.row("银行对账单余额", day, "", "", statement.bankFen());
            write(sink, "加：账面已收、银行未收", statement.bookIn());
            write(sink, "减：账面已付、银行未付", statement.bookOut());
            sink.totals("调节后银行余额", null, "", "", statement.bankAdjustedFen());
            sink.row("账面余额", day, "", "", statement.bookFen());
            write(sink, "加：银行已收、账面未收", statement.bankIn());
            write(sink, "减：银行已付、账面未付", statement.bankOut());
            sink.totals("调节后账面余额", null, "", "", statement.bookAdjustedFen());
        });
    }

    private static void write(RowSink sink, String what, List<Reconciliation.Item> items) throws java.io.IOException {
        for (Reconciliation.Item item : items) {
            sink.row(what, item.date(), item.reference(), item.summary(), item.fen());
        }
    }
}
