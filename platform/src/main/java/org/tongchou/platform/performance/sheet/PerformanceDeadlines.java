package org.tongchou.platform.performance.sheet;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When forms are due. */
@Component
public class PerformanceDeadlines {
    private final JdbcClient jdbc;

    PerformanceDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last day for a form.
     *
     * @param stage 目标, 监控 or 自评
     * @param quarter 1 to 4 for 监控, else 0
     * @param year budget year
     */
    public LocalDate of(String stage, int quarter, int year) {
        return jdbc.sql("""
                        select year_offset, month, day from performance.deadline
                        where stage = :stage and quarter = :quarter""")
                .param("stage", stage)
                .param("quarter", quarter)
                .query((row, number) -> {
                    YearMonth month = YearMonth.of(year + row.getInt(1), row.getInt(2));
                    return month.atDay(Math.min(row.getInt(3), month.lengthOfMonth()));
                })
                .single();
    }
}
