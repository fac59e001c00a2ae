package org.tongchou.accounts.source;

import java.util.List;

/**
 * Consecutive rows of cells. Cells covered by a merged cell are present and empty, so that the columns of a well-made
 * table line up by index.
 *
 * @param rows the rows, at least one
 */
public record RawTable(List<RawRow> rows) implements Block {
    /** Copies the list. */
    public RawTable {
        rows = List.copyOf(rows);
    }

    @Override
    public Place place() {
        return rows.get(0).place();
    }
}
