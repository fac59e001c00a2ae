package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of a policy that is to be tried (改革方案): what it says replaces what the pack says.
 *
 * @param name what people call it
 * @param base name of the folder of the pack that it changes
 * @param counters new counters, and those that replace others
 * @param parameters values that replace others from their first day on
 * @param tiers new tiers, and those that replace others
 * @param plans plans that replace others; new ones are tried before those of the pack
 * @param place where it is written
 */
public record Reform(
        String name,
        String base,
        Map<String, Counter> counters,
        Map<String, Parameter> parameters,
        Map<String, Tier> tiers,
        List<Plan> plans,
        Place place) {
    /** Copies the collections; maps are sorted by name. */
    public Reform {
        counters = Collections.unmodifiableMap(new TreeMap<>(counters));
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        tiers = Collections.unmodifiableMap(new TreeMap<>(tiers));
        plans = List.copyOf(plans);
    }

    /** The pack with this change. */
    public PolicyPack applyTo(PolicyPack pack) {
        Map<String, Counter> allCounters = new TreeMap<>(pack.counters());
        allCounters.putAll(counters);
        Map<String, Parameter> allParameters = new TreeMap<>(pack.parameters());
        parameters.forEach((name, change) -> allParameters.merge(name, change, Reform::changed));
        Map<String, Tier> allTiers = new TreeMap<>(pack.tiers());
        allTiers.putAll(tiers);
        return new PolicyPack(
                pack.id(),
                pack.region(),
                pack.sources(),
                pack.vocabulary(),
                allCounters,
                allParameters,
                allTiers,
                allPlans(pack.plans()));
    }

    private List<Plan> allPlans(List<Plan> base) {
        Map<String, Plan> changed = new LinkedHashMap<>();
        plans.forEach(plan -> changed.put(plan.id(), plan));
        Set<String> replaced = new LinkedHashSet<>();
        List<Plan> old = new ArrayList<>();
        for (Plan plan : base) {
            replaced.add(plan.id());
            old.add(changed.getOrDefault(plan.id(), plan));
        }
        List<Plan> all = new ArrayList<>();
        plans.stream().filter(plan -> !replaced.contains(plan.id())).forEach(all::add);
        all.addAll(old);
        return all;
    }

    /** The values of a parameter with those of a change: where the change has one it holds, else the base's. */
    private static Parameter changed(Parameter base, Parameter change) {
        if (change.values().isEmpty()) {
            return base;
        }
        List<DatedValue> values = new ArrayList<>();
        take(base, null, change.values().get(0).from().minusDays(1), values);
        for (int i = 0; i < change.values().size(); i++) {
            DatedValue value = change.values().get(i);
            LocalDate next =
                    i + 1 < change.values().size() ? change.values().get(i + 1).from() : null;
            values.add(value);
            if (value.to() != null && (next == null || value.to().isBefore(next.minusDays(1)))) {
                take(base, value.to().plusDays(1), next == null ? null : next.minusDays(1), values);
            }
        }
        return new Parameter(base.name(), change.meaning(), base.unit(), values, base.place());
    }

    /** Adds the values of a parameter that hold between two days, cut to them; null is no bound. */
    private static void take(
            Parameter parameter, @Nullable LocalDate from, @Nullable LocalDate to, List<DatedValue> values) {
        for (int i = 0; i < parameter.values().size(); i++) {
            DatedValue value = parameter.values().get(i);
            LocalDate next = i + 1 < parameter.values().size()
                    ? parameter.values().get(i + 1).from()
                    : null;
            LocalDate start = from != null && from.isAfter(value.from()) ? from : value.from();
            LocalDate last = earlier(value.to(), next == null ? null : next.minusDays(1));
            LocalDate end = earlier(last, to);
            if (end == null || !start.isAfter(end)) {
                LocalDate stated = value.to() == null && end != null && end.equals(last) ? null : end;
                values.add(new DatedValue(
                        start, stated, value.sources(), value.checked(), value.trust(), value.value(), value.place()));
            }
        }
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
