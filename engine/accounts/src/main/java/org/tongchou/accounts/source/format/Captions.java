package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/**
 * Separates the rows of a table that are no table: lines of text above the header and below the last row, which
 * spreadsheets and tables pasted from them carry in single or merged cells. They become paragraphs. What the lines say
 * does not matter here, except that a note in a spreadsheet is known by its first word.
 */
final class Captions {
    private static final Pattern NOTE = Pattern.compile("(备?注|说明|填表说明|附注)\\s*[0-9]*\\s*[:：.、].*");
    private static final Pattern FIGURE = Pattern.compile("[-+－]?[0-9][0-9,.]*%?");

    private Captions() {}

    /**
     * Splits rows into paragraphs, a table and paragraphs.
     *
     * @param rows rows with text, in order
     * @param columns the number of columns of the grid
     * @param sheet whether the rows stand in a spreadsheet, where a line of text is a row with one cell
     * @param collector keeps count of the cells
     */
    static List<Block> split(List<GridRow> rows, int columns, boolean sheet, Collector collector) {
        List<Block> blocks = new ArrayList<>();
        int first = 0;
        while (first < rows.size() && isCaption(rows.get(first), columns, sheet)) {
            addParagraphs(rows.get(first), blocks);
            first++;
        }
        int end = firstNote(rows, first, columns, sheet);
        if (first < end) {
            blocks.add(new RawTable(rows.subList(first, end).stream()
                    .map(row -> padded(row.row(), columns, collector))
                    .toList()));
        }
        for (GridRow row : rows.subList(end, rows.size())) {
            addParagraphs(row, blocks);
        }
        return blocks;
    }

    private static boolean isCaption(GridRow row, int columns, boolean sheet) {
        boolean line = sheet && !FIGURE.matcher(row.firstText()).matches();
        return row.filled() == 1 && (line || spansTable(row, columns));
    }

    private static boolean spansTable(GridRow row, int columns) {
        return columns > 1 && row.span() * 2 > columns;
    }

    /** Where the notes begin in the rows of one text at the end; the number of rows when there are none. */
    private static int firstNote(List<GridRow> rows, int first, int columns, boolean sheet) {
        int end = rows.size();
        for (int i = rows.size() - 1; i >= first && rows.get(i).filled() == 1; i--) {
            GridRow row = rows.get(i);
            if (spansTable(row, columns)
                    || (sheet && NOTE.matcher(row.firstText()).matches())) {
                end = i;
            }
        }
        return end;
    }

    private static void addParagraphs(GridRow row, List<Block> blocks) {
        List<String> cells = row.row().cells();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                blocks.add(new Paragraph(cells.get(i), 0, row.placeOf(i)));
            }
        }
    }

    private static RawRow padded(RawRow row, int columns, Collector collector) {
        if (row.cells().size() >= columns) {
            return row;
        }
        collector.spend(columns - row.cells().size());
        List<String> cells = new ArrayList<>(row.cells());
        cells.addAll(Collections.nCopies(columns - cells.size(), ""));
        return new RawRow(cells, row.place());
    }
}
