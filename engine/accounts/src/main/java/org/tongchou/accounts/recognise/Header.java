package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.source.RawRow;

/**
 * The header of a table, understood: its bands of columns from left to right.
 *
 * @param width cells of a full row
 * @param bands one band for a plain table, two for income | expenditure, more for columns abreast
 */
record Header(int width, List<Band> bands) {
    private static final String AMOUNT = "金额";
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    /** What a column holds. */
    enum Kind {
        CODE,
        NAME,
        /** A number of the unit or project, not a classification code. */
        ID,
        LINE,
        VALUE,
        OTHER,
        COVERED
    }

    /**
     * A column by its position in a full row.
     *
     * @param group header words above the leaf, joined; empty when there are none
     */
    record Slot(int index, Kind kind, String group, String leaf) {}

    /**
     * Columns that belong together.
     *
     * @param side the half of a two-sided table; null in others
     * @param start position of its first column
     * @param slots all its columns
     * @param values its columns of money, in order; parallel to the VALUE slots
     */
    record Band(@Nullable Side side, int start, List<Slot> slots, List<Column> values) {
        boolean hasLine() {
            return slots.stream().anyMatch(slot -> slot.kind() == Kind.LINE);
        }

        /** VALUE and OTHER slots in order: the figures a row of this band carries. */
        List<Slot> figures() {
            return slots.stream()
                    .filter(slot -> slot.kind() == Kind.VALUE || slot.kind() == Kind.OTHER)
                    .toList();
        }
    }

