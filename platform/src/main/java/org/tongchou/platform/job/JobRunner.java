package org.tongchou.platform.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.web.DatabaseTrouble;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.RequestId;

/** Runs one job: finds its handler, keeps its state, tells its end. */
@Component
class JobRunner {
    /** Runs that may be cut off before a job counts as failed. */
    static final int ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobTable table;
    private final Map<String, JobHandler> handlers;
    private final TransactionTemplate own;
    private final Map<Long, RunningJob> running = new ConcurrentHashMap<>();

    JobRunner(JobTable table, List<JobHandler> handlers, PlatformTransactionManager transactions) {
        this.table = table;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Thrown when the run was cut off and is to be tried again. */
    static final class TryAgain extends RuntimeException {
        private static final long serialVersionUID = 1;

        TryAgain(String reason, Exception cause) {
            super(reason, cause);
        }

        TryAgain(String reason) {
            super(reason);
        }
    }

    /** Whether somebody knows how to do this kind of work. */
    boolean knows(String kind) {
        return handlers.containsKey(kind);
    }

    /** Asks a run of this process to stop, without waiting for its next look at the table. */
    void cancel(long id) {
        Optional.ofNullable(running.get(id)).ifPresent(RunningJob::cancel);
    }

    /**
     * Runs a job to its end.
     *
     * @throws TryAgain when the database went away meanwhile, or the job still runs in this process
     */
    void run(long id) {
        Work taken = new Work(id);
        if (running.containsKey(id)) {
            throw new TryAgain("job " + id + " is still running");
        }
        MDC.put(RequestId.KEY, "job-" + id);
        try {
            Optional.ofNullable(own.execute(status -> table.begin(id)))
                    .flatMap(Function.identity())
                    .ifPresent(taken::run);
        } finally {
            running.remove(id);
            MDC.remove(RequestId.KEY);
        }
    }

    /** One run from its beginning to its end. */
    private final class Work {
        private final long id;

        Work(long id) {
            this.id = id;
        }

        void run(JobTable.Work work) {
            JobHandler handler = handlers.get(work.kind());
            if (handler == null) {
                end(() -> table.fail(id, "E-JOB-001", "没有能办理“" + work.kind() + "”的程序，任务无法执行；请联系系统管理员"));
            } else if (work.attempts() > ATTEMPTS) {
                end(() -> table.fail(id, "E-JOB-002", "任务连续 " + ATTEMPTS + " 次因应用或数据库中途停止而中断，已不再自动重试；请查明原因后点“重试”"));
            } else {
                RunningJob job = new RunningJob(
                        id,
                        work,
                        (done, total, message) ->
                                Boolean.TRUE.equals(own.execute(status -> table.progress(id, done, total, message))),
                        System::nanoTime);
                running.put(id, job);
                handle(handler, job);
            }
        }

        private void handle(JobHandler handler, RunningJob job) {
            try {
                job.stopIfCancelled();
                handler.run(job);
            } catch (RunningJob.Cancelled e) {
                end(() -> table.cancelled(id, "running"));
                return;
            } catch (Refusal e) {
                end(() -> table.fail(id, e.code(), String.valueOf(e.getMessage())));
                return;
            } catch (Exception e) {
                fail(handler.kind(), e);
                return;
            }
            end(() -> table.finish(id, job.done(), job.total(), job.result()));
        }

        private void fail(String kind, Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new TryAgain("interrupted", e);
            }
            DatabaseTrouble trouble = DatabaseTrouble.of(e);
            if (trouble == DatabaseTrouble.AWAY) {
                throw new TryAgain("database went away", e);
            }
            LOG.error("job {} ({}) failed", id, kind, e);
            if (trouble == DatabaseTrouble.FULL
                    || String.valueOf(e.getMessage()).contains("No space left on device")) {
                end(() -> table.fail(id, "E-JOB-507", "磁盘空间不足，任务没有完成；请清理磁盘后点“重试”"));
            } else {
                end(() -> table.fail(id, "E-JOB-500", "系统内部错误，任务没有完成；请把编号 job-" + id + " 告诉系统管理员"));
            }
        }

        private void end(Runnable change) {
            own.executeWithoutResult(status -> change.run());
        }
    }
}
