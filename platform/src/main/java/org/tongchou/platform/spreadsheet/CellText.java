package org.tongchou.platform.spreadsheet;

/** Texts as cells can hold them. */
final class CellText {
    /** Longest text of a cell in Excel. */
    private static final int LONGEST = 32_767;

    private CellText() {}

    /** Without characters that XML cannot hold, and not longer than a cell. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints()
                .filter(CellText::allowed)
                .takeWhile(c -> out.length() + Character.charCount(c) <= LONGEST)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /**
     * For CSV only, where nothing but the text itself can say that it is one: an apostrophe before everything that a
     * spreadsheet program would take for a formula.
     */
    static String safeInCsv(String text) {
        int first = 0;
        while (first < text.length() && Character.isSpaceChar(text.charAt(first))) {
            first++;
        }
        boolean formula = first < text.length() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(first)) >= 0;
        return formula ? "'" + text : text;
    }

    /** A name that Excel takes for a sheet: at most 31 characters, none of {@code []:*?/\}, no apostrophe at an end. */
    static String sheetName(String title) {
        String name = clean(title).replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
        name = name.substring(0, Math.min(31, name.length()))
                .replaceAll("^'+|'+$", "")
                .strip();
        return name.isEmpty() ? "表" : name;
    }
}
