package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/**
 * Lays the cells of a table with merged cells out on a grid, row by row: a merged cell stands in its first column and
 * row, the places it covers are empty. Tables used for layout come apart into what their cells hold.
 */
final class GridTable {
    /** A merged cell that reaches to the end of its group of rows. */
    static final int TO_THE_END = Integer.MAX_VALUE;

    private final Collector collector;
    private final boolean nestingIsLayout;
    private final List<GridRow> rows = new ArrayList<>();
    private final List<Block> contents = new ArrayList<>();
    private final List<Block> nested = new ArrayList<>();
    private int[] coveredRows = new int[8];
    private int columns;
    private int rowsWithData;
    private int droppedRows;
    private boolean tooWide;

    private List<String> cells = new ArrayList<>();
    private @Nullable Place place;
    private int span = 1;

    /**
     * Starts a table.
     *
     * @param nestingIsLayout whether a table around another table is only there for layout, as in web pages
     */
    GridTable(Collector collector, boolean nestingIsLayout) {
        this.collector = collector;
        this.nestingIsLayout = nestingIsLayout;
    }

    /** Starts a row; the last one is ended if it was not. */
    void startRow(Place at) {
        endRow();
        place = at;
    }

    /** Whether a row has been started and not ended. */
    boolean inRow() {
        return place != null;
    }

    /** The place of the next cell. */
    Place nextCell() {
        return Objects.requireNonNull(place).withCell(nextColumn() + 1);
    }

    /**
     * Adds a cell to the row.
     *
     * @param content what stands in it
     * @param across columns it covers, at least 1
     * @param down rows it covers, at least 1
     */
    void addCell(List<Block> content, int across, int down) {
        int column = nextColumn();
        int width = Math.max(1, Math.min(across, collector.limits().tableColumns() - column));
        if (column >= collector.limits().tableColumns()) {
            noteTooWide();
            return;
        }
        if (across > width && !content.isEmpty()) {
            noteTooWide();
        }
        fillTo(column);
        String text = content.stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .collect(Collectors.joining(" "));
        Place at = nextCell();
        cells.add(collector.cell(text, at));
        if (!text.isEmpty()) {
            span = width;
        }
        for (int i = 1; i < width; i++) {
            cells.add("");
        }
        collector.spend(width);
        cover(column, width, down);
        contents.addAll(content);
        content.stream().filter(RawTable.class::isInstance).forEach(nested::add);
    }

    /** Adds cells that are there but hold nothing. */
    void skip(int columnCount) {
        for (int i = 0; i < Math.min(columnCount, collector.limits().tableColumns()); i++) {
            addCell(List.of(), 1, 1);
        }
    }

    /** Ends the row. */
    void endRow() {
        Place at = place;
        if (at == null) {
            return;
        }
        fillTo(lastCovered());
        for (int i = 0; i < coveredRows.length; i++) {
            if (coveredRows[i] > 0 && coveredRows[i] != TO_THE_END) {
                coveredRows[i]--;
            }
        }
        GridRow row = new GridRow(new RawRow(cells, at), span);
        long filled = row.filled();
        if (rows.size() >= collector.limits().tableRows()) {
            droppedRows++;
        } else if (filled > 0) {
            rows.add(row);
            columns = Math.max(columns, cells.size());
            rowsWithData += filled > 1 ? 1 : 0;
        }
        cells = new ArrayList<>();
        place = null;
        span = 1;
    }

    /** Forgets the row begun, as if it were not there. */
    void dropRow() {
        cells = new ArrayList<>();
        place = null;
        span = 1;
    }

    /** Ends a group of rows; merged cells do not reach into the next. */
    void endGroup() {
        endRow();
        Arrays.fill(coveredRows, 0);
    }

    /** The table as paragraphs and tables, in reading order. */
    List<Block> finish() {
        endRow();
        if (droppedRows > 0) {
            collector.problem(
                    ProblemCode.TABLE_TOO_LARGE,
                    rows.get(0).row().place(),
                    "",
                    "表格超过 " + collector.limits().tableRows() + " 行，其余 " + droppedRows + " 行未读，请检查是否多选了区域");
        }
        boolean layout = !nested.isEmpty() && (nestingIsLayout || rowsWithData < 2);
        if (layout || columns <= 1) {
            return contents;
        }
        List<Block> blocks = new ArrayList<>(Captions.split(rows, columns, false, collector));
        blocks.addAll(nested);
        return blocks;
    }

    private void noteTooWide() {
        if (!tooWide) {
            tooWide = true;
            int limit = collector.limits().tableColumns();
            collector.problem(
                    ProblemCode.TABLE_TOO_LARGE,
                    Objects.requireNonNull(place),
                    "",
                    "表格超过 " + limit + " 列，只读前 " + limit + " 列，请检查是否多选了区域");
        }
    }

    private int nextColumn() {
        int column = cells.size();
        while (column < coveredRows.length && coveredRows[column] > 0) {
            column++;
        }
        return column;
    }

    private int lastCovered() {
        int end = cells.size();
        for (int i = end; i < coveredRows.length; i++) {
            end = coveredRows[i] > 0 ? i + 1 : end;
        }
        return end;
    }

    private void fillTo(int column) {
        while (cells.size() < column) {
            cells.add("");
            collector.spend(1);
        }
    }

    /** Counts this row, too: {@link #endRow} takes one off. */
    private void cover(int column, int width, int down) {
        if (down <= 1) {
            return;
        }
        if (column + width > coveredRows.length) {
            coveredRows = Arrays.copyOf(coveredRows, Math.max(column + width, coveredRows.length * 2));
        }
        Arrays.fill(coveredRows, column, column + width, down);
    }
}
