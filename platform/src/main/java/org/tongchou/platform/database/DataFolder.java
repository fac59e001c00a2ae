package org.tongchou.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The data directory of this installation: the embedded database, stored files, logs.
 *
 * @param path where it is, absolute
 */
public record DataFolder(Path path) {
    /** Makes the path absolute. */
    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** A folder inside, made when missing; each belongs to one module. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("无法建立目录 " + path.resolve(name), e);
        }
    }
}
