package org.tongchou.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongchou.platform.database.DataFolder;

/**
 * The last sealed link, kept outside of the database in {@code audit/anchor} of the data directory, so that a tail that
 * was cut off, or a chain that was made anew, is found. It names its database: after a restore into a new one there is
 * none until something is sealed.
 */
@Component
class Anchor {
    private final Path file;
    private final JdbcClient database;

    Anchor(DataFolder data, JdbcClient database) {
        this.file = data.folder("audit").resolve("anchor");
        this.database = database;
    }

    /** Notes the head once the current transaction has committed. */
    void write(long position, byte[] hash) {
        String text = databaseName() + " " + position + " " + HexFormat.of().formatHex(hash) + "\n";
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                replace(text);
            }
        });
    }

    private String databaseName() {
        return database.sql("""
                        select s.system_identifier || '/' || d.oid from pg_control_system() s, pg_database d
                        where d.datname = current_database()""").query(String.class).single();
    }

    /** What was noted last for this database; empty when nothing was. */
    Optional<Note> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ", 3);
            return parts[0].equals(databaseName())
                    ? Optional.of(new Note(Long.parseLong(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.of(new Note(-1, ""));
        }
    }

    /** Where it is. */
    Path file() {
        return file;
    }

    private void replace(String text) {
        try {
            Path fresh = file.resolveSibling("anchor.new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A noted link.
     *
     * @param position its position; -1 when the file cannot be read
     * @param hash its hash, hex
     */
    record Note(long position, String hash) {}
}
