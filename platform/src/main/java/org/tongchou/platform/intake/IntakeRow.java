package org.tongchou.platform.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * A row whose cells are well-formed. Personal values are in the clear: do not log them.
 *
 * @param number its number in the file, from 1
 * @param values values in their normal form by key of the field; empty cells are left out
 */
public record IntakeRow(int number, Map<String, String> values) {
    /** Copies the map. */
    public IntakeRow {
        values = Map.copyOf(values);
    }

    /** Whether the cell is not empty. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text, code or number as text; empty when the cell is. */
    public String text(String key) {
        return values.getOrDefault(key, "");
    }

    /** The day of a DATE that is there. */
    public LocalDate date(String key) {
        return LocalDate.parse(text(key));
    }

    /** The month of a MONTH that is there. */
    public YearMonth month(String key) {
        return YearMonth.parse(text(key));
    }

    /** The amount of MONEY in fen, 0 when the cell is empty. */
    public long fen(String key) {
        return has(key) ? new BigDecimal(text(key)).movePointRight(2).longValueExact() : 0;
    }

    /** The number of an INTEGER, 0 when the cell is empty. */
    public long number(String key) {
        return has(key) ? Long.parseLong(text(key)) : 0;
    }

    /** The number of a DECIMAL, 0 when the cell is empty. */
    public BigDecimal decimal(String key) {
        return has(key) ? new BigDecimal(text(key)) : BigDecimal.ZERO;
    }

    /** Whether a FLAG says 是. */
    public boolean flag(String key) {
        return text(key).equals("是");
    }

    /** Number only: the values may be personal. */
    @Override
    public String toString() {
        return "row " + number;
    }
}
