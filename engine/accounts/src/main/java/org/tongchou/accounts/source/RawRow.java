package org.tongchou.accounts.source;

import java.util.List;

/**
 * One row of text cells.
 *
 * @param cells cell texts without markup, stripped; empty text for blank or covered cells
 * @param place the row's place (cell 0); the place of cell {@code i} is {@code place.withCell(i + 1)}
 */
public record RawRow(List<String> cells, Place place) {
    /** Copies the list. */
    public RawRow {
        cells = List.copyOf(cells);
    }
}
