package org.tongchou.performance.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.accounts.source.Place;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.files.yaml.YamlNode;
import org.tongchou.files.yaml.YamlNode.Sequence;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.figures.YamlText.Fields;
import org.tongchou.performance.figures.YamlText.Lines;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.model.Target;

/** Sheets as fields. */
final class SheetForm {
    private static final Map<String, MoneyUnit> UNITS = YamlFields.words(MoneyUnit.values(), MoneyUnit::printed);
    private static final String BLANK = "~";

    private SheetForm() {}

    // ---- writing

    static void write(Lines lines, Sheet sheet) {
        lines.item(2, new Fields().text("kind", sheet.kind().printed()).text("title", sheet.title()));
        Sheet.Project project = sheet.project();
        lines.fields(
                4,
                new Fields()
                        .below(
                                "project",
                                new Fields()
                                        .text("name", project.name())
                                        .text("department", project.department())
                                        .text("unit", project.unit())
                                        .text("functional_item", project.functionalItem())
                                        .text("unit_code", project.unitCode())
                                        .text("budget_code", project.budgetCode())));
        money(lines, sheet.funding());
        Fields goal = new Fields()
                .text("expected", sheet.goal().expected())
                .text("achieved", sheet.goal().achieved());
        if (!goal.empty()) {
            lines.line(4, "goal:").fields(6, goal);
        }
        List<String> indicators = new ArrayList<>();
        for (int i = 0; i < sheet.indicators().size(); i++) {
            indicators.add(indicator(sheet.indicators().get(i), i + 1));
        }
        lines.items(4, "indicators", indicators);
        Sheet.Totals totals = sheet.totals();
        lines.fields(
                4,
                new Fields()
                        .below(
                                "totals",
                                new Fields()
                                        .number("weight", totals.weight())
                                        .number("score", totals.score())
                                        .text("grade", totals.grade())));
    }

    private static void money(Lines lines, Funding funding) {
        if (funding.equals(Funding.none())) {
            return;
        }
        lines.line(4, "money:");
        Fields head = new Fields().text("unit", funding.unit().printed());
        if (!funding.columns().isEmpty()) {
            head.raw(
                    "columns",
                    YamlText.list(
                            funding.columns().stream().map(YamlText::scalar).toList()));
        }
        lines.fields(6, head);
        lines.items(
                6, "rows", funding.rows().stream().map(row -> row(funding, row)).toList());
    }

    private static String row(Funding funding, Funding.Line row) {
        if (!funding.columns().containsAll(row.values().keySet())) {
            throw new IllegalArgumentException("money of a column that the sheet does not have: " + row);
        }
        List<String> cells = new ArrayList<>();
        cells.add(YamlText.scalar(row.name()));
        for (String column : funding.columns()) {
            PrintedNumber number = row.value(column);
            cells.add(number == null ? BLANK : number.plain());
        }
        return YamlText.list(cells);
    }

    private static String indicator(Indicator indicator, int position) {
        Fields fields = new Fields();
        if (indicator.number() != position) {
            fields.raw("no", String.valueOf(indicator.number()));
        }
        fields.text("level1", indicator.level1())
                .text("level2", indicator.level2())
                .text("name", indicator.level3())
                .text("explanation", indicator.explanation())
                .text("standard", indicator.standard());
        TargetForm.write(fields, indicator.target(), indicator.actual());
        fields.number("weight", indicator.weight()).number("score", indicator.score());
        if (indicator.prior() != null) {
            fields.raw("prior", indicator.prior().toPlainString());
        }
        fields.text("reason", indicator.reason());
        Fields monitored = new Fields();
        indicator.monitored().forEach((column, text) -> monitored.raw(column, YamlText.scalar(text)));
        return fields.below("monitored", monitored).flow();
    }

    // ---- reading

