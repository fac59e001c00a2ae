package org.tongchou.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.database.embedded.EmbeddedPostgres;
import org.tongchou.platform.database.embedded.Supervisor;

/** The database server behind the application, ours or an external one, with the lock of the data directory. */
public final class DatabaseServer implements AutoCloseable {
    /** A folder of the data directory that is there while a backup is being restored, and after that was cut off. */
    public static final String UNFINISHED_RESTORE = "restoring";

    private static final int POOL = 8;
    private static final int OLDEST = 15;
    private static final long WAIT = 5000;

    private final @Nullable DataLock lock;
    private final HikariDataSource pool = new HikariDataSource();
    private final @Nullable Supervisor supervisor;

    private DatabaseServer(DatabaseSettings settings) {
        Optional<EmbeddedPostgres> running =
                settings.attach() ? EmbeddedPostgres.attach(settings.postgres()) : Optional.empty();
        boolean beside = running.isPresent() || (settings.attach() && settings.isExternal());
        lock = beside ? null : DataLock.take(settings.data());
        try {
            pool.setMaximumPoolSize(POOL);
            pool.setPoolName("tongchou");
            pool.setConnectionTimeout(WAIT);
            // Details of errors hold values of rows, which must not come into logs.
            pool.addDataSourceProperty("logServerErrorDetail", "false");
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            if (settings.isExternal()) {
                pool.setJdbcUrl(settings.dbUrl());
                pool.setUsername(settings.dbUser());
                pool.setPassword(settings.dbPassword());
                supervisor = null;
            } else {
                EmbeddedPostgres postgres = running.orElseGet(() -> EmbeddedPostgres.start(settings.postgres()));
                pool.setJdbcUrl(postgres.url(EmbeddedPostgres.DATABASE));
                pool.setUsername(EmbeddedPostgres.USER);
                pool.setPassword(postgres.password());
                supervisor = running.isPresent() ? null : new Supervisor(postgres, this::forgetConnections);
            }
        } catch (RuntimeException e) {
            unlock();
            throw e;
        }
    }

    /**
     * Starts or finds the server and looks whether it can be used.
     *
     * @throws StartFailure when it cannot
     */
    public static DatabaseServer start(DatabaseSettings settings) {
        Path unfinished = settings.data().resolve(UNFINISHED_RESTORE);
        if (Files.exists(unfinished)) {
            throw new StartFailure("数据目录 " + settings.data() + " 上一次的恢复没有完成；请清空该目录后重新执行 restore");
        }
        if (settings.attach() && !settings.isExternal() && !EmbeddedPostgres.exists(settings.postgres())) {
            throw new StartFailure("数据目录 " + settings.data() + " 中没有数据；请用 --data 指定正在使用的数据目录");
        }
        DatabaseServer server = new DatabaseServer(settings);
        try (Connection connection = server.pool.getConnection()) {
            check(connection);
            return server;
        } catch (SQLException e) {
            server.close();
            throw new StartFailure(
                    settings.isExternal()
                            ? "无法连接外部数据库 " + withoutParameters(settings) + "：" + e.getMessage()
                                    + "；请检查 TONGCHOU_DB_URL、" + "TONGCHOU_DB_USER 和 TONGCHOU_DB_PASSWORD"
                            : "无法连接内置数据库：" + e.getMessage(),
                    e);
        } catch (StartFailure e) {
            server.close();
            throw e;
        }
    }

    /** Connections to the database. */
    public HikariDataSource pool() {
        return pool;
    }

    /** Whether the server runs, as far as is known; an external one is believed to. */
    boolean isAvailable() {
        return supervisor == null || supervisor.isAvailable();
    }

    @Override
    public void close() {
        pool.close();
        if (supervisor != null) {
            supervisor.close();
        }
        unlock();
    }

    private void unlock() {
        if (lock != null) {
            lock.close();
        }
    }

    private void forgetConnections() {
        if (pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** Refuses a server that is too old, or a database that cannot hold Chinese. */
    static void check(Connection connection) throws SQLException {
        DatabaseMetaData product = connection.getMetaData();
        if (product.getDatabaseMajorVersion() < OLDEST) {
            throw new StartFailure("外部数据库是 PostgreSQL " + product.getDatabaseProductVersion() + "，需要 " + OLDEST
                    + " 或更新的版本；请升级，或去掉 TONGCHOU_DB_URL 改用内置数据库");
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show server_encoding")) {
            row.next();
            if (!"UTF8".equals(row.getString(1))) {
                throw new StartFailure(
                        "外部数据库的编码是 " + row.getString(1) + "，需要 UTF8；请重建数据库：create database … encoding 'UTF8'");
            }
        }
    }

    private static String withoutParameters(DatabaseSettings settings) {
        return String.valueOf(settings.dbUrl()).replaceFirst("\\?.*", "");
    }
}
