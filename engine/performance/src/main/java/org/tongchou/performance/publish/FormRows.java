package org.tongchou.performance.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.money.PrintedNumber;

/**
 * Rows of a form in which labels and values of different widths stand below each other. A row is given by the cells that
 * begin in it; the last of them reaches to the right edge.
 */
final class FormRows {
    private final List<List<GridCell>> rows = new ArrayList<>();

    /** Adds a row, at least one cell. */
    void add(List<GridCell> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Adds a row of cells. */
    void add(GridCell... cells) {
        add(List.of(cells));
    }

    /** How many rows there are. */
    int size() {
        return rows.size();
    }

    /** A text over some columns. */
    static GridCell label(String text, int columns) {
        return GridCell.label(text, columns, 1);
    }

    /** A number in one column; blank for none. */
    static GridCell figure(@Nullable PrintedNumber number) {
        return GridCell.figure(number == null ? null : number.figure());
    }

    /**
     * The rows as a grid, covered cells filled in.
     *
     * @param narrowest the least number of columns
     */
    List<List<GridCell>> grid(int narrowest) {
        int width = width(narrowest);
        GridCell[][] grid = new GridCell[rows.size()][width];
        for (int r = 0; r < rows.size(); r++) {
            int column = 0;
            List<GridCell> cells = rows.get(r);
            for (int i = 0; i < cells.size(); i++) {
                while (grid[r][column] != null) {
                    column++;
                }
                GridCell cell = cells.get(i);
                int span = i == cells.size() - 1 ? width - column : cell.colSpan();
                for (int y = r; y < r + cell.rowSpan(); y++) {
                    Arrays.fill(grid[y], column, column + span, GridCell.COVERED);
                }
                grid[r][column] = span(cell, span);
            }
        }
        return Arrays.stream(grid).map(List::of).toList();
    }

    private static GridCell span(GridCell cell, int columns) {
        return new GridCell(cell.text(), cell.figure(), cell.formula(), columns, cell.rowSpan(), cell.kind());
    }

    private int width(int narrowest) {
        int width = narrowest;
        int[] covered = new int[rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (GridCell cell : rows.get(r)) {
                for (int y = r; y < r + cell.rowSpan(); y++) {
                    covered[y] += cell.colSpan();
                }
            }
            width = Math.max(width, covered[r]);
        }
        return width;
    }
}
