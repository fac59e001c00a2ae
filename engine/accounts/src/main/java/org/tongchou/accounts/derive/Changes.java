package org.tongchou.accounts.derive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.figures.AccountsFigures.Stated;

/** Words for the change of a figure: {@code ，比上年决算数减少 430.75 万元，下降 5.55%}. */
final class Changes {
    private static final int PERCENT_DECIMALS = 2;

    private final Facts facts;
    private final String base;
    private final String budgetBase;

    /**
     * Creates the words.
     *
     * @param facts the figures
     * @param base what is compared with, for example 上年决算数
     * @param budgetBase what 三公 is compared with besides: 全年预算数 or 年初预算数
     */
    Changes(Facts facts, String base, String budgetBase) {
        this.facts = facts;
        this.base = base;
        this.budgetBase = budgetBase;
    }

    /** The change against last year; empty when neither last year's figure nor a stated change is known. */
    String sinceLastYear(String key) {
        Optional<Fact> fact = facts.find(key);
        if (fact.isEmpty()) {
            return "";
        }
        Stated stated = facts.stated(key).orElse(new Stated(null, null, null));
        Optional<BigDecimal> prior = facts.prior(key);
        Optional<BigDecimal> exact = prior.map(last -> fact.get().value().subtract(last));
        @Nullable
        Fact difference = stated.difference() == null
                ? exact.map(value -> facts.like(fact.get(), value)).orElse(null)
                : new Fact(
                        stated.difference(),
                        Math.max(0, stated.difference().scale()),
                        fact.get().unit());
        @Nullable BigDecimal percent = stated.percent();
        if (percent == null && exact.isPresent() && prior.get().signum() > 0) {
            percent = rounded(Facts.percent(exact.get(), prior.get()));
        }
        return words(difference, percent, "，比" + base, "，与" + base + "持平");
    }

    /** How 三公 compares with its budget: a completion rate of the year's budget, or a change against the initial one. */
    String againstBudget(String key) {
        Optional<Fact> fact = facts.find(key);
        Optional<BigDecimal> budget = facts.budget(key);
        if (fact.isEmpty() || budget.isEmpty()) {
            return "";
        }
        String same = "，与" + budgetBase + "持平";
        BigDecimal exact = fact.get().value().subtract(budget.get());
        Fact difference = facts.like(fact.get(), exact);
        if (budget.get().signum() == 0) {
            return words(difference, null, "，比" + budgetBase, same);
        }
        if (budgetBase.startsWith("全年")) {
            BigDecimal done = rounded(Facts.percent(fact.get().value(), budget.get()));
            return "，完成" + budgetBase.replaceFirst("数$", "") + "的 " + done.toPlainString() + "%";
        }
        String start = "，比" + budgetBase + "的 " + facts.money(budget.get()).text();
        return words(difference, rounded(Facts.percent(exact, budget.get())), start, same);
    }

    /** A change too small to be printed counts as none. */
    private static String words(@Nullable Fact difference, @Nullable BigDecimal percent, String start, String same) {
        if (difference == null) {
            return percent == null ? "" : start + rate(percent);
        }
        int sign = difference.printed().signum();
        if (sign == 0) {
            return same;
        }
        Fact amount = new Fact(difference.value().abs(), difference.decimals(), difference.unit());
        return start + (sign > 0 ? "增加 " : "减少 ") + amount.text() + (percent == null ? "" : "，" + rate(percent));
    }

    private static String rate(BigDecimal percent) {
        return (percent.signum() < 0 ? "下降 " : "增长 ") + percent.abs().toPlainString() + "%";
    }

    private static BigDecimal rounded(BigDecimal percent) {
        return percent.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }
}
