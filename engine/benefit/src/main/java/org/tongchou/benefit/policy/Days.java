package org.tongchou.benefit.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Periods that may be open at either end. */
public final class Days {
    private Days() {}

    /** Whether a day lies in a period; both ends belong to it, null is no bound. */
    public static boolean hold(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
