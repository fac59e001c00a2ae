package org.tongchou.platform.fund.ledger;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Vouchers, and the chart of funds and accounts. */
@RestController("fundVoucherController")
@Tag(name = "基金财务")
@RequestMapping("/api/fund")
class VoucherController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("凭证号", 12),
            Column.date("日期"),
            Column.text("基金", 26),
            Column.text("摘要", 36),
            Column.text("科目", 30),
            Column.text("往来对象", 20),
            Column.money("借方（元）"),
            Column.money("贷方（元）"));

    private final Chart chart;
    private final Ledger ledger;
    private final VoucherList vouchers;
    private final FundScope scope;
    private final FundExport export;

    VoucherController(Chart chart, Ledger ledger, VoucherList vouchers, FundScope scope, FundExport export) {
        this.chart = chart;
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.scope = scope;
        this.export = export;
    }

    /** Funds and accounts. */
    record ChartView(Collection<Chart.Fund> funds, Collection<Chart.Account> accounts) {}

    @Requires("fund.ledger.view")
    @GetMapping("/chart")
    ChartView chart() {
        return new ChartView(chart.funds().values(), chart.accounts().values());
    }

    @Requires("fund.ledger.view")
    @GetMapping("/vouchers")
    Page<VoucherView> list(@AuthenticationPrincipal Actor actor, VoucherFilter filter, PageQuery page) {
        scope.mustSee(actor);
        return vouchers.page(filter, page);
    }

    @Requires("fund.ledger.view")
    @GetMapping("/vouchers/{id}")
    VoucherView get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        scope.mustSee(actor);
        return ledger.find(id).orElseThrow(() -> Refusal.notFound("这张凭证"));
    }

    /**
     * A reversal.
     *
     * @param date business date of the mirror
     * @param reason why
     */
    record Reversal(@Nullable LocalDate date, @Nullable String reason) {}

    /** Reverses a voucher that was typed in; the others are taken back where their act was done. */
    @Requires("fund.voucher.reverse")
    @PostMapping("/vouchers/{id}/reversal")
    VoucherView reverse(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reversal request) {
        VoucherView original = get(actor, id);
        if (!original.cause().module().equals("fund")
                || !List.of("manual", "transfer").contains(original.cause().kind())) {
            throw Refusal.conflict("E-FUN-020", "这张凭证由业务产生，请在产生它的业务中撤销，不能手工冲销");
        }
        long mirror = ledger.reverse(actor, id, FundDays.day("冲销日期", request.date()), Given.text(request.reason()));
        return get(actor, mirror);
    }

    @Requires("fund.ledger.export")
    @GetMapping("/vouchers/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            VoucherFilter filter,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        scope.mustSee(actor);
        return export.answer(
                actor,
                "记账凭证",
                format,
                COLUMNS,
                sink -> vouchers.each(
                        filter,
                        view -> view.legs().forEach(line -> {
                            try {
                                sink.row(
                                        Long.toString(view.id()),
                                        view.date(),
                                        view.fundName(),
                                        view.summary(),
                                        line.accountName(),
                                        line.party(),
                                        line.fen() > 0 ? line.fen() : null,
                                        line.fen() < 0 ? -line.fen() : null);
                            } catch (java.io.IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        })));
    }
}