    /** Reads header rows; empty bands when they hold no column of figures. */
    static Header read(List<RawRow> rows, Layout layout, Layouts.Vocabulary words) {
        List<List<String>> grid = rows.stream()
                .map(row -> row.cells().stream().map(Words::squeeze).toList())
                .filter(cells -> !saysNothing(cells, words))
                .toList();
        int width = grid.stream().mapToInt(List::size).max().orElse(0);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            slots.add(slot(grid, i, words));
        }
        return new Header(width, bands(slots, layout));
    }

    private static boolean saysNothing(List<String> cells, Layouts.Vocabulary words) {
        return cells.stream()
                .filter(cell -> !cell.isEmpty())
                .allMatch(cell -> Layout.matchesAny(words.skippedHeader(), cell));
    }

    private static Slot slot(List<List<String>> grid, int index, Layouts.Vocabulary words) {
        String leaf = "";
        int leafRow = -1;
        for (int r = grid.size() - 1; r >= 0 && leaf.isEmpty(); r--) {
            leaf = at(grid.get(r), index);
            leafRow = r;
        }
        StringBuilder group = new StringBuilder();
        for (int r = 0; r < leafRow; r++) {
            group.append(coveringText(grid.get(r), index));
        }
        Kind kind = leaf.isEmpty() ? Kind.COVERED : kind(leaf, words.labels());
        return new Slot(index, kind, group.toString(), leaf);
    }

    private static String coveringText(List<String> row, int index) {
        for (int i = Math.min(index, row.size() - 1); i >= 0; i--) {
            if (!row.get(i).isEmpty()) {
                return row.get(i);
            }
        }
        return "";
    }

    private static String at(List<String> row, int index) {
        return index < row.size() ? row.get(index) : "";
    }

    private static Kind kind(String leaf, Layouts.Labels labels) {
        if (Layout.matchesAny(labels.code(), leaf)) {
            return Kind.CODE;
        }
        if (Layout.matchesAny(labels.id(), leaf)) {
            return Kind.ID;
        }
        if (Layout.matchesAny(labels.line(), leaf)) {
            return Kind.LINE;
        }
        if (Layout.matchesAny(labels.name(), leaf.replace('(', '（').replace(')', '）'))) {
            return Kind.NAME;
        }
        return Layout.matchesAny(labels.other(), leaf) ? Kind.OTHER : Kind.VALUE;
    }

    private static List<Band> bands(List<Slot> slots, Layout layout) {
        List<List<Slot>> groups = new ArrayList<>();
        List<Slot> current = new ArrayList<>();
        boolean figuresSeen = false;
        for (Slot slot : slots) {
            boolean label = switch (slot.kind()) {
                case CODE, NAME, LINE, ID -> true;
                case VALUE, OTHER, COVERED -> false;
            };
            if (label && figuresSeen) {
                groups.add(current);
                current = new ArrayList<>();
                figuresSeen = false;
            }
            figuresSeen |= slot.kind() == Kind.VALUE || slot.kind() == Kind.OTHER;
            current.add(slot);
        }
        if (figuresSeen) {
            groups.add(current);
        }
        List<Band> bands = new ArrayList<>();
        for (List<Slot> group : groups) {
            Side side = side(layout, bands.size());
            bands.add(new Band(side, group.get(0).index(), List.copyOf(group), columns(group, layout, side)));
        }
        return List.copyOf(bands);
    }

    private static @Nullable Side side(Layout layout, int band) {
        if (layout.shape() != Layout.Shape.TWO_SIDED) {
            return null;
        }
        return band == 0 ? Side.INCOME : Side.EXPENSE;
    }

    private static List<Column> columns(List<Slot> slots, Layout layout, @Nullable Side side) {
        List<Slot> values =
                slots.stream().filter(slot -> slot.kind() == Kind.VALUE).toList();
        boolean sharedGroup = values.stream().map(Slot::group).distinct().count() <= 1;
        List<Column> columns = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Slot slot : values) {
            // A group over every column says nothing; 其中： only says that the columns are parts.
            String group = sharedGroup || slot.group().startsWith("其中") ? "" : slot.group();
            String name = group + slot.leaf();
            String role = layout.columnRole(side, name)
                    .or(() -> slot.leaf().matches("小计|合计") && !group.isEmpty()
                            ? Optional.empty()
                            : layout.columnRole(side, slot.leaf()))
                    .orElse(name);
            columns.add(new Column(name, used.add(role) ? role : name));
            used.add(name);
        }
        return withAmount(columns, layout);
    }

    /**
     * In tables of one figure a row, some column is the figure: the only one, else the one of the latest year, else the
     * last.
     */
    private static List<Column> withAmount(List<Column> columns, Layout layout) {
        boolean wanted = layout.columns().stream().anyMatch(rule -> rule.role().equals(AMOUNT));
        boolean total = columns.stream()
                .anyMatch(
                        column -> column.role().equals(AMOUNT) || column.role().equals("合计"));
        if (!wanted || total || columns.isEmpty()) {
            return List.copyOf(columns);
        }
        Column chosen = columns.get(0);
        for (Column column : columns) {
            if (year(column.name()) >= year(chosen.name())) {
                chosen = column;
            }
        }
        Column amount = chosen;
        return columns.stream()
                .map(column -> column.equals(amount) ? new Column(column.name(), AMOUNT) : column)
                .toList();
    }

    /** The year a header word names, 0 when it names none. */
    static int year(String name) {
        Matcher matcher = YEAR.matcher(name);
        return matcher.find() ? Integer.parseInt(matcher.group()) : 0;
    }

    /** Whether a row of a table is part of its header. */
    static boolean isHeaderRow(RawRow row, Layout layout, Layouts layouts, RowNames names) {
        List<String> cells = row.cells().stream()
                .map(Words::squeeze)
                .filter(cell -> !Words.isNil(cell))
                .toList();
        if (cells.isEmpty() || cells.stream().anyMatch(Words::isAmount)) {
            return false;
        }
        if (cells.stream().anyMatch(cell -> cell.contains("栏次"))) {
            return true;
        }
        if (cells.stream().anyMatch(Words::isCode)) {
            return false;
        }
        int rowWords = 0;
        int headerWords = 0;
        int numbers = 0;
        for (String cell : cells) {
            boolean number = Words.number(cell).isPresent();
            boolean rowWord = names.isRowName(cell);
            boolean headerWord = isHeaderWord(cell, layout, layouts.words());
            numbers += number ? 1 : 0;
            rowWords += rowWord && !headerWord ? 1 : 0;
            headerWords += headerWord && !rowWord && !number ? 1 : 0;
        }
        if (headerWords > 0) {
            return rowWords == 0;
        }
        if (rowWords > 0) {
            // The items of a table lying down are its columns.
            return layout.shape() == Layout.Shape.ROWS && rowWords > 1 && numbers == 0;
        }
        // What is left is both (合计) or neither. Numbers alone count columns; several different words without a number
        // (人员经费 | 公用经费) head columns; one word is a row.
        return numbers == cells.size()
                || (numbers == 0 && cells.stream().distinct().count() > 1);
    }

    private static boolean isHeaderWord(String cell, Layout layout, Layouts.Vocabulary words) {
        Kind kind = kind(cell, words.labels());
        return kind != Kind.VALUE
                || layout.columnRole(null, cell).isPresent()
                || Layout.matchesAny(layout.header(), cell)
                || Layout.matchesAny(words.skippedHeader(), cell)
                || cell.startsWith("其中")
                || cell.equals("本年支出")
                || cell.equals("本年收入");
    }
}
