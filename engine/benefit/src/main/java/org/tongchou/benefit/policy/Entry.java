package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.files.yaml.YamlNode;
import org.tongchou.files.yaml.YamlNode.Mapping;

/** A mapping of a known shape in a file of a pack. What is wrong in it is reported; what it gives is always usable. */
final class Entry {
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    private final Mapping mapping;
    private final Shape shape;
    private final String file;
    private final Findings findings;
    private final YamlFields fields;

    private Entry(Mapping mapping, Shape shape, String file, Findings findings) {
        this.mapping = mapping;
        this.shape = shape;
        this.file = file;
        this.findings = findings;
        this.fields = new YamlFields(mapping, issue -> findings.add(file, issue));
    }

    /** The mapping as one of a shape; keys that it may not have are reported. */
    static Entry of(Mapping mapping, Shape shape, String file, Findings findings) {
        Entry entry = new Entry(mapping, shape, file, findings);
        for (String key : mapping.entries().keySet()) {
            if (!shape.keys().contains(key)) {
                findings.add(
                        PackRule.UNKNOWN_KEY,
                        entry.place(key),
                        "不认识的字段 " + key,
                        "请检查拼写，这里可用 " + String.join("、", shape.keys()));
            }
        }
        return entry;
    }

    // ---- where

    /** Where it starts. */
    Place place() {
        return place(mapping);
    }

    /** Where a key's value is, or the mapping when it is not there. */
    Place place(String key) {
        return place(mapping.entries().getOrDefault(key, mapping));
    }

    /** Where a node of the same file is. */
    Place place(YamlNode node) {
        return new Place(file, node.line());
    }

    /** Reports something. */
    void report(PackRule rule, Place place, String message, String remedy) {
        findings.add(rule, place, message, remedy);
    }

    /** Reports the value of a key. */
    void wrong(String key, String expected) {
        wrong(mapping.entries().getOrDefault(key, mapping), key, expected);
    }

    /** Reports a value below a key. */
    void wrong(YamlNode node, String key, String expected) {
        fields.wrong(node, key, expected);
    }

    // ---- what is there

    /** The value of a key; null when nothing is written. */
    @Nullable
    YamlNode node(String key) {
        known(key);
        YamlNode node = mapping.entries().get(key);
        return node == null || node.blank() ? null : node;
    }

    /** Whether a key has a value. */
    boolean has(String key) {
        return node(key) != null;
    }

    private String known(String key) {
        if (!shape.keys().contains(key)) {
            throw new IllegalArgumentException(shape + " has no key " + key);
        }
        return key;
    }

    // ---- single values

    /** A word; empty when it is not there. */
    String word(String key) {
        return fields.word(known(key));
    }

    /** A word; null when it is not there. */
    @Nullable
    String name(String key) {
        String word = word(key);
        return word.isEmpty() ? null : word;
    }

    /** A word that must be there. */
    String required(String key, String expected) {
        return fields.required(known(key), expected);
    }

    /** A date; null when it is not there or none. */
    @Nullable
    LocalDate date(String key) {
        return fields.parsed(known(key), "日期，如 2024-01-01", Entry::findDate);
    }

    private static Optional<LocalDate> findDate(String text) {
        if (text.length() != 10) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 1900 && date.getYear() <= 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A whole number of at most four digits; the usual one when it is not there or none. */
    int whole(String key, int least, int usual) {
        Integer found = fields.parsed(
                known(key),
                "不小于 " + least + " 的整数",
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("\\d{1,4}"))
                        .map(Integer::valueOf)
                        .filter(number -> number >= least));
        return found == null ? usual : found;
    }

    /** {@code true} or {@code false}; false when it is not there. */
    boolean flag(String key) {
        return Boolean.TRUE.equals(fields.choice(known(key), FLAGS));
    }

    /** What a word stands for; the usual one when it is not there or none. */
    <T> T choice(String key, T[] values, Function<T, String> word, T usual) {
        T found = fields.choice(known(key), YamlFields.words(values, word));
        return found == null ? usual : found;
    }

    /** What a word stands for; null when it is not there or none. */
    <T> @Nullable T findChoice(String key, T[] values, Function<T, String> word) {
        return fields.choice(known(key), YamlFields.words(values, word));
    }

    /** As {@link #findChoice}, of a key that must be there. */
    <T> @Nullable T requiredChoice(String key, T[] values, Function<T, String> word) {
        return fields.requiredChoice(known(key), YamlFields.words(values, word));
    }

    // ---- lists and mappings

    /** The words of a list, or a single one; blank ones are reported. */
    List<String> words(String key) {
        return words(known(key), mapping.entries().get(key));
    }

    /** The words of a node. */
    List<String> words(String key, @Nullable YamlNode node) {
        if (node == null || node.blank()) {
            return List.of();
        }
        if (node instanceof YamlNode.Scalar single) {
            return List.of(single.text().strip());
        }
        if (node instanceof YamlNode.Sequence list) {
            List<String> words = new ArrayList<>();
            for (YamlNode item : list.items()) {
                if (item instanceof YamlNode.Scalar word && !word.blank()) {
                    words.add(word.text().strip());
                } else {
                    fields.wrongItem(item, key, "一个词");
                }
            }
            return words;
        }
        wrong(node, key, "一个词或词的列表");
        return List.of();
    }

    /** The mapping below a key; null when it is not there or none. */
    @Nullable
    Entry below(String key, Shape kind) {
        YamlNode node = node(key);
        return node == null ? null : entry(key, node, kind);
    }

    /** The mapping that a node is; null, and reported, when it is none. */
    @Nullable
    Entry entry(String key, YamlNode node, Shape kind) {
        if (node instanceof Mapping below) {
            return of(below, kind, file, findings);
        }
        wrong(node, key, "“键: 值”");
        return null;
    }

    /** The mappings of a list. */
    List<Entry> entries(String key, Shape kind) {
        List<Entry> entries = new ArrayList<>();
        for (YamlNode item : fields.items(known(key))) {
            Entry entry = entry(key, item, kind);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The values below a key by their names, in file order. */
    Map<String, YamlNode> named(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return Map.of();
        }
        if (node instanceof Mapping below) {
            return below.entries();
        }
        wrong(node, key, "“名字: 内容”");
        return Map.of();
    }

    /** The mappings below a key by their names, in file order. */
    Map<String, Entry> named(String key, Shape kind) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        named(key).forEach((name, node) -> {
            Entry entry = entry(name, node, kind);
            if (entry != null && plain(name, node)) {
                entries.put(name, entry);
            }
        });
        return entries;
    }

    /** Whether a name can be referred to: no white space, and none of the signs that separate or compare. */
    private boolean plain(String name, YamlNode node) {
        boolean plain = !name.isEmpty() && name.codePoints().noneMatch(Entry::separates);
        if (!plain) {
            report(PackRule.WRONG_FORM, place(node), "名字“" + name + "”含有空格或标点", "请去掉空格、逗号、分号、冒号、引号和比较符号");
        }
        return plain;
    }

    private static boolean separates(int character) {
        return Character.isWhitespace(character)
                || Character.isISOControl(character)
                || ";；,，<>=%:：\"'{}[]|".indexOf(character) >= 0;
    }
}
