package org.tongchou.platform.contribution;

import java.time.LocalDate;
import org.tongchou.platform.web.Actor;

/** Assesses what people owe themselves: residents for a year, flexible workers for a month or the months of a year. */
public interface DuesAssessment {
    /**
     * Assesses everybody who is enrolled, in transactions of its own; again it adds and corrects what nobody has paid.
     *
     * @param scheme {@code resident} or {@code employee}
     * @param period a year {@code 2026}, or a month {@code 2026-03}
     * @param day whose enrolment and identities count for residents
     * @return how many dues are new
     */
    int assess(Actor actor, String scheme, String period, LocalDate day);
}
