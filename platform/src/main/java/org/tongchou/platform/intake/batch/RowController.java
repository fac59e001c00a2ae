package org.tongchou.platform.intake.batch;

import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "批量导入")
@RequestMapping("/api/intake/batches/{id}")
class RowController {
    private static final int LONGEST_REASON = 200;

    private final Mending mending;
    private final Batches batches;
    private final StagedRows rows;

    RowController(Mending mending, Batches batches, StagedRows rows) {
        this.mending = mending;
        this.batches = batches;
        this.rows = rows;
    }

    /** Rows with their problems, in the order of the file. */
    @Requires("intake.batch.view")
    @GetMapping("/rows")
    Page<StagedRows.Row> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String value,
            PageQuery page) {
        batches.get(actor, id);
        return rows.list(id, new StagedRows.Filter(state, field, code, value), page);
    }

    /** Equal problems together, the most frequent first. */
    @Requires("intake.batch.view")
    @GetMapping("/problems")
    List<StagedRows.Group> problems(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        batches.get(actor, id);
        return rows.groups(id);
    }

    /** Changes cells of one row and checks it again. */
    @Requires("intake.batch.upload")
    @PutMapping("/rows/{number}")
    StagedRows.Row mend(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable int number,
            @RequestBody Mend request) {
        Map<String, String> cells = Given.required("单元格", request.cells());
        if (cells.isEmpty() || cells.containsValue(null)) {
            throw Refusal.field("E-INT-060", "单元格", "", "至少一个单元格和它的新内容");
        }
        return mending.mend(actor, id, number, Given.required("版本", request.version()), cells);
    }

    /** Shows the personal cells of a row in full, which is recorded. */
    @Requires("intake.row.reveal")
    @PostMapping("/rows/{number}/reveal")
    Map<String, String> reveal(@AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable int number) {
        return mending.reveal(actor, id, number);
    }

    /** Sets a value in all rows with the same problem and the same value. */
    @Requires("intake.batch.upload")
    @PostMapping("/mend")
    Changed mendAll(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody MendAll request) {
        return new Changed(mending.mendAll(
                actor,
                id,
                same(request.field(), request.code(), request.value()),
                Given.required("新值", request.text())));
    }

    private static StagedRows.Filter same(@Nullable String field, @Nullable String code, @Nullable String value) {
        return new StagedRows.Filter(
                null,
                Given.required("栏目", field),
                Given.requiredLine("问题", code, LONGEST_REASON),
                Given.required("原值", value));
    }

    /** Leaves rows out with a reason: the given ones, or all with the same problem and the same value. */
    @Requires("intake.batch.upload")
    @PostMapping("/skip")
    Changed skip(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Skip request) {
        String reason = Given.requiredLine("跳过原因", request.reason(), LONGEST_REASON);
        return new Changed(
                request.rows() == null
                        ? mending.skipAll(actor, id, same(request.field(), request.code(), request.value()), reason)
                        : mending.skip(actor, id, few(request.rows()), reason));
    }

    /** Takes skipped rows back in. */
    @Requires("intake.batch.upload")
    @PostMapping("/unskip")
    Changed unskip(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Unskip request) {
        return new Changed(mending.unskip(actor, id, few(Given.required("行", request.rows()))));
    }

    private static List<Integer> few(List<Integer> rows) {
        if (rows.isEmpty() || rows.size() > Mending.MOST) {
            throw Refusal.field("E-INT-067", "行", rows.size() + " 行", "1 至 " + Mending.MOST + " 行");
        }
        return rows;
    }

    /**
     * New texts of one row.
     *
     * @param version version of the row that was seen
     * @param cells new text by key of the field
     */
    record Mend(@Nullable Integer version, @Nullable Map<String, String> cells) {}

    /**
     * A value for many rows.
     *
     * @param field key of the field
     * @param code code of the problem
     * @param value the wrong value
     * @param text the new one
     */
    record MendAll(
            @Nullable String field,
            @Nullable String code,
            @Nullable String value,
            @Nullable String text) {}

    /**
     * Rows to be left out.
     *
     * @param rows their numbers; null for all with the same problem and value
     * @param field key of the field; empty when the problem is about the whole row
     * @param code code of the problem
     * @param value the wrong value
     * @param reason why they are not imported
     */
    record Skip(
            @Nullable List<Integer> rows,
            @Nullable String field,
            @Nullable String code,
            @Nullable String value,
            @Nullable String reason) {}

    /**
     * Rows to be taken back in.
     *
     * @param rows their numbers
     */
    record Unskip(@Nullable List<Integer> rows) {}

    /**
     * What was changed.
     *
     * @param rows how many rows
     */
    record Changed(int rows) {}
}
