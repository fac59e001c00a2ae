package org.tongchou.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.platform.database.StartFailure;

/** The embedded server through its life: begun, killed, taken over, refused. */
class EmbeddedPostgresTest {
    @TempDir
    private Path temporary;

    private AutoCloseable toClose = () -> {};

    @AfterEach
    void close() throws Exception {
        toClose.close();
    }

    @Test
    void keepsDataAcrossRestartsEvenInAFolderWithAnOddName() throws Exception {
        Path folder = temporary.resolve("数据 'a' b/postgres");
        EmbeddedPostgres first = start(folder);
        execute(first, "create table t (x int)");
        first.close();
        EmbeddedPostgres second = start(folder, true);
        execute(second, "insert into t values (1)");
        assertThat(setting(second, "fsync")).isEqualTo("on");
        assertThat(setting(second, "data_checksums")).isEqualTo("on");
        assertThat(setting(second, "unix_socket_directories")).isEmpty();
        assertThat(setting(second, "listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting(second, "log_min_error_statement")).isEqualTo("panic");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void asksForThePassword() throws IOException {
        EmbeddedPostgres postgres = start(temporary.resolve("postgres"));
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("postgres"), EmbeddedPostgres.USER, "wrong"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void takesOverAServerThatOutlivedItsApplication() throws Exception {
        Path folder = temporary.resolve("postgres");
        EmbeddedPostgres first = start(folder);
        execute(first, "create table t (x int)");
        EmbeddedPostgres second = start(folder);
        assertThat(second.url("x")).isEqualTo(first.url("x"));
        execute(second, "select * from t");
        assertThat(EmbeddedPostgres.attach(folder)).isPresent();
        second.close();
        assertThat(EmbeddedPostgres.attach(folder)).isEmpty();
    }

    @Test
    void stopsAServerThatDoesNotAnswer() throws Exception {
        Path folder = temporary.resolve("postgres");
        EmbeddedPostgres first = start(folder);
        execute(first, "alter user tongchou password 'somebody changed it'");
        Files.writeString(folder.resolve("data-18/pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        first.close();
        Files.writeString(folder.resolve("data-18/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
        EmbeddedPostgres second = start(folder);
        execute(second, "select 1");
    }

    @Test
    void recoversAfterAllItsProcessesWereKilled() throws Exception {
        Path folder = temporary.resolve("postgres");
        EmbeddedPostgres first = start(folder, true);
        execute(first, "create table t (x int)");
        execute(first, "insert into t select generate_series(1, 1000)");
        killAll(folder);
        assertThat(first.isAlive()).isFalse();
        EmbeddedPostgres second = start(folder);
        assertThat(value(second, "select count(*) from t")).isEqualTo("1000");
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTakenForTheServer() throws Exception {
        Path folder = temporary.resolve("postgres");
        start(folder).close();
        Files.writeString(
                folder.resolve("data-18/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder + "\n0\n5432\n");
        EmbeddedPostgres second = start(folder);
        execute(second, "select 1");
    }

    @Test
    void theSupervisorBringsItBackOnTheSamePort() throws Exception {
        Path folder = temporary.resolve("postgres");
        EmbeddedPostgres postgres = start(folder, true);
        execute(postgres, "create table t (x int)");
        AtomicInteger restarts = new AtomicInteger();
        Supervisor supervisor = new Supervisor(postgres, restarts::incrementAndGet);
        toClose = supervisor;
        for (int round = 1; round <= 2; round++) {
            killMain(folder);
            await(() -> !supervisor.isAvailable());
            await(supervisor::isAvailable);
            assertThat(restarts).hasValue(round);
            execute(postgres, "insert into t values (" + round + ")");
        }
        assertThat(value(postgres, "select count(*) from t")).isEqualTo("2");
    }

    @Test
    void mendsTooOpenPermissions() throws Exception {
        Path folder = temporary.resolve("postgres");
        start(folder).close();
        Files.setPosixFilePermissions(folder.resolve("data-18"), PosixFilePermissions.fromString("rwxrwxrwx"));
        execute(start(folder), "select 1");
    }

    @Test
    void runsAsAnotherUserWhereRootMayNotMakeNamespaces() throws Exception {
        Account.Situation here = Account.Situation.here();
        Path folder = Files.createDirectories(temporary.resolve("postgres"));
        for (Path each : List.of(temporary, folder)) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Account.Situation confined = new Account.Situation(here.uid(), false);
        EmbeddedPostgres first = remember(EmbeddedPostgres.start(folder, false, confined));
        execute(first, "create table t (x int)");
        int owner = (Integer) Files.getAttribute(folder.resolve("data-18"), "unix:uid");
        assertThat(owner == 0).as("data belong to root").isFalse();
        first.close();
        EmbeddedPostgres second = start(folder);
        execute(second, "insert into t values (1)");
    }

    @Test
    void explainsAFolderThatBelongsToSomebodyElse() throws IOException {
        int owner = (Integer) Files.getAttribute(temporary, "unix:uid");
        Account.Situation other = new Account.Situation(owner + 1, false);
        assertThatThrownBy(() -> Account.choose(other, temporary, temporary.resolve("data-18")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("属于用户")
                .hasMessageContaining("--data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"could not write: No space left on device", "磁盘"})
    void explainsAFullDisk(String message) {
        assertThat(EmbeddedPostgres.failure(temporary, new IOException(message)).sentence())
                .contains("磁盘空间不足")
                .contains("300 MB");
    }

    @Test
    void explainsDataThatCannotBeRead() throws Exception {
        Path folder = temporary.resolve("postgres");
        start(folder).close();
        Files.delete(folder.resolve("data-18/global/pg_control"));
        assertThatThrownBy(() -> start(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("内置数据库无法启动")
                .hasMessageContaining("pg_control");
    }

    private EmbeddedPostgres start(Path folder) throws IOException {
        return start(folder, false);
    }

    /** Starts it with the programs that are unpacked already. */
    private EmbeddedPostgres start(Path folder, boolean durable) throws IOException {
        Path programs = Files.createDirectories(folder).resolve("server-18.6");
        if (!Files.exists(programs)) {
            Files.createSymbolicLink(programs, TestPostgres.programs());
        }
        return remember(EmbeddedPostgres.start(folder, durable, Account.Situation.here()));
    }

    private EmbeddedPostgres remember(EmbeddedPostgres postgres) {
        toClose = postgres;
        return postgres;
    }

    private static void killMain(Path folder) throws IOException {
        ProcessHandle.of(new ServerProcesses(folder.toRealPath().resolve("data-18"))
                        .main()
                        .orElseThrow())
                .orElseThrow()
                .destroyForcibly();
    }

    private static void killAll(Path folder) throws Exception {
        ServerProcesses processes = new ServerProcesses(folder.toRealPath().resolve("data-18"));
        for (long pid : processes.all()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        await(() -> {
            try {
                return processes.all().isEmpty();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(5);
        }
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return value(postgres, "show " + name);
    }

    private static String value(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.url(EmbeddedPostgres.DATABASE), EmbeddedPostgres.USER, postgres.password());
    }
}
