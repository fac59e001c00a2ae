package org.tongchou.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL for one test run: without fsync, stopped and removed at the end. */
public final class TestPostgres {
    private TestPostgres() {}

    /** Starts it in a folder of its own below {@code target}; the unpacked server is shared between runs. */
    public static EmbeddedPostgres start() {
        try {
            Path folder = Path.of("target", "postgres");
            FileSystemUtils.deleteRecursively(folder.resolve("data-18"));
            Files.createDirectories(folder);
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, false, Account.Situation.here());
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The unpacked programs of the server. */
    static Path programs() throws IOException {
        return Binaries.unpack(
                        Files.createDirectories(Path.of("target", "postgres")).resolve("server-18.6"))
                .toRealPath();
    }
}
