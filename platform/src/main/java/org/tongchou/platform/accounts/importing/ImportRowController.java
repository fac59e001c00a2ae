package org.tongchou.platform.accounts.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** The rows of a batch before they are posted: looking at them and mending them. */
@RestController
@RequestMapping("/api/accounts/imports/{id}")
class ImportRowController {
    private final Mending mending;
    private final Batches batches;
    private final StagedRows rows;

    ImportRowController(Mending mending, Batches batches, StagedRows rows) {
        this.mending = mending;
        this.batches = batches;
        this.rows = rows;
    }

    /** Rows with their problems, in the order of the file. */
    @Requires("accounts.import.view")
    @GetMapping("/rows")
    Page<StagedRows.Row> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable Integer column,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String value,
            PageQuery page) {
        batches.get(actor, id);
        return rows.list(id, state, severity, column, code, value, page);
    }

    /** Equal problems together, the most frequent first. */
    @Requires("accounts.import.view")
    @GetMapping("/problems")
    List<StagedRows.Group> problems(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        batches.get(actor, id);
        return rows.groups(id);
    }

    /** Changes cells of one row and checks it again. */
    @Requires("accounts.import.upload")
    @PutMapping("/rows/{rowNo}")
    StagedRows.Row mend(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable int rowNo,
            @RequestBody Mend request) {
        Map<Integer, String> cells = Given.required("单元格", request.cells());
        if (cells.isEmpty() || cells.size() > 200 || cells.containsValue(null)) {
            throw Refusal.field("E-IMP-063", "单元格", "", "至少一个单元格和它的新内容");
        }
        return mending.mend(actor, id, rowNo, Given.required("版本", request.version()), cells);
    }

    /** Sets a value in all rows with the same problem and the same value. */
    @Requires("accounts.import.upload")
    @PostMapping("/mend")
    Changed mendAll(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody MendAll request) {
        return new Changed(mending.mendAll(
                actor,
                id,
                Given.required("列", request.column()),
                Given.required("问题", request.code()),
                Given.required("原值", request.value()),
                Given.required("新值", request.text())));
    }

    /** Leaves rows out with a reason: the given ones, or all with the same problem and the same value. */
    @Requires("accounts.import.upload")
    @PostMapping("/skip")
    Changed skip(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Skip request) {
        String reason = Given.requiredLine("跳过原因", request.reason(), 200);
        if (request.rows() != null) {
            return new Changed(mending.skip(actor, id, few(request.rows()), reason));
        }
        return new Changed(mending.skipAll(
                actor,
                id,
                Given.required("列", request.column()),
                Given.required("问题", request.code()),
                Given.required("原值", request.value()),
                reason));
    }

    /** Takes skipped rows back in. */
    @Requires("accounts.import.upload")
    @PostMapping("/unskip")
    Changed unskip(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Skip request) {
        return new Changed(mending.unskip(actor, id, few(Given.required("行", request.rows()))));
    }

    private static List<Integer> few(List<Integer> rows) {
        if (rows.isEmpty() || rows.size() > Mending.MOST || rows.contains(null)) {
            throw Refusal.field("E-IMP-065", "行", rows.size() + " 行", "1 至 " + Mending.MOST + " 行");
        }
        return rows;
    }

    /**
     * New texts of one row.
     *
     * @param version version of the row that was seen
     * @param cells new text by column, from 0
     */
    record Mend(@Nullable Integer version, @Nullable Map<Integer, String> cells) {}

    /**
     * A value for many rows.
     *
     * @param column column, from 0
     * @param code code of the problem
     * @param value the wrong value
     * @param text the new one
     */
    record MendAll(
            @Nullable Integer column,
            @Nullable String code,
            @Nullable String value,
            @Nullable String text) {}

    /**
     * Rows to be left out.
     *
     * @param rows their numbers; or else column, code and value of a problem
     * @param column column of the problem
     * @param code its code
     * @param value the wrong value
     * @param reason why
     */
    record Skip(
            @Nullable List<Integer> rows,
            @Nullable Integer column,
            @Nullable String code,
            @Nullable String value,
            @Nullable String reason) {}

    /**
     * What became of it.
     *
     * @param rows how many rows were changed
     */
    record Changed(int rows) {}
}
