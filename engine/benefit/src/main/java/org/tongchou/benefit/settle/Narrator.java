package org.tongchou.benefit.settle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tongchou.benefit.explain.Explanation;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Limit;
import org.tongchou.benefit.policy.Tier;
import org.tongchou.money.Money;

/** Writes down, while a bill is settled, what is done and why. */
final class Narrator {
    private static final List<Bucket> PARTS =
            List.of(Bucket.FULL_OWN, Bucket.OVER_LIMIT, Bucket.PRE_PAY, Bucket.FIRST_PAY, Bucket.SCOPE);

    private final List<Step> steps = new ArrayList<>();
    private long remaining;

    Explanation tell(String title) {
        return new Explanation(title, steps);
    }

    /** As {@link Money#print} prints yuan with two decimals, many times faster. */
    static String yuan(long fen) {
        long size = Math.abs(fen);
        StringBuilder text = new StringBuilder(24).append(size / 100);
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        if (fen < 0) {
            text.insert(0, '-');
        }
        return text.append('.')
                .append((char) ('0' + size / 10 % 10))
                .append((char) ('0' + size % 10))
                .toString();
    }

    private static String percent(long ratio) {
        return BigDecimal.valueOf(ratio, 6).stripTrailingZeros().toPlainString() + "%";
    }

    // ---- the split

    void split(Course course, CompiledPlan plan) {
        long total = course.split[Places.of(Bucket.TOTAL)];
        remaining = total;
        step(Step.Kind.TOTAL, "total", "费用总额", totalFormula(course), total, total, List.of());
        for (int i = 0; i < course.lines.size; i++) {
            line(course, i);
        }
        CompiledPlan.SplitTerms terms = course.splitRun.terms;
        for (Bucket part : PARTS) {
            long amount = course.split[Places.of(part)];
            if (part == Bucket.SCOPE) {
                amount += course.split[Places.of(Bucket.DEDUCTIBLE)]
                        + course.split[Places.of(Bucket.SHARE)]
                        + course.split[Places.of(Bucket.OVER_CAP)];
            }
            if (amount != 0 || part == Bucket.SCOPE) {
                List<Basis> basis = terms == null
                        ? List.of()
                        : part == Bucket.PRE_PAY
                                ? terms.classBBasis()
                                : part == Bucket.FIRST_PAY ? terms.firstBasis() : List.of();
                String formula = partFormula(course, plan, part, total);
                step(Step.Kind.PART, part.word(), name(part), formula, amount, total, basis);
            }
        }
    }

    private static String totalFormula(Course course) {
        if (!course.splitRun.packaged) {
            return "";
        }
        String price = course.splitRun.standing < course.packagePrice
                ? "实际费用 " + yuan(course.splitRun.standing) + "（低于按病种（组）价格 " + yuan(course.packagePrice) + "）"
                : "按病种（组）价格 " + yuan(course.packagePrice);
        String above = course.splitRun.above == 0 ? "" : " + 超出价格由个人负担 " + yuan(course.splitRun.above);
        return price + " + 价格以外项目 " + yuan(course.lines.totalAmount) + above;
    }

    private void line(Course course, int i) {
        Lines lines = course.lines;
        if (lines.inPackage[i] || lines.amount[i] == 0) {
            return;
        }
        StringBuilder formula = new StringBuilder(yuan(lines.amount[i]));
        minus(formula, "全自费", lines.own[i]);
        minus(formula, "超限价", lines.over[i]);
        minus(formula, "先行自付", lines.pre[i]);
        minus(formula, "异地先行自付", lines.first[i]);
        if (lines.scope[i] != lines.amount[i]) {
            formula.append(" = ").append(yuan(lines.scope[i]));
        }
        String what = "第 " + (i + 1) + " 条明细（" + "甲乙丙".charAt(lines.catalogue[i]) + "类）";
        step(Step.Kind.LINE, "lines[" + i + "]", what, formula.toString(), lines.scope[i], remaining, List.of());
    }

    private static void minus(StringBuilder formula, String what, long amount) {
        if (amount != 0) {
            formula.append(" − ").append(what).append(' ').append(yuan(amount));
        }
    }

