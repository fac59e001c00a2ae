package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;

/**
 * 预算执行率计分: weight × spent ÷ budget, never more than the weight. In a report the part carries both amounts, or the
 * rate in percent against 100.
 *
 * @param fullFrom rate in percent from which all points are given, 0 to 100; null for only at 100
 */
public record ExecutionRate(@Nullable BigDecimal fullFrom) implements Method {
    /** Checks the parameter. */
    public ExecutionRate {
        if (fullFrom != null) {
            Method.requirePercent(fullFrom, "full_from");
        }
    }

    @Override
    public String word() {
        return "execution_rate";
    }

    @Override
    public boolean monotone() {
        return true;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.compared()
                .filter(numbers -> numbers.hasRatio() && !numbers.downward())
                .map(numbers -> {
                    BigDecimal rate = Points.divide(numbers.actual().multiply(Points.HUNDRED), numbers.target());
                    String finding = numbers.sentence() + "，执行率 " + Comparison.percent(rate);
                    if (fullFrom != null && rate.compareTo(fullFrom) >= 0) {
                        return Points.full(facts, finding + "，不低于 " + PrintedNumber.shortest(fullFrom) + "%");
                    }
                    return Points.ratio(facts, numbers.actual(), numbers.target(), finding);
                });
    }
}
