package org.tongchou.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.tongchou.platform.web.Refusal;

/** Contents on disk, named by their digest. What has its final name is whole and has reached the disk. */
final class ContentStore {
    private static final int BUFFER = 1 << 16;
    private static final String TEMPORARY = "incoming";

    private final Path folder;
    private final DataSize limit;
    private final Disk disk;

    ContentStore(Path folder, DataSize limit, Disk disk) {
        this.folder = folder;
        this.limit = limit;
        this.disk = disk;
    }

    /**
     * A content that was kept.
     *
     * @param sha256 hex digest
     * @param size bytes
     * @param mediaType what it is
     */
    record Kept(String sha256, long size, String mediaType) {}

    /** Opens a new file for writing; a test gives a disk that is full. */
    @FunctionalInterface
    interface Disk {
        Disk REAL = path -> FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

        FileChannel create(Path path) throws IOException;
    }

    Kept keep(InputStream content, String name) throws IOException {
        Path incoming = null;
        try {
            incoming = Files.createDirectories(folder.resolve(TEMPORARY))
                    .resolve(UUID.randomUUID().toString());
            Kept kept = copy(content, incoming, name);
            place(incoming, kept);
            return kept;
        } catch (IOException e) {
            throw refusalIfFull(e);
        } finally {
            if (incoming != null) {
                Files.deleteIfExists(incoming);
            }
        }
    }

    /** Where the content of this digest is. */
    Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    /** Removes the content of this digest. */
    void remove(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    /** Removes what a crash left half-written; nobody may be writing. */
    void prune() {
        Path temporary = folder.resolve(TEMPORARY);
        if (!Files.isDirectory(temporary)) {
            return;
        }
        try (Stream<Path> left = Files.list(temporary)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("无法清理 " + temporary, e);
        }
    }

    /** Whether the content of this digest is there and still has it. */
    boolean holds(String sha256) {
        try {
            return Files.exists(path(sha256)) && digestOf(path(sha256)).equals(sha256);
        } catch (IOException e) {
            return false;
        }
    }

    private static String digestOf(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Kept copy(InputStream content, Path incoming, String name) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel out = disk.create(incoming)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit.toBytes()) {
                    throw Refusal.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "E-FIL-413",
                            "文件“" + name + "”超过 " + limit.toMegabytes() + " MB，没有保存；请压缩或拆分后再上传");
                }
                digest.update(buffer, 0, read);
                write(out, ByteBuffer.wrap(buffer, 0, read));
            }
            out.force(true);
        }
        if (size == 0) {
            throw Refusal.field("E-FIL-001", "文件", name, "有内容的文件，收到的是空文件");
        }
        return new Kept(HexFormat.of().formatHex(digest.digest()), size, MediaTypes.of(incoming, name));
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private void place(Path incoming, Kept kept) throws IOException {
        Path target = path(kept.sha256());
        if (Files.exists(target)) {
            return;
        }
        Path parent = folder.resolve(kept.sha256().substring(0, 2));
        Files.createDirectories(parent);
        Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        for (Path changed : List.of(parent, folder)) {
            try (FileChannel channel = FileChannel.open(changed, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static IOException refusalIfFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            throw Refusal.of(HttpStatus.INSUFFICIENT_STORAGE, "E-FIL-507", "磁盘空间不足，文件没有保存；请联系系统管理员清理磁盘后重新上传");
        }
        return e;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
