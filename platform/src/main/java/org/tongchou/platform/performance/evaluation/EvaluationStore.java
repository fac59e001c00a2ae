package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Self-evaluations in the database. */
@Component
public class EvaluationStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EvaluationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The self-evaluation of a sheet; one that is not begun when there is none. */
    public Evaluation of(long sheetId) {
        return found(List.of(sheetId)).getOrDefault(sheetId, Evaluation.none(sheetId));
    }

    /** The self-evaluations of sheets in their order, asked for at once. */
    public List<Evaluation> of(List<TargetSheet> sheets) {
        Map<Long, Evaluation> found = found(sheets.stream().map(TargetSheet::id).toList());
        return sheets.stream()
                .map(sheet -> found.getOrDefault(sheet.id(), Evaluation.none(sheet.id())))
                .toList();
    }

    private Map<Long, Evaluation> found(List<Long> sheetIds) {
        Map<Long, Map<Long, Evaluation.Value>> values = new HashMap<>();
        jdbc.sql("""
                        select e.sheet_id, v.indicator_id, v.actual, v.share, v.share_reason, v.score, v.score_reason,
                            v.reason
                        from performance.evaluation e join performance.evaluation_value v on v.evaluation_id = e.id
                        where e.sheet_id = any(:sheets)""").param("sheets", SheetStore.array(sheetIds)).query(row -> {
            values.computeIfAbsent(row.getLong("sheet_id"), id -> new HashMap<>())
                    .put(row.getLong("indicator_id"), value(row));
        });
        return jdbc
                .sql("""
                        select id, sheet_id, state, achieved, execution_reason, money::text as money, version, updated_by,
                            updated_at
                        from performance.evaluation where sheet_id = any(:sheets)""")
                .param("sheets", SheetStore.array(sheetIds))
                .query((row, number) -> new Evaluation(
                        row.getLong("id"),
                        row.getLong("sheet_id"),
                        row.getString("state"),
                        row.getString("achieved"),
                        row.getString("execution_reason"),
                        money(row.getString("money")),
                        row.getInt("version"),
                        row.getString("updated_by"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        values.getOrDefault(row.getLong("sheet_id"), Map.of())))
                .list()
                .stream()
                .collect(Collectors.toMap(Evaluation::sheetId, evaluation -> evaluation));
    }

    private static Evaluation.Value value(ResultSet row) throws SQLException {
        return new Evaluation.Value(
                row.getString("actual"),
                row.getBigDecimal("share"),
                row.getString("share_reason"),
                row.getBigDecimal("score"),
                row.getString("score_reason"),
                row.getString("reason"));
    }

    private @Nullable Money money(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Money.class);
    }

    /** Begins one; refuses when somebody else just did. */
    long begin(Actor actor, OffsetDateTime at, long sheetId, String title) {
        try {
            return jdbc.sql("""
                            insert into performance.evaluation (sheet_id, updated_by, updated_at)
                            values (:sheet, :by, :at) returning id""")
                    .param("sheet", sheetId)
                    .param("by", actor.displayName())
                    .param("at", at)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.changedMeanwhile(title + "绩效自评", "他人", "刚才");
        }
    }

    /** Replaces what was typed. */
    void save(
            Actor actor,
            OffsetDateTime at,
            long id,
            String achieved,
            String executionReason,
            Map<Long, Evaluation.Value> values,
            @Nullable BigDecimal total,
            String grade) {
        jdbc.sql("""
                        update performance.evaluation set achieved = :achieved, execution_reason = :reason, total = :total,
                            grade = :grade, version = version + 1, updated_by = :by, updated_at = :at
                        where id = :id""")
                .param("achieved", achieved)
                .param("reason", executionReason)
                .param("total", total)
                .param("grade", grade)
                .param("by", actor.displayName())
                .param("at", at)
                .param("id", id)
                .update();
        values.forEach((indicator, value) -> save(id, indicator, value));
    }

    private void save(long id, long indicator, Evaluation.Value value) {
        jdbc.sql("""
                        insert into performance.evaluation_value (evaluation_id, indicator_id, actual, share, share_reason,
                            score, score_reason, reason)
                        values (:id, :indicator, :actual, :share, :shareReason, :score, :scoreReason, :reason)
                        on conflict (evaluation_id, indicator_id) do update set actual = excluded.actual,
                            share = excluded.share, share_reason = excluded.share_reason, score = excluded.score,
                            score_reason = excluded.score_reason, reason = excluded.reason""")
                .param("id", id)
                .param("indicator", indicator)
                .param("actual", value.actual())
                .param("share", value.share())
                .param("shareReason", value.shareReason())
                .param("score", value.score())
                .param("scoreReason", value.scoreReason())
                .param("reason", value.reason())
                .update();
    }

    /** Keeps what the books and queries said when it was handed in; null lets them be asked anew. */
    void freeze(long id, @Nullable Money money, @Nullable BigDecimal total, String grade) {
        jdbc.sql("""
                        update performance.evaluation set money = cast(:money as jsonb), total = :total, grade = :grade
                        where id = :id""")
                .param("money", money == null ? null : json.writeValueAsString(money))
                .param("total", total)
                .param("grade", grade)
                .param("id", id)
                .update();
    }

    /** Keeps the value of a bound indicator. */
    void bind(long id, long indicator, String actual) {
        jdbc.sql("""
                        insert into performance.evaluation_value (evaluation_id, indicator_id, actual)
                        values (:id, :indicator, :actual)
                        on conflict (evaluation_id, indicator_id) do update set actual = excluded.actual""")
                .param("id", id)
                .param("indicator", indicator)
                .param("actual", actual)
                .update();
    }
}
