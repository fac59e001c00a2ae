package org.tongchou.platform.settlement.filing;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.settlement.FilingRow;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.spreadsheet.RowSink;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Filings at the centre: the list, and acts with their review. */
@RestController
@Tag(name = "医疗结算")
@RequestMapping("/api/settlement")
class FilingController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("备案编号", 22),
            Column.text("人员编号", 20),
            Column.text("姓名", 12),
            Column.text("类别", 10),
            Column.text("病种或方式", 20),
            Column.text("医药机构", 26),
            Column.date("开始日期"),
            Column.date("结束日期"),
            Column.text("状态", 10),
            Column.text("说明", 30));

    private final FilingList list;
    private final FilingActs acts;
    private final AuditLog audit;
    private final Clock clock;

    FilingController(FilingList list, FilingActs acts, AuditLog audit, Clock clock) {
        this.list = list;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    @Requires("settlement.filing.view")
    @PostMapping("/filings/search")
    Page<FilingRow> find(@AuthenticationPrincipal Actor actor, @RequestBody FilingList.Search search, PageQuery page) {
        return list.list(actor, search, page);
    }

    @Requires("settlement.bill.export")
    @PostMapping("/filings/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @RequestBody FilingList.Search search,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Layout layout = new Layout(
                "备案清单", "", COLUMNS, Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer =
                Export.answer(format, layout, sink -> list.each(actor, search, row -> write(sink, row)));
        audit.record(
                actor,
                "settlement.filing.export",
                "settlement.filing",
                "0",
                "导出备案清单",
                null,
                Map.of("format", format.name()));
        return answer;
    }

    private static void write(RowSink sink, FilingRow row) {
        try {
            sink.row(
                    row.number(),
                    row.personNumber(),
                    row.personName(),
                    row.kind(),
                    row.subject(),
                    row.provider(),
                    row.begins(),
                    row.ends(),
                    row.state(),
                    row.note());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Requires("settlement.filing.view")
    @GetMapping("/filing-acts")
    Page<FilingList.ActRow> acts(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long person,
            PageQuery page) {
        return list.acts(actor, state, person, page);
    }

    @Requires("settlement.filing.enter")
    @PostMapping("/filing-acts")
    FilingAct enter(@AuthenticationPrincipal Actor actor, @RequestBody FilingActs.Request request) {
        return acts.enter(actor, request);
    }

    /**
     * A review.
     *
     * @param accept whether it is done
     * @param opinion why not
     */
    record Review(boolean accept, @Nullable String opinion) {}

    @Requires("settlement.filing.review")
    @PostMapping("/filing-acts/{id}/review")
    FilingAct review(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Review review) {
        return acts.review(actor, id, review.accept(), review.opinion());
    }

    @Requires("settlement.filing.enter")
    @PostMapping("/filing-acts/{id}/withdrawal")
    FilingAct withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return acts.withdraw(actor, id);
    }
}
