package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tiers pay for which bills, in order. The first plan in force on the bill's date whose condition holds is used.
 *
 * @param id its name
 * @param name what people read
 * @param from first day; null for no bound
 * @param to last day; null for no bound
 * @param when which bills
 * @param counts names of counters to which a bill adds one unless it continues a stay; the first gives the visit number
 * @param split how the lines are split
 * @param tiers names of tiers in the order in which they pay
 * @param place where it is written
 */
public record Plan(
        String id,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Condition when,
        List<String> counts,
        Split split,
        List<String> tiers,
        Place place) {
    /** Copies the lists. */
    public Plan {
        counts = List.copyOf(counts);
        tiers = List.copyOf(tiers);
    }

    /** Whether it is in force on a day. */
    public boolean holdsOn(LocalDate day) {
        return Days.hold(from, to, day);
    }
}
