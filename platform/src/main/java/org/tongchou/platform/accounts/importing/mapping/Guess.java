package org.tongchou.platform.accounts.importing.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongchou.money.PrintedNumber;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.spreadsheet.source.Titles;

/** Guesses from the first rows of a file where its header is and what its columns are. What it finds is shown for confirmation. */
public final class Guess {
    private static final Set<ImportKind> OF_YEAR_BEGIN = Set.of(
            ImportKind.BUDGET_INITIAL, ImportKind.BUDGET_CARRY_OVER, ImportKind.BUDGET_INCOME, ImportKind.OPENING);

    private final Words words;
    private final List<SourceRow> rows;

    /** Guesses from these rows, the first of a sheet. */
    public Guess(Words words, List<SourceRow> rows) {
        this.words = words;
        this.rows = rows;
    }

    /**
     * Where the header is.
     *
     * @param first number of its first row, from 1
     * @param rows how many rows it has
     * @param header its titles
     */
    public record Place(int first, int rows, Header header) {}

    /** The most likely header. */
    public Place header() {
        int best = 0;
        int bestScore = -1;
        for (int i = 0; i < rows.size(); i++) {
            int score = score(rows.get(i));
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        if (rows.isEmpty()) {
            return new Place(1, 1, new Header(List.of()));
        }
        if (best > 0 && continues(rows.get(best - 1), rows.get(best)) && score(rows.get(best - 1)) > 0) {
            best--;
        }
        SourceRow first = rows.get(best);
        boolean two = best + 1 < rows.size() && continues(first, rows.get(best + 1));
        return new Place(
                first.number(),
                two ? 2 : 1,
                Header.of(rows.subList(best, Math.min(rows.size(), best + (two ? 2 : 1)))));
    }

    private int score(SourceRow row) {
        Set<String> known = new HashSet<>();
        int texts = 0;
        for (String cell : row.cells()) {
            if (!cell.isEmpty() && PrintedNumber.find(cell).isEmpty()) {
                texts++;
            }
            if (words.isHeader(Titles.plain(cell))) {
                known.add(Titles.plain(cell));
            }
        }
        return known.size() * 100 + texts;
    }

    /** Whether a row is the lower part of the header that begins above it: it fills gaps and holds no values. */
    private static boolean continues(SourceRow upper, SourceRow lower) {
        if (lower.number() != upper.number() + 1) {
            return false;
        }
        boolean gap = false;
        boolean shared = false;
        for (int column = 0;
                column < Math.max(upper.cells().size(), lower.cells().size());
                column++) {
            String text = lower.cell(column);
            if (!text.isEmpty() && text.codePoints().anyMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            gap |= !text.isEmpty() && upper.cell(column).isEmpty();
            shared |= text.isEmpty() && !upper.cell(column).isEmpty();
        }
        return gap && shared;
    }

    /** The unit of money that the rows down to the header name; 元 when they name none. */
    public String moneyUnit(Place place) {
        return rows.stream()
                        .takeWhile(row -> row.number() < place.first() + place.rows())
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> cell.contains("万元"))
                ? "万元"
                : "元";
    }

    /** The mapping for a kind that the titles suggest. */
    public Mapping mapping(ImportKind kind, String sheet, Place place) {
        Map<String, Integer> columns = place.header().byPlainTitle();
        Set<Integer> used = new HashSet<>();
        Map<String, Mapping.Source> fields = new LinkedHashMap<>();
        boolean single = find(Field.AMOUNT, columns, used).isPresent();
        for (Field field : Field.of(kind)) {
            if (field.isMoney() && (field == Field.AMOUNT) != single) {
                continue;
            }
            Field asked = swapped(field, kind, columns);
            Optional<Integer> column = find(asked, columns, used);
            String otherwise = field == Field.DATE && OF_YEAR_BEGIN.contains(kind) ? Mapping.YEAR_BEGIN : "";
            column.ifPresent(used::add);
            List<String> headers =
                    column.map(at -> List.of(place.header().titles().get(at))).orElse(List.of());
            if (!headers.isEmpty() || !otherwise.isEmpty()) {
                fields.put(field.code(), new Mapping.Source(headers, otherwise, null));
            }
        }
        return new Mapping(kind.code(), sheet, place.first(), place.rows(), moneyUnit(place), false, fields);
    }

    /** Debit adds to expenses and takes from income. */
    private static Field swapped(Field field, ImportKind kind, Map<String, Integer> columns) {
        boolean ledger = columns.keySet().stream().anyMatch(title -> title.startsWith("借方"));
        boolean income = kind.isIncome();
        if (ledger && income && field == Field.PLUS) {
            return Field.MINUS;
        }
        return ledger && income && field == Field.MINUS ? Field.PLUS : field;
    }

    private Optional<Integer> find(Field field, Map<String, Integer> columns, Set<Integer> used) {
        Map<String, Integer> free = new HashMap<>(columns);
        free.values().removeAll(used);
        Optional<Integer> exact = words.headers(field).stream()
                .filter(free::containsKey)
                .map(free::get)
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        return words.headers(field).stream()
                .filter(word -> word.length() >= 4)
                .flatMap(word -> free.entrySet().stream()
                        .filter(each -> each.getKey().contains(word))
                        .map(Map.Entry::getValue)
                        .sorted())
                .findFirst();
    }

    /** How many fields of a mapping have their column in a header. */
    public static int fit(Mapping mapping, Header header) {
        return (int) Field.of(mapping.importKind()).stream()
                .filter(field -> header.find(mapping.source(field)).isPresent())
                .count();
    }
}
