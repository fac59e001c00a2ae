package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import org.tongchou.platform.enrolment.Enrolled;

/**
 * What the engine says that a person owes for a period.
 *
 * @param person who, as enrolled on the day of the assessment
 * @param period a year {@code 2026} or a month {@code 2026-03}
 * @param from first day that it pays for
 * @param to last day
 * @param subsidisedFor the identity for which assistance pays; empty for none
 * @param baseFen base of the dues; 0 for residents
 * @param duesFen all of it
 * @param subsidisedFen of it, paid by assistance
 * @param maternityFen of it, for maternity insurance
 * @param largeFen of it, for large bills
 * @param careFen of it, for long-term care
 * @param creditFen what the person's account is credited with
 * @param opens first day on which it may be paid in time
 * @param closes last day in time
 */
record NewDue(
        Enrolled person,
        String period,
        LocalDate from,
        LocalDate to,
        String subsidisedFor,
        long baseFen,
        long duesFen,
        long subsidisedFen,
        long maternityFen,
        long largeFen,
        long careFen,
        long creditFen,
        LocalDate opens,
        LocalDate closes) {}
