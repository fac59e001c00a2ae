package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.check.CheckDefinition.Severity;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Kind;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.read.ReportAmounts;
import org.tongchou.performance.scoring.Grades;

/** Amounts and totals of reports against those of their sheets. */
final class ReportTotals {
    private ReportTotals() {}

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
