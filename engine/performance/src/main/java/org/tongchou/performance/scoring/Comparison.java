package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Operator;

/**
 * A target in numbers and what was reached.
 *
 * @param subject what the points are for
 * @param operator how they are to be compared
 * @param target the target
 * @param actual what was reached, in the same unit
 * @param unit the unit; empty when not known
 */
record Comparison(Subject subject, Operator operator, BigDecimal target, BigDecimal actual, String unit) {
    /** A printed ≠ is an = that was misread: nobody aims at missing a number. */
    static Operator meant(Operator read) {
        return read == Operator.NOT_EQUAL ? Operator.EQUAL : read;
    }

    boolean met() {
        return operator.met(actual, target);
    }

    boolean downward() {
        return operator.downward();
    }

    /** Whether {@code actual ÷ target} means something. */
    boolean hasRatio() {
        return target.signum() > 0 && actual.signum() >= 0;
    }

    /** Whether the target is passed by more than so many percent; exact. */
    boolean passedBy(BigDecimal percent) {
        return target.signum() > 0
                && actual.subtract(target).multiply(Points.HUNDRED).compareTo(percent.multiply(target)) > 0;
    }

    /** By how many percent the target is passed, for people: two decimals at most. */
    String passing() {
        return percent(Points.divide(actual.subtract(target).multiply(Points.HUNDRED), target));
    }

    /** What was reached, measured so; empty for completion of a downward target and where there is no ratio. */
    Optional<BigDecimal> reached(Measure measure) {
        if (actual.signum() < 0 || downward()) {
            return Optional.empty();
        }
        if (measure == Measure.VALUE || (measure == Measure.RATE && isRate())) {
            return Optional.of(actual);
        }
        return hasRatio() ? Optional.of(Points.divide(actual.multiply(Points.HUNDRED), target)) : Optional.empty();
    }

    /** Whether the target is itself a rate. */
    boolean isRate() {
        return unit.isBlank() || unit.contains("%") || unit.contains("％") || unit.contains("百分");
    }

    /** The two numbers in words, with whether the target is met. */
    String sentence() {
        if (subject == Subject.EXECUTION) {
            return "预算 " + PrintedNumber.shortest(target) + "，执行 " + PrintedNumber.shortest(actual);
        }
        return "目标 " + operator.printed() + withUnit(target) + "，完成 " + withUnit(actual) + "，" + (met() ? "达到" : "未达到");
    }

    private String withUnit(BigDecimal number) {
        String gap = unit.isEmpty() || unit.startsWith("%") || unit.startsWith("％") ? "" : " ";
        return PrintedNumber.shortest(number) + gap + unit;
    }

    static String percent(BigDecimal value) {
        return PrintedNumber.shortest(value.setScale(2, RoundingMode.HALF_UP)) + "%";
    }
}
