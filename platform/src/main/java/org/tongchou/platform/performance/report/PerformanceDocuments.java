package org.tongchou.platform.performance.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SummaryList;
import org.tongchou.performance.publish.ReportTexts;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.performance.evaluation.Evaluation;
import org.tongchou.platform.performance.evaluation.EvaluationStore;
import org.tongchou.platform.performance.evaluation.Scored;
import org.tongchou.platform.performance.evaluation.Scorer;
import org.tongchou.platform.performance.monitoring.MonitorService;
import org.tongchou.platform.performance.sheet.Funds;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetSheet;

/** Puts the forms of units and a year together as one document of the engine. */
@Component
public class PerformanceDocuments {
    private static final Place NOWHERE = Place.line(1);
    private static final String CONFIRMED = "已确认";

    private final SheetStore sheets;
    private final EvaluationStore evaluations;
    private final ReviewStore reviews;
    private final MonitorService monitors;
    private final Scorer scorer;
    private final Funds funds;
    private final SheetForms forms;
    private final Units units;

    PerformanceDocuments(
            SheetStore sheets,
            EvaluationStore evaluations,
            ReviewStore reviews,
            MonitorService monitors,
            Scorer scorer,
            Funds funds,
            SheetForms forms,
            Units units) {
        this.sheets = sheets;
        this.evaluations = evaluations;
        this.reviews = reviews;
        this.monitors = monitors;
        this.scorer = scorer;
        this.funds = funds;
        this.forms = forms;
        this.units = units;
    }

    /**
     * A document with the way back to what it was made of.
     *
     * @param document sheets, lists and reports
     * @param sources the stored sheets in the order of the document's
     * @param texts what people wrote for its reports
     */
    record Made(PerformanceDocument document, List<TargetSheet> sources, Map<String, ReportTexts> texts) {
        Made {
            sources = List.copyOf(sources);
            texts = Map.copyOf(texts);
        }
    }

    /** All approved sheets of targets. */
    Made targets(List<Long> unitIds, int year) {
        List<TargetSheet> sources = sheets.approved(unitIds, year);
        Funds.Live live = funds.load(sources, year);
        List<Sheet> made = sources.stream()
                .map(sheet -> forms.targets(sheet, live.of(sheet)))
                .toList();
        return new Made(document(unitIds, year, made, List.of(), List.of()), sources, Map.of());
    }

    /** The monitoring of a period of all approved sheets that was begun. */
    Made monitoring(List<Long> unitIds, int year, int month) {
        List<MonitorService.Standing> standings = monitors.current(sheets.approved(unitIds, year), year, month).stream()
                .filter(standing -> standing.monitor().id() != 0)
                .toList();
        return new Made(
                document(
                        unitIds, year, standings.stream().map(forms::monitoring).toList(), List.of(), List.of()),
                standings.stream().map(MonitorService.Standing::sheet).toList(),
                Map.of());
    }

    /**
     * Self-evaluations, their summary list and sampled evaluations.
     *
     * @param drafts whether those that are not confirmed yet are included, for looking at them beforehand
     */
    Made evaluations(List<Long> unitIds, int year, boolean drafts) {
        List<TargetSheet> sources = new ArrayList<>();
        List<Sheet> made = new ArrayList<>();
        List<Scored> scores = new ArrayList<>();
        List<TargetSheet> approved = sheets.approved(unitIds, year);
        List<Evaluation> begun = evaluations.of(approved);
        Funds.Live live = funds.load(approved, year);
        for (int i = 0; i < approved.size(); i++) {
            TargetSheet sheet = approved.get(i);
            Evaluation evaluation = begun.get(i);
            if (evaluation.state().equals(CONFIRMED) || (drafts && evaluation.id() != 0)) {
                Scored scored = scorer.score(sheet, evaluation, live);
                sources.add(sheet);
                scores.add(scored);
                made.add(forms.evaluation(sheet, evaluation, scored));
            }
        }
        List<EvaluationReport> reports = new ArrayList<>();
        Map<String, ReportTexts> texts = new HashMap<>();
        for (Review review : reviews.confirmed(unitIds, year)) {
            int index = index(sources, review.sheetId());
            if (index >= 0) {
                TargetSheet sheet = sources.get(index);
                String bureau = forms.top(units.get(sheet.unitId())).name();
                reports.add(Reports.of(sheet, scores.get(index), review, bureau, index));
                texts.put("R" + reports.size(), Reports.texts(review.texts()));
            }
        }
        List<SummaryList> lists = list(year, sources, scores);
        return new Made(document(unitIds, year, made, reports, lists), sources, texts);
    }

