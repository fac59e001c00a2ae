package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.DatedValue;
import org.tongchou.benefit.policy.Days;
import org.tongchou.benefit.policy.Evaluator;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.Plan;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Tier;

/**
 * A policy pack made ready for a span of days in which no value of it changes. Made once, used for any number of bills;
 * safe for concurrent use.
 */
public final class Policy {
    private final PolicyPack pack;
    private final Words words;
    private final CounterLayout layout;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final List<CompiledPlan> plans;
    private final Memo<Choice> choices;
    private final AtomicReference<@Nullable Course> idle = new AtomicReference<>();

    /** Which plan applies; none when there is a failure. */
    private record Choice(
            @Nullable CompiledPlan plan, @Nullable Failure failure) {}

    private Policy(Compiler compiler, @Nullable LocalDate from, @Nullable LocalDate to) {
        this.pack = compiler.pack();
        this.words = compiler.words();
        this.layout = compiler.layout();
        this.from = from;
        this.to = to;
        Inputs.Collector inputs = compiler.inputs();
        plans = new ArrayList<>();
        for (Plan plan : pack.plans()) {
            if (plan.holdsOn(compiler.day())) {
                plans.add(new CompiledPlan(compiler, plan));
                inputs = inputs.condition(plan.when());
            }
        }
        choices = new Memo<>(inputs.done(), facts -> choose(compiler, facts));
    }

    /**
     * Makes a pack ready for the span of days around a date.
     *
     * @param pack a pack without errors
     * @throws IllegalArgumentException when the pack names a tier, counter or class that it does not have
     */
    public static Policy compile(PolicyPack pack, LocalDate date) {
        List<LocalDate> firsts = firstDays(pack);
        LocalDate from = firsts.stream()
                .filter(day -> !day.isAfter(date))
                .reduce((a, b) -> b)
                .orElse(null);
        LocalDate next =
                firsts.stream().filter(day -> day.isAfter(date)).findFirst().orElse(null);
        return new Policy(new Compiler(pack, date), from, next == null ? null : next.minusDays(1));
    }

    /** The days on which something of a pack changes, in order. */
    private static List<LocalDate> firstDays(PolicyPack pack) {
        Stream.Builder<@Nullable LocalDate> days = Stream.builder();
        for (Parameter parameter : pack.parameters().values()) {
            for (DatedValue value : parameter.values()) {
                days.add(value.from()).add(dayAfter(value.to()));
            }
        }
        for (Tier tier : pack.tiers().values()) {
            days.add(tier.from()).add(dayAfter(tier.to()));
        }
        for (Plan plan : pack.plans()) {
            days.add(plan.from()).add(dayAfter(plan.to()));
        }
        return days.build().flatMap(Stream::ofNullable).distinct().sorted().toList();
    }

    private static @Nullable LocalDate dayAfter(@Nullable LocalDate last) {
        return last == null ? null : last.plusDays(1);
    }

    private Choice choose(Compiler compiler, Facts facts) {
        for (CompiledPlan candidate : plans) {
            Evaluator.Verdict verdict = compiler.verdict(candidate.plan.when(), facts);
            if (verdict.failure() != null) {
                return new Choice(null, verdict.failure());
            }
            if (verdict.holds()) {
                return new Choice(candidate, null);
            }
        }
        return new Choice(null, new Failure(Failure.Code.NO_PLAN, "bill.kind", "", "当日有适用方案的险种、医疗类别"));
    }

    /** Chooses the plan; gives the failure when there is none. */
    @Nullable
    Failure choose(Course course) {
        Choice choice = choices.get(course.facts);
        course.plan = choice.plan;
        return choice.failure;
    }

    /** The pack. */
    public PolicyPack pack() {
        return pack;
    }

    /** Where the counters lie. */
    public CounterLayout layout() {
        return layout;
    }

    /** First day of the span; empty when there is no bound. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(from);
    }

    /** Last day of the span; empty when there is no bound. */
    public Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }

    /** Whether a day lies in the span. */
    public boolean covers(LocalDate day) {
        return Days.hold(from, to, day);
    }

    Words words() {
        return words;
    }

    /** Something to work with: that of an earlier bill, or a new one. */
    Course take() {
        Course course = idle.getAndSet(null);
        return course == null ? new Course(this) : course;
    }

    void giveBack(Course course) {
        idle.set(course);
    }
}
