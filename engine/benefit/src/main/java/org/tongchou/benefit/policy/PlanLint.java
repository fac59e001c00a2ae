package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether every plan can be used and says who pays first. */
final class PlanLint {
    private static final String SECOND_AID = "second_aid";

    private final PolicyPack pack;
    private final Map<String, Place> places;
    private final Conditions conditions;
    private final Findings findings;

    PlanLint(PolicyPack pack, Map<String, Place> places, Findings findings) {
        this.pack = pack;
        this.places = places;
        this.conditions = new Conditions(pack.vocabulary().levels());
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < pack.plans().size(); i++) {
            Plan plan = pack.plans().get(i);
            shadowed(plan, pack.plans().subList(0, i));
            if (plan.from() != null && plan.to() != null && plan.to().isBefore(plan.from())) {
                findings.add(
                        PackRule.OVERLAP,
                        at(plan, "to"),
                        "方案 " + plan.id() + " 从 " + plan.from() + " 起到 " + plan.to() + " 止，起止颠倒",
                        "请改正 from 或 to");
            }
            Set<String> once = new HashSet<>();
            plan.tiers().stream()
                    .filter(tier -> !once.add(tier))
                    .forEach(tier -> findings.add(
                            PackRule.WRITTEN_TWICE,
                            at(plan, "tiers"),
                            "方案 " + plan.id() + " 的支付层 " + tier + " 写了两次",
                            "请删去重复的一处"));
            basics(plan);
        }
    }

    private Place at(Plan plan, String key) {
        return places.getOrDefault("plans." + plan.id() + "." + key, plan.place());
    }

    private void shadowed(Plan plan, List<Plan> earlier) {
        for (Plan before : earlier) {
            if (covers(before.from(), before.to(), plan) && conditions.implies(plan.when(), before.when())) {
                boolean always = conditions.implies(Condition.ALWAYS, before.when());
                findings.add(
                        PackRule.DEAD_PLAN,
                        plan.place(),
                        "方案 " + plan.id() + " 永远用不到：前面的方案 " + before.id() + "（" + before.place() + "）"
                                + (always ? "没有条件，适用于一切账单" : "在它适用时总是先适用"),
                        always ? "请给方案 " + before.id() + " 写 when，或把它移到最后" : "请把 " + plan.id() + " 移到前面，或改正条件");
                return;
            }
        }
    }

    private static boolean covers(@Nullable LocalDate from, @Nullable LocalDate to, Plan plan) {
        boolean begun = from == null || (plan.from() != null && !plan.from().isBefore(from));
        boolean lasts = to == null || (plan.to() != null && !plan.to().isAfter(to));
        return begun && lasts;
    }

    private void basics(Plan plan) {
        List<Tier> tiers = plan.tiers().stream()
                .map(pack.tiers()::get)
                .filter(Objects::nonNull)
                .toList();
        List<Tier> basics = tiers.stream().filter(Tier::basic).toList();
        for (int i = 0; i < basics.size(); i++) {
            for (Tier other : basics.subList(i + 1, basics.size())) {
                if (meet(basics.get(i), other)) {
                    findings.add(
                            PackRule.TWO_BASIC,
                            at(plan, "tiers"),
                            "方案 " + plan.id() + " 同时有两个基本层 " + basics.get(i).id() + " 和 " + other.id(),
                            "请只留一个，按条件分成两个方案，或用 from、to 分开执行的时间");
                }
            }
        }
        scope(plan, tiers);
        boolean othersPay = tiers.stream().anyMatch(tier -> tier.balance() == null);
        if (basics.isEmpty()
                && othersPay
                && !conditions.implies(
                        plan.when(), new Condition.Is(Fact.of(Fact.Kind.KIND), List.of(SECOND_AID), plan.place()))) {
            findings.add(
                    PackRule.NO_BASIC,
                    at(plan, "tiers"),
                    "方案 " + plan.id() + " 没有基本层，政策范围内费用全部先由个人负担",
                    "请加上 basic: true 的支付层；只用于补报的请写 kind: " + SECOND_AID);
        }
    }

    /** Only before the basic tier is there something to take from the scope. */
    private void scope(Plan plan, List<Tier> tiers) {
        boolean basicFollows = false;
        for (int i = tiers.size() - 1; i >= 0; i--) {
            Tier tier = tiers.get(i);
            basicFollows |= tier.basic();
            if (tier.base().contains(Bucket.SCOPE) && !basicFollows) {
                findings.add(
                        PackRule.WRONG_TIER,
                        at(plan, "tiers"),
                        "方案 " + plan.id() + " 的支付层 " + tier.id() + " 从 scope 支付，其后却没有基本层",
                        "请把它移到基本层之前，或把它的 base 改为 own_in_scope");
            }
        }
    }

    private static boolean meet(Tier one, Tier other) {
        boolean oneFirst = one.to() != null && other.from() != null && one.to().isBefore(other.from());
        boolean otherFirst =
                other.to() != null && one.from() != null && other.to().isBefore(one.from());
        return !oneFirst && !otherFirst;
    }
}
