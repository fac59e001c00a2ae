package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.check.Case.Pair;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Kind;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Target;

/** What reports repeat from their sheets: points, targets, what was reached. */
final class ReportRules {
    private ReportRules() {}

    private static String key(Case about, EvaluationReport report, Pair pair) {
        return about.document().key(report) + "." + pair.indicator().number();
    }

    /** Points that a self-evaluation report repeats. */
    static List<CheckResult> points(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        for (EvaluationReport report : about.document().reports()) {
            if (report.kind() != Kind.SELF_EVALUATION) {
                continue;
            }
            for (Pair pair : about.pairs(report)) {
                results.addAll(equal(
                        check,
                        about,
                        report,
                        pair,
                        "分值",
                        pair.item().weight(),
                        pair.indicator().weight()));
                results.addAll(equal(
                        check,
                        about,
                        report,
                        pair,
                        "得分",
                        pair.item().score(),
                        pair.indicator().score()));
            }
        }
        return results;
    }

    private static List<CheckResult> equal(
            PerformanceCheck check,
            Case about,
            EvaluationReport report,
            Pair pair,
            String what,
            @Nullable PrintedNumber said,
            @Nullable PrintedNumber printed) {
        if (said == null || printed == null) {
            return List.of();
        }
        String key = key(about, report, pair) + "." + what;
        String name =
                Scopes.topic(about.document(), report) + " “" + pair.item().name() + "”" + what;
        List<CellRef> cells = about.cells(report, pair, what);
        return List.of(
                said.value().compareTo(printed.value()) == 0
                        ? Results.pass(check, key, name + "与自评表一致", cells)
                        : Results.broken(
                                check,
                                key,
                                check.severity(),
                                name + "，报告为 " + said.value() + "，自评表为 " + printed.value() + "（"
                                        + pair.item().place().label() + "）",
                                said.value(),
                                printed.value(),
                                what.equals("分值") || what.equals("得分")
                                        ? "分"
                                        : pair.indicator().target().unit(),
                                cells));
    }

    /** Within a group that weighs the same in both, an evaluation report weighs each indicator as the sheet does. */
    static List<CheckResult> weights(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        for (EvaluationReport report : about.document().reports()) {
            if (report.kind() != Kind.EVALUATION) {
                continue;
            }
            Map<Node, List<Pair>> byPart = new HashMap<>();
            for (Pair pair : about.pairs(report)) {
                if (pair.part() != null) {
                    byPart.computeIfAbsent(pair.part(), key -> new ArrayList<>())
                            .add(pair);
                }
            }
            byPart.forEach((part, pairs) -> group(check, about, report, part, pairs, results));
        }
        return results;
    }

    private static void group(
            PerformanceCheck check,
            Case about,
            EvaluationReport report,
            Node part,
            List<Pair> pairs,
            List<CheckResult> results) {
        BigDecimal said = BigDecimal.ZERO;
        BigDecimal printed = BigDecimal.ZERO;
        List<Pair> differing = new ArrayList<>();
        for (Pair pair : pairs) {
            PrintedNumber one = pair.item().weight();
            PrintedNumber other = pair.indicator().weight();
            if (one == null || other == null) {
                return;
            }
            said = said.add(one.value());
            printed = printed.add(other.value());
            if (one.value().compareTo(other.value()) != 0) {
                differing.add(pair);
            }
        }
        boolean comparable = pairs.size() > 1 && pairs.size() == part.children().size() && said.compareTo(printed) == 0;
        if (!comparable) {
            return;
        }
        String key = about.document().key(report) + "." + part.name();
        String name = Scopes.topic(about.document(), report) + " “" + part.name() + "”";
        if (differing.isEmpty()) {
            results.add(Results.pass(check, key, name + "各项分值与自评表一致", about.cells(report, pairs.get(0), "分值")));
            return;
        }
        List<CellRef> cells = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Pair pair : differing) {
            cells.addAll(about.cells(report, pair, "分值"));
            names.add("“" + pair.item().name() + "”报告 " + value(pair.item().weight()) + "、自评表 "
                    + value(pair.indicator().weight()));
        }
        PrintedNumber first = differing.get(0).item().weight();
        PrintedNumber second = differing.get(0).indicator().weight();
        results.add(Results.broken(
                check,
                key,
                check.severity(),
                name + "总分值相同（" + said + "），各项分值却不同：" + String.join("；", names),
                first == null ? null : first.value(),
                second == null ? null : second.value(),
                "分",
                cells));
    }

    private static String value(@Nullable PrintedNumber number) {
        return number == null ? "—" : PrintedNumber.shortest(number.value());
    }

    /** Targets and what was reached, in items and among completions. */
    static List<CheckResult> values(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        for (EvaluationReport report : about.document().reports()) {
            for (Pair pair : about.pairs(report)) {
                results.addAll(values(
                        check,
                        about,
                        report,
                        pair,
                        pair.item().target(),
                        pair.item().actual().value()));
            }
            for (Pair pair : about.completions(report)) {
                results.addAll(values(
                        check,
                        about,
                        report,
                        pair,
                        pair.item().target(),
                        pair.item().actual().value()));
            }
        }
        return results;
    }

    private static List<CheckResult> values(
            PerformanceCheck check,
            Case about,
            EvaluationReport report,
            Pair pair,
            Target target,
            @Nullable PrintedNumber actual) {
        boolean same = target.unit().isEmpty()
                || pair.indicator().target().unit().isEmpty()
                || target.unit().equals(pair.indicator().target().unit())
                || target.unit().startsWith("元");
        List<CheckResult> results = new ArrayList<>();
        if (same) {
            results.addAll(equal(
                    check,
                    about,
                    report,
                    pair,
                    "目标值",
                    target.value(),
                    pair.indicator().target().value()));
            results.addAll(equal(
                    check,
                    about,
                    report,
                    pair,
                    "完成值",
                    actual,
                    pair.indicator().actual().value()));
        }
        return results;
    }
}
