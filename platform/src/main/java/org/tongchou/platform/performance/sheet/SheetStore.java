package org.tongchou.platform.performance.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Sheets and their indicators in the database. */
@Component
public class SheetStore {
    private static final String COLUMNS = """
            s.id, s.year, s.unit_id, s.project_id, s.project_code, s.project_name, s.goal, s.functional_item, s.state,
            s.revision, s.replaces, s.adjust_reason, s.version, s.updated_by, s.updated_at""";

    private final JdbcClient jdbc;

    SheetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sheet within the actor's scope; 404 when there is none. */
    public TargetSheet get(Actor actor, long id) {
        return jdbc.sql("select " + COLUMNS + " from performance.sheet s where s.id = :id")
                .param("id", id)
                .query((row, number) -> sheet(row, List.of()))
                .optional()
                .filter(sheet -> actor.sees(sheet.unitId()))
                .map(sheet -> withLines(List.of(sheet)).get(0))
                .orElseThrow(() -> Refusal.notFound("这张绩效表，它可能已被删除或不在您的数据范围内"));
    }

    /** Approved sheets of units and a year, departments last, with their indicators. */
    public List<TargetSheet> approved(List<Long> unitIds, int year) {
        return withLines(jdbc.sql("select " + COLUMNS + """
                         from performance.sheet s
                        where s.year = :year and s.state = '已批复' and s.unit_id = any(:units)
                        order by s.project_id = 0, s.project_code, s.id""")
                .param("year", year)
                .param("units", array(unitIds))
                .query((row, number) -> sheet(row, List.of()))
                .list());
    }

    /** The approved sheet of a unit and project of another year: by code, else by name without years. */
    public Optional<TargetSheet> sibling(TargetSheet sheet, int year) {
        return jdbc.sql("select " + COLUMNS + """
                         from performance.sheet s
                        where s.year = :year and s.state = '已批复' and s.unit_id = :unit
                          and (s.project_id = 0) = :whole
                          and (:whole or s.project_code = :code
                               or regexp_replace(s.project_name, '(19|20)[0-9]{2}年?度?', '') = :name)
                        order by s.project_code = :code desc, s.id limit 1""")
                .param("year", year)
                .param("unit", sheet.unitId())
                .param("whole", sheet.whole())
                .param("code", sheet.projectCode())
                .param("name", sheet.projectName().replaceAll("(19|20)[0-9]{2}年?度?", ""))
                .query((row, number) -> sheet(row, List.of()))
                .optional()
                .map(found -> withLines(List.of(found)).get(0));
    }

    /** The confirmed actual values of a sheet by indicator name. */
    public Map<String, String> confirmedActuals(long sheetId) {
        Map<String, String> values = new LinkedHashMap<>();
        jdbc.sql("""
                        select i.name, v.actual from performance.evaluation e
                        join performance.evaluation_value v on v.evaluation_id = e.id
                        join performance.indicator i on i.id = v.indicator_id
                        where e.sheet_id = :sheet and e.state = '已确认'""").param("sheet", sheetId).query(row -> {
            values.put(row.getString(1), row.getString(2));
        });
        return values;
    }

    /** Adds a sheet as a draft; refuses when the project already has one that is open or approved. */
    public long add(
            Actor actor,
            OffsetDateTime at,
            int year,
            long unitId,
            long projectId,
            String code,
            String name,
            String functionalItem,
            @Nullable TargetSheet adjusted,
            String reason) {
        Optional<String> open = jdbc.sql("""
                        select state from performance.sheet
                        where year = :year and unit_id = :unit and project_id = :project and state <> '已调整'
                          and (state <> '已批复' or not :adjusting)""")
                .param("year", year)
                .param("unit", unitId)
                .param("project", projectId)
                .param("adjusting", adjusted != null)
                .query(String.class)
                .optional();
        if (open.isPresent()) {
            throw Refusal.conflict("E-PER-030", year + " 年度“" + name + "”已有绩效目标表（" + open.get() + "），不能重复建立");
        }
        return jdbc.sql("""
                        insert into performance.sheet (year, unit_id, project_id, project_code, project_name, goal,
                            functional_item, revision, replaces, adjust_reason, updated_by, updated_at)
                        values (:year, :unit, :project, :code, :name, :goal, :item, :revision, :replaces, :reason, :by, :at)
                        returning id""")
                .param("year", year)
                .param("unit", unitId)
                .param("project", projectId)
                .param("code", code)
                .param("name", name)
                .param("goal", adjusted == null ? "" : adjusted.goal())
                .param("item", functionalItem)
                .param("revision", adjusted == null ? 1 : adjusted.revision() + 1)
                .param("replaces", adjusted == null ? null : adjusted.id())
                .param("reason", reason)
                .param("by", actor.displayName())
                .param("at", at)
                .query(Long.class)
                .single();
    }

