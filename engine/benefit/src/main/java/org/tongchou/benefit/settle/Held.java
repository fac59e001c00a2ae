package org.tongchou.benefit.settle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Days;

/**
 * A word that holds of a person for a time: an identity (身份) or a certified special disease (慢特病认定).
 *
 * @param word word of the region
 * @param from first day; null for no bound
 * @param to last day; null for no bound
 */
public record Held(
        String word, @Nullable LocalDate from, @Nullable LocalDate to) {
    /** One that always holds. */
    public static Held always(String word) {
        return new Held(word, null, null);
    }

    /** Whether it holds on a day; both ends belong to it. */
    public boolean on(LocalDate day) {
        return Days.hold(from, to, day);
    }
}
