package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.scoring.Facts;
import org.tongchou.performance.scoring.Inference;
import org.tongchou.performance.scoring.RulePack;
import org.tongchou.performance.scoring.Subject;
import org.tongchou.performance.scoring.Verdict;

/**
 * A printed score with the attempt to explain it.
 *
 * @param sheet index of the sheet, -1 for a report
 * @param report index of the report, -1 for a sheet
 * @param item 0-based index of the indicator or of the report's item; -1 for the points of the execution rate
 * @param name what the points are for
 * @param weight points to be had
 * @param score points printed
 * @param verdict what came of it
 * @param cell where it stands
 */
public record Scored(
        int sheet,
        int report,
        int item,
        String name,
        BigDecimal weight,
        BigDecimal score,
        Verdict verdict,
        CellRef cell) {
    private static final PrintedNumber HUNDRED = new PrintedNumber(BigDecimal.valueOf(100), 0);

    /** Explains every printed score of a document: execution rates, indicators, items of evaluation reports. */
    static List<Scored> of(PerformanceDocument document, RulePack pack) {
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < document.sheets().size(); i++) {
            Sheet sheet = document.sheets().get(i);
            if (sheet.kind().scored()) {
                execution(document, i, pack).ifPresent(scored::add);
                indicators(document, i, pack, scored);
            }
        }
        for (int i = 0; i < document.reports().size(); i++) {
            if (document.reports().get(i).kind() == EvaluationReport.Kind.EVALUATION) {
                items(document, i, pack, scored);
            }
        }
        return scored;
    }

    private static Optional<Scored> execution(PerformanceDocument document, int index, RulePack pack) {
        Sheet sheet = document.sheets().get(index);
        Funding funding = sheet.funding();
        PrintedNumber weight = funding.total("分值");
        PrintedNumber score = funding.total("得分");
        PrintedNumber budget = funding.total("全年预算数");
        PrintedNumber executed = funding.total("全年执行数");
        if (weight == null || score == null || budget == null || executed == null) {
            return Optional.empty();
        }
        Facts facts = Facts.execution(weight.value(), budget, executed);
        Funding.Line total = funding.rows().get(0);
        return Optional.of(new Scored(
                index,
                -1,
                -1,
                "预算执行率",
                weight.value(),
                score.value(),
                Inference.explain(facts, score.value(), pack),
                new CellRef(Scopes.topic(document, sheet), total.name(), "执行率得分", total.place())));
    }

    private static void indicators(PerformanceDocument document, int index, RulePack pack, List<Scored> scored) {
        Sheet sheet = document.sheets().get(index);
        for (int i = 0; i < sheet.indicators().size(); i++) {
            Indicator indicator = sheet.indicators().get(i);
            PrintedNumber score = indicator.score();
            Facts facts = Facts.of(indicator).orElse(null);
            if (score == null || facts == null) {
                continue;
            }
            scored.add(new Scored(
                    index,
                    -1,
                    i,
                    indicator.level3(),
                    facts.weight(),
                    score.value(),
                    Inference.explain(facts, score.value(), pack),
                    Scopes.cell(document, sheet, indicator, "得分")));
        }
    }

    private static void items(PerformanceDocument document, int index, RulePack pack, List<Scored> scored) {
        EvaluationReport report = document.reports().get(index);
        List<Node> items = report.items();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            PrintedNumber weight = item.weight();
            PrintedNumber score = item.score();
            if (weight == null || score == null) {
                continue;
            }
            Facts facts = facts(document, report, item, weight.value());
            scored.add(new Scored(
                    -1,
                    index,
                    i,
                    item.name(),
                    weight.value(),
                    score.value(),
                    Inference.explain(facts, score.value(), pack),
                    new CellRef(Scopes.topic(document, report), item.name(), "得分", item.place())));
        }
    }

    /** An item of a report: what was to be reached stands with it, among the completions, or in the sheet. */
    private static Facts facts(PerformanceDocument document, EvaluationReport report, Node item, BigDecimal weight) {
        boolean rate = item.name().contains("执行率") || item.name().contains("到位率");
        Target target = item.target();
        Actual actual = item.actual();
        if (rate && actual.value() != null) {
            target = new Target("100%", null, Operator.AT_LEAST, HUNDRED, "%");
        } else if (!target.present()) {
            Aim aim = aim(document, report, item.name());
            if (aim != null) {
                target = aim.target();
                actual = actual.value() == null ? aim.actual() : actual;
            }
        }
        return new Facts(Subject.REPORT_ITEM, item.name(), weight, target, actual, null, item.reason(), "");
    }

    private record Aim(Target target, Actual actual) {}

    private static @Nullable Aim aim(PerformanceDocument document, EvaluationReport report, String name) {
        if (report.sheet() >= 0) {
            for (Indicator indicator : document.sheets().get(report.sheet()).indicators()) {
                if (Names.same(indicator.level3(), name)) {
                    return new Aim(indicator.target(), indicator.actual());
                }
            }
        }
        for (Completion completion : report.completions()) {
            if (Names.same(completion.name(), name)) {
                return new Aim(completion.target(), completion.actual());
            }
        }
        return null;
    }
}
