package org.tongchou.platform.performance.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.performance.evaluation.EvaluationStore;
import org.tongchou.platform.performance.evaluation.EvidenceStore;
import org.tongchou.platform.performance.evaluation.Scored;
import org.tongchou.platform.performance.evaluation.Scorer;
import org.tongchou.platform.performance.sheet.FormMoves;
import org.tongchou.platform.performance.sheet.MoveInput;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.Step;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** 重点评价. */
@RestController
@RequestMapping("/api/performance/reviews")
class ReviewController {
    private final ReviewService service;
    private final SheetStore sheets;
    private final EvaluationStore evaluations;
    private final EvidenceStore evidence;
    private final Scorer scorer;
    private final FormMoves moves;

    ReviewController(
            ReviewService service,
            SheetStore sheets,
            EvaluationStore evaluations,
            EvidenceStore evidence,
            Scorer scorer,
            FormMoves moves) {
        this.service = service;
        this.sheets = sheets;
        this.evaluations = evaluations;
        this.evidence = evidence;
        this.scorer = scorer;
        this.moves = moves;
    }

    /** An evaluation with all that its page shows. */
    record Full(
            TargetSheet sheet,
            Review review,
            Scored scored,
            List<EvidenceStore.Evidence> evidence,
            String lacking,
            List<Step> trail) {}

    /** A project to put on the list. */
    record Begin(@Nullable String because) {}

    @Requires("performance.sheet.view")
    @GetMapping("/{sheetId}")
    Full get(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        Review review = service.get(sheet);
        var evaluation = evaluations.of(sheetId);
        return new Full(
                sheet,
                review,
                scorer.score(sheet, evaluation),
                evidence.of(evaluation.id()),
                ReviewService.lacking(review),
                moves.trail(FormMoves.Form.REVIEW, review.id()));
    }

    @Requires("performance.review.edit")
    @PostMapping("/{sheetId}")
    @ResponseStatus(HttpStatus.CREATED)
    void begin(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestBody Begin begin) {
        service.begin(actor, sheetId, begin.because());
    }

    @Requires("performance.review.edit")
    @PutMapping("/{sheetId}")
    void save(
            @AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestBody ReviewService.Input input) {
        service.save(actor, sheetId, input);
    }

    @Requires("performance.review.edit")
    @PostMapping("/{sheetId}/confirm")
    void confirm(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestBody MoveInput input) {
        service.confirm(actor, sheetId, input);
    }

    @Requires("performance.review.edit")
    @PostMapping("/{sheetId}/return")
    void reopen(@AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestBody MoveInput input) {
        service.reopen(actor, sheetId, input);
    }
}
