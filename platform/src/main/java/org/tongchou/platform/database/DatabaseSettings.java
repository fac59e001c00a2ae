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
 */
@ConfigurationProperties("tongchou")
record DatabaseSettings(
        Path data,
        @Nullable String dbUrl,
        @Nullable String dbUser,
        @Nullable String dbPassword) {
    DatabaseSettings {
        data = data.toAbsolutePath().normalize();
    }

    /** Whether the database is not ours to start. */
    boolean isExternal() {
        return dbUrl != null && !dbUrl.isEmpty();
    }
}
