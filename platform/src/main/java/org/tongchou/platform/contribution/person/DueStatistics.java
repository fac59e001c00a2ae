package org.tongchou.platform.contribution.person;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dues of a period by county, tier and identity. */
@Component
class DueStatistics {
    private final JdbcClient database;

    DueStatistics(JdbcClient database) {
        this.database = database;
    }

    /**
     * A cell.
     *
     * @param county six digits
     * @param personType person type
     * @param feeTier contribution tier; empty for none
     * @param identity the identity for which assistance pays; empty for none
     * @param heads people who owe or have paid
     * @param paidHeads of them, those who have paid
     * @param lateHeads of them, after the days in time
     * @param duesFen dues of all
     * @param subsidisedFen of it, paid by assistance
     * @param paidFen what the people have paid
     */
    record Cell(
            String county,
            String personType,
            String feeTier,
            String identity,
            long heads,
            long paidHeads,
            long lateHeads,
            long duesFen,
            long subsidisedFen,
            long paidFen) {}

    List<Cell> of(String scheme, String period, String[] counties) {
        return database.sql("""
                        select county, person_type, fee_tier, subsidised_for as identity, count(*) as heads,
                            count(*) filter (where state = '已缴') as paid_heads,
                            count(*) filter (where state = '已缴' and paid_on > closes) as late_heads,
                            sum(dues_fen)::bigint as dues_fen, sum(subsidised_fen)::bigint as subsidised_fen,
                            coalesce(sum(dues_fen - subsidised_fen) filter (where state = '已缴'), 0)::bigint as paid_fen
                        from contribution.due
                        where scheme = :scheme and (period = :period or period like :period || '-%')
                            and county = any(:counties) and state in ('待缴', '已缴')
                        group by 1, 2, 3, 4 order by 1, 2, 3, 4""")
                .param("scheme", scheme)
                .param("period", period)
                .param("counties", counties)
                .query(Cell.class)
                .list();
    }
}
