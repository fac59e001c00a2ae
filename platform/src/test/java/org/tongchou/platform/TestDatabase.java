package org.tongchou.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.tongchou.platform.database.Migrations;
import org.tongchou.platform.database.embedded.EmbeddedPostgres;
import org.tongchou.platform.database.embedded.TestPostgres;

/** Databases for tests: one server per run, one migrated template, one copy per test class. */
public final class TestDatabase {
    private static final String TEMPLATE = "template_tongchou";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final DelegatingDataSource CURRENT = new DelegatingDataSource();
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable HikariDataSource pool;

    private TestDatabase() {}

    /** A fresh copy; the one before is left for looking at until the run ends. */
    public static synchronized void renew() {
        EmbeddedPostgres postgres = server();
        String name = "test_" + NUMBER.incrementAndGet();
        execute(postgres, "create database " + name + " template " + TEMPLATE);
        HikariDataSource before = pool;
        pool = pool(postgres, name);
        CURRENT.setTargetDataSource(pool);
        if (before != null) {
            before.close();
        }
    }

    private static EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = TestPostgres.start();
            server = running;
            execute(running, "drop database if exists " + TEMPLATE);
            execute(running, "create database " + TEMPLATE);
            try (HikariDataSource template = pool(running, TEMPLATE)) {
                Migrations.run(template);
            }
            allowManySignIns(running);
        }
        return running;
    }

    /** All tests sign in from one address within minutes: the policy of the template allows it. */
    private static void allowManySignIns(EmbeddedPostgres postgres) {
        execute(postgres, TEMPLATE, """
                insert into identity.policy (value, valid_from, reason, set_by) values (
                    '{"passwordLength": 10, "passwordKinds": 3, "passwordHistory": 5, "passwordDays": 90,
                    "lockTries": 5, "lockMinutes": 30, "sessionMinutes": 15, "signInsPerMinute": 600,
                    "auditMonths": 6}', now() - interval '2 days', '测试', 'test')""");
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres, String name) {
        HikariDataSource made = new HikariDataSource();
        made.setJdbcUrl(postgres.url(name));
        made.setUsername(EmbeddedPostgres.USER);
        made.setPassword(postgres.password());
        made.setMaximumPoolSize(8);
        return made;
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
        execute(postgres, "postgres", sql);
    }

    private static void execute(EmbeddedPostgres postgres, String database, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        postgres.url(database), EmbeddedPostgres.USER, postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives every test class a fresh database before its application is used. */
    public static final class Fresh implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            renew();
        }
    }

    /** The data source of the application under test. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        DataSource dataSource() {
            if (CURRENT.getTargetDataSource() == null) {
                renew();
            }
            return CURRENT;
        }
    }
}