    private static String name(Bucket part) {
        return switch (part) {
            case FULL_OWN -> "全自费";
            case OVER_LIMIT -> "超限价自费";
            case PRE_PAY -> "先行自付";
            case FIRST_PAY -> "异地先行自付";
            default -> "政策范围内费用";
        };
    }

    private static String partFormula(Course course, CompiledPlan plan, Bucket part, long total) {
        CompiledPlan.SplitTerms terms = course.splitRun.terms;
        if (part == Bucket.SCOPE) {
            StringBuilder formula = new StringBuilder(yuan(total));
            for (Bucket other : PARTS) {
                if (other != Bucket.SCOPE) {
                    minus(formula, name(other), course.split[Places.of(other)]);
                }
            }
            return formula.toString();
        }
        if (part == Bucket.FIRST_PAY && terms != null) {
            long of = course.lines.totalAmount - course.lines.totalOwn - course.lines.totalOver;
            return yuan(plan.firstBefore() ? of : of - course.lines.totalPre) + " × " + percent(terms.first());
        }
        return "";
    }

    // ---- tiers

    void tier(Course course, CompiledTier tier, TierTerms terms, int place) {
        TierRun run = course.run;
        if (tier.tier.balance() != null && run.payment == 0) {
            return;
        }
        String name = tier.tier.name();
        boolean pays = tier.fund != null;
        boolean waived = tier.tier.basic()
                && terms.deductible() == 0
                && !terms.deductibleBasis().isEmpty();
        if (pays && (run.deductible > 0 || waived)) {
            step(
                    Step.Kind.DEDUCTIBLE,
                    tier.tier.id(),
                    "起付线（" + name + "）",
                    deductible(tier, terms, run),
                    run.deductible,
                    remaining,
                    terms.deductibleBasis());
        }
        String formula = tier.tier.balance() != null
                ? "余额可用 " + yuan(run.uncut) + "，待付 " + yuan(run.sum)
                : tier.ofYear ? ofYear(tier, terms, run) : ofBill(course, tier, terms);
        formula += limits(tier, terms, run, course);
        List<Basis> basis = new ArrayList<>(tier.ofYear ? terms.deductibleBasis() : List.of());
        basis.addAll(tier.byCategory ? course.parts.basis() : terms.ratioBasis());
        terms.limitBasis().forEach(basis::addAll);
        long before = remaining;
        remaining -= course.paid[place];
        steps.add(new Step(
                pays ? Step.Kind.PAYMENT : Step.Kind.COUNTED,
                tier.tier.id(),
                pays ? name + "支付" : name,
                formula,
                run.payment,
                before,
                remaining,
                basis));
    }

    private static String deductible(CompiledTier tier, TierTerms terms, TierRun run) {
        String text = "费用 " + yuan(run.sum) + "，起付标准 " + yuan(terms.deductible());
        if (tier.ofYear) {
            return text + "，此前累计 " + yuan(run.before);
        }
        return run.owed == terms.deductible() ? text : text + "，此前已计 " + yuan(terms.deductible() - run.owed);
    }

    private static String ofBill(Course course, CompiledTier tier, TierTerms terms) {
        TierRun run = course.run;
        long room = run.sum - run.deductible;
        String base = run.deductible == 0 ? yuan(run.sum) : "(" + yuan(run.sum) + " − " + yuan(run.deductible) + ")";
        if (run.rest != room) {
            base = yuan(run.rest) + "（封顶后）";
        }
        if (tier.byCategory) {
            return base + " 分类：" + byCategory(course, tier) + " = " + yuan(run.uncut);
        }
        String ratios = ratio(terms);
        if (terms.bands().ratio().length == 1) {
            return base + " × " + ratios + " = " + yuan(run.uncut);
        }
        boolean after = tier.tier.bands() == Tier.BandsFrom.AFTER_DEDUCTIBLE;
        long from = run.before + (after ? 0 : run.deductible);
        return base + " 分段：" + pieces(tier, terms, from, from + run.rest) + " = " + yuan(run.uncut);
    }

