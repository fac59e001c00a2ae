package org.tongchou.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.tongchou.platform.database.DataFolder;

/** The scheduler that hands due jobs to the runner; it takes part in the caller's transaction when a job is queued. */
@Configuration(proxyBeanMethods = false)
class JobScheduler {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");
    private static final int THREADS = 2;
    private static final Duration POLLING = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** What the scheduler knows of a job: its id, and when it was queued, as it may be queued again. */
    static TaskInstance<Void> task(long id, Instant queued) {
        return TASK.instance(id + "@" + queued).build();
    }

    @Bean
    Scheduler scheduler(DataSource dataSource, JobRunner runner, Clock clock, DataFolder data) {
        OneTimeTask<Void> task = Tasks.oneTime(TASK)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .execute((instance, context) -> runner.run(idOf(instance.getId())));
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName("job.scheduled_task")
                .schedulerName(new SchedulerName.Fixed(name(data)))
                .threads(THREADS)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .failureLogging(LogLevel.WARN, false)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    private static long idOf(String instance) {
        return Long.parseLong(instance.substring(0, instance.indexOf('@')));
    }

    /** Starts and stops the scheduler with the application. */
    @Bean
    SmartLifecycle jobLifecycle(
            Scheduler scheduler,
            JdbcClient jdbc,
            DataFolder data,
            @Value("${tongchou.run-jobs:true}") boolean enabled) {
        return new Lifecycle(scheduler, jdbc, name(data), enabled);
    }

    /** The same after every start: nobody else runs on this data directory. */
    private static String name(DataFolder data) {
        return "tongchou " + data.path();
    }

    /** Before anything else, frees the jobs that this installation was running when it was killed. */
    private static final class Lifecycle implements SmartLifecycle {
        private final Scheduler scheduler;
        private final JdbcClient jdbc;
        private final String name;
        private final boolean enabled;
        private boolean running;

        Lifecycle(Scheduler scheduler, JdbcClient jdbc, String name, boolean enabled) {
            this.scheduler = scheduler;
            this.jdbc = jdbc;
            this.name = name;
            this.enabled = enabled;
        }

        @Override
        public void start() {
            jdbc.sql("""
                            update job.scheduled_task
                            set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                            where picked and picked_by = :name
                            """).param("name", name).update();
            scheduler.start();
            running = true;
        }

        @Override
        public void stop() {
            scheduler.stop();
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public boolean isAutoStartup() {
            return enabled;
        }
    }
}
