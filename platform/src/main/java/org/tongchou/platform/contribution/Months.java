package org.tongchou.platform.contribution;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Months as requests give them. */
public final class Months {
    private Months() {}

    /** A month that must be there. */
    public static YearMonth required(@Nullable String text) {
        String given = Given.text(text);
        try {
            return YearMonth.parse(given);
        } catch (DateTimeParseException e) {
            throw Refusal.field("E-CON-002", "所属月份", given, "形如 2025-03 的月份");
        }
    }
}
