package org.tongchou.platform.performance.monitoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people type into a monitoring form.
 *
 * @param version the version that was edited; 0 for one that is not begun
 * @param reason why the budget is behind
 * @param measures what is done about it
 * @param lines by indicator
 */
public record MonitorInput(
        @Nullable Integer version,
        @Nullable String reason,
        @Nullable String measures,
        @Nullable List<Line> lines) {
    /** An indicator as typed. */
    public record Line(
            long indicatorId,
            @Nullable String actual,
            @Nullable String expected,
            @Nullable String reason) {}
}
