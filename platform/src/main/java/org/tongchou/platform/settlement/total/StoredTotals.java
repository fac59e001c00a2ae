package org.tongchou.platform.settlement.total;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.settlement.Totals;

/** Sums over schema {@code settlement}. */
@Service
@Transactional(readOnly = true)
class StoredTotals implements Totals {
    private final JdbcClient database;

    StoredTotals(JdbcClient database) {
        this.database = database;
    }

    private static Where where(Wanted wanted) {
        Where where = new Where()
                .and(Standing.SQL)
                .and("s.provider = :provider", "provider", wanted.provider())
                .and("s.settled_on >= :from", "from", wanted.from())
                .and("s.settled_on <= :to", "to", wanted.to())
                .when(wanted.scheme(), "s.scheme = :scheme", "scheme")
                .when(wanted.refunds(), "(s.reverses is not null) = :refunds", "refunds");
        return wanted.kinds().isEmpty()
                ? where
                : where.and("s.kind = any(:kinds)", "kinds", wanted.kinds().toArray(String[]::new));
    }

    @Override
    public Sum of(Wanted wanted) {
        return where(wanted).query(database, """
                        select count(*) as count, coalesce(sum(total_fen), 0)::bigint as total_fen,
                            coalesce(sum(fund_fen), 0)::bigint as fund_fen,
                            coalesce(sum(account_fen + mutual_fen), 0)::bigint as account_fen,
                            coalesce(sum(cash_fen), 0)::bigint as cash_fen
                        from settlement.settlement s""", "").query(Sum.class).single();
    }

    @Override
    public List<Row> rows(Wanted wanted) {
        return where(wanted)
                .query(database, """
                        select coalesce(
                                (select r.number from settlement.restored r where r.settlement_id = s.id), s.number) as number,
                            v.number as visit, v.person_number as person, s.message,
                            s.reverses is not null as refund, s.total_fen, s.fund_fen, s.account_fen + s.mutual_fen as account_fen
                        from settlement.settlement s join settlement.visit v on v.id = s.visit_id""", " order by s.id")
                .query(Row.class)
                .list();
    }
}
