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
 * Separates the rows of a table that are no table: the title, form number and unit above the header and the notes
 * below, which spreadsheets and tables pasted from them carry in merged cells. They become paragraphs.
 */
final class Captions {
    /** Who made the table, its unit of money, form number or year, as printed above the header. */
    private static final Pattern CAPTION = Pattern.compile("[（(]?(编制|填报|公开|预算|主管|报送|所属)?(单位|部门)(名称)?\\s*[:：].*"
            + "|[（(]?(金额|计量|货币)?单位\\s*[:：]?\\s*(人民币)?[亿万千百]?元[）)]?"
            + "|金额\\s*[:：].*"
            + "|(财|部门)?公开\\s*[0-9０-９]{1,2}\\s*表"
            + "|附?表\\s*[0-9０-９一二三四五六七八九十]{1,3}(\\s*[-－—]\\s*[0-9]+)?"
            + "|[0-9]{4}\\s*年度?");

    /** The title of a table, as printed over a repeated header in the middle of a long sheet. */
    private static final Pattern TITLE = Pattern.compile(".{0,60}(预算|决算|收支|收入|支出|经费)[^。；]{0,20}表([（(].{0,20}[）)])?");

    private static final Pattern NOTE = Pattern.compile("(备?注|说明|填表说明|附注)\\s*[0-9]*\\s*[:：.、].*|(填表|审核|负责)人\\s*[:：].*");
    private static final Pattern FIGURE = Pattern.compile("[-+－]?[0-9][0-9,.]*%?");

    private Captions() {}

    /**
     * Splits rows into paragraphs and tables.
     *
     * @param rows rows with text, in order
     * @param columns the number of columns of the grid
     * @param sheet whether the rows stand in a spreadsheet, where a line of text is a row with one cell
     * @param collector keeps count of the cells
     */
    static List<Block> split(List<GridRow> rows, int columns, boolean sheet, Collector collector) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || isTitle(rows.get(i), columns)) {
                addPart(rows.subList(start, i), columns, sheet, collector, blocks);
                start = i;
            }
        }
        return blocks;
    }

    private static void addPart(
            List<GridRow> rows, int columns, boolean sheet, Collector collector, List<Block> blocks) {
        int first = 0;
        while (first < rows.size() && isCaption(rows.get(first), columns, sheet)) {
            addParagraphs(rows.get(first), blocks);
            first++;
        }
        int end = firstNote(rows, first, columns);
        if (first < end) {
            blocks.add(new RawTable(rows.subList(first, end).stream()
                    .map(row -> padded(row.row(), columns, collector))
                    .toList()));
        }
        for (GridRow row : rows.subList(end, rows.size())) {
            addParagraphs(row, blocks);
        }
    }

    private static boolean isTitle(GridRow row, int columns) {
        return columns > 2
                && row.span() >= columns - 1
                && row.filled() == 1
                && TITLE.matcher(row.firstText()).matches();
    }

    private static boolean isCaption(GridRow row, int columns, boolean sheet) {
        if (row.filled() == 1) {
            String text = row.firstText();
            boolean alone = sheet && !FIGURE.matcher(text).matches();
            return alone || spansTable(row, columns) || CAPTION.matcher(text).matches();
        }
        return row.row().cells().stream()
                .allMatch(cell -> cell.isEmpty() || CAPTION.matcher(cell).matches());
    }

    private static boolean spansTable(GridRow row, int columns) {
        return columns > 1 && row.span() * 2 > columns;
    }

    /** Where the notes begin in the rows of one text at the end; the number of rows when there are none. */
    private static int firstNote(List<GridRow> rows, int first, int columns) {
        int end = rows.size();
        for (int i = rows.size() - 1; i >= first && rows.get(i).filled() == 1; i--) {
            GridRow row = rows.get(i);
            if (spansTable(row, columns) || NOTE.matcher(row.firstText()).matches()) {
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
