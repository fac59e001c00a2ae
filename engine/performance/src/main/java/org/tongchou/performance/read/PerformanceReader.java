package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;

/** Reads the performance part of a document: sheets, reports, lists, and what sentences say about them. */
public final class PerformanceReader {
    private static final Pattern REGION = Pattern.compile("^(\\p{IsHan}{2,7}?[市县区州盟旗])");
    private static final Pattern YEAR = Pattern.compile("[（(](20\\d{2})年度?[)）]");

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
                meta.region() == null ? region(sheets) : meta.region(),
                meta.bureau(),
                meta.year() == null ? year(lines) : meta.year(),
                sheets,
                reports,
                new SummaryReader(free, words).read(),
                prose.isEmpty() ? List.of() : ReportReader.amounts(prose, ReportPatterns.standard().stated),
                notes.list());
    }

    /** The city that the departments of the sheets begin with: a sheet by itself has no cover to name it. */
    private static @Nullable String region(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(sheet ->
                        Stream.of(sheet.project().department(), sheet.project().unit()))
                .map(REGION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(null);
    }

    /** The year printed under a title. */
    private static @Nullable Integer year(List<Line> lines) {
        return lines.stream()
                .map(line -> YEAR.matcher(line.only()))
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .findFirst()
                .orElse(null);
    }
}
