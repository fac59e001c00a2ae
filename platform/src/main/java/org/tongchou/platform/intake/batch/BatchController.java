package org.tongchou.platform.intake.batch;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.multipart.MultipartFile;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Batches and their course. */
@RestController
@Tag(name = "批量导入")
@RequestMapping("/api/intake/batches")
class BatchController {
    private static final int LONGEST_REASON = 500;
    private static final TypeReference<Map<String, @Nullable String>> TEXTS = new TypeReference<>() {};

    private final Flow flow;
    private final Batches batches;
    private final StagedRows rows;
    private final Reports reports;
    private final JsonMapper json;

    BatchController(Flow flow, Batches batches, StagedRows rows, Reports reports, JsonMapper json) {
        this.flow = flow;
        this.batches = batches;
        this.rows = rows;
        this.reports = reports;
        this.json = json;
    }

    /** The batches within the scope, the newest first. */
    @Requires("intake.batch.view")
    @GetMapping
    Page<Batch> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable List<String> states,
            @RequestParam(required = false) @Nullable String text,
            PageQuery page) {
        return batches.list(actor, kind, states, text, page);
    }

    /**
     * Takes a list and checks it.
     *
     * @param kind kind of list
     * @param parameters what is asked once for the whole list: a JSON object of texts by key
     * @param again why the same file is imported again
     */
    @Requires("intake.batch.upload")
    @PostMapping(consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    Batch create(
            @AuthenticationPrincipal Actor actor,
            @RequestParam("kind") String kind,
            @RequestParam(name = "parameters", required = false) @Nullable String parameters,
            @RequestParam(name = "again", required = false) @Nullable String again,
            @RequestParam("file") MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return flow.create(
                    actor, kind, texts(parameters), name(file), content, Given.line("再次导入的原因", again, LONGEST_REASON));
        }
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("名单");
    }

    private Map<String, @Nullable String> texts(@Nullable String parameters) {
        if (parameters == null || parameters.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(parameters, TEXTS);
        } catch (JacksonException e) {
            throw Refusal.field("E-INT-002", "参数", "", "以文字为值的 JSON 对象");
        }
    }

    @Requires("intake.batch.view")
    @GetMapping("/{id}")
    Batch get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return batches.get(actor, id);
    }

    /** How many rows came to what: the match report. */
    @Requires("intake.batch.view")
    @GetMapping("/{id}/counts")
    List<StagedRows.Count> counts(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        batches.get(actor, id);
        return rows.counts(id);
    }

    /** Checks the rows that are not posted again. */
    @Requires("intake.batch.upload")
    @PostMapping("/{id}/check")
    Batch check(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Versioned request) {
        return flow.checkAgain(actor, id, Given.required("版本", request.version()));
    }

    /** Takes the corrected file of wrong rows and checks again. */
    @Requires("intake.batch.upload")
    @PostMapping(path = "/{id}/corrections", consumes = "multipart/form-data")
    Batch correct(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam("file") MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return flow.correct(actor, id, name(file), content);
        }
    }

    /** Posts the good rows; the numbers that the person confirmed must be the present ones. */
    @Requires("intake.batch.post")
    @PostMapping("/{id}/post")
    Batch post(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Confirmation request) {
        return flow.post(
                actor,
                id,
                Given.required("版本", request.version()),
                Given.required("入账行数", request.correctRows()),
                Given.required("不导入行数", request.leftOutRows()));
    }

    /** Stops a posting after the part that is under way. */
    @Requires("intake.batch.post")
    @PostMapping("/{id}/stop")
    Batch stop(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return flow.stop(actor, id);
    }

    /** Takes the posted rows back. */
    @Requires("intake.batch.reverse")
    @PostMapping("/{id}/reverse")
    Batch reverse(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reason request) {
        return flow.reverse(actor, id, Given.required("版本", request.version()), reason("冲销原因", request));
    }

    /** Gives a batch up of which nothing was posted. */
    @Requires("intake.batch.upload")
    @PostMapping("/{id}/discard")
    Batch discard(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reason request) {
        return flow.discard(actor, id, Given.required("版本", request.version()), reason("作废原因", request));
    }

    private static String reason(String field, Reason request) {
        return Given.requiredLine(field, request.reason(), LONGEST_REASON);
    }

    /** The wrong rows as a workbook to be corrected. */
    @Requires("intake.batch.view")
    @GetMapping("/{id}/errors.xlsx")
    ResponseEntity<Resource> errors(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return reports.errors(actor, batches.get(actor, id));
    }

    /** All rows with what became of them. */
    @Requires("intake.batch.view")
    @GetMapping("/{id}/report.xlsx")
    ResponseEntity<Resource> report(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return reports.report(actor, batches.get(actor, id));
    }

    /**
     * Something to be done with a batch as it was seen.
     *
     * @param version version of the batch
     */
    record Versioned(@Nullable Integer version) {}

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
}
