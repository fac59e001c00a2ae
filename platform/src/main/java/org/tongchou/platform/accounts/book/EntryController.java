package org.tongchou.platform.accounts.book;

import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Entries: list, look at, enter, reverse, export. */
@RestController
@RequestMapping("/api/accounts/entries")
class EntryController {
    private static final Set<EntryKind> EXECUTION = Set.of(
            EntryKind.INCOME, EntryKind.EXPENSE, EntryKind.OPENING, EntryKind.SURPLUS_USED, EntryKind.DISTRIBUTION);

    private final Entries entries;
    private final Ledger ledger;
    private final EntryExport export;

    EntryController(Entries entries, Ledger ledger, EntryExport export) {
        this.entries = entries;
        this.ledger = ledger;
        this.export = export;
    }

    @Requires("accounts.book.view")
    @GetMapping
    Sheet<EntryRow, Entries.Totals> list(@AuthenticationPrincipal Actor actor, EntryFilter filter, PageQuery page) {
        return entries.list(actor, filter, page);
    }

    @Requires("accounts.book.view")
    @GetMapping("/{id}")
    EntryRow get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return entries.get(actor, id);
    }

    @Requires("accounts.entry.post")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EntryRow post(@AuthenticationPrincipal Actor actor, @RequestBody EntryRequest request) {
        NewEntry entry = request.entry();
        if (!EXECUTION.contains(entry.kind())) {
            throw Refusal.field("E-BKS-100", "类别", entry.kind().printed(), "收入、支出或结转结余；预算在预算编制中登记");
        }
        return entries.get(actor, ledger.postOne(actor, request.book(), entry));
    }

    @Requires("accounts.entry.reverse")
    @PostMapping("/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    EntryRow reverse(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reason reason) {
        return entries.get(actor, ledger.reverse(actor, id, Given.text(reason.reason())));
    }

    @Requires("accounts.entry.reverse")
    @PostMapping("/batch-reversal")
    Reversed reverseBatch(@AuthenticationPrincipal Actor actor, @RequestBody BatchReversal request) {
        return new Reversed(ledger.reverseBatch(
                actor,
                Given.required("账套", request.bookId()),
                Given.required("批次", request.batchId()),
                Given.text(request.reason())));
    }

    @Requires("accounts.entry.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            EntryFilter filter,
            PageQuery page,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        return export.answer(actor, filter, page, format);
    }

    /**
     * Why something is undone.
     *
     * @param reason one sentence
     */
    record Reason(@Nullable String reason) {}

    /**
     * A batch to be undone.
     *
     * @param bookId its book
     * @param batchId the batch
     * @param reason one sentence
     */
    record BatchReversal(
            @Nullable Long bookId,
            @Nullable Long batchId,
            @Nullable String reason) {}

    /**
     * What was undone.
     *
     * @param entries how many entries
     */
    record Reversed(int entries) {}
}
