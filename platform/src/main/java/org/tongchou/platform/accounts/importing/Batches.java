package org.tongchou.platform.accounts.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.accounts.importing.mapping.ImportKind;
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The batches in the database. */
@Repository
class Batches {
    private static final Map<String, String> SORTABLE = Map.of(
            "createdAt", "b.created_at", "fileName", "b.file_name", "state", "b.state", "correctFen", "b.correct_fen");
    private static final String ENDED = "('已冲销', '失败', '已作废')";

    private final JdbcClient database;
    private final BatchJson json;
    private final Clock clock;

    Batches(JdbcClient database, BatchJson json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Creates a batch that is to be checked; refuses the same content a second time. */
    long create(Actor actor, long bookId, StoredFile file, String template, Mapping mapping) {
        refuseKnown(bookId, file, mapping, 0);
        try {
            return database.sql("""
                            insert into accounts.import_batch (book_id, unit_id, file_id, file_name, sha256, template, mapping,
                                kind, sheet, state, created_by, created_name, created_at, updated_at)
                            values (:book, :unit, :file, :name, :sha, :template, :mapping::jsonb,
                                :kind, :sheet, '检查中', :who, :whoName, :now, :now) returning id
                            """)
                    .param("book", bookId)
                    .param("unit", actor.unitId())
                    .param("file", file.id())
                    .param("name", file.name())
                    .param("sha", file.sha256())
                    .param("template", template)
                    .param("mapping", json.write(mapping))
                    .param("kind", mapping.kind())
                    .param("sheet", mapping.sheet())
                    .param("who", actor.userId())
                    .param("whoName", actor.displayName())
                    .param("now", now())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw sameMoment();
        }
    }

    private void refuseKnown(long bookId, StoredFile file, Mapping mapping, long except) {
        database.sql("""
                        select id, created_name, to_char(created_at, 'YYYY-MM-DD HH24:MI') as at, state
                        from accounts.import_batch
                        where book_id = :book and sha256 = :sha and kind = :kind and sheet = :sheet and id <> :except
                            and state not in\s""" + ENDED)
                .param("book", bookId)
                .param("sha", file.sha256())
                .param("kind", mapping.kind())
                .param("sheet", mapping.sheet())
                .param("except", except)
                .query((row, n) -> Refusal.conflict(
                        "E-IMP-030",
                        "同一文件已由" + row.getString(2) + "于 " + row.getString(3) + " 导入（批次 " + row.getLong(1) + "，"
                                + row.getString(4) + "），不能重复导入；确需重新导入的，请先冲销或作废该批次"))
                .optional()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    private static Refusal sameMoment() {
        return Refusal.conflict("E-IMP-030", "同一文件正在由他人导入，不能重复导入；请刷新后查看");
    }

    /** Batches of the same content in any book that the actor sees, the newest first. */
    List<Batch> withContent(Actor actor, String sha256) {
        return scoped(actor)
                .and("b.sha256 = :sha", "sha", sha256)
                .query(database, SELECT, " order by b.id desc limit 20")
                .query(this::batch)
                .list();
    }

    private static final String SELECT = "select b.* from accounts.import_batch b";

    private static Where scoped(Actor actor) {
        Where where = new Where();
        if (!actor.allUnits()) {
            where.and(
                            "((b.unit_ids || b.unit_id) <@ :units or b.created_by = :me)",
                            "units",
                            new SqlArrayValue("bigint", actor.unitIds().toArray()))
                    .with("me", actor.userId());
        }
        return where;
    }

    Page<Batch> list(
            Actor actor, @Nullable Long bookId, @Nullable List<String> states, @Nullable String text, PageQuery page) {
        Where where = scoped(actor)
                .when(bookId, "b.book_id = :book", "book")
                .when(text, "strpos(lower(b.file_name), lower(:text)) > 0", "text");
        if (states != null && !states.isEmpty()) {
            where.and("b.state in (:states)", "states", states);
        }
        return where.page(
                database,
                page,
                "select count(*) from accounts.import_batch b",
                SELECT,
                page.orderBy(SORTABLE, "b.id desc"),
                this::batch);
    }

    /** A batch that the actor sees. */
    Batch get(Actor actor, long id) {
        return found(actor, id, "");
    }

    /** The same, held until the end of the transaction. */
    Batch lock(Actor actor, long id) {
        return found(actor, id, " for update");
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

    /** Sends a batch to be checked again, perhaps with another file or mapping; tells which check it is. */
    int checkAgain(Batch batch, StoredFile file, Mapping mapping) {
        refuseKnown(batch.bookId(), file, mapping, batch.id());
        try {
            return again(batch.id(), file, mapping);
        } catch (DuplicateKeyException e) {
            throw sameMoment();
        }
    }

    private int again(long id, StoredFile file, Mapping mapping) {
        return database.sql("""
                        update accounts.import_batch set state = '检查中', mapping = :mapping::jsonb, kind = :kind, sheet = :sheet,
                            file_id = :file, file_name = :name, sha256 = :sha, failure = '', generation = generation + 1, version = version + 1, updated_at = :now
                        where id = :id returning generation
                        """)
                .param("id", id)
                .param("file", file.id())
                .param("name", file.name())
                .param("sha", file.sha256())
                .param("mapping", json.write(mapping))
                .param("kind", mapping.kind())
                .param("sheet", mapping.sheet())
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    void setJob(long id, long jobId) {
        database.sql("update accounts.import_batch set job_id = :job where id = :id")
                .param("id", id)
                .param("job", jobId)
                .update();
    }

    void setHeaders(long id, List<String> headers) {
        database.sql("update accounts.import_batch set headers = :headers::jsonb where id = :id")
                .param("id", id)
                .param("headers", json.write(headers))
                .update();
    }

    /** Counts the rows anew and says what can be done; false when a later check has taken over. */
    boolean settle(long id, int generation) {
        return database.sql("""
                        update accounts.import_batch b set
                            correct_rows = c.correct, wrong_rows = c.wrong, skipped_rows = c.skipped, correct_fen = c.fen,
                            warned_rows = (select count(distinct p.row_no) from accounts.import_problem p
                                join accounts.import_row r using (batch_id, row_no)
                                where p.batch_id = :id and p.severity = '提醒' and r.state = '正确'),
                            unit_ids = c.units, failure = '',
                            state = case when c.wrong = 0 and c.correct > 0 then '可入账' else '待处理' end,
                            version = b.version + 1, updated_at = :now
                        from (select count(*) filter (where state = '正确') as correct,
                                count(*) filter (where state = '有误') as wrong,
                                count(*) filter (where state = '跳过') as skipped,
                                coalesce(sum(fen) filter (where state = '正确'), 0) as fen,
                                coalesce(array_agg(distinct unit_id) filter (where unit_id is not null), '{}') as units
                            from accounts.import_row where batch_id = :id) c
                        where b.id = :id and b.generation = :generation and b.state in ('检查中', '待处理', '可入账')
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
                        update accounts.import_batch set state = '失败', failure = :failure, correct_rows = 0, wrong_rows = 0,
                            skipped_rows = 0, warned_rows = 0, correct_fen = 0, version = version + 1, updated_at = :now
                        where id = :id and generation = :generation and state = '检查中'
                        """)
                .param("id", id)
                .param("generation", generation)
                .param("failure", failure)
                .param("now", now())
                .update();
    }

    /** The posting was refused; nothing was posted. */
    void notPosted(long id, String failure) {
        database.sql("""
                        update accounts.import_batch set state = '待处理', failure = :failure, version = version + 1, updated_at = :now
                        where id = :id and state = '入账中'
                        """)
                .param("id", id)
                .param("failure", failure)
                .param("now", now())
                .update();
    }

    void posted(Actor actor, Batch batch, int rows) {
        database.sql("""
                        update accounts.import_batch set state = '已入账', posted_rows = :rows, left_out_rows = wrong_rows,
                            posted_by = :who, posted_at = :now, failure = '', version = version + 1, updated_at = :now
                        where id = :id
                        """)
                .param("id", batch.id())
                .param("rows", rows)
                .param("who", actor.displayName())
                .param("now", now())
                .update();
    }

    void setState(long id, BatchState state, String reason) {
        database.sql("""
                        update accounts.import_batch set state = :state, reason = :reason, generation = generation + 1,
                            version = version + 1, updated_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state.printed())
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Batch batch(ResultSet row, int number) throws SQLException {
        Mapping mapping = json.mapping(row.getString("mapping"));
        ImportKind kind = mapping.importKind();
        return new Batch(
                row.getLong("id"),
                row.getLong("book_id"),
                row.getLong("unit_id"),
                row.getLong("file_id"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getString("template"),
                mapping,
                kind.code(),
                kind.printed(),
                json.texts(row.getString("headers")),
                row.getString("state"),
                row.getInt("generation"),
                row.getObject("job_id", Long.class),
                row.getInt("correct_rows"),
                row.getInt("wrong_rows"),
                row.getInt("skipped_rows"),
                row.getInt("warned_rows"),
                row.getLong("correct_fen"),
                row.getString("failure"),
                row.getObject("posted_rows", Integer.class),
                row.getObject("left_out_rows", Integer.class),
                row.getString("posted_by"),
                row.getObject("posted_at", OffsetDateTime.class),
                row.getString("reason"),
                row.getLong("created_by"),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getInt("version"));
    }
}
