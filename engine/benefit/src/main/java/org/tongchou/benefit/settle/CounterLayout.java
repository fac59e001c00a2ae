package org.tongchou.benefit.settle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Unit;

/**
 * Where the counters of a pack lie in a {@link YearState}: each in a row of cells, one or one for each word.
 *
 * <p>Its fingerprint says whether a state belongs to it: names, units, periods and words are in it, meanings are not.
 */
public final class CounterLayout {
    private static final int FINGERPRINT = 16;

    private final List<Row> rows;
    private final Map<String, Row> byName;
    private final Map<Counter.Per, int[]> starting = new EnumMap<>(Counter.Per.class);
    private final int cells;
    private final String fingerprint;

    /**
     * The cells of one counter.
     *
     * @param counter the counter
     * @param start its first cell
     * @param words the words it has one cell for each of, in order; empty for a single cell
     */
    record Row(Counter counter, int start, List<String> words) {
        int cells() {
            return counter.by() == null ? 1 : words.size();
        }

        boolean isMoney() {
            return counter.unit().measure() == Unit.Measure.AMOUNT;
        }
    }

    private CounterLayout(List<Row> rows, int cells, String fingerprint) {
        this.rows = rows;
        this.cells = cells;
        this.fingerprint = fingerprint;
        this.byName = new LinkedHashMap<>();
        rows.forEach(row -> byName.put(row.counter().name(), row));
        for (Counter.Per period : Counter.Per.values()) {
            starting.put(
                    period,
                    rows.stream()
                            .filter(row -> row.counter().per().compareTo(period) <= 0)
                            .flatMapToInt(row -> IntStream.range(row.start(), row.start() + row.cells()))
                            .toArray());
        }
    }

    /** The layout of a pack. */
    public static CounterLayout of(PolicyPack pack) {
        List<Row> rows = new ArrayList<>();
        StringBuilder description = new StringBuilder();
        int next = 0;
        for (Counter counter : pack.counters().values()) {
            List<String> words = counter.by() == null
                    ? List.of()
                    : List.copyOf(pack.vocabulary().of(counter.by().words()).keySet());
            Row row = new Row(counter, next, words);
            rows.add(row);
            next += row.cells();
            description
                    .append(counter.name())
                    .append('|')
                    .append(counter.unit().word())
                    .append('|')
                    .append(counter.per().word())
                    .append('|')
                    .append(counter.by() == null ? "" : counter.by().word())
                    .append('|')
                    .append(String.join(",", words))
                    .append('\n');
        }
        return new CounterLayout(List.copyOf(rows), next, hash(description.toString()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Sixteen hexadecimal digits that are the same for layouts with the same cells. */
    public String fingerprint() {
        return fingerprint;
    }

    /** How many cells there are. */
    public int cells() {
        return cells;
    }

    /** The counters in the order of their cells. */
    public List<Counter> counters() {
        return rows.stream().map(Row::counter).toList();
    }

    /** The words that a counter has a cell for each of, in order; none when it is a single number or not known. */
    public List<String> words(String counter) {
        Row row = byName.get(counter);
        return row == null ? List.of() : row.words();
    }

    /**
     * The cell of a counter.
     *
     * @param word the word it is counted for; empty for a single number
     * @return empty when there is no such counter or word
     */
    public Optional<Integer> findCell(String counter, String word) {
        Row row = byName.get(counter);
        if (row == null) {
            return Optional.empty();
        }
        if (row.counter().by() == null) {
            return word.isEmpty() ? Optional.of(row.start()) : Optional.empty();
        }
        int index = row.words().indexOf(word);
        return index < 0 ? Optional.empty() : Optional.of(row.start() + index);
    }

    List<Row> rows() {
        return rows;
    }

    /** Puts the counters to nought that start with a period: its own and those of shorter ones. */
    void start(Counter.Per period, long[] all) {
        for (int cell : startingWith(period)) {
            all[cell] = 0;
        }
    }

    /** Whether a counter starts at nought with a period. */
    boolean startsWith(Counter.Per period) {
        return startingWith(period).length > 0;
    }

    private int[] startingWith(Counter.Per period) {
        return Objects.requireNonNull(starting.get(period));
    }

    @Nullable
    Row row(String counter) {
        return byName.get(counter);
    }

    Row rowOf(int cell) {
        int at = rows.size() - 1;
        while (rows.get(at).start() > cell || rows.get(at).cells() == 0) {
            at--;
        }
        return rows.get(at);
    }
}
