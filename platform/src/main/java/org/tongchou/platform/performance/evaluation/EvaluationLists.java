package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.performance.sheet.SheetLists;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** Lists of self-evaluations. */
@Component
public class EvaluationLists {
    private static final Map<String, String> SORTABLE = Map.of(
            "projectCode", "s.project_code", "projectName", "s.project_name", "state", "state", "total", "e.total");

    private final JdbcClient jdbc;
    private final SheetLists sheets;

    EvaluationLists(JdbcClient jdbc, SheetLists sheets) {
        this.jdbc = jdbc;
        this.sheets = sheets;
    }

    /**
     * A row: an approved sheet with its self-evaluation.
     *
     * @param typed indicators whose values are typed and so need evidence
     * @param proven those of them with evidence
     */
    public record Row(
            long sheetId,
            int year,
            long unitId,
            String unitName,
            long projectId,
            String projectCode,
            String projectName,
            String state,
            int lines,
            int filled,
            int typed,
            int proven,
            @Nullable BigDecimal total,
            String grade) {}

    /** A page of the self-evaluations within the actor's scope. */
    public Page<Row> page(
            Actor actor,
            int year,
            @Nullable Long unitId,
            @Nullable String state,
            @Nullable String text,
            PageQuery query) {
        String where = """
                 from performance.sheet s left join performance.evaluation e on e.sheet_id = s.id
                where s.year = :year and s.state = '已批复' and (:all or s.unit_id = any(:scope))
                  and (cast(:unit as bigint) is null or s.unit_id = :unit)
                  and (:state = '' or coalesce(e.state, '未开始') = :state)
                  and (s.project_name ilike :text or s.project_code ilike :text)""";
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("year", year);
        parameters.put("all", actor.allUnits());
        parameters.put("scope", SheetStore.array(actor.unitIds()));
        parameters.put("unit", unitId);
        parameters.put("state", state == null ? "" : state);
        parameters.put("text", SheetLists.like(text));
        long total = jdbc.sql("select count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        Map<Long, String> names = sheets.unitNames();
        List<Row> rows = jdbc.sql("""
                        select s.id, s.year, s.unit_id, s.project_id, s.project_code, s.project_name,
                            coalesce(e.state, '未开始') as state, e.total, coalesce(e.grade, '') as grade,
                            (select count(*) from performance.indicator i where i.sheet_id = s.id) as lines,
                            (select count(*) from performance.evaluation_value v
                                where v.evaluation_id = e.id and v.actual <> '') as filled,
                            (select count(*) from performance.indicator i
                                where i.sheet_id = s.id and i.source = '填报') as typed,
                            (select count(distinct f.indicator_id) from performance.evidence f
                                join performance.indicator i on i.id = f.indicator_id
                                where f.evaluation_id = e.id and f.removed_at is null and i.source = '填报') as proven
                        """
                        + where
                        + query.orderBy(SORTABLE, "s.project_id = 0 desc, s.project_code, s.id")
                        + " limit :rows offset :offset")
                .params(parameters)
                .param("rows", query.rows())
                .param("offset", query.offset())
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getInt("year"),
                        row.getLong("unit_id"),
                        names.getOrDefault(row.getLong("unit_id"), ""),
                        row.getLong("project_id"),
                        row.getString("project_code"),
                        row.getString("project_name"),
                        row.getString("state"),
                        row.getInt("lines"),
                        row.getInt("filled"),
                        row.getInt("typed"),
                        row.getInt("proven"),
                        row.getBigDecimal("total"),
                        row.getString("grade")))
                .list();
        return new Page<>(rows, total, query.number(), query.rows());
    }
}
