package org.tongchou.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One application for one data directory. Held until closed; the system frees it when the process dies. */
public final class DataLock implements AutoCloseable {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a data directory, which is made when missing.
     *
     * @throws StartFailure when another process holds it, or the directory cannot be written
     */
    public static DataLock take(Path data) {
        Path file = data.resolve("lock");
        FileChannel channel = null;
        try {
            Files.createDirectories(data);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new StartFailure("数据目录 " + data + " 正被另一个统筹程序使用"
                        + (holder.isEmpty() ? "" : "（进程号 " + holder + "）")
                        + "；请先停止它，或用 --data 指定另一个目录");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new DataLock(channel);
        } catch (AccessDeniedException e) {
            throw new StartFailure(
                    "没有权限写入数据目录 " + data + "（当前用户 " + System.getProperty("user.name") + "）；请更改它的所有者，或用 --data 指定另一个目录",
                    e);
        } catch (IOException e) {
            throw new StartFailure("无法使用数据目录 " + data + "：" + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
