package org.tongchou.platform.audit;

import java.text.Collator;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Finds entries. */
@Component
class AuditSearch {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String COLUMNS = """
            e.id, e.happened_at, e.user_name, e.display_name, e.unit_name, e.action, e.object_type, e.object_id,
            e.outcome, e.summary, e.client, e.trace""";

    private static final Map<String, String> SORTABLE =
            Map.of("happenedAt", "e.happened_at", "userName", "e.user_name", "action", "e.action");

    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditNames names;

    AuditSearch(JdbcClient database, JsonMapper json, AuditNames names) {
        this.database = database;
        this.json = json;
        this.names = names;
    }

    /**
     * What is looked for; null and empty mean anything.
     *
     * @param from first day
     * @param to last day
     * @param user part of the sign-in name or of the name
     * @param action beginning of the action's code
     * @param object part of the object's kind or id
     * @param outcome done or refused
     * @param text part of the summary
     */
    record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String user,
            @Nullable String action,
            @Nullable String object,
            @Nullable String outcome,
            @Nullable String text) {
        Filter {
            if (from != null && to != null && from.isAfter(to)) {
                throw Refusal.field("E-AUD-001", "结束日期", to.toString(), "不早于开始日期 " + from);
            }
            if (outcome != null
                    && !outcome.isEmpty()
                    && !List.of("done", "refused").contains(outcome)) {
                throw Refusal.field("E-AUD-002", "结果", outcome, "done 或 refused");
            }
        }
    }

    /** One page, the newest first unless asked otherwise. */
    Page<Row> page(Filter filter, PageQuery query) {
        Where where = where(filter);
        List<Row> rows = database.sql("select " + COLUMNS + " from audit.entry e" + where.sql()
                        + query.orderBy(SORTABLE, "e.id desc") + " limit :limit offset :offset")
                .params(where.values())
                .param("limit", query.rows())
                .param("offset", query.offset())
                .query((row, number) -> row(row))
                .list();
        long total = database.sql("select count(*) from audit.entry e" + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
        return new Page<>(rows, total, query.number(), query.rows());
    }

    /** All that match, the oldest first, one by one. */
    @Transactional(readOnly = true)
    public void forEach(Filter filter, int most, Consumer<Row> consumer) {
        Where where = where(filter);
        database.sql("select " + COLUMNS + " from audit.entry e" + where.sql() + " order by e.id limit " + most)
                .withFetchSize(1000)
                .params(where.values())
                .query((RowCallbackHandler) row -> consumer.accept(row(row)));
    }

    /** One entry with all that is known. */
    Detail get(long id) {
        return database.sql("select " + COLUMNS + ", e.before::text as before, e.after::text as after, l.position,"
                        + " encode(l.hash, 'hex') as hash from audit.entry e left join audit.link l on l.entry_id = e.id"
                        + " where e.id = :id")
                .param("id", id)
                .query((row, number) -> new Detail(
                        row(row),
                        names.state(tree(row.getString("before"))),
                        names.state(tree(row.getString("after"))),
                        row.getObject("position", Long.class),
                        row.getString("hash")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("审计记录"));
    }

    /** The actions that occur, by name. */
    List<Action> actions() {
        return database.sql("""
                        with recursive a as (
                            (select action from audit.entry order by action limit 1)
                            union all
                            select (select e.action from audit.entry e where e.action > a.action order by e.action limit 1)
                            from a where a.action is not null)
                        select action from a where action is not null""").query(String.class).list().stream()
                .map(code -> new Action(code, names.action(code)))
                .sorted(Comparator.comparing(Action::name, Collator.getInstance(Locale.CHINA)))
                .toList();
    }

    private @Nullable Object tree(@Nullable String text) {
        return text == null ? null : json.treeToValue(json.readTree(text), Object.class);
    }

    private Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getLong("id"),
                row.getObject("happened_at", OffsetDateTime.class)
                        .atZoneSameInstant(ZONE)
                        .toLocalDateTime(),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getString("unit_name"),
                row.getString("action"),
                names.action(row.getString("action")),
                row.getString("object_type"),
                names.object(row.getString("object_type")),
                row.getString("object_id"),
                row.getString("outcome"),
                row.getString("summary"),
                row.getString("client"),
                row.getString("trace"));
    }

    private static Where where(Filter filter) {
        StringBuilder sql = new StringBuilder(" where true");
        Map<String, Object> values = new LinkedHashMap<>();
        if (filter.from() != null) {
            sql.append(" and e.happened_at >= :from");
            values.put("from", filter.from().atStartOfDay(ZONE).toOffsetDateTime());
        }
        if (filter.to() != null) {
            sql.append(" and e.happened_at < :to");
            values.put("to", filter.to().plusDays(1).atStartOfDay(ZONE).toOffsetDateTime());
        }
        part(filter.user()).ifPresent(user -> {
            sql.append(" and (e.user_name ilike :user or e.display_name ilike :user)");
            values.put("user", "%" + user + "%");
        });
        part(filter.action()).ifPresent(action -> {
            sql.append(" and e.action like :action");
            values.put("action", action + "%");
        });
        part(filter.object()).ifPresent(object -> {
            sql.append(" and (e.object_type ilike :object or e.object_id ilike :object)");
            values.put("object", "%" + object + "%");
        });
        part(filter.outcome()).ifPresent(outcome -> {
            sql.append(" and e.outcome = :outcome");
            values.put("outcome", outcome);
        });
        part(filter.text()).ifPresent(text -> {
            sql.append(" and e.summary ilike :text");
            values.put("text", "%" + text + "%");
        });
        return new Where(sql.toString(), values);
    }

    private static Optional<String> part(@Nullable String value) {
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(value.strip().replaceAll("([\\\\%_])", "\\\\$1"));
    }

    private record Where(String sql, Map<String, Object> values) {}

    /**
     * An action that can be looked for.
     *
     * @param code its code
     * @param name what it is called
     */
    record Action(String code, String name) {}

    /** An entry in the list. */
    record Row(
            long id,
            java.time.LocalDateTime happenedAt,
            String userName,
            String displayName,
            String unitName,
            String action,
            String actionName,
            String objectType,
            String objectName,
            String objectId,
            String outcome,
            String summary,
            String client,
            String trace) {}

    /**
     * An entry with all that is known.
     *
     * @param entry the entry
     * @param before state before; null for a creation
     * @param after state after; null for a removal
     * @param position place in the chain; null while it waits for sealing
     * @param hash hash of its link
     */
    record Detail(
            Row entry,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable Long position,
            @Nullable String hash) {}
}
