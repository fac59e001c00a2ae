package org.tongchou.platform.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.platform.database.DatabaseServer;
import org.tongchou.platform.database.DatabaseSettings;
import org.tongchou.platform.database.Migrations;
import org.tongchou.platform.database.StartFailure;
import org.tongchou.platform.database.embedded.EmbeddedPostgres;

/** The drill: back up what serves, restore into nothing, find everything again; and all that must be refused. */
class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final String FILE = "files/ab/cdef" + "0".repeat(58);

    @TempDir
    private static Path folder;

    private static Path data;
    private static Path backup;
    private static DatabaseServer server;
    private static Manifest manifest;

    @BeforeAll
    static void backUpWhatServes() throws Exception {
        System.setProperty(EmbeddedPostgres.FAST, "true");
        data = folder.resolve("data");
        server = DatabaseServer.start(settings(data));
        Migrations.run(server.pool());
        execute("""
                insert into job.job (kind, title, parameters, user_id, submitted_by, submitted_at)
                select 'test', case n % 4 when 0 then '' when 1 then '引号 "x"，逗号' when 2 then E'两行\\n文字' else '\\N' end,
                       jsonb_build_object('n', n), n, '{"displayName": "张"}', timestamptz '2026-01-01 08:00+08' + n * interval '1.5 s'
                from generate_series(1, 2000) n
                """);
        execute("insert into file.stored (sha256, name, media_type, size, created_by, created_at)"
                + " values (repeat('a', 64), '决算.xlsx', 'x', 3, 'u', now())");
        execute("delete from job.job where id = 2000");
        Files.createDirectories(data.resolve(FILE).getParent());
        Files.writeString(data.resolve(FILE), "内容");
        Files.createDirectories(data.resolve("files/incoming"));
        Files.writeString(data.resolve("files/incoming/half"), "x");
        Files.writeString(data.resolve("secret.key"), "key");
        backup = folder.resolve("backup.zip");
        manifest = Backups.write(beside(data), backup, NOW);
    }

    @AfterAll
    static void stop() {
        server.close();
        System.clearProperty(EmbeddedPostgres.FAST);
    }

    @Test
    void restoresEveryTableAndFileAsItWas() throws Exception {
        Path target = folder.resolve("restored");
        assertThat(Backups.check(backup)).isEqualTo(manifest);
        assertThat(manifest.rows()).isGreaterThanOrEqualTo(2000);
        assertThat(Backups.restore(settings(target), backup)).isEqualTo(manifest);
        assertThat(target.resolve(FILE)).hasContent("内容");
        assertThat(target.resolve("secret.key")).hasContent("key");
        assertThat(target.resolve("files/incoming")).doesNotExist();
        assertThat(target.resolve("restoring")).doesNotExist();
        Map<String, String> expected = new TreeMap<>();
        manifest.tables().forEach(table -> expected.put(table.name(), table.sm3()));
        try (DatabaseServer restored = DatabaseServer.start(settings(target))) {
            assertThat(digests(restored)).isEqualTo(expected);
            Migrations.run(restored.pool());
            try (Connection connection = restored.pool().getConnection();
                    Statement statement = connection.createStatement()) {
                var row = statement.executeQuery("insert into job.job (kind, title, parameters, user_id, submitted_by,"
                        + " submitted_at) values ('a', 'b', '{}', 1, '{}', now()) returning id");
                row.next();
                assertThat(row.getLong(1))
                        .as("the id of a deleted row is not given again")
                        .isEqualTo(2001);
                assertThat(triggers(connection))
                        .isEqualTo(triggers(server.pool().getConnection()));
            }
        }
    }

    @Test
    void worksBesideAnApplicationWithAnExternalServer() throws Exception {
        execute("create database served");
        execute("create database empty");
        Path served = folder.resolve("served");
        Path file = folder.resolve("external.zip");
        try (DatabaseServer application = DatabaseServer.start(external("served", served, false))) {
            Migrations.run(application.pool());
            assertThatThrownBy(() -> DatabaseServer.start(external("served", served, false)))
                    .hasMessageContaining("正被另一个统筹程序使用");
            Files.createDirectories(served.resolve(FILE).getParent());
            Files.writeString(served.resolve(FILE), "外部");
            Manifest written = Backups.write(external("served", served, true), file, NOW);
            Path restored = folder.resolve("restored-external");
            assertThat(Backups.restore(external("empty", restored, true), file)).isEqualTo(written);
            assertThat(restored.resolve(FILE)).hasContent("外部");
            assertThatThrownBy(() -> Backups.restore(external("empty", folder.resolve("again"), true), file))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("空");
            try (DatabaseServer copy = DatabaseServer.start(external("empty", restored, false))) {
                assertThat(digests(copy)).isEqualTo(digests(application));
            }
        }
    }

    @Test
    void isConsistentWhileOthersWrite() throws Exception {
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                execute("with j as (insert into job.job (kind, title, parameters, user_id, submitted_by, submitted_at)"
                        + " values ('pair', 'x', '{}', 1, '{}', now()) returning id)"
                        + " insert into file.stored (sha256, name, media_type, size, created_by, created_at)"
                        + " select repeat('b', 64), 'pair', 'x', 1, 'u', now() from j");
            }
        });
        writer.start();
        Path file = folder.resolve("meanwhile.zip");
        Backups.write(beside(data), file, NOW);
        writer.join();
        Path target = folder.resolve("meanwhile");
        Backups.restore(settings(target), file);
        try (DatabaseServer restored = DatabaseServer.start(settings(target));
                Connection connection = restored.pool().getConnection();
                Statement statement = connection.createStatement()) {
            var row = statement.executeQuery("select (select count(*) from job.job where kind = 'pair'),"
                    + " (select count(*) from file.stored where name = 'pair')");
            row.next();
            assertThat(row.getLong(1)).isEqualTo(row.getLong(2));
        }
    }

    @Test
    void refusesADirectoryWithData() {
        assertThatThrownBy(() -> Backups.restore(settings(data), backup))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("不是空的");
    }

    @Test
    void doesNotOverwriteABackup() {
        assertThatThrownBy(() -> Backups.write(beside(data), backup, NOW)).hasMessageContaining("已经存在");
    }

    @Test
    void refusesWhatIsNoBackup() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
        mustRefuse(text, "不是备份文件");
        mustRefuse(folder.resolve("missing.zip"), "没有找到备份文件");
        Path other = Files.copy(backup, folder.resolve("other.zip"));
        inside(other, zip -> Files.delete(zip.getPath("manifest.json")));
        mustRefuse(other, "不是统筹的备份文件");
    }

    @Test
    void refusesAFileThatWasCutOff() throws IOException {
        Path cut = Files.copy(backup, folder.resolve("cut.zip"));
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(cut) / 2);
        }
        mustRefuse(cut, "不完整");
    }

    @Test
    void refusesChangedTablesFilesAndManifests() throws IOException {
        Path table = Files.copy(backup, folder.resolve("table.zip"));
        inside(
                table,
                zip -> Files.writeString(
                        zip.getPath("tables/job.job.csv"), "id\n1\n", StandardOpenOption.TRUNCATE_EXISTING));
        mustRefuse(table, "tables/job.job.csv 的内容与 SM3 摘要不符");
        Path added = Files.copy(backup, folder.resolve("added.zip"));
        inside(added, zip -> Files.writeString(zip.getPath("data/extra"), "x"));
        mustRefuse(added, "不在清单中");
        Path lacking = Files.copy(backup, folder.resolve("lacking.zip"));
        inside(lacking, zip -> Files.delete(zip.getPath("data/" + FILE)));
        mustRefuse(lacking, "缺少 data/" + FILE);
        Path escaping = Files.copy(backup, folder.resolve("escaping.zip"));
        inside(escaping, zip -> replaceManifest(zip, "secret.key", "../../evil"));
        mustRefuse(escaping, "不正常");
        Path broken = Files.copy(backup, folder.resolve("broken.zip"));
        inside(broken, zip -> Files.writeString(zip.getPath("manifest.json"), "{"));
        mustRefuse(broken, "清单无法读取");
    }

    @Test
    void refusesABackupOfANewerVersionAndLeavesNothing() throws IOException {
        Path newer = Files.copy(backup, folder.resolve("newer.zip"));
        inside(newer, zip -> replaceManifest(zip, "\"job\" : \"1\"", "\"job\" : \"999\""));
        Path target = folder.resolve("newer");
        assertThatThrownBy(() -> Backups.restore(settings(target), newer))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("请先升级程序");
        try (Stream<Path> left = Files.list(target)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsOnly("lock");
        }
    }

    @Test
    void theApplicationDoesNotStartOnHalfARestore() throws IOException {
        Path half = folder.resolve("half");
        Files.createDirectories(half.resolve("restoring"));
        assertThatThrownBy(() -> DatabaseServer.start(settings(half))).hasMessageContaining("恢复没有完成");
    }

    private static void mustRefuse(Path file, String because) {
        Path target = folder.resolve("refused");
        assertThatThrownBy(() -> Backups.restore(settings(target), file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(because);
        assertThat(target).doesNotExist();
        assertThatThrownBy(() -> Backups.check(file)).isInstanceOf(StartFailure.class);
    }

    private static void replaceManifest(FileSystem zip, String from, String to) throws IOException {
        Path path = zip.getPath("manifest.json");
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to), StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Changes something inside of a zip. */
    @FunctionalInterface
    private interface Change {
        void in(FileSystem zip) throws IOException;
    }

    private static void inside(Path file, Change change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            change.in(zip);
        }
    }

    private static Map<String, String> digests(DatabaseServer of) throws SQLException, IOException {
        try (Connection connection = of.pool().getConnection()) {
            Tables tables = new Tables(connection);
            Map<String, String> digests = new TreeMap<>();
            for (String table : tables.list().keySet()) {
                Digest digest = new Digest(OutputStream.nullOutputStream());
                tables.copyOut(table, digest);
                digests.put(table, digest.hex());
            }
            return digests;
        }
    }

    private static String triggers(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select string_agg(tgname::text || tgenabled::text, ',' order by tgname) from pg_trigger where not tgisinternal")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = server.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseSettings settings(Path data) {
        return new DatabaseSettings(data, null, null, null, false);
    }

    /** A database of the server of this test, as if it were not ours. */
    private static DatabaseSettings external(String database, Path folder, boolean attach) {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.attach(data.resolve("postgres")).orElseThrow();
        return new DatabaseSettings(folder, postgres.url(database), EmbeddedPostgres.USER, postgres.password(), attach);
    }

    private static DatabaseSettings beside(Path data) {
        return new DatabaseSettings(data, null, null, null, true);
    }
}
