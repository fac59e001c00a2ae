package org.tongchou.performance.read;

import java.util.Locale;

/** Texts as they are compared: without what extraction adds. */
public final class Plain {
    private Plain() {}

    /** Without white space; formulas of a typesetter ({@code $\geq 70\%$}) as plain signs. */
    static String compact(String text) {
        String plain = text;
        if (plain.indexOf('\\') >= 0) {
            plain = plain.replace("\\geq", "≥")
                    .replace("\\ge", "≥")
                    .replace("\\leq", "≤")
                    .replace("\\le", "≤")
                    .replace("\\%", "%")
                    .replace("$", "");
        }
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Prose without white space and with full-width punctuation, so that one pattern fits all files. */
    static String prose(String text) {
        String compact = compact(text);
        StringBuilder out = new StringBuilder(compact.length());
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            boolean inNumber = i > 0
                    && i + 1 < compact.length()
                    && Character.isDigit(compact.charAt(i - 1))
                    && Character.isDigit(compact.charAt(i + 1));
            out.append(
                    switch (c) {
                        case ',' -> inNumber ? c : '，';
                        case ';' -> '；';
                        case ':' -> inNumber ? c : '：';
                        case '(' -> '（';
                        case ')' -> '）';
                        default -> c;
                    });
        }
        return out.toString();
    }

    /**
     * Letters, digits and Chinese characters only, in lower case: how two names of one thing are compared. Quotes,
     * brackets and commas differ from form to form.
     */
    public static String bare(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** Cut to what a message can show. */
    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
