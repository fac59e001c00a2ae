package org.tongchou.benefit.settle;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.explain.Explanation;
import org.tongchou.benefit.policy.Failure;

/** Settles bills. Pure: same arguments, same answer; safe for concurrent use. */
public final class BenefitEngine {
    private BenefitEngine() {}

    /**
     * Settles one bill. A pre-settlement (预结算) is the same, without keeping the state that comes out.
     *
     * @param policy rules in force on the bill's date
     * @param person the insured person
     * @param year what the person has used up this benefit year
     * @param bill what is to be settled
     * @return who pays what, and the year afterwards; or why it cannot be settled
     */
    public static Outcome settle(Policy policy, Person person, YearState year, Bill bill) {
        return settle(policy, person, year, bill, false);
    }

    /** As {@link #settle(Policy, Person, YearState, Bill)}, with the reasons for every fen. */
    public static Outcome settleAndExplain(Policy policy, Person person, YearState year, Bill bill) {
        return settle(policy, person, year, bill, true);
    }

    private static Outcome settle(Policy policy, Person person, YearState year, Bill bill, boolean explain) {
        Failure misfit = year.misfit(policy.layout());
        if (misfit != null) {
            return new Outcome.Refused(misfit);
        }
        if (!policy.covers(bill.date())) {
            return new Outcome.Refused(
                    new Failure(Failure.Code.DATE, "bill.date", bill.date().toString(), "规则适用的日期 " + span(policy)));
        }
        Course course = policy.take();
        try {
            course.begin(year);
            Narrator narrator = explain ? new Narrator() : null;
            Failure failure = Encoder.encode(course, person, bill);
            if (failure == null) {
                failure = course.go(narrator);
            }
            if (failure != null) {
                return new Outcome.Refused(failure);
            }
            CompiledPlan plan = Objects.requireNonNull(course.plan);
            return new Outcome.Settled(new Settlement(course, plan, bill, year, explanation(narrator, plan, bill)));
        } catch (ArithmeticException e) {
            return new Outcome.Refused(tooLarge());
        } finally {
            policy.giveBack(course);
        }
    }

    static Failure tooLarge() {
        return new Failure(Failure.Code.WRONG_NUMBER, "bill.total", "", "不超过 100,000,000 元的账单和 900,000,000 元的累计");
    }

    private static String span(Policy policy) {
        return policy.from().map(Object::toString).orElse("") + " 至 "
                + policy.to().map(Object::toString).orElse("今后");
    }

    private static @Nullable Explanation explanation(@Nullable Narrator narrator, CompiledPlan plan, Bill bill) {
        return narrator == null ? null : narrator.tell(plan.plan.name() + "（" + bill.date() + "）");
    }

    /** A state, or why there is none. */
    public record Undone(@Nullable YearState year, @Nullable Failure failure) {
        /** The state; empty when there is a failure. */
        public Optional<YearState> state() {
            return Optional.ofNullable(year);
        }
    }

    /**
     * Takes the last settlement of a year back (撤销): every counter loses exactly what the settlement added, and the last
     * stay is what it was.
     *
     * @param policy any span of the pack that the settlement was made with
     * @param year the state that the settlement led to
     * @return the state before it; fails with {@code E-BEN-021} when another settlement followed
     */
    public static Undone undo(Policy policy, YearState year, Settlement settlement) {
        Failure misfit = year.misfit(policy.layout());
        if (misfit != null) {
            return new Undone(null, misfit);
        }
        if (year.mark() != settlement.after().mark()) {
            return new Undone(
                    null,
                    new Failure(
                            Failure.Code.NOT_LAST,
                            "settlement",
                            settlement.bill().id(),
                            "本年度最后一次结算，请先撤销其后的结算"));
        }
        long[] cells = year.cells();
        for (Movement movement : settlement.movements()) {
            cells[movement.cell()] -= movement.change();
        }
        YearState before = settlement.before();
        return new Undone(YearState.owning(year.fingerprint(), cells, before.stay(), before.mark()), null);
    }
}
