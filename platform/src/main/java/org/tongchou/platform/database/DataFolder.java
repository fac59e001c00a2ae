package org.tongchou.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The data directory of this installation: the embedded database, stored files, logs.
 *
 * @param path where it is, absolute
 */
public record DataFolder(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** Makes the path absolute. */
    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** A folder inside, made when missing; each belongs to one module. Only the user who runs us may look into it. */
    public Path folder(String name) {
        try {
            Path folder = Files.createDirectories(path.resolve(name));
            PosixFileAttributeView posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (posix != null && !posix.readAttributes().permissions().equals(OWNER_ONLY)) {
                posix.setPermissions(OWNER_ONLY);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("无法建立目录 " + path.resolve(name), e);
        }
    }
}
