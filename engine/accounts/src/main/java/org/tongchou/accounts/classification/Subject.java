package org.tongchou.accounts.classification;

import org.jspecify.annotations.Nullable;

/**
 * A name of a classification code (科目).
 *
 * @param code 3 (类), 5 (款) or 7 (项) digits; functional codes start with 2, economic ones with 3
 * @param name its name
 * @param from first budget year with this name; null when not known
 * @param to last budget year with this name; null when not known or still in use
 * @param source where the row was taken from
 */
public record Subject(
        String code,
        String name,
        @Nullable Integer from,
        @Nullable Integer to,
        String source) {
    /** Whether the name is, as far as known, the one of this year. */
    public boolean validIn(int year) {
        return (from == null || from <= year) && (to == null || year <= to);
    }
}
