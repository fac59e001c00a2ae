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
 * @param employerId an employer; null for all
 * @param persons ids of persons; null for all
 */
public record EnrolledQuery(
        LocalDate day,
        @Nullable String scheme,
        @Nullable List<String> counties,
        @Nullable Long employerId,
        @Nullable List<Long> persons) {
    /** Copies the lists. */
    public EnrolledQuery {
        counties = counties == null ? null : List.copyOf(counties);
        persons = persons == null ? null : List.copyOf(persons);
    }

    /** Everybody in a scheme. */
    public static EnrolledQuery of(LocalDate day, String scheme) {
        return new EnrolledQuery(day, scheme, null, null, null);
    }

    /** Those of an employer, in a scheme. */
    public static EnrolledQuery of(LocalDate day, String scheme, long employer) {
        return new EnrolledQuery(day, scheme, null, employer, null);
    }

    /** Of them, those in some counties. */
    public EnrolledQuery in(Collection<String> some) {
        return new EnrolledQuery(day, scheme, List.copyOf(some), employerId, persons);
    }

    /** Of them, some persons. */
    public EnrolledQuery only(Collection<Long> some) {
        return new EnrolledQuery(day, scheme, counties, employerId, List.copyOf(some));
    }
}
