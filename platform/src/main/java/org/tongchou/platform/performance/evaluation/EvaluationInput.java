package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people type into a self-evaluation.
 *
 * @param version the version that was edited; 0 for one that is not begun
 * @param achieved 目标实际完成情况
 * @param executionReason why the budget was not executed
 * @param lines by indicator
 */
public record EvaluationInput(
        @Nullable Integer version,
        @Nullable String achieved,
        @Nullable String executionReason,
        @Nullable List<Line> lines) {
    /** An indicator as typed. */
    public record Line(
            long indicatorId,
            @Nullable String actual,
            @Nullable BigDecimal share,
            @Nullable String shareReason,
            @Nullable BigDecimal score,
            @Nullable String scoreReason,
            @Nullable String reason) {}
}
