package org.tongchou.platform.database;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the schema of every module up to date. Each has its own folder of scripts and its own history. */
public final class Migrations {
    /** The schemas; a module owns the one of its name, and no script touches another's. */
    public static final List<String> SCHEMAS = List.of(
            "database",
            "audit",
            "job",
            "file",
            "privacy",
            "identity",
            "desk",
            "intake",
            "region",
            "fund",
            "provider",
            "catalogue",
            "disclosure",
            "accounts",
            "performance",
            "enrolment",
            "contribution",
            "settlement",
            "crossregion",
            "service",
            "gateway",
            "training",
            "sample");

    private Migrations() {}

    /** Runs what has not run yet; scripts stand in {@code db/<schema>}. */
    public static void run(DataSource dataSource) {
        SCHEMAS.forEach(schema -> configuration(dataSource, schema).load().migrate());
    }

    /**
     * Brings an empty database to the given version of each schema; schemas that are not named stay away.
     *
     * @throws StartFailure when a version is not known here
     */
    public static void run(DataSource dataSource, Map<String, String> versions) {
        for (String schema : SCHEMAS) {
            String version = versions.get(schema);
            if (version == null) {
                continue;
            }
            try {
                configuration(dataSource, schema).target(version).load().migrate();
            } catch (FlywayException e) {
                throw new StartFailure("数据的版本（" + schema + " " + version + "）不在本程序所知的版本之内，请先升级程序：" + e.getMessage(), e);
            }
        }
        if (!SCHEMAS.containsAll(versions.keySet())) {
            throw new StartFailure("数据来自别的版本的程序：有本程序不认识的 " + versions.keySet() + "；请先升级程序");
        }
    }

    /** Drops all schemas: after a restore that failed half-way into a database that was empty. */
    public static void remove(DataSource dataSource) {
        SCHEMAS.forEach(schema -> JdbcClient.create(dataSource)
                .sql("drop schema if exists " + schema + " cascade")
                .update());
    }

    private static FluentConfiguration configuration(DataSource dataSource, String schema) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .failOnMissingLocations(false);
    }
}
