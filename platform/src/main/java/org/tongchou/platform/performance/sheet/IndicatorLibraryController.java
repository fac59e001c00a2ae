package org.tongchou.platform.performance.sheet;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** 指标库: indicators to pick from. */
@RestController
@RequestMapping("/api/performance/library")
class IndicatorLibraryController {
    private static final Map<String, String> SORTABLE = Map.of("field", "field", "name", "name", "level1", "level1");
    private static final int FIELD = 20;

    private final JdbcClient jdbc;
    private final IndicatorBindings bindings;
    private final FormMoves moves;
    private final AuditLog audit;

    IndicatorLibraryController(JdbcClient jdbc, IndicatorBindings bindings, FormMoves moves, AuditLog audit) {
        this.jdbc = jdbc;
        this.bindings = bindings;
        this.moves = moves;
        this.audit = audit;
    }

    /** An indicator of the library. */
    record Item(
            long id,
            String field,
            String level1,
            String level2,
            String name,
            String explanation,
            String standard,
            String operator,
            String unit,
            String binding,
            String bindingLabel,
            boolean active,
            int version) {}

    private record Kept(String name, boolean active, int version, String updatedBy, OffsetDateTime updatedAt) {}

    /** An indicator as typed. */
    record Input(
            @Nullable Integer version,
            @Nullable String field,
            @Nullable String level1,
            @Nullable String level2,
            @Nullable String name,
            @Nullable String explanation,
            @Nullable String standard,
            @Nullable String operator,
            @Nullable String unit,
            @Nullable String binding,
            @Nullable Boolean active) {}

    @Requires("performance.sheet.view")
    @GetMapping
    Page<Item> list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String level1,
            @RequestParam(defaultValue = "false") boolean all,
            PageQuery query) {
        String where = """
                 from performance.library
                where (name ilike :text or explanation ilike :text or field ilike :text)
                  and (:level = '' or level1 = :level) and (active or :all)""";
        Map<String, Object> parameters =
                Map.of("text", SheetLists.like(text), "level", level1 == null ? "" : level1, "all", all);
        long total = jdbc.sql("select count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Item> items = jdbc.sql("select *" + where
                        + query.orderBy(
                                SORTABLE,
                                "field = '通用' desc, field, array_position(array['成本指标', '产出指标', '效益指标',"
                                        + " '满意度指标'], level1), id")
                        + " limit :rows offset :offset")
                .params(parameters)
                .param("rows", query.rows())
                .param("offset", query.offset())
                .query((row, number) -> new Item(
                        row.getLong("id"),
                        row.getString("field"),
                        row.getString("level1"),
                        row.getString("level2"),
                        row.getString("name"),
                        row.getString("explanation"),
                        row.getString("standard"),
                        row.getString("operator"),
                        row.getString("unit"),
                        row.getString("binding"),
                        row.getString("binding").isEmpty() ? "" : bindings.label(row.getString("binding")),
                        row.getBoolean("active"),
                        row.getInt("version")))
                .list();
        return new Page<>(items, total, query.number(), query.rows());
    }

    @Requires("performance.library.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public SheetController.Made add(@AuthenticationPrincipal Actor actor, @RequestBody Input input) {
        TargetLine line = line(input);
        long id = unique(
                line.name(),
                () -> jdbc.sql("""
                        insert into performance.library (field, level1, level2, name, explanation, standard, operator, unit,
                            binding, updated_by, updated_at)
                        values (:field, :level1, :level2, :name, :explanation, :standard, :operator, :unit, :binding, :by,
                            :at)
                        returning id""")
                        .params(values(actor, input, line))
                        .query(Long.class)
                        .single());
        audit.record(
                actor,
                "performance.library.create",
                "performance.library",
                String.valueOf(id),
                "指标库新增“" + line.name() + "”",
                null,
                Map.of("name", line.name()));
        return new SheetController.Made(id);
    }

    @Requires("performance.library.edit")
    @PutMapping("/{id}")
    @Transactional
    public void change(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Input input) {
        TargetLine line = line(input);
        Kept before = jdbc.sql(
                        "select name, active, version, updated_by, updated_at from performance.library where id = :id for update")
                .param("id", id)
                .query((row, number) -> new Kept(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)))
                .optional()
                .orElseThrow(() -> Refusal.notFound("指标库中的这个指标"));
        if (before.version() != (input.version() == null ? 0 : input.version())) {
            throw moves.changed("指标“" + before.name() + "”", before.updatedBy(), before.updatedAt());
        }
        unique(
                line.name(),
                () -> jdbc.sql("""
                        update performance.library set field = :field, level1 = :level1, level2 = :level2, name = :name,
                            explanation = :explanation, standard = :standard, operator = :operator, unit = :unit,
                            binding = :binding, active = :active, version = version + 1, updated_by = :by,
                            updated_at = :at
                        where id = :id""")
                        .params(values(actor, input, line))
                        .param("active", !Boolean.FALSE.equals(input.active()))
                        .param("id", id)
                        .update());
        audit.record(
                actor,
                "performance.library.save",
                "performance.library",
                String.valueOf(id),
                "指标库修改“" + line.name() + "”",
                Map.of("name", before.name(), "active", before.active()),
                Map.of("name", line.name(), "active", !Boolean.FALSE.equals(input.active())));
    }

    private static <T> T unique(String name, java.util.function.Supplier<T> act) {
        try {
            return act.get();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-PER-040", "指标库中已有同级的“" + name + "”");
        }
    }

    private TargetLine line(Input input) {
        String binding = input.binding() == null ? "" : input.binding();
        return LineRules.read(
                        List.of(new SheetInput.Line(
                                input.level1(),
                                input.level2(),
                                input.name(),
                                input.explanation(),
                                input.standard(),
                                input.operator(),
                                "",
                                input.unit(),
                                BigDecimal.ZERO,
                                "",
                                binding.isEmpty() ? "填报" : "绑定",
                                binding)),
                        bindings.keys())
                .get(0);
    }

    private Map<String, Object> values(Actor actor, Input input, TargetLine line) {
        return Map.ofEntries(
                Map.entry("field", Texts.needed(input.field(), "领域", FIELD)),
                Map.entry("level1", line.level1()),
                Map.entry("level2", line.level2()),
                Map.entry("name", line.name()),
                Map.entry("explanation", line.explanation()),
                Map.entry("standard", line.standard()),
                Map.entry("operator", line.operator()),
                Map.entry("unit", line.unit()),
                Map.entry("binding", line.binding()),
                Map.entry("by", actor.displayName()),
                Map.entry("at", moves.at()));
    }
}
