package org.tongchou.platform.bench.counter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tongchou.platform.browser.Desk;

/**
 * The limit: the rows that settlements wrote, written once more by prepared statements over as many connections, a transaction for each
 * settlement, into tables with the same columns, conditions and indexes, without triggers and foreign keys.
 */
final class RawRows {
    /** Tables and, for each, the rows of settlement {@code s}. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put(
                "gateway.call",
                "select c.*, s.id from chosen s join gateway.call c on c.institution = s.provider and c.msgid = s.message");
        ROWS.put(
                "settlement.year_state",
                "select y.*, s.id from chosen s join settlement.year_state y using (person_id, year)");
        ROWS.put("settlement.settlement", "select t.*, s.id from chosen s join settlement.settlement t on t.id = s.id");
        ROWS.put(
                "settlement.payment",
                "select p.*, s.id from chosen s join settlement.payment p on p.settlement_id = s.id");
        ROWS.put("settlement.line", "select l.*, s.id from chosen s join settlement.line l on l.settlement_id = s.id");
        ROWS.put(
                "settlement.explanation",
                "select e.*, s.id from chosen s join settlement.explanation e on e.settlement_id = s.id");
        ROWS.put("fund.voucher", """
                select v.*, s.id from chosen s join fund.voucher v
                    on (v.cause_module, v.cause_kind, v.cause_id) = ('settlement', 'settlement', s.id::text)""");
        ROWS.put("fund.entry", """
                select e.*, s.id from chosen s join fund.voucher v
                    on (v.cause_module, v.cause_kind, v.cause_id) = ('settlement', 'settlement', s.id::text)
                join fund.entry e on e.voucher_id = v.id and e.year = v.year""");
        ROWS.put("fund.movement", """
                select m.*, s.id from chosen s join fund.movement m on m.person = s.person_id and m.cause_id = s.id::text
                    and m.cause = (select id from fund.movement_cause where (module, kind) = ('settlement', 'settlement'))""");
        ROWS.put("audit.entry", """
                select a.*, s.id from chosen s join audit.entry a
                    on a.object_type = 'settlement.settlement' and a.object_id = s.number""");
    }

    private final Desk platform;
    private final Map<String, Map<Long, List<Object[]>>> rows = new LinkedHashMap<>();
    private final List<Long> settlements = new ArrayList<>();
    private final Map<String, String> inserts = new LinkedHashMap<>();

    RawRows(Desk platform, int count) throws SQLException {
        this.platform = platform;
        try (Connection connection = platform.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temp table chosen as select id, number, provider, message, person_id, year"
                    + " from settlement.settlement where reverses is null order by id desc limit " + count);
            statement.execute("analyze chosen");
            statement.execute("drop schema if exists raw cascade; create schema raw");
            try (ResultSet ids = statement.executeQuery("select id from chosen order by id")) {
                while (ids.next()) {
                    settlements.add(ids.getLong(1));
                }
            }
            for (Map.Entry<String, String> table : ROWS.entrySet()) {
                String name = "raw." + table.getKey().replace('.', '_');
                statement.execute("create table " + name + " (like " + table.getKey() + " including all)");
                read(statement, table.getKey(), name, table.getValue());
            }
            connection.commit();
        }
    }

    private void read(Statement statement, String table, String name, String sql) throws SQLException {
        Map<Long, List<Object[]>> found = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount() - 1;
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                names.add(row.getMetaData().getColumnName(i));
            }
            inserts.put(
                    table,
                    "insert into " + name + " (" + String.join(", ", names) + ") overriding system value values ("
                            + String.join(
                                    ", ",
                                    IntStream.range(0, columns)
                                            .mapToObj(i -> "?")
                                            .toList()) + ")"
                            + (table.endsWith("year_state")
                                    ? " on conflict (person_id, year) do update set cells = excluded.cells, mark = excluded.mark,"
                                            + " last_day = excluded.last_day, version = excluded.version"
                                    : ""));
            while (row.next()) {
                Object[] values = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = row.getObject(i + 1);
                }
                found.computeIfAbsent(row.getLong(columns + 1), id -> new ArrayList<>())
                        .add(values);
            }
        }
        rows.put(table, found);
    }

    /** How many rows there are in all. */
    long count() {
        return rows.values().stream()
                .flatMap(table -> table.values().stream())
                .mapToLong(List::size)
                .sum();
    }

    /** Writes them; settlements a second. */
    double write(int connections, Latencies latencies) throws InterruptedException {
        ThreadLocal<Writer> writers = ThreadLocal.withInitial(Writer::new);
        double seconds = Load.closed(settlements.size(), connections, 0, (number, due) -> {
            writers.get().write(settlements.get((int) number));
            latencies.note("raw", (System.nanoTime() - due) / 1000);
        });
        return settlements.size() / seconds;
    }

    private final class Writer {
        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();

        Writer() {
            try {
                connection = platform.connect();
                connection.setAutoCommit(false);
                for (Map.Entry<String, String> insert : inserts.entrySet()) {
                    statements.put(insert.getKey(), connection.prepareStatement(insert.getValue()));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void write(long settlement) {
            try {
                for (Map.Entry<String, PreparedStatement> one : statements.entrySet()) {
                    List<Object[]> some =
                            rows.getOrDefault(one.getKey(), Map.of()).getOrDefault(settlement, List.of());
                    PreparedStatement statement = one.getValue();
                    for (Object[] values : some) {
                        for (int i = 0; i < values.length; i++) {
                            statement.setObject(i + 1, values[i]);
                        }
                        statement.addBatch();
                    }
                    if (!some.isEmpty()) {
                        statement.executeBatch();
                    }
                }
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
