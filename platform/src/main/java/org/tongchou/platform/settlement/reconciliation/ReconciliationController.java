package org.tongchou.platform.settlement.reconciliation;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Reconciliation with institutions at the desk. */
@RestController("settlementReconciliationController")
@Tag(name = "机构对账")
@RequestMapping("/api/settlement/reconciliations")
class ReconciliationController {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("行"),
            Column.text("差异", 10),
            Column.text("结算ID", 30),
            Column.text("就诊ID", 26),
            Column.text("人员编号", 24),
            Column.text("发送方报文ID", 34),
            Column.money("医疗费（中心）"),
            Column.money("医疗费（机构）"),
            Column.money("基金支付（中心）"),
            Column.money("基金支付（机构）"),
            Column.money("个人账户（中心）"),
            Column.money("个人账户（机构）"),
            Column.text("说明", 50),
            Column.text("处理", 30));

    private final ReconciliationList list;
    private final ListExport export;

    ReconciliationController(ReconciliationList list, ListExport export) {
        this.list = list;
        this.export = export;
    }

    @Requires("settlement.reconciliation.view")
    @GetMapping
    Page<Reconciled> list(@AuthenticationPrincipal Actor actor, Reconciled.Filter filter, PageQuery page) {
        return list.list(actor, filter, page);
    }

    /** What institutions settled by day, and which of it was compared. */
    @Requires("settlement.reconciliation.view")
    @GetMapping("/days")
    Page<Reconciled.Day> days(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String state,
            PageQuery page) {
        return list.days(
                actor, Given.day("开始日期", from), Given.day("结束日期", to), Given.text(text), Given.text(state), page);
    }

    @Requires("settlement.reconciliation.view")
    @GetMapping("/{id}")
    Reconciled.View get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return list.get(actor, id);
    }

    /**
     * How a difference was handled.
     *
     * @param note in words
     */
    record Note(@Nullable String note) {}

    @Requires("settlement.reconciliation.handle")
    @PostMapping("/{id}/differences/{line}/note")
    Reconciled.View handle(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable int line,
            @RequestBody Note request) {
        return list.handle(actor, id, line, Given.text(request.note()));
    }

    @Requires("settlement.reconciliation.export")
    @GetMapping("/{id}/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Reconciled.View view = list.get(actor, id);
        Reconciled one = view.reconciliation();
        ListExport.Subject subject = new ListExport.Subject(
                "settlement.reconciliation.export",
                "settlement.reconciliation",
                Long.toString(id),
                "对账差异 " + one.providerName() + " " + one.begins() + "至" + one.ends(),
                "单位：元");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (Reconciled.Line line : view.lines()) {
                sink.row(
                        line.line(),
                        line.kind(),
                        line.number(),
                        line.visit(),
                        line.person(),
                        line.message(),
                        line.ourTotalFen(),
                        line.theirTotalFen(),
                        line.ourFundFen(),
                        line.theirFundFen(),
                        line.ourAccountFen(),
                        line.theirAccountFen(),
                        line.memo(),
                        line.note());
            }
        });
    }
}
