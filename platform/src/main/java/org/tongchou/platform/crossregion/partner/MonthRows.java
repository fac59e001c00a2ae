package org.tongchou.platform.crossregion.partner;

import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.crossregion.Messages;

/** The bills of a month, as they are told to the other region. */
@Component("crossregionMonthRows")
public class MonthRows {
    private final JdbcClient database;

    MonthRows(JdbcClient database) {
        this.database = database;
    }

    /** Bills of a role with a region by business date, in order. */
    public List<Messages.Row> of(String role, String area, YearMonth month) {
        return database.sql("""
                        select message, kept, visit, number, total_fen, pay_fen from crossregion.bill
                        where role = :role and area = :area and day between :first and :last order by id""")
                .param("role", role)
                .param("area", area)
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(Messages.Row.class)
                .list();
    }
}
