package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;

/**
 * 分档计分: the points of the first tier that is reached.
 *
 * @param tiers by falling threshold; a result below the last one suits no tier (end with {@code from: 0} for the rest)
 * @param measure what the result is measured in
 */
public record Tiers(List<Tier> tiers, Measure measure) implements Method {
    /**
     * A tier.
     *
     * @param from result from which it counts, this one included
     * @param points its points, 0 or more, no more than the weight is ever given; null when {@code percent} is set
     * @param percent percent of the weight, 0 to 100; null when {@code points} is set
     */
    public record Tier(
            BigDecimal from,
            @Nullable BigDecimal points,
            @Nullable BigDecimal percent) {
        /** Checks that one of the two is set. */
        public Tier {
            Method.require((points == null) != (percent == null), "每档应写且只写 points、percent 之一");
            Method.require(points == null || points.signum() >= 0, "points 不能为负");
            if (percent != null) {
                Method.requirePercent(percent, "percent");
            }
        }

        private Points of(Facts facts, String finding) {
            if (percent != null) {
                return Points.share(facts, percent, finding);
            }
            return new Points(points == null ? BigDecimal.ZERO : points.min(facts.weight()), finding, "");
        }
    }

    /** Checks the tiers. */
    public Tiers {
        tiers = List.copyOf(tiers);
        Method.require(!tiers.isEmpty(), "tiers 不能为空");
        for (int i = 1; i < tiers.size(); i++) {
            Method.require(
                    tiers.get(i - 1).from().compareTo(tiers.get(i).from()) > 0,
                    "tiers 应按 from 从大到小排列，"
                            + PrintedNumber.shortest(tiers.get(i).from()) + " 位置不对");
        }
    }

    @Override
    public String word() {
        return "tiers";
    }

    @Override
    public boolean monotone() {
        for (int i = 1; i < tiers.size(); i++) {
            if (!noMore(tiers.get(i - 1), tiers.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean noMore(Tier higher, Tier lower) {
        if (higher.points() != null && lower.points() != null) {
            return lower.points().compareTo(higher.points()) <= 0;
        }
        return higher.percent() != null
                && lower.percent() != null
                && lower.percent().compareTo(higher.percent()) <= 0;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.compared()
                .flatMap(numbers -> numbers.reached(measure)
                        .flatMap(reached -> tiers.stream()
                                .filter(tier -> reached.compareTo(tier.from()) >= 0)
                                .findFirst()
                                .map(tier -> tier.of(
                                        facts,
                                        numbers.sentence()
                                                + (measure == Measure.COMPLETION
                                                        ? "，完成率 " + Comparison.percent(reached)
                                                        : "")
                                                + "，在 "
                                                + PrintedNumber.shortest(tier.from()) + " 以上一档"))));
    }
}
