package org.tongchou.benefit.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongchou.benefit.policy.Fact.Kind;

/** Whether facts of a line and of a split bill are asked only where they are known. */
final class FactLint {
    private static final Set<Kind> NONE = EnumSet.noneOf(Kind.class);
    private static final Set<Kind> OF_LINE = EnumSet.of(Kind.CATEGORY);
    private static final Set<Kind> OF_BILL = EnumSet.of(Kind.BILL);
    private static final Set<Kind> OF_BOTH = EnumSet.of(Kind.BILL, Kind.CATEGORY);

    private final PolicyPack pack;
    private final Map<String, Place> places;
    private final Findings findings;
    private final Set<AskedFacts.Asked> told = new HashSet<>();

    FactLint(PolicyPack pack, Map<String, Place> places, Findings findings) {
        this.pack = pack;
        this.places = places;
        this.findings = findings;
    }

    void check() {
        for (Plan plan : pack.plans()) {
            String name = "方案 " + plan.id();
            known(asked().with(plan.when()), NONE, name + " 的条件");
            known(asked().with(plan.split().first()), NONE, name + " 的 first");
            known(asked().with(plan.split().classB()), OF_LINE, name + " 的 class_b");
        }
        pack.tiers().values().forEach(this::tier);
    }

    private AskedFacts asked() {
        return new AskedFacts(pack);
    }

    private void tier(Tier tier) {
        String name = "支付层 " + tier.id();
        Deductible deductible = tier.deductible();
        AskedFacts others = asked().with(tier.when()).with(deductible == null ? null : deductible.amount());
        for (Limit limit : tier.limits()) {
            others.with(limit.when());
            amounts(limit).forEach(others::with);
        }
        known(others, OF_BILL, name + " 的条件、起付和限额");
        AskedFacts ratio = asked().with(tier.ratio()).with(tier.most());
        tier.adjust().forEach(adjustment -> ratio.with(adjustment.when()).with(adjustment.parameter()));
        boolean byLine = tier.basic() && tier.measure() == Tier.Measure.BILL && !tier.whole();
        known(ratio, byLine ? OF_BOTH : OF_BILL, name + (byLine ? " 的比例" : " 的比例（只有按次计算、不整段套用的基本层可以按费用类别）"));
        if (deductible != null && deductible.spread() && !(byLine && ratio.has(Kind.CATEGORY))) {
            findings.add(
                    PackRule.WRONG_TIER,
                    places.getOrDefault("tiers." + tier.id() + ".deductible", deductible.place()),
                    name + " 的比例不按费用类别，起付线的 spread 用不上",
                    "请删去 spread，或让比例按 category 列");
        }
    }

    private static List<String> amounts(Limit limit) {
        if (limit instanceof Limit.Counted counted) {
            return List.of(counted.amount());
        }
        if (limit instanceof Limit.Each each) {
            return List.of(each.amount());
        }
        if (limit instanceof Limit.Share share) {
            return List.of(share.share());
        }
        Limit.Diseases diseases = (Limit.Diseases) limit;
        return diseases.plus() == null ? List.of(diseases.amount()) : Arrays.asList(diseases.amount(), diseases.plus());
    }

    /** Reports the facts of lines and bills that are asked where they are not known. */
    private void known(AskedFacts asked, Set<Kind> known, String where) {
        for (AskedFacts.Asked found : asked.all()) {
            Kind kind = found.fact().kind();
            if (OF_BOTH.contains(kind) && !known.contains(kind) && told.add(found)) {
                findings.add(
                        PackRule.UNKNOWN_FACT,
                        found.place(),
                        where + "没有事实 " + found.fact().word(),
                        "category 只能用于基本层的比例和 class_b，bill.… 只能用于支付层");
            }
        }
    }
}
