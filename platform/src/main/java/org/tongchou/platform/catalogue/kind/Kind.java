package org.tongchou.platform.catalogue.kind;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongchou.codes.NationalCode;

/**
 * A kind of catalogue, as {@code catalogue/kinds.yaml} says it.
 *
 * @param key stable key: {@code drug}
 * @param name in Chinese: 西药中成药
 * @param transaction number of its download: {@code 1301}
 * @param codes structures its codes may have
 * @param code title of the column of the code
 * @param title title of the column of the name; null when items are named elsewhere
 * @param part title of the column a code is divided by: level, person type; null for none
 * @param begins title of the column of the first day; null when the kind has no days of its own
 * @param ends title of the column of the last day
 * @param words columns with fixed words: code and meaning
 * @param numbers columns of numbers
 * @param shown titles of the columns shown in lists besides code and name
 * @param columns titles of the columns of the official file, in order
 */
public record Kind(
        String key,
        String name,
        String transaction,
        List<NationalCode> codes,
        String code,
        @Nullable String title,
        @Nullable String part,
        @Nullable String begins,
        @Nullable String ends,
        Map<String, Map<String, String>> words,
        Map<String, Digits> numbers,
        List<String> shown,
        List<String> columns) {
    /** Column that says whether a row counts. */
    public static final String VALID = "有效标志";

    /** Copies the collections; refuses titles that are no column. */
    public Kind {
        codes = List.copyOf(codes);
        words = words == null ? Map.of() : Map.copyOf(words);
        numbers = numbers == null ? Map.of() : Map.copyOf(numbers);
        shown = shown == null ? List.of() : List.copyOf(shown);
        columns = List.copyOf(columns);
        Set<String> known = Set.copyOf(columns);
        if (!known.contains(code) || !known.containsAll(words.keySet()) || !known.containsAll(numbers.keySet())) {
            throw new IllegalArgumentException("columns of " + key);
        }
    }

    /**
     * What a number may look like.
     *
     * @param whole digits before the point
     * @param decimals digits behind it
     * @param most the largest value; null for no limit but the digits
     */
    public record Digits(int whole, int decimals, @Nullable BigDecimal most) {
        /** Whether a value keeps to it. */
        boolean allows(BigDecimal value) {
            return value.signum() >= 0
                    && value.scale() <= decimals
                    && value.precision() - value.scale() <= whole
                    && (most == null || value.compareTo(most) <= 0);
        }

        /** In words. */
        String expected() {
            return (most == null ? "不小于 0、整数不超过 " + whole + " 位" : "0 至 " + most) + "、最多 " + decimals + " 位小数的数";
        }
    }

    /** Whether items have days of their own. */
    public boolean dated() {
        return begins != null;
    }

    /** Position of a column, from 0. */
    public int at(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException(column);
        }
        return at;
    }

    /** Position of a column, if there is such a column. */
    public Optional<Integer> find(@Nullable String column) {
        return column == null || !columns.contains(column) ? Optional.empty() : Optional.of(at(column));
    }

    /** What the part of an item means: 三级; the part itself when there is no word for it. */
    public String partName(String value) {
        return part == null ? "" : words.getOrDefault(part, Map.of()).getOrDefault(value, value);
    }

    /** What a cell says, words for codes; empty for nothing. */
    public String meaning(int at, @Nullable String cell) {
        String text = cell == null ? "" : cell;
        return words.getOrDefault(columns.get(at), Map.of()).getOrDefault(text, text);
    }

    /** Positions of the columns that matter most. */
    public List<Integer> says() {
        return shown.stream().map(this::at).toList();
    }

    /** The structures of its codes, in words. */
    public String expectedCode() {
        return codes.stream().map(NationalCode::expected).collect(Collectors.joining("，或"));
    }

    /** Positions of columns that say something of the item, rather than of the download. */
    public List<Integer> telling() {
        return IntStream.range(0, columns.size())
                .filter(at -> !Kinds.bookkeeping().contains(columns.get(at)))
                .boxed()
                .toList();
    }
}
