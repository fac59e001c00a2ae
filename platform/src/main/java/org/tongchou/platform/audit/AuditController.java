package org.tongchou.platform.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** The audit administrator's pages. */
@RestController
@RequestMapping("/api/audit")
class AuditController {
    private static final int MOST_EXPORTED = 200_000;

    private static final List<Column> EXPORTED = List.of(
            Column.integer("编号"),
            Column.time("时间"),
            Column.text("用户名", 14),
            Column.text("姓名", 14),
            Column.text("单位", 24),
            Column.text("操作", 28),
            Column.text("对象", 28),
            Column.text("结果", 8),
            Column.text("摘要", 60),
            Column.text("来源地址", 16),
            Column.text("请求编号", 18));

    private final AuditSearch search;
    private final ChainVerification chain;
    private final AuditLog log;
    private final Clock clock;

    AuditController(AuditSearch search, ChainVerification chain, AuditLog log, Clock clock) {
        this.search = search;
        this.chain = chain;
        this.log = log;
        this.clock = clock;
    }

    /** Entries that match, a page at a time. */
    @Requires("audit.entry.read")
    @GetMapping("/entries")
    Page<AuditSearch.Row> entries(AuditSearch.Filter filter, PageQuery query) {
        return search.page(filter, query);
    }

    /** One entry, with what was before and after. */
    @Requires("audit.entry.read")
    @GetMapping("/entries/{id}")
    AuditSearch.Detail entry(@PathVariable long id) {
        return search.get(id);
    }

    /** Actions that occur, for the filter. */
    @Requires("audit.entry.read")
    @GetMapping("/actions")
    List<AuditSearch.Action> actions() {
        return search.actions();
    }

    /** Verifies the whole chain; itself recorded. */
    @Requires("audit.chain.verify")
    @PostMapping("/verifications")
    ChainVerification.Result verify(@AuthenticationPrincipal Actor actor) {
        ChainVerification.Result result = chain.verify();
        log.record(
                actor,
                "audit.chain.verify",
                "audit.chain",
                "",
                result.problems().isEmpty() ? "校验审计日志：完好" : "校验审计日志：发现问题",
                null,
                Map.of("已校验环数", result.verified(), "链头", result.head(), "问题", result.problems()));
        return result;
    }

    /** Exports the entries that match; itself recorded. */
    @Requires("audit.entry.export")
    @GetMapping("/entries/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            AuditSearch.Filter filter,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        LocalDateTime now = LocalDateTime.now(clock);
        Layout layout = new Layout(
                "审计日志",
                "按时间先后，最多 " + MOST_EXPORTED + " 条",
                EXPORTED,
                Layout.footer(actor.displayName(), actor.userName(), now));
        long[] count = {0};
        ResponseEntity<Resource> answer = Export.answer(
                format,
                layout,
                sink -> search.forEach(filter, MOST_EXPORTED, row -> {
                    count[0]++;
                    write(sink, row);
                }));
        log.record(
                actor,
                "audit.entry.export",
                "audit.entry",
                "",
                "导出审计日志 " + count[0] + " 条",
                null,
                Map.of("条件", filter.toString()));
        return answer;
    }

    private static void write(org.tongchou.platform.spreadsheet.RowSink sink, AuditSearch.Row row) {
        try {
            sink.row(
                    row.id(),
                    row.happenedAt(),
                    row.userName(),
                    row.displayName(),
                    row.unitName(),
                    row.actionName(),
                    row.objectName() + (row.objectId().isEmpty() ? "" : " " + row.objectId()),
                    row.outcome().equals("done") ? "已办" : "被拒绝",
                    row.summary(),
                    row.client(),
                    row.trace());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
