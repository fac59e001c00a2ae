package org.tongchou.accounts.derive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.derive.Form.Bottom;
import org.tongchou.accounts.derive.Form.HeaderCell;
import org.tongchou.accounts.derive.Form.TableForm;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Term;
import org.tongchou.money.ChineseNumber;
import org.tongchou.money.Money;
import org.tongchou.money.Rounding;

/** Lays a table of figures out as bureaus print it, with the formulas that a spreadsheet should use. */
final class GridBuilder {
    private static final String TOTAL = "合计";
    private static final List<String> PERSONNEL = List.of("301", "303");

    private final AccountsFigures figures;
    private final Form form;
    private final BinaryOperator<String> nameOf;
    private final UnaryOperator<String> words;

    /**
     * Creates a builder.
     *
     * @param figures unit, decimals and how zeros are printed
     * @param form captions and classes
     * @param nameOf code and name given with the figures, to the printed name
     * @param words fills the words of titles and notes
     */
    GridBuilder(AccountsFigures figures, Form form, BinaryOperator<String> nameOf, UnaryOperator<String> words) {
        this.figures = figures;
        this.form = form;
        this.nameOf = nameOf;
        this.words = words;
    }

    /**
     * The printed table.
     *
     * @param grid the table
     * @param cells which figure each cell of its body shows; empty for labels
     */
    record Built(Grid grid, List<List<Optional<CellAddress>>> cells) {}

    /** The printed table. */
    Built build(TableForm tableForm, FigureTable table, List<String> notes) {
        List<List<Slot>> body = switch (tableForm.layout()) {
            case TWO_SIDED -> twoSided(tableForm, table);
            case CODED -> coded(tableForm, table);
            case ABREAST -> abreast(tableForm, table);
            case ROWS -> named(tableForm, table);
        };
        Grid grid = new Grid(
                table.topic(),
                words.apply(tableForm.title()),
                tableForm.form(),
                form.caption().stream().map(words).toList(),
                header(tableForm.header()),
                render(body, table, new Sums(tableForm, table)),
                notes);
        return new Built(
                grid,
                body.stream()
                        .map(row -> row.stream()
                                .map(slot -> Optional.ofNullable(slot.figure()).map(figure -> figure.in(table.topic())))
                                .toList())
                        .toList());
    }

    /**
     * A cell before its address is known.
     *
     * @param label what it says; not used for a figure
     * @param figure which figure it shows; null for a label
     */
    private record Slot(GridCell label, @Nullable CellKey figure) {
        static Slot of(GridCell label) {
            return new Slot(label, null);
        }
    }

    /** Which figure of a table. */
    record CellKey(@Nullable Side side, String row, String column) {
        CellAddress in(String topic) {
            return new CellAddress(topic, side, row, column);
        }
    }

    // ---- header

    /** Places header cells from left to right, going round the cells that spans from above cover. */
    static List<List<GridCell>> header(List<List<HeaderCell>> rows) {
        int width = rows.get(0).stream().mapToInt(HeaderCell::columns).sum();
        GridCell[][] grid = new GridCell[rows.size()][width];
        for (int r = 0; r < rows.size(); r++) {
            int column = 0;
            for (HeaderCell cell : rows.get(r)) {
                while (grid[r][column] != null) {
                    column++;
                }
                for (int y = r; y < r + cell.rows(); y++) {
                    for (int x = column; x < column + cell.columns(); x++) {
                        grid[y][x] = GridCell.COVERED;
                    }
                }
                grid[r][column] = GridCell.label(cell.t(), cell.columns(), cell.rows());
            }
        }
        return java.util.Arrays.stream(grid).map(List::of).toList();
    }

    // ---- layouts

