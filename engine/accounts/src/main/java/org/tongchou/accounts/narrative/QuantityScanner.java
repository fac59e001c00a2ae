package org.tongchou.accounts.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongchou.accounts.narrative.Quantity.Kind;

/** Finds numbers with units in the {@link Shadow} of a sentence, in one pass. */
final class QuantityScanner {
    private static final int LONGEST_NUMBER = 24;
    private static final List<String> MONEY = List.of("亿元", "万元", "元");
    private static final String SCALES = "万亿千百";
    private static final String ROUNDS = "余多";

    private final List<String> countUnits;

    /** A scanner for these units of counting, beside money and percentages. */
    QuantityScanner(List<String> countUnits) {
        this.countUnits = countUnits.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The quantities of a cleaned text, in order. Years, dates, codes, document numbers and ordinals are none. */
    List<Quantity> scan(String text) {
        List<Quantity> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!Shadow.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = numberEnd(text, i);
            int start = i;
            findQuantity(text, start, end).ifPresent(found::add);
            i = end;
        }
        return found;
    }

    /** Whether a text starts with a quantity. */
    boolean startsWithQuantity(String text) {
        if (text.isEmpty() || !Shadow.isDigit(text.charAt(0))) {
            return false;
        }
        return findQuantity(text, 0, numberEnd(text, 0)).isPresent();
    }

    private Optional<Quantity> findQuantity(String text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (before == '第' || before == '.' || isLatin(before) || end - start > LONGEST_NUMBER) {
            return Optional.empty();
        }
        String unit = unitAt(text, end);
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        String digits = text.substring(start, end).replace(",", "");
        int point = digits.indexOf('.');
        BigDecimal value = new BigDecimal(digits);
        boolean negative = before == '-' && start > 1 && !isLatin(text.charAt(start - 2));
        return Optional.of(new Quantity(
                negative ? start - 1 : start,
                end + unit.length(),
                negative ? value.negate() : value,
                point < 0 ? 0 : digits.length() - point - 1,
                unit,
                kind(unit)));
    }

    /** Where a number ends: digits, groups of exactly three after commas, digits after one point. */
    private static int numberEnd(String text, int start) {
        int end = digitsEnd(text, start);
        while (end < text.length() && text.charAt(end) == ',' && digitsEnd(text, end + 1) == end + 4) {
            end += 4;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digitsEnd(text, end + 1);
            if (fraction > end + 1) {
                end = fraction;
            }
        }
        return end;
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Shadow.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private String unitAt(String text, int index) {
        if (text.startsWith("%", index)) {
            return "%";
        }
        for (String money : MONEY) {
            if (text.startsWith(money, index)) {
                return money + perWhat(text, index + money.length());
            }
        }
        int i = index;
        if (i < text.length() && SCALES.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i < text.length() && ROUNDS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (text.startsWith("元", i)) {
            return text.substring(index, i + 1);
        }
        for (String unit : countUnits) {
            if (text.startsWith(unit, i)) {
                return text.substring(index, i + unit.length()) + perWhat(text, i + unit.length());
            }
        }
        return "";
    }

    /** {@code /人/年} after a unit. */
    private static String perWhat(String text, int index) {
        int end = index;
        while (end + 1 < text.length() && text.charAt(end) == '/' && end - index < 6) {
            end += 2;
        }
        return text.substring(index, end);
    }

    private static Kind kind(String unit) {
        if (unit.equals("%")) {
            return Kind.PERCENT;
        }
        return MONEY.contains(unit) ? Kind.MONEY : Kind.COUNT;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || Shadow.isDigit(c);
    }
}
