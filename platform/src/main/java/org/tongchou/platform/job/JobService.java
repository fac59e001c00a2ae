package org.tongchou.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Queues, shows, cancels and repeats jobs. */
@Service
class JobService implements Jobs {
    /** The right to see and handle everybody's jobs. */
    static final String ALL = "job.all";

    private final JobTable table;
    private final JobRunner runner;
    private final Scheduler scheduler;
    private final AuditLog audit;
    private final Clock clock;

    JobService(JobTable table, JobRunner runner, Scheduler scheduler, AuditLog audit, Clock clock) {
        this.table = table;
        this.runner = runner;
        this.scheduler = scheduler;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long submit(Actor actor, String kind, String title, Map<String, String> parameters) {
        if (!runner.knows(kind)) {
            throw new IllegalArgumentException("no handler for jobs of kind " + kind);
        }
        long id = table.insert(actor, kind, title, parameters);
        schedule(id);
        return id;
    }

    Page<Job> list(Actor actor, @Nullable String state, @Nullable String kind, PageQuery page) {
        return table.list(scope(actor), state, kind, page);
    }

    Job get(Actor actor, long id) {
        return table.find(id, scope(actor)).orElseThrow(() -> Refusal.notFound("任务 " + id));
    }

    @Transactional
    public Job cancel(Actor actor, long id) {
        Job job = get(actor, id);
        if (table.requestCancel(id)) {
            afterCommit(() -> runner.cancel(id));
        } else if (!table.cancelled(id, "queued")) {
            throw Refusal.conflict("E-JOB-010", "任务“" + job.title() + "”已经结束，不能取消");
        }
        record(actor, "cancel", "取消", job);
        return get(actor, id);
    }

    @Transactional
    public Job retry(Actor actor, long id) {
        Job job = get(actor, id);
        if (!table.requeue(id)) {
            throw Refusal.conflict("E-JOB-011", "任务“" + job.title() + "”没有失败或取消，不需要重试");
        }
        schedule(id);
        record(actor, "retry", "重试", job);
        return get(actor, id);
    }

    private void record(Actor actor, String act, String words, Job before) {
        audit.record(
                actor,
                "job." + act,
                "job.job",
                Long.toString(before.id()),
                words + "任务：" + before.title(),
                Map.of("state", before.state(), "submittedBy", before.submittedBy()),
                Map.of());
    }

    private void schedule(long id) {
        scheduler.schedule(JobScheduler.task(id, clock.instant()), clock.instant());
        afterCommit(scheduler::triggerCheckForDueExecutions);
    }

    private static void afterCommit(Runnable what) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.run();
            }
        });
    }

    private static @Nullable Long scope(Actor actor) {
        return actor.may(ALL) ? null : actor.userId();
    }
}
