package org.tongchou.performance.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.tongchou.accounts.check.CheckResult;

/** The Java rules that checks may name as {@code builtin}. */
final class Comparisons {
    private static final Map<String, BiFunction<PerformanceCheck, Case, List<CheckResult>>> RULES = new TreeMap<>();

    static {
        RULES.put("scores", ScoreRules::scores);
        RULES.put("grades", ScoreRules::grades);
        RULES.put("reason", ScoreRules::reason);
        RULES.put("weak-target", ScoreRules::weakTarget);
        RULES.put("zero-base", ScoreRules::zeroBase);
        RULES.put("all-top", ScoreRules::allTop);
        RULES.put("direction", IndicatorRules::direction);
        RULES.put("one-target", IndicatorRules::oneTarget);
        RULES.put("one-actual", IndicatorRules::oneActual);
        RULES.put("one-prior", IndicatorRules::onePrior);
        RULES.put("said-again", IndicatorRules::saidAgain);
        RULES.put("forecast", TargetRules::forecast);
        RULES.put("unchanged-target", TargetRules::unchanged);
        RULES.put("counted-twice", MoneyRules::countedTwice);
        RULES.put("accounts-money", MoneyRules::accountsMoney);
        RULES.put("stated-counts", MoneyRules::statedCounts);
        RULES.put("stated-money", MoneyRules::statedMoney);
        RULES.put("report-points", ReportRules::points);
        RULES.put("report-weights", ReportRules::weights);
        RULES.put("report-names", ReportNames::names);
        RULES.put("report-levels", ReportNames::levels);
        RULES.put("report-values", ReportRules::values);
        RULES.put("report-money", ReportTotals::money);
        RULES.put("report-sheet-total", ReportTotals::sheetTotal);
    }

    private Comparisons() {}

    static Set<String> names() {
        return new TreeSet<>(RULES.keySet());
    }

    static List<CheckResult> run(PerformanceCheck check, Case about) {
        BiFunction<PerformanceCheck, Case, List<CheckResult>> rule = RULES.get(check.builtin());
        if (rule == null) {
            throw new IllegalArgumentException("没有内置检查 " + check.builtin());
        }
        return rule.apply(check, about);
    }
}
