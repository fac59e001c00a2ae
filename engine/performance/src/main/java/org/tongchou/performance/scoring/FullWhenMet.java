package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 达标得满分: all points when the number meets the target. A negative actual is compared like any other (a growth of
 * −2 % meets ≤5 %).
 *
 * @param upTo percent by which a target to be reached may be passed, 0 or more; beyond, the method does not apply; null
 *     for no limit
 */
public record FullWhenMet(@Nullable BigDecimal upTo) implements Method {
    /** Checks the parameter. */
    public FullWhenMet {
        Method.require(upTo == null || upTo.signum() >= 0, "up_to 不能为负");
    }

    @Override
    public String word() {
        return "full_when_met";
    }

    @Override
    public boolean monotone() {
        return true;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.compared()
                .filter(Comparison::met)
                .filter(numbers -> upTo == null || numbers.downward() || !numbers.passedBy(upTo))
                .map(numbers -> Points.full(facts, numbers.sentence()));
    }
}
