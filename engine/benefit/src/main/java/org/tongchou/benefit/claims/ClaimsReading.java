package org.tongchou.benefit.claims;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of opening a year file.
 *
 * @param year the year; null when it cannot be used
 * @param failures why it cannot be used; none when it can
 */
public record ClaimsReading(@Nullable ClaimsYear year, List<ClaimsFailure> failures) {
    /** Copies the list. */
    public ClaimsReading {
        failures = List.copyOf(failures);
    }

    /** The year; empty when there are failures. */
    public Optional<ClaimsYear> found() {
        return Optional.ofNullable(year);
    }
}
