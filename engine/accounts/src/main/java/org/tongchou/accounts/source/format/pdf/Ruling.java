package org.tongchou.accounts.source.format.pdf;

/**
 * A horizontal or vertical line of a page.
 *
 * @param horizontal whether it runs along x
 * @param at its y when horizontal, else its x
 * @param from where it begins along its direction
 * @param to where it ends, at least {@code from}
 */
record Ruling(boolean horizontal, float at, float from, float to) {
    float length() {
        return to - from;
    }

    /** Whether it crosses or touches a line of the other direction. */
    boolean touches(Ruling other, float tolerance) {
        return other.at >= from - tolerance
                && other.at <= to + tolerance
                && at >= other.from - tolerance
                && at <= other.to + tolerance;
    }
}
