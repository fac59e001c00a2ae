package org.tongchou.platform.accounts.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** The list of documents, each with its latest version. */
@Repository
class DocumentLists {
    private static final Map<String, String> SORTABLE =
            Map.of("year", "d.year", "kind", "d.kind", "state", "v.state", "dueOn", "v.due_on", "unitId", "d.unit_id");

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    DocumentLists(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A document in the list.
     *
     * @param id its id
     * @param unitId the unit
     * @param unitName its name
     * @param year budget year
     * @param kind 预算 or 决算
     * @param rolledUp whether the units below are part of it
     * @param number number of the latest version
     * @param state its state
     * @param next what is to be done next, in Chinese
     * @param approvedOn date of the approval, ISO; null before
     * @param dueOn last day for publication, ISO; null before approval
     * @param overdue whether that day is over and it is not published
     * @param publishedAt when it was published; null before
     * @param updatedBy who changed it last
     * @param updatedAt when
     */
    record DocumentItem(
            long id,
            long unitId,
            String unitName,
            int year,
            String kind,
            boolean rolledUp,
            int number,
            String state,
            String next,
            @Nullable String approvedOn,
            @Nullable String dueOn,
            boolean overdue,
            @Nullable String publishedAt,
            String updatedBy,
            String updatedAt) {}

    /** What the list is narrowed to; null for all. */
    record Filter(
            @Nullable Integer year,
            @Nullable String kind,
            @Nullable Long unitId,
            @Nullable String state) {}

    Page<DocumentItem> list(Actor actor, Filter filter, PageQuery page) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (!actor.allUnits()) {
            conditions.add("d.unit_id = any(:scope)");
            values.put("scope", actor.unitIds().toArray(Long[]::new));
        }
        add(conditions, values, "d.year", "year", filter.year());
        add(conditions, values, "d.kind", "kind", filter.kind());
        add(conditions, values, "d.unit_id", "unit", filter.unitId());
        add(conditions, values, "v.state", "state", filter.state());
        String from =
                """
                 from accounts.document d join accounts.document_version v on v.document_id = d.id
                where v.number = (select max(number) from accounts.document_version l where l.document_id = d.id)
                """ + conditions.stream().map(condition -> " and " + condition).reduce("", String::concat);
        LocalDate today = LocalDate.now(clock);
        long total = jdbc.sql("select count(*)" + from)
                .params(values)
                .query(Long.class)
                .single();
        List<DocumentItem> rows = jdbc.sql("""
                        select d.id, d.unit_id, d.year, d.kind, d.rolled_up, v.number, v.state, v.approved_on, v.due_on,
                            to_char(v.published_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as published,
                            v.updated_by, to_char(v.updated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
                        """
                        + from
                        + page.orderBy(SORTABLE, "d.year desc, d.kind desc, d.unit_id, d.id")
                        + " limit :rows offset :before")
                .params(values)
                .param("rows", page.rows())
                .param("before", page.offset())
                .query((row, at) -> {
                    LocalDate due = row.getObject("due_on", LocalDate.class);
                    String state = row.getString("state");
                    return new DocumentItem(
                            row.getLong("id"),
                            row.getLong("unit_id"),
                            units.get(row.getLong("unit_id")).name(),
                            row.getInt("year"),
                            row.getString("kind"),
                            row.getBoolean("rolled_up"),
                            row.getInt("number"),
                            state,
                            next(state),
                            row.getString("approved_on"),
                            due == null ? null : due.toString(),
                            due != null && state.equals("已批复") && due.isBefore(today),
                            row.getString("published"),
                            row.getString("updated_by"),
                            row.getString("at"));
                })
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    private static void add(
            List<String> conditions, Map<String, Object> values, String column, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            conditions.add(column + " = :" + name);
            values.put(name, value);
        }
    }

    /** What is to be done next in a state. */
    static String next(String state) {
        return switch (state) {
            case "草稿" -> "核对数据、说明原因后提交审核";
            case "已提交审核" -> "审核并登记批复";
            case "已批复" -> "在期限内公开";
            default -> "已锁定，如有差错发起更正";
        };
    }
}