    private List<List<Slot>> coded(TableForm tableForm, FigureTable table) {
        List<List<Slot>> body = new ArrayList<>();
        for (FigureRow row : table.rows()) {
            List<Slot> cells = new ArrayList<>();
            if (row.row().equals(TOTAL)) {
                cells.addAll(label(row.name().isEmpty() ? TOTAL : row.name(), 2));
            } else {
                cells.add(Slot.of(GridCell.code(row.row())));
                cells.addAll(label(nameOf.apply(row.row(), row.name()), 1));
            }
            cells.addAll(cells(row, tableForm.columns()));
            body.add(cells);
        }
        return body;
    }

    private static List<Slot> cells(FigureRow row, List<String> columns) {
        return columns.stream()
                .map(column -> new Slot(GridCell.COVERED, new CellKey(row.side(), row.row(), column)))
                .toList();
    }

    private static List<Slot> label(String text, int columns) {
        List<Slot> cells = new ArrayList<>();
        cells.add(Slot.of(GridCell.label(text, columns, 1)));
        for (int i = 1; i < columns; i++) {
            cells.add(Slot.of(GridCell.COVERED));
        }
        return cells;
    }

    private static List<Slot> blank(int columns) {
        return java.util.Collections.nCopies(columns, Slot.of(GridCell.label("")));
    }

    private List<List<Slot>> twoSided(TableForm tableForm, FigureTable table) {
        List<String> incomeBottom =
                tableForm.bottom().stream().map(Bottom::income).toList();
        List<String> expenseBottom =
                tableForm.bottom().stream().map(Bottom::expense).toList();
        List<FigureRow> income = rows(table, Side.INCOME, incomeBottom);
        List<FigureRow> expense = rows(table, Side.EXPENSE, expenseBottom);
        List<List<Slot>> body = new ArrayList<>();
        for (int i = 0; i < Math.max(income.size(), expense.size()); i++) {
            body.add(pair(
                    tableForm,
                    i < income.size() ? income.get(i) : null,
                    i < income.size() ? incomeName(tableForm, income.get(i)) : "",
                    i < expense.size() ? expense.get(i) : null,
                    i < expense.size() ? numbered(i + 1, expense.get(i)) : ""));
        }
        for (Bottom bottom : tableForm.bottom()) {
            body.add(pair(
                    tableForm,
                    bottom.income() == null
                            ? null
                            : table.findRow(Side.INCOME, bottom.income()).orElse(null),
                    bottom.incomeName() == null ? orEmpty(bottom.income()) : bottom.incomeName(),
                    bottom.expense() == null
                            ? null
                            : table.findRow(Side.EXPENSE, bottom.expense()).orElse(null),
                    bottom.expenseName() == null ? orEmpty(bottom.expense()) : bottom.expenseName()));
        }
        return body;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<FigureRow> rows(FigureTable table, Side side, List<@Nullable String> except) {
        return table.rows().stream()
                .filter(row -> row.side() == side && !except.contains(row.row()))
                .toList();
    }

    private static String incomeName(TableForm tableForm, FigureRow row) {
        return name(row, tableForm.top().getOrDefault(row.row(), row.row()));
    }

    private String numbered(int number, FigureRow row) {
        return name(row, ChineseNumber.of(number) + "、" + nameOf.apply(row.row(), ""));
    }

    private static List<Slot> pair(
            TableForm tableForm,
            @Nullable FigureRow income,
            String incomeName,
            @Nullable FigureRow expense,
            String expenseName) {
        List<Slot> cells = new ArrayList<>(label(name(income, incomeName), 1));
        cells.addAll(
                income == null ? blank(tableForm.incomeColumns().size()) : cells(income, tableForm.incomeColumns()));
        cells.addAll(label(name(expense, expenseName), 1));
        cells.addAll(expense == null ? blank(tableForm.columns().size()) : cells(expense, tableForm.columns()));
        return cells;
    }

    private static String name(@Nullable FigureRow row, String usual) {
        return row == null ? "" : row.name().isEmpty() ? usual : row.name();
    }

    /** Personnel at the left, operating cost in two bands at the right, both totals below. */
    private List<List<Slot>> abreast(TableForm tableForm, FigureTable table) {
        Bottom totals = tableForm.bottom().get(0);
        List<FigureRow> personnel = table.rows().stream()
                .filter(row -> PERSONNEL.stream().anyMatch(row.row()::startsWith))
                .toList();
        List<FigureRow> operating = table.rows().stream()
                .filter(row -> row.row().matches("\\d+") && !personnel.contains(row))
                .toList();
        int height = Math.max(personnel.size(), (operating.size() + 1) / 2);
        List<List<Slot>> body = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<Slot> cells = new ArrayList<>(band(tableForm, personnel, i));
            cells.addAll(band(tableForm, operating.subList(0, Math.min(height, operating.size())), i));
            cells.addAll(band(tableForm, operating, i + height));
            body.add(cells);
        }
        List<Slot> last = new ArrayList<>(label(orEmpty(totals.income()), 2));
        table.findRow(null, orEmpty(totals.income())).ifPresent(row -> last.addAll(cells(row, tableForm.columns())));
        last.addAll(label(orEmpty(totals.expense()), 5));
        table.findRow(null, orEmpty(totals.expense())).ifPresent(row -> last.addAll(cells(row, tableForm.columns())));
        body.add(last);
        return body;
    }

