package org.tongchou.platform.intake.batch;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The batches in the database. */
@Repository("intakeBatches")
class Batches {
    private static final String SELECT = "select b.* from intake.batch b";
    private static final String ENDED = "('已冲销', '失败', '已作废')";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Map<String, String> SORTABLE = Map.of(
            "createdAt", "b.created_at", "fileName", "b.file_name", "state", "b.state", "kindName", "b.kind_name");

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Batches(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Creates a batch that is to be checked.
     *
     * @param again why the same file is imported a second time; empty to refuse it
     */
    long create(Actor actor, Intake intake, Map<String, String> parameters, StoredFile file, String again) {
        String printed = json.writeValueAsString(parameters);
        Optional<Earlier> earlier = earlier(intake.kind(), file.sha256(), printed);
        if (earlier.isPresent() && again.isEmpty()) {
            throw earlier.get().refusal();
        }
        try {
            return database.sql("""
                            insert into intake.batch (kind, kind_name, parameters, unit_id, file_id, file_name, sha256, same_as,
                                same_reason, state, hands, created_by, created_name, created_at, updated_at)
                            values (:kind, :kindName, :parameters, :unit, :file, :name, :sha, :same,
                                :again, '检查中', array[:who]::bigint[], :who, :whoName, :now, :now) returning id
                            """)
                    .param("kind", intake.kind())
                    .param("kindName", intake.name())
                    .param("parameters", printed)
                    .param("unit", actor.unitId())
                    .param("file", file.id())
                    .param("name", file.name())
                    .param("sha", file.sha256())
                    .param("same", earlier.map(Earlier::id).orElse(null))
                    .param("again", earlier.isPresent() ? again : "")
                    .param("who", actor.userId())
                    .param("whoName", actor.displayName())
                    .param("now", now())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-INT-030", "同一文件正在由他人导入，不能重复导入；请刷新后查看");
        }
    }

    /** The batch of the same file and parameters that is not given up. */
    Optional<Long> find(Intake intake, Map<String, String> parameters, String sha256) {
        return earlier(intake.kind(), sha256, json.writeValueAsString(parameters))
                .map(Earlier::id);
    }

    private record Earlier(long id, String who, String at, String state) {
        Refusal refusal() {
            return Refusal.conflict(
                    "E-INT-030",
                    "同一文件已由" + who + "于 " + at + " 导入（批次 " + id + "，" + state + "）；确需再次导入的，请说明原因，已有的内容不会重复");
        }
    }

    private Optional<Earlier> earlier(String kind, String sha256, String parameters) {
        return database.sql("""
                        select id, created_name as who, state,
                            to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
                        from intake.batch where kind = :kind and sha256 = :sha and parameters = :parameters
                            and state not in\s""" + ENDED + " order by id desc limit 1")
                .param("kind", kind)
                .param("sha", sha256)
                .param("parameters", parameters)
                .query(Earlier.class)
                .optional();
    }

    private static Where scoped(Actor actor) {
        Where where = new Where();
        if (!actor.allUnits()) {
            where.and(
                            "(b.unit_id = any(:units) or b.created_by = :me)",
                            "units",
                            new SqlArrayValue("bigint", actor.unitIds().toArray()))
                    .with("me", actor.userId());
        }
        return where;
    }

    Page<Batch> list(
            Actor actor, @Nullable String kind, @Nullable List<String> states, @Nullable String text, PageQuery page) {
        Where where = scoped(actor)
                .when(kind, "b.kind = :kind", "kind")
                .when(text, "strpos(lower(b.file_name), lower(:text)) > 0", "text");
        if (states != null && !states.isEmpty()) {
            where.and("b.state in (:states)", "states", states);
        }
        return where.page(
                database,
                page,
                "select count(*) from intake.batch b",
                SELECT,
                page.orderBy(SORTABLE, "b.id desc"),
                this::batch);
    }

    /** A batch that the actor sees. */
    Batch get(Actor actor, long id) {
        return found(actor, id, "");
    }

    /** A batch that the actor sees, in one of these states and of this version, held until the end of the transaction. */
    Batch lock(Actor actor, long id, @Nullable Integer version, String act, BatchState... states) {
        Batch batch = found(actor, id, " for update");
        if (!batch.is(states)) {
            throw Refusal.conflict("E-INT-032", "批次 " + id + " 现在是“" + batch.state() + "”，不能" + act + "；请刷新后再操作");
        }
        if (version != null && version != batch.version()) {
            throw Refusal.changedMeanwhile("批次 " + id, "他人或后台任务", "刚才");
        }
        return batch;
    }

    private Batch found(Actor actor, long id, String tail) {
        return scoped(actor)
                .and("b.id = :id", "id", id)
                .query(database, SELECT, tail)
                .query(this::batch)
                .optional()
                .orElseThrow(() -> Refusal.notFound("导入批次 " + id));
    }

    /** A batch whoever sees it, for its own jobs. */
    Optional<Batch> find(long id, boolean lock) {
        return database.sql(SELECT + " where b.id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(this::batch)
                .optional();
    }

    /** Sends a batch to be checked again. */
    void checkAgain(long id, long hand) {
        update("state = '检查中', failure = '', generation = generation + 1", id, Map.of());
        addHand(id, hand);
    }

    /** Notes that somebody uploaded or changed rows. */
    void addHand(long id, long hand) {
        database.sql(
                        "update intake.batch set hands = hands || :who where id = :id and not hands @> array[:who]::bigint[]")
                .param("id", id)
                .param("who", hand)
                .update();
    }

    void setJob(long id, long job) {
        database.sql("update intake.batch set job_id = :job where id = :id")
                .param("id", id)
                .param("job", job)
                .update();
    }

    /** Keeps what the cells of the rows belong to. */
    void setFields(long id, List<String> fields, List<String> ignored) {
        update(
                "fields = :fields, ignored = :ignored",
                id,
                Map.of(
                        "fields",
                        new SqlArrayValue("text", fields.toArray()),
                        "ignored",
                        new SqlArrayValue("text", ignored.toArray())));
    }

    /** Counts the rows anew and says what can be done; false when a later check has taken over. */
    boolean settle(long id, int generation) {
        return database.sql("""
                        update intake.batch b set correct_rows = c.correct, wrong_rows = c.wrong,
                            unchanged_rows = c.unchanged, skipped_rows = c.skipped, posted_rows = c.posted,
                            warned_rows = (select count(distinct p.row_no) from intake.problem p
                                join intake.row r using (batch_id, row_no)
                                where p.batch_id = :id and p.severity = '提醒' and r.state = '正确'),
                            failure = '',
                            state = case when c.wrong = 0 and (c.correct > 0 or c.posted = 0 and c.unchanged > 0) then '可入账'
                                when c.correct = 0 and c.wrong = 0 and c.posted > 0 then '已入账' else '待处理' end,
                            version = b.version + 1, updated_at = :now
                        from (select count(*) filter (where state = '正确') as correct,
                                count(*) filter (where state = '有误') as wrong,
                                count(*) filter (where state = '无变化') as unchanged,
                                count(*) filter (where state = '跳过') as skipped,
                                count(*) filter (where state = '已入账') as posted
                            from intake.row where batch_id = :id) c
                        where b.id = :id and b.generation = :generation and b.state in ('检查中', '待处理', '可入账', '已入账')
                        """)
                        .param("id", id)
                        .param("generation", generation)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** The check failed; the staging is empty. */
    void failed(long id, int generation, String failure) {
        database.sql("""
                        update intake.batch set state = '失败', failure = :failure, correct_rows = 0, wrong_rows = 0,
                            warned_rows = 0, unchanged_rows = 0, skipped_rows = 0, version = version + 1, updated_at = :now
                        where id = :id and generation = :generation and state = '检查中' and posted_rows = 0
                        """)
                .param("id", id)
                .param("generation", generation)
                .param("failure", failure)
                .param("now", now())
                .update();
    }

    void setState(long id, BatchState state, String failure, String reason) {
        update(
                "state = :state, failure = :failure, reason = :reason",
                id,
                Map.of("state", state.printed(), "failure", failure, "reason", reason));
    }

    /** A part was posted: so many rows of it, and so many refused after all. */
    void partPosted(long id, int posted, int rejected) {
        update(
                "parts = parts + 1, posted_rows = posted_rows + :posted, wrong_rows = wrong_rows + :rejected,"
                        + " correct_rows = correct_rows - :posted - :rejected",
                id,
                Map.of("posted", posted, "rejected", rejected));
    }

    /** All good rows are posted. */
    void posted(Actor actor, long id, List<String> notes) {
        update(
                "state = case when wrong_rows = 0 then '已入账' else '待处理' end, failure = '', posted_name = :who,"
                        + " posted_at = :now, notes = :notes",
                id,
                Map.of("who", actor.displayName(), "notes", new SqlArrayValue("text", notes.toArray())));
    }

    /** A part was taken back. */
    void partReversed(long id, int rows) {
        update("parts = parts - 1, posted_rows = posted_rows - :rows", id, Map.of("rows", rows));
    }

    private void update(String what, long id, Map<String, Object> values) {
        database.sql("update intake.batch set " + what + ", version = version + 1, updated_at = :now where id = :id")
                .params(values)
                .param("id", id)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("kind_name"),
                json.readValue(row.getString("parameters"), TEXTS),
                row.getLong("unit_id"),
                row.getLong("file_id"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getObject("same_as", Long.class),
                row.getString("same_reason"),
                texts(row.getArray("fields")),
                texts(row.getArray("ignored")),
                row.getString("state"),
                row.getInt("generation"),
                row.getObject("job_id", Long.class),
                row.getInt("correct_rows"),
                row.getInt("wrong_rows"),
                row.getInt("warned_rows"),
                row.getInt("unchanged_rows"),
                row.getInt("skipped_rows"),
                row.getInt("posted_rows"),
                row.getInt("parts"),
                row.getString("failure"),
                row.getString("reason"),
                texts(row.getArray("notes")),
                Arrays.asList((Long[]) row.getArray("hands").getArray()),
                row.getLong("created_by"),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("posted_name"),
                row.getObject("posted_at", OffsetDateTime.class),
                row.getInt("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
