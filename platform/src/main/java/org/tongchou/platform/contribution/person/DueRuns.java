package org.tongchou.platform.contribution.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The assessments that were made, and those under way. */
@Component
class DueRuns {
    private final JdbcClient database;
    private final AuditLog audit;
    private final Clock clock;

    DueRuns(JdbcClient database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An assessment.
     *
     * @param id its id
     * @param scheme resident or employee
     * @param period a year or a month
     * @param day whose enrolment and identities count
     * @param county six digits; empty for all
     * @param jobId the job; null when it was not queued
     * @param finished whether it came to its end
     * @param people how many were assessed
     * @param added how many dues are new
     * @param dropped how many unpaid ones hold no more
     * @param refused for how many the policy has no answer
     * @param firstRefusal the first reason
     * @param startedName who started it
     * @param startedAt when
     */
    record DueRun(
            long id,
            String scheme,
            String period,
            LocalDate day,
            String county,
            @Nullable Long jobId,
            boolean finished,
            int people,
            int added,
            int dropped,
            int refused,
            String firstRefusal,
            String startedName,
            OffsetDateTime startedAt) {}

    /** Begins one; within the caller's transaction if there is one. */
    DueRun create(Actor actor, String scheme, @Nullable String period, LocalDate day, String county) {
        String when = Schemes.period(scheme, period);
        long id = database.sql("""
                        insert into contribution.due_run (scheme, period, day, county, started_name, started_at)
                        values (:scheme, :period, :day, :county, :whoName, :now) returning id""")
                .param("scheme", scheme)
                .param("period", when)
                .param("day", day)
                .param("county", county)
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        audit.record(
                actor,
                "contribution.person_due.assess",
                "contribution.person_due",
                Long.toString(id),
                "核定" + when + Schemes.NAMES.get(scheme) + "应缴",
                null,
                Map.of("日期", day.toString(), "区县", county));
        return get(id);
    }

    /** Notes the job that does it. */
    DueRun queued(long id, long job) {
        database.sql("update contribution.due_run set job_id = :job where id = :id")
                .param("job", job)
                .param("id", id)
                .update();
        return get(id);
    }

    DueRun get(long id) {
        return database.sql("select * from contribution.due_run where id = :id")
                .param("id", id)
                .query(DueRun.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这次核定"));
    }

    /** The latest assessments of a scheme. */
    List<DueRun> list(String scheme) {
        return database.sql("select * from contribution.due_run where scheme = :scheme order by id desc limit 20")
                .param("scheme", scheme)
                .query(DueRun.class)
                .list();
    }
}
