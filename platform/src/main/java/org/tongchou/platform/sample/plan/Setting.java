package org.tongchou.platform.sample.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of all synthetic regions.
 *
 * @param people how many people are on file, 1 to 1,000,000
 * @param seed any number
 * @param day the day on which the region is as described; nothing happens after it
 */
public record Setting(int people, long seed, LocalDate day) {
    /** Most people. */
    public static final int MOST = 1_000_000;

    private static final int MONTHS = 12;

    /** Refuses too few and too many people. */
    public Setting {
        if (people < 1 || people > MOST) {
            throw new IllegalArgumentException("people: " + people);
        }
    }

    /** The twelve months whose dues are collected: the last is the one before that of the day. */
    public List<YearMonth> months() {
        YearMonth last = YearMonth.from(day).minusMonths(1);
        return IntStream.rangeClosed(1 - MONTHS, 0).mapToObj(last::plusMonths).toList();
    }

    /** The year of the day. */
    public int year() {
        return day.getYear();
    }
}
