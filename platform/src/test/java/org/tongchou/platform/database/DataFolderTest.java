package org.tongchou.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path root;

    @Test
    void nobodyElseMayLookIntoAFolder() throws IOException {
        assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"), "POSIX permissions");
        Path before = Files.createDirectories(root.resolve("files"));
        Files.setPosixFilePermissions(before, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder data = new DataFolder(root);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.folder("files"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.folder("audit"))))
                .isEqualTo("rwx------");
    }
}
