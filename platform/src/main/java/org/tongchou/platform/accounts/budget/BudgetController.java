package org.tongchou.platform.accounts.budget;

import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Entries;
import org.tongchou.platform.accounts.book.EntryRequest;
import org.tongchou.platform.accounts.book.EntryRow;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.book.TableExport;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** The budget: items, income, balance; drawing up, adjusting, export. */
@RestController
@RequestMapping("/api/accounts/budget")
class BudgetController {
    private static final Set<EntryKind> DRAWN_UP =
            Set.of(EntryKind.BUDGET_INCOME, EntryKind.BUDGET_INITIAL, EntryKind.BUDGET_CARRY_OVER);

    private final BudgetItems items;
    private final IncomeBudget income;
    private final Ledger ledger;
    private final Entries entries;
    private final Books books;
    private final TableExport export;

    BudgetController(
            BudgetItems items, IncomeBudget income, Ledger ledger, Entries entries, Books books, TableExport export) {
        this.items = items;
        this.income = income;
        this.ledger = ledger;
        this.entries = entries;
        this.books = books;
        this.export = export;
    }

    @Requires("accounts.book.view")
    @GetMapping("/items")
    Sheet<BudgetItem, BudgetTotals> items(@AuthenticationPrincipal Actor actor, BudgetFilter filter, PageQuery page) {
        return items.list(actor, filter, page);
    }

    @Requires("accounts.book.view")
    @GetMapping("/income")
    Sheet<IncomeBudget.Line, IncomeBudget.Totals> income(
            @AuthenticationPrincipal Actor actor, BudgetFilter filter, PageQuery page) {
        return income.list(actor, filter, page);
    }

    @Requires("accounts.book.view")
    @GetMapping("/balance")
    List<IncomeBudget.Balance> balance(@AuthenticationPrincipal Actor actor, @RequestParam long bookId) {
        return income.balances(actor, bookId);
    }

    @Requires("accounts.budget.edit")
    @PostMapping("/entries")
    @ResponseStatus(HttpStatus.CREATED)
    EntryRow enter(@AuthenticationPrincipal Actor actor, @RequestBody EntryRequest request) {
        NewEntry entry = request.entry();
        if (!DRAWN_UP.contains(entry.kind())) {
            throw Refusal.field("E-BKS-210", "类别", entry.kind().printed(), "收入预算、年初预算或结转预算；调整请用预算调整");
        }
        return entries.get(actor, ledger.postOne(actor, request.book(), entry));
    }

    @Requires("accounts.budget.edit")
    @PostMapping("/adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    EntryRow adjust(@AuthenticationPrincipal Actor actor, @RequestBody BudgetAdjustment request) {
        return entries.get(actor, items.adjust(actor, request));
    }

    @Requires("accounts.budget.export")
    @GetMapping("/items/export")
    ResponseEntity<Resource> exportItems(
            @AuthenticationPrincipal Actor actor,
            BudgetFilter filter,
            PageQuery page,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<BudgetItem> rows = items.all(actor, filter, page);
        return export.answer(
                actor,
                books.get(actor, filter.bookId()),
                "支出预算",
                format,
                BudgetTable.ITEM_COLUMNS,
                sink -> BudgetTable.writeItems(rows, sink));
    }

    @Requires("accounts.budget.export")
    @GetMapping("/income/export")
    ResponseEntity<Resource> exportIncome(
            @AuthenticationPrincipal Actor actor,
            BudgetFilter filter,
            PageQuery page,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<IncomeBudget.Line> rows = income.all(actor, filter, page);
        return export.answer(
                actor,
                books.get(actor, filter.bookId()),
                "收入预算",
                format,
                BudgetTable.INCOME_COLUMNS,
                sink -> BudgetTable.writeIncome(rows, sink));
    }
}
