package org.tongchou.performance.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.money.ChineseNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.model.SummaryList;

/**
 * Performance sheets, reports and lists in their published layouts, ready for
 * {@link org.tongchou.accounts.write.PublicationWriter}.
 *
 * <p>The layout of a sheet follows from its kind and the columns of its money. Figures are printed as the document has
 * them; nothing is computed.
 */
public final class PerformancePublication {
    private PerformancePublication() {}

    /** A whole document, the written parts of its reports still to be filled in. */
    public static Publication of(PerformanceDocument document) {
        return of(document, Map.of());
    }

    /**
     * A whole document: sheets by kind in printed order, then lists, then reports.
     *
     * @param texts what people wrote for its reports, by key ({@code R1}, see
     *     {@link PerformanceDocument#key(EvaluationReport)}); reports without are given lines to fill in
     */
    public static Publication of(PerformanceDocument document, Map<String, ReportTexts> texts) {
        List<Content> contents = new ArrayList<>();
        int part = 0;
        SheetKind kind = null;
        for (Sheet sheet : document.sheets()) {
            if (sheet.kind() != kind) {
                kind = sheet.kind();
                part++;
                contents.add(part(part, kind.printed()));
            }
            contents.add(grid(sheet, document.year()));
        }
        if (!document.lists().isEmpty()) {
            part++;
            contents.add(part(part, "绩效自评汇总表"));
            document.lists().forEach(list -> contents.add(grid(list)));
        }
        for (EvaluationReport report : document.reports()) {
            contents.addAll(
                    contents(report, document.year(), texts.getOrDefault(document.key(report), ReportTexts.NONE)));
        }
        return publication(document, List.of("绩效信息"), contents);
    }

    /** One sheet of a document. */
    public static Publication of(PerformanceDocument document, Sheet sheet) {
        String title = SheetGrid.title(sheet);
        List<String> names = title.contains(sheet.project().name())
                ? List.of(title)
                : List.of(sheet.project().name(), title);
        return publication(document, names, List.of(grid(sheet, document.year())));
    }

    /**
     * One report of a document.
     *
     * @param texts what people wrote for it
     */
    public static Publication of(PerformanceDocument document, EvaluationReport report, ReportTexts texts) {
        String title = report.title().isEmpty() ? report.kind().printed() : report.title();
        return publication(document, List.of(title), contents(report, document.year(), texts));
    }

    /** One summary list of a document. */
    public static Publication of(PerformanceDocument document, SummaryList list) {
        Content.Grid grid = grid(list);
        return publication(document, List.of(grid.title()), List.of(grid));
    }

    /**
     * A sheet in its published layout.
     *
     * @param year the year it is about; null when not known
     * @return a grid without topic, as it is no accounts table; merged cells are spans
     */
    public static Content.Grid grid(Sheet sheet, @Nullable Integer year) {
        return SheetGrid.of(sheet, year);
    }

    /** A summary list: 序号, 项目名称, 全年预算数, 全年执行数, 执行率, 自评得分, 自评等次. */
    public static Content.Grid grid(SummaryList list) {
        return ListGrid.of(list);
    }

    /**
     * A report in headings and sentences: five parts for an evaluation report, three for a self-evaluation.
     *
     * @param year the year it is about; null when not known
     * @param texts what people wrote for it
     */
    public static List<Content> contents(EvaluationReport report, @Nullable Integer year, ReportTexts texts) {
        return switch (report.kind()) {
            case EVALUATION -> EvaluationProse.of(report, year, texts);
            case SELF_EVALUATION -> SelfEvaluationProse.of(report, year, texts);
        };
    }

    private static Content part(int number, String name) {
        return new Content.Heading(2, ChineseNumber.of(number) + "、" + name);
    }

    /** The file is named by its title: bureau and year alone would give every sheet the same name. */
    private static Publication publication(PerformanceDocument document, List<String> names, List<Content> contents) {
        String year = document.year() == null ? "" : document.year() + " 年度";
        List<String> title = Stream.concat(
                        Stream.of(document.bureau() == null ? "" : document.bureau(), year), names.stream())
                .filter(line -> !line.isBlank())
                .toList();
        DocumentMeta meta = new DocumentMeta(document.region(), null, null, null, null, List.of());
        return new Publication(title, meta, contents);
    }
}
