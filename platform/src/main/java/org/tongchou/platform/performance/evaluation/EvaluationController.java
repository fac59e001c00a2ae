package org.tongchou.platform.performance.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongchou.platform.file.Downloads;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.performance.sheet.FormMoves;
import org.tongchou.platform.performance.sheet.Funds;
import org.tongchou.platform.performance.sheet.Move;
import org.tongchou.platform.performance.sheet.MoveInput;
import org.tongchou.platform.performance.sheet.PerformanceDeadlines;
import org.tongchou.platform.performance.sheet.RegionRules;
import org.tongchou.platform.performance.sheet.SheetChecks.Finding;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.Step;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** 绩效自评. */
@RestController
@RequestMapping("/api/performance")
class EvaluationController {
    private final EvaluationService service;
    private final EvidenceService files;
    private final EvaluationStore store;
    private final EvidenceStore evidence;
    private final EvaluationLists lists;
    private final SheetStore sheets;
    private final Scorer scorer;
    private final Funds funds;
    private final RegionRules packs;
    private final FormMoves moves;
    private final PerformanceDeadlines deadlines;
    private final Units units;

    EvaluationController(
            EvaluationService service,
            EvidenceService files,
            EvaluationStore store,
            EvidenceStore evidence,
            EvaluationLists lists,
            SheetStore sheets,
            Scorer scorer,
            Funds funds,
            RegionRules packs,
            FormMoves moves,
            PerformanceDeadlines deadlines,
            Units units) {
        this.service = service;
        this.files = files;
        this.store = store;
        this.evidence = evidence;
        this.lists = lists;
        this.sheets = sheets;
        this.scorer = scorer;
        this.funds = funds;
        this.packs = packs;
        this.moves = moves;
        this.deadlines = deadlines;
        this.units = units;
    }

    @Requires("performance.sheet.view")
    @GetMapping("/evaluations")
    Page<EvaluationLists.Row> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable Long unitId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String text,
            PageQuery query) {
        return lists.page(actor, year, unitId, state, text, query);
    }

    /**
     * A self-evaluation with all that its page shows.
     *
     * @param moneyChanged whether the books changed after it was handed in
     */
    record Full(
            TargetSheet sheet,
            String unitName,
            Evaluation evaluation,
            Scored scored,
            boolean moneyChanged,
            List<EvidenceStore.Evidence> evidence,
            List<Finding> findings,
            List<Step> trail,
            RegionRules.Shown pack,
            LocalDate due) {}

    @Requires("performance.sheet.view")
    @GetMapping("/evaluations/{sheetId}")
    Full get(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        Evaluation evaluation = store.of(sheetId);
        Scored scored = scorer.score(sheet, evaluation);
        return new Full(
                sheet,
                units.get(sheet.unitId()).name(),
                evaluation,
                scored,
                !evaluation.open() && !funds.of(sheet).same(scored.money()),
                evidence.of(evaluation.id()),
                service.findings(sheet, evaluation, scored),
                moves.trail(FormMoves.Form.EVALUATION, evaluation.id()),
                packs.shown(sheet.unitId(), sheet.year()),
                deadlines.of("自评", 0, sheet.year()));
    }

    @Requires("performance.evaluation.edit")
    @PutMapping("/evaluations/{sheetId}")
    void save(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestBody EvaluationInput input) {
        service.save(actor, sheetId, input);
    }

    @Requires("performance.evaluation.edit")
    @PostMapping("/evaluations/{sheetId}/submit")
    void submit(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestBody MoveInput input) {
        service.move(actor, sheetId, Move.SUBMIT, input);
    }

    @Requires("performance.evaluation.review")
    @PostMapping("/evaluations/{sheetId}/review")
    void review(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestBody MoveInput input) {
        service.move(actor, sheetId, Move.REVIEW, input);
    }

    @Requires("performance.evaluation.review")
    @PostMapping("/evaluations/{sheetId}/return")
    void giveBack(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestBody MoveInput input) {
        service.move(actor, sheetId, Move.RETURN, input);
    }

    @Requires("performance.evaluation.confirm")
    @PostMapping("/evaluations/{sheetId}/confirm")
    void confirm(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestBody MoveInput input) {
        service.move(actor, sheetId, Move.CONFIRM, input);
    }

    @Requires("performance.evaluation.edit")
    @PostMapping(path = "/evaluations/{sheetId}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EvidenceStore.Evidence upload(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long sheetId,
            @RequestParam long indicatorId,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        if (file.isEmpty()) {
            throw Refusal.field("E-PER-062", "佐证材料", "", "有内容的文件");
        }
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return files.add(actor, sheetId, indicatorId, name == null ? "" : name, content);
        }
    }

    @Requires("performance.sheet.view")
    @GetMapping("/evidence/{id}")
    ResponseEntity<Resource> download(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        StoredFile file = files.get(actor, id);
        return Downloads.of(file, files.path(file));
    }

    @Requires("performance.evaluation.edit")
    @DeleteMapping("/evidence/{id}")
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        files.remove(actor, id);
    }
}
