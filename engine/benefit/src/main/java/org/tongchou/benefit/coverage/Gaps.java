package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Months without cover. */
final class Gaps {
    private Gaps() {}

    /** Months between the last covered day and the next one, begun ones counted in full; 0 when nothing is between. */
    static long months(LocalDate lastCovered, LocalDate next) {
        LocalDate open = lastCovered.plusDays(1);
        if (!next.isAfter(open)) {
            return 0;
        }
        long whole = ChronoUnit.MONTHS.between(open, next);
        return open.plusMonths(whole).isBefore(next) ? whole + 1 : whole;
    }
}
