package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tongchou.money.PrintedNumber;

/**
 * 分段插值: a share of the points read off a broken line between given points, flat outside.
 *
 * @param points two or more, by growing result
 * @param measure what the result is measured in
 */
public record Interpolation(List<Anchor> points, Measure measure) implements Method {
    /**
     * A point of the line.
     *
     * @param achieved the result, as {@code measure} says
     * @param percent percent of the weight, 0 to 100
     */
    public record Anchor(BigDecimal achieved, BigDecimal percent) {}

    /** Checks the points. */
    public Interpolation {
        points = List.copyOf(points);
        Method.require(points.size() >= 2, "points 至少两项");
        points.forEach(point -> Method.requirePercent(point.percent(), "percent"));
        for (int i = 1; i < points.size(); i++) {
            Method.require(
                    points.get(i - 1).achieved().compareTo(points.get(i).achieved()) < 0,
                    "points 应按 achieved 从小到大排列，"
                            + PrintedNumber.shortest(points.get(i).achieved()) + " 位置不对");
        }
    }

    @Override
    public String word() {
        return "interpolation";
    }

    @Override
    public boolean monotone() {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i - 1).percent().compareTo(points.get(i).percent()) > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.compared()
                .flatMap(numbers -> numbers.reached(measure).map(reached -> {
                    String finding = numbers.sentence()
                            + (measure == Measure.COMPLETION ? "，完成率 " + Comparison.percent(reached) : "");
                    Anchor below = points.get(0);
                    if (reached.compareTo(below.achieved()) <= 0) {
                        return Points.share(facts, below.percent(), finding);
                    }
                    for (Anchor above : points) {
                        if (reached.compareTo(above.achieved()) <= 0) {
                            return between(facts, below, above, reached, finding);
                        }
                        below = above;
                    }
                    return Points.share(facts, below.percent(), finding);
                }));
    }

    private static Points between(Facts facts, Anchor below, Anchor above, BigDecimal reached, String finding) {
        BigDecimal width = above.achieved().subtract(below.achieved());
        BigDecimal rise = above.percent().subtract(below.percent());
        BigDecimal run = reached.subtract(below.achieved());
        BigDecimal share = Points.divide(below.percent().multiply(width).add(rise.multiply(run)), width);
        return new Points(
                Points.divide(facts.weight().multiply(share), Points.HUNDRED),
                finding + "，在 " + PrintedNumber.shortest(below.achieved()) + " 与 "
                        + PrintedNumber.shortest(above.achieved()) + " 之间",
                PrintedNumber.shortest(facts.weight()) + " × " + Comparison.percent(share));
    }
}
