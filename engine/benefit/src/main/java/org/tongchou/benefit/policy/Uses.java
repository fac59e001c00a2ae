package org.tongchou.benefit.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Unit.Measure;

/** Finds every place of a pack that names something defined elsewhere. */
final class Uses {
    private static final Set<Unit> AMOUNTS = of(Measure.AMOUNT);
    private static final Set<Unit> RATIO = EnumSet.of(Unit.RATIO);
    private static final Set<Unit> FACTORS = EnumSet.of(Unit.RATIO, Unit.TIMES);
    private static final Set<Unit> POINTS = EnumSet.of(Unit.POINTS, Unit.RATIO);
    private static final Set<Unit> VISITS = EnumSet.of(Unit.VISITS);

    private final PolicyPack pack;
    private final Map<String, Place> places;
    private final List<Use> uses = new ArrayList<>();

    private Uses(PolicyPack pack, Map<String, Place> places) {
        this.pack = pack;
        this.places = places;
    }

    /** All uses, in no particular order. */
    static List<Use> of(PolicyPack pack, Map<String, Place> places) {
        Uses uses = new Uses(pack, places);
        pack.parameters().values().forEach(uses::parameter);
        pack.tiers().values().forEach(uses::tier);
        pack.plans().forEach(uses::plan);
        return List.copyOf(uses.uses);
    }

    /** The parameters that tiers and plans name. */
    static Set<String> ofBills(List<Use> uses) {
        Set<String> names = new TreeSet<>();
        uses.stream()
                .filter(use -> use.kind() == Use.Kind.PARAMETER && use.owner().isEmpty())
                .forEach(use -> names.add(use.name()));
        return names;
    }

