package org.tongchou.platform.database.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.tongchou.platform.database.DatabaseServer;
import org.tongchou.platform.database.DatabaseSettings;
import org.tongchou.platform.database.StartFailure;

/** Backups of everything that must not be lost: all tables, stored files, the key of encrypted columns. */
public final class Backups {
    private Backups() {}

    /**
     * Writes a backup; an application may be serving on the same data directory.
     *
     * @param now the time to write into it
     * @throws StartFailure with what to do about it; then there is no file
     */
    public static Manifest write(DatabaseSettings settings, Path file, Instant now) {
        try (DatabaseServer server = DatabaseServer.start(settings);
                Connection connection = server.pool().getConnection()) {
            return new BackupWriter(connection, settings.data(), now).write(file);
        } catch (IOException | SQLException e) {
            throw failed("备份", e);
        }
    }

    /**
     * Checks a backup without restoring it.
     *
     * @throws StartFailure naming what is damaged
     */
    public static Manifest check(Path file) {
        try (BackupFile backup = BackupFile.open(file)) {
            backup.check();
            return backup.manifest();
        } catch (IOException e) {
            throw failed("检查", e);
        }
    }

    /**
     * Restores a backup into an empty data directory, or an empty external database.
     *
     * @throws StartFailure with what is wrong; then nothing was restored
     */
    public static Manifest restore(DatabaseSettings settings, Path file) {
        try (BackupFile backup = BackupFile.open(file)) {
            new Restorer(backup, settings).restore();
            return backup.manifest();
        } catch (IOException | SQLException e) {
            throw failed("恢复", e);
        }
    }

    private static StartFailure failed(String what, Exception e) {
        String message = String.valueOf(e.getMessage());
        return new StartFailure(
                message.contains("No space left on device")
                        ? what + "没有完成：磁盘空间不足，没有留下不完整的内容；请清理磁盘后重试"
                        : what + "没有完成：" + message,
                e);
    }
}
