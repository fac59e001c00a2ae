package org.tongchou.platform.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;
import org.tongchou.platform.database.DataLock;
import org.tongchou.platform.database.DatabaseServer;
import org.tongchou.platform.database.DatabaseSettings;
import org.tongchou.platform.database.Migrations;
import org.tongchou.platform.database.StartFailure;
import org.tongchou.platform.database.backup.Manifest.FilePart;
import org.tongchou.platform.database.backup.Manifest.TablePart;

/** Restores a backup into nothing, all of it or nothing of it. */
final class Restorer {
    private final BackupFile backup;
    private final DatabaseSettings settings;

    Restorer(BackupFile backup, DatabaseSettings settings) {
        this.backup = backup;
        this.settings = settings;
    }

    void restore() throws IOException, SQLException {
        backup.check();
        Path data = settings.data();
        mustBeEmpty(data);
        DataLock lock = DataLock.take(data);
        try {
            Path staging = data.resolve(DatabaseServer.UNFINISHED_RESTORE);
            FileSystemUtils.deleteRecursively(staging);
            try {
                Files.createDirectories(staging);
                restoreFiles(staging);
                restoreDatabase(staging);
                publish(staging, data);
            } finally {
                FileSystemUtils.deleteRecursively(staging);
            }
        } finally {
            lock.close();
        }
    }

    private void restoreDatabase(Path staging) throws IOException, SQLException {
        DatabaseSettings staged =
                new DatabaseSettings(staging, settings.dbUrl(), settings.dbUser(), settings.dbPassword(), false);
        try (DatabaseServer server = DatabaseServer.start(staged)) {
            DataSource database = server.pool();
            try (Connection connection = database.getConnection()) {
                mustBeEmpty(connection);
            }
            boolean whole = false;
            try {
                Migrations.run(database, backup.manifest().migrations());
                try (Connection connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    load(connection);
                    connection.commit();
                }
                whole = true;
            } finally {
                if (!whole && settings.isExternal()) {
                    Migrations.remove(database);
                }
            }
        }
    }

    private void load(Connection connection) throws SQLException, IOException {
        Tables tables = new Tables(connection);
        Map<String, TablePart> parts = new HashMap<>();
        backup.manifest().tables().forEach(table -> parts.put(table.name(), table));
        List<String> order = tables.parentsFirst();
        if (!parts.keySet().equals(Set.copyOf(order))) {
            List<String> different = Stream.concat(parts.keySet().stream(), order.stream())
                    .filter(name -> !parts.containsKey(name) || !order.contains(name))
                    .distinct()
                    .sorted()
                    .toList();
            throw new StartFailure("备份中的表与本程序的表不同（" + String.join("、", different) + "），无法恢复；请使用生成备份的同一版本程序");
        }
        List<String> triggersOn = tables.withoutTriggers();
        tables.truncate();
        for (String name : order) {
            TablePart part = parts.getOrDefault(name, new TablePart(name, List.of(), 0, ""));
            try (InputStream content = backup.content(part.entry())) {
                tables.copyIn(part, new InputStreamReader(content, StandardCharsets.UTF_8));
            }
            Digest digest = new Digest(OutputStream.nullOutputStream());
            long rows = tables.copyOut(name, digest);
            if (rows != part.rows() || !digest.hex().equals(part.sm3())) {
                throw new StartFailure("表 " + name + " 恢复后与备份不一致（应有 " + part.rows() + " 行，实有 " + rows + " 行），恢复已撤销");
            }
        }
        for (Map.Entry<String, Long> sequence : backup.manifest().sequences().entrySet()) {
            tables.setSequence(sequence.getKey(), sequence.getValue());
        }
        for (String statement : triggersOn) {
            tables.execute(statement);
        }
    }

    private void restoreFiles(Path staging) throws IOException {
        for (FilePart part : backup.manifest().files()) {
            Path target = staging.resolve(part.path());
            Files.createDirectories(target.getParent());
            try (InputStream content = backup.content(part.entry());
                    Digest digest = new Digest(Files.newOutputStream(target))) {
                content.transferTo(digest);
                if (!digest.hex().equals(part.sm3())) {
                    throw new StartFailure("文件 " + part.path() + " 恢复后与备份不一致，恢复已撤销");
                }
            }
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Until the staging folder is gone, the application refuses to start on the directory. */
    private static void publish(Path staging, Path data) throws IOException {
        try (Stream<Path> restored = Files.list(staging)) {
            for (Path each : restored.toList()) {
                if (!each.endsWith("lock")) {
                    Files.move(each, data.resolve(each.getFileName()));
                }
            }
        }
    }

    private static void mustBeEmpty(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> there = Files.list(data)) {
            List<String> names = there.map(path -> path.getFileName().toString())
                    .filter(name -> !List.of("lock", "logs", DatabaseServer.UNFINISHED_RESTORE)
                            .contains(name))
                    .toList();
            if (!names.isEmpty()) {
                throw new StartFailure(
                        "数据目录 " + data + " 不是空的（已有 " + String.join("、", names) + "），没有恢复；请用 --data 指定一个空目录");
            }
        }
    }

    private static void mustBeEmpty(Connection connection) throws SQLException {
        for (String schema : Migrations.SCHEMAS) {
            try (var statement =
                    connection.prepareStatement("select exists (select from pg_namespace where nspname = ?)")) {
                statement.setString(1, schema);
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        throw new StartFailure("外部数据库不是空的（已有 " + schema + "），没有恢复；请指定一个新建的数据库");
                    }
                }
            }
        }
    }
}
