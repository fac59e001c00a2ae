package org.tongchou.files.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongchou.files.yaml.YamlIssue.Kind;
import org.tongchou.files.yaml.YamlNode.Mapping;
import org.tongchou.files.yaml.YamlNode.Scalar;
import org.tongchou.files.yaml.YamlNode.Sequence;
import org.tongchou.money.PrintedNumber;

/**
 * Takes typed values out of a YAML mapping and reports those that are missing, wrong or not known. A key without a
 * value is a key that is not there, unless said otherwise.
 */
public final class YamlFields {
    private static final String MAPPING = "“键: 值”";

    private final Mapping mapping;
    private final Consumer<YamlIssue> report;
    private final Set<String> taken = new LinkedHashSet<>();

    /** The fields of a mapping; issues go to the callback, which may throw. */
    public YamlFields(Mapping mapping, Consumer<YamlIssue> report) {
        this.mapping = mapping;
        this.report = report;
    }

    /** The fields of a file as {@link YamlReader#read} reads it. */
    public static YamlFields read(String text, Consumer<YamlIssue> report) {
        return new YamlFields(YamlReader.read(text, report), report);
    }

    // ---- what is there

    /** 1-based line where the mapping starts. */
    public int line() {
        return mapping.line();
    }

    /** The line of a key, or of the mapping when it is not there. */
    public int line(String key) {
        YamlNode node = mapping.entries().get(key);
        return node == null ? mapping.line() : node.line();
    }

    /** The keys in file order. */
    public Set<String> keys() {
        return mapping.entries().keySet();
    }

    /** Whether a key is written, with or without a value. */
    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** Whether the value of a key is a mapping. */
    public boolean isMapping(String key) {
        return mapping.entries().get(key) instanceof Mapping;
    }

    private @Nullable YamlNode take(String key) {
        taken.add(key);
        return mapping.entries().get(key);
    }

    // ---- single values

    /** A text exactly as written; empty when it is not there. */
    public String text(String key) {
        YamlNode node = take(key);
        if (node != null && !(node instanceof Scalar)) {
            wrong(node, key, "一个值，不是列表或" + MAPPING);
        }
        return node == null ? "" : node.text();
    }

    /** A text without white space around it; empty when it is not there. */
    public String word(String key) {
        return text(key).strip();
    }

    /** As {@link #word}, of a key that must be there. */
    public String required(String key, String expected) {
        YamlNode node = take(key);
        if (node == null || node.blank()) {
            report.accept(new YamlIssue(Kind.MISSING, line(), key, key, expected));
        }
        return word(key);
    }

    /**
     * A word read in a way that may fail.
     *
     * @param expected what it should be, in Chinese
     * @return null when it is not there, and, reported, when it is something else
     */
    public <T> @Nullable T parsed(String key, String expected, Function<String, Optional<T>> read) {
        return parsed(key, word(key), expected, read);
    }

    /** As {@link #parsed}, of a key that must be there. */
    public <T> @Nullable T required(String key, String expected, Function<String, Optional<T>> read) {
        return parsed(key, required(key, expected), expected, read);
    }

    private <T> @Nullable T parsed(String key, String word, String expected, Function<String, Optional<T>> read) {
        Optional<T> value = word.isEmpty() ? Optional.empty() : read.apply(word);
        if (value.isEmpty() && !word.isEmpty()) {
            report.accept(new YamlIssue(Kind.WRONG, line(key), key, word, expected));
        }
        return value.orElse(null);
    }

    /** A number with its decimals; null when it is not there and, reported, when it is none. */
    public @Nullable PrintedNumber number(String key) {
        return parsed(key, "数字，如 217.28", PrintedNumber::find);
    }

    /** What a word stands for; null when it is not there and, reported, when it is none of those. */
    public <T> @Nullable T choice(String key, Map<String, T> words) {
        return parsed(key, oneOf(words.keySet()), word -> Optional.ofNullable(words.get(word)));
    }

    /** As {@link #choice}, of a key that must be there. */
    public <T> @Nullable T requiredChoice(String key, Map<String, T> words) {
        return required(key, oneOf(words.keySet()), word -> Optional.ofNullable(words.get(word)));
    }

    /** The words that values are written with, in order. */
    public static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }

    /** “甲、乙之一”. */
    public static String oneOf(Collection<String> words) {
        String all = String.join("、", words);
        return all + (!all.isEmpty() && all.charAt(all.length() - 1) <= '~' ? " " : "") + "之一";
    }

    // ---- lists and mappings

    /** The items of a list; none when it is not there. */
    public List<YamlNode> items(String key) {
        YamlNode node = take(key);
        if (node instanceof Sequence sequence) {
            return sequence.items();
        }
        if (node != null && !node.blank()) {
            wrong(node, key, "列表，每行以“- ”开头");
        }
        return List.of();
    }

    /** A list of texts exactly as written; none when it is not there. */
    public List<String> texts(String key) {
        List<YamlNode> items = items(key);
        items.stream().filter(item -> !(item instanceof Scalar)).forEach(item -> wrongItem(item, key, "一个值，含有冒号的请加引号"));
        return items.stream().map(YamlNode::text).toList();
    }

    /** As {@link #texts}; a single value is a list of one. */
    public List<String> textOrTexts(String key) {
        return mapping.entries().get(key) instanceof Scalar single && !single.blank() ? List.of(text(key)) : texts(key);
    }

    /** A list of mappings; none when it is not there. */
    public List<YamlFields> mappings(String key) {
        List<YamlFields> mappings = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof Mapping entries) {
                mappings.add(new YamlFields(entries, report));
            } else {
                wrongItem(item, key, MAPPING);
            }
        }
        return mappings;
    }

    /** The mapping below a key; an empty one when it is not there. */
    public YamlFields below(String key) {
        YamlNode node = take(key);
        if (node instanceof Mapping below) {
            return new YamlFields(below, report);
        }
        if (node != null && !node.blank()) {
            wrong(node, key, MAPPING);
        }
        return new YamlFields(new Mapping(Map.of(), line(key)), report);
    }

    /** Every value of the mapping read in the same way, in file order; what is read as null is left out. */
    public <T> Map<String, T> all(BiFunction<YamlFields, String, @Nullable T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        for (String key : keys()) {
            T value = read.apply(this, key);
            if (value != null) {
                values.put(key, value);
            }
        }
        return values;
    }

    // ---- reports

    /** Reports the value of a key. */
    public void wrong(YamlNode node, String key, String expected) {
        report.accept(new YamlIssue(Kind.WRONG, node.line(), key, node.text(), expected));
    }

    /** Reports an item of a key's list. */
    public void wrongItem(YamlNode node, String key, String expected) {
        report.accept(new YamlIssue(Kind.WRONG_ITEM, node.line(), key, node.text(), expected));
    }

    /** Reports the keys that nobody took, most likely misspelt, with those that somebody did. */
    public void reportUnknown() {
        for (String key : keys()) {
            if (!taken.contains(key)) {
                report.accept(new YamlIssue(Kind.UNKNOWN, line(key), key, key, String.join("、", taken)));
            }
        }
    }
}
