package org.tongchou.performance.publish;

import static org.tongchou.performance.publish.FormRows.figure;
import static org.tongchou.performance.publish.FormRows.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.publish.SheetLayout.Part;

/** Lays a sheet out as bureaus publish it: project, money, goals, indicators with merged levels, totals. */
final class SheetGrid {
    /** The name of a department sheet: its department says whose it is. */
    private static final String WHOLE = "部门整体";

    private static final int LEVELS = 3;
    private static final String SECOND_HALF = ".*[⑤⑥⑦⑧].*";

    /** The full labels of the marked columns of money; sheets are read with the short ones. */
    private static final Map<String, String> MARKED = Map.of(
            "年初部门预算安排金额①", "年初部门预算安排金额（含历年结余结转）①",
            "本年度结余金额④", "本年度结余金额④=①+②-③",
            "结余率⑧", "结余率(%)⑧=⑦/⑤");

    private final Sheet sheet;
    private final SheetLayout layout;
    private final FormRows rows = new FormRows();

    private SheetGrid(Sheet sheet) {
        this.sheet = sheet;
        this.layout = SheetLayout.of(sheet);
    }

    /**
     * A sheet as a grid.
     *
     * @param year the year it is about, printed below the title unless the title names it; null when not known
     */
    static Grid of(Sheet sheet, @Nullable Integer year) {
        return new SheetGrid(sheet).build(year);
    }

    /** The title as printed, or what the form is called. */
    static String title(Sheet sheet) {
        if (!sheet.title().isEmpty()) {
            return sheet.title();
        }
        return sheet.kind().targetsOnly()
                ? sheet.project().name() + "绩效目标表"
                : sheet.kind().printed();
    }

    private Grid build(@Nullable Integer year) {
        identity();
        money();
        goal();
        int head = rows.size();
        indicators();
        totals();
        boolean dated = year == null || title(sheet).contains(year.toString());
        List<List<GridCell>> grid = rows.grid(layout.columns());
        int header = head == 0 ? 1 : 0;
        return new Grid(
                "",
                title(sheet),
                "",
                dated ? List.of() : List.of("（" + year + " 年度）"),
                grid.subList(0, header),
                grid.subList(header, grid.size()),
                List.of());
    }

    // ---- what it is about

    /** A label with its value. */
    private record Named(String label, String value) {}

    private void identity() {
        Sheet.Project project = sheet.project();
        List<String> names = layout.names(sheet);
        Named name = new Named(names.get(0), project.name());
        Named department = new Named(names.get(1), project.department());
        Named unit = new Named(names.get(2), project.unit());
        Named item = new Named("部门预算功能科目", project.functionalItem());
        Named unitCode = new Named("单位编码", project.unitCode());
        Named budgetCode = new Named("部门预算编码", project.budgetCode());
        boolean whole = sheet.kind() == SheetKind.DEPARTMENT || sheet.kind() == SheetKind.DEPARTMENT_TARGETS;
        if (layout == SheetLayout.MARKED) {
            pairs(List.of(name, item, unit, unitCode), List.of(department, budgetCode));
        } else if (whole) {
            boolean plain =
                    project.name().equals(WHOLE) && !project.department().isEmpty();
            if (plain) {
                pairs(
                        List.of(new Named(names.get(0), project.department()), budgetCode),
                        List.of(unit, item, unitCode));
            } else {
                pairs(List.of(name, budgetCode), List.of(department, unit, item, unitCode));
            }
        } else if (layout == SheetLayout.EXECUTION || layout == SheetLayout.MONITORING) {
            named(name);
            pairs(List.of(department, unit), List.of(item, unitCode, budgetCode));
        } else {
            if (!title(sheet).contains(project.name())) {
                named(name);
            }
            pairs(List.of(), List.of(department, unit, item, unitCode, budgetCode));
        }
    }

