package org.tongchou.performance.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Problem;
import org.tongchou.performance.model.EvaluationReport.Amount;

/**
 * The performance part of a published document.
 *
 * @param file the file's name
 * @param region the city or county; null when not known
 * @param bureau the department; null when not known
 * @param year the year it is about; null when not known
 * @param sheets its sheets in printed order
 * @param reports its reports in printed order
 * @param lists its summary lists in printed order
 * @param stated what other sentences say about them: counts of projects, money, grades
 * @param problems what could not be taken as it stood
 */
public record PerformanceDocument(
        String file,
        @Nullable String region,
        @Nullable String bureau,
        @Nullable Integer year,
        List<Sheet> sheets,
        List<EvaluationReport> reports,
        List<SummaryList> lists,
        List<Amount> stated,
        List<Problem> problems) {
    /** Copies the lists. */
    public PerformanceDocument {
        sheets = List.copyOf(sheets);
        reports = List.copyOf(reports);
        lists = List.copyOf(lists);
        stated = List.copyOf(stated);
        problems = List.copyOf(problems);
    }

    /** Whether the document has nothing about performance. */
    public boolean isEmpty() {
        return sheets.isEmpty() && reports.isEmpty() && lists.isEmpty();
    }

    /** The key of a sheet: {@code P01}, {@code P02} … in printed order. */
    public String key(Sheet sheet) {
        return String.format("P%02d", sheets.indexOf(sheet) + 1);
    }

    /** The key of a report: {@code R1}, {@code R2} … in printed order. */
    public String key(EvaluationReport report) {
        return "R" + (reports.indexOf(report) + 1);
    }
}
