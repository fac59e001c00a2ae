package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.Plan;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Tier;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.Stay;

/** Settles a bill as the page says, step by step. */
final class Oracle {
    private static final BigDecimal LARGEST_COUNTER = new BigDecimal("900000000");

    private Oracle() {}

    /**
     * What a person used up: counters by name, or by name, slash and word; those not there are nought.
     *
     * @param stay the last admission; null for none
     */
    record Year(Map<String, BigDecimal> counters, @Nullable Stay stay) {
        static final Year NEW = new Year(Map.of(), null);
    }

    /** What comes of a bill. */
    record Settled(Plan plan, SplitByHand split, Course course, Year after) {}

    /**
     * Settles a bill.
     *
     * @throws Refusal when it cannot be settled
     */
    static Settled settle(PolicyPack pack, Person person, Year year, Bill bill) {
        Enrolment enrolment = Checks.check(pack, person, bill, year.stay());
        Stay continued = bill.continues() == null ? null : year.stay();
        Situation unnumbered =
                new Situation(pack, person, bill, enrolment, bill.disease(), 1, Map.copyOf(year.counters()), "", null);
        Plan plan = plan(pack, unnumbered, continued);
        Situation numbered = numbered(unnumbered, plan, continued);
        SplitByHand split = new SplitByHand(bill, plan.split(), numbered);
        Situation situation = numbered.afterSplit(split.buckets);
        Course course = new Course(split.buckets, year.counters());
        boolean hasBasic = plan.tiers().stream().anyMatch(id -> tier(pack, id).basic());
        if (!hasBasic) {
            course.scopeToShare();
        }
        for (String id : plan.tiers()) {
            TierByHand.apply(tier(pack, id), course, split, situation.withCounters(course.counters), continued);
        }
        Year after = new Year(course.counters, stayAfter(year, bill, plan, situation, course, continued));
        course.counters.forEach((cell, value) -> {
            if (value.compareTo(LARGEST_COUNTER) > 0) {
                throw new Refusal(Code.WRONG_NUMBER, "counter " + cell);
            }
        });
        return new Settled(plan, split, course, after);
    }

    private static Tier tier(PolicyPack pack, String id) {
        Tier tier = pack.tiers().get(id);
        if (tier == null) {
            throw new IllegalStateException("no tier " + id);
        }
        return tier;
    }

    /** The first plan in force on the bill's date whose condition holds. */
    private static Plan plan(PolicyPack pack, Situation unnumbered, @Nullable Stay continued) {
        LocalDate day = unnumbered.bill().date();
        for (Plan plan : pack.plans()) {
            if ((plan.from() == null || !day.isBefore(plan.from()))
                    && (plan.to() == null || !day.isAfter(plan.to()))
                    && new Reading(numbered(unnumbered, plan, continued)).holds(plan.when())) {
                return plan;
            }
        }
        throw new Refusal(Code.NO_PLAN, unnumbered.bill().kind());
    }

    /** The visit is that of the stay, or one more than the first counter that the plan counts. */
    private static Situation numbered(Situation plain, Plan plan, @Nullable Stay continued) {
        long visit = 1;
        if (continued != null) {
            visit = continued.visit();
        } else if (!plan.counts().isEmpty() && plain.has(plan.counts().get(0))) {
            visit = plain.counter(plan.counts().get(0)).longValueExact() + 1;
        }
        return new Situation(
                plain.pack(),
                plain.person(),
                plain.bill(),
                plain.enrolment(),
                plain.disease(),
                visit,
                plain.counters(),
                plain.category(),
                plain.split());
    }

    /** A bill that is counted becomes the last stay; one that continues it adds to what it was charged. */
    private static @Nullable Stay stayAfter(
            Year year, Bill bill, Plan plan, Situation situation, Course course, @Nullable Stay continued) {
        long charged = course.charged.movePointRight(2).longValueExact();
        if (continued != null) {
            return new Stay(continued.id(), continued.visit(), continued.charged() + charged);
        }
        if (plan.counts().isEmpty()) {
            return year.stay();
        }
        for (String counter : plan.counts()) {
            course.grow(situation.cell(counter), BigDecimal.ONE);
        }
        return new Stay(bill.id(), situation.visit(), charged);
    }

    /** What is kept of a year when the next bill is on another day. */
    static Year begin(PolicyPack pack, Year year, LocalDate last, LocalDate day) {
        Map<String, BigDecimal> kept = new HashMap<>(year.counters());
        pack.counters().values().forEach(counter -> {
            boolean goesOn = switch (counter.per()) {
                case DAY -> day.equals(last);
                case MONTH -> YearMonth.from(day).equals(YearMonth.from(last));
                case QUARTER ->
                    day.getYear() == last.getYear()
                            && day.get(IsoFields.QUARTER_OF_YEAR) == last.get(IsoFields.QUARTER_OF_YEAR);
                case YEAR -> day.getYear() == last.getYear();
                case LIFE -> true;
            };
            if (!goesOn) {
                kept.keySet().removeIf(cell -> cell.equals(counter.name()) || cell.startsWith(counter.name() + "/"));
            }
        });
        return new Year(kept, year.stay());
    }
}
