package org.tongchou.platform.performance.monitoring;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetSheet;
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

    /** The monitoring of a sheet and period; one that is not begun when there is none. */
    public Monitor of(long sheetId, int month) {
        return found(List.of(sheetId), month).getOrDefault(sheetId, Monitor.none(sheetId, month));
    }

    /** The monitoring of sheets in a period by id of the sheet; those that are not begun are missing. */
    Map<Long, Monitor> of(List<TargetSheet> sheets, int month) {
        return found(sheets.stream().map(TargetSheet::id).toList(), month);
    }

    private Map<Long, Monitor> found(List<Long> sheetIds, int month) {
        Map<Long, Map<Long, Monitor.Value>> values = new HashMap<>();
        jdbc.sql("""
                        select m.sheet_id, v.indicator_id, v.actual, v.expected, v.reason
                        from performance.monitor m join performance.monitor_value v on v.monitor_id = m.id
                        where m.sheet_id = any(:sheets) and m.until_month = :month""")
                .param("sheets", SheetStore.array(sheetIds))
                .param("month", month)
                .query(row -> {
                    values.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                            .put(
                                    row.getLong(2),
                                    new Monitor.Value(row.getString(3), row.getString(4), row.getString(5)));
                });
        return jdbc
                .sql("""
                        select id, sheet_id, state, reason, measures, money::text as money, version, updated_by, updated_at
                        from performance.monitor where sheet_id = any(:sheets) and until_month = :month""")
                .param("sheets", SheetStore.array(sheetIds))
                .param("month", month)
                .query((row, number) -> new Monitor(
                        row.getLong("id"),
                        row.getLong("sheet_id"),
                        month,
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("measures"),
                        money(row.getString("money")),
                        row.getInt("version"),
                        row.getString("updated_by"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        values.getOrDefault(row.getLong("sheet_id"), Map.of())))
                .list()
                .stream()
                .collect(Collectors.toMap(Monitor::sheetId, monitor -> monitor));
    }

    private @Nullable Money money(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Money.class);
    }

    long begin(Actor actor, OffsetDateTime at, long sheetId, int month, String title) {
        try {
            return jdbc.sql("""
                            insert into performance.monitor (sheet_id, until_month, updated_by, updated_at)
                            values (:sheet, :month, :by, :at) returning id""")
                    .param("sheet", sheetId)
                    .param("month", month)
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

    List<WarningRule> rules(int month) {
        return jdbc.sql("""
                        select measure, below, level, says from performance.warning_rule
                        where until_month in (0, :month) order by code""")
                .param("month", month)
                .query((row, number) -> new WarningRule(
                        row.getString("measure"),
                        row.getBigDecimal("below"),
                        row.getString("level"),
                        row.getString("says")))
                .list();
    }
}
