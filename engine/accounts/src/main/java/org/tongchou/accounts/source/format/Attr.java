package org.tongchou.accounts.source.format;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Short ways to the attributes of XML elements. */
final class Attr {
    private Attr() {}

    /** An attribute, with or without the namespace of its element; null when there is none. */
    static @Nullable String value(Attributes attributes, String uri, String name) {
        String value = attributes.getValue(uri, name);
        return value != null ? value : attributes.getValue(name);
    }

    /** An attribute without a namespace; empty when there is none. */
    static String text(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }

    /** A whole number of up to nine digits; the other one when the text is not one. */
    static int number(@Nullable String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > 10) {
            return otherwise;
        }
        int start = text.charAt(0) == '-' ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return otherwise;
            }
        }
        int digits = text.length() - start;
        return digits == 0 || digits > 9 ? otherwise : Integer.parseInt(text);
    }
}
