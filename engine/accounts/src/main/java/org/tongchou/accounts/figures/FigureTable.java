package org.tongchou.accounts.figures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Side;
import org.tongchou.money.Money;

/**
 * A table of figures: derived, or as published.
 *
 * @param topic the table's topic
 * @param columns column roles in printed order
 * @param rows rows in printed order; in two-sided tables one side after the other
 */
public record FigureTable(String topic, List<String> columns, List<FigureRow> rows) {
    /** Copies the lists. */
    public FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The row of this role or code on a side; {@code side} null for one-sided tables. */
    public Optional<FigureRow> findRow(@Nullable Side side, String row) {
        return rows.stream()
                .filter(candidate -> candidate.side() == side && candidate.row().equals(row))
                .findFirst();
    }

    /** A figure, nothing when the row is missing or the cell blank. */
    public Money amount(@Nullable Side side, String row, String column) {
        return findRow(side, row)
                .map(found -> found.values().getOrDefault(column, Money.ZERO))
                .orElse(Money.ZERO);
    }
}
