package org.tongchou.platform.performance.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.money.Rounding;

/**
 * The money of a sheet as its form prints it: the total first, then fiscal money and other money, of a department also
 * 基本支出, 项目支出 and other natures.
 *
 * @param rows total and parts
 * @param until the last day that counts
 * @param lastEntry the last entry of the books that counts; null while all do
 */
public record Money(
        List<Row> rows, LocalDate until, @Nullable Long lastEntry) {
    /** Columns of forms. */
    public static final List<String> COLUMNS = List.of("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分");

    private static final int DECIMALS = 2;

    /** Copies the list. */
    public Money {
        rows = List.copyOf(rows);
    }

    /**
     * A row of money in fen.
     *
     * @param name as forms print it
     * @param initialFen 年初预算数
     * @param adjustedFen 全年预算数
     * @param executedFen 全年执行数, or what was spent up to the day
     * @param from which entries of the books they are the sums of, in Chinese
     */
    public record Row(String name, long initialFen, long adjustedFen, long executedFen, String from) {
        /** The rate of execution in percent, two decimals, from the printed amounts; null without a budget. */
        public @Nullable BigDecimal rate() {
            return rate(adjustedFen, executedFen);
        }

        /** The rate of execution in percent, two decimals; null without a budget. */
        public static @Nullable BigDecimal rate(long adjustedFen, long executedFen) {
            return adjustedFen <= 0
                    ? null
                    : BigDecimal.valueOf(executedFen)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(BigDecimal.valueOf(adjustedFen), DECIMALS, java.math.RoundingMode.HALF_UP);
        }
    }

    /** Whether the amounts are the same. */
    public boolean same(Money other) {
        return amounts().equals(other.amounts());
    }

    private List<List<Object>> amounts() {
        return rows.stream()
                .map(row -> List.<Object>of(row.name(), row.initialFen(), row.adjustedFen(), row.executedFen()))
                .toList();
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
