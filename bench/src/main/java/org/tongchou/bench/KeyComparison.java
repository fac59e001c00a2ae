package org.tongchou.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.money.Money;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares an audit with an answer key made independently from the same document: every cell, every failure.
 *
 * @param file the document
 * @param right cells equal to the key
 * @param wrong cells that differ
 * @param missing cells of the key that were not found
 * @param genuine failures of the key (contradictions in the published document)
 * @param reported those of them that the audit reports
 * @param unsupported FAILs of the audit that the key does not have
 * @param notes what differs, for people
 */
record KeyComparison(
        String file,
        int right,
        int wrong,
        int missing,
        int genuine,
        int reported,
        int unsupported,
        List<String> notes) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern LINE = Pattern.compile("L(\\d+)");

    /** Reads a key. */
    static JsonNode key(Path file) {
        return MAPPER.readTree(file);
    }

    static KeyComparison compare(Audit audit, JsonNode key) {
        Counter counter = new Counter(audit);
        key.path("tables").forEach(counter::table);
        List<JsonNode> failures = new ArrayList<>();
        for (JsonNode check : key.path("checks")) {
            String group = check.path("group").asString("");
            boolean later = group.startsWith("perf") || group.startsWith("report") || group.equals("artefact");
            if (!later && !check.path("holds").asBoolean(true)) {
                failures.add(check);
            }
        }
        counter.failures(failures);
        return new KeyComparison(
                audit.document().file(),
                counter.right,
                counter.wrong,
                counter.missing,
                counter.genuine,
                counter.reported,
                counter.unsupported,
                counter.notes);
    }

    private static final class Counter {
        private final Audit audit;
        private final Set<Table> used = new HashSet<>();
        private final List<String> notes = new ArrayList<>();
        private int right;
        private int wrong;
        private int missing;
        private int genuine;
        private int reported;
        private int unsupported;

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
                String code =
                        text(expected, "code").isEmpty() ? text(expected, "resolved_code") : text(expected, "code");
                String ours = row.effectiveCode() == null ? "" : row.effectiveCode();
                boolean same = side.equals(text(expected, "side"))
                        && row.name().equals(text(expected, "name"))
                        && (ours.equals(code) || ours.equals(text(expected, "resolved_code")))
                        && row.repeated() == expected.path("repeated").asBoolean(false)
                        && (row.under() == null ? "" : row.under()).equals(text(expected, "under"));
                if (same) {
                    iterator.remove();
                    return row;
                }
            }
            return null;
        }

        private static String text(JsonNode node, String field) {
            JsonNode value = node.path(field);
            return value.isNull() || value.isMissingNode() ? "" : value.asString("");
        }

        private void cell(
                String topic, JsonNode row, String column, JsonNode expected, @Nullable Cell cell, Table table) {
            String where = topic + " " + text(row, "name") + " " + column + " " + text(row, "where");
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

        void failures(List<JsonNode> failures) {
            List<CheckResult> ours = audit.with(CheckResult.Outcome.FAIL);
            Set<CheckResult> supported = new HashSet<>();
            for (JsonNode failure : failures) {
                List<CheckResult> same =
                        ours.stream().filter(result -> same(result, failure)).toList();
                boolean error = text(failure, "class").equals("published_error");
                supported.addAll(same);
                if (error) {
                    genuine++;
                    reported += same.isEmpty() ? 0 : 1;
                    notes.add((same.isEmpty() ? "未报告：" : "已报告：") + text(failure, "id") + " "
                            + same.stream().map(CheckResult::id).toList());
                }
            }
            for (CheckResult result : ours) {
                if (!supported.contains(result)) {
                    unsupported++;
                    notes.add("答案中没有：" + result.id() + " " + result.message());
                }
            }
        }

        /** The same failure: the same numbers, or one of them at the same line. */
        private static boolean same(CheckResult result, JsonNode failure) {
            BigDecimal left = number(failure, "left");
            BigDecimal right = number(failure, "right");
            boolean both = equal(result.left(), left) && equal(result.right(), right);
            boolean crossed = equal(result.left(), right) && equal(result.right(), left);
            boolean one = equal(result.left(), left)
                    || equal(result.right(), right)
                    || equal(result.left(), right)
                    || equal(result.right(), left);
            return both || crossed || (one && sharesLine(result, text(failure, "where")));
        }

        private static @Nullable BigDecimal number(JsonNode node, String field) {
            return node.path(field).isNumber() ? node.path(field).decimalValue() : null;
        }

        private static boolean equal(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            return a != null && b != null && a.compareTo(b) == 0;
        }

        private static boolean sharesLine(CheckResult result, String where) {
            Set<String> lines = new HashSet<>();
            Matcher matcher = LINE.matcher(where);
            while (matcher.find()) {
                lines.add(matcher.group());
            }
            return result.cells().stream()
                    .anyMatch(cell -> lines.contains(cell.place().rowLabel()));
        }
    }
}
