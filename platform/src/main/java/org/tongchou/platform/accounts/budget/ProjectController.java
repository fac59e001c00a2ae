package org.tongchou.platform.accounts.budget;

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

/** Projects: list, create, change, export. */
@RestController
@RequestMapping("/api/accounts/projects")
class ProjectController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("项目编码", 16),
            Column.text("项目名称", 36),
            Column.text("单位", 28),
            Column.text("项目类别", 16),
            Column.money("年初预算（元）"),
            Column.money("全年预算（元）"),
            Column.money("支出（元）"),
            Column.percent("执行率"),
            Column.text("状态", 8));

    private final ProjectRegister projects;
    private final Books books;
    private final TableExport export;

    ProjectController(ProjectRegister projects, Books books, TableExport export) {
        this.projects = projects;
        this.books = books;
        this.export = export;
    }

    @Requires("accounts.book.view")
    @GetMapping
    Sheet<ProjectRow, ProjectRegister.Totals> list(
            @AuthenticationPrincipal Actor actor, ProjectRegister.Filter filter, PageQuery page) {
        return projects.list(actor, filter, page);
    }

    @Requires("accounts.book.view")
    @GetMapping("/{id}")
    ProjectRow get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return projects.row(actor, id);
    }

    @Requires("accounts.project.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProjectRow create(@AuthenticationPrincipal Actor actor, @RequestBody ProjectRequest request) {
        return projects.create(actor, request);
    }

    @Requires("accounts.project.edit")
    @PutMapping("/{id}")
    ProjectRow change(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody ProjectRequest request) {
        return projects.change(actor, id, request);
    }

    @Requires("accounts.budget.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            ProjectRegister.Filter filter,
            PageQuery page,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<ProjectRow> rows = projects.all(actor, filter, page);
        ProjectRegister.Totals sums = ProjectRegister.totals(rows);
        return export.answer(actor, books.get(actor, filter.bookId()), "项目", format, COLUMNS, sink -> {
            for (ProjectRow row : rows) {
                sink.row(
                        row.code(),
                        row.name(),
                        row.unitName(),
                        row.category(),
                        row.initialFen(),
                        row.adjustedFen(),
                        row.executedFen(),
                        Share.ratio(row.executedFen(), row.adjustedFen()),
                        row.active() ? "启用" : "停用");
            }
            sink.totals(
                    "合计",
                    rows.size() + " 个",
                    null,
                    null,
                    sums.initialFen(),
                    sums.adjustedFen(),
                    sums.executedFen(),
                    Share.ratio(sums.executedFen(), sums.adjustedFen()),
                    null);
        });
    }
}
