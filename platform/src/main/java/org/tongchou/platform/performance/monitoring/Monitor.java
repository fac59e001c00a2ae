package org.tongchou.platform.performance.monitoring;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.performance.sheet.Money;

/**
 * How a sheet stood at a cut-off date.
 *
 * @param id its id; 0 before it is begun
 * @param sheetId the sheet of targets
 * @param month the last month that counts: figures are as of its last day
 * @param state 未开始, 草稿, 已提交 or 已审核
 * @param reason 偏差原因 of the execution; may be empty
 * @param measures 纠偏措施; may be empty
 * @param money the money when it was handed in; null before
 * @param version counts saves; 0 before it is begun
 * @param updatedBy who saved it last
 * @param updatedAt when; null before it is begun
 * @param values by indicator
 */
public record Monitor(
        long id,
        long sheetId,
        int month,
        String state,
        String reason,
        String measures,
        @Nullable Money money,
        int version,
        String updatedBy,
        @Nullable Instant updatedAt,
        Map<Long, Value> values) {
    /** Copies the map. */
    public Monitor {
        values = Map.copyOf(values);
    }

    /** Whether it can still be changed. */
    public boolean open() {
        return state.equals("未开始") || state.equals("草稿");
    }

    static Monitor none(long sheetId, int month) {
        return new Monitor(0, sheetId, month, "未开始", "", "", null, 0, "", null, Map.of());
    }

    /**
     * How an indicator stood.
     *
     * @param actual 累计完成值
     * @param expected 全年预计完成值
     * @param reason 偏差原因
     */
    public record Value(String actual, String expected, String reason) {
        /** Nothing is known. */
        public static final Value NONE = new Value("", "", "");
    }
}
