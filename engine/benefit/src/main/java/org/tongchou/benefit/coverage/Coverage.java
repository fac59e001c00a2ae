package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person is entitled to on a day.
 *
 * @param day the day asked for
 * @param schemes the schemes in which the person is enrolled, in the order of the registrations; empty for 未参保
 * @param used the scheme that pays; null when none is enjoyed, or when several are and the pack does not rank them
 */
public record Coverage(
        LocalDate day,
        List<SchemeCoverage> schemes,
        @Nullable String used) {
    /** Copies the list. */
    public Coverage {
        schemes = List.copyOf(schemes);
    }

    /** The answer for a scheme; empty when the person is not enrolled in it. */
    public Optional<SchemeCoverage> find(String scheme) {
        return schemes.stream()
                .filter(coverage -> coverage.scheme().equals(scheme))
                .findFirst();
    }

    /** Whether two schemes or more are enjoyed at once (重复参保); enrolment alone is not enough. */
    public boolean enjoysTwoSchemes() {
        return schemes.stream().filter(SchemeCoverage::enjoyed).count() > 1;
    }
}
