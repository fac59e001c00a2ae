package org.tongchou.kills;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.Application;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.document.KilledDocuments;
import org.tongchou.platform.accounts.importing.KilledImports;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.contribution.KilledMonths;
import org.tongchou.platform.database.DataFolder;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.fund.KilledPostings;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.TestPeople;
import org.tongchou.platform.intake.batch.KilledLists;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/**
 * The real application, busy without end: files of payments and lists of people, institutions, catalogues and bank
 * lines are imported, a document goes from draft to publication, dues are posted into the ledger and personal accounts,
 * months of employers are declared and billed, and queued jobs post batches of rows, an act and
 * a file.
 */
public final class KilledApplication {
    static final int STEPS = 5;
    static final int ROWS = 20;
    static final String KIND = "kills.post";
    static final String ACT = "kills.step";
    static final String READY = "ready";
    static final String QUIET = "quiet";

    private static final Logger LOG = LoggerFactory.getLogger(KilledApplication.class);
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
                AutowireCapableBeanFactory beans,
                Jobs jobs,
                JdbcClient jdbc,
                PlatformTransactionManager transactions,
                StoredFiles files,
                DataFolder data,
                Environment environment) {
            TransactionTemplate transaction = new TransactionTemplate(transactions);
            return arguments -> {
                KilledImports imports = beans.createBean(KilledImports.class);
                KilledDocuments documents = beans.createBean(KilledDocuments.class);
                KilledLists lists = beans.createBean(KilledLists.class);
                KilledPostings postings = beans.createBean(KilledPostings.class);
                KilledMonths months = beans.createBean(KilledMonths.class);
                if (!jdbc.sql("select exists (select from pg_namespace where nspname = 'kills')")
                        .query(Boolean.class)
                        .single()) {
                    transaction.executeWithoutResult(status -> {
                        create(beans, jdbc, documents);
                        lists.create(
                                beans.getBean(TestPeople.class),
                                beans.getBean(Region.class),
                                beans.getBean(Units.class).all().get(0).id());
                        months.create();
                    });
                }
                long document = number(jdbc, "select document from kills.setting");
                long book = number(jdbc, "select book from kills.setting");
                Path quiet = data.path().resolve(QUIET);
                drive(quiet, more -> more && submit(jobs, jdbc, transaction, files));
                drive(quiet, more -> imports.step(book, more));
                drive(quiet, more -> documents.step(document, more));
                drive(quiet, lists::step);
                drive(quiet, postings::step);
                drive(quiet, months::step);
                Files.writeString(data.path().resolve(READY), environment.getRequiredProperty("local.server.port"));
            };
        }
    }

    /** A bureau with a document, and a book of another year to import into. */
    private static void create(AutowireCapableBeanFactory beans, JdbcClient jdbc, KilledDocuments documents) {
        for (String statement : List.of(
                "create schema kills",
                "create table kills.setting (document bigint, book bigint)",
                "create table kills.import (batch bigint primary key, rows int, fen bigint)",
                "create table kills.posting (id int primary key)",
                "create table kills.submitted (job bigint primary key)",
                "create table kills.step (job bigint, step int, primary key (job, step))",
                "create table kills.posted (job bigint, step int, part int, primary key (job, step, part))")) {
            jdbc.sql(statement).update();
        }
        Books books = beans.getBean(Books.class);
        long document = documents.create(beans);
        Book given = books.list(BookFixture.CLERK).get(0);
        Book book = books.open(BookFixture.CLERK, given.bureauId(), given.year() + 1);
        jdbc.sql("insert into kills.setting values (:document, :book)")
                .param("document", document)
                .param("book", book.id())
                .update();
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** A duty: does its next step, beginning anew if it is to do more, and says whether anything is left. */
    @FunctionalInterface
    private interface Duty {
        boolean step(boolean more) throws IOException;
    }

    /** Repeats a duty; when all is to be quiet, to its end. */
    private static void drive(Path quiet, Duty duty) {
        Thread thread = new Thread(() -> {
            boolean left = true;
            while (left) {
                try {
                    left = duty.step(!Files.exists(quiet));
                } catch (IOException | RuntimeException e) {
                    // The database is away; later again.
                    LOG.warn("cut off: {}", e.toString());
                }
                pause(PAUSE);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a job when none waits, so that the other duties get their turn. */
    private static boolean submit(Jobs jobs, JdbcClient jdbc, TransactionTemplate transaction, StoredFiles files) {
        if (number(jdbc, "select count(*) from job.job where kind = '" + KIND + "' and state in ('queued', 'running')")
                > 0) {
            return true;
        }
        transaction.executeWithoutResult(status -> {
            long job = jobs.submit(Actor.SYSTEM, KIND, "批量入账", Map.of());
            jdbc.sql("insert into kills.submitted values (:job)")
                    .param("job", job)
                    .update();
            store(files, "凭证 " + job);
        });
        return true;
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
