package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rate of execution below which a reason is asked for: the year-end limit of the warning rules. */
@Component
class ExecutionFloor {
    private final JdbcClient jdbc;

    ExecutionFloor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The limit in percent; 0 when no rule names one. */
    BigDecimal rate() {
        return jdbc.sql("""
                        select coalesce(max(below), 0) from performance.warning_rule
                        where measure = '执行率' and until_month in (0, 12)""").query(BigDecimal.class).single();
    }
}
