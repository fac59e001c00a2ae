package org.tongchou.platform.settlement.bill;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.settlement.Effects;

/** Reads settlements by their messages, some rows at a time. */
@Component
class StoredEffects implements Effects {
    private static final int FETCH = 2_000;

    private final JdbcClient streaming;

    StoredEffects(DataSource source) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(FETCH);
        this.streaming = JdbcClient.create(template);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Stream<Effect> all() {
        return streaming.sql("""
                        select s.provider, s.message, s.number, s.kept, case when s.reverses is null
                            then exists (select from settlement.settlement o
                                where o.visit_id = s.visit_id and o.message = s.message and o.reverses is null
                                    and not exists (select from settlement.settlement m where m.reverses = o.id))
                            else not exists (select from settlement.restored r where r.original_id = s.reverses) end as stands
                        from settlement.settlement s
                        where not exists (select from settlement.restored r where r.settlement_id = s.id)
                        order by s.provider collate "C", s.message collate "C\"""").query(Effect.class).stream();
    }
}
