package org.tongchou.platform.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;

/** The wrong rows of an imported file as a workbook: the original cells, the wrong ones marked, the reasons beside them. */
public final class ErrorSheet {
    /** Title of the first column: the number that a row has in the original file. */
    public static final String ROW_NUMBER = "原行号";

    /** Title of the last column. */
    public static final String REASONS = "错误说明";

    private ErrorSheet() {}

    /**
     * What is wrong with a cell.
     *
     * @param column column of the original file from 0; -1 when it has none
     * @param title title of the column
     * @param value text of the cell
     * @param expected what would have been right
     * @param code stable code
     */
    public record Wrong(int column, String title, String value, String expected, String code) {
        private String sentence() {
            String found = !value.isEmpty() ? "“" + value + "”，" : column >= 0 ? "为空，" : "";
            return title + "：" + found + "应为" + expected + "（" + code + "）";
        }
    }

    /**
     * A row with problems.
     *
     * @param number its number in the original file
     * @param cells its cells
     * @param problems what is wrong with them
     */
    public record WrongRow(int number, List<String> cells, List<Wrong> problems) {
        /** Copies the lists. */
        public WrongRow {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
        }
    }

    /** Takes rows one by one. */
    @FunctionalInterface
    public interface Sink {
        /** Adds a row. */
        void row(WrongRow row) throws IOException;
    }

    /** Gives all wrong rows, in order. */
    @FunctionalInterface
    public interface Source {
        /** Hands them over. */
        void writeTo(Sink sink) throws IOException;
    }

    /**
     * Answers with the workbook.
     *
     * @param name name of the file
     * @param note what to do with it
     * @param titles titles of the original file's columns
     */
    public static ResponseEntity<Resource> answer(
            String name, String note, List<String> titles, String footer, Source source) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integer(ROW_NUMBER));
        titles.forEach(title -> columns.add(Column.text(title, 18)));
        columns.add(Column.text(REASONS, 80));
        return Export.answer(
                ExportFormat.xlsx,
                new Layout(name, note, columns, footer),
                sink -> source.writeTo(row -> sink.row(cells(titles.size(), row))));
    }

    private static @Nullable Object[] cells(int columns, WrongRow row) {
        Set<Integer> wrong = row.problems().stream().map(Wrong::column).collect(Collectors.toSet());
        @Nullable Object[] cells = new Object[columns + 2];
        cells[0] = row.number();
        for (int column = 0; column < columns; column++) {
            String text = column < row.cells().size() ? row.cells().get(column) : "";
            cells[column + 1] = wrong.contains(column) ? new Marked(text) : text;
        }
        cells[columns + 1] = row.problems().stream().map(Wrong::sentence).collect(Collectors.joining("；"));
        return cells;
    }
}
