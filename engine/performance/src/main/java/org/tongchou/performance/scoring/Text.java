package org.tongchou.performance.scoring;

/** Texts of cells in a shape that can be compared and searched. */
final class Text {
    private Text() {}

    /** Without white space; full-width forms of ASCII as ASCII ({@code １％，} becomes {@code 1%,}). */
    static String compact(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') {
                out.append((char) (c - '！' + '!'));
            } else if (!Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && Character.getType(c) != Character.FORMAT) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Letters and digits only. */
    static String bare(String text) {
        String compact = compact(text);
        StringBuilder out = new StringBuilder(compact.length());
        compact.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }
}
