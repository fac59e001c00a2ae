package org.tongchou.accounts.source.format;

import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawRow;

/**
 * A row laid out on the grid of its table, with what only the source knows about it.
 *
 * @param row its cells and place
 * @param span how many columns its last non-empty cell covers, at least 1
 */
record GridRow(RawRow row, int span) {
    /** How many cells have text. */
    long filled() {
        return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** The text of its first cell that has any; empty for a blank row. */
    String firstText() {
        return row.cells().stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    /** The place of a cell, by 0-based column. */
    Place placeOf(int column) {
        return row.place().withCell(column + 1);
    }
}
