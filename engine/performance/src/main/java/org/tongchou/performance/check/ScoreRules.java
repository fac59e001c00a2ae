package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckDefinition.Severity;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.scoring.Verdict;

/** Scores against rules, grades against scores, and scores that ask for a reason. */
final class ScoreRules {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LISTED = 5;

    private ScoreRules() {}

    static List<CheckResult> scores(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        for (Scored scored : about.scored()) {
            Verdict verdict = scored.verdict();
            String name = scored.cell().topic() + " “" + scored.name() + "”";
            boolean unknown = verdict.reproduced() == null;
            boolean holds = Boolean.TRUE.equals(verdict.reproduced());
            results.add(new CheckResult(
                    Results.id(check, key(about.document(), scored)),
                    check.id(),
                    check.group(),
                    unknown ? Outcome.SKIP : holds ? Outcome.PASS : Outcome.WARN,
                    unknown || holds ? null : Cause.UNEXPLAINED,
                    name + "得分 " + PrintedNumber.shortest(scored.score())
                            + (holds ? "：" + verdict.label() : "：没有规则能算出"),
                    scored.score(),
                    verdict.expected(),
                    verdict.expected() == null ? null : scored.score().subtract(verdict.expected()),
                    BigDecimal.ZERO,
                    "分",
                    List.of(scored.cell()),
                    name + "：" + verdict.explanation()));
        }
        return results;
    }

    private static String key(PerformanceDocument document, Scored scored) {
        String item = scored.item() < 0 ? "执行率" : String.valueOf(scored.item() + 1);
        return scored.sheet() >= 0
                ? document.key(document.sheets().get(scored.sheet())) + "." + item
                : document.key(document.reports().get(scored.report())) + "." + item;
    }

    static List<CheckResult> grades(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        for (Sheet sheet : document.sheets()) {
            if (sheet.totals().score() != null && !sheet.totals().grade().isEmpty()) {
                CellRef cell = new CellRef(Scopes.topic(document, sheet), "等次", "", sheet.last());
                results.add(grade(
                        check,
                        about,
                        document.key(sheet),
                        sheet.totals().score().value(),
                        sheet.totals().grade(),
                        cell));
            }
        }
        for (EvaluationReport report : document.reports()) {
            if (report.total() != null && !report.grade().isEmpty()) {
                CellRef cell = new CellRef(
                        Scopes.topic(document, report),
                        "评价等级",
                        "",
                        report.total().place());
                results.add(grade(
                        check,
                        about,
                        document.key(report),
                        report.total().value().value(),
                        report.grade(),
                        cell));
            }
        }
        return results;
    }

    private static CheckResult grade(
            PerformanceCheck check, Case about, String key, BigDecimal score, String grade, CellRef cell) {
        String expression = cell.topic() + "：" + PrintedNumber.shortest(score) + " 分为“" + grade + "”";
        return about.pack().grades().fits(grade, score)
                ? Results.pass(check, key, expression, List.of(cell))
                : Results.broken(
                        check,
                        key,
                        cell.topic() + "得 " + PrintedNumber.shortest(score) + " 分，等次应为“"
                                + about.pack().grades().of(score).orElse("—") + "”，列为“" + grade + "”（"
                                + cell.place().label() + "）",
                        List.of(cell));
    }

    static List<CheckResult> reason(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        for (Sheet sheet : document.sheets()) {
            List<CellRef> cells = new ArrayList<>();
            List<String> names = new ArrayList<>();
            int missed = 0;
            for (Indicator indicator : sheet.indicators()) {
                PrintedNumber weight = indicator.weight();
                PrintedNumber score = indicator.score();
                if (weight == null || score == null || score.value().compareTo(weight.value()) >= 0) {
                    continue;
                }
                missed++;
                if (indicator.reason().isEmpty()) {
                    cells.add(Scopes.cell(document, sheet, indicator, "偏差原因"));
                    names.add("“" + indicator.level3() + "”得 " + PrintedNumber.shortest(score.value()) + " 分（满分 "
                            + PrintedNumber.shortest(weight.value()) + "）");
                }
            }
            if (!names.isEmpty()) {
                results.add(Results.broken(
                        check,
                        document.key(sheet),
                        Scopes.topic(document, sheet) + "：未得满分而没有说明偏差原因：" + listed(names),
                        cells));
            } else if (missed > 0) {
                results.add(Results.pass(
                        check,
                        document.key(sheet),
                        Scopes.topic(document, sheet) + "：未得满分的 " + missed + " 项都说明了原因",
                        List.of(new CellRef(Scopes.topic(document, sheet), "", "", sheet.first()))));
            }
        }
        return results;
    }