    /** Some parameters and all that they are computed from. */
    static Set<String> reached(List<Use> uses, Set<String> from) {
        Map<String, List<Use>> inside = uses.stream()
                .filter(use -> use.kind() == Use.Kind.PARAMETER)
                .collect(Collectors.groupingBy(Use::owner));
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (reached.add(name)) {
                inside.getOrDefault(name, List.of()).forEach(use -> open.add(use.name()));
            }
        }
        return reached;
    }

    /** The units of a measure. */
    static Set<Unit> of(Measure measure) {
        EnumSet<Unit> units = EnumSet.noneOf(Unit.class);
        Arrays.stream(Unit.values()).filter(unit -> unit.measure() == measure).forEach(units::add);
        return units;
    }

    // ---- parameters

    private void parameter(Parameter parameter) {
        for (DatedValue value : parameter.values()) {
            for (Citation citation : value.sources()) {
                uses.add(Use.other(Use.Kind.SOURCE, citation.source(), value.place(), "来源"));
            }
            value(parameter, value.value());
        }
    }

    private void value(Parameter parameter, Value value) {
        Values.expressions(value, (expression, place) -> expression(parameter, expression));
        Values.conditions(value, condition -> condition(condition, parameter.name()));
    }

    private void expression(Parameter parameter, Expression expression) {
        if (!(expression instanceof Expression.Formula formula)) {
            return;
        }
        Set<Unit> same = of(parameter.unit().measure());
        EnumSet<Unit> factors = EnumSet.allOf(Unit.class);
        factors.removeAll(AMOUNTS);
        factors.remove(Unit.YES_NO);
        Place place = formula.place();
        operand(formula.of(), place, parameter, "of", same);
        operand(formula.times(), place, parameter, "times", factors);
        operand(formula.plus(), place, parameter, "plus", same);
        operand(formula.atLeast(), place, parameter, "at_least", same);
        operand(formula.atMost(), place, parameter, "at_most", same);
        if (formula.eachVisit() != null) {
            operand(formula.eachVisit().add(), place, parameter, "each_visit 的 add", same);
            operand(formula.eachVisit().times(), place, parameter, "each_visit 的 times", factors);
        }
    }

    private void operand(@Nullable Operand operand, Place place, Parameter parameter, String purpose, Set<Unit> units) {
        if (operand instanceof Operand.Reference reference) {
            uses.add(Use.parameter(reference.parameter(), place, parameter.name(), purpose, units));
        } else if (operand instanceof Operand.Asked asked && asked.fact().kind() == Fact.Kind.COUNTER) {
            uses.add(Use.counter(asked.fact().of(), place, purpose, Set.of(), true, false)
                    .in(parameter.name()));
        }
    }

    // ---- conditions

    private void condition(Condition condition, String owner) {
        Conditions.visit(condition, leaf -> {
            if (leaf instanceof Condition.Within within) {
                within(within, owner);
            }
        });
    }

    private void within(Condition.Within within, String owner) {
        Set<Unit> units = of(within.fact().kind().isMoney() ? Measure.AMOUNT : Measure.COUNT);
        if (within.fact().kind() == Fact.Kind.COUNTER) {
            uses.add(Use.counter(within.fact().of(), within.place(), "条件", Set.of(), true, false)
                    .in(owner));
            Counter counter = pack.counters().get(within.fact().of());
            units = counter == null ? Set.of() : of(counter.unit().measure());
        }
        for (Condition.Bound bound : Arrays.asList(within.low(), within.high())) {
            if (bound != null && bound.value() instanceof Operand.Reference reference) {
                uses.add(Use.parameter(
                        reference.parameter(),
                        within.place(),
                        owner,
                        "条件 " + within.fact().word() + " 的界限",
                        units));
            }
        }
    }

    // ---- tiers and plans

    private void tier(Tier tier) {
        String path = "tiers." + tier.id() + ".";
        if (tier.fund() != null) {
            uses.add(Use.other(Use.Kind.FUND, tier.fund(), at(path + "fund", tier.place()), "fund"));
        }
        condition(tier.when(), "");
        Deductible deductible = tier.deductible();
        if (deductible != null) {
            add(deductible.amount(), deductible.place(), "起付标准", AMOUNTS, uses::add);
            counter(deductible.counter(), deductible.place(), "起付累计", true, true);
        }
        add(tier.ratio(), at(path + "ratio", tier.place()), "支付比例", RATIO, use -> uses.add(use.withBands()));
        add(tier.most(), at(path + "most", tier.place()), "比例上限", RATIO, uses::add);
        for (Adjustment adjustment : tier.adjust()) {
            condition(adjustment.when(), "");
            add(
                    adjustment.parameter(),
                    adjustment.place(),
                    "比例调整 " + adjustment.change().word(),
                    units(adjustment),
                    uses::add);
        }
        counter(tier.counter(), at(path + "counter", tier.place()), "年度累计的费用", true, true);
        counter(tier.paid(), at(path + "paid", tier.place()), "已付累计", true, false);
        tier.limits().forEach(this::limit);
        tier.adds().forEach(name -> counter(name, at(path + "adds", tier.place()), "adds", tier.fund() == null, true));
    }

    private static Set<Unit> units(Adjustment adjustment) {
        return switch (adjustment.change()) {
            case ADD -> POINTS;
            case TIMES, OWN_TIMES -> FACTORS;
            case REPLACE -> RATIO;
        };
    }

    private void limit(Limit limit) {
        condition(limit.when(), "");
        if (limit instanceof Limit.Counted counted) {
            add(counted.amount(), limit.place(), "限额", AMOUNTS, uses::add);
            counter(counted.counter(), limit.place(), "限额的累计", true, true);
        } else if (limit instanceof Limit.Each each) {
            add(each.amount(), limit.place(), "限额", AMOUNTS, uses::add);
        } else if (limit instanceof Limit.Share share) {
            add(share.share(), limit.place(), "总份额上限", RATIO, uses::add);
            share.including().forEach(tier -> uses.add(Use.other(Use.Kind.TIER, tier, limit.place(), "including")));
        } else if (limit instanceof Limit.Diseases diseases) {
            add(diseases.amount(), limit.place(), "病种限额", AMOUNTS, uses::add);
            add(diseases.plus(), limit.place(), "每多一个病种增加的限额", AMOUNTS, uses::add);
            counter(diseases.counter(), limit.place(), "限额的累计", true, true);
        }
    }

    private void plan(Plan plan) {
        String path = "plans." + plan.id() + ".";
        condition(plan.when(), "");
        for (int i = 0; i < plan.counts().size(); i++) {
            Place place = at(path + "counts", plan.place());
            uses.add(Use.counter(plan.counts().get(i), place, "counts", VISITS, i == 0, true));
        }
        add(plan.split().classB(), plan.split().place(), "乙类先付比例", RATIO, uses::add);
        add(plan.split().first(), plan.split().place(), "异地先付比例", RATIO, uses::add);
        Place tiers = at(path + "tiers", plan.place());
        plan.tiers().forEach(tier -> uses.add(Use.other(Use.Kind.TIER, tier, tiers, "tiers")));
    }

    private Place at(String path, Place otherwise) {
        return places.getOrDefault(path, otherwise);
    }

    private static void add(@Nullable String name, Place place, String purpose, Set<Unit> units, Consumer<Use> add) {
        if (name != null && !name.isEmpty()) {
            add.accept(Use.parameter(name, place, "", purpose, units));
        }
    }

    private void counter(@Nullable String name, Place place, String purpose, boolean reads, boolean grows) {
        if (name != null && !name.isEmpty()) {
            uses.add(Use.counter(name, place, purpose, AMOUNTS, reads, grows));
        }
    }
}
