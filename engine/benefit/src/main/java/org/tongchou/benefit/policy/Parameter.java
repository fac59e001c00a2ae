package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A figure or rule of the policy with its values over time.
 *
 * @param name for example {@code resident.inpatient.deductible}
 * @param meaning what people read
 * @param unit unit of all its numbers
 * @param values values by start date, the earliest first
 * @param place where it is written
 */
public record Parameter(String name, String meaning, Unit unit, List<DatedValue> values, Place place) {
    /** Copies the list. */
    public Parameter {
        values = List.copyOf(values);
    }

    /** The value in force on a day: the latest that has begun, unless it has ended; empty in a gap. */
    public Optional<DatedValue> on(LocalDate day) {
        DatedValue last = null;
        for (DatedValue value : values) {
            if (!value.from().isAfter(day)) {
                last = value;
            }
        }
        return Optional.ofNullable(last)
                .filter(value -> value.to() == null || !value.to().isBefore(day));
    }
}
