package org.tongchou.benefit.cases;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.coverage.Member;
import org.tongchou.benefit.policy.Place;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Person;

/**
 * An example of a policy: bills of one person in order or a calculator, and what should come out.
 *
 * @param name what is tried, one sentence
 * @param because the arithmetic, done by hand; empty when not said
 * @param source the clause; empty when not said
 * @param reform file of an overlay in the pack's folder {@code reforms/}; empty for none
 * @param person whom it is about
 * @param member the same with enrolments and payments, when coverage is to be decided; null when it is as the person says
 * @param year counters before the first bill, by name and word (empty for a single number), each in its unit
 * @param steps bills and cancellations, at least one; none when a calculator is asked
 * @param calculated the calculator that is asked; null for bills
 * @param place where it is written
 */
public record Case(
        String name,
        String because,
        String source,
        String reform,
        Person person,
        @Nullable Member member,
        Map<String, Map<String, BigDecimal>> year,
        List<Step> steps,
        @Nullable Calculated calculated,
        Place place) {
    /** Copies the collections. */
    public Case {
        year = Map.copyOf(year);
        steps = List.copyOf(steps);
    }

    /**
     * A bill, or the cancellation of the last settlement.
     *
     * @param bill what is settled; null for a cancellation
     * @param expect what should come out
     */
    public record Step(@Nullable Bill bill, Expectation expect) {}
}
