package org.tongchou.benefit.funding;

import java.time.LocalDate;
import java.util.List;
import org.tongchou.money.Money;

/**
 * The dues of a month, of one person or of all people of an employer.
 *
 * @param base the base, of several people the sum
 * @param parts what is owed for each part, in the order of {@link Part}; parts without dues are left out
 * @param due last day on which they are in time
 */
public record MonthlyDues(Money base, List<PartDues> parts, LocalDate due) {
    /**
     * What is owed for a part.
     *
     * @param part what for
     * @param unit by the employer
     * @param personal by the person
     */
    public record PartDues(Part part, Money unit, Money personal) {}

    /** Copies the list. */
    public MonthlyDues {
        parts = List.copyOf(parts);
    }

    /** What the employer owes. */
    public Money unit() {
        return parts.stream().map(PartDues::unit).reduce(Money.ZERO, Money::plus);
    }

    /** What the people owe. */
    public Money personal() {
        return parts.stream().map(PartDues::personal).reduce(Money.ZERO, Money::plus);
    }
}
