package org.tongchou.accounts.recognise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Side;

/**
 * What one kind of table looks like; read from {@code layouts/*.yaml}, whose head comment explains each field.
 *
 * @param id unique name of the layout
 * @param topic the word that checks use for the table
 * @param shape how its columns are arranged
 * @param titles patterns over the normalised title
 * @param header words that together identify the table without a title
 * @param columns roles of the columns
 * @param columnsOf id of a layout with the same columns; null when given here
 * @param rows roles of named rows
 * @param rowsOf id of a layout with the same rows; null when given here
 * @param under rows that are parts of another row; null when there are none
 */
record Layout(
        String id,
        String topic,
        Shape shape,
        List<Pattern> titles,
        List<Pattern> header,
        List<ColumnRule> columns,
        @JsonProperty("columns_of") @Nullable String columnsOf,
        List<RowRule> rows,
        @JsonProperty("rows_of") @Nullable String rowsOf,
        @Nullable Under under) {

    Layout {
        titles = titles == null ? List.of() : List.copyOf(titles);
        header = header == null ? List.of() : List.copyOf(header);
        columns = columns == null ? List.of() : List.copyOf(columns);
        rows = rows == null ? List.of() : List.copyOf(rows);
    }

    /** How the columns of a table are arranged. */
    enum Shape {
        /** One band: code, name, figures. */
        @JsonProperty("coded")
        CODED,
        /** Income on the left, expense on the right. */
        @JsonProperty("two-sided")
        TWO_SIDED,
        /** The same columns repeated side by side. */
        @JsonProperty("abreast")
        ABREAST,
        /** Named rows without codes, or the same names as columns over one row. */
        @JsonProperty("rows")
        ROWS,
        /** The list of units covered. */
        @JsonProperty("units")
        UNITS,
        /** Known, but not an accounts table. */
        @JsonProperty("skip")
        SKIP
    }

    /** A column role and the header words for it; {@code side} null when both sides may have it. */
    record ColumnRule(String role, @Nullable Side side, List<Pattern> names) {}

    /** A row role and the names for it; {@code side} null when both sides may have it. */
    record RowRule(String role, @Nullable Side side, List<Pattern> names) {}

    /** Rows with one of the part roles that follow a row with this role are parts of it. */
    record Under(String role, Side side, List<String> parts) {}

    boolean titled(String title) {
        return matchesAny(titles, title);
    }

    Optional<String> columnRole(@Nullable Side side, String name) {
        return columns.stream()
                .filter(rule -> rule.side() == null || side == null || rule.side() == side)
                .filter(rule -> matchesAny(rule.names(), name))
                .map(ColumnRule::role)
                .findFirst();
    }

    Optional<String> rowRole(@Nullable Side side, String name) {
        return rows.stream()
                .filter(rule -> rule.side() == null || side == null || rule.side() == side)
                .filter(rule -> matchesAny(rule.names(), name))
                .map(RowRule::role)
                .findFirst();
    }

    static boolean matchesAny(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }
}
