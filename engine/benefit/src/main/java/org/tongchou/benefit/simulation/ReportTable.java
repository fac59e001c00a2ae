package org.tongchou.benefit.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * A table of a comparison: what is shown on a terminal, on a page and in a workbook is always this.
 *
 * @param id a name for programs
 * @param title what people read
 * @param definition how every figure of it comes about
 * @param subject what the rows are
 * @param columns what the numbers of a row are
 * @param rows the rows in order
 */
public record ReportTable(
        String id, String title, String definition, String subject, List<Column> columns, List<Row> rows) {
    /** Copies the lists. */
    public ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** In what a number is given. */
    public enum Unit {
        /** Amounts in fen, to be shown in yuan. */
        FEN("元", 2),
        /** Whole numbers. */
        COUNT("", 0),
        /** Hundredths of a percent. */
        PERCENT("%", 2),
        /** Tenths of a month. */
        MONTHS("个月", 1);

        private final String shown;
        private final int decimals;

        Unit(String shown, int decimals) {
            this.shown = shown;
            this.decimals = decimals;
        }

        /** The unit as people read it; empty for counts. */
        public String shown() {
            return shown;
        }

        /** How many of the last digits are decimals. */
        public int decimals() {
            return decimals;
        }
    }

    /** What the numbers below it are. */
    public record Column(String name, Unit unit) {}

    /**
     * One row.
     *
     * @param label what it is about
     * @param values one for each column; {@link #NONE} where there is none
     */
    public record Row(String label, List<Long> values) {
        /** Copies the list. */
        public Row {
            values = List.copyOf(values);
        }

        static Row of(String label, long... values) {
            return new Row(label, Arrays.stream(values).boxed().toList());
        }
    }

    /** No number, for example the change of nothing in percent. */
    public static final long NONE = Long.MIN_VALUE;

    /** Part of a whole in hundredths of a percent, half away from nought; {@link #NONE} of nothing. */
    static long share(long part, long whole) {
        if (whole == 0) {
            return NONE;
        }
        BigDecimal share = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(10_000))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
        return share.longValueExact();
    }

    /** A mean, half away from nought; {@link #NONE} of nobody. */
    static long mean(long sum, long count) {
        return count == 0
                ? NONE
                : BigDecimal.valueOf(sum)
                        .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
