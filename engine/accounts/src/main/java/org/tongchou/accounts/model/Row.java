package org.tongchou.accounts.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;

/**
 * One row of a recognised table.
 *
 * @param side the half of a two-sided table; null in others
 * @param line the printed 行次; null when none
 * @param code the classification code as printed; null when none
 * @param resolvedCode the code after repair or, in 总表, the class that the row's name stands for; null when the row has
 *     none. Checks use this one
 * @param name the name as printed, white space removed
 * @param role the row's meaning, the same word in all documents ({@code 合计, 本年收入合计, 总计, 年初结转和结余,
 *     人员经费合计, 公务接待费 …}); for coded rows the resolved code
 * @param under the row this one is part of, for the carry-over rows of 财政拨款总表; null for others
 * @param cells figures by column name; columns of the other side of a two-sided table are absent
 * @param repeated true for a total printed again on a continuation page: never counted in sums
 * @param place where the row stands
 */
public record Row(
        @Nullable Side side,
        @Nullable Integer line,
        @Nullable String code,
        @Nullable String resolvedCode,
        String name,
        String role,
        @Nullable String under,
        Map<String, Cell> cells,
        boolean repeated,
        Place place) {
    /** Copies the map, keeping its order. */
    public Row {
        cells = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(cells));
    }

    /** The code that checks use; null when the row has none. */
    public @Nullable String effectiveCode() {
        return resolvedCode != null ? resolvedCode : code;
    }

    /** The same row with another meaning. */
    public Row withRole(String other) {
        return new Row(side, line, code, resolvedCode, name, other, under, cells, repeated, place);
    }

    /** The figures in column order. */
    public List<Cell> figures() {
        return List.copyOf(cells.values());
    }
}
