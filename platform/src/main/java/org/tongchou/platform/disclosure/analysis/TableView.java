package org.tongchou.platform.disclosure.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recognised table.
 *
 * @param number 1-based
 * @param topic what it is about
 * @param form printed form number; empty when none
 * @param title printed title
 * @param unit unit of money its figures are printed in
 * @param places first and last line in the file
 * @param notes notes below it
 * @param halves one for a plain table; income and expense for a two-sided one
 */
public record TableView(
        int number,
        String topic,
        String form,
        String title,
        String unit,
        String places,
        List<String> notes,
        List<Half> halves) {
    /** Copies the lists. */
    public TableView {
        notes = List.copyOf(notes);
        halves = List.copyOf(halves);
    }

    /**
     * The rows of one side.
     *
     * @param side 收入 or 支出; empty for a plain table
     * @param codes whether any row has a code
     * @param columns headers of the figures
     * @param rows the rows
     */
    public record Half(String side, boolean codes, List<String> columns, List<RowView> rows) {
        /** Copies the lists. */
        public Half {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param anchor its name on the page
     * @param code code as printed; empty when none
     * @param resolved code as repaired when that differs; empty otherwise
     * @param name its name
     * @param level 1 for totals and classes, 2 for divisions, 3 for items, 0 for others
     * @param place where it stands
     * @param repeated a total printed again on a further page
     * @param cells one a column; null where the row has no such cell
     */
    public record RowView(
            String anchor,
            String code,
            String resolved,
            String name,
            int level,
            String place,
            boolean repeated,
            List<@Nullable CellView> cells) {}

    /**
     * A figure.
     *
     * @param anchor its name on the page
     * @param text as pages show it
     * @param printed as the file prints it
     * @param amountFen the amount; null for a blank
     * @param place where it stands
     */
    public record CellView(
            String anchor,
            String text,
            String printed,
            @Nullable Long amountFen,
            String place) {}
}
