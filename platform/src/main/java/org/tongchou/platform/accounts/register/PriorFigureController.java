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

/** Last year's closing figures. */
@RestController
@RequestMapping("/api/accounts/prior-figures")
class PriorFigureController {
    private static final List<Column> COLUMNS =
            List.of(Column.text("单位", 28), Column.text("数据项", 36), Column.money("上年数（元或个）"), Column.text("来源", 40));

    private final PriorFigures figures;
    private final Books books;
    private final TableExport export;

    PriorFigureController(PriorFigures figures, Books books, TableExport export) {
        this.figures = figures;
        this.books = books;
        this.export = export;
    }

    @Requires("accounts.book.view")
    @GetMapping
    Sheet<PriorFigures.Figure, PriorFigures.Totals> list(
            @AuthenticationPrincipal Actor actor, PriorFigures.Filter filter, PageQuery page) {
        return figures.list(actor, filter, page);
    }

    @Requires("accounts.register.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PriorFigures.Figure create(@AuthenticationPrincipal Actor actor, @RequestBody PriorFigures.Request request) {
        return figures.create(actor, request);
    }

    @Requires("accounts.register.edit")
    @PutMapping("/{id}")
    PriorFigures.Figure change(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody PriorFigures.Request request) {
        return figures.change(actor, id, request);
    }

    @Requires("accounts.register.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            PriorFigures.Filter filter,
            PageQuery page,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<PriorFigures.Figure> rows = figures.all(actor, filter, page);
        return export.answer(actor, books.get(actor, filter.bookId()), "上年决算数", format, COLUMNS, sink -> {
            for (PriorFigures.Figure row : rows) {
                sink.row(
                        row.unitName(), row.key(), row.value().movePointRight(2).longValueExact(), row.source());
            }
        });
    }
}
