package org.tongchou.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets nobody remove stored contents while somebody relies on them: a file being stored, a backup. Held to the end of the
 * transaction.
 */
public final class ContentLock {
    /** What {@link #share} asks of the database. */
    public static final String SHARE = "select pg_advisory_xact_lock_shared(4607182418800017)";

    private static final String ALONE = "select pg_try_advisory_xact_lock(4607182418800017)";

    private ContentLock() {}

    /** Relies on contents; waits for a removal under way. */
    public static void share(JdbcClient database) {
        database.sql(SHARE).query().listOfRows();
    }

    /** Whether contents may be removed; false, without waiting, while anybody relies on them. */
    public static boolean takeAlone(JdbcClient database) {
        return database.sql(ALONE).query(Boolean.class).single();
    }
}
