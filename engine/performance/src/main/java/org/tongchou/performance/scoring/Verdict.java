package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of the attempt to explain a printed score.
 *
 * @param rule the rule that gives it; null when none does
 * @param expected the points of that rule, or of the nearest one that applies; null when none applies
 * @param reproduced whether a declared rule gives the printed score; null when there is nothing to judge by (no
 *     target, no actual, nothing stated)
 * @param explanation one Chinese sentence
 */
public record Verdict(
        @Nullable ScoringRule rule,
        @Nullable BigDecimal expected,
        @Nullable Boolean reproduced,
        String explanation) {
    /**
     * The rule in a word, as results name it: its id; {@code step: } with the decisive clause; {@code full_when_met}
     * where a report states full points; {@code execution_rate}. Empty when no rule explains the score.
     */
    public String label() {
        if (rule == null) {
            return "";
        }
        if (rule.method() instanceof Step) {
            return "step: " + rule.name();
        }
        if (rule.method() instanceof StatedFull) {
            return "full_when_met";
        }
        return rule.method() instanceof ExecutionRate ? "execution_rate" : rule.id();
    }
}
