package org.tongchou.accounts.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.MoneyUnit;

/**
 * One recognised table of a document.
 *
 * @param topic what it is about, the same word in all documents: 总表, 收入, 支出, 财政拨款总表, 一般公共预算支出,
 *     基本支出经济分类, 支出经济分类, 三公经费, 政府性基金, 国有资本经营 …
 * @param layout id of the layout that read it
 * @param form the printed form number without spaces, {@code 公开01表}; null when not printed
 * @param title the title as printed, white space removed
 * @param unit unit of money the figures are printed in
 * @param decimals decimals the table prints (the most of any figure); with the unit it gives the rounding of a figure
 * @param columns columns of figures, in printed order
 * @param rows rows in printed order; a table with columns abreast lists the first group first
 * @param notes the notes printed under the table (注：…)
 * @param first place of the first line that belongs to the table
 * @param last place of the last line that belongs to the table
 */
public record Table(
        String topic,
        String layout,
        @Nullable String form,
        String title,
        MoneyUnit unit,
        int decimals,
        List<Column> columns,
        List<Row> rows,
        List<String> notes,
        Place first,
        Place last) {
    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** The column with this role; empty when the table does not print it. */
    public Optional<Column> findColumn(String role) {
        return columns.stream().filter(column -> column.role().equals(role)).findFirst();
    }

    /** The counted (not repeated) row with this role on a side; {@code side} null for one-sided tables. */
    public Optional<Row> findRow(@Nullable Side side, String role) {
        return rows.stream()
                .filter(row ->
                        !row.repeated() && row.side() == side && row.role().equals(role))
                .findFirst();
    }

    /**
     * Half of the last printed digit, in fen: how far a printed figure may be from the exact one. 0 when figures are
     * printed to the fen.
     */
    public long roundingFen() {
        long quantum = unit.fen();
        for (int i = 0; i < decimals; i++) {
            quantum /= 10;
        }
        return quantum <= 1 ? 0 : quantum / 2;
    }
}
