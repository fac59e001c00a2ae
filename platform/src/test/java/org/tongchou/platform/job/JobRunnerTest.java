package org.tongchou.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

@PlatformTest
class JobRunnerTest {
    @Autowired
    private JobTable table;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void keepsResultAndProgress() {
        Job job = run(run -> {
            assertThat(run.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(run.parameters()).containsEntry("file", "7");
            run.progress(1, 3, "读取");
            run.progress(3, 3, "写入");
            run.result(Map.of("rows", 3, "file", "错误.xlsx"));
        });
        assertThat(job.state()).isEqualTo("done");
        assertThat(job.done()).isEqualTo(3);
        assertThat(job.result()).containsEntry("rows", 3).containsEntry("file", "错误.xlsx");
        assertThat(job.finishedAt()).isNotNull();
    }

    @Test
    void progressIsSeenWhileTheWorkIsNotCommitted() {
        List<String> seen = new ArrayList<>();
        run(run -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            run.progress(5, 10, "第五步");
            Thread other = new Thread(() -> seen.add(get(run.id()).message()));
            other.start();
            join(other);
        }));
        assertThat(seen).containsExactly("第五步");
    }

    @Test
    void tellsRefusalsAndHidesAccidents() {
        Job refused = run(run -> {
            throw Refusal.conflict("E-IMP-001", "文件里没有数据行");
        });
        assertThat(refused.state()).isEqualTo("failed");
        assertThat(refused.errorCode()).isEqualTo("E-IMP-001");
        assertThat(refused.errorMessage()).isEqualTo("文件里没有数据行");
        Job broken = run(run -> {
            throw new IllegalStateException("secret");
        });
        assertThat(broken.errorCode()).isEqualTo("E-JOB-500");
        assertThat(broken.errorMessage()).contains("job-" + broken.id()).doesNotContain("secret");
        Job full = run(run -> {
            throw new java.io.IOException("No space left on device");
        });
        assertThat(full.errorMessage()).contains("磁盘空间不足");
    }

    @Test
    void failsJobsNobodyCanDo() {
        long id = table.insert(Actor.SYSTEM, "unknown", "无人能办", Map.of());
        runner(run -> {}).run(id);
        assertThat(get(id).errorCode()).isEqualTo("E-JOB-001");
    }

    @Test
    void stopsWhenAsked() {
        Job job = run(run -> {
            table.requestCancel(run.id());
            for (int step = 0; step < 100; step++) {
                run.progress(step, 100, "第 " + step + " 步");
                run.stopIfCancelled();
            }
        });
        assertThat(job.state()).isEqualTo("cancelled");
        assertThat(job.done()).isZero();
    }

    @Test
    void runsAgainAfterTheDatabaseWentAwayButNotForEver() {
        JobRunner runner = runner(run -> {
            throw new DataAccessResourceFailureException("gone", new SQLException("gone", "57P01"));
        });
        long id = table.insert(Actor.SYSTEM, "test", "导入", Map.of());
        for (int attempt = 1; attempt <= JobRunner.ATTEMPTS; attempt++) {
            assertThatThrownBy(() -> runner.run(id)).isInstanceOf(JobRunner.TryAgain.class);
            assertThat(get(id).state()).isEqualTo("running");
        }
        runner.run(id);
        assertThat(get(id).state()).isEqualTo("failed");
        assertThat(get(id).errorMessage()).contains("3 次").contains("重试");
    }

    @Test
    void doesNothingToJobsThatEnded() {
        List<Long> runs = new ArrayList<>();
        JobRunner runner = runner(run -> runs.add(run.id()));
        long id = table.insert(Actor.SYSTEM, "test", "导入", Map.of());
        runner.run(id);
        runner.run(id);
        assertThat(runs).containsExactly(id);
    }

    @Test
    void neverRunsTheSameJobTwiceAtOnce() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        JobRunner runner = runner(run -> {
            started.countDown();
            goOn.await();
        });
        long id = table.insert(Actor.SYSTEM, "test", "导入", Map.of());
        Thread first = new Thread(() -> runner.run(id));
        first.start();
        started.await();
        assertThatThrownBy(() -> runner.run(id)).isInstanceOf(JobRunner.TryAgain.class);
        goOn.countDown();
        first.join();
        assertThat(get(id).state()).isEqualTo("done");
        assertThat(get(id).attempts()).isEqualTo(1);
    }

    private Job run(Work work) {
        long id = table.insert(Actor.SYSTEM, "test", "试验", Map.of("file", "7"));
        runner(work).run(id);
        return get(id);
    }

    private Job get(long id) {
        Optional<Job> found = table.find(id, null);
        return found.orElseThrow();
    }

    private JobRunner runner(Work work) {
        return new JobRunner(table, List.of(new Handler(work)), transactions);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a handler under test does. */
    @FunctionalInterface
    interface Work {
        void run(JobRun run) throws Exception;
    }

    /** Does it. */
    record Handler(Work work) implements JobHandler {
        @Override
        public String kind() {
            return "test";
        }

        @Override
        public void run(JobRun run) throws Exception {
            work.run(run);
        }
    }
}
