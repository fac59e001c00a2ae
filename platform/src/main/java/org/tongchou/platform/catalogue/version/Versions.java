package org.tongchou.platform.catalogue.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.catalogue.kind.CatalogueRow;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The versions of the catalogues, from draft to release. */
@Service
public class Versions {
    private static final String TYPE = "catalogue.version";
    private static final String SELECT = "select * from catalogue.version v";
    private static final Map<String, String> SORTABLE = Map.of(
            "id",
            "v.id",
            "kind",
            "v.kind",
            "number",
            "v.number",
            "effective",
            "v.effective",
            "releasedAt",
            "v.released_at");

    private final JdbcClient database;
    private final DraftRows drafts;
    private final Comparison comparison;
    private final AuditLog audit;

    Versions(JdbcClient database, DraftRows drafts, Comparison comparison, AuditLog audit) {
        this.database = database;
        this.drafts = drafts;
        this.comparison = comparison;
        this.audit = audit;
    }

    /**
     * Which versions are wanted.
     *
     * @param kind key of the catalogue
     * @param state state
     */
    record Filter(@Nullable String kind, @Nullable String state) {}

    Page<Version> list(Filter filter, PageQuery page) {
        Where where = new Where()
                .when(filter.kind(), "v.kind = :kind", "kind")
                .when(filter.state(), "v.state = :state", "state");
        return where.page(
                database,
                page,
                "select count(*) from catalogue.version v",
                SELECT,
                page.orderBy(SORTABLE, "v.id desc"),
                Version.class);
    }

    /** A version; refuses with 404 when there is none. */
    public Version get(long id) {
        return database.sql(SELECT + " where v.id = :id")
                .param("id", id)
                .query(Version.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("目录版本"));
    }

