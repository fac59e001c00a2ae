package org.tongchou.accounts.narrative;

/**
 * A text as patterns want to see it: white space taken out, one form for each mark (half-width digits, {@code %}, full-width
 * brackets, commas and colons, straight quotes), with the way back to the printed text.
 *
 * <p>White space between two digits is kept as one blank, so that neighbouring numbers do not run together; white space
 * next to a comma or point inside a number ({@code 2, 315. 94}) goes.
 */
final class Shadow {
    private final String text;
    private final int[] origin;

    private Shadow(String text, int[] origin) {
        this.text = text;
        this.origin = origin;
    }

    /** The shadow of a printed text. */
    static Shadow of(String printed) {
        StringBuilder text = new StringBuilder(printed.length());
        int[] origin = new int[printed.length() + 1];
        boolean blank = false;
        for (int i = 0; i < printed.length(); i++) {
            char c = one(printed.charAt(i));
            if (isBlank(c)) {
                blank = true;
                continue;
            }
            char before = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
            if (blank && isDigit(c) && (isDigit(before) || endsWithNumbering(text))) {
                origin[text.length()] = i - 1;
                text.append(' ');
            }
            blank = false;
            origin[text.length()] = i;
            text.append(c == ',' && !(isDigit(before) && digitFollows(printed, i)) ? '，' : c);
        }
        origin[text.length()] = printed.length();
        return new Shadow(text.toString(), origin);
    }

    /** The cleaned text. */
    String text() {
        return text;
    }

    /** Where the character at an index of the cleaned text stands in the printed text; its length maps to the end. */
    int origin(int index) {
        return origin[index];
    }

    /** The end in the printed text of what ends before an index of the cleaned text. */
    int originEnd(int index) {
        return index == 0 ? 0 : origin[index - 1] + 1;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }

    /** Whether a list number such as {@code 2.} ends before an index of the cleaned text: at the start or after a mark. */
    private static boolean endsWithNumbering(StringBuilder text) {
        int i = text.length() - 1;
        if (i < 1 || text.charAt(i) != '.') {
            return false;
        }
        i--;
        int digits = 0;
        while (i >= 0 && digits < 3 && isDigit(text.charAt(i))) {
            digits++;
            i--;
        }
        return digits > 0 && digits < 3 && (i < 0 || "，；。、".indexOf(text.charAt(i)) >= 0);
    }

    private static boolean digitFollows(String printed, int index) {
        for (int i = index + 1; i < printed.length(); i++) {
            char c = one(printed.charAt(i));
            if (!isBlank(c)) {
                return isDigit(c);
            }
        }
        return false;
    }

    private static char one(char c) {
        if (c >= '０' && c <= '９') {
            return (char) (c - '０' + '0');
        }
        return switch (c) {
            case '．' -> '.';
            case '％', '﹪' -> '%';
            case '－', '−', '–' -> '-';
            case '(' -> '（';
            case ')' -> '）';
            case ':' -> '：';
            case ';' -> '；';
            case '?' -> '？';
            case '!' -> '！';
            case '“', '”', '＂', '「', '」', '『', '』', '〝', '〞' -> '"';
            default -> c;
        };
    }
}
