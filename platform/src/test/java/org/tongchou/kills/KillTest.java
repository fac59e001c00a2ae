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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.platform.Main;
import org.tongchou.platform.database.embedded.EmbeddedPostgres;
import org.tongchou.platform.fund.KilledPostings;

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
            String running = running();
            if (database) {
                killDatabase();
            } else {
                application.destroyForcibly().waitFor();
                start();
            }
            checkInvariants();
            System.out.printf("第 %d 次：杀死%s，当时在办 %s；没有半途的内容%n", kill, database ? "数据库" : "应用", running);
        }
        Files.createFile(data.resolve(KilledApplication.QUIET));
        await("everything ends", () -> number("""
                select (select count(*) from job.job where state in ('queued', 'running'))
                    + (select count(*) from accounts.import_batch where state <> '已入账')
                    + (select count(*) from accounts.document_version where state <> '已公开')
                    + (select count(*) from intake.batch where state in ('检查中', '可入账', '入账中') or correct_rows > 0)
                """) == 0);
        checkInvariants();
        assertThat(number("select count(*) from accounts.import_batch"))
                .as("batches posted")
                .isPositive();
        assertThat(number("select count(*) from intake.batch where posted_rows > 0"))
                .as("lists posted")
                .isPositive();
        assertThat(number("select count(distinct kind) from intake.batch where posted_rows > 0"))
                .as("sorts of lists posted")
                .isPositive();
        assertThat(number("select count(*) from kills.posting"))
                .as("runs of dues posted")
                .isPositive();
        assertThat(number("select count(*) from fund.voucher where cause_kind = 'dues'"))
                .as("vouchers of dues")
                .isEqualTo(KilledPostings.VOUCHERS * number("select count(*) from kills.posting"));
        assertThat(number("select count(*) from contribution.declaration where state = '已缴清'"))
                .as("employers' months billed and settled")
                .isPositive();
        assertThat(number("select count(*) from disclosure.publication"))
                .as("versions published")
                .isPositive();
        System.out.printf(
                "种子 %d，%d 次；入账 %d 批 %d 笔，名单 %d 批，保费 %d 次，公开 %d 版；任务完成 %d 个，多次中断后失败 %d 个%n",
                seed,
                kills,
                number("select count(*) from accounts.import_batch"),
                number("select count(*) from accounts.entry where batch_id is not null"),
                number("select count(*) from intake.batch where posted_rows > 0"),
                number("select count(*) from kills.posting"),
                number("select count(*) from disclosure.publication"),
                number("select count(*) from job.job where state = 'done'"),
                number("select count(*) from job.job where state = 'failed'"));
        assertThat(verify()).as("exit code of verify").isZero();
        try (Stream<Path> left = Files.list(data.resolve("files/incoming"))) {
            assertThat(left).as("files half-written").isEmpty();
        }
    }

    private void checkInvariants() throws Exception {
        try (Connection connection = connection().orElseThrow()) {
            Invariants.check(connection, data.resolve("files"));
        }
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

    /** The kinds of the jobs that run. */
    private String running() throws SQLException {
        return query("select coalesce(string_agg(kind, '、' order by kind), '—') from job.job where state = 'running'");
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
        return Long.parseLong(query(sql));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connection().orElseThrow();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