    /** Replaces the contents of a draft. */
    public void save(
            Actor actor, OffsetDateTime at, long id, String goal, String functionalItem, List<TargetLine> lines) {
        jdbc.sql("""
                        update performance.sheet set goal = :goal, functional_item = :item, version = version + 1,
                            updated_by = :by, updated_at = :at where id = :id""")
                .param("goal", goal)
                .param("item", functionalItem)
                .param("by", actor.displayName())
                .param("at", at)
                .param("id", id)
                .update();
        jdbc.sql("delete from performance.indicator where sheet_id = :id")
                .param("id", id)
                .update();
        for (int i = 0; i < lines.size(); i++) {
            insert(id, i + 1, lines.get(i));
        }
    }

    private void insert(long sheet, int position, TargetLine line) {
        jdbc.sql("""
                        insert into performance.indicator (sheet_id, position, level1, level2, name, explanation, standard,
                            operator, target, unit, weight, prior, source, binding)
                        values (:sheet, :position, :level1, :level2, :name, :explanation, :standard, :operator, :target,
                            :unit, :weight, :prior, :source, :binding)""")
                .param("sheet", sheet)
                .param("position", position)
                .param("level1", line.level1())
                .param("level2", line.level2())
                .param("name", line.name())
                .param("explanation", line.explanation())
                .param("standard", line.standard())
                .param("operator", line.operator())
                .param("target", line.target())
                .param("unit", line.unit())
                .param("weight", line.weight())
                .param("prior", line.prior())
                .param("source", line.source())
                .param("binding", line.binding())
                .update();
    }

    /** Removes a draft. */
    public void remove(long id) {
        jdbc.sql("delete from performance.step where object = 'sheet' and object_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from performance.sheet where id = :id").param("id", id).update();
    }

    /** Makes sure that a sheet is still the approved one, and keeps it so until the transaction ends. */
    public void holdApproved(TargetSheet sheet) {
        String state = jdbc.sql("select state from performance.sheet where id = :id for share")
                .param("id", sheet.id())
                .query(String.class)
                .single();
        if (!state.equals("已批复")) {
            throw Refusal.conflict("E-PER-058", sheet.title() + "的绩效目标现为“" + state + "”，请刷新后在新的目标上填报");
        }
    }

    /** Marks the revision that a newly approved one adjusts. */
    void replaced(long id) {
        jdbc.sql("update performance.sheet set state = '已调整' where id = :id and state = '已批复'")
                .param("id", id)
                .update();
    }

    /** Whether a sheet has a self-evaluation or a sampled evaluation. */
    public boolean evaluated(long id) {
        return jdbc.sql("""
                        select exists (select 1 from performance.evaluation where sheet_id = :id)
                            or exists (select 1 from performance.review where sheet_id = :id)""").param("id", id).query(Boolean.class).single();
    }

    /** The sheets with their indicators, asked for at once. */
    private List<TargetSheet> withLines(List<TargetSheet> sheets) {
        Map<Long, List<TargetLine>> lines = new HashMap<>();
        jdbc.sql("""
                        select sheet_id, id, level1, level2, name, explanation, standard, operator, target, unit, weight,
                            prior, source, binding
                        from performance.indicator where sheet_id = any(:sheets) order by sheet_id, position""")
                .param("sheets", array(sheets.stream().map(TargetSheet::id).toList()))
                .query(row -> {
                    lines.computeIfAbsent(row.getLong("sheet_id"), id -> new ArrayList<>())
                            .add(line(row));
                });
        return sheets.stream()
                .map(sheet -> sheet.withLines(lines.getOrDefault(sheet.id(), List.of())))
                .toList();
    }

    private static TargetLine line(ResultSet row) throws SQLException {
        return new TargetLine(
                row.getLong("id"),
                row.getString("level1"),
                row.getString("level2"),
                row.getString("name"),
                row.getString("explanation"),
                row.getString("standard"),
                row.getString("operator"),
                row.getString("target"),
                row.getString("unit"),
                row.getBigDecimal("weight"),
                row.getString("prior"),
                row.getString("source"),
                row.getString("binding"));
    }

    private static TargetSheet sheet(ResultSet row, List<TargetLine> lines) throws SQLException {
        long replaces = row.getLong("replaces");
        return new TargetSheet(
                row.getLong("id"),
                row.getInt("year"),
                row.getLong("unit_id"),
                row.getLong("project_id"),
                row.getString("project_code"),
                row.getString("project_name"),
                row.getString("goal"),
                row.getString("functional_item"),
                row.getString("state"),
                row.getInt("revision"),
                replaces == 0 ? null : replaces,
                row.getString("adjust_reason"),
                row.getInt("version"),
                row.getString("updated_by"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                lines);
    }

    /** Ids as PostgreSQL takes them. */
    public static Long[] array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
