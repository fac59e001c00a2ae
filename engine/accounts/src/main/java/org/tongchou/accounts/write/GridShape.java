package org.tongchou.accounts.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Kind;
import org.tongchou.money.PrintedNumber;

/**
 * How a grid is laid out, the same for every format: which cells are drawn where, how wide the columns are, which rows
 * are totals, how deep a row sits in the classification.
 */
final class GridShape {
    /** From this many columns on a table is set on a landscape page. */
    static final int WIDE = 7;

    private static final int WIDEST_LABEL = 40;
    private static final int NARROWEST = 6;
    private static final Pattern TOTAL = Pattern.compile(".*(?:合计|总计)");

    private final Grid grid;
    private final int columns;

    /**
     * A cell that is drawn.
     *
     * @param row 0-based row in the header or the body
     * @param column 0-based column
     * @param colSpan columns covered, never past the last column
     * @param rowSpan rows covered, never past the last row
     * @param cell what it holds
     */
    record Placed(int row, int column, int colSpan, int rowSpan, GridCell cell) {}

    /**
     * A cell, or the part of a spanning cell, in one row.
     *
     * @param placed the whole cell
     * @param row the row of this part
     */
    record Piece(Placed placed, int row) {
        /** Whether the cell begins in this row: then its text stands here. */
        boolean first() {
            return row == placed.row();
        }

        /** Whether the cell ends in this row. */
        boolean last() {
            return row == placed.row() + placed.rowSpan() - 1;
        }
    }

    private GridShape(Grid grid, int columns) {
        this.grid = grid;
        this.columns = columns;
    }

    /** The shape of a grid. */
    static GridShape of(Grid grid) {
        int columns = 0;
        for (List<List<GridCell>> part : List.of(grid.header(), grid.rows())) {
            for (List<GridCell> row : part) {
                columns = Math.max(columns, row.size());
            }
        }
        return new GridShape(grid, columns);
    }

    /** How many columns the table has. */
    int columns() {
        return columns;
    }

    /** Whether the table needs a landscape page. */
    boolean wide() {
        return columns >= WIDE;
    }

    /** The header cells that are drawn, row by row. */
    List<List<Placed>> header() {
        return placed(grid.header());
    }

    /** The body cells that are drawn, row by row. */
    List<List<Placed>> body() {
        return placed(grid.rows());
    }

    private static List<List<Placed>> placed(List<List<GridCell>> part) {
        List<List<Placed>> rows = new ArrayList<>();
        for (int r = 0; r < part.size(); r++) {
            List<GridCell> cells = part.get(r);
            List<Placed> row = new ArrayList<>();
            for (int c = 0; c < cells.size(); c++) {
                GridCell cell = cells.get(c);
                if (cell.kind() != Kind.COVERED) {
                    int colSpan = Math.min(cell.colSpan(), cells.size() - c);
                    int rowSpan = Math.min(cell.rowSpan(), part.size() - r);
                    row.add(new Placed(r, c, colSpan, rowSpan, cell));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /** Rows of placed cells cut into parts that together fill every row. */
    List<List<Piece>> pieces(List<List<Placed>> rows) {
        Map<Integer, Placed> open = new HashMap<>();
        List<List<Piece>> pieces = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            rows.get(r).forEach(placed -> open.put(placed.column(), placed));
            List<Piece> row = new ArrayList<>();
            int c = 0;
            while (c < columns) {
                Placed placed = open.get(c);
                if (placed == null || placed.row() + placed.rowSpan() <= r) {
                    placed = new Placed(r, c, 1, 1, GridCell.label(""));
                }
                row.add(new Piece(placed, r));
                c += placed.colSpan();
            }
            pieces.add(row);
        }
        return pieces;
    }

    /** What a reader sees in a cell: the label, the figure with thousands separators, or nothing. */
    static String text(GridCell cell) {
        BigDecimal figure = cell.figure();
        return figure == null ? cell.text() : PrintedNumber.print(figure);
    }

    /** Whether a body row is a total. */
    boolean total(int row) {
        return grid.rows().get(row).stream()
                .filter(cell -> cell.kind() == Kind.LABEL && !cell.text().isBlank())
                .findFirst()
                .map(cell -> TOTAL.matcher(cell.text().replaceAll("\\s", "")).matches())
                .orElse(false);
    }

    /** How far the label of a body cell is set in: 0 for a class, 1 for a division, 2 for an item. */
    int depth(int row, int column) {
        List<GridCell> cells = grid.rows().get(row);
        if (cells.get(column).kind() != Kind.LABEL) {
            return 0;
        }
        for (int c = column - 1; c >= 0; c--) {
            GridCell before = cells.get(c);
            if (before.kind() == Kind.CODE) {
                return Math.max(0, Math.min(2, (before.text().length() - 3) / 2));
            }
            if (before.kind() == Kind.FIGURE) {
                return 0;
            }
        }
        return 0;
    }

    /** The columns' widths in half-width characters. */
    int[] widths() {
        int[] widths = new int[columns];
        for (int r = 0; r < grid.rows().size(); r++) {
            List<GridCell> row = grid.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                GridCell cell = row.get(c);
                if (cell.colSpan() == 1) {
                    int width = width(text(cell)) + 2 * depth(r, c);
                    widths[c] = Math.max(widths[c], Math.min(width, WIDEST_LABEL));
                }
            }
        }
        for (List<GridCell> row : grid.header()) {
            for (int c = 0; c < row.size(); c++) {
                GridCell cell = row.get(c);
                if (cell.colSpan() == 1) {
                    // A header may take up to three lines.
                    widths[c] = Math.max(widths[c], Math.min(width(cell.text()), Math.max(10, width(cell.text()) / 3)));
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            widths[c] = Math.max(widths[c] + 2, NARROWEST);
        }
        return widths;
    }

    /** How wide a text is in half-width characters; Chinese characters count two. */
    static int width(String text) {
        return text.codePoints()
                .map(c -> c < 0x2e80 && c != 0x2014 && c != 0x201c && c != 0x201d ? 1 : 2)
                .sum();
    }

    /** The caption line with the unit of money, empty when there is none. */
    String unitLine() {
        return grid.caption().stream().filter(GridShape::namesUnit).findFirst().orElse("");
    }

    /** The caption lines at the left: whose table it is. */
    List<String> captionLines() {
        String unit = unitLine();
        return grid.caption().stream().filter(line -> !line.equals(unit)).toList();
    }

    private static boolean namesUnit(String line) {
        return line.matches("(?:金额)?单位[:：].*元.*");
    }
}