    /** What is left of each category with its ratios. */
    private static String byCategory(Course course, CompiledTier tier) {
        Parts parts = course.parts;
        TierRun run = course.run;
        List<String> texts = new ArrayList<>();
        long low = run.before + (tier.tier.bands() == Tier.BandsFrom.AFTER_DEDUCTIBLE ? 0 : run.deductible);
        long last = low + run.rest;
        for (int i = 0; i < parts.amount.length; i++) {
            TierTerms terms = parts.terms[i];
            long high = Math.min(last, low + parts.amount[i]);
            if (terms != null && high > low) {
                String name = i < parts.names.size() ? parts.names.get(i) : "未分类";
                texts.add(name + " " + pieces(tier, terms, low, high));
                low = high;
            }
        }
        return texts.isEmpty() ? "0.00" : String.join(" + ", texts);
    }

    private static String ofYear(CompiledTier tier, TierTerms terms, TierRun run) {
        long end = run.before + run.sum;
        boolean counts = tier.wholeCounts;
        boolean after = tier.tier.bands() == Tier.BandsFrom.AFTER_DEDUCTIBLE && !counts;
        long from = counts || after ? 0 : run.owed;
        long to = end <= run.owed ? from : after ? end - run.owed : end;
        String text = "累计 " + yuan(run.before) + " + " + yuan(run.sum) + " = " + yuan(end) + "，起付标准 " + yuan(run.owed)
                + "，累计应付 " + (to == from ? "0.00" : pieces(tier, terms, from, to));
        return text + " − 此前 " + yuan(run.paidBefore) + " = " + yuan(run.uncut);
    }

    /** The parts of positions in each band with their ratios. */
    private static String pieces(CompiledTier tier, TierTerms terms, long from, long to) {
        Curve.Bands bands = terms.bands();
        if (tier.tier.whole()) {
            return yuan(to - from) + " × " + percent(bands.at(to));
        }
        List<String> parts = new ArrayList<>();
        long low = from;
        for (int band = 0; low < to; band++) {
            long high = Math.min(to, bands.upTo()[band]);
            if (high > low) {
                parts.add(yuan(high - low) + " × " + percent(bands.ratio()[band]));
                low = high;
            }
        }
        return parts.isEmpty() ? "0.00" : String.join(" + ", parts);
    }

    private static String ratio(TierTerms terms) {
        String last = percent(terms.bands().ratio()[0]);
        if (terms.changes().isEmpty()) {
            return last;
        }
        StringBuilder text =
                new StringBuilder("(").append(percent(terms.unadjusted().ratio()[0]));
        for (TierTerms.Change change : terms.changes()) {
            text.append(
                    switch (change.change()) {
                        case ADD ->
                            change.value() < 0 ? " − " + percent(-change.value()) : " + " + percent(change.value());
                        case TIMES -> " × " + percent(change.value());
                        case OWN_TIMES -> "，个人部分 × " + percent(change.value());
                        case REPLACE -> "，改为 " + percent(change.value());
                    });
        }
        return text.append(" = ").append(last).append(")").toString();
    }

    private static String limits(CompiledTier tier, TierTerms terms, TierRun run, Course course) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tier.limits.length; i++) {
            Long amount = terms.limits().get(i);
            if (amount == null) {
                continue;
            }
            Limit limit = tier.limits[i].limit();
            text.append("；")
                    .append(tier.limits[i].ofBase() ? "费用封顶 " : limit instanceof Limit.Share ? "合计不超过 " : "限额 ")
                    .append(limit instanceof Limit.Share ? percent(amount) : yuan(amount));
            if (limit instanceof Limit.Each each && each.timesDays()) {
                text.append(" × ").append(course.days()).append(" 天");
            }
            text.append("，尚可 ").append(yuan(run.limitLeaves[i]));
        }
        return run.payment == run.uncut ? text.toString() : text + "；支付 " + yuan(run.payment);
    }

    void cash(Course course) {
        long cash = course.cash();
        steps.add(new Step(Step.Kind.CASH, "cash", "个人现金支付", "", cash, remaining, remaining - cash, List.of()));
    }

    private void step(
            Step.Kind kind, String subject, String what, String formula, long amount, long left, List<Basis> basis) {
        steps.add(new Step(kind, subject, what, formula, amount, left, left, basis));
    }
}
