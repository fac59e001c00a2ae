package org.tongchou.platform.contribution.person;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** The schemes in which people pay for themselves, and the periods that they pay for. */
final class Schemes {
    /** 城乡居民, by year. */
    static final String RESIDENT = "resident";

    /** 灵活就业人员, by month. */
    static final String FLEXIBLE = "employee";

    /** What people call them. */
    static final Map<String, String> NAMES = Map.of(RESIDENT, "居民医保", FLEXIBLE, "灵活就业人员职工医保");

    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private Schemes() {}

    /** A scheme that must be one of them. */
    static String scheme(@Nullable String given) {
        String scheme = Given.text(given);
        if (!NAMES.containsKey(scheme)) {
            throw Refusal.field("E-CON-060", "险种", scheme, "resident（居民）或 employee（灵活就业人员）");
        }
        return scheme;
    }

    /** Whether a text is a year, or a month of the scheme that is paid by month. */
    static boolean isPeriod(String scheme, String text) {
        if (text.matches("\\d{4}")) {
            int year = Integer.parseInt(text);
            return year >= FIRST && year <= LAST;
        }
        try {
            return scheme.equals(FLEXIBLE)
                    && text.matches("\\d{4}-\\d{2}")
                    && YearMonth.parse(text).getYear() >= FIRST;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A period that must be one of the scheme. */
    static String period(String scheme, @Nullable String given) {
        String period = Given.text(given);
        if (!isPeriod(scheme, period)) {
            throw Refusal.field(
                    "E-CON-061",
                    "费款所属期",
                    period,
                    scheme.equals(RESIDENT) ? "形如 2026 的年度" : "形如 2026 的年度或者 2026-03 的月份");
        }
        return period;
    }

    /** The months of a period. */
    static List<YearMonth> months(String period) {
        return period.length() == 4
                ? IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> YearMonth.of(Integer.parseInt(period), month))
                        .toList()
                : List.of(YearMonth.parse(period));
    }
}
