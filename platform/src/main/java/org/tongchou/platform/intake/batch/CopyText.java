package org.tongchou.platform.intake.batch;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's {@code COPY}. */
final class CopyText {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean first = true;

    /** Adds a value; null is none. */
    CopyText add(@Nullable Object value) {
        next();
        if (value == null) {
            text.append("\\N");
        } else {
            escaped(value.toString());
        }
        return this;
    }

    /** Adds an array of texts. */
    CopyText addAll(List<String> values) {
        next();
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    array.append('\\');
                }
                array.append(c);
            }
            array.append('"');
        }
        escaped(array.append('}').toString());
        return this;
    }

    /** Adds bytes; null is none. */
    CopyText addBytes(byte @Nullable [] value) {
        next();
        text.append(value == null ? "\\N" : "\\\\x" + HexFormat.of().formatHex(value));
        return this;
    }

    /** Ends the row. */
    void end() {
        text.append('\n');
        first = true;
    }

    private void next() {
        if (!first) {
            text.append('\t');
        }
        first = false;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** What was added. */
    @Override
    public String toString() {
        return text.toString();
    }
}
