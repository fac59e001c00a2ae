package org.tongchou.performance.model;

import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;

/**
 * A target of an indicator.
 *
 * @param printed as the sheet prints it; empty when the cell is blank or lost
 * @param operator the comparison that is printed; null when only a number is
 * @param read the comparison it is read as: that of {@code operator}, {@link Operator#AT_LEAST} for a bare number; null
 *     when there is no target
 * @param value the number; null for a target in words and for none
 * @param unit what the number counts, for example {@code 万人}, {@code %}; empty when not known
 */
public record Target(
        String printed,
        @Nullable Operator operator,
        @Nullable Operator read,
        @Nullable PrintedNumber value,
        String unit) {
    /** No target. */
    public static final Target NONE = new Target("", null, null, null, "");

    /** A target in words. */
    public static Target words(String text) {
        return new Target(text, Operator.QUALITATIVE, Operator.QUALITATIVE, null, "");
    }

    /** The same target, printed otherwise. */
    public Target printedAs(String other) {
        return new Target(other, operator, read, value, unit);
    }

    /** The same target with a unit that was found elsewhere. */
    public Target withUnit(String other) {
        return new Target(printed, operator, read, value, other);
    }

    /** Whether there is a target at all. */
    public boolean present() {
        return read != null;
    }

    /** Whether the target is a sentence. */
    public boolean inWords() {
        return read == Operator.QUALITATIVE;
    }
}
