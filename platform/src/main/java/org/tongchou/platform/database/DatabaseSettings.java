package org.tongchou.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data is.
 *
 * @param data the data directory: embedded database, files, logs
 * @param dbUrl JDBC address of an external PostgreSQL 15 or newer; the embedded one when null or empty
 * @param dbUser its user
 * @param dbPassword its password
 * @param attach whether to work beside an application that already runs on the data directory
 */
@ConfigurationProperties("tongchou")
public record DatabaseSettings(
        Path data,
        @Nullable String dbUrl,
        @Nullable String dbUser,
        @Nullable String dbPassword,
        boolean attach) {
    /** Makes the data directory absolute. */
    public DatabaseSettings {
        data = data.toAbsolutePath().normalize();
    }

    /** Whether the database is not ours to start. */
    public boolean isExternal() {
        return dbUrl != null && !dbUrl.isEmpty();
    }

    /** Where the embedded server lives. */
    Path postgres() {
        return data.resolve("postgres");
    }
}
