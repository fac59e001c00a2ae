package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import org.tongchou.benefit.calculation.Insured;

/**
 * Dues paid for a period (缴费记录).
 *
 * @param scheme the scheme paid for
 * @param from first day of the period: a month, or a benefit year of the resident scheme
 * @param to last day of the period
 * @param paid the day of payment, before, in or after the period
 * @param kind who paid, and what for
 */
public record Payment(String scheme, LocalDate from, LocalDate to, LocalDate paid, Kind kind) {
    /** Who paid, and what for. */
    public enum Kind {
        /** 本人或单位缴费. */
        OWN,
        /** 医疗救助资助参保. */
        SUBSIDISED,
        /** 补缴断保年度以修复等待期: gives no benefit for its period, shortens the wait. */
        REPAIR
    }

    /** Whether it gives benefits for its period. */
    boolean covers() {
        return kind != Kind.REPAIR;
    }

    /** Whether its period and the days from {@code first} to {@code last} have one in common. */
    boolean touches(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }

    /** Whether it was paid within so many days of birth, the day of birth being 0. */
    boolean soonAfterBirth(Insured person, int days) {
        return !paid.isAfter(person.born().plusDays(days));
    }
}
