package org.tongchou.platform.fund.ledger;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.fund.Traces;

/** Reads what acts left in schema {@code fund}, some rows at a time. */
@Component
class StoredTraces implements Traces {
    private static final int FETCH = 2_000;

    private final JdbcClient streaming;

    StoredTraces(DataSource source) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(FETCH);
        this.streaming = JdbcClient.create(template);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Stream<Due> due(String module, String kind) {
        return streaming.sql("""
                        select a.act, a.mirror, a.fund, e.account, e.party, -sum(e.fen)::bigint as fen, a.day
                        from (
                            select cause_id::bigint as act, false as mirror, id, year, fund, voucher_date as day from fund.voucher
                            where (cause_module, cause_kind) = (:module, :kind) and cause_id ~ '^[0-9]{1,18}$'
                            union all
                            select o.cause_id::bigint, true, v.id, v.year, v.fund, v.voucher_date
                            from fund.voucher v join fund.voucher o on o.id = v.reverses
                            where (o.cause_module, o.cause_kind) = (:module, :kind) and o.cause_id ~ '^[0-9]{1,18}$') a
                        join fund.entry e on e.voucher_id = a.id and e.year = a.year and e.account like 'L%'
                        group by a.act, a.mirror, a.fund, e.account, e.party, a.day
                        order by a.act, a.mirror, a.fund collate "C", e.account, e.party""").param("module", module).param("kind", kind).query(Due.class).stream();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Stream<Moved> moved(String module, String kind) {
        return streaming.sql("""
                        select m.cause_id::bigint as act, m.person, sum(m.fen)::bigint as fen
                        from fund.movement m join fund.movement_cause c on c.id = m.cause
                        where (c.module, c.kind) = (:module, :kind) and m.cause_id ~ '^[0-9]{1,18}$'
                        group by 1, 2 order by 1, 2""").param("module", module).param("kind", kind).query(Moved.class).stream();
    }
}
