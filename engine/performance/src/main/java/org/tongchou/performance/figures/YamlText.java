package org.tongchou.performance.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;

/** Writes values as YAML: plain where that is safe, in quotes where it is not, short mappings on one line. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{IsHan}A-Za-z（《“①-⑳](?:[\\p{IsHan}A-Za-z0-9（）《》“”、，。；：％①-⑳_./+ -]*[\\p{IsHan}A-Za-z0-9（）《》“”、，。；：％①-⑳])?");
    private static final Set<String> RESERVED = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private YamlText() {}

    /** A text that reads back unchanged. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quote(quoted, c));
        return quoted.append('"').toString();
    }

    private static void quote(StringBuilder out, int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                if (printable(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
                }
            }
        }
    }

    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A list on one line. */
    static String list(List<String> scalars) {
        return "[" + String.join(", ", scalars) + "]";
    }

    /** The keys and values of a mapping, blank ones left out, before it is known on how many lines it stands. */
    static final class Fields {
        private final List<String> fields = new ArrayList<>();

        /** Adds a text, unless it is empty. */
        Fields text(String key, @Nullable String text) {
            return text == null || text.isEmpty() ? this : raw(key, scalar(text));
        }

        /** Adds a number, unless there is none. */
        Fields number(String key, @Nullable PrintedNumber number) {
            return number == null ? this : raw(key, number.plain());
        }

        /** Adds what is YAML already. */
        Fields raw(String key, String yaml) {
            fields.add(scalar(key) + ": " + yaml);
            return this;
        }

        /** Adds a mapping on one line, unless it is empty. */
        Fields below(String key, Fields below) {
            return below.empty() ? this : raw(key, below.flow());
        }

        /** Whether nothing was added. */
        boolean empty() {
            return fields.isEmpty();
        }

        /** All on one line: <code>{a: 1, b: 2}</code>. */
        String flow() {
            return "{" + String.join(", ", fields) + "}";
        }
    }

    /** Numbers by name on one line. */
    static Fields numbers(Map<String, PrintedNumber> numbers) {
        Fields fields = new Fields();
        numbers.forEach(fields::number);
        return fields;
    }

    /** Collects the lines of a file with their indentation. */
    static final class Lines {
        private final StringBuilder out = new StringBuilder();

        /** Adds a line. */
        Lines line(int indent, String text) {
            out.append(" ".repeat(indent)).append(text).append('\n');
            return this;
        }

        /** Adds a field's head and one line below it for every item, unless there are none. */
        Lines items(int indent, String key, List<String> items) {
            if (!items.isEmpty()) {
                line(indent, key + ":");
                items.forEach(item -> line(indent + 2, "- " + item));
            }
            return this;
        }

        /** Adds fields, one a line. */
        Lines fields(int indent, Fields fields) {
            fields.fields.forEach(field -> line(indent, field));
            return this;
        }

        /** Adds fields, at least one, as an item of a list: the first after the dash. */
        Lines item(int indent, Fields fields) {
            for (int i = 0; i < fields.fields.size(); i++) {
                line(indent, (i == 0 ? "- " : "  ") + fields.fields.get(i));
            }
            return this;
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }
}
