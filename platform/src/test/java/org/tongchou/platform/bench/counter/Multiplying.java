package org.tongchou.platform.bench.counter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies of people with their periods, dues and accounts: the same lives under other numbers, for growth alone. */
final class Multiplying {
    /** Tables, and what is different in a copy {@code n}. */
    private static final Map<String, Map<String, String>> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put(
                "enrolment.person",
                Map.of(
                        "id", "id + n * :step",
                        "number", "number || 'X' || n",
                        "certificate_hash", "sha256(certificate_hash || int4send(n))",
                        "household_id", "null::bigint",
                        "guardian_id", "null::bigint"));
        TABLES.put("enrolment.enrolment", Map.of("id", "", "person_id", "person_id + n * :step"));
        TABLES.put("enrolment.identity", Map.of("id", "", "person_id", "person_id + n * :step"));
        TABLES.put("enrolment.credited", Map.of("id", "", "person_id", "person_id + n * :step"));
        TABLES.put("contribution.declaration_line", Map.of("person_id", "person_id + n * :step"));
        TABLES.put("contribution.due", Map.of("id", "", "person_id", "person_id + n * :step"));
        TABLES.put("fund.personal_account", Map.of("person", "person + n * :step"));
        TABLES.put("fund.movement", Map.of("id", "", "person", "person + n * :step"));
    }

    private Multiplying() {}

    static void of(JdbcClient database, long step, int copies) {
        TABLES.forEach((table, different) -> {
            List<String> columns = database.sql("""
                            select attname from pg_attribute where attrelid = :table::regclass and attnum > 0
                                and not attisdropped and attgenerated = '' order by attnum""").param("table", table).query(String.class).list().stream()
                    .filter(column -> !"".equals(different.get(column)))
                    .toList();
            String values = String.join(
                    ", ",
                    columns.stream()
                            .map(column -> different.getOrDefault(column, column))
                            .toList());
            // One statement of one connection: foreign keys and rules for people need not be looked at again for
            // copies.
            database.sql("""
                            do $$ begin
                                set local session_replication_role = replica;
                                insert into %s (%s) overriding system value
                                select %s from %s, generate_series(1, %d) n;
                            end $$""".formatted(
                                    table,
                                    String.join(", ", columns),
                                    values.replace(":step", Long.toString(step)),
                                    table,
                                    copies))
                    .update();
            database.sql("vacuum analyze " + table).update();
        });
    }
}
