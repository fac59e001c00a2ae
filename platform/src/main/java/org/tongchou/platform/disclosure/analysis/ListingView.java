package org.tongchou.platform.disclosure.analysis;

import java.util.List;

/**
 * A table of another engine: a performance sheet with its scores.
 *
 * @param title its heading
 * @param note a line below; empty for none
 * @param columns headers
 * @param lines its lines
 */
public record ListingView(String title, String note, List<String> columns, List<LineView> lines) {
    /** Copies the lists. */
    public ListingView {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param anchor its name on the page
     * @param place where it stands
     * @param cells one text a column
     */
    public record LineView(String anchor, String place, List<String> cells) {
        /** Copies the list. */
        public LineView {
            cells = List.copyOf(cells);
        }
    }
}
