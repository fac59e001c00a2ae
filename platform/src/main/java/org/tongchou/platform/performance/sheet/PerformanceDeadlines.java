package org.tongchou.platform.performance.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.Refusal;

/** When forms are due. */
@Component
public class PerformanceDeadlines {
    private final JdbcClient jdbc;
    private final Clock clock;

    PerformanceDeadlines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The last day for a form.
     *
     * @param stage 目标, 监控 or 自评
     * @param month last month of the period for 监控, else 0
     * @param year budget year
     */
    public LocalDate of(String stage, int month, int year) {
        return jdbc.sql("""
                        select year_offset, month, day from performance.deadline
                        where stage = :stage and until_month = :month""")
                .param("stage", stage)
                .param("month", month)
                .query((row, number) -> {
                    YearMonth due = YearMonth.of(year + row.getInt(1), row.getInt(2));
                    return due.atDay(Math.min(row.getInt(3), due.lengthOfMonth()));
                })
                .single();
    }

    /** The months whose last day is a cut-off of monitoring, the earliest first. */
    public List<Integer> months() {
        return jdbc.sql("select until_month from performance.deadline where stage = '监控' order by until_month")
                .query(Integer.class)
                .list();
    }

    /** Those of them that people are reminded of. */
    public List<Integer> askedMonths() {
        return jdbc.sql("select until_month from performance.deadline where stage = '监控' and asked")
                .query(Integer.class)
                .list();
    }

    /** The latest period of a year that is over, the first one when none is. */
    public int latest(int year) {
        LocalDate today = LocalDate.now(clock);
        List<Integer> months = months();
        return months.stream()
                .filter(month -> YearMonth.of(year, month).atEndOfMonth().isBefore(today))
                .reduce(months.get(0), (first, second) -> second);
    }

    /** The last day that counts for a period of monitoring; refuses a month that is none. */
    public LocalDate cutOff(int year, int month) {
        List<Integer> months = months();
        if (!months.contains(month)) {
            throw Refusal.field(
                    "E-PER-070",
                    "监控截止月份",
                    String.valueOf(month),
                    months.stream().map(String::valueOf).collect(Collectors.joining("、")) + " 之一");
        }
        return YearMonth.of(year, month).atEndOfMonth();
    }
}
