package org.tongchou.platform.performance.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.money.Rounding;

/**
 * The money of a sheet as its form prints it: the total first, then fiscal money and other money.
 *
 * @param rows total and parts
 * @param funds the same by fund, as booked
 */
public record Money(List<Row> rows, List<Row> funds) {
    /** Columns of forms. */
    public static final List<String> COLUMNS = List.of("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分");

    private static final String OTHER = "其他资金";
    private static final int DECIMALS = 2;

    /** Copies the lists. */
    public Money {
        rows = List.copyOf(rows);
        funds = List.copyOf(funds);
    }

    /**
     * A row of money in fen.
     *
     * @param name as forms print it
     * @param initialFen 年初预算数
     * @param adjustedFen 全年预算数
     * @param executedFen 全年执行数
     */
    public record Row(String name, long initialFen, long adjustedFen, long executedFen) {
        /** The rate of execution in percent, two decimals, from the printed amounts; null without a budget. */
        public @Nullable BigDecimal rate() {
            return adjustedFen <= 0
                    ? null
                    : BigDecimal.valueOf(executedFen)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(BigDecimal.valueOf(adjustedFen), DECIMALS, java.math.RoundingMode.HALF_UP);
        }

        Row plus(Row other) {
            return new Row(
                    name,
                    Math.addExact(initialFen, other.initialFen),
                    Math.addExact(adjustedFen, other.adjustedFen),
                    Math.addExact(executedFen, other.executedFen));
        }

        Row named(String other) {
            return new Row(other, initialFen, adjustedFen, executedFen);
        }
    }

    /** The form's rows from what is booked by fund. */
    static Money of(List<Row> funds) {
        Row fiscal = new Row("其中：财政拨款", 0, 0, 0);
        Row other = new Row(OTHER, 0, 0, 0);
        for (Row fund : funds) {
            if (fund.name().equals(OTHER)) {
                other = other.plus(fund);
            } else {
                fiscal = fiscal.plus(fund);
            }
        }
        List<Row> rows = new ArrayList<>();
        rows.add(fiscal.plus(other).named("年度资金总额"));
        rows.add(fiscal);
        rows.add(other);
        return new Money(rows, funds);
    }

    /** The total row. */
    public Row total() {
        return rows.get(0);
    }

    /** An amount as forms print it: 万元 with two decimals. */
    public static PrintedNumber printed(long fen) {
        BigDecimal value = org.tongchou.money.Money.ofFen(fen).in(MoneyUnit.WAN_YUAN, DECIMALS, Rounding.HALF_UP);
        return new PrintedNumber(value, DECIMALS);
    }
}
