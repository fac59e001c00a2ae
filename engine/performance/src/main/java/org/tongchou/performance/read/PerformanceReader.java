package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;

/** Reads the performance part of a document: sheets, reports, lists, and what sentences say about them. */
public final class PerformanceReader {
    private PerformanceReader() {}

    /**
     * Reads a document that a source reader has taken apart. Partial success is normal: what could not be taken as it
     * stood is in the problems.
     *
     * @param raw the document
     * @param meta whose it is
     * @return everything found; empty lists when it has nothing about performance
     */
    public static PerformanceDocument read(RawDocument raw, DocumentMeta meta) {
        Words words = Words.standard();
        Notes notes = new Notes(raw.file());
        List<Line> lines = Line.of(raw);
        List<SheetReader.Found> found = new SheetReader(lines, words, notes).read();
        Set<Integer> taken = new HashSet<>();
        for (SheetReader.Found sheet : found) {
            for (int i = sheet.from(); i < sheet.to(); i++) {
                taken.add(i);
            }
        }
        List<Line> free = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!taken.contains(i)) {
                free.add(lines.get(i));
            }
        }
        List<Sheet> sheets =
                new ArrayList<>(found.stream().map(SheetReader.Found::sheet).toList());
        List<EvaluationReport> reports = Links.link(new ReportReader(notes).read(free), sheets);
        for (EvaluationReport report : reports) {
            if (report.sheet() >= 0) {
                boolean reasons = found.get(report.sheet()).reasons();
                sheets.set(report.sheet(), Links.complete(sheets.get(report.sheet()), report, reasons));
            }
        }
        Prose prose = Prose.of(free.stream().filter(Line::isParagraph).toList());
        return new PerformanceDocument(
                raw.file(),
                meta.region(),
                meta.bureau(),
                meta.year(),
                sheets,
                reports,
                new SummaryReader(free, words).read(),
                prose.isEmpty() ? List.of() : ReportReader.amounts(prose, ReportPatterns.standard().stated),
                notes.list());
    }
}
