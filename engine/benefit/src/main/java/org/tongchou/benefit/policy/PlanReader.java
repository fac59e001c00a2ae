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
            return new Split(null, null, Split.FirstOrder.AFTER_CLASS_B, false, entry.place());
        }
        return new Split(
                below.name("class_b"),
                below.name("first"),
                below.choice(
                        "first_order",
                        Split.FirstOrder.values(),
                        Split.FirstOrder::word,
                        Split.FirstOrder.AFTER_CLASS_B),
                below.flag("package"),
                below.place());
    }
}
