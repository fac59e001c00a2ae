package org.tongchou.kills;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.Application;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.DataFolder;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.web.Actor;

/** The real application, busy: it queues jobs without end, and each posts batches of rows, an act and a file. */
public final class KilledApplication {
    static final int STEPS = 5;
    static final int ROWS = 20;
    static final String KIND = "kills.post";
    static final String ACT = "kills.step";
    static final String READY = "ready";
    static final String QUIET = "quiet";

    private static final long PAUSE = 250;

    private KilledApplication() {}

    /** Starts it; {@code --tongchou.data} says where. */
    public static void main(String[] arguments) {
        new SpringApplication(Application.class, Work.class).run(arguments);
    }

    /** What keeps it busy. */
    @Configuration(proxyBeanMethods = false)
    static class Work {
        @Bean
        JobHandler poster(JdbcClient jdbc, PlatformTransactionManager transactions, AuditLog audit) {
            return new Poster(jdbc, new TransactionTemplate(transactions), audit);
        }

        @Bean
        ApplicationRunner driver(
                Jobs jobs,
                JdbcClient jdbc,
                PlatformTransactionManager transactions,
                StoredFiles files,
                DataFolder data,
                Environment environment) {
            TransactionTemplate transaction = new TransactionTemplate(transactions);
            return arguments -> {
                jdbc.sql("create schema if not exists kills").update();
                jdbc.sql("create table if not exists kills.submitted (job bigint primary key)")
                        .update();
                jdbc.sql("create table if not exists kills.step (job bigint, step int, primary key (job, step))")
                        .update();
                jdbc.sql("create table if not exists kills.posted (job bigint, step int, part int,"
                                + " primary key (job, step, part))")
                        .update();
                Thread thread = new Thread(() -> drive(jobs, jdbc, transaction, files, data.path()));
                thread.setDaemon(true);
                thread.start();
                Files.writeString(data.path().resolve(READY), environment.getRequiredProperty("local.server.port"));
            };
        }
    }

    private static void drive(
            Jobs jobs, JdbcClient jdbc, TransactionTemplate transaction, StoredFiles files, Path data) {
        while (!Files.exists(data.resolve(QUIET))) {
            try {
                transaction.executeWithoutResult(status -> {
                    long job = jobs.submit(Actor.SYSTEM, KIND, "批量入账", Map.of());
                    jdbc.sql("insert into kills.submitted values (:job)")
                            .param("job", job)
                            .update();
                    store(files, "凭证 " + job);
                });
            } catch (RuntimeException e) {
                // The database is away; later again.
                pause(PAUSE);
            }
            pause(PAUSE);
        }
    }

    private static void store(StoredFiles files, String text) {
        try {
            files.store(Actor.SYSTEM, text + ".txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Posts its steps, each whole or not at all and never twice. */
    record Poster(JdbcClient jdbc, TransactionTemplate transaction, AuditLog audit) implements JobHandler {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void run(JobRun run) {
            for (int step = 1; step <= STEPS; step++) {
                run.stopIfCancelled();
                run.progress(step, STEPS, "第 " + step + " 步");
                int current = step;
                transaction.executeWithoutResult(status -> post(run.id(), current));
            }
            run.result(Map.of("rows", STEPS * ROWS));
        }

        private void post(long job, int step) {
            int fresh = jdbc.sql("insert into kills.step values (:job, :step) on conflict do nothing")
                    .param("job", job)
                    .param("step", step)
                    .update();
            for (int part = 1; part <= ROWS * fresh; part++) {
                jdbc.sql("insert into kills.posted values (:job, :step, :part)")
                        .param("job", job)
                        .param("step", step)
                        .param("part", part)
                        .update();
                pause(1);
            }
            if (fresh == 1) {
                audit.record(Actor.SYSTEM, ACT, "kills.step", job + "/" + step, "批量入账", null, null);
            }
        }
    }
}
