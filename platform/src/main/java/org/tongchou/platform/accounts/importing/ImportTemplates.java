package org.tongchou.platform.accounts.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Import templates: those that come with the application, and those that people keep for their treasury system. */
@Service
class ImportTemplates {
    private static final String SELECT = """
            select t.id, t.name, t.system, t.version, t.updated_by, t.updated_at, v.mapping
            from accounts.import_template t
            join accounts.import_template_version v on v.template_id = t.id and v.version = t.version
            where t.active\s""";

    private final JdbcClient database;
    private final BatchJson json;
    private final AuditLog audit;
    private final Clock clock;
    private final List<Template> builtIn = builtIn();

    ImportTemplates(JdbcClient database, BatchJson json, AuditLog audit, Clock clock) {
        this.database = database;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A template.
     *
     * @param id its id; null for one that comes with the application
     * @param name its name
     * @param system the system whose exports it reads
     * @param version its newest version
     * @param mapping columns and fields
     * @param updatedBy who changed it last; null for a built-in one
     * @param updatedAt when
     */
    record Template(
            @Nullable Long id,
            String name,
            String system,
            int version,
            Mapping mapping,
            @Nullable String updatedBy,
            @Nullable OffsetDateTime updatedAt) {}

    private record BuiltIn(
            String name,
            String system,
            String kind,
            String moneyUnit,
            boolean ignoreProjectOfBasic,
            Map<String, Given> fields) {}

    private record Given(
            @Nullable List<String> headers,

            @com.fasterxml.jackson.annotation.JsonProperty("default") @Nullable
            String otherwise,

            @Nullable Map<String, String> words) {
        Mapping.Source source() {
            return new Mapping.Source(headers, otherwise, words);
        }
    }

    private static List<Template> builtIn() {
        try (InputStream in = ImportTemplates.class.getResourceAsStream("/imports/templates.yaml")) {
            if (in == null) {
                throw new IllegalStateException("imports/templates.yaml");
            }
            List<Template> templates = new ArrayList<>();
            for (BuiltIn each : YAMLMapper.builder().build().readValue(in, BuiltIn[].class)) {
                Map<String, Mapping.Source> fields = each.fields().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, field -> field.getValue().source()));
                Mapping mapping =
                        new Mapping(each.kind(), "", 1, 1, each.moneyUnit(), each.ignoreProjectOfBasic(), fields);
                mapping.validate();
                templates.add(new Template(null, each.name(), each.system(), 1, mapping, null, null));
            }
            return List.copyOf(templates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** People's own templates by name, then the built-in ones. */
    List<Template> list() {
        List<Template> all = new ArrayList<>(
                database.sql(SELECT + "order by t.name").query(this::template).list());
        all.addAll(builtIn);
        return all;
    }

    /** One of people's own. */
    Template get(long id) {
        return database.sql(SELECT + "and t.id = :id")
                .param("id", id)
                .query(this::template)
                .optional()
                .orElseThrow(() -> Refusal.notFound("导入模板 " + id));
    }

    private Template template(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Template(
                row.getLong("id"),
                row.getString("name"),
                row.getString("system"),
                row.getInt("version"),
                json.mapping(row.getString("mapping")),
                row.getString("updated_by"),
                row.getObject("updated_at", OffsetDateTime.class));
    }

    @Transactional
    public Template create(Actor actor, String name, String system, Mapping mapping) {
        mapping.validate();
        try {
            long id = database.sql("""
                            insert into accounts.import_template (name, system, unit_id, updated_by, updated_at)
                            values (:name, :system, :unit, :who, :now) returning id
                            """)
                    .param("name", name)
                    .param("system", system)
                    .param("unit", actor.unitId())
                    .param("who", actor.displayName())
                    .param("now", OffsetDateTime.now(clock))
                    .query(Long.class)
                    .single();
            keep(actor, id, 1, mapping);
            record(actor, id, "create", "新建导入模板“" + name + "”", 1);
            return get(id);
        } catch (DuplicateKeyException e) {
            throw Refusal.field("E-IMP-070", "模板名称", name, "没有用过的名称");
        }
    }

    private void keep(Actor actor, long id, int version, Mapping mapping) {
        database.sql("""
                        insert into accounts.import_template_version (template_id, version, mapping, created_by, created_at)
                        values (:id, :version, :mapping::jsonb, :who, :now)
                        """)
                .param("id", id)
                .param("version", version)
                .param("mapping", json.write(mapping))
                .param("who", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void record(Actor actor, long id, String action, String summary, int version) {
        audit.record(
                actor,
                "accounts.import.template." + action,
                "accounts.import_template",
                Long.toString(id),
                summary,
                null,
                Map.of("version", version));
    }

    /** Keeps a new version; batches made with older ones stay as they were. */
    @Transactional
    public Template change(Actor actor, long id, int version, String name, String system, Mapping mapping) {
        mapping.validate();
        Template before = own(actor, id);
        try {
            int changed = database.sql("""
                            update accounts.import_template set name = :name, system = :system, version = version + 1,
                                updated_by = :who, updated_at = :now
                            where id = :id and version = :version and active
                            """)
                    .param("id", id)
                    .param("version", version)
                    .param("name", name)
                    .param("system", system)
                    .param("who", actor.displayName())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            if (changed == 0) {
                throw Refusal.changedMeanwhile(
                        "导入模板“" + before.name() + "”",
                        String.valueOf(before.updatedBy()),
                        String.valueOf(before.updatedAt()));
            }
        } catch (DuplicateKeyException e) {
            throw Refusal.field("E-IMP-070", "模板名称", name, "没有用过的名称");
        }
        keep(actor, id, version + 1, mapping);
        record(actor, id, "change", "修改导入模板“" + name + "”", version + 1);
        return get(id);
    }

    /** Takes a template out of use. */
    @Transactional
    public void remove(Actor actor, long id) {
        Template template = own(actor, id);
        database.sql(
                        "update accounts.import_template set active = false, updated_by = :who, updated_at = :now where id = :id")
                .param("id", id)
                .param("who", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .update();
        record(actor, id, "remove", "停用导入模板“" + template.name() + "”", template.version());
    }

    private Template own(Actor actor, long id) {
        long unit = database.sql("select unit_id from accounts.import_template where id = :id and active")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("导入模板 " + id));
        if (unit != actor.unitId()) {
            actor.mustSee(unit);
        }
        return get(id);
    }
}
