package org.tongchou.benefit.policy;

import java.util.LinkedHashSet;
import java.util.Map;

/** Whether the fields of a tier go together. */
final class TierLint {
    private final PolicyPack pack;
    private final Map<String, Place> places;
    private final Findings findings;

    TierLint(PolicyPack pack, Map<String, Place> places, Findings findings) {
        this.pack = pack;
        this.places = places;
        this.findings = findings;
    }

    void check() {
        for (Tier tier : pack.tiers().values()) {
            base(tier);
            measure(tier);
            deductible(tier);
            account(tier);
            tier.limits().forEach(limit -> limit(tier, limit));
            if (tier.from() != null && tier.to() != null && tier.to().isBefore(tier.from())) {
                findings.add(
                        PackRule.OVERLAP,
                        at(tier, "to"),
                        "支付层 " + tier.id() + " 从 " + tier.from() + " 起到 " + tier.to() + " 止，起止颠倒",
                        "请改正 from 或 to");
            }
        }
    }

    private void wrong(Tier tier, String key, String message, String remedy) {
        findings.add(PackRule.WRONG_TIER, at(tier, key), "支付层 " + tier.id() + " " + message, remedy);
    }

    private Place at(Tier tier, String key) {
        return places.getOrDefault("tiers." + tier.id() + "." + key, tier.place());
    }

    private void base(Tier tier) {
        if (tier.basic() && !tier.base().isEmpty()) {
            wrong(tier, "base", "是基本层，不能写 base", "请删去 base，基本层总是从政策范围内费用（scope）支付");
        } else if (!tier.basic() && tier.base().isEmpty()) {
            wrong(tier, "base", "没有写 base，不知从哪些费用支付", "请写 base，如 [own_in_scope]；支付政策范围内费用的请写 basic: true");
        }
        if (new LinkedHashSet<>(tier.base()).size() < tier.base().size()) {
            wrong(tier, "base", "的 base 里有重复的费用", "请各写一次，own_in_scope 已包含 deductible、share、over_cap");
        }
        if (tier.basic() && tier.fund() == null) {
            wrong(tier, "fund", "是基本层，却没有 fund", "请写由哪个基金支付");
        }
    }

    private void measure(Tier tier) {
        boolean year = tier.measure() == Tier.Measure.YEAR;
        if (year && tier.counter() == null) {
            wrong(tier, "measure", "按年度累计，却没有 counter", "请写 counter，把费用累计在哪里");
        }
        if (!year && tier.counter() != null && !hasBands(tier)) {
            wrong(tier, "counter", "按次计算，比例也不分段，counter 用不上", "按年度累计请写 measure: year，否则删去 counter");
        }
        boolean paid = tier.against() == Tier.Against.PAID;
        if (paid && (!year || tier.paid() == null)) {
            wrong(tier, "against", "写了 against: paid，却没有 measure: year 和 paid", "请补上 measure: year 和 paid（已付累计的名字）");
        }
        if (!paid && tier.paid() != null) {
            wrong(tier, "paid", "写了 paid，却没有 against: paid", "请补上 against: paid，或删去 paid");
        }
    }

    private boolean hasBands(Tier tier) {
        Parameter ratio = tier.ratio() == null ? null : pack.parameters().get(tier.ratio());
        return ratio != null && ratio.values().stream().anyMatch(value -> Values.hasBands(value.value()));
    }

    private void deductible(Tier tier) {
        Deductible deductible = tier.deductible();
        if (deductible == null) {
            return;
        }
        boolean perYear = deductible.per() == Deductible.Per.YEAR;
        if (perYear && deductible.counter() == null) {
            wrong(tier, "deductible", "的起付线按年计算，却没有 counter", "请写 counter，记录本年已付的起付额");
        }
        if (!perYear && deductible.counter() != null) {
            wrong(tier, "deductible", "的起付线按次计算，却写了 counter", "请写 per: year，或删去 counter");
        }
        if (perYear && tier.measure() == Tier.Measure.YEAR) {
            wrong(tier, "deductible", "按年度累计（measure: year），起付线不能再写 per: year", "请删去 per 和 counter，起付线已按年度累计计算");
        }
        if (deductible.chain() == Deductible.Chain.HIGHEST
                && (perYear || !tier.basic() || tier.measure() == Tier.Measure.YEAR)) {
            wrong(tier, "deductible", "的 chain: highest 用不上", "转院补差只用于按次计算的基本层，请删去 chain");
        }
    }

    private void account(Tier tier) {
        if (tier.balance() == null) {
            return;
        }
        if (tier.basic() || tier.ratio() != null || tier.deductible() != null || tier.measure() == Tier.Measure.YEAR) {
            wrong(tier, "balance", "从账户支付，不能有 basic、ratio、deductible 或 measure: year", "请删去它们，账户支付到余额为止");
        }
        if (tier.fund() == null) {
            wrong(tier, "balance", "从账户支付，却没有 fund", "请写账户所属的基金");
        }
    }

    private void limit(Tier tier, Limit limit) {
        if (limit.excess() && !tier.basic()) {
            findings.add(
                    PackRule.WRONG_TIER,
                    limit.place(),
                    "支付层 " + tier.id() + " 不是基本层，限额不能写 excess: over_cap",
                    "请删去 excess，超过限额的费用本来就留给后面的层");
        }
        boolean ofBill = tier.measure() == Tier.Measure.BILL && tier.balance() == null;
        if (limit instanceof Limit.Counted counted && counted.ofBase() && !ofBill) {
            findings.add(
                    PackRule.WRONG_TIER,
                    limit.place(),
                    "支付层 " + tier.id() + " 按年度累计或从账户支付，限额不能写 of: base",
                    "请改为限制支付额，或按次计算");
        }
    }
}