    private List<Slot> band(TableForm tableForm, List<FigureRow> rows, int at) {
        if (at >= rows.size()) {
            return blank(2 + tableForm.columns().size());
        }
        FigureRow row = rows.get(at);
        List<Slot> cells = new ArrayList<>();
        cells.add(Slot.of(GridCell.code(row.row())));
        cells.addAll(label(nameOf.apply(row.row(), row.name()), 1));
        cells.addAll(cells(row, tableForm.columns()));
        return cells;
    }

    /** Named rows; a header of one column more than name and figures asks for 行次. */
    private static List<List<Slot>> named(TableForm tableForm, FigureTable table) {
        boolean lineNumbers =
                tableForm.header().get(0).size() > 1 + tableForm.columns().size();
        List<List<Slot>> body = new ArrayList<>();
        for (FigureRow row : table.rows()) {
            List<Slot> cells = new ArrayList<>(label(incomeName(tableForm, row), 1));
            if (lineNumbers) {
                cells.addAll(label(String.valueOf(body.size() + 1), 1));
            }
            cells.addAll(cells(row, tableForm.columns()));
            body.add(cells);
        }
        return body;
    }

    // ---- figures and formulas

    private List<List<GridCell>> render(List<List<Slot>> body, FigureTable table, Sums sums) {
        Map<CellKey, int[]> addresses = new HashMap<>();
        for (int r = 0; r < body.size(); r++) {
            for (int c = 0; c < body.get(r).size(); c++) {
                CellKey figure = body.get(r).get(c).figure();
                if (figure != null) {
                    addresses.put(figure, new int[] {r, c});
                }
            }
        }
        return body.stream()
                .map(row -> row.stream()
                        .map(slot -> slot.figure() == null ? slot.label() : cell(slot.figure(), table, sums, addresses))
                        .toList())
                .toList();
    }

    private GridCell cell(CellKey key, FigureTable table, Sums sums, Map<CellKey, int[]> addresses) {
        @Nullable BigDecimal figure = printed(table, key);
        if (figure == null) {
            return GridCell.figure(null);
        }
        List<Term> terms = new ArrayList<>();
        sums.of(key).forEach(part -> {
            int[] at = addresses.get(part.key());
            if (at != null) {
                terms.add(new Term(at[0], at[1], part.sign()));
            }
        });
        return terms.isEmpty() ? GridCell.figure(figure) : GridCell.computed(figure, terms);
    }

    private @Nullable BigDecimal printed(FigureTable table, CellKey key) {
        Money amount = table.findRow(key.side(), key.row())
                .map(row -> row.values().get(key.column()))
                .orElse(null);
        boolean asPublished = figures.printed().containsKey(table.topic());
        if (amount == null || (amount.isZero() && figures.blankZeros() && !asPublished)) {
            return null;
        }
        return amount.in(figures.unit(), figures.decimals(), Rounding.HALF_UP);
    }
}
