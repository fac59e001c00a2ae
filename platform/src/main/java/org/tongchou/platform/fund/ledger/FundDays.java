package org.tongchou.platform.fund.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Days and months that books can have. */
public final class FundDays {
    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private FundDays() {}

    /** A day that must be there. */
    public static LocalDate day(String field, @Nullable LocalDate day) {
        LocalDate given = Given.required(field, day);
        if (given.getYear() < FIRST || given.getYear() > LAST) {
            throw Refusal.field("E-FUN-003", field, given.toString(), FIRST + " 年至 " + LAST + " 年的日期");
        }
        return given;
    }

    /** A month that must be there. */
    public static YearMonth month(String field, @Nullable String text) {
        String given = Given.text(text);
        try {
            YearMonth month = YearMonth.parse(given);
            if (month.getYear() >= FIRST && month.getYear() <= LAST) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // Told below, with years that no book has.
        }
        throw Refusal.field("E-FUN-046", field, given, "形如 2025-03 的月份");
    }
}
