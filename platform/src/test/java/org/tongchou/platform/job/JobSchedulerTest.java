package org.tongchou.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.DataFolder;
import org.tongchou.platform.web.Actor;

/** The real scheduler, on and off. */
@PlatformTest
class JobSchedulerTest {
    @Autowired
    private AuditLog audit;

    @Autowired
    private JobTable table;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void runsWhatWasCommittedAndForgetsWhatWasNot() throws Exception {
        List<Long> runs = Collections.synchronizedList(new ArrayList<>());
        try (Started started = new Started(run -> runs.add(run.id()))) {
            TransactionTemplate transaction = new TransactionTemplate(transactions);
            Long lost = transaction.execute(status -> {
                status.setRollbackOnly();
                return started.service.submit(Actor.SYSTEM, "test", "撤回", Map.of());
            });
            Long kept = transaction.execute(status -> started.service.submit(Actor.SYSTEM, "test", "提交", Map.of()));
            await(kept, "done");
            assertThat(runs).containsExactly(kept);
            assertThat(table.find(lost, null)).isEmpty();
            assertThat(jdbc.sql("select count(*) from job.scheduled_task")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void takesUpAtOnceWhatItWasKilledIn() throws Exception {
        long id = table.insert(Actor.SYSTEM, "test", "中断", Map.of());
        table.begin(id);
        jdbc.sql("""
                        insert into job.scheduled_task
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('job', :id, now(), true, :name, now(), 2)
                        """)
                .param("id", JobScheduler.task(id, clock.instant()).getId())
                .param("name", "tongchou " + new DataFolder(Path.of("target/test-data")).path())
                .update();
        try (Started started = new Started(run -> run.result(Map.of("again", true)))) {
            await(id, "done");
            assertThat(started.service.get(Actor.SYSTEM, id).attempts()).isEqualTo(2);
        }
    }

    @Test
    void triesAgainWhenTheDatabaseWentAway() throws Exception {
        List<Long> runs = Collections.synchronizedList(new ArrayList<>());
        try (Started started = new Started(run -> {
            runs.add(run.id());
            if (runs.size() == 1) {
                throw new java.sql.SQLException("gone", "08006");
            }
        })) {
            long id = started.service.submit(Actor.SYSTEM, "test", "断开", Map.of());
            await(id, "done");
            assertThat(runs).containsExactly(id, id);
        }
    }

    private void await(long id, String state) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        while (!table.find(id, null).orElseThrow().state().equals(state)) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(50);
        }
        // The scheduler removes its row after the job has told its end.
        while (jdbc.sql("select count(*) from job.scheduled_task")
                        .query(Long.class)
                        .single()
                > 0) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(20);
        }
    }

    /** A scheduler that runs until closed. */
    private final class Started implements AutoCloseable {
        private final TransactionalSubmit service;
        private final SmartLifecycle lifecycle;

        Started(JobRunnerTest.Work work) {
            JobRunner runner = new JobRunner(table, List.of(new JobRunnerTest.Handler(work)), transactions);
            DataFolder data = new DataFolder(Path.of("target/test-data"));
            JobScheduler configuration = new JobScheduler();
            Scheduler scheduler = configuration.scheduler(dataSource, runner, clock, data);
            this.service = new TransactionalSubmit(new JobService(table, runner, scheduler, audit, clock));
            this.lifecycle = configuration.jobLifecycle(scheduler, jdbc, data, true);
            lifecycle.start();
        }

        @Override
        public void close() {
            lifecycle.stop();
        }
    }

    /** The service with the transactions that the container would give it. */
    private final class TransactionalSubmit {
        private final JobService service;

        TransactionalSubmit(JobService service) {
            this.service = service;
        }

        Long submit(Actor actor, String kind, String title, Map<String, String> parameters) {
            return new TransactionTemplate(transactions)
                    .execute(status -> service.submit(actor, kind, title, parameters));
        }

        Job get(Actor actor, long id) {
            return service.get(actor, id);
        }
    }
}
