package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongchou.money.PrintedNumber;

/**
 * 增幅达标得满分: all points when the value grew enough over the year before, else none. The year before must be known
 * and above 0.
 *
 * @param atLeast least growth {@code (actual − prior) ÷ prior} in percent
 */
public record Growth(BigDecimal atLeast) implements Method {
    @Override
    public String word() {
        return "growth";
    }

    @Override
    public boolean monotone() {
        return true;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        BigDecimal prior = facts.prior();
        var actual = facts.actual().value();
        if (prior == null
                || prior.signum() <= 0
                || actual == null
                || actual.value().signum() < 0) {
            return Optional.empty();
        }
        var read = facts.target().read();
        if (read != null && read.downward()) {
            return Optional.empty();
        }
        BigDecimal hundredfold = actual.value().subtract(prior).multiply(Points.HUNDRED);
        boolean grown = hundredfold.compareTo(atLeast.multiply(prior)) >= 0;
        return Optional.of(new Points(
                grown ? facts.weight() : BigDecimal.ZERO,
                "上年 " + PrintedNumber.shortest(prior) + "，本年 " + PrintedNumber.shortest(actual.value()) + "，增幅 "
                        + Comparison.percent(Points.divide(hundredfold, prior)) + "，应不低于 "
                        + PrintedNumber.shortest(atLeast)
                        + "%",
                ""));
    }
}
