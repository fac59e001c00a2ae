package org.tongchou.platform.catalogue.version;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Versions of the catalogues. */
@RestController
@Tag(name = "目录版本")
@RequestMapping("/api/catalogue/versions")
class VersionController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("变化", 8),
            Column.text("编码", 30),
            Column.text("级别或人员类别", 16),
            Column.text("名称", 36),
            Column.date("开始日期"),
            Column.date("结束日期"),
            Column.text("字段", 24),
            Column.text("原值", 40),
            Column.text("新值", 40));

    private final Versions versions;
    private final Differences differences;
    private final TypedRows typed;
    private final Jobs jobs;
    private final ListExport export;
    private final JdbcClient database;

    VersionController(
            Versions versions,
            Differences differences,
            TypedRows typed,
            Jobs jobs,
            ListExport export,
            JdbcClient database) {
        this.versions = versions;
        this.differences = differences;
        this.typed = typed;
        this.jobs = jobs;
        this.export = export;
        this.database = database;
    }

    @Requires("catalogue.item.view")
    @GetMapping
    Page<Version> list(Versions.Filter filter, PageQuery page) {
        return versions.list(filter, page);
    }

    @Requires("catalogue.item.view")
    @GetMapping("/{id}")
    Version get(@PathVariable long id) {
        return versions.get(id);
    }

    @Requires("catalogue.version.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Version create(@AuthenticationPrincipal Actor actor, @RequestBody Version.Request request) {
        return versions.begin(actor, request, null);
    }

    /** Adds a row by the titles of its columns. */
    @Requires("catalogue.version.edit")
    @PostMapping("/{id}/rows")
    Version add(@PathVariable long id, @RequestBody Map<String, @Nullable String> row) {
        return typed.add(id, row);
    }

    /** Compares a draft with what holds; answers with the job. */
    @Requires("catalogue.version.edit")
    @PostMapping("/{id}/comparison")
    @Transactional
    public Started compare(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return start(actor, versions.get(id), VersionJob.Step.compare);
    }

    /** Releases a version of somebody else; answers with the job. */
    @Requires("catalogue.version.release")
    @PostMapping("/{id}/release")
    @Transactional
    public Started release(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        Version version = versions.get(id);
        versions.mustBeReleasable(actor, version);
        return start(actor, version, VersionJob.Step.release);
    }

    @Requires("catalogue.version.edit")
    @PostMapping("/{id}/discarding")
    Version discard(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Discarding request) {
        return versions.discard(actor, id, request.reason());
    }

    /** Rows of a draft that are left out because they contradict others, and those with a hint. */
    @Requires("catalogue.item.view")
    @GetMapping("/{id}/problems")
    Page<Contradiction> problems(@PathVariable long id, PageQuery page) {
        String from = " from catalogue.draft_row where version_id = :id and (problem <> '' or warning <> '')";
        long total = database.sql("select count(*)" + from)
                .param("id", id)
                .query(Long.class)
                .single();
        List<Contradiction> rows = database.sql("select line, code, part, name, problem, warning" + from
                        + " order by line limit :rows offset :offset")
                .param("id", id)
                .param("rows", page.rows())
                .param("offset", page.offset())
                .query(Contradiction.class)
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    /** What differs between two released versions of a kind, or between a draft and what holds. */
    @Requires("catalogue.item.view")
    @GetMapping("/differences")
    Page<Change> differences(Differences.Question question, PageQuery page) {
        return differences.page(question, draft(question), page);
    }

    @Requires("catalogue.item.export")
    @GetMapping("/differences/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            Differences.Question question,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Version draft = draft(question);
        List<Change> changes = differences.all(question, draft);
        String title = draft == null
                ? Kinds.get(question.kind()).name() + "目录第" + question.from() + "版至第" + question.to() + "版的变化"
                : Kinds.get(draft.kind()).name() + "目录" + draft.label() + "的变化";
        ListExport.Subject subject =
                new ListExport.Subject("catalogue.version.export", "catalogue.version", "", title, "");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (Change change : changes) {
                List<Change.Field> fields =
                        change.fields().isEmpty() ? List.of(new Change.Field("", "", "")) : change.fields();
                for (Change.Field field : fields) {
                    sink.row(
                            change.act(),
                            change.code(),
                            change.part(),
                            change.name(),
                            change.begins(),
                            change.ends(),
                            field.title(),
                            field.before(),
                            field.after());
                }
            }
        });
    }

    private @Nullable Version draft(Differences.Question question) {
        return question.draft() == null ? null : versions.get(question.draft());
    }

    private Started start(Actor actor, Version version, VersionJob.Step step) {
        String title = (step == VersionJob.Step.compare ? "比对" : "发布") + Versions.named(version);
        return new Started(jobs.submit(
                actor, VersionJob.KIND, title, Map.of("version", Long.toString(version.id()), "step", step.name())));
    }

    /**
     * A job that was begun.
     *
     * @param jobId its id
     */
    public record Started(long jobId) {}

    /**
     * Why a draft is given up.
     *
     * @param reason one sentence
     */
    record Discarding(@Nullable String reason) {}

    /**
     * A row of a draft that contradicts others.
     *
     * @param line its number in the file
     * @param code national code
     * @param part level or person type
     * @param name its name
     * @param problem why it is left out; may be empty
     * @param warning what is odd about it; may be empty
     */
    record Contradiction(int line, String code, String part, String name, String problem, String warning) {}
}
