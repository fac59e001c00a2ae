package org.tongchou.performance.model;

import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;

/**
 * What was achieved.
 *
 * @param printed as the sheet prints it; empty when blank
 * @param value the number in the target's unit; null for words and for a blank
 */
public record Actual(String printed, @Nullable PrintedNumber value) {
    /** Nothing is printed. */
    public static final Actual NONE = new Actual("", null);
}
