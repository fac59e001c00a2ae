package org.tongchou.platform.spreadsheet.source;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number its number in the file, from 1
 * @param cells texts without white space at their ends, numbers without separators, dates as {@code 2024-03-01}; empty
 *     cells at the end are left out
 * @param formulas columns, from 0, whose value is the last result of a formula
 */
public record SourceRow(int number, List<String> cells, List<Integer> formulas) {
    /** Copies the lists. */
    public SourceRow {
        cells = List.copyOf(cells);
        formulas = List.copyOf(formulas);
    }

    /** The text of a column; empty beyond the last one. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
}
