package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tongchou.performance.scoring.Node.Mapping;
import org.tongchou.performance.scoring.Node.Scalar;
import org.tongchou.performance.scoring.Node.Sequence;

/** Takes typed values out of a mapping; what is missing, wrong or unknown is a {@link RulePackException}. */
final class Fields {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,6})?");

    private final String file;
    private final Mapping mapping;
    private final Set<String> taken = new LinkedHashSet<>();

    Fields(String file, Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    /** File and line. */
    String origin() {
        return file + ":" + mapping.line();
    }

    /** Whether a key is given. */
    boolean has(String key) {
        return find(key).isPresent();
    }

    private Optional<Node> find(String key) {
        taken.add(key);
        return Optional.ofNullable(mapping.entries().get(key))
                .filter(node ->
                        !(node instanceof Scalar scalar) || !scalar.text().isBlank());
    }

    private Node get(String key) {
        return find(key).orElseThrow(() -> new RulePackException(origin(), "缺少 " + key));
    }

    /** A failure at the place of a key, or of the mapping when the key is not there. */
    RulePackException wrong(String key, String message) {
        Node node = mapping.entries().get(key);
        return new RulePackException(file + ":" + (node == null ? mapping.line() : node.line()), message);
    }

    private String scalar(String key, Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.text().strip();
        }
        throw wrong(key, key + " 应为一个值");
    }

    /** A text that must be there. */
    String text(String key) {
        return scalar(key, get(key));
    }

    /** A text that may be there. */
    Optional<String> findText(String key) {
        return find(key).map(node -> scalar(key, node));
    }

    /** A number that must be there. */
    BigDecimal number(String key) {
        return number(key, text(key));
    }

    /** A number that may be there. */
    Optional<BigDecimal> findNumber(String key) {
        return findText(key).map(text -> number(key, text));
    }

    private BigDecimal number(String key, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(key, key + " 应为数字，得到“" + text + "”");
        }
        return new BigDecimal(text);
    }

    /** A whole number in a range that may be there. */
    Optional<Integer> findWhole(String key, int least, int most) {
        return findNumber(key).map(number -> {
            if (number.stripTrailingZeros().scale() > 0
                    || number.compareTo(BigDecimal.valueOf(least)) < 0
                    || number.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw wrong(key, key + " 应为 " + least + " 到 " + most + " 的整数，得到“" + text(key) + "”");
            }
            return number.intValueExact();
        });
    }

    /** One of the given words, or what stands for it when the key is not there. */
    <T> T choice(String key, Map<String, T> words, Supplier<T> otherwise) {
        return findText(key).map(text -> choice(key, text, words)).orElseGet(otherwise);
    }

    /** What a word stands for. */
    <T> T choice(String key, String word, Map<String, T> words) {
        T value = words.get(word);
        if (value == null) {
            throw wrong(key, key + " 应为 " + String.join("、", words.keySet()) + " 之一，得到“" + word + "”");
        }
        return value;
    }

    /** Texts; none when the key is not there. A single value is a list of one. */
    List<String> texts(String key) {
        return items(key).stream().map(node -> scalar(key, node)).toList();
    }

    private List<Node> items(String key) {
        return find(key)
                .map(node -> node instanceof Sequence sequence ? sequence.items() : List.of(node))
                .orElse(List.of());
    }

    /** Mappings; none when the key is not there. */
    List<Fields> mappings(String key) {
        return items(key).stream()
                .map(node -> {
                    if (node instanceof Mapping entry) {
                        return new Fields(file, entry);
                    }
                    throw new RulePackException(file + ":" + node.line(), key + " 的每项应为“键: 值”");
                })
                .toList();
    }

    /** Values by name in file order; none when the key is not there. */
    <T> Map<String, T> entries(String key, Function<String, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        find(key).ifPresent(node -> {
            if (!(node instanceof Mapping entries)) {
                throw wrong(key, key + " 应为“名称: 值”");
            }
            entries.entries().forEach((name, value) -> values.put(name, read.apply(scalar(key, value))));
        });
        return values;
    }

    /** Numbers by name in file order; none when the key is not there. */
    Map<String, BigDecimal> numbers(String key) {
        return entries(key, text -> number(key, text));
    }

    /** Makes something of values already taken; what it finds wrong with them is told with file and line. */
    <T> T make(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new RulePackException(origin(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Complains about the first key nobody asked for. */
    void done() {
        for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
            if (!taken.contains(entry.getKey())) {
                throw new RulePackException(
                        file + ":" + entry.getValue().line(),
                        "不认识“" + entry.getKey() + "”，可用：" + String.join("、", taken));
            }
        }
    }
}
