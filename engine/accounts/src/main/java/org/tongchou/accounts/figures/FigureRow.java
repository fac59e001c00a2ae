package org.tongchou.accounts.figures;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Side;
import org.tongchou.money.Money;

/**
 * A row of figures.
 *
 * @param side the half of a two-sided table; null in others
 * @param row the row's role or classification code
 * @param name the printed name; empty for the usual one
 * @param values figures by column role; blank ones are absent
 */
public record FigureRow(@Nullable Side side, String row, String name, Map<String, Money> values) {
    /** Copies the map. */
    public FigureRow {
        values = Map.copyOf(values);
    }
}
