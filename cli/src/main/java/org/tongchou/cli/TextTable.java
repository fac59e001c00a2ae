package org.tongchou.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines up columns for a terminal, where a Chinese character is two columns wide.
 *
 * @param header names of the columns
 * @param rows cells; the first column is text, the others are numbers and stand at the right
 */
record TextTable(List<String> header, List<List<String>> rows) {
    private static final String GAP = "  ";

    /** The lines, header first, then a rule. */
    List<String> lines() {
        int[] widths = new int[header.size()];
        measure(header, widths);
        rows.forEach(row -> measure(row, widths));
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("─".repeat(width));
        }
        lines.add(String.join(GAP, rule));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static void measure(List<String> row, int[] widths) {
        for (int i = 0; i < row.size(); i++) {
            widths[i] = Math.max(widths[i], width(row.get(i)));
        }
    }

    private static String line(List<String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String blank = " ".repeat(widths[i] - width(row.get(i)));
            cells.add(i == 0 ? row.get(i) + blank : blank + row.get(i));
        }
        return String.join(GAP, cells).stripTrailing();
    }

    /** Columns a text takes on a terminal. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        boolean wide = script == Character.UnicodeScript.HAN
                || (codePoint >= 0x3000 && codePoint <= 0x303F)
                || (codePoint >= 0xFF01 && codePoint <= 0xFF60);
        return wide ? 2 : 1;
    }
}