    private static String listed(List<String> names) {
        String more = names.size() > LISTED ? " 等 " + names.size() + " 项" : "";
        return String.join("；", names.subList(0, Math.min(LISTED, names.size()))) + more;
    }

    static List<CheckResult> weakTarget(PerformanceCheck check, Case about) {
        BigDecimal limit = new BigDecimal(check.words().get(0));
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        for (Sheet sheet : document.sheets()) {
            List<CellRef> cells = new ArrayList<>();
            List<String> names = new ArrayList<>();
            boolean measured = false;
            for (Indicator indicator : sheet.indicators()) {
                BigDecimal percent = completion(indicator);
                measured |= percent != null;
                if (percent != null
                        && percent.compareTo(limit) >= 0
                        && indicator.reason().isEmpty()) {
                    cells.add(Scopes.cell(document, sheet, indicator, "完成值"));
                    names.add(
                            "“" + indicator.level3() + "”" + indicator.target().printed() + "，完成 "
                                    + indicator.actual().printed() + "（" + percent.toPlainString() + "%）");
                }
            }
            String key = document.key(sheet);
            if (!names.isEmpty()) {
                results.add(Results.broken(
                        check, key, Scopes.topic(document, sheet) + "：目标可能偏低且未说明原因：" + listed(names), cells));
            } else if (measured) {
                results.add(Results.pass(
                        check,
                        key,
                        Scopes.topic(document, sheet) + "：没有完成值达到目标值 " + limit + "% 的指标",
                        List.of(new CellRef(Scopes.topic(document, sheet), "", "", sheet.first()))));
            }
        }
        return results;
    }

    /** What was reached in percent of an upward target; null where there is no such percentage. */
    private static @Nullable BigDecimal completion(Indicator indicator) {
        Operator read = indicator.target().read();
        PrintedNumber target = indicator.target().value();
        PrintedNumber actual = indicator.actual().value();
        if (read == null || !read.upward() || target == null || target.value().signum() <= 0 || actual == null) {
            return null;
        }
        return actual.value().multiply(HUNDRED).divide(target.value(), 0, RoundingMode.HALF_UP);
    }

    static List<CheckResult> zeroBase(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        for (EvaluationReport report : document.reports()) {
            List<CellRef> cells = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Completion completion : report.completions()) {
                boolean zero = completion.rate() != null
                        && completion.target().value() != null
                        && completion.target().value().value().signum() == 0;
                if (zero) {
                    cells.add(new CellRef(
                            Scopes.topic(document, report), completion.name(), "目标完成率", completion.place()));
                    names.add("“" + completion.name() + "”");
                }
            }
            if (!names.isEmpty()) {
                results.add(Results.broken(
                        check,
                        document.key(report),
                        Scopes.topic(document, report) + "：目标值为 0，完成率没有意义：" + String.join("、", names),
                        cells));
            }
        }
        return results;
    }

    static List<CheckResult> allTop(PerformanceCheck check, Case about) {
        PerformanceDocument document = about.document();
        List<Sheet> sheets = document.sheets().stream()
                .filter(sheet -> sheet.kind().scored() && sheet.totals().score() != null)
                .toList();
        if (sheets.size() < Integer.parseInt(check.words().get(0))) {
            return List.of();
        }
        String top = about.pack().grades().grades().get(0).word();
        List<Sheet> best = sheets.stream()
                .filter(sheet -> sheet.totals().score() != null
                        && about.pack()
                                .grades()
                                .of(sheet.totals().score().value())
                                .filter(top::equals)
                                .isPresent())
                .toList();
        List<CellRef> cells = List.of(new CellRef("绩效自评", "", "", sheets.get(0).first()));
        long full = best.stream()
                .filter(sheet -> sheet.totals().score() != null
                        && sheet.totals().score().value().compareTo(HUNDRED) == 0)
                .count();
        return best.size() < sheets.size()
                ? List.of(Results.pass(
                        check, "", "自评等次有区分：" + sheets.size() + " 张表中 " + best.size() + " 张为“" + top + "”", cells))
                : List.of(Results.broken(
                        check,
                        "",
                        Severity.WARN,
                        "全部 " + sheets.size() + " 张自评表都为“" + top + "”，其中 " + full + " 张满分",
                        null,
                        null,
                        "",
                        cells));
    }
}
