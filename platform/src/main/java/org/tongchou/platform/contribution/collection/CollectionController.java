package org.tongchou.platform.contribution.collection;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
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
import org.tongchou.platform.contribution.DuesExport;
import org.tongchou.platform.contribution.Months;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Money of employers: receipts, arrears, refunds. */
@RestController
@Tag(name = "征缴管理")
@RequestMapping("/api/contribution")
class CollectionController {
    private static final int CHUNK = 500;
    private static final List<Column> ARREARS = List.of(
            Column.text("单位代码", 22),
            Column.text("单位名称", 30),
            Column.text("所属月份", 10),
            Column.date("缴费期限"),
            Column.money("应缴"),
            Column.money("已到账"),
            Column.money("欠缴"),
            Column.money("滞纳金"),
            Column.integer("逾期天数"),
            Column.text("账龄", 14));

    private final Receivables receivables;
    private final Refunds refunds;
    private final DuesExport export;
    private final Clock clock;

    CollectionController(Receivables receivables, Refunds refunds, DuesExport export, Clock clock) {
        this.receivables = receivables;
        this.refunds = refunds;
        this.export = export;
        this.clock = clock;
    }

    /**
     * Whose money it is.
     *
     * @param employerCode credit code
     * @param month month that it is for
     * @param reason how that is known
     */
    record Claim(
            @Nullable String employerCode,
            @Nullable String month,
            @Nullable String reason) {}

    /**
     * A review.
     *
     * @param accept whether it is accepted
     * @param reason why not
     */
    record Review(@Nullable Boolean accept, @Nullable String reason) {}

    @Requires("contribution.dues.view")
    @GetMapping("/receipts")
    Page<Receivables.Receipt> receipts(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String month,
            PageQuery page) {
        return receivables.receipts(
                export.counties(actor),
                actor.allUnits(),
                standing,
                code,
                month == null || month.isBlank() ? null : Months.required(month).atDay(1),
                page);
    }

    @Requires("contribution.receipt.claim")
    @PostMapping("/receipts/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Claim claim) {
        receivables.claim(actor, id, claim.employerCode(), Months.required(claim.month()), claim.reason());
    }

    @Requires("contribution.dues.view")
    @GetMapping("/arrears")
    Page<Receivables.Arrear> arrears(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String text,
            PageQuery page) {
        return receivables.arrears(export.counties(actor), day == null ? LocalDate.now(clock) : day, text, page);
    }

    @Requires("contribution.dues.export")
    @GetMapping("/arrears/export")
    ResponseEntity<Resource> exportArrears(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        LocalDate on = day == null ? LocalDate.now(clock) : day;
        return export.answer(actor, "单位欠费清单 " + on, format, ARREARS, sink -> {
            for (int number = 1; ; number++) {
                List<Receivables.Arrear> rows = receivables
                        .arrears(export.counties(actor), on, null, new PageQuery(number, CHUNK, null))
                        .items();
                for (Receivables.Arrear row : rows) {
                    sink.row(
                            row.employerCode(),
                            row.employerName(),
                            row.month().toString().substring(0, 7),
                            row.due(),
                            row.dueFen(),
                            row.receivedFen(),
                            row.owedFen(),
                            row.feeFen(),
                            row.days(),
                            row.age());
                }
                if (rows.size() < CHUNK) {
                    return;
                }
            }
        });
    }

    @Requires("contribution.dues.view")
    @GetMapping("/refunds")
    Page<Refunds.Refund> refunds(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String state,
            PageQuery page) {
        return refunds.list(export.counties(actor), state, page);
    }

    @Requires("contribution.refund.edit")
    @PostMapping("/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    Refunds.Refund enter(@AuthenticationPrincipal Actor actor, @RequestBody Refunds.Request request) {
        return refunds.enter(actor, request, Months.required(request.month()));
    }

    @Requires("contribution.refund.review")
    @PostMapping("/refunds/{id}/review")
    Refunds.Refund review(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Review review) {
        return refunds.review(actor, id, Given.required("复核结论", review.accept()), review.reason());
    }
}
