package org.tongchou.accounts.figures;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.figures.YamlNode.Mapping;
import org.tongchou.accounts.figures.YamlNode.Scalar;
import org.tongchou.accounts.figures.YamlNode.Sequence;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.PrintedNumber;

/** Takes typed values out of a YAML mapping and reports those that are missing, wrong or not known. */
final class YamlFields {
    private final String file;
    private final Mapping mapping;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();

    YamlFields(String file, Mapping mapping, Problems problems) {
        this.file = file;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The line of a key, or of the mapping when it is not there. */
    int line(String key) {
        YamlNode node = mapping.entries().get(key);
        return node == null ? mapping.line() : node.line();
    }

    private Optional<YamlNode> take(String key) {
        taken.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    /** A text; reported when missing, then empty. */
    String required(String key, String expected) {
        String text = text(key);
        if (text.isEmpty()) {
            problems.add(ProblemCode.FIGURES_MISSING, file, mapping.line(), key, "缺少字段 " + key + "，应为" + expected);
        }
        return text;
    }

    /** A text; empty when not there. */
    String text(String key) {
        Optional<YamlNode> node = take(key);
        if (node.isPresent() && !(node.get() instanceof Scalar)) {
            wrong(node.get(), key, "", "一个值");
        }
        return node.map(YamlFields::scalar).orElse("");
    }

    /** A text read in a way that may fail; null, reported, when it does. */
    <T> @Nullable T parsed(
            String key, String text, String expected, java.util.function.Function<String, Optional<T>> read) {
        Optional<T> value = text.isEmpty() ? Optional.empty() : read.apply(text);
        if (value.isEmpty() && !text.isEmpty()) {
            problems.invalid(file, line(key), text, "字段 " + key + " 的值“" + text + "”应为" + expected);
        }
        return value.orElse(null);
    }

    /** A list of texts; none when not there. */
    List<String> texts(String key) {
        return items(key).stream().map(YamlFields::scalar).toList();
    }

    /** A list of mappings. */
    List<YamlFields> mappings(String key) {
        return items(key).stream()
                .filter(item -> {
                    if (item instanceof Mapping) {
                        return true;
                    }
                    wrong(item, key, scalar(item), "“键: 值”");
                    return false;
                })
                .map(item -> new YamlFields(file, (Mapping) item, problems))
                .toList();
    }

    private List<YamlNode> items(String key) {
        Optional<YamlNode> node = take(key);
        if (node.isEmpty() || (scalar(node.get()).isEmpty() && node.get() instanceof Scalar)) {
            return List.of();
        }
        if (node.get() instanceof Sequence sequence) {
            return sequence.items();
        }
        wrong(node.get(), key, scalar(node.get()), "列表，每行以“- ”开头");
        return List.of();
    }

    /** A mapping below a key; an empty one when not there. */
    YamlFields below(String key) {
        Optional<YamlNode> node = take(key);
        if (node.isPresent() && node.get() instanceof Mapping below) {
            return new YamlFields(file, below, problems);
        }
        node.filter(other -> !scalar(other).isEmpty()).ifPresent(other -> wrong(other, key, scalar(other), "“键: 值”"));
        return new YamlFields(file, new Mapping(Map.of(), mapping.line()), problems);
    }

    /** Every entry read in the same way; entries that cannot be read are left out (and were reported). */
    <T> Map<String, T> all(BiFunction<YamlFields, String, Optional<T>> read) {
        Map<String, T> values = new LinkedHashMap<>();
        mapping.entries().keySet().forEach(key -> read.apply(this, key).ifPresent(value -> values.put(key, value)));
        return values;
    }

    /** A number as printed, with its decimals; empty, reported, when it is none. */
    Optional<BigDecimal> number(String key) {
        String text = text(key);
        return Optional.ofNullable(parsed(
                key, text, "数字，如 217.28", value -> PrintedNumber.find(value).map(PrintedNumber::value)));
    }

    /** Whether the value of a key is a mapping. */
    boolean isMapping(String key) {
        return mapping.entries().get(key) instanceof Mapping;
    }

    /** Reports the keys that no sentence uses: most likely misspelt. */
    void reportUnknownKeys() {
        mapping.entries().keySet().stream()
                .filter(key -> !FigureKeys.knows(key))
                .forEach(key -> problems.add(
                        ProblemCode.FIGURES_UNUSED, file, line(key), key, "没有哪句话用到“" + key + "”，没有使用，请检查拼写"));
    }

    /** Reports the keys that nobody took: most likely misspelt. */
    void reportUnknown() {
        Set<String> unknown = mapping.entries().keySet().stream()
                .filter(key -> !taken.contains(key))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        unknown.forEach(
                key -> problems.add(ProblemCode.FIGURES_UNUSED, file, line(key), key, "不认识的字段 " + key + "，没有使用，请检查拼写"));
    }

    private void wrong(YamlNode node, String key, String found, String expected) {
        problems.invalid(file, node.line(), found, "字段 " + key + " 应为" + expected);
    }

    private static String scalar(YamlNode node) {
        return node instanceof Scalar scalar ? scalar.text().strip() : "";
    }
}
