package org.tongchou.accounts.source.format.pdf;

import java.util.List;

/** A line of text or a table on a page. */
sealed interface PageItem {
    /** y of its upper edge. */
    float top();

    /**
     * A line outside tables.
     *
     * @param line the line
     */
    record Line(TextLine line) implements PageItem {
        @Override
        public float top() {
            return line.top();
        }
    }

    /**
     * A table.
     *
     * @param top y of its upper edge
     * @param rows texts of its cells, row by row
     * @param firstRow the cells along its upper edge; empty when it has no ruling lines
     * @param lastRow the cells along its lower edge; empty when it has no ruling lines
     * @param movedRows number of rows at its beginning that were moved to the page before
     */
    record TableRows(float top, List<List<String>> rows, List<EdgeCell> firstRow, List<EdgeCell> lastRow, int movedRows)
            implements PageItem {
        /** A table without ruling lines. */
        static TableRows unruled(float top, List<List<String>> rows) {
            return new TableRows(top, rows, List.of(), List.of(), 0);
        }

        boolean hasText() {
            return rows.stream().flatMap(List::stream).anyMatch(cell -> !cell.isEmpty());
        }
    }

    /**
     * A cell at the upper or lower edge of a table.
     *
     * @param row row in which its text stands, from 0
     * @param column its first column, from 0
     * @param left its left edge
     * @param right its right edge
     * @param firstWord width of the first word of its text
     * @param room width left beside its last line of text for one more word
     */
    record EdgeCell(int row, int column, float left, float right, float firstWord, float room) {}
}
