package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Operator;

/**
 * 按差额扣分: so many points off for every so many units that are lacking, and for going far beyond the target.
 *
 * @param deduct points off for each step; null when only {@code over} counts
 * @param every size of a step, more than 0: units of the target, or percentage points, as {@code measure} says; null
 *     together with {@code deduct}
 * @param measure what a step is measured in
 * @param count which steps count
 * @param over percent by which a target to be reached must be passed to cost {@code overDeduct}; null for never
 * @param overDeduct points off beyond {@code over}; null together with it
 */
public record Step(
        @Nullable BigDecimal deduct,
        @Nullable BigDecimal every,
        Measure measure,
        Count count,
        @Nullable BigDecimal over,
        @Nullable BigDecimal overDeduct)
        implements Method {
    /** Which steps count. */
    public enum Count {
        /** Full ones only: 15 short by steps of 10 is one. */
        COMPLETE,
        /** 不足一档按一档计: 15 short by steps of 10 is two. */
        STARTED
    }

    /** Checks the parameters. */
    public Step {
        Method.require((deduct == null) == (every == null), "deduct 与 every 应同时写明");
        Method.require((over == null) == (overDeduct == null), "over 与 over_deduct 应同时写明");
        Method.require(deduct != null || over != null, "应写明 deduct、every 或 over、over_deduct");
        Method.require(deduct == null || deduct.signum() > 0, "deduct 应大于 0");
        Method.require(every == null || every.signum() > 0, "every 应大于 0");
        Method.require(over == null || over.signum() >= 0, "over 不能为负");
        Method.require(overDeduct == null || overDeduct.signum() > 0, "over_deduct 应大于 0");
    }

    @Override
    public String word() {
        return "step";
    }

    @Override
    public boolean monotone() {
        return over == null;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.compared()
                .filter(numbers -> numbers.actual().signum() >= 0)
                .flatMap(numbers -> numbers.met() ? met(facts, numbers) : missed(facts, numbers));
    }

    private Optional<Points> met(Facts facts, Comparison numbers) {
        if (over != null && overDeduct != null && numbers.operator().upward() && numbers.passedBy(over)) {
            return Optional.of(less(
                    facts,
                    overDeduct,
                    numbers.sentence() + "，超出目标 " + numbers.passing() + "，多于 " + PrintedNumber.shortest(over) + "%"));
        }
        return deduct == null ? Optional.empty() : Optional.of(Points.full(facts, numbers.sentence()));
    }

    private Optional<Points> missed(Facts facts, Comparison numbers) {
        boolean plain = measure == Measure.VALUE || (measure == Measure.RATE && numbers.isRate());
        if (deduct == null || every == null || !(plain || numbers.hasRatio())) {
            return Optional.empty();
        }
        BigDecimal gap = numbers.actual().subtract(numbers.target()).abs();
        BigDecimal[] steps = plain
                ? gap.divideAndRemainder(every)
                : gap.multiply(Points.HUNDRED)
                        .divideAndRemainder(numbers.target().multiply(every));
        BigDecimal counted = count == Count.STARTED && steps[1].signum() != 0 ? steps[0].add(BigDecimal.ONE) : steps[0];
        String side = numbers.downward() || numbers.operator() == Operator.EQUAL ? "偏离 " : "差 ";
        String size = plain
                ? PrintedNumber.shortest(gap)
                : Comparison.percent(Points.divide(gap.multiply(Points.HUNDRED), numbers.target()));
        return Optional.of(less(
                facts,
                counted.multiply(deduct),
                numbers.sentence() + "，" + side + size + "，每 " + PrintedNumber.shortest(every) + " 扣 "
                        + PrintedNumber.shortest(deduct) + " 分"));
    }

    private static Points less(Facts facts, BigDecimal deduction, String finding) {
        BigDecimal left = facts.weight().subtract(deduction);
        return left.signum() < 0
                ? new Points(BigDecimal.ZERO, finding + "，扣完为止", "")
                : new Points(
                        left,
                        finding,
                        PrintedNumber.shortest(facts.weight()) + " − " + PrintedNumber.shortest(deduction));
    }
}
