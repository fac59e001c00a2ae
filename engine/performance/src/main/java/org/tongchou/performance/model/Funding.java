package org.tongchou.performance.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/**
 * The money of a project as its sheet prints it.
 *
 * @param unit unit of the amounts
 * @param columns the columns in printed order, for example 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分
 * @param rows the rows; the first is the total
 */
public record Funding(MoneyUnit unit, List<String> columns, List<Line> rows) {
    /** Copies the lists. */
    public Funding {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** No money is printed. */
    public static Funding none() {
        return new Funding(MoneyUnit.WAN_YUAN, List.of(), List.of());
    }

    /**
     * A row: a source of money, or all of them.
     *
     * @param name as printed, for example 年度资金总额, 其中：当年财政拨款, ①中央财政资金
     * @param values numbers by column; blank ones are absent
     * @param place where it stands
     */
    public record Line(String name, Map<String, PrintedNumber> values, Place place) {
        /** Copies the map, keeping its order. */
        public Line {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** The number of a column; null when blank. */
        public @Nullable PrintedNumber value(String column) {
            return values.get(column);
        }
    }

    /** The row of the total; empty when no money is printed. */
    public Optional<Line> total() {
        return rows.stream().findFirst();
    }

    /** A number of the total row; null when it is not printed. */
    public @Nullable PrintedNumber total(String column) {
        return rows.isEmpty() ? null : rows.get(0).value(column);
    }
}
