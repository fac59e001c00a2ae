package org.tongchou.codes;

import java.util.Locale;

/** Texts of codes as people type them. */
final class Characters {
    private Characters() {}

    /** Upper case, full-width characters as plain ones, without white space, marks of order and hyphens inside. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT)
                .map(c -> c >= '！' && c <= '～' ? c - '！' + '!' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString().toUpperCase(Locale.ROOT);
    }

    /** Whether there are only the digits 0 to 9. */
    static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
