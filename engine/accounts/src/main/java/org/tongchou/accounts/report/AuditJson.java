package org.tongchou.accounts.report;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An audit as JSON: {@code {file, meta, tables, narrative, checks, problems}} and a key for each supplement.
 *
 * <p>Numbers are JSON numbers in the unit of their own table or sentence, never rounded; null is a blank in print.
 * Optional keys ({@code form, side, line, under, resolved_code, repeated}) are present only where they say something.
 */
public final class AuditJson {
    /** Tables that list one amount a row, flat. */
    private static final Set<String> FLAT_TOPICS = Set.of("基本支出经济分类", "支出经济分类");

    private static final List<String> AMOUNT_ROLES = List.of("金额", "合计");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,2}");
    private static final int QUOTE_LENGTH = 20;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AuditJson() {}

    /** One document of the {@code documents} array. */
    public static ObjectNode document(AuditedFile file) {
        Audit audit = file.audit();
        AccountsDocument document = audit.document();
        ObjectNode node = JSON.objectNode();
        node.put("file", file.path());
        node.set("meta", meta(document));
        node.set("tables", tables(document.tables()));
        ArrayNode narrative = node.putArray("narrative");
        document.narrative().forEach(figure -> narrative.add(figure(figure)));
        ArrayNode checks = node.putArray("checks");
        audit.results().forEach(result -> checks.add(check(result)));
        ArrayNode problems = node.putArray("problems");
        document.problems().forEach(problem -> problems.add(problem(problem)));
        audit.supplements().forEach(supplement -> node.set(supplement.key(), supplement.json()));
        return node;
    }

    private static ObjectNode meta(AccountsDocument document) {
        DocumentMeta meta = document.meta();
        ObjectNode node = JSON.objectNode();
        node.put("file", document.file());
        node.put("region", meta.region());
        node.put("bureau", meta.bureau());
        node.put("year", meta.year());
        node.put("kind", meta.kind() == null ? null : meta.kind().printed());
        node.put("unit", meta.unit() == null ? null : meta.unit().printed());
        ArrayNode units = node.putArray("units");
        for (BudgetUnit unit : meta.units()) {
            units.addObject()
                    .put("name", unit.name())
                    .put("nature", unit.nature())
                    .put("staff", unit.staff());
        }
        return node;
    }

    private static ArrayNode tables(List<Table> tables) {
        ArrayNode array = JSON.arrayNode();
        Set<Integer> taken = new HashSet<>();
        for (Table table : tables) {
            int number = number(table, taken);
            taken.add(number);
            array.add(table(String.format("T%02d", number), table));
        }
        return array;
    }

    /** The printed form number; the next free number when none is printed or it is printed twice. */
    private static int number(Table table, Set<Integer> taken) {
        if (table.form() != null) {
            Matcher digits = DIGITS.matcher(table.form());
            if (digits.find()) {
                int printed = Integer.parseInt(digits.group());
                if (!taken.contains(printed)) {
                    return printed;
                }
            }
        }
        int free = 1;
        while (taken.contains(free)) {
            free++;
        }
        return free;
    }

    private static ObjectNode table(String key, Table table) {
        ObjectNode node = JSON.objectNode();
        node.put("key", key);
        node.put("topic", table.topic());
        if (table.form() != null) {
            node.put("form", table.form());
        }
        node.put("title", table.title());
        node.put("unit", table.unit().printed());
        ArrayNode columns = node.putArray("columns");
        table.columns().stream().map(Column::name).distinct().forEach(columns::add);
        node.put("where", table.first().rowLabel() + "-" + table.last().rowLabel());
        ArrayNode rows = node.putArray("rows");
        table.rows().forEach(row -> rows.add(row(table, row)));
        if (!table.notes().isEmpty()) {
            ArrayNode notes = node.putArray("notes");
            table.notes().forEach(notes::add);
        }
        return node;
    }

    private static ObjectNode row(Table table, Row row) {
        ObjectNode node = JSON.objectNode();
        if (row.side() != null) {
            node.put("side", row.side().printed());
        }
        if (row.line() != null) {
            node.put("line", row.line());
        }
        node.put("code", row.code());
        if (row.resolvedCode() != null && !row.resolvedCode().equals(row.code())) {
            node.put("resolved_code", row.resolvedCode());
        }
        node.put("name", row.name());
        if (row.under() != null) {
            node.put("under", row.under());
        }
        boolean flat = FLAT_TOPICS.contains(table.topic());
        if (flat) {
            node.put("amount", amount(table, row));
        }
        if (!flat || table.columns().size() > 1) {
            ObjectNode values = node.putObject("values");
            row.cells().forEach((column, cell) -> values.put(column, number(table, cell)));
        }
        if (row.repeated()) {
            node.put("repeated", true);
        }
        node.put("where", row.place().rowLabel());
        return node;
    }

    private static @Nullable BigDecimal amount(Table table, Row row) {
        for (String role : AMOUNT_ROLES) {
            Cell cell = table.findColumn(role)
                    .map(Column::name)
                    .map(row.cells()::get)
                    .orElse(null);
            if (cell != null) {
                return number(table, cell);
            }
        }
        return row.cells().values().stream()
                .findFirst()
                .map(cell -> number(table, cell))
                .orElse(null);
    }

    private static @Nullable BigDecimal number(Table table, Cell cell) {
        return cell.amount() == null ? null : cell.amount().in(table.unit());
    }

    private static ObjectNode figure(NarrativeFigure figure) {
        String sentence = figure.sentence();
        int end = sentence.offsetByCodePoints(0, Math.min(QUOTE_LENGTH, sentence.codePointCount(0, sentence.length())));
        return JSON.objectNode()
                .put("key", figure.key())
                .put("value", figure.value())
                .put("unit", figure.unit())
                .put("where", figure.place().label())
                .put("quote_start", sentence.substring(0, end));
    }

    private static ObjectNode check(CheckResult result) {
        return JSON.objectNode()
                .put("id", result.id())
                .put("check", result.check())
                .put("group", result.group())
                .put("result", result.outcome().name())
                .put("class", result.cause() == null ? null : result.cause().code())
                .put("expression", result.expression())
                .put("left", result.left())
                .put("right", result.right())
                .put("diff", result.diff())
                .put("tolerance", result.tolerance())
                .put("unit", result.unit())
                .put("where", result.where())
                .put("message", result.message());
    }

    private static ObjectNode problem(Problem problem) {
        return JSON.objectNode()
                .put("code", problem.code().id())
                .put("where", problem.place() == null ? null : problem.place().label())
                .put("found", problem.found())
                .put("message", problem.message());
    }
}
