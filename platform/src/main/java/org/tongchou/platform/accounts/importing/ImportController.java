package org.tongchou.platform.accounts.importing;

import java.util.List;
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
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Import batches and their course. */
@RestController
@RequestMapping("/api/accounts/imports")
class ImportController {
    private static final int LONGEST_REASON = 500;

    private final Imports imports;
    private final Batches batches;
    private final StagedRows rows;
    private final ErrorFile errorFile;

    ImportController(Imports imports, Batches batches, StagedRows rows, ErrorFile errorFile) {
        this.imports = imports;
        this.batches = batches;
        this.rows = rows;
        this.errorFile = errorFile;
    }

    /** The batches within the scope, the newest first. */
    @Requires("accounts.import.view")
    @GetMapping
    Page<Batch> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable Long bookId,
            @RequestParam(required = false) @Nullable List<String> states,
            @RequestParam(required = false) @Nullable String text,
            PageQuery page) {
        return batches.list(actor, bookId, states, text, page);
    }

    /** A batch is made from an uploaded file and checked. */
    @Requires("accounts.import.upload")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Batch create(@AuthenticationPrincipal Actor actor, @RequestBody NewImport request) {
        return imports.create(
                actor,
                Given.required("账套", request.bookId()),
                Given.required("文件", request.fileId()),
                Given.line("模板", request.template(), 100),
                Given.required("对应关系", request.mapping()));
    }

    @Requires("accounts.import.view")
    @GetMapping("/{id}")
    Batch get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return batches.get(actor, id);
    }

    /** Sums of the rows that can be posted, to be compared before posting. */
    @Requires("accounts.import.view")
    @GetMapping("/{id}/totals")
    Totals totals(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        batches.get(actor, id);
        return new Totals(
                rows.sums(id, StagedRows.By.FUND),
                rows.sums(id, StagedRows.By.MONTH),
                rows.sums(id, StagedRows.By.UNIT),
                rows.sums(id, StagedRows.By.NATURE),
                rows.sums(id, StagedRows.By.FUNCTIONAL));
    }

    /** Checks again: the rows as they were mended, or the file with another mapping. */
    @Requires("accounts.import.upload")
    @PostMapping("/{id}/check")
    Batch check(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Recheck request) {
        return imports.checkAgain(actor, id, Given.required("版本", request.version()), request.mapping());
    }

    /** Puts a corrected file in the place of the one before. */
    @Requires("accounts.import.upload")
    @PostMapping("/{id}/replace")
    Batch replace(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Replacement request) {
        return imports.replace(
                actor, id, Given.required("版本", request.version()), Given.required("文件", request.fileId()));
    }

    /** Posts the correct rows; the numbers that the person confirmed must be the present ones. */
    @Requires(ImportRights.POST)
    @PostMapping("/{id}/post")
    Batch post(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Confirmation request) {
        return imports.post(
                actor,
                id,
                Given.required("版本", request.version()),
                Given.required("入账行数", request.correctRows()),
                Given.required("不导入行数", request.leftOutRows()));
    }

    /** Takes a posting back that has not happened yet. */
    @Requires(ImportRights.POST)
    @PostMapping("/{id}/withdraw")
    Batch withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return imports.withdraw(actor, id);
    }

    /** Reverses all entries of a posted batch, or cancels its rows of a register. */
    @Requires("accounts.import.reverse")
    @PostMapping("/{id}/reverse")
    Batch reverse(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reason request) {
        return imports.reverse(
                actor,
                id,
                Given.required("版本", request.version()),
                Given.requiredLine("冲销原因", request.reason(), LONGEST_REASON));
    }

    /** Gives a batch up that was not posted. */
    @Requires("accounts.import.upload")
    @PostMapping("/{id}/discard")
    Batch discard(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reason request) {
        return imports.discard(
                actor,
                id,
                Given.required("版本", request.version()),
                Given.requiredLine("作废原因", request.reason(), LONGEST_REASON));
    }

    /** The wrong rows as a workbook, wrong cells marked, reasons beside them. */
    @Requires("accounts.import.view")
    @GetMapping("/{id}/errors.xlsx")
    ResponseEntity<Resource> errors(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return errorFile.answer(actor, batches.get(actor, id));
    }

    /**
     * A file to be imported.
     *
     * @param bookId the book
     * @param fileId the uploaded file
     * @param template name and version of the template, if one was used
     * @param mapping columns and fields
     */
    record NewImport(
            @Nullable Long bookId,
            @Nullable Long fileId,
            @Nullable String template,
            @Nullable Mapping mapping) {}

    /**
     * A check to be repeated.
     *
     * @param version version of the batch that was seen
     * @param mapping another mapping, with which the file is read again; null to check the rows as they are
     */
    record Recheck(@Nullable Integer version, @Nullable Mapping mapping) {}

    /**
     * A corrected file.
     *
     * @param version version of the batch that was seen
     * @param fileId the uploaded file
     */
    record Replacement(@Nullable Integer version, @Nullable Long fileId) {}

    /**
     * What a person confirms before posting.
     *
     * @param version version of the batch that was seen
     * @param correctRows rows to be posted
     * @param leftOutRows wrong rows that are not imported
     */
    record Confirmation(
            @Nullable Integer version,
            @Nullable Integer correctRows,
            @Nullable Integer leftOutRows) {}

    /**
     * Why something is undone.
     *
     * @param version version of the batch that was seen
     * @param reason the reason
     */
    record Reason(@Nullable Integer version, @Nullable String reason) {}

    /**
     * Sums of the correct rows.
     *
     * @param byFund by source of money
     * @param byMonth by month
     * @param byUnit by id of the unit
     * @param byNature by nature of expenditure, or kind of contract or event
     * @param byFunctional by functional code
     */
    record Totals(
            List<StagedRows.Sum> byFund,
            List<StagedRows.Sum> byMonth,
            List<StagedRows.Sum> byUnit,
            List<StagedRows.Sum> byNature,
            List<StagedRows.Sum> byFunctional) {}
}
