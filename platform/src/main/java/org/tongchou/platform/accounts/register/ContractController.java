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

/** Procurement contracts. */
@RestController
@RequestMapping("/api/accounts/contracts")
class ContractController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("合同编号", 20),
            Column.text("合同名称", 36),
            Column.text("单位", 28),
            Column.text("项目", 28),
            Column.text("采购类别", 10),
            Column.text("供应商", 28),
            Column.text("企业规模", 12),
            Column.money("合同金额（元）"),
            Column.date("签订日期"),
            Column.text("状态", 24));

    private final Contracts contracts;
    private final Books books;
    private final TableExport export;

    ContractController(Contracts contracts, Books books, TableExport export) {
        this.contracts = contracts;
        this.books = books;
        this.export = export;
    }

    @Requires("accounts.book.view")
    @GetMapping
    Sheet<Contract, Contract.Totals> list(
            @AuthenticationPrincipal Actor actor, Contract.Filter filter, PageQuery page) {
        return contracts.list(actor, filter, page);
    }

    @Requires("accounts.book.view")
    @GetMapping("/{id}")
    Contract get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return contracts.get(actor, id);
    }

    @Requires("accounts.register.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Contract create(@AuthenticationPrincipal Actor actor, @RequestBody Contract.Request request) {
        return contracts.create(actor, request);
    }

    @Requires("accounts.register.edit")
    @PutMapping("/{id}")
    Contract change(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Contract.Request request) {
        return contracts.change(actor, id, request);
    }

    @Requires("accounts.register.edit")
    @PostMapping("/{id}/cancellation")
    Contract cancel(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Cancellation request) {
        return contracts.cancel(actor, id, request);
    }

    @Requires("accounts.register.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            Contract.Filter filter,
            PageQuery page,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<Contract> rows = contracts.all(actor, filter, page);
        long sum = rows.stream().mapToLong(Contract::fen).sum();
        return export.answer(actor, books.get(actor, filter.bookId()), "政府采购合同", format, COLUMNS, sink -> {
            for (Contract row : rows) {
                sink.row(
                        row.number(),
                        row.name(),
                        row.unitName(),
                        row.projectName(),
                        row.kind(),
                        row.supplier(),
                        size(row),
                        row.fen(),
                        row.signedOn(),
                        row.trail().cancelled() ? "作废：" + row.trail().cancelReason() : "");
            }
            sink.totals("合计", rows.size() + " 份", null, null, null, null, null, sum, null, null);
        });
    }

    private static String size(Contract row) {
        if (row.micro()) {
            return "小微企业";
        }
        return row.sme() ? "中小企业" : "其他";
    }
}
