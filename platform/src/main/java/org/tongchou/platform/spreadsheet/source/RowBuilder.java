package org.tongchou.platform.spreadsheet.source;

import java.util.ArrayList;
import java.util.List;
import org.tongchou.platform.web.Refusal;

/** Puts the cells of one row together and holds the limits. */
final class RowBuilder {
    private final int number;
    private final List<String> cells = new ArrayList<>();
    private final List<Integer> formulas = new ArrayList<>(0);

    RowBuilder(int number) {
        this.number = number;
    }

    void add(int column, String text, boolean formula) {
        String stripped = strip(text);
        if (stripped.isEmpty() && !formula) {
            return;
        }
        if (column >= SourceFile.MOST_COLUMNS) {
            throw Refusal.of(
                    org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT,
                    "E-IMP-007",
                    "第 " + number + " 行的内容超出 " + SourceFile.MOST_COLUMNS + " 列；请删去无关的列后再导入");
        }
        if (stripped.length() > SourceFile.LONGEST_CELL) {
            throw Refusal.of(
                    org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT,
                    "E-IMP-008",
                    "第 " + number + " 行第 " + (column + 1) + " 列的文字超过 " + SourceFile.LONGEST_CELL + " 个字符；请检查文件是否完整");
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, stripped);
        if (formula) {
            formulas.add(column);
        }
    }

    /** Without white space of any script and invisible marks at both ends, and without null characters. */
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to).replace("\u0000", "");
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || c == 0;
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    SourceRow row() {
        return new SourceRow(number, cells, formulas);
    }
}
