package org.tongchou.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The settings file of the server, written anew at every start, and what the server logs. */
final class ServerSettings {
    private static final int SHOWN_LINES = 6;

    private ServerSettings() {}

    /**
     * The text of {@code postgresql.conf}. Logs hold neither statements nor values, and one file a weekday is kept. Tables are looked
     * at often: plans that a connection made while a table was nearly empty are kept until its statistics are renewed.
     * What an administrator wants otherwise goes into {@code local.conf}.
     */
    static String of(int port, Path logs, boolean durable) {
        String settings = """
                # Written by the application at every start; put your own settings into local.conf.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                max_locks_per_transaction = 512
                shared_buffers = '128MB'
                max_parallel_workers_per_gather = 0
                jit = off
                autovacuum_naptime = '15s'
                timezone = 'Asia/Shanghai'
                log_timezone = 'Asia/Shanghai'
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_error_verbosity = terse
                log_min_error_statement = panic
                """.formatted(port, logs.toString().replace("'", "''"));
        String fast = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n";
        return settings + (durable ? "" : fast) + "include_if_exists = 'local.conf'\n";
    }

    /** The last lines of the newest logs, for the message when the server does not start. */
    static String lastLines(Path logs) {
        if (!Files.isDirectory(logs)) {
            return "";
        }
        try (Stream<Path> files = Files.list(logs)) {
            List<String> lines = files.sorted(
                            Comparator.comparing((Path file) -> file.toFile().lastModified())
                                    .reversed())
                    .limit(2)
                    .flatMap(file -> lines(file).stream())
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
