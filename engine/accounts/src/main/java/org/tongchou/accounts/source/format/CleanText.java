package org.tongchou.accounts.source.format;

/** Brings text from any source to one form. */
final class CleanText {
    private static final int SHOWN = 40;

    private CleanText() {}

    /**
     * Turns every run of white space (also no-break and ideographic spaces) into one space, drops what cannot be seen
     * (control characters, zero-width marks, soft hyphens) and strips both ends.
     */
    static String clean(CharSequence raw) {
        StringBuilder text = new StringBuilder(raw.length());
        boolean space = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isSpace(c)) {
                space = text.length() > 0;
            } else if (isVisible(c)) {
                if (space) {
                    text.append(' ');
                    space = false;
                }
                text.append(isLoneSurrogate(raw, i) ? '\uFFFD' : c);
            }
        }
        return text.toString();
    }

    /** The text cut to a length that fits into a message. */
    static String shown(String text) {
        return text.length() <= SHOWN ? text : cut(text, SHOWN) + "…";
    }

    /** The first characters of a text, never half of a surrogate pair. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private static boolean isVisible(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT;
    }

    private static boolean isLoneSurrogate(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
