package org.tongchou.benefit.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether everything that is named is defined, fits its use, and is used. */
final class NameLint {
    private final PolicyPack pack;
    private final Findings findings;

    NameLint(PolicyPack pack, Findings findings) {
        this.pack = pack;
        this.findings = findings;
    }

    void check(List<Use> uses) {
        uses.forEach(this::use);
        calculators();
        cycles(uses);
        deadParameters(uses);
        counters(uses);
        Set<String> inPlans =
                pack.plans().stream().flatMap(plan -> plan.tiers().stream()).collect(Collectors.toSet());
        for (Tier tier : pack.tiers().values()) {
            if (!inPlans.contains(tier.id())) {
                findings.add(PackRule.DEAD_TIER, tier.place(), "支付层 " + tier.id() + " 不在任何方案里", "请写入方案的 tiers，或删去");
            }
        }
    }

    // ---- what is named

    private void use(Use use) {
        switch (use.kind()) {
            case PARAMETER -> parameter(use);
            case COUNTER -> counter(use);
            case TIER -> defined(use, PackRule.UNKNOWN_TIER, "支付层", pack.tiers().keySet());
            case FUND ->
                defined(
                        use,
                        PackRule.UNKNOWN_FUND,
                        "基金",
                        pack.vocabulary().funds().keySet());
            case SOURCE -> {
                // Told with the value that cites it.
            }
        }
    }

    private boolean defined(Use use, PackRule rule, String kind, Set<String> known) {
        if (known.contains(use.name())) {
            return true;
        }
        String near = Similar.to(use.name(), known);
        findings.add(
                rule,
                use.place(),
                use.purpose() + " 引用的" + kind + "“" + use.name() + "”没有定义",
                near.isEmpty() ? "请检查拼写，或者定义它" : "请检查拼写，是否想写 " + near);
        return false;
    }

    private void parameter(Use use) {
        Parameter parameter = pack.parameters().get(use.name());
        if (!defined(use, PackRule.UNKNOWN_PARAMETER, "参数", pack.parameters().keySet()) || parameter == null) {
            return;
        }
        unit(use, "参数", parameter.unit());
        if (!use.bands() && parameter.values().stream().anyMatch(value -> Values.hasBands(value.value()))) {
            findings.add(
                    PackRule.WRONG_UNIT,
                    use.place(),
                    use.purpose() + " 引用的参数 " + use.name() + " 是分段的，这里要一个数",
                    "请换一个参数；只有支付层的 ratio 可以分段");
        }
    }

    private void counter(Use use) {
        Counter counter = pack.counters().get(use.name());
        if (defined(use, PackRule.UNKNOWN_COUNTER, "累计", pack.counters().keySet()) && counter != null) {
            unit(use, "累计", counter.unit());
        }
    }

    private void unit(Use use, String kind, Unit unit) {
        if (!use.units().isEmpty() && !use.units().contains(unit)) {
            findings.add(
                    PackRule.WRONG_UNIT,
                    use.place(),
                    use.purpose() + " 引用的" + kind + " " + use.name() + " 的单位是“" + unit.word() + "”",
                    "这里的单位应为 " + use.units().stream().map(Unit::word).collect(Collectors.joining("、")));
        }
    }

    private void calculators() {
        for (Parameter parameter : pack.parameters().values()) {
            CalculatorParameters.CalculatorParameter read =
                    CalculatorParameters.byName().get(parameter.name());
            if (read != null && read.unit() != parameter.unit()) {
                findings.add(
                        PackRule.WRONG_UNIT,
                        parameter.place(),
                        "参数 " + parameter.name() + " 的单位是“" + parameter.unit().word() + "”",
                        "这个名字由计算使用，单位应为 " + read.unit().word());
            }
        }
    }

    // ---- parameters in parameters

    /** Parameter → the parameters in it, with the first place where each is named. */
    private static Map<String, Map<String, Place>> inside(List<Use> uses) {
        Map<String, Map<String, Place>> inside = new TreeMap<>();
        for (Use use : uses) {
            if (use.kind() == Use.Kind.PARAMETER && !use.owner().isEmpty()) {
                inside.computeIfAbsent(use.owner(), name -> new LinkedHashMap<>())
                        .merge(use.name(), use.place(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        return inside;
    }

    private void cycles(List<Use> uses) {
        Map<String, Map<String, Place>> inside = inside(uses);
        Set<String> told = new TreeSet<>();
        for (String start : inside.keySet()) {
            List<String> circle = circle(start, inside);
            if (!circle.isEmpty() && !told.contains(start)) {
                told.addAll(circle);
                Place place = inside.getOrDefault(start, Map.of()).get(circle.get(1));
                findings.add(
                        PackRule.CYCLE,
                        place == null ? new Place("", 1) : place,
                        "参数循环引用：" + String.join(" → ", circle),
                        "请让其中一个写成数，或引用别的参数");
            }
        }
    }

    /** The shortest way from a parameter back to itself, both ends included; empty when there is none. */
    private static List<String> circle(String start, Map<String, Map<String, Place>> inside) {
        Map<String, String> cameFrom = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String name = open.remove();
            for (String next : inside.getOrDefault(name, Map.of()).keySet()) {
                if (next.equals(start)) {
                    return way(start, name, cameFrom);
                }
                if (cameFrom.putIfAbsent(next, name) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> way(String start, String last, Map<String, String> cameFrom) {
        Deque<String> way = new ArrayDeque<>(List.of(start));
        @Nullable String name = last;
        while (name != null && !name.equals(start)) {
            way.addFirst(name);
            name = cameFrom.get(name);
        }
        way.addFirst(start);
        return List.copyOf(way);
    }

    // ---- what is not used

    private void deadParameters(List<Use> uses) {
        if (pack.plans().isEmpty()) {
            // A collection of published figures settles nothing.
            return;
        }
        Set<String> roots = new TreeSet<>(Uses.ofBills(uses));
        roots.addAll(CalculatorParameters.byName().keySet());
        Set<String> live = Uses.reached(uses, roots);
        for (Parameter parameter : pack.parameters().values()) {
            if (!live.contains(parameter.name())) {
                String near = Similar.to(
                        parameter.name(), CalculatorParameters.byName().keySet());
                findings.add(
                        PackRule.DEAD_PARAMETER,
                        parameter.place(),
                        "参数 " + parameter.name() + " 没有用到",
                        near.isEmpty() ? "请在支付层、方案或别的参数中引用，或删去" : "请引用或删去；如要供计算使用，是否想写 " + near);
            }
        }
    }

    private void counters(List<Use> uses) {
        for (Counter counter : pack.counters().values()) {
            List<Use> all = uses.stream()
                    .filter(use -> use.kind() == Use.Kind.COUNTER && use.name().equals(counter.name()))
                    .toList();
            boolean grows = all.stream().anyMatch(Use::grows);
            boolean reads = all.stream().anyMatch(Use::reads);
            if (!grows || !reads) {
                String what = all.isEmpty() ? "没有用到" : grows ? "只增加，没有限额、起付或条件用它" : "有条件用它，却从不增加";
                String remedy =
                        grows ? "请在限额、起付或条件中使用，或删去" : all.isEmpty() ? "请使用或删去" : "请在方案的 counts、支付层的 adds 或限额中累计";
                findings.add(PackRule.DEAD_COUNTER, counter.place(), "累计 " + counter.name() + " " + what, remedy);
            }
        }
    }
}
