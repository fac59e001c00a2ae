package org.tongchou.performance.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.money.MoneyUnit;
import org.tongchou.performance.figures.YamlText.Fields;
import org.tongchou.performance.figures.YamlText.Lines;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SummaryList;

/** A whole document as fields. */
final class DocumentForm {
    private static final int EARLIEST = 1949;
    private static final int LATEST = 2999;

    private DocumentForm() {}

    static String write(PerformanceDocument document) {
        Lines lines = new Lines();
        Fields head = new Fields()
                .raw("file", YamlText.scalar(document.file()))
                .text("region", document.region())
                .text("bureau", document.bureau());
        if (document.year() != null) {
            head.raw("year", String.valueOf(document.year()));
        }
        lines.fields(0, head);
        section(lines, "sheets", document.sheets(), SheetForm::write);
        section(lines, "reports", document.reports(), ReportForm::write);
        section(lines, "lists", document.lists(), DocumentForm::list);
        return lines.items(0, "stated", ReportForm.amounts(document.stated())).toString();
    }

    /** A list of long items, a blank line before each. */
    private static <T> void section(Lines lines, String key, List<T> items, BiConsumer<Lines, T> write) {
        if (!items.isEmpty()) {
            lines.line(0, "").line(0, key + ":");
        }
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                lines.line(0, "");
            }
            write.accept(lines, items.get(i));
        }
    }

    private static void list(Lines lines, SummaryList list) {
        lines.item(
                2,
                new Fields()
                        .text("title", list.title())
                        .text("unit", list.unit().printed()));
        lines.items(
                4,
                "projects",
                list.lines().stream()
                        .map(line -> new Fields()
                                .text("project", line.project())
                                .number("budget", line.budget())
                                .number("executed", line.executed())
                                .number("rate", line.rate())
                                .number("score", line.score())
                                .text("grade", line.grade())
                                .flow())
                        .toList());
    }

    static PerformanceDocument read(YamlFields fields, String name) {
        String file = fields.has("file") ? fields.text("file") : name;
        String region = textOrNull(fields, "region");
        String bureau = textOrNull(fields, "bureau");
        Integer year = fields.parsed(
                "year", "四位年份，如 2024", text -> integer(text).filter(value -> value >= EARLIEST && value <= LATEST));
        List<Sheet> sheets = new ArrayList<>();
        fields.mappings("sheets").forEach(sheet -> SheetForm.read(sheet).ifPresent(sheets::add));
        List<EvaluationReport> reports = new ArrayList<>();
        fields.mappings("reports").forEach(report -> ReportForm.read(report).ifPresent(reports::add));
        List<SummaryList> lists =
                fields.mappings("lists").stream().map(DocumentForm::list).toList();
        PerformanceDocument document = new PerformanceDocument(
                file, region, bureau, year, sheets, reports, lists, ReportForm.amounts(fields, "stated"), List.of());
        fields.reportUnknown();
        return document;
    }

    private static @Nullable String textOrNull(YamlFields fields, String key) {
        String text = fields.text(key);
        return text.isEmpty() ? null : text;
    }

    private static SummaryList list(YamlFields fields) {
        String title = fields.text("title");
        MoneyUnit unit = SheetForm.moneyUnit(fields);
        List<SummaryList.Line> projects = new ArrayList<>();
        for (YamlFields line : fields.mappings("projects")) {
            projects.add(new SummaryList.Line(
                    line.text("project"),
                    line.number("budget"),
                    line.number("executed"),
                    line.number("rate"),
                    line.number("score"),
                    line.text("grade"),
                    Place.line(line.line())));
            line.reportUnknown();
        }
        fields.reportUnknown();
        Place last = projects.isEmpty()
                ? Place.line(fields.line())
                : projects.get(projects.size() - 1).place();
        return new SummaryList(title, unit, projects, Place.line(fields.line()), last);
    }

    /** A whole number of at most nine digits. */
    static Optional<Integer> integer(String text) {
        return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
