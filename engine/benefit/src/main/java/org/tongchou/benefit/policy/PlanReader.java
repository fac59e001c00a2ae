package org.tongchou.benefit.policy;

import java.util.Optional;

/** Reads plans. */
final class PlanReader {
    private final ConditionReader conditions;

    PlanReader(ConditionReader conditions) {
        this.conditions = conditions;
    }

    /** A plan; empty when it has no name to refer to. */
    Optional<Plan> read(Entry entry) {
        String id = entry.required("id", "方案的编号，如 resident.inpatient");
        if (!entry.has("tiers")) {
            entry.required("tiers", "支付层的列表，按支付的先后");
        }
        Plan plan = new Plan(
                id,
                entry.required("name", "方案的名称"),
                entry.date("from"),
                entry.date("to"),
                conditions.when(entry),
                entry.words("counts"),
                split(entry),
                entry.words("tiers"),
                entry.place());
        return id.isEmpty() ? Optional.empty() : Optional.of(plan);
    }

    private static Split split(Entry entry) {
        Entry below = entry.below("split", Shape.SPLIT);
        if (below == null) {
            return new Split(
                    null,
                    null,
                    Split.FirstOrder.AFTER_CLASS_B,
                    Split.PackagePrice.NEVER,
                    Split.Above.HOSPITAL,
                    entry.place());
        }
        if (below.has("package_above") && !below.has("package")) {
            below.report(
                    PackRule.WRONG_FORM,
                    below.place("package_above"),
                    "写了 package_above，却没有 package",
                    "请补上 package: true、lower 或 ceiling，或删去 package_above");
        }
        return new Split(
                below.name("class_b"),
                below.name("first"),
                below.choice(
                        "first_order",
                        Split.FirstOrder.values(),
                        Split.FirstOrder::word,
                        Split.FirstOrder.AFTER_CLASS_B),
                below.choice(
                        "package", Split.PackagePrice.values(), Split.PackagePrice::word, Split.PackagePrice.NEVER),
                below.choice("package_above", Split.Above.values(), Split.Above::word, Split.Above.HOSPITAL),
                below.place());
    }
}
