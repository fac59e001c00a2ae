package org.tongchou.platform.database.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tongchou.platform.database.Migrations;
import org.tongchou.platform.database.backup.Manifest.TablePart;

/** The tables of all modules on one connection: listed, copied out in a fixed form and order, copied in. */
final class Tables {
    private static final String HISTORY = "flyway_schema_history";

    private static final String COLUMNS = """
            select n.nspname || '.' || c.relname as table_name, a.attname as column_name,
                   array_position(k.conkey, a.attnum) as key_position, a.attcollation <> 0 as is_text
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any(?) and c.relname <> ?
            order by table_name, a.attnum
            """;

    private static final String REFERENCES = """
            select fn.nspname || '.' || f.relname as child, tn.nspname || '.' || t.relname as parent
            from pg_constraint k
            join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
            join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
            where k.contype = 'f' and fn.nspname = any(?) and f.oid <> t.oid and not f.relispartition and not t.relispartition
            """;

    private static final String TRIGGERS = """
            select n.nspname || '.' || c.relname as table_name, t.tgname as name, t.tgenabled as enabled
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and n.nspname = any(?)
            """;

    private final Connection connection;
    private final CopyManager copies;

    Tables(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        execute("set timezone = 'UTC'");
        execute("set datestyle = 'ISO, YMD'");
        execute("set intervalstyle = 'iso_8601'");
        execute("set extra_float_digits = 1");
        execute("set bytea_output = 'hex'");
    }

    /**
     * A column.
     *
     * @param name its name
     * @param key its position in the primary key, 0 when it is not part of it
     * @param text whether it is ordered by a collation
     */
    private record Column(String name, int key, boolean text) {}

    /** All tables with their columns, by name. */
    Map<String, List<String>> list() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        columns()
                .forEach((table, columns) ->
                        tables.put(table, columns.stream().map(Column::name).toList()));
        return tables;
    }

    /** Copies a table out as CSV, by primary key; the number of rows. */
    long copyOut(String table, OutputStream target) throws SQLException, IOException {
        List<Column> columns = columns().getOrDefault(table, List.of());
        List<Column> keys = columns.stream()
                .filter(column -> column.key() > 0)
                .sorted(java.util.Comparator.comparingInt(Column::key))
                .toList();
        String order = (keys.isEmpty() ? columns : keys)
                .stream()
                        .map(column -> quoted(column.name())
                                + (keys.isEmpty() ? "::text collate \"C\"" : column.text() ? " collate \"C\"" : ""))
                        .collect(Collectors.joining(", "));
        return copies.copyOut(
                "copy (select " + names(columns.stream().map(Column::name).toList()) + " from " + quoted(table)
                        + " order by " + order + ") to stdout (format csv, header)",
                target);
    }

    /** Copies a table in; the number of rows. */
    long copyIn(TablePart table, Reader source) throws SQLException, IOException {
        return copies.copyIn(
                "copy " + quoted(table.name()) + " (" + names(table.columns()) + ") from stdin (format csv, header)",
                source);
    }

    /** Empties all tables. */
    void truncate() throws SQLException {
        String all = list().keySet().stream().map(Tables::quoted).collect(Collectors.joining(", "));
        execute("truncate " + all);
    }

    /** Names of tables such that each comes after those it refers to. */
    List<String> parentsFirst() throws SQLException {
        Map<String, Set<String>> parents = new TreeMap<>();
        list().keySet().forEach(table -> parents.put(table, new LinkedHashSet<>()));
        query(
                REFERENCES,
                row -> parents.computeIfAbsent(row.getString("child"), child -> new LinkedHashSet<>())
                        .add(row.getString("parent")));
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < parents.size()) {
            int before = ordered.size();
            parents.forEach((table, needed) -> {
                if (ordered.containsAll(needed)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle: " + parents.keySet());
            }
        }
        return new ArrayList<>(ordered);
    }

    /** Turns the modules' own triggers off; the returned statements turn them on again as they were. */
    List<String> withoutTriggers() throws SQLException {
        List<String> off = new ArrayList<>();
        List<String> on = new ArrayList<>();
        query(TRIGGERS, row -> {
            String table = "alter table " + quoted(row.getString("table_name"));
            String name = " trigger " + quoted(row.getString("name"));
            String how = switch (row.getString("enabled")) {
                case "A" -> " enable always";
                case "R" -> " enable replica";
                default -> " enable";
            };
            off.add(table + " disable" + name);
            on.add(table + how + name);
        });
        for (String statement : off) {
            execute(statement);
        }
        return on;
    }

    /** Last values of the sequences that were used. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        query(
                "select schemaname || '.' || sequencename as name, last_value from pg_sequences"
                        + " where schemaname = any(?) and last_value is not null",
                row -> values.put(row.getString("name"), row.getLong("last_value")));
        return values;
    }

    /** Sets a sequence to the last value it gave. */
    void setSequence(String name, long last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            statement.setString(1, quoted(name));
            statement.setLong(2, last);
            statement.execute();
        }
    }

    /** The last migration of each schema. */
    Map<String, String> migrations() throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        List<String> schemas = new ArrayList<>();
        query(
                "select n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname = any(?) and c.relname = '" + HISTORY + "'",
                row -> schemas.add(row.getString("name")));
        for (String schema : schemas) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select version from " + quoted(schema + "." + HISTORY)
                            + " where success and version is not null order by installed_rank desc limit 1")) {
                if (row.next()) {
                    versions.put(schema, row.getString(1));
                }
            }
        }
        return versions;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, List<Column>> columns() throws SQLException {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.SCHEMAS.toArray()));
            statement.setString(2, HISTORY);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.computeIfAbsent(row.getString("table_name"), table -> new ArrayList<>())
                            .add(new Column(
                                    row.getString("column_name"),
                                    row.getInt("key_position"),
                                    row.getBoolean("is_text")));
                }
            }
        }
        return tables;
    }

    private void query(String sql, Rows rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.SCHEMAS.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.accept(row);
                }
            }
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    private interface Rows {
        void accept(ResultSet row) throws SQLException;
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"").replace(".", "\".\"") + "\"";
    }
}
