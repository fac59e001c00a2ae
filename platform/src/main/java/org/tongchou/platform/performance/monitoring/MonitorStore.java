package org.tongchou.platform.performance.monitoring;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Monitoring in the database. */
@Component
public class MonitorStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    MonitorStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The monitoring of a sheet and quarter; one that is not begun when there is none. */
    public Monitor of(long sheetId, int quarter) {
        return jdbc.sql("""
                        select id, state, reason, measures, money::text as money, version, updated_by, updated_at
                        from performance.monitor where sheet_id = :sheet and quarter = :quarter""")
                .param("sheet", sheetId)
                .param("quarter", quarter)
                .query((row, number) -> new Monitor(
                        row.getLong("id"),
                        sheetId,
                        quarter,
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("measures"),
                        money(row.getString("money")),
                        row.getInt("version"),
                        row.getString("updated_by"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        values(row.getLong("id"))))
                .optional()
                .orElseGet(() -> Monitor.none(sheetId, quarter));
    }

    private @Nullable Money money(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Money.class);
    }

    private Map<Long, Monitor.Value> values(long id) {
        Map<Long, Monitor.Value> values = new HashMap<>();
        jdbc.sql("select indicator_id, actual, expected, reason from performance.monitor_value where monitor_id = :id")
                .param("id", id)
                .query(row -> {
                    values.put(row.getLong(1), new Monitor.Value(row.getString(2), row.getString(3), row.getString(4)));
                });
        return values;
    }

    long begin(Actor actor, OffsetDateTime at, long sheetId, int quarter, String title) {
        try {
            return jdbc.sql("""
                            insert into performance.monitor (sheet_id, quarter, updated_by, updated_at)
                            values (:sheet, :quarter, :by, :at) returning id""")
                    .param("sheet", sheetId)
                    .param("quarter", quarter)
                    .param("by", actor.displayName())
                    .param("at", at)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.changedMeanwhile(title, "他人", "刚才");
        }
    }

    void save(
            Actor actor, OffsetDateTime at, long id, String reason, String measures, Map<Long, Monitor.Value> values) {
        jdbc.sql("""
                        update performance.monitor set reason = :reason, measures = :measures, version = version + 1,
                            updated_by = :by, updated_at = :at where id = :id""")
                .param("reason", reason)
                .param("measures", measures)
                .param("by", actor.displayName())
                .param("at", at)
                .param("id", id)
                .update();
        values.forEach((indicator, value) -> jdbc.sql("""
                        insert into performance.monitor_value (monitor_id, indicator_id, actual, expected, reason)
                        values (:id, :indicator, :actual, :expected, :reason)
                        on conflict (monitor_id, indicator_id) do update set actual = excluded.actual,
                            expected = excluded.expected, reason = excluded.reason""")
                .param("id", id)
                .param("indicator", indicator)
                .param("actual", value.actual())
                .param("expected", value.expected())
                .param("reason", value.reason())
                .update());
    }

    /** Keeps the money of the moment; null lets the books be asked anew. */
    void freeze(long id, @Nullable Money money) {
        jdbc.sql("update performance.monitor set money = cast(:money as jsonb) where id = :id")
                .param("money", money == null ? null : json.writeValueAsString(money))
                .param("id", id)
                .update();
    }

    List<WarningRule> rules(int quarter) {
        return jdbc.sql("""
                        select measure, below, level, says from performance.warning_rule
                        where quarter in (0, :quarter) order by code""")
                .param("quarter", quarter)
                .query((row, number) -> new WarningRule(
                        row.getString("measure"),
                        row.getBigDecimal("below"),
                        row.getString("level"),
                        row.getString("says")))
                .list();
    }
}
