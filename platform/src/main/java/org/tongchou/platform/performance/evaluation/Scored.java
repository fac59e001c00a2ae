package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.performance.evaluation.Proposals.Proposal;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.TargetLine;

/**
 * A self-evaluation with its scores.
 *
 * @param money the money it goes by
 * @param executionWeight points for the execution of the budget
 * @param execution points given for it, by rule; null without a budget
 * @param lines the indicators
 * @param total sum of all points; null while one is missing
 * @param grade grade of the total; empty while there is none
 */
public record Scored(
        Money money,
        BigDecimal executionWeight,
        @Nullable Proposal execution,
        List<Line> lines,
        @Nullable BigDecimal total,
        String grade) {
    /** Copies the list. */
    public Scored {
        lines = List.copyOf(lines);
    }

    /**
     * An indicator with its score.
     *
     * @param line the target
     * @param value what was typed; of a bound line with the value of the query
     * @param bound how the value of a bound line came about; null otherwise and when it cannot be computed
     * @param proposed what the rules give; null when none applies
     * @param score the score that counts: the typed lower one, else the rules'; null when there is none
     * @param reasonNeeded why a reason must be given; empty when it need not or is there
     */
    public record Line(
            TargetLine line,
            Evaluation.Value value,
            @Nullable BoundValue bound,
            @Nullable Proposal proposed,
            @Nullable BigDecimal score,
            String reasonNeeded) {
        /** The reason as sheets print it: where a score was lowered it says by how much, so that the rule is plain. */
        public String printedReason() {
            BigDecimal lowered = value.score();
            if (lowered == null || value.scoreReason().isEmpty()) {
                return value.reason();
            }
            String cut = value.scoreReason() + "，扣"
                    + org.tongchou.money.PrintedNumber.shortest(line.weight().subtract(lowered)) + "分";
            return value.reason().isEmpty() ? cut : value.reason() + "；" + cut;
        }
    }

    /** How a bound value came about. */
    public record BoundValue(String source, String explanation, String link) {}
}
