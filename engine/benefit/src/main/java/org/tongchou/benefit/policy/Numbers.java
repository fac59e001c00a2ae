package org.tongchou.benefit.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the numbers of a pack. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?%?");
    private static final int WRITTEN_DECIMALS = 6;
    private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal("100000000000");
    private static final BigDecimal HIGHEST_FACTOR = new BigDecimal("10000");
    private static final BigDecimal HIGHEST_COUNT = new BigDecimal("1000000000");

    private Numbers() {}

    /** Whether a text begins as a number does, so that it cannot be a name. */
    static boolean looksLikeNumber(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || "-+.".indexOf(text.charAt(0)) >= 0);
    }

    /** A number in the smallest part of a unit; empty when it is none of that unit. */
    static Optional<Long> find(String text, Unit unit) {
        if (unit == Unit.YES_NO) {
            return "是".equals(text) ? Optional.of(1L) : "否".equals(text) ? Optional.of(0L) : Optional.empty();
        }
        return find(text, unit.measure());
    }

    /** A number in the smallest part of a measure; empty when it is none of that measure. */
    static Optional<Long> find(String text, Unit.Measure measure) {
        boolean percent = text.endsWith("%");
        if (!NUMBER.matcher(text).matches() || (percent && measure != Unit.Measure.RATIO)) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
        BigDecimal plain = (percent ? value.movePointLeft(2) : value).stripTrailingZeros();
        int decimals = Math.min(measure.decimals(), WRITTEN_DECIMALS);
        if (plain.scale() > decimals || plain.abs().compareTo(highest(measure)) > 0) {
            return Optional.empty();
        }
        return Optional.of(plain.movePointRight(measure.decimals()).longValueExact());
    }

    private static BigDecimal highest(Unit.Measure measure) {
        return switch (measure) {
            case AMOUNT -> HIGHEST_AMOUNT;
            case RATIO -> HIGHEST_FACTOR;
            case COUNT -> HIGHEST_COUNT;
        };
    }

    /** How a number of a unit is written, in Chinese. */
    static String expected(Unit unit) {
        return unit == Unit.YES_NO ? "是或否" : expected(unit.measure());
    }

    /** How a number of a measure is written, in Chinese. */
    static String expected(Unit.Measure measure) {
        return switch (measure) {
            case AMOUNT -> "以元为单位、最多两位小数的金额，如 800 或 1234.56，不写逗号";
            case RATIO -> "最多六位小数的比例，如 60% 或 0.6";
            case COUNT -> "整数";
        };
    }

    /** A number of a unit as people write it: {@code 800}, {@code 800.50}, {@code 60%}, {@code 2}. */
    static String print(long value, Unit unit) {
        if (unit == Unit.YES_NO) {
            return value == 0 ? "否" : "是";
        }
        BigDecimal number = BigDecimal.valueOf(value, unit.decimals());
        boolean percent = unit == Unit.RATIO || unit == Unit.POINTS;
        BigDecimal shown = (percent ? number.movePointRight(2) : number).stripTrailingZeros();
        boolean cents = unit.measure() == Unit.Measure.AMOUNT && shown.scale() > 0;
        return (cents ? number : shown).toPlainString() + (percent ? "%" : "");
    }
}
