package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/** The lines of a text file that form a table, gathered until it ends. */
final class TextTable {
    private static final Pattern SEPARATOR = Pattern.compile(":?-{2,}:?|[:-]");

    /** Of a cell so many times the allowed length is looked at before its markup is taken out. */
    private static final int WITH_MARKUP = 8;

    private final Collector collector;
    private List<RawRow> rows = new ArrayList<>();
    private int droppedRows;
    private boolean tooWide;
    private boolean bars;

    TextTable(Collector collector) {
        this.collector = collector;
    }

    /** Whether the current table has its cells between bars. */
    boolean hasBars() {
        return bars;
    }

    void setBars(boolean bars) {
        this.bars = bars;
    }

    /** Adds a row; lines that only separate the header from the body are left out. */
    void addRow(List<String> raw, Place place) {
        if (rows.size() >= collector.limits().tableRows()) {
            droppedRows++;
            return;
        }
        int columns = Math.min(raw.size(), collector.limits().tableColumns());
        if (columns < raw.size() && !tooWide) {
            tooWide = true;
            tooLarge(place, "这一行有 " + raw.size() + " 格，只读前 " + columns + " 格，请检查分隔符是否正确");
        }
        List<String> cells = new ArrayList<>(columns);
        for (String cell : raw.subList(0, columns)) {
            String part = CleanText.cut(cell, WITH_MARKUP * collector.limits().cellText());
            cells.add(collector.cell(Inline.words(part), place.withCell(cells.size() + 1)));
        }
        if (!cells.stream()
                .allMatch(cell -> cell.isEmpty() || SEPARATOR.matcher(cell).matches())) {
            rows.add(new RawRow(cells, place));
        }
    }

    /** Ends the table: nothing when there was none, paragraphs when its lines were only indented text. */
    List<Block> finish() {
        bars = false;
        if (rows.isEmpty()) {
            return List.of();
        }
        List<RawRow> table = rows;
        rows = new ArrayList<>();
        if (droppedRows > 0) {
            tooLarge(
                    table.get(0).place(),
                    "表格超过 " + collector.limits().tableRows() + " 行，其余 " + droppedRows + " 行未读，请把表格拆开");
        }
        droppedRows = 0;
        tooWide = false;
        if (table.stream().allMatch(TextTable::isIndentedText)) {
            return table.stream()
                    .<Block>flatMap(row -> collector.paragraphs(row.cells().get(1), 0, row.place()).stream())
                    .toList();
        }
        return List.of(new RawTable(table));
    }

    private static boolean isIndentedText(RawRow row) {
        return row.cells().size() == 2 && row.cells().get(0).isEmpty();
    }

    private void tooLarge(Place place, String message) {
        collector.problem(ProblemCode.TABLE_TOO_LARGE, place, "", message);
    }
}
