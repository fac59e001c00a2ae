package org.tongchou.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the data is: a PostgreSQL given by address, or the embedded one in the data directory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseConfiguration.Settings.class)
class DatabaseConfiguration {
    private static final int POOL = 8;

    /**
     * Settings.
     *
     * @param data the data directory: embedded database, files
     * @param dbUrl JDBC address of an external PostgreSQL 15 or newer; the embedded one when null or empty
     * @param dbUser its user
     * @param dbPassword its password
     */
    @ConfigurationProperties("tongchou")
    record Settings(
            Path data,
            @Nullable String dbUrl,
            @Nullable String dbUser,
            @Nullable String dbPassword) {}

    /** The data directory. */
    @Bean
    DataFolder dataFolder(Settings settings) {
        return new DataFolder(settings.data());
    }

    /** Owns the server process, which stops after the pool. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(DataSource.class)
    Server server(Settings settings) {
        boolean external = settings.dbUrl() != null && !settings.dbUrl().isEmpty();
        return new Server(
                external ? null : EmbeddedPostgres.start(settings.data().resolve("postgres")));
    }

    /** The embedded server, if there is one. */
    record Server(@Nullable EmbeddedPostgres embedded) implements AutoCloseable {
        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    /** The pool; the schemas are up to date when anybody gets it. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(DataSource.class)
    HikariDataSource dataSource(Settings settings, Server server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setMaximumPoolSize(POOL);
        pool.setPoolName("tongchou");
        if (server.embedded() != null) {
            pool.setJdbcUrl(server.embedded().url(EmbeddedPostgres.DATABASE));
            pool.setUsername(EmbeddedPostgres.USER);
            pool.setPassword(server.embedded().password());
        } else {
            pool.setJdbcUrl(settings.dbUrl());
            pool.setUsername(settings.dbUser());
            pool.setPassword(settings.dbPassword());
        }
        Migrations.run(pool);
        return pool;
    }
}
