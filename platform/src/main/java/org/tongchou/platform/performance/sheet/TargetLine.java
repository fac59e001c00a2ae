package org.tongchou.platform.performance.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.read.Targets;

/**
 * One indicator of a sheet.
 *
 * @param id its id; null before it is saved
 * @param level1 一级指标
 * @param level2 二级指标
 * @param name 三级指标
 * @param explanation 指标解释; may be empty
 * @param standard 评分标准; may be empty, then the region's rules hold
 * @param operator ≥, ≤, =, &lt;, &gt; or 定性
 * @param target a number, or words for 定性
 * @param unit what the number counts; empty for 定性
 * @param weight 分值
 * @param prior last year's value; empty when not known
 * @param source 填报 or 绑定
 * @param binding key of the {@link org.tongchou.platform.performance.IndicatorSource}; empty for 填报
 */
public record TargetLine(
        @Nullable Long id,
        String level1,
        String level2,
        String name,
        String explanation,
        String standard,
        String operator,
        String target,
        String unit,
        BigDecimal weight,
        String prior,
        String source,
        String binding) {
    /** The operator of a target in words. */
    public static final String IN_WORDS = "定性";

    /** Whether the target is a sentence. */
    public boolean inWords() {
        return operator.equals(IN_WORDS);
    }

    /** Whether the value comes from a query. */
    public boolean bound() {
        return source.equals("绑定");
    }

    /** The target as sheets print it: {@code ≥95%}. */
    public String printed() {
        return inWords() ? target : operator + target + unit;
    }

    /** The target as the engine reads it. */
    public Target toTarget() {
        if (inWords()) {
            return Target.words(target);
        }
        Target read = Targets.parse(printed(), standard, name);
        return unit.isEmpty() ? read : read.withUnit(unit);
    }

    /** The id of a saved line. */
    public long savedId() {
        if (id == null) {
            throw new IllegalStateException("not saved: " + name);
        }
        return id;
    }
}
