package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.policy.Fact;

/** What conditions may ask of the cover before a payment. */
final class EarlierCover {
    private EarlierCover() {}

    /** The facts with {@code first_time}, {@code earlier_scheme} and {@code gap_months}. */
    static Facts facts(Facts facts, @Nullable Payment earlier, LocalDate next) {
        return facts.with(Fact.Kind.FIRST_TIME, earlier == null)
                .with(Fact.Kind.EARLIER_SCHEME, earlier == null ? "none" : earlier.scheme())
                .with(Fact.Kind.GAP_MONTHS, earlier == null ? 0 : months(earlier.to(), next));
    }

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
