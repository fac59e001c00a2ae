package org.tongchou.platform.performance.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people type into a sheet; blanks may be missing.
 *
 * @param version the version that was edited
 * @param goal 总体目标
 * @param functionalItem 部门预算功能科目; as before when missing, first as the books give it
 * @param lines indicators in order
 */
public record SheetInput(
        @Nullable Integer version,
        @Nullable String goal,
        @Nullable String functionalItem,
        @Nullable List<Line> lines) {
    /** An indicator as typed. */
    public record Line(
            @Nullable String level1,
            @Nullable String level2,
            @Nullable String name,
            @Nullable String explanation,
            @Nullable String standard,
            @Nullable String operator,
            @Nullable String target,
            @Nullable String unit,
            @Nullable BigDecimal weight,
            @Nullable String prior,
            @Nullable String source,
            @Nullable String binding) {}
}
