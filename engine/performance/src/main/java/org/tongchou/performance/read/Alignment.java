package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a row is which column. Rows lose and gain blank cells, so several ways are tried and the one that makes
 * most sense is taken.
 *
 * @param levels the level cells left of the name
 * @param cells cells by column; several for no column
 * @param shifted whether the cells do not stand under their headers
 */
record Alignment(List<Line.Cell> levels, Map<Header.Column, Line.Cell> cells, boolean shifted) {
    private static final Pattern NUMBER = Pattern.compile("[-+−]?\\d+(?:\\.\\d+)?分?");
    private static final Pattern SIGNED = Pattern.compile("[≥≤=<>≠＝＜＞].*");
    private static final Pattern NUMERIC = Pattern.compile("[≥≤=<>≠＝＜＞]?[-+−]?\\d[\\d.,]*[^，。]{0,10}");
    private static final Pattern EXPLANATION = Pattern.compile(".*(指标出处|具体内容|计算方法|指标解释).*");
    private static final int MOST_SHIFT = 2;
    private static final int MOST_LEVELS = 2;

    /** What speaks against moved cells: little when the row has lost or gained some, more when it has not. */
    private static final int MOVED = 1;

    private static final int MOVED_IN_WHOLE_ROW = 9;

    /**
     * The way that makes most sense.
     *
     * @param filled the cells that are not empty, without the frame
     * @param whole whether the row has as many cells as the header
     */
    static Alignment of(List<Line.Cell> filled, boolean whole, Header header, Words words) {
        int lead = 0;
        while (lead < filled.size() && isLevel(filled.get(lead).text(), words)) {
            lead++;
        }
        List<Alignment> ways = new ArrayList<>();
        for (int split = lead; split >= Math.max(0, lead - 1); split--) {
            addWays(ways, filled, split, header);
        }
        for (int split = lead + 1; split <= Math.min(lead + 2, filled.size() - 1); split++) {
            addWays(ways, filled, split, header);
        }
        Alignment best = null;
        int most = Integer.MIN_VALUE;
        for (Alignment way : ways) {
            int sense =
                    way.sense(header, words, filled.size()) - (way.shifted() ? whole ? MOVED_IN_WHOLE_ROW : MOVED : 0);
            if (sense > most) {
                most = sense;
                best = way;
            }
        }
        return best == null ? new Alignment(filled, Map.of(), false) : best;
    }

    private static boolean isLevel(String text, Words words) {
        return words.isLevel1(text) || words.isLevel2(text);
    }

    private static void addWays(List<Alignment> ways, List<Line.Cell> filled, int split, Header header) {
        List<Line.Cell> levels = filled.subList(0, split);
        List<Line.Cell> rest = filled.subList(split, filled.size());
        for (int shift = 0; shift <= MOST_SHIFT; shift++) {
            ways.add(byColumn(levels, rest, header, shift));
            if (shift > 0) {
                ways.add(byColumn(levels, rest, header, -shift));
            }
        }
        List<Header.Column> columns = header.columns();
        if (rest.size() <= columns.size()) {
            ways.add(inOrder(levels, rest, columns));
        }
        if (rest.size() < columns.size()) {
            ways.add(inOrder(levels, rest, columns.subList(1, columns.size())));
        }
    }

    private static Alignment byColumn(List<Line.Cell> levels, List<Line.Cell> rest, Header header, int shift) {
        Map<Header.Column, Line.Cell> cells = new LinkedHashMap<>();
        for (Header.Column column : header.columns()) {
            rest.stream()
                    .filter(cell -> cell.column() == column.at() + shift)
                    .findFirst()
                    .ifPresent(cell -> cells.put(column, cell));
        }
        return new Alignment(levels, cells, shift != 0);
    }

    private static Alignment inOrder(List<Line.Cell> levels, List<Line.Cell> rest, List<Header.Column> columns) {
        Map<Header.Column, Line.Cell> cells = new LinkedHashMap<>();
        boolean moved = false;
        for (int i = 0; i < rest.size(); i++) {
            cells.put(columns.get(i), rest.get(i));
            moved |= columns.get(i).at() != rest.get(i).column();
        }
        return new Alignment(levels, cells, moved);
    }

    /** How much sense this way makes: every cell used, names where names belong, numbers where numbers belong. */
    private int sense(Header header, Words words, int filled) {
        int sense = -6 * (filled - levels.size() - cells.size());
        for (Header.Column column : header.columns()) {
            Line.Cell cell = cells.get(column);
            sense += cell == null ? missing(column) : fits(column, cell.text(), words);
        }
        for (Line.Cell level : levels) {
            sense += isLevel(level.text(), words) ? 2 : -2;
        }
        sense -= 6 * Math.max(0, levels.size() - MOST_LEVELS);
        return 4 * sense;
    }

    private static int missing(Header.Column column) {
        return switch (column.role()) {
            case "name" -> -5;
            case "weight", "target" -> -2;
            case "reason", "monitored" -> 0;
            default -> -1;
        };
    }

    private static int fits(Header.Column column, String text, Words words) {
        return switch (column.role()) {
            case "name" ->
                isLevel(text, words)
                        ? (text.endsWith("指标") ? -8 : -1)
                        : NUMERIC.matcher(text).matches()
                                        || EXPLANATION.matcher(text).matches()
                                ? -8
                                : 3;
            case "target" ->
                SIGNED.matcher(text).matches() ? 4 : NUMERIC.matcher(text).matches() ? 2 : text.length() > 20 ? -2 : 0;
            case "actual" ->
                NUMERIC.matcher(text).matches() ? 1 : SIGNED.matcher(text).matches() ? -3 : 0;
            case "weight", "score" -> NUMBER.matcher(text).matches() ? 2 : -6;
            case "reason" -> NUMBER.matcher(text).matches() ? -4 : 0;
            case "explanation" -> EXPLANATION.matcher(text).matches() ? 3 : text.length() > 5 ? 1 : -1;
            default -> 0;
        };
    }

    /** The cell of a role; empty text when blank. */
    String text(String role) {
        Line.Cell cell = cell(role);
        return cell == null ? "" : cell.text();
    }

    /** The cell of a role as read; empty text when blank. */
    String raw(String role) {
        Line.Cell cell = cell(role);
        return cell == null ? "" : cell.raw();
    }

    private Line.@Nullable Cell cell(String role) {
        return cells.entrySet().stream()
                .filter(entry -> entry.getKey().role().equals(role))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