    /** Whether a kind has a released version. */
    public boolean released(String kind) {
        return database.sql("select exists (select from catalogue.version where kind = :kind and number is not null)")
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    /** The version that the rows of an import go to, if they began to. */
    public Optional<Version> findByBatch(long batch) {
        return database.sql(SELECT + " where v.batch_id = :batch")
                .param("batch", batch)
                .query(Version.class)
                .optional();
    }

    /**
     * Begins a version, to which rows can be added.
     *
     * @param batch the import its rows come with; null when they are typed
     */
    @Transactional
    public Version begin(Actor actor, Version.Request request, @Nullable Long batch) {
        Kind kind = Kinds.get(request.kind());
        LocalDate effective = effective(request.effective());
        long id = database.sql("""
                        insert into catalogue.version (kind, label, source, effective, complete, batch_id, created_by, created_name)
                        values (:kind, :label, :source, :effective, :complete, :batch::bigint, :by, :who) returning id
                        """)
                .param("kind", kind.key())
                .param("label", Given.requiredLine("版本名称", request.label(), 100))
                .param("source", Given.requiredLine("来源", request.source(), 200))
                .param("effective", effective)
                .param("complete", Given.required("是否全量", request.complete()))
                .param("batch", batch)
                .param("by", actor.userId())
                .param("who", actor.displayName())
                .query(Long.class)
                .single();
        Version made = get(id);
        audit.record(actor, "catalogue.version.create", TYPE, Long.toString(id), "新建" + named(made), null, seen(made));
        return made;
    }

    /** The day a version takes effect; refuses days that can only be mistakes. */
    static LocalDate effective(@Nullable LocalDate given) {
        LocalDate effective = Given.required("生效日期", given);
        if (effective.getYear() < 2000 || effective.getYear() > 2098) {
            throw Refusal.field("E-CAT-021", "生效日期", effective.toString(), "2000 年至 2098 年之间的日期");
        }
        return effective;
    }

    /** Adds rows to a draft; what they contradict is found when it is compared. */
    @Transactional
    public void add(long id, List<CatalogueRow> rows) {
        Version version = locked(id);
        must(version, Version.DRAFT, Version.READY);
        drafts.add(id, rows);
        database.sql("update catalogue.version set state = :state where id = :id")
                .param("state", Version.DRAFT)
                .param("id", id)
                .update();
    }

    /** Compares a draft with what holds; then it waits for its release. */
    @Transactional
    public Version compare(Actor actor, long id) {
        Version version = locked(id);
        must(version, Version.DRAFT, Version.READY);
        Version compared = compared(version);
        audit.record(
                actor,
                "catalogue.version.compare",
                TYPE,
                Long.toString(id),
                "比对" + named(version),
                null,
                seen(compared));
        return compared;
    }

    /** Releases a version that somebody else took in. */
    @Transactional
    public Version release(Actor actor, long id) {
        Version version = locked(id);
        mustBeReleasable(actor, version);
        Version current = compared(version);
        if (current.added() + current.changed() + current.ended() == 0) {
            throw Refusal.conflict("E-CAT-024", named(version) + "与现行目录没有差别，不需要发布；可以作废");
        }
        int number = current.base() + 1;
        database.sql("""
                        update catalogue.version set state = '已发布', number = :number, released_by = :by, released_name = :who,
                            released_at = now()
                        where id = :id
                        """)
                .param("number", number)
                .param("by", actor.userId())
                .param("who", actor.displayName())
                .param("id", id)
                .update();
        comparison.release(current, number);
        Version after = get(id);
        audit.record(
                actor,
                "catalogue.version.release",
                TYPE,
                Long.toString(id),
                "发布" + named(version),
                seen(version),
                seen(after));
        return after;
    }

    /** Refuses unless the actor may release the version now. */
    public void mustBeReleasable(Actor actor, Version version) {
        must(version, Version.READY);
        if (version.createdBy() == actor.userId()) {
            throw Refusal.forbidden("不能发布自己导入的目录版本；请另一位目录管理人员复核后发布");
        }
    }

    /** Gives a draft up. */
    @Transactional
    public Version discard(Actor actor, long id, @Nullable String reason) {
        Version version = locked(id);
        must(version, Version.DRAFT, Version.READY);
        database.sql("update catalogue.version set state = '已作废', reason = :reason where id = :id")
                .param("reason", Given.requiredLine("作废原因", reason, 500))
                .param("id", id)
                .update();
        database.sql("delete from catalogue.draft_ending where version_id = :id")
                .param("id", id)
                .update();
        database.sql("delete from catalogue.draft_row where version_id = :id")
                .param("id", id)
                .update();
        Version after = get(id);
        audit.record(
                actor,
                "catalogue.version.discard",
                TYPE,
                Long.toString(id),
                "作废" + named(version),
                seen(version),
                seen(after));
        return after;
    }

    /** Compares under the lock of the kind, so that two drafts of it never compare with the same state. */
    private Version compared(Version version) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:kind, 7))")
                .param("kind", version.kind())
                .query((row, n) -> 0)
                .list();
        Comparison.Counts counts = comparison.compare(version);
        database.sql("""
                        update catalogue.version set state = '待发布', added = :added, changed = :changed, ended = :ended,
                            unchanged = :unchanged, wrong = :wrong, gaps = :gaps, row_count = :rows,
                            base = coalesce((select max(number) from catalogue.version where kind = :kind), 0)
                        where id = :id
                        """)
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("ended", counts.ended())
                .param("unchanged", counts.unchanged())
                .param("wrong", counts.wrong())
                .param("gaps", counts.gaps())
                .param("rows", counts.added() + counts.changed() + counts.unchanged())
                .param("kind", version.kind())
                .param("id", version.id())
                .update();
        return get(version.id());
    }

    private Version locked(long id) {
        return database.sql(SELECT + " where v.id = :id for update")
                .param("id", id)
                .query(Version.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("目录版本"));
    }

    private static void must(Version version, String... states) {
        if (!List.of(states).contains(version.state())) {
            throw Refusal.conflict("E-CAT-022", named(version) + "现在是“" + version.state() + "”，不能这样办理");
        }
    }

    static String named(Version version) {
        return Kinds.get(version.kind()).name() + "目录版本“" + version.label() + "”";
    }

    private static Map<String, ?> seen(Version version) {
        return Map.of(
                "state", version.state(),
                "目录", Kinds.get(version.kind()).name(),
                "来源", version.source(),
                "生效日期", version.effective().toString(),
                "全量", version.complete(),
                "版次", Objects.requireNonNullElse(version.number(), 0),
                "新增", version.added(),
                "变更", version.changed(),
                "终止", version.ended(),
                "有误", version.wrong());
    }
}
