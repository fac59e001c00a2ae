package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.language.Vocabulary;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;

/** One document, indexed for the checks. Built for one audit and used by one thread. */
final class Scope {
    private final AccountsDocument document;
    private final Vocabulary vocabulary;
    private final Map<String, List<Table>> tables = new HashMap<>();
    private final Map<String, List<NarrativeFigure>> figures = new LinkedHashMap<>();
    private final IdentityHashMap<NarrativeFigure, Integer> positions = new IdentityHashMap<>();
    private final IdentityHashMap<Table, CodeTree> trees = new IdentityHashMap<>();
    private final Map<String, Integer> usualDecimals;

    Scope(AccountsDocument document, Vocabulary vocabulary) {
        this.document = document;
        this.vocabulary = vocabulary;
        for (Table table : document.tables()) {
            tables.computeIfAbsent(table.topic(), any -> new ArrayList<>()).add(table);
            trees.put(table, new CodeTree(table));
        }
        for (NarrativeFigure figure : document.narrative()) {
            positions.put(figure, positions.size());
            figures.computeIfAbsent(figure.key(), any -> new ArrayList<>()).add(figure);
        }
        usualDecimals = usualDecimals(document.narrative());
    }

    /** How many decimals most figures of a unit print: a figure with fewer has only dropped its zeros. */
    private static Map<String, Integer> usualDecimals(List<NarrativeFigure> narrative) {
        Map<String, Map<Integer, Integer>> counts = new HashMap<>();
        narrative.forEach(figure -> counts.computeIfAbsent(figure.unit(), any -> new HashMap<>())
                .merge(figure.decimals(), figure.value().signum() == 0 ? 0 : 1, Integer::sum));
        Map<String, Integer> usual = new HashMap<>();
        counts.forEach((unit, byDecimals) -> byDecimals.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(most -> usual.put(unit, most.getKey())));
        return usual;
    }

    AccountsDocument document() {
        return document;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** All tables about a topic in printed order. */
    List<Table> tables(String topic) {
        return tables.getOrDefault(topic, List.of());
    }

    /** The table about a topic that other tables are compared with: the one with most codes, the first of equals. */
    Optional<Table> table(String topic) {
        return tables(topic).stream()
                .max(Comparator.<Table>comparingInt(table -> tree(table).coded().size())
                        .thenComparingInt(table -> -document.tables().indexOf(table)));
    }

    CodeTree tree(Table table) {
        return trees.computeIfAbsent(table, CodeTree::new);
    }

    /** The figures stated under a key, in printed order. */
    List<NarrativeFigure> figures(String key) {
        return figures.getOrDefault(key, List.of());
    }

    /** All stated keys in printed order. */
    List<String> keys() {
        return List.copyOf(figures.keySet());
    }

    /** The figure under a key that stands nearest to another: in its sentence, in its section, else anywhere. */
    Optional<NarrativeFigure> nearest(String key, @Nullable NarrativeFigure driver) {
        List<NarrativeFigure> candidates = figures(key);
        if (driver == null || candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        int at = position(driver);
        return candidates.stream()
                .min(Comparator.<NarrativeFigure>comparingInt(figure -> distance(figure, driver))
                        .thenComparingInt(figure -> Math.abs(position(figure) - at)));
    }

    private static int distance(NarrativeFigure figure, NarrativeFigure driver) {
        if (figure.place().equals(driver.place()) && figure.sentence().equals(driver.sentence())) {
            return 0;
        }
        return figure.section().equals(driver.section()) ? 1 : 2;
    }

    /** Position among all figures of the document. */
    int position(NarrativeFigure figure) {
        return positions.getOrDefault(figure, 0);
    }

    /** Decimals that figures of a unit usually print. */
    int usualDecimals(String unit) {
        return usualDecimals.getOrDefault(unit, 0);
    }

    /** The counted row with this role or code. */
    static Optional<Row> row(Table table, @Nullable Side side, String name) {
        return table.rows().stream()
                .filter(row -> !row.repeated() && (side == null || row.side() == side))
                .filter(row -> row.role().equals(name) || name.equals(row.effectiveCode()))
                .findFirst();
    }

    /** The column of a row that has this role; for a cell the row has lost, the table's column. */
    static Optional<Column> column(Table table, Row row, String role) {
        List<Column> columns = table.columns().stream()
                .filter(column -> column.role().equals(role))
                .toList();
        return columns.stream()
                .filter(column -> row.cells().containsKey(column.name()))
                .findFirst()
                .or(() -> row.side() == null ? columns.stream().findFirst() : Optional.empty());
    }

    /** A table and the place to print for it: its title, or its topic. */
    static String name(Table table) {
        return table.title().isEmpty() ? table.topic() : table.title();
    }

    /** Whether a cell prints nothing: blank or a dash. */
    static boolean blank(Cell cell) {
        return cell.amount() == null
                && cell.printed().replaceAll("[\\s\\u00a0—–―─－/\\-]", "").isEmpty();
    }
}
