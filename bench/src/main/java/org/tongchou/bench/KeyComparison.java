package org.tongchou.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.money.Money;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the accounts of an audit with an answer key made independently from the same document: every cell, every
 * failure.
 *
 * @param file the document
 * @param right cells equal to the key
 * @param wrong cells that differ
 * @param missing cells of the key that were not found
 * @param failures the failures of the accounts
 * @param notes cells that differ, for people
 */
record KeyComparison(String file, int right, int wrong, int missing, KeyFailures failures, List<String> notes) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Reads a key. */
    static JsonNode key(Path file) {
        return MAPPER.readTree(file);
    }

    /** Whether nothing differs. */
    boolean clean() {
        return wrong + missing == 0 && failures.clean();
    }

    static KeyComparison compare(Audit audit, JsonNode key) {
        Counter counter = new Counter(audit);
        key.path("tables").forEach(counter::table);
        return new KeyComparison(
                audit.document().file(),
                counter.right,
                counter.wrong,
                counter.missing,
                KeyFailures.compare(audit, key, group -> !KeyFailures.ofPerformance(group)),
                counter.notes);
    }

    private static final class Counter {
        private final Audit audit;
        private final Set<Table> used = new HashSet<>();
        private final List<String> notes = new ArrayList<>();
        private int right;
        private int wrong;
        private int missing;

        Counter(Audit audit) {
            this.audit = audit;
        }

        void table(JsonNode expected) {
            String topic = expected.path("topic").asString("");
            Optional<Table> found = audit.document().tables().stream()
                    .filter(table -> table.topic().equals(topic) && !used.contains(table))
                    .findFirst();
            found.ifPresent(used::add);
            List<Row> rows = new ArrayList<>(found.map(Table::rows).orElse(List.of()));
            for (JsonNode row : expected.path("rows")) {
                row(topic, row, found.orElse(null), rows);
            }
        }

        private void row(String topic, JsonNode expected, @Nullable Table table, List<Row> rows) {
            JsonNode values = expected.path("values");
            int cells = values.isMissingNode() ? 1 : values.size();
            Row found = take(rows, expected);
            if (table == null || found == null) {
                missing += cells;
                notes.add(topic + "：缺少 " + expected.path("name").asString("") + " "
                        + expected.path("where").asString(""));
                return;
            }
            if (values.isMissingNode()) {
                Cell cell = found.figures().isEmpty() ? null : found.figures().get(0);
                cell(topic, expected, "金额", expected.path("amount"), cell, table);
                return;
            }
            for (Map.Entry<String, JsonNode> value : values.properties()) {
                cell(
                        topic,
                        expected,
                        value.getKey(),
                        value.getValue(),
                        found.cells().get(value.getKey()),
                        table);
            }
        }

        private static @Nullable Row take(List<Row> rows, JsonNode expected) {
            Iterator<Row> iterator = rows.iterator();
            while (iterator.hasNext()) {
                Row row = iterator.next();
                String side = row.side() == null ? "" : row.side().printed();
                String code = KeyFailures.text(expected, "code").isEmpty()
                        ? KeyFailures.text(expected, "resolved_code")
                        : KeyFailures.text(expected, "code");
                String ours = row.effectiveCode() == null ? "" : row.effectiveCode();
                boolean same = side.equals(KeyFailures.text(expected, "side"))
                        && row.name().equals(KeyFailures.text(expected, "name"))
                        && (ours.equals(code) || ours.equals(KeyFailures.text(expected, "resolved_code")))
                        && row.repeated() == expected.path("repeated").asBoolean(false)
                        && (row.under() == null ? "" : row.under()).equals(KeyFailures.text(expected, "under"));
                if (same) {
                    iterator.remove();
                    return row;
                }
            }
            return null;
        }

        private void cell(
                String topic, JsonNode row, String column, JsonNode expected, @Nullable Cell cell, Table table) {
            String where =
                    topic + " " + KeyFailures.text(row, "name") + " " + column + " " + KeyFailures.text(row, "where");
            if (cell == null) {
                missing++;
                notes.add(where + "：没有读到");
                return;
            }
            Money amount = cell.amount();
            boolean equal = expected.isNull()
                    ? amount == null
                    : amount != null && amount.in(table.unit()).compareTo(expected.decimalValue()) == 0;
            if (equal) {
                right++;
            } else {
                wrong++;
                notes.add(where + "：应为 " + expected + "，读到 " + cell.printed());
            }
        }
    }
}
