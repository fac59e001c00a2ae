package org.tongchou.platform.performance.sheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.ProjectMoney;
import org.tongchou.platform.accounts.Projects;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** Lists of sheets, and of projects that have none yet. */
@Component
public class SheetLists {
    private static final Map<String, String> SORTABLE = Map.of(
            "projectCode", "s.project_code",
            "projectName", "s.project_name",
            "state", "s.state",
            "updatedAt", "s.updated_at");

    private final JdbcClient jdbc;
    private final Units units;
    private final Projects projects;

    SheetLists(JdbcClient jdbc, Units units, Projects projects) {
        this.jdbc = jdbc;
        this.units = units;
        this.projects = projects;
    }

    /** A row of the list. */
    public record Row(
            long id,
            int year,
            long unitId,
            String unitName,
            long projectId,
            String projectCode,
            String projectName,
            String state,
            int revision,
            int lines,
            BigDecimal weights,
            String updatedBy,
            Instant updatedAt) {}

    /**
     * What a list is restricted to.
     *
     * @param state one state; all but 已调整 when missing
     * @param text a part of code or name
     */
    public record Filter(
            int year,
            @Nullable Long unitId,
            @Nullable String state,
            @Nullable String text) {}

    /** A page of the sheets within the actor's scope. */
    public Page<Row> page(Actor actor, Filter filter, PageQuery query) {
        String where = """
                 from performance.sheet s
                where s.year = :year and (:all or s.unit_id = any(:scope))
                  and (cast(:unit as bigint) is null or s.unit_id = :unit)
                  and (case when :state = '' then s.state <> '已调整' else s.state = :state end)
                  and (s.project_name ilike :text or s.project_code ilike :text)""";
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("year", filter.year());
        parameters.put("all", actor.allUnits());
        parameters.put("scope", SheetStore.array(actor.unitIds()));
        parameters.put("unit", filter.unitId());
        parameters.put("state", filter.state() == null ? "" : filter.state());
        parameters.put("text", like(filter.text()));
        long total = jdbc.sql("select count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        Map<Long, String> names = unitNames();
        List<Row> rows = jdbc.sql("""
                        select s.id, s.year, s.unit_id, s.project_id, s.project_code, s.project_name, s.state, s.revision,
                            s.updated_by, s.updated_at,
                            (select count(*) from performance.indicator i where i.sheet_id = s.id) as lines,
                            (select coalesce(sum(weight), 0) from performance.indicator i where i.sheet_id = s.id) as weights
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
                        row.getInt("revision"),
                        row.getInt("lines"),
                        row.getBigDecimal("weights"),
                        row.getString("updated_by"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .list();
        return new Page<>(rows, total, query.number(), query.rows());
    }

    /** Years with sheets within the actor's scope, the latest first. */
    public List<Integer> years(Actor actor) {
        return jdbc.sql("""
                        select distinct year from performance.sheet where :all or unit_id = any(:scope)
                        order by year desc""")
                .param("all", actor.allUnits())
                .param("scope", SheetStore.array(actor.unitIds()))
                .query(Integer.class)
                .list();
    }

    /** A project that has no sheet yet. */
    public record Missing(long projectId, String code, String name, long unitId, String unitName, long adjustedFen) {}

    /** Projects of a year within scope that have no sheet, by code. */
    public List<Missing> missing(Actor actor, int year) {
        Set<Long> known = new HashSet<>(
                jdbc.sql("select distinct project_id from performance.sheet where year = :year and project_id <> 0")
                        .param("year", year)
                        .query(Long.class)
                        .list());
        return projects.list(actor, year).stream()
                .filter(project -> !known.contains(project.projectId()))
                .map(project -> new Missing(
                        project.projectId(),
                        project.code(),
                        project.name(),
                        project.unitId(),
                        project.unitName(),
                        project.funds().stream()
                                .mapToLong(ProjectMoney.FundMoney::adjustedFen)
                                .sum()))
                .toList();
    }

    /** Names of all units by id. */
    public Map<Long, String> unitNames() {
        return units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
    }

    /** A part of a text for {@code ilike}, taken literally. */
    public static String like(@Nullable String text) {
        String part = text == null ? "" : text.strip();
        return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