    private static int index(List<TargetSheet> sources, long sheetId) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).id() == sheetId) {
                return i;
            }
        }
        return -1;
    }

    private static List<SummaryList> list(int year, List<TargetSheet> sources, List<Scored> scores) {
        List<SummaryList.Line> lines = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            if (!sources.get(i).whole()) {
                lines.add(line(sources.get(i), scores.get(i)));
            }
        }
        return lines.isEmpty()
                ? List.of()
                : List.of(new SummaryList(year + " 年度项目支出绩效自评汇总表", MoneyUnit.WAN_YUAN, lines, NOWHERE, NOWHERE));
    }

    private static SummaryList.Line line(TargetSheet sheet, Scored scored) {
        Money.Row total = scored.money().total();
        BigDecimal rate = total.rate();
        BigDecimal points = scored.total();
        return new SummaryList.Line(
                sheet.projectName(),
                Money.printed(total.adjustedFen()),
                Money.printed(total.executedFen()),
                rate == null ? null : new PrintedNumber(rate, 2),
                points == null ? null : SheetForms.number(points),
                scored.grade(),
                NOWHERE);
    }

    /** One sheet at a stage: targets, monitoring of a period, or self-evaluation. */
    Made single(TargetSheet sheet, Stage stage, int month) {
        Sheet made = switch (stage) {
            case TARGETS -> forms.targets(sheet, funds.of(sheet));
            case MONITORING -> forms.monitoring(monitors.standing(sheet, month));
            case EVALUATION -> {
                Evaluation evaluation = evaluations.of(sheet.id());
                yield forms.evaluation(sheet, evaluation, scorer.score(sheet, evaluation));
            }
        };
        return new Made(
                document(List.of(sheet.unitId()), sheet.year(), List.of(made), List.of(), List.of()),
                List.of(sheet),
                Map.of());
    }

    /** The report of a sampled evaluation, confirmed or not. */
    Made report(TargetSheet sheet, Review review) {
        Evaluation evaluation = evaluations.of(sheet.id());
        Scored scored = scorer.score(sheet, evaluation);
        String bureau = forms.top(units.get(sheet.unitId())).name();
        return new Made(
                document(
                        List.of(sheet.unitId()),
                        sheet.year(),
                        List.of(),
                        List.of(Reports.of(sheet, scored, review, bureau, -1)),
                        List.of()),
                List.of(),
                Map.of("R1", Reports.texts(review.texts())));
    }

    private PerformanceDocument document(
            List<Long> unitIds, int year, List<Sheet> made, List<EvaluationReport> reports, List<SummaryList> lists) {
        Optional<Unit> top =
                unitIds.stream().findFirst().map(units::get).map(unit -> unitIds.size() == 1 ? unit : forms.top(unit));
        return new PerformanceDocument(
                "",
                top.map(Unit::region).orElse(null),
                top.map(Unit::name).orElse(null),
                year,
                made,
                reports,
                lists,
                List.of(),
                List.of());
    }

    /** The stages a form goes through in a year. */
    enum Stage {
        /** 绩效目标. */
        TARGETS,
        /** 运行监控. */
        MONITORING,
        /** 绩效自评. */
        EVALUATION;

        static @Nullable Stage find(String word) {
            for (Stage stage : values()) {
                if (stage.name().equalsIgnoreCase(word)) {
                    return stage;
                }
            }
            return null;
        }
    }
}
