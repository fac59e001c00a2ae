package org.tongchou.accounts.source;

/**
 * Where something stands in a source file.
 *
 * @param medium the kind of file
 * @param part the part of the file: empty for text, the sheet name for xlsx, {@code 第3页} for pdf, {@code 表2} or
 *     {@code 正文} for docx and html
 * @param row 1-based line, paragraph or row within the part
 * @param cell 1-based cell within the row; 0 when the whole row is meant
 */
public record Place(Medium medium, String part, int row, int cell) {
    /** A line of a text file. */
    public static Place line(int line) {
        return new Place(Medium.TEXT, "", line, 0);
    }

    /** The same row, another cell (1-based). */
    public Place withCell(int other) {
        return new Place(medium, part, row, other);
    }

    /** The whole row of this place. */
    public Place wholeRow() {
        return cell == 0 ? this : withCell(0);
    }

    /** The row as people write it: {@code L146}, {@code 收入决算表!7}, {@code 第3页 行5}, {@code 表2 行5}. */
    public String rowLabel() {
        return switch (medium) {
            case TEXT -> "L" + row;
            case XLSX -> part + "!" + row;
            case PDF, DOCX, HTML -> part + " 行" + row;
        };
    }

    /** The place as people write it: {@code L146 第5格}, {@code 收入决算表!E7}, {@code 表2 行5 第3格}. */
    public String label() {
        if (cell == 0) {
            return rowLabel();
        }
        return medium == Medium.XLSX ? part + "!" + columnLetters(cell) + row : rowLabel() + " 第" + cell + "格";
    }

    private static String columnLetters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return label();
    }
}
