package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter is from a day on.
 *
 * @param from first day
 * @param to last day; null when it holds until the next value begins
 * @param sources where it comes from, at least one
 * @param checked overrides the date of the source; null when not said
 * @param trust overrides that of the source; null when not said
 * @param value what it is
 * @param place where it is written
 */
public record DatedValue(
        LocalDate from,
        @Nullable LocalDate to,
        List<Citation> sources,
        @Nullable LocalDate checked,
        @Nullable Trust trust,
        Value value,
        Place place) {
    /** Copies the list. */
    public DatedValue {
        sources = List.copyOf(sources);
    }
}
