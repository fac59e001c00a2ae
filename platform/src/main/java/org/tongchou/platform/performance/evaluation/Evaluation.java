package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.performance.sheet.Money;

/**
 * A self-evaluation as stored.
 *
 * @param id its id; 0 before it is begun
 * @param sheetId the sheet of targets
 * @param state 未开始, 草稿, 已提交, 已审核 or 已确认
 * @param achieved 目标实际完成情况
 * @param executionReason why the budget was not executed; may be empty
 * @param money the money when it was handed in; null before
 * @param version counts saves; 0 before it is begun
 * @param updatedBy who saved it last; empty before it is begun
 * @param updatedAt when; null before it is begun
 * @param values what was typed, by indicator
 */
public record Evaluation(
        long id,
        long sheetId,
        String state,
        String achieved,
        String executionReason,
        @Nullable Money money,
        int version,
        String updatedBy,
        @Nullable Instant updatedAt,
        Map<Long, Value> values) {
    /** Copies the map. */
    public Evaluation {
        values = Map.copyOf(values);
    }

    /** One that is not begun. */
    static Evaluation none(long sheetId) {
        return new Evaluation(0, sheetId, "未开始", "", "", null, 0, "", null, Map.of());
    }

    /** Whether it can still be changed. */
    public boolean open() {
        return state.equals("未开始") || state.equals("草稿");
    }

    /**
     * What is known of one indicator.
     *
     * @param actual 实际完成值; that of the binding once handed in
     * @param share percent of the weight that somebody decided for a target in words; null when nobody did
     * @param shareReason why
     * @param score a score below that of the rule; null where the rule's holds
     * @param scoreReason why it is lower
     * @param reason 偏差原因分析及改进措施
     */
    public record Value(
            String actual,
            @Nullable BigDecimal share,
            String shareReason,
            @Nullable BigDecimal score,
            String scoreReason,
            String reason) {
        /** Nothing is known. */
        public static final Value NONE = new Value("", null, "", null, "", "");

        Value withActual(String other) {
            return new Value(other, share, shareReason, score, scoreReason, reason);
        }
    }
}
