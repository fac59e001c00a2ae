package org.tongchou.platform.accounts.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.TableExport;
import org.tongchou.platform.accounts.budget.Share;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.RowSink;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** Execution progress: look at, explain, set limits, export. */
@RestController
@RequestMapping("/api/accounts/execution")
class ProgressController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("项目编码", 16),
            Column.text("项目名称", 36),
            Column.text("单位", 28),
            Column.money("年初预算（元）"),
            Column.money("全年预算（元）"),
            Column.money("支出（元）"),
            Column.money("未执行（元）"),
            Column.percent("执行率"));

    private final ProgressService progress;
    private final Limits limits;
    private final Reasons reasons;
    private final Books books;
    private final TableExport export;

    ProgressController(ProgressService progress, Limits limits, Reasons reasons, Books books, TableExport export) {
        this.progress = progress;
        this.limits = limits;
        this.reasons = reasons;
        this.books = books;
        this.export = export;
    }

    @Requires("accounts.book.view")
    @GetMapping("/progress")
    Progress progress(
            @AuthenticationPrincipal Actor actor,
            @RequestParam long bookId,
            @RequestParam(required = false) @Nullable Long unitId,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable Integer month) {
        return progress.progress(actor, bookId, unitId, fund, month);
    }

    @Requires("accounts.execution.explain")
    @PutMapping("/reasons")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void explain(@AuthenticationPrincipal Actor actor, @RequestBody Reasons.Request request) {
        reasons.give(actor, request);
    }

    @Requires("accounts.book.view")
    @GetMapping("/limits")
    List<Limit> limits() {
        return limits.list();
    }

    @Requires("accounts.execution.limit")
    @PutMapping("/limits/{code}")
    Limit limit(@AuthenticationPrincipal Actor actor, @PathVariable String code, @RequestBody Limits.Request request) {
        return limits.change(actor, code, request);
    }

    @Requires("accounts.entry.export")
    @GetMapping("/progress/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @RequestParam long bookId,
            @RequestParam(required = false) @Nullable Long unitId,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable Integer month,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Progress found = progress.progress(actor, bookId, unitId, fund, month);
        return export.answer(actor, books.get(actor, bookId), "项目执行进度", format, COLUMNS, sink -> {
            for (ProgressLine line : found.projects()) {
                write(sink, line);
            }
            ProgressLine total = found.total();
            sink.totals(
                    "全部支出合计",
                    null,
                    "截至 " + found.asOf(),
                    total.initialFen(),
                    total.adjustedFen(),
                    total.executedFen(),
                    total.remainingFen(),
                    Share.ratio(total.executedFen(), total.adjustedFen()));
        });
    }

    private static void write(RowSink sink, ProgressLine line) throws java.io.IOException {
        sink.row(
                line.projectCode(),
                line.projectName(),
                line.unitName(),
                line.initialFen(),
                line.adjustedFen(),
                line.executedFen(),
                line.remainingFen(),
                Share.ratio(line.executedFen(), line.adjustedFen()));
    }
}