    static Optional<Sheet> read(YamlFields fields) {
        SheetKind kind = fields.requiredChoice("kind", YamlFields.words(SheetKind.values(), SheetKind::printed));
        String title = fields.text("title");
        Sheet.Project project = project(fields.below("project"));
        Funding funding = fields.has("money") ? money(fields.below("money")) : Funding.none();
        YamlFields goalFields = fields.below("goal");
        Sheet.Goal goal = new Sheet.Goal(goalFields.text("expected"), goalFields.text("achieved"));
        goalFields.reportUnknown();
        List<Indicator> indicators = new ArrayList<>();
        for (YamlFields indicator : fields.mappings("indicators")) {
            indicators.add(indicator(indicator, indicators.size() + 1));
        }
        Sheet.Totals totals = totals(fields);
        fields.reportUnknown();
        Place last = totals.place() != null
                ? totals.place()
                : indicators.isEmpty()
                        ? Place.line(fields.line())
                        : indicators.get(indicators.size() - 1).place();
        return kind == null
                ? Optional.empty()
                : Optional.of(new Sheet(
                        kind, title, project, funding, goal, indicators, totals, Place.line(fields.line()), last));
    }

    private static Sheet.Project project(YamlFields fields) {
        Sheet.Project project = new Sheet.Project(
                fields.text("name"),
                fields.text("department"),
                fields.text("unit"),
                fields.text("functional_item"),
                fields.text("unit_code"),
                fields.text("budget_code"));
        fields.reportUnknown();
        return project;
    }

    private static Funding money(YamlFields fields) {
        MoneyUnit unit = moneyUnit(fields);
        List<String> columns = fields.texts("columns");
        List<Funding.Line> rows = new ArrayList<>();
        for (YamlNode row : fields.items("rows")) {
            if (row instanceof Sequence list && !list.items().isEmpty()) {
                List<YamlNode> cells = list.items();
                Map<String, PrintedNumber> values = numbers(fields, columns, cells.subList(1, cells.size()));
                rows.add(new Funding.Line(cells.get(0).text(), values, Place.line(row.line())));
            } else {
                fields.wrongItem(row, "rows", "列表，先名称后数字，如 [年度资金总额, 150.00, 148.00]");
            }
        }
        fields.reportUnknown();
        return new Funding(unit, columns, rows);
    }

    /**
     * The numbers of a row by column; blank cells are absent.
     *
     * @param row the cells without the row's name
     */
    private static Map<String, PrintedNumber> numbers(YamlFields fields, List<String> columns, List<YamlNode> row) {
        Map<String, PrintedNumber> numbers = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            YamlNode cell = row.get(i);
            if (i >= columns.size()) {
                fields.wrong(cell, "rows", "与 columns 一样多的 " + columns.size() + " 个数字，多了");
            } else if (!cell.blank() && !cell.text().equals(BLANK)) {
                String column = columns.get(i);
                PrintedNumber.find(cell.text())
                        .ifPresentOrElse(
                                number -> numbers.put(column, number),
                                () -> fields.wrong(cell, column, "数字，如 217.28，空白写 " + BLANK));
            }
        }
        return numbers;
    }

    /** The unit of money; 万元 unless said. */
    static MoneyUnit moneyUnit(YamlFields fields) {
        MoneyUnit unit = fields.choice("unit", UNITS);
        return unit == null ? MoneyUnit.WAN_YUAN : unit;
    }

    private static Indicator indicator(YamlFields fields, int position) {
        Integer number = fields.parsed("no", "序号，如 3", DocumentForm::integer);
        Target target = TargetForm.target(fields);
        YamlFields monitored = fields.below("monitored");
        PrintedNumber prior = fields.number("prior");
        Indicator indicator = new Indicator(
                number == null ? position : number,
                fields.text("level1"),
                fields.text("level2"),
                fields.text("name"),
                fields.text("explanation"),
                fields.text("standard"),
                target,
                TargetForm.actual(fields, target),
                fields.number("weight"),
                fields.number("score"),
                prior == null ? null : prior.value(),
                fields.text("reason"),
                monitored.all(YamlFields::text),
                Place.line(fields.line()));
        fields.reportUnknown();
        return indicator;
    }

    private static Sheet.Totals totals(YamlFields sheet) {
        boolean printed = sheet.has("totals");
        YamlFields fields = sheet.below("totals");
        Sheet.Totals totals = new Sheet.Totals(
                fields.number("weight"),
                fields.number("score"),
                fields.text("grade"),
                printed ? Place.line(fields.line()) : null);
        fields.reportUnknown();
        return totals;
    }
}
