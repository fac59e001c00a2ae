package org.tongchou.platform.database.backup;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tongchou.platform.database.ContentLock;
import org.tongchou.platform.database.StartFailure;
import org.tongchou.platform.database.backup.Manifest.FilePart;
import org.tongchou.platform.database.backup.Manifest.TablePart;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup: to a temporary file first, which gets its name when it is whole and on the disk. */
final class BackupWriter {
    /** What of the data directory is kept besides the database. */
    static final List<String> KEPT = List.of("files", "secret.key");

    static final String UNFINISHED_CONTENTS = "files/incoming";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Connection connection;
    private final Path data;
    private final Instant now;

    BackupWriter(Connection connection, Path data, Instant now) {
        this.connection = connection;
        this.data = data;
        this.now = now;
    }

    Manifest write(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new StartFailure("文件 " + file + " 已经存在，没有覆盖；请换一个名称");
        }
        Path target = file.toAbsolutePath();
        Path unfinished = Files.createTempFile(
                Files.createDirectories(target.getParent()),
                "." + target.getFileName(),
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Manifest manifest;
            try (FileOutputStream out = new FileOutputStream(unfinished.toFile());
                    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8)) {
                manifest = write(zip);
                zip.finish();
                zip.flush();
                out.getFD().sync();
            }
            move(unfinished, target);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest write(ZipOutputStream zip) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute(ContentLock.SHARE);
            }
            Tables tables = new Tables(connection);
            List<TablePart> parts = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : tables.list().entrySet()) {
                zip.putNextEntry(new ZipEntry(new TablePart(table.getKey(), List.of(), 0, "").entry()));
                Digest digest = new Digest(zip);
                long rows = tables.copyOut(table.getKey(), digest);
                zip.closeEntry();
                parts.add(new TablePart(table.getKey(), table.getValue(), rows, digest.hex()));
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    now.truncatedTo(ChronoUnit.SECONDS).toString(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    tables.migrations(),
                    parts,
                    tables.sequences(),
                    files(zip));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    /** Listed after the snapshot was taken, and nothing is removed meanwhile: whatever a row of it refers to is there. */
    private List<FilePart> files(ZipOutputStream zip) throws IOException {
        List<FilePart> parts = new ArrayList<>();
        for (String kept : KEPT) {
            Path root = data.resolve(kept);
            if (!Files.exists(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.startsWith(data.resolve(UNFINISHED_CONTENTS)))
                        .sorted()
                        .toList()) {
                    parts.add(add(zip, file));
                }
            }
        }
        return parts;
    }

    private FilePart add(ZipOutputStream zip, Path file) throws IOException {
        String path = data.relativize(file).toString();
        zip.putNextEntry(new ZipEntry(new FilePart(path, 0, "").entry()));
        Digest digest = new Digest(zip);
        Files.copy(file, digest);
        zip.closeEntry();
        return new FilePart(path, digest.bytes(), digest.hex());
    }

    private static void move(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, target);
        }
    }
}
