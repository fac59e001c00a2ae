package org.tongchou.performance.publish;

import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;

/** Numbers, targets and results as sheets and sentences print them. */
final class Printed {
    private Printed() {}

    /** The number in a sentence, without thousands separators; empty for none. */
    static String number(@Nullable PrintedNumber number) {
        return number == null ? "" : number.plain();
    }

    /** A number with its unit in a sentence: {@code 12 个月}, {@code 90%}. */
    static String measure(PrintedNumber number, String unit) {
        boolean close = unit.isEmpty() || unit.startsWith("%") || unit.startsWith("‰");
        return number(number) + (close ? "" : " ") + unit;
    }

    /** A target in a cell: as it was printed, or put together from what is known. */
    static String cell(Target target) {
        if (!target.printed().isEmpty() || target.value() == null) {
            return target.printed();
        }
        return sign(target) + number(target.value()) + target.unit();
    }

    /** A result in a cell. */
    static String cell(Actual actual) {
        return actual.printed().isEmpty() ? number(actual.value()) : actual.printed();
    }

    /** A target in a sentence: words as they are, numbers with sign and unit. */
    static String sentence(Target target) {
        return target.value() == null ? target.printed() : sign(target) + measure(target.value(), target.unit());
    }

    /** A result in a sentence: a bare number gets the target's unit. */
    static String sentence(Actual actual, Target target) {
        PrintedNumber value = actual.value();
        boolean bare = value != null
                && (actual.printed().isEmpty()
                        || PrintedNumber.find(actual.printed()).isPresent());
        return value != null && bare ? measure(value, target.unit()) : actual.printed();
    }

    /** A value after words: numbers are set off by a space, Chinese words are not. */
    static String after(String words, String value) {
        boolean close =
                value.isEmpty() || Character.UnicodeScript.of(value.codePointAt(0)) == Character.UnicodeScript.HAN;
        return words + (close ? "" : " ") + value;
    }

    private static String sign(Target target) {
        Operator operator = target.operator();
        return operator == null || operator == Operator.QUALITATIVE ? "" : operator.printed();
    }
}