    private void named(Named named) {
        rows.add(label(named.label(), layout.nameSpan()), label(named.value(), 1));
    }

    /** Two labels with their values in a row; the further ones only where they have a value. */
    private void pairs(List<Named> always, List<Named> further) {
        List<Named> all = new ArrayList<>(always);
        further.stream().filter(named -> !named.value().isEmpty()).forEach(all::add);
        for (int i = 0; i < all.size(); i += 2) {
            if (i + 1 == all.size()) {
                named(all.get(i));
            } else {
                rows.add(
                        label(all.get(i).label(), layout.nameSpan()),
                        label(all.get(i).value(), layout.valueSpan()),
                        label(all.get(i + 1).label(), layout.secondSpan()),
                        label(all.get(i + 1).value(), 1));
            }
        }
    }

    // ---- money

    private void money() {
        Funding funding = sheet.funding();
        List<String> columns = funding.columns();
        if (columns.isEmpty() && funding.rows().isEmpty()) {
            return;
        }
        boolean marked = layout == SheetLayout.MARKED;
        boolean headless = layout == SheetLayout.TARGETS && columns.size() == 1;
        List<List<GridCell>> block = new ArrayList<>();
        if (marked) {
            block.add(groups(columns));
            block.add(columns.stream()
                    .map(column -> GridCell.label(MARKED.getOrDefault(column, column)))
                    .toList());
        } else if (!headless) {
            block.add(join(label("", 2), columns, GridCell::label));
        }
        for (Funding.Line line : funding.rows()) {
            block.add(join(label(line.name(), marked ? 1 : 2), columns, column -> figure(line.value(column))));
        }
        block(layout.money(sheet), block);
    }

    /** The heads above the marked columns: the budget's first, then those of the units that spend it. */
    private List<GridCell> groups(List<String> columns) {
        long second =
                columns.stream().filter(column -> column.matches(SECOND_HALF)).count();
        int first = columns.size() - (int) second;
        List<GridCell> cells = new ArrayList<>();
        cells.add(GridCell.label("资金结构 (" + sheet.funding().unit().printed() + ")", 1, 2));
        if (first > 0) {
            cells.add(label("专项资金预算安排、支出情况", first));
        }
        if (second > 0) {
            cells.add(label("项目单位实际支出情况（汇总全市项目单位情况）", (int) second));
        }
        return cells;
    }

    private static <T> List<GridCell> join(GridCell first, Collection<T> items, Function<T, GridCell> cell) {
        List<GridCell> cells = new ArrayList<>();
        cells.add(first);
        items.forEach(item -> cells.add(cell.apply(item)));
        return cells;
    }

    /** Rows with one label at their left. */
    private void block(String name, List<List<GridCell>> block) {
        for (int i = 0; i < block.size(); i++) {
            rows.add(i == 0 ? join(GridCell.label(name, 1, block.size()), block.get(i), cell -> cell) : block.get(i));
        }
    }

    // ---- goals

    private void goal() {
        Sheet.Goal goal = sheet.goal();
        boolean blank = goal.expected().isEmpty() && goal.achieved().isEmpty();
        if (layout == SheetLayout.POINTS && blank) {
            return;
        }
        boolean ahead = layout == SheetLayout.TARGETS || layout == SheetLayout.MONITORING;
        if (ahead && goal.achieved().isEmpty()) {
            block(layout.goal(), List.of(List.of(label(goal.expected(), 1))));
        } else {
            block(
                    layout.goal(),
                    List.of(
                            List.of(label("预期目标", 4), label(layout.achieved(sheet), 1)),
                            List.of(label(goal.expected(), 4), label(goal.achieved(), 1))));
        }
    }

    // ---- indicators

