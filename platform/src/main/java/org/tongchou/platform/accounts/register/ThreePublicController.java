package org.tongchou.platform.accounts.register;

import java.util.List;
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
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.book.TableExport;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Three-public events. */
@RestController
@RequestMapping("/api/accounts/three-public")
class ThreePublicController {
    private static final List<Column> COLUMNS = List.of(
            Column.date("日期"),
            Column.text("类别", 16),
            Column.text("单位", 28),
            Column.text("名称", 36),
            Column.text("事由", 36),
            Column.integer("团组/批次/辆"),
            Column.integer("人次"),
            Column.text("状态", 24));

    private final ThreePublicEvents events;
    private final Books books;
    private final TableExport export;

    ThreePublicController(ThreePublicEvents events, Books books, TableExport export) {
        this.events = events;
        this.books = books;
        this.export = export;
    }

    @Requires("accounts.book.view")
    @GetMapping
    Sheet<ThreePublicEvent, ThreePublicEvent.Totals> list(
            @AuthenticationPrincipal Actor actor, ThreePublicEvent.Filter filter, PageQuery page) {
        return events.list(actor, filter, page);
    }

    @Requires("accounts.register.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ThreePublicEvent create(@AuthenticationPrincipal Actor actor, @RequestBody ThreePublicEvent.Request request) {
        return events.create(actor, request);
    }

    @Requires("accounts.register.edit")
    @PutMapping("/{id}")
    ThreePublicEvent change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestBody ThreePublicEvent.Request request) {
        return events.change(actor, id, request);
    }

    @Requires("accounts.register.edit")
    @PostMapping("/{id}/cancellation")
    ThreePublicEvent cancel(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Cancellation request) {
        return events.cancel(actor, id, request);
    }

    @Requires("accounts.register.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            ThreePublicEvent.Filter filter,
            PageQuery page,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<ThreePublicEvent> rows = events.all(actor, filter, page);
        return export.answer(actor, books.get(actor, filter.bookId()), "“三公”事项", format, COLUMNS, sink -> {
            for (ThreePublicEvent row : rows) {
                sink.row(
                        row.date(),
                        row.kind(),
                        row.unitName(),
                        row.name(),
                        row.purpose(),
                        row.times(),
                        row.people(),
                        row.trail().cancelled() ? "作废：" + row.trail().cancelReason() : "");
            }
        });
    }
}
