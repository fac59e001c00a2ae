package org.tongchou.platform.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of jobs. A job changes state only from the states that allow it, so that late or repeated news does no harm. */
@Repository
class JobTable {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Map<String, String> SORTABLE =
            Map.of("submittedAt", "submitted_at", "finishedAt", "finished_at", "title", "title", "state", "state");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JobTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a runner needs to know of a job.
     *
     * @param kind which handler does it
     * @param parameters what was submitted
     * @param actor on whose behalf
     * @param attempts runs so far, this one included
     */
    record Work(String kind, Map<String, String> parameters, Actor actor, int attempts) {}

    long insert(Actor actor, String kind, String title, Map<String, String> parameters) {
        return jdbc.sql("""
                        insert into job.job (kind, title, parameters, user_id, submitted_by, submitted_at)
                        values (:kind, :title, :parameters::jsonb, :user, :actor::jsonb, :now)
                        returning id
                        """)
                .param("kind", kind)
                .param("title", title)
                .param("parameters", json.writeValueAsString(parameters))
                .param("user", actor.userId())
                .param("actor", json.writeValueAsString(actor))
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /** Marks the beginning of a run; empty when the job has come to an end already. */
    Optional<Work> begin(long id) {
        return jdbc.sql("""
                        update job.job
                        set state = 'running', attempts = attempts + 1, started_at = :now, message = ''
                        where id = :id and state in ('queued', 'running')
                        returning kind, parameters, submitted_by, attempts
                        """)
                .param("id", id)
                .param("now", now())
                .query((row, number) -> new Work(
                        row.getString("kind"),
                        json.readValue(row.getString("parameters"), TEXTS),
                        json.readValue(row.getString("submitted_by"), Actor.class),
                        row.getInt("attempts")))
                .optional();
    }

    /** Writes down the progress and tells whether the job is to stop. */
    boolean progress(long id, long done, long total, String message) {
        return jdbc.sql("""
                        update job.job set done = :done, total = :total, message = :message
                        where id = :id and state = 'running'
                        returning cancel_requested
                        """)
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .param("message", message)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void finish(long id, long done, long total, Map<String, ?> result) {
        jdbc.sql("""
                        update job.job
                        set state = 'done', done = :done, total = :total, message = '', result = :result::jsonb, finished_at = :now
                        where id = :id and state = 'running'
                        """)
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .param("result", json.writeValueAsString(result))
                .param("now", now())
                .update();
    }

    void fail(long id, String code, String message) {
        jdbc.sql("""
                        update job.job
                        set state = 'failed', error_code = :code, error_message = :message, finished_at = :now
                        where id = :id and state = 'running'
                        """)
                .param("id", id)
                .param("code", code)
                .param("message", message)
                .param("now", now())
                .update();
    }

    /** Ends a job without a result, if it is in the given state. */
    boolean cancelled(long id, String from) {
        return jdbc.sql("""
                                update job.job set state = 'cancelled', cancel_requested = true, finished_at = :now
                                where id = :id and state = :from
                                """)
                        .param("id", id)
                        .param("from", from)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Asks a running job to stop. */
    boolean requestCancel(long id) {
        return jdbc.sql("update job.job set cancel_requested = true where id = :id and state = 'running'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Puts a failed or cancelled job back into the queue. */
    boolean requeue(long id) {
        return jdbc.sql("""
                                update job.job
                                set state = 'queued', attempts = 0, cancel_requested = false, done = 0, total = 0, message = '',
                                    error_code = null, error_message = null, started_at = null, finished_at = null
                                where id = :id and state in ('failed', 'cancelled')
                                """).param("id", id).update() == 1;
    }

    /** Ids of the jobs that wait, in the order of submission. */
    List<Long> queued() {
        return jdbc.sql("select id from job.job where state = 'queued' order by id")
                .query(Long.class)
                .list();
    }

    /** How many jobs there are in each state. */
    Map<String, Long> count() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("select state, count(*) as jobs from job.job group by state")
                .query()
                .listOfRows()
                .forEach(row -> counts.put((String) row.get("state"), (Long) row.get("jobs")));
        return counts;
    }

    /** A job, if the person may see it. */
    Optional<Job> find(long id, @Nullable Long userId) {
        return jdbc.sql("select * from job.job where id = :id and (:user::bigint is null or user_id = :user::bigint)")
                .param("id", id)
                .param("user", userId)
                .query(this::job)
                .optional();
    }

    /** The jobs of a person, or everybody's, the newest first. */
    Page<Job> list(@Nullable Long userId, @Nullable String state, @Nullable String kind, PageQuery page) {
        String where = """
                 from job.job
                where (:user::bigint is null or user_id = :user::bigint)
                  and (:state::text is null or state = :state::text)
                  and (:kind::text is null or kind = :kind::text)
                """;
        Map<String, @Nullable Object> filters = new HashMap<>();
        filters.put("user", userId);
        filters.put("state", state);
        filters.put("kind", kind);
        long total = jdbc.sql("select count(*)" + where)
                .params(filters)
                .query(Long.class)
                .single();
        List<Job> rows = jdbc.sql(
                        "select *" + where + page.orderBy(SORTABLE, "id desc") + " limit :limit offset :offset")
                .params(filters)
                .param("limit", page.rows())
                .param("offset", page.offset())
                .query(this::job)
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    private Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("state"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("message"),
                json.readValue(row.getString("result"), OBJECT),
                row.getString("error_code"),
                row.getString("error_message"),
                json.readTree(row.getString("submitted_by")).path("displayName").asString(""),
                row.getTimestamp("submitted_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                row.getInt("attempts"),
                row.getBoolean("cancel_requested"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
