package org.tongchou.platform.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;
import org.tongchou.platform.database.StartFailure;

/** The programs of the server, packed in a library and unpacked once. */
final class Binaries {
    private Binaries() {}

    /** Unpacks them, unless that was done before; a folder that exists is whole. */
    static Path unpack(Path home) throws IOException {
        if (Files.exists(home)) {
            return home;
        }
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        Path fresh = home.resolveSibling(home.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(fresh);
        try (InputStream packed = Binaries.class.getResourceAsStream("/" + resource())) {
            if (packed == null || !System.getProperty("os.name").startsWith("Linux")) {
                throw new StartFailure("没有适合本机（" + machine + "）的内置数据库，请用 TONGCHOU_DB_URL 指定外部 PostgreSQL");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(packed), StandardCharsets.UTF_8.name())) {
                unpack(tar, fresh);
            }
        }
        Files.move(fresh, home);
        return home;
    }

    private static String resource() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return machine.contains("aarch64") ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("bad entry " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, target);
                boolean program = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
