package org.tongchou.performance.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;

/**
 * One line of a sheet: what was to be reached, what was reached, and the points for it.
 *
 * @param number 1-based position in the sheet
 * @param level1 一级指标, for example 产出指标; empty when not known
 * @param level2 二级指标, for example 数量指标; empty when not known
 * @param level3 三级指标, the indicator's name; empty when the cell is lost
 * @param explanation 指标解释; empty where the layout has none
 * @param standard 评分标准; empty where the layout has none
 * @param target what was to be reached
 * @param actual what was reached
 * @param weight 分值; null where the layout has none or the cell is blank
 * @param score 得分; null where the layout has none or the cell is blank
 * @param prior the value of the year before; null when the sheet does not say
 * @param reason 偏差原因 or 扣分原因, with the measures taken; empty when none is given
 * @param monitored values of a monitoring sheet by column ({@code 1-6月完成值}, {@code 全年预计完成值}); empty in others
 * @param place where it stands
 */
public record Indicator(
        int number,
        String level1,
        String level2,
        String level3,
        String explanation,
        String standard,
        Target target,
        Actual actual,
        @Nullable PrintedNumber weight,
        @Nullable PrintedNumber score,
        @Nullable BigDecimal prior,
        String reason,
        Map<String, String> monitored,
        Place place) {
    /** Copies the map, keeping its order. */
    public Indicator {
        monitored = Collections.unmodifiableMap(new LinkedHashMap<>(monitored));
    }

    /** The same line with another target. */
    public Indicator withTarget(Target other) {
        return with(level3, other, reason);
    }

    /** The same line with a reason. */
    public Indicator withReason(String other) {
        return with(level3, target, other);
    }

    /** The same line with another name. */
    public Indicator named(String other) {
        return with(other, target, reason);
    }

    private Indicator with(String name, Target aim, String why) {
        return new Indicator(
                number,
                level1,
                level2,
                name,
                explanation,
                standard,
                aim,
                actual,
                weight,
                score,
                prior,
                why,
                monitored,
                place);
    }

    /** Whether the target is a number and is met; false when either number is missing. */
    public boolean met() {
        return target.value() != null
                && actual.value() != null
                && target.read() != null
                && target.read().met(actual.value().value(), target.value().value());
    }
}
