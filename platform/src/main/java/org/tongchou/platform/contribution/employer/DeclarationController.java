package org.tongchou.platform.contribution.employer;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.contribution.DuesExport;
import org.tongchou.platform.contribution.Months;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Employers' months. */
@RestController
@Tag(name = "征缴管理")
@RequestMapping("/api/contribution/declarations")
class DeclarationController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("人员编号", 20),
            Column.text("姓名", 14),
            Column.text("人员类别", 12),
            Column.money("申报工资"),
            Column.money("缴费基数"),
            Column.money("单位应缴"),
            Column.money("个人应缴"),
            Column.money("划入个人账户"));

    private final Declarations declarations;
    private final DeclarationStore store;
    private final Ledger ledger;
    private final MonthRequests many;
    private final DuesExport export;

    DeclarationController(
            Declarations declarations, DeclarationStore store, Ledger ledger, MonthRequests many, DuesExport export) {
        this.declarations = declarations;
        this.store = store;
        this.ledger = ledger;
        this.many = many;
        this.export = export;
    }

    /**
     * A month to be declared.
     *
     * @param employerCode credit code
     * @param month {@code 2025-03}
     */
    record NewMonth(@Nullable String employerCode, @Nullable String month) {}

    /**
     * A month of many employers.
     *
     * @param month {@code 2025-03}
     * @param county six digits; all in the scope when empty
     */
    record Many(@Nullable String month, @Nullable String county) {}

    /**
     * A wage.
     *
     * @param personId whose
     * @param wageFen monthly wage
     */
    record Wage(@Nullable Long personId, @Nullable Long wageFen) {}

    /**
     * Wages by hand.
     *
     * @param version version that was seen
     * @param wages the wages
     */
    record Wages(@Nullable Integer version, @Nullable List<Wage> wages) {}

    /**
     * An act.
     *
     * @param version version that was seen
     * @param accept whether a review accepts it
     * @param reason why it is returned or reversed
     */
    record Act(
            @Nullable Integer version,
            @Nullable Boolean accept,
            @Nullable String reason) {}

    @Requires("contribution.dues.view")
    @GetMapping
    Page<Declaration> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String text,
            PageQuery page) {
        Where where = new Where()
                .and("county = any(:counties)", "counties", export.counties(actor))
                .when(
                        month == null || month.isBlank()
                                ? null
                                : Months.required(month).atDay(1),
                        "month = :month",
                        "month")
                .when(state, "state = :state", "state")
                .when(text, "(employer_code = :text or position(:text in employer_name) > 0)", "text");
        return store.page(where, page);
    }

    @Requires("contribution.declaration.edit")
    @PostMapping("/submissions")
    @ResponseStatus(HttpStatus.CREATED)
    MonthRequests.Queued submitMany(@AuthenticationPrincipal Actor actor, @RequestBody Many request) {
        return many.start(actor, true, Months.required(request.month()), request.county());
    }

    @Requires("contribution.declaration.review")
    @PostMapping("/acceptances")
    @ResponseStatus(HttpStatus.CREATED)
    MonthRequests.Queued acceptMany(@AuthenticationPrincipal Actor actor, @RequestBody Many request) {
        return many.start(actor, false, Months.required(request.month()), request.county());
    }

    @Requires("contribution.dues.view")
    @GetMapping("/{id}")
    Declaration.Details get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        Declaration found = seen(actor, id);
        List<Declaration.Incoming> receipts = store.receipts(found.employerId(), found.month());
        return new Declaration.Details(
                found,
                store.parts(id),
                receipts.stream().mapToLong(Declaration.Incoming::fen).sum(),
                receipts,
                ledger.byCause(new Cause("contribution", "bill", Long.toString(id))).stream()
                        .map(VoucherView::id)
                        .toList());
    }

    private Declaration seen(Actor actor, long id) {
        Declaration found = store.get(id);
        declarations.mustSee(actor, found.county());
        return found;
    }

    @Requires("contribution.dues.view")
    @GetMapping("/{id}/lines")
    Page<Declaration.Line> lines(@AuthenticationPrincipal Actor actor, @PathVariable long id, PageQuery page) {
        seen(actor, id);
        return store.lines(id, page);
    }

    @Requires("contribution.dues.export")
    @GetMapping("/{id}/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Declaration found = seen(actor, id);
        String title = found.employerName() + YearMonth.from(found.month()) + "缴费核定明细";
        return export.answer(actor, title, format, COLUMNS, sink -> {
            List<Declaration.Line> lines = new java.util.ArrayList<>();
            store.eachLines(id, lines::addAll);
            for (Declaration.Line line : lines) {
                sink.row(
                        line.number(),
                        line.name(),
                        line.personType(),
                        line.wageFen(),
                        line.baseFen(),
                        line.unitFen(),
                        line.personalFen(),
                        line.creditFen());
            }
            sink.totals("合计", "", "", null, found.baseFen(), found.unitFen(), found.personalFen(), found.creditFen());
        });
    }

    @Requires("contribution.declaration.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Declaration create(@AuthenticationPrincipal Actor actor, @RequestBody NewMonth request) {
        return store.get(declarations.draft(
                actor, Given.text(request.employerCode()), Months.required(request.month()), Map.of()));
    }

    @Requires("contribution.declaration.edit")
    @PutMapping("/{id}/wages")
    Declaration wages(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Wages request) {
        Map<Long, Long> wages = new HashMap<>();
        for (Wage wage : Given.required("工资", request.wages())) {
            wages.put(Given.required("人员", wage.personId()), Given.amount("工资", wage.wageFen()));
        }
        declarations.wages(actor, id, request.version(), wages);
        return store.get(id);
    }

    @Requires("contribution.declaration.edit")
    @PostMapping("/{id}/submission")
    Declaration submit(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Act request) {
        declarations.submit(actor, id, request.version());
        return store.get(id);
    }

    @Requires("contribution.declaration.edit")
    @PostMapping("/{id}/withdrawal")
    Declaration withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Act request) {
        declarations.withdraw(actor, id, request.version());
        return store.get(id);
    }

    @Requires("contribution.declaration.review")
    @PostMapping("/{id}/review")
    Declaration review(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Act request) {
        declarations.review(actor, id, request.version(), Given.required("复核结论", request.accept()), request.reason());
        return store.get(id);
    }

    @Requires("contribution.declaration.edit")
    @PostMapping("/{id}/reversal-request")
    Declaration askReversal(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Act request) {
        declarations.askReversal(actor, id, request.version(), request.reason());
        return store.get(id);
    }

    @Requires("contribution.declaration.review")
    @PostMapping("/{id}/reversal")
    Declaration reverse(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Act request) {
        declarations.reverse(actor, id, request.version(), Given.required("复核结论", request.accept()));
        return store.get(id);
    }
}
