package org.tongchou.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.platform.Main;
import org.tongchou.platform.database.embedded.EmbeddedPostgres;

/**
 * Kills the application and its database in turn at random moments and looks whether anything is half-done. Three kills; more
 * with {@code -Dtongchou.kills}, other moments with {@code -Dtongchou.seed}.
 */
class KillTest {
    /** What the applications said. */
    private static final Path LOG = Path.of("target", "kills.log");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private Path data;
    private Process application;

    @AfterEach
    void stop() throws Exception {
        if (application != null) {
            application.destroyForcibly().waitFor();
        }
        EmbeddedPostgres.attach(data.resolve("postgres")).ifPresent(EmbeddedPostgres::close);
    }

    @Test
    void nothingIsEverHalfDone() throws Exception {
        int kills = Integer.getInteger("tongchou.kills", 3);
        long seed = Long.getLong("tongchou.seed", 2026);
        Random random = new Random(seed);
        data = Files.createDirectories(folder.resolve("data"));
        start();
        for (int kill = 1; kill <= kills; kill++) {
            Thread.sleep(500 + random.nextInt(3000));
            boolean database = kill % 2 == 0;
            if (database) {
                killDatabase();
            } else {
                application.destroyForcibly().waitFor();
                start();
            }
            long rows = checkInvariants();
            System.out.printf("第 %d 次：杀死%s；已入账 %d 行，没有半途的内容%n", kill, database ? "数据库" : "应用", rows);
        }
        Files.createFile(data.resolve(KilledApplication.QUIET));
        await("jobs end", () -> number("select count(*) from job.job where state in ('queued', 'running')") == 0);
        checkInvariants();
        assertThat(number("select count(*) from job.job where state = 'failed' and error_code <> 'E-JOB-002'"))
                .as("jobs that failed for another reason than having been cut off three times")
                .isZero();
        assertThat(number("select count(*) from job.job where state = 'done'")).isPositive();
        System.out.printf(
                "种子 %d，%d 次；任务完成 %d 个，多次中断后失败 %d 个%n",
                seed,
                kills,
                number("select count(*) from job.job where state = 'done'"),
                number("select count(*) from job.job where state = 'failed'"));
        assertThat(verify()).as("exit code of verify").isZero();
    }

    /** All or nothing, everywhere; the rows posted so far. */
    private long checkInvariants() throws Exception {
        assertThat(number("select count(*) from (select from kills.posted group by job, step having count(*) <> "
                        + KilledApplication.ROWS + ") half"))
                .as("steps with some of their rows")
                .isZero();
        assertThat(number("select count(*) from kills.step s where not exists"
                        + " (select from kills.posted p where p.job = s.job and p.step = s.step)"))
                .as("steps without rows")
                .isZero();
        assertThat(number("select count(*) from job.job j where state = 'done' and " + KilledApplication.STEPS
                        + " <> (select count(*) from kills.step s where s.job = j.id)"))
                .as("finished jobs that lack steps")
                .isZero();
        assertThat(number("select count(*) from kills.submitted s full join job.job j on j.id = s.job"
                        + " where s.job is null or j.id is null"))
                .as("jobs without their submission, or the other way")
                .isZero();
        assertThat(number("select abs((select count(*) from kills.submitted) - (select count(*) from file.stored))"))
                .as("submissions without their file")
                .isZero();
        assertThat(number("select abs((select count(*) from kills.step) - (select count(*) from audit.entry"
                        + " where action = '" + KilledApplication.ACT + "'))"))
                .as("steps without an audit entry, or the other way")
                .isZero();
        return number("select count(*) from kills.posted");
    }

    private void start() throws Exception {
        Files.deleteIfExists(data.resolve(KilledApplication.READY));
        application = java(
                KilledApplication.class,
                "--tongchou.data=" + data,
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn");
        await("application starts", () -> {
            assertThat(application.isAlive()).as("application lives").isTrue();
            return Files.exists(data.resolve(KilledApplication.READY));
        });
    }

    /** Kills the main process of the database; the application is expected to bring it back by itself. */
    private void killDatabase() throws Exception {
        Path pidFile = data.resolve("postgres/data-18/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await("database comes back", () -> {
            try {
                return Files.exists(pidFile)
                        && Long.parseLong(Files.readAllLines(pidFile).get(0).strip()) != pid
                        && connection().isPresent();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private int verify() throws Exception {
        application.destroy();
        application.waitFor();
        return java(Main.class, "verify", "--data", data.toString()).waitFor();
    }

    private static Process java(Class<?> main, String... arguments) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                path,
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
    }

    /** Something that comes true. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(limit);
            Thread.sleep(100);
        }
    }

    private Optional<Connection> connection() {
        return EmbeddedPostgres.attach(data.resolve("postgres")).map(postgres -> {
            try {
                return DriverManager.getConnection(
                        postgres.url(EmbeddedPostgres.DATABASE), EmbeddedPostgres.USER, postgres.password());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = connection().orElseThrow();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
