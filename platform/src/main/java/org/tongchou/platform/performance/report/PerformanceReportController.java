package org.tongchou.platform.performance.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.performance.publish.PerformancePublication;
import org.tongchou.platform.accounts.Spending;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** 部门汇总 and documents. */
@RestController
@RequestMapping("/api/performance")
class PerformanceReportController {
    private final SummaryRoll summary;
    private final PerformanceDocuments documents;
    private final ReviewStore reviews;
    private final SheetStore sheets;
    private final Spending spending;
    private final Units units;

    PerformanceReportController(
            SummaryRoll summary,
            PerformanceDocuments documents,
            ReviewStore reviews,
            SheetStore sheets,
            Spending spending,
            Units units) {
        this.summary = summary;
        this.documents = documents;
        this.reviews = reviews;
        this.sheets = sheets;
        this.spending = spending;
        this.units = units;
    }

    @Requires("performance.sheet.view")
    @GetMapping("/summary")
    SummaryRoll.Rolled summary(
            @AuthenticationPrincipal Actor actor,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable Long unitId) {
        return summary.of(scope(actor, unitId), year);
    }

    @Requires("performance.sheet.view")
    @GetMapping("/findings")
    Findings findings(
            @AuthenticationPrincipal Actor actor,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable Long unitId,
            @RequestParam(defaultValue = "evaluation") String stage) {
        List<Long> scope = scope(actor, unitId);
        return switch (stage(stage)) {
            case EVALUATION ->
                Findings.of(
                        documents.evaluations(scope, year, true),
                        BooksTable.of(year, spending.sums(Spending.Scope.ofYear(scope, year, null))),
                        List.of(
                                documents.evaluations(scope, year - 1, false).document(),
                                documents.evaluations(scope, year - 2, false).document()));
            default ->
                Findings.of(
                        documents.targets(scope, year),
                        null,
                        List.of(
                                documents.targets(scope, year - 1).document(),
                                documents.targets(scope, year - 2).document()));
        };
    }

    /** The whole document of a stage: confirmed forms only, so that nothing unfinished leaves the house. */
    @Requires("performance.sheet.view")
    @GetMapping("/documents")
    ResponseEntity<Resource> whole(
            @AuthenticationPrincipal Actor actor,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable Long unitId,
            @RequestParam String stage,
            @RequestParam(defaultValue = "12") int month,
            @RequestParam String format)
            throws IOException {
        List<Long> scope = scope(actor, unitId);
        PerformanceDocuments.Made made = switch (stage(stage)) {
            case TARGETS -> documents.targets(scope, year);
            case MONITORING -> documents.monitoring(scope, year, month);
            case EVALUATION -> documents.evaluations(scope, year, false);
        };
        if (made.document().isEmpty()) {
            throw Refusal.conflict("E-PER-091", year + " 年度还没有可以导出的绩效表：目标批复、自评确认后才能导出");
        }
        return Printer.print(PerformancePublication.of(made.document(), made.texts()), Printer.format(format));
    }

    @Requires("performance.sheet.view")
    @GetMapping("/sheets/{id}/document")
    ResponseEntity<Resource> single(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam String stage,
            @RequestParam(defaultValue = "12") int month,
            @RequestParam String format)
            throws IOException {
        TargetSheet sheet = sheets.get(actor, id);
        PerformanceDocuments.Made made = documents.single(sheet, stage(stage), month);
        return Printer.print(
                PerformancePublication.of(
                        made.document(), made.document().sheets().get(0)),
                Printer.format(format));
    }

    @Requires("performance.sheet.view")
    @GetMapping("/reviews/{sheetId}/document")
    ResponseEntity<Resource> report(
            @AuthenticationPrincipal Actor actor, @PathVariable long sheetId, @RequestParam String format)
            throws IOException {
        TargetSheet sheet = sheets.get(actor, sheetId);
        Review review = reviews.find(sheetId).orElseThrow(() -> Refusal.notFound(sheet.title() + "的重点评价"));
        PerformanceDocuments.Made made = documents.report(sheet, review);
        return Printer.print(
                PerformancePublication.of(
                        made.document(),
                        made.document().reports().get(0),
                        made.texts().getOrDefault("R1", org.tongchou.performance.publish.ReportTexts.NONE)),
                Printer.format(format));
    }

    private static PerformanceDocuments.Stage stage(String word) {
        PerformanceDocuments.Stage stage = PerformanceDocuments.Stage.find(word);
        if (stage == null) {
            throw Refusal.field("E-PER-092", "环节", word.toLowerCase(Locale.ROOT), "targets、monitoring 或 evaluation");
        }
        return stage;
    }

    /** Units in scope: all, or one with those below it. */
    private List<Long> scope(Actor actor, @Nullable Long unitId) {
        List<Unit> asked = unitId == null ? units.all() : units.below(unitId);
        return asked.stream().map(Unit::id).filter(actor::sees).toList();
    }
}
