package org.tongchou.platform.job;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.test.context.TestComponent;

/** Runs jobs when a test wants them to run; the scheduler itself is off in tests. Injected like any bean. */
@TestComponent
public class TestJobs {
    private final JobTable table;
    private final JobRunner runner;

    TestJobs(JobTable table, JobRunner runner) {
        this.table = table;
        this.runner = runner;
    }

    /** Runs every queued job, and those they queue, one after the other in this thread. */
    public void drain() {
        for (List<Long> queued = table.queued(); !queued.isEmpty(); queued = table.queued()) {
            queued.forEach(runner::run);
        }
    }

    /** Runs jobs in the background as the scheduler would, until closed; for tests in a browser. */
    public Background keepDraining() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        var unused = thread.scheduleWithFixedDelay(this::drain, 0, 100, TimeUnit.MILLISECONDS);
        return () -> {
            thread.shutdown();
            try {
                if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("a job does not end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Jobs run until this is closed. */
    @FunctionalInterface
    public interface Background extends AutoCloseable {
        @Override
        void close();
    }
}
