package org.tongchou.platform.settlement.clearing;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** What institutions are paid for a month, at the desk. */
@RestController("settlementStatementController")
@Tag(name = "机构月结")
@RequestMapping("/api/settlement/statements")
class StatementController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("结算ID", 30),
            Column.text("就诊ID", 26),
            Column.text("人员编号", 24),
            Column.text("清算类别", 12),
            Column.date("结算日期"),
            Column.text("类型", 8),
            Column.money("医疗费总额"),
            Column.money("基金支付"),
            Column.money("个人账户支付"),
            Column.money("个人现金"));

    private final Statements statements;
    private final StatementList list;
    private final ListExport export;

    StatementController(Statements statements, StatementList list, ListExport export) {
        this.statements = statements;
        this.list = list;
        this.export = export;
    }

    @Requires("settlement.clearing.view")
    @GetMapping
    Page<Statement> list(@AuthenticationPrincipal Actor actor, Statement.Filter filter, PageQuery page) {
        return list.list(actor, filter, page);
    }

    @Requires("settlement.clearing.view")
    @GetMapping("/{id}")
    Statement.View get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return list.view(actor, id);
    }

    @Requires("settlement.clearing.view")
    @GetMapping("/{id}/settlements")
    Page<Statement.Row> settlements(@AuthenticationPrincipal Actor actor, @PathVariable long id, PageQuery page) {
        return list.rows(actor, id, page);
    }

    @Requires("settlement.clearing.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<Statement> draw(@AuthenticationPrincipal Actor actor, @RequestBody Statement.Request request) {
        return statements.draw(actor, request);
    }

    @Requires("settlement.clearing.review")
    @PostMapping("/{id}/review")
    Statement review(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Statement.Review request) {
        return statements.review(actor, id, request);
    }

    /** After the fund's people cancelled an order, for instance because of a wrong account. */
    @Requires("settlement.clearing.review")
    @PostMapping("/{id}/payment")
    Statement payAgain(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return statements.payAgain(actor, id);
    }

    /** The statement as the institution gets it. */
    @Requires("settlement.clearing.export")
    @GetMapping("/{id}/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Statement one = list.view(actor, id).statement();
        List<Statement.Row> rows = list.rows(id);
        ListExport.Subject subject = new ListExport.Subject(
                "settlement.statement.export",
                "settlement.statement",
                Long.toString(id),
                one.month() + one.kind() + "单 " + one.providerName(),
                "单位：元　应付 " + yuan(one.dueFen()) + "　抵扣预付 " + yuan(one.prepaidFen()) + "　扣留质保金 " + yuan(one.depositFen())
                        + "　付款 " + yuan(one.payFen()) + "　" + one.state());
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            long total = 0;
            long fund = 0;
            long account = 0;
            long cash = 0;
            for (Statement.Row row : rows) {
                total += row.totalFen();
                fund += row.fundFen();
                account += row.accountFen();
                cash += row.cashFen();
                sink.row(
                        row.number(),
                        row.visit(),
                        row.person(),
                        row.clearingName(),
                        row.day(),
                        row.kept(),
                        row.totalFen(),
                        row.fundFen(),
                        row.accountFen(),
                        row.cashFen());
            }
            sink.totals("合计", rows.size() + " 笔", "", "", null, "", total, fund, account, cash);
        });
    }

    private static String yuan(long fen) {
        return org.tongchou.money.Money.ofFen(fen).toString();
    }
}
