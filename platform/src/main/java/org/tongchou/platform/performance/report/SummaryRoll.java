package org.tongchou.platform.performance.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.performance.evaluation.Evaluation;
import org.tongchou.platform.performance.evaluation.EvaluationStore;
import org.tongchou.platform.performance.evaluation.Scored;
import org.tongchou.platform.performance.evaluation.Scorer;
import org.tongchou.platform.performance.sheet.Funds;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.RegionRules;
import org.tongchou.platform.performance.sheet.SheetLists;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetSheet;

/** Rolls the self-evaluations of a year up. */
@Component
class SummaryRoll {
    private final SheetStore sheets;
    private final EvaluationStore evaluations;
    private final ReviewStore reviews;
    private final SheetLists lists;
    private final Scorer scorer;
    private final Funds funds;
    private final RegionRules packs;

    SummaryRoll(
            SheetStore sheets,
            EvaluationStore evaluations,
            ReviewStore reviews,
            SheetLists lists,
            Scorer scorer,
            Funds funds,
            RegionRules packs) {
        this.sheets = sheets;
        this.evaluations = evaluations;
        this.reviews = reviews;
        this.lists = lists;
        this.scorer = scorer;
        this.funds = funds;
        this.packs = packs;
    }

    /**
     * All projects of a year.
     *
     * @param rows departments as a whole first, then projects by code
     * @param totals of the projects; departments as a whole are left out, or their money would count twice
     * @param grades how many projects got each grade, from the best down
     */
    record Rolled(List<Row> rows, Totals totals, Map<String, Long> grades) {}

    /** A sheet with its score. */
    record Row(
            long sheetId,
            long unitId,
            String unitName,
            long projectId,
            String projectCode,
            String projectName,
            String state,
            long initialFen,
            long adjustedFen,
            long executedFen,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal score,
            String grade,
            String review,
            @Nullable BigDecimal reviewScore,
            String reviewGrade) {}

    /**
     * Sums over projects.
     *
     * @param weighted scores weighted by budget, of the projects that have one; null when none has
     */
    record Totals(
            int projects,
            int confirmed,
            long initialFen,
            long adjustedFen,
            long executedFen,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal weighted) {}

    /** Rolls up the approved sheets of units and a year. */
    Rolled of(List<Long> unitIds, int year) {
        Map<Long, String> names = lists.unitNames();
        List<Row> rows = new ArrayList<>();
        List<TargetSheet> approved = sheets.approved(unitIds, year);
        List<Evaluation> begun = evaluations.of(approved);
        Map<Long, Review> sampled = reviews.of(approved);
        Funds.Live live = funds.load(approved, year);
        for (int i = 0; i < approved.size(); i++) {
            rows.add(row(
                    approved.get(i), begun.get(i), sampled.get(approved.get(i).id()), live, names));
        }
        rows.sort(Comparator.comparing((Row row) -> row.projectId() != 0));
        List<Row> projects = rows.stream().filter(row -> row.projectId() != 0).toList();
        Map<String, Long> grades = new LinkedHashMap<>();
        if (!unitIds.isEmpty()) {
            packs.of(unitIds.get(0), year)
                    .grades()
                    .grades()
                    .forEach(grade -> grades.put(
                            grade.word(),
                            projects.stream()
                                    .filter(row -> row.grade().equals(grade.word()))
                                    .count()));
        }
        return new Rolled(rows, totals(projects), grades);
    }

    private Row row(
            TargetSheet sheet,
            Evaluation evaluation,
            @Nullable Review review,
            Funds.Live live,
            Map<Long, String> names) {
        Scored scored = scorer.score(sheet, evaluation, live);
        Money.Row total = scored.money().total();
        return new Row(
                sheet.id(),
                sheet.unitId(),
                names.getOrDefault(sheet.unitId(), ""),
                sheet.projectId(),
                sheet.projectCode(),
                sheet.projectName(),
                evaluation.state(),
                total.initialFen(),
                total.adjustedFen(),
                total.executedFen(),
                total.rate(),
                evaluation.id() == 0 ? null : scored.total(),
                evaluation.id() == 0 ? "" : scored.grade(),
                review == null ? "" : review.state(),
                review == null ? null : review.total(),
                review == null ? "" : review.grade());
    }

    private static Totals totals(List<Row> projects) {
        long adjusted = projects.stream().mapToLong(Row::adjustedFen).sum();
        long executed = projects.stream().mapToLong(Row::executedFen).sum();
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal money = BigDecimal.ZERO;
        for (Row row : projects) {
            BigDecimal score = row.score();
            if (score != null && row.adjustedFen() > 0) {
                BigDecimal budget = BigDecimal.valueOf(row.adjustedFen());
                points = points.add(score.multiply(budget));
                money = money.add(budget);
            }
        }
        return new Totals(
                projects.size(),
                (int) projects.stream().filter(row -> row.state().equals("已确认")).count(),
                projects.stream().mapToLong(Row::initialFen).sum(),
                adjusted,
                executed,
                Money.Row.rate(adjusted, executed),
                money.signum() == 0 ? null : points.divide(money, 2, RoundingMode.HALF_UP));
    }
}
