package org.tongchou.performance.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.scoring.RulePack;

/**
 * The performance part of a document with everything that was checked in it.
 *
 * @param document what was read
 * @param pack the scoring rules that were applied
 * @param scored every printed score, explained
 * @param results all evaluated relations, in the order of the checks
 */
public record PerformanceAudit(
        PerformanceDocument document, RulePack pack, List<Scored> scored, List<CheckResult> results) {
    /** Copies the lists. */
    public PerformanceAudit {
        scored = List.copyOf(scored);
        results = List.copyOf(results);
    }

    /** The items of a report with the lines of its sheet, in the order of the report. */
    public Map<Node, Indicator> pairs(EvaluationReport report) {
        Map<Node, Indicator> pairs = new LinkedHashMap<>();
        new Case(document, pack, scored, null, null, List.of())
                .pairs(report)
                .forEach(pair -> pairs.put(pair.item(), pair.indicator()));
        return pairs;
    }

    /** How many printed scores a rule explains. */
    public long reproduced() {
        return scored.stream()
                .filter(score -> Boolean.TRUE.equals(score.verdict().reproduced()))
                .count();
    }

    /** How many printed scores no rule explains. */
    public long unexplained() {
        return scored.stream()
                .filter(score -> Boolean.FALSE.equals(score.verdict().reproduced()))
                .count();
    }
}