    /** A column of the indicators: its label, and what stands below. */
    private record Column(String label, Function<Indicator, GridCell> cell) {}

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Part part : layout.parts(sheet)) {
            if (part == Part.MONITORED) {
                monitored()
                        .forEach(name -> columns.add(new Column(
                                name, line -> GridCell.label(line.monitored().getOrDefault(name, "")))));
            } else {
                columns.add(new Column(layout.label(part), line -> cell(part, line)));
            }
        }
        return columns;
    }

    private static GridCell cell(Part part, Indicator line) {
        return switch (part) {
            case EXPLANATION -> GridCell.label(line.explanation());
            case STANDARD -> GridCell.label(line.standard());
            case TARGET -> GridCell.label(Printed.cell(line.target()));
            case ACTUAL -> GridCell.label(Printed.cell(line.actual()));
            case WEIGHT -> figure(line.weight());
            case SCORE -> figure(line.score());
            case REASON -> GridCell.label(line.reason());
            case MONITORED -> GridCell.label("");
        };
    }

    private void indicators() {
        List<Column> columns = columns();
        List<List<GridCell>> block = new ArrayList<>();
        List<GridCell> head = new ArrayList<>();
        List.of("一级指标", "二级指标", "三级指标").forEach(level -> head.add(GridCell.label(level)));
        columns.forEach(column -> head.add(GridCell.label(column.label())));
        block.add(head);
        List<Indicator> lines = sheet.indicators();
        for (int i = 0; i < lines.size(); i++) {
            Indicator line = lines.get(i);
            List<GridCell> row = new ArrayList<>();
            if (!joined(i, 1)) {
                row.add(GridCell.label(line.level1(), 1, run(i, 1)));
            }
            if (!joined(i, 2)) {
                row.add(GridCell.label(line.level2(), 1, run(i, 2)));
            }
            row.add(GridCell.label(line.level3()));
            columns.forEach(column -> row.add(column.cell().apply(line)));
            block.add(row);
        }
        if (layout == SheetLayout.POINTS) {
            block.forEach(rows::add);
        } else {
            block(layout.indicators(), block);
        }
    }

    /** Whether a line's level is the cell of the line above, continued. */
    private boolean joined(int index, int level) {
        if (index == 0) {
            return false;
        }
        Indicator line = sheet.indicators().get(index);
        Indicator above = sheet.indicators().get(index - 1);
        boolean same = !line.level1().isEmpty() && line.level1().equals(above.level1());
        return level == 1
                ? same
                : same && !line.level2().isEmpty() && line.level2().equals(above.level2());
    }

    /** How many lines the level's cell covers from here. */
    private int run(int index, int level) {
        int end = index + 1;
        while (end < sheet.indicators().size() && joined(end, level)) {
            end++;
        }
        return end - index;
    }

    // ---- totals

    private void totals() {
        Sheet.Totals totals = sheet.totals();
        int label = (layout == SheetLayout.POINTS ? 0 : 1) + LEVELS;
        List<Part> parts = layout.parts(sheet);
        boolean printed = totals.weight() != null || totals.score() != null;
        if (sheet.kind().scored() || printed) {
            List<GridCell> row = new ArrayList<>();
            row.add(label(layout.total(), label + before(parts, Part.WEIGHT)));
            row.add(figure(totals.weight()));
            row.add(figure(totals.score()));
            if (parts.contains(Part.REASON)) {
                row.add(GridCell.label(""));
            }
            rows.add(row);
        }
        if (!totals.grade().isEmpty()) {
            rows.add(label("自评得分等次", label + before(parts, Part.WEIGHT)), label(totals.grade(), 1));
        }
    }

    /** How many columns stand between the levels and a part. */
    private int before(List<Part> parts, Part part) {
        int before = 0;
        for (Part other : parts) {
            if (other.compareTo(part) < 0) {
                before += other == Part.MONITORED ? monitored().size() : 1;
            }
        }
        return before;
    }

    private Set<String> monitored() {
        Set<String> names = new LinkedHashSet<>();
        sheet.indicators().forEach(line -> names.addAll(line.monitored().keySet()));
        return names;
    }
}
