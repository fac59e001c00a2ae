package org.tongchou.platform.settlement.charge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.settlement.ChargeHistory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Settled charges in schema {@code settlement}. */
@Service
@Transactional(readOnly = true)
class StoredChargeHistory implements ChargeHistory {
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final int MOST = 500;
    private static final String SELECT = """
            select v.number as visit, v.provider, v.national_kind, c.sn, c.charged, c.code, c.item_code, c.own_code, c.name, c.price,
                c.pieces, c.item_class, c.share, c.price_limit, c.restricted, c.approval, c.charge_type, l.fen, l.own_fen,
                l.over_fen, l.pre_fen, l.scope_fen, c.details
            from settlement.settlement s
            join settlement.line l on l.settlement_id = s.id and l.year = s.year
            join settlement.visit v on v.id = s.visit_id
            join settlement.charge c on c.visit_id = l.visit_id and c.sn = l.sn
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    StoredChargeHistory(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public List<Entry> ofSettlement(long settlement) {
        return database.sql(SELECT + """
                        where s.id = (select coalesce(m.reverses, m.id) from settlement.settlement m where m.id = :id)
                        order by c.charged, c.sn""")
                .param("id", settlement)
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public List<Entry> chronic(long person, LocalDateTime from, LocalDateTime to) {
        return database.sql(SELECT + """
                        where s.person_id = :person and s.kind = 'chronic' and s.reverses is null
                            and not exists (select from settlement.settlement m where m.reverses = s.id)
                            and c.charged >= :from and c.charged <= :to
                        order by c.charged desc, c.sn limit :most""")
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .param("most", MOST)
                .query((row, number) -> entry(row))
                .list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("visit"),
                row.getString("provider"),
                row.getString("national_kind"),
                row.getString("sn"),
                row.getObject("charged", LocalDateTime.class),
                row.getString("code"),
                row.getString("item_code"),
                row.getString("own_code"),
                row.getString("name"),
                row.getBigDecimal("price"),
                row.getBigDecimal("pieces"),
                row.getString("item_class"),
                row.getBigDecimal("share"),
                row.getBigDecimal("price_limit"),
                row.getBoolean("restricted"),
                row.getInt("approval"),
                row.getString("charge_type"),
                row.getLong("fen"),
                row.getLong("own_fen"),
                row.getLong("over_fen"),
                row.getLong("pre_fen"),
                row.getLong("scope_fen"),
                json.readValue(row.getString("details"), TEXTS));
    }
}
