package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckDefinition.Severity;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.check.Case.Pair;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Kind;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.read.ReportAmounts;
import org.tongchou.performance.scoring.Grades;

/** Reports against the sheets they are about. */
final class ReportRules {
    private static final int LISTED = 4;
    private static final int ALIKE = 70;

    private ReportRules() {}

    private static List<CellRef> cells(Case about, EvaluationReport report, Pair pair, String column) {
        PerformanceDocument document = about.document();
        List<CellRef> cells = new ArrayList<>();
        cells.add(new CellRef(
                Scopes.topic(document, report),
                pair.item().name(),
                column,
                pair.item().place()));
        about.sheet(report).ifPresent(sheet -> cells.add(Scopes.cell(document, sheet, pair.indicator(), column)));
        return cells;
    }

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
        List<CellRef> cells = cells(about, report, pair, what);
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
            results.add(Results.pass(check, key, name + "各项分值与自评表一致", cells(about, report, pairs.get(0), "分值")));
            return;
        }
        List<CellRef> cells = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Pair pair : differing) {
            cells.addAll(cells(about, report, pair, "分值"));
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
        return number == null ? "—" : number.value().stripTrailingZeros().toPlainString();
    }

    /** Names: replaced characters are an error, characters left out or added a matter of wording. */
    static List<CheckResult> names(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        for (EvaluationReport report : about.document().reports()) {
            List<String> replaced = new ArrayList<>();
            List<String> abridged = new ArrayList<>();
            List<CellRef> cells = new ArrayList<>();
            int compared = 0;
            for (Pair pair : about.pairs(report)) {
                Names.Change change =
                        Names.change(pair.item().name(), pair.indicator().level3());
                boolean stated =
                        report.kind() == Kind.EVALUATION || pair.item().target().present();
                if (!stated || change == Names.Change.OTHER) {
                    continue;
                }
                compared++;
                if (change != Names.Change.NONE) {
                    (change == Names.Change.REPLACED ? replaced : abridged)
                            .add("“" + pair.item().name() + "”在自评表为“"
                                    + pair.indicator().level3() + "”");
                    cells.addAll(cells(about, report, pair, "名称"));
                }
            }
            for (Pair pair : completed(about, report)) {
                Names.Change change =
                        Names.change(pair.item().name(), pair.indicator().level3());
                if (change == Names.Change.REPLACED || change == Names.Change.ABRIDGED) {
                    (change == Names.Change.REPLACED ? replaced : abridged)
                            .add("“" + pair.item().name() + "”在自评表为“"
                                    + pair.indicator().level3() + "”");
                    cells.addAll(cells(about, report, pair, "名称"));
                }
            }
            String key = about.document().key(report);
            String topic = Scopes.topic(about.document(), report);
            List<String> all = new ArrayList<>(replaced);
            all.addAll(abridged);
            if (!all.isEmpty()) {
                results.add(Results.broken(
                        check,
                        key,
                        replaced.isEmpty() ? Severity.SOFT : check.severity(),
                        topic + "的指标名称与自评表不一致：" + String.join("；", all.subList(0, Math.min(LISTED, all.size())))
                                + (all.size() > LISTED ? "；等 " + all.size() + " 处" : ""),
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        "",
                        cells));
            } else if (compared > 0) {
                results.add(Results.pass(
                        check,
                        key,
                        topic + "的 " + compared + " 个指标名称与自评表一致",
                        List.of(new CellRef(topic, "", "", report.first()))));
            }
        }
        return results;
    }

    /** The completions of a report with the lines of the sheet whose names are most alike. */
    private static List<Pair> completed(Case about, EvaluationReport report) {
        List<Pair> pairs = new ArrayList<>();
        Sheet sheet = about.sheet(report).orElse(null);
        if (sheet == null) {
            return pairs;
        }
        for (Completion completion : report.completions()) {
            sheet.indicators().stream()
                    .max(Comparator.comparingInt(line -> Names.likeness(line.level3(), completion.name())))
                    .filter(line -> Names.likeness(line.level3(), completion.name()) >= ALIKE)
                    .ifPresent(line -> pairs.add(new Pair(
                            new Node(
                                    completion.name(),
                                    null,
                                    null,
                                    completion.target(),
                                    completion.actual(),
                                    "",
                                    List.of(),
                                    completion.place()),
                            null,
                            line)));
        }
        return pairs;
    }

    /** The second level an indicator stands under. */
    static List<CheckResult> levels(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        for (EvaluationReport report : about.document().reports()) {
            Map<String, List<Pair>> moved = new HashMap<>();
            int compared = 0;
            for (Pair pair : about.pairs(report)) {
                Node part = pair.part();
                if (part == null || pair.indicator().level2().isEmpty()) {
                    continue;
                }
                compared++;
                String said = Case.stem(part.name());
                String printed = Case.stem(pair.indicator().level2());
                boolean same = said.equals(printed) || said.contains(printed) || printed.contains(said);
                if (!same) {
                    moved.computeIfAbsent(
                                    part.name() + "”，自评表为“" + pair.indicator().level2(), k -> new ArrayList<>())
                            .add(pair);
                }
            }
            String key = about.document().key(report);
            String topic = Scopes.topic(about.document(), report);
            moved.forEach((how, pairs) -> {
                List<CellRef> cells = new ArrayList<>();
                pairs.forEach(pair -> cells.addAll(cells(about, report, pair, "二级指标")));
                results.add(Results.broken(
                        check,
                        key + "." + pairs.get(0).indicator().number(),
                        check.severity(),
                        topic + "：" + pairs.size() + " 个指标（“"
                                + pairs.get(0).item().name() + "”等）在报告中属“" + how + "”",
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        "",
                        cells));
            });
            if (moved.isEmpty() && compared > 0) {
                results.add(Results.pass(
                        check,
                        key,
                        topic + "的 " + compared + " 个指标所属二级指标与自评表一致",
                        List.of(new CellRef(topic, "", "", report.first()))));
            }
        }
        return results;
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
            for (Pair pair : completed(about, report)) {
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

    /** Amounts in sentences against the total row of the sheet. */
    static List<CheckResult> money(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        for (EvaluationReport report : document.reports()) {
            Sheet sheet = about.sheet(report).orElse(null);
            if (sheet == null || sheet.funding().rows().isEmpty()) {
                continue;
            }
            Funding.Line total = sheet.funding().rows().get(0);
            for (Amount amount : report.amounts()) {
                String column = ReportAmounts.column(amount.name());
                PrintedNumber printed = total.value(column);
                boolean unit = amount.unit().equals("%")
                        || amount.unit().equals(sheet.funding().unit().printed());
                if (printed == null || !unit) {
                    continue;
                }
                List<CellRef> cells = List.of(
                        new CellRef(Scopes.topic(document, report), amount.name(), "", amount.place()),
                        new CellRef(Scopes.topic(document, sheet), total.name(), column, total.place()));
                String key = document.key(report) + "." + amount.name();
                String name = Scopes.topic(document, report) + " " + amount.name();
                BigDecimal said = amount.value().value();
                results.add(
                        said.compareTo(printed.value()) == 0
                                ? Results.pass(check, key, name + " " + said + " 与自评表“" + column + "”一致", cells)
                                : Results.broken(
                                        check,
                                        key,
                                        ReportAmounts.compulsory(amount.name()) ? check.severity() : Severity.SOFT,
                                        name + " " + said + "，自评表“" + column + "”为 " + printed.value() + "，相差 "
                                                + said.subtract(printed.value()).abs() + " " + amount.unit() + "（"
                                                + amount.place().label() + "）",
                                        said,
                                        printed.value(),
                                        amount.unit(),
                                        cells));
            }
        }
        return results;
    }

    /** A self-evaluation report has the sheet's total; an evaluation with points of its own at least its grade. */
    static List<CheckResult> sheetTotal(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        for (EvaluationReport report : document.reports()) {
            Sheet sheet = about.sheet(report).orElse(null);
            PrintedNumber printed = sheet == null ? null : sheet.totals().score();
            if (sheet == null || printed == null || report.total() == null) {
                continue;
            }
            BigDecimal said = report.total().value().value();
            List<CellRef> cells = List.of(
                    new CellRef(
                            Scopes.topic(document, report),
                            "总得分",
                            "",
                            report.total().place()),
                    new CellRef(Scopes.topic(document, sheet), "总分", "得分", sheet.last()));
            boolean own = report.kind() == Kind.EVALUATION;
            Grades grades = about.pack().grades();
            boolean agrees =
                    own ? grades.of(said).equals(grades.of(printed.value())) : said.compareTo(printed.value()) == 0;
            String numbers = "总得分 " + said + "，自评表总分 " + printed.value();
            results.add(
                    agrees
                            ? Results.pass(
                                    check,
                                    document.key(report),
                                    Scopes.topic(document, report) + (own ? "评价与自评等次一致：" : "") + numbers,
                                    cells)
                            : Results.broken(
                                    check,
                                    document.key(report),
                                    own ? Severity.SOFT : check.severity(),
                                    Scopes.topic(document, report) + numbers + (own ? "，评价与自评等次不同" : ""),
                                    said,
                                    printed.value(),
                                    "分",
                                    cells));
        }
        return results;
    }
}
