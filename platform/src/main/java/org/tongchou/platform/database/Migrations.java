package org.tongchou.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema of every module up to date. Each has its own folder of scripts and its own history. */
public final class Migrations {
    /** The schemas; a module owns the one of its name, and no script touches another's. */
    public static final List<String> SCHEMAS =
            List.of("audit", "job", "file", "identity", "disclosure", "accounts", "performance", "desk");

    private Migrations() {}

    /** Runs what has not run yet; scripts stand in {@code db/<schema>}. */
    public static void run(DataSource dataSource) {
        for (String schema : SCHEMAS) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .locations("classpath:db/" + schema)
                    .failOnMissingLocations(false)
                    .load()
                    .migrate();
        }
    }
}
