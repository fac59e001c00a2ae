package org.tongchou.platform.enrolment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked for: those enrolled on a day who keep every condition.
 *
 * @param day the day
 * @param scheme a scheme; null for all
 * @param counties six digits each; null for the whole region
 * @param employers ids of employers; null for all
 * @param persons ids of persons; null for all
 */
public record EnrolledQuery(
        LocalDate day,
        @Nullable String scheme,
        @Nullable List<String> counties,
        @Nullable List<Long> employers,
        @Nullable List<Long> persons) {
    /** Copies the lists. */
    public EnrolledQuery {
        counties = counties == null ? null : List.copyOf(counties);
        employers = employers == null ? null : List.copyOf(employers);
        persons = persons == null ? null : List.copyOf(persons);
    }

    /** Everybody in a scheme. */
    public static EnrolledQuery of(LocalDate day, String scheme) {
        return new EnrolledQuery(day, scheme, null, null, null);
    }

    /** Those of an employer, in a scheme. */
    public static EnrolledQuery of(LocalDate day, String scheme, long employer) {
        return of(day, scheme, List.of(employer));
    }

    /** Those of some employers, in a scheme. */
    public static EnrolledQuery of(LocalDate day, String scheme, Collection<Long> employers) {
        return new EnrolledQuery(day, scheme, null, List.copyOf(employers), null);
    }

    /** Of them, those in some counties. */
    public EnrolledQuery in(Collection<String> some) {
        return new EnrolledQuery(day, scheme, List.copyOf(some), employers, persons);
    }

    /** Of them, some persons. */
    public EnrolledQuery only(Collection<Long> some) {
        return new EnrolledQuery(day, scheme, counties, employers, List.copyOf(some));
    }
}
