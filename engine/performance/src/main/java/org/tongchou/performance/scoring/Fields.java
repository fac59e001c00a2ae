package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.files.yaml.YamlIssue;
import org.tongchou.files.yaml.YamlNode.Mapping;

/** Takes typed values out of a mapping; what is missing, wrong or unknown is a {@link RulePackException}. */
final class Fields {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,6})?");

    private final String file;
    private final YamlFields yaml;

    private Fields(String file, YamlFields yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /** The fields of a mapping. */
    Fields(String file, Mapping mapping) {
        this(file, new YamlFields(mapping, issue -> fail(file, issue)));
    }

    /** The fields of a file, which must be one mapping. @throws RulePackException naming file and line */
    static Fields read(String file, String text) {
        return new Fields(file, YamlFields.read(text, issue -> fail(file, issue)));
    }

    private static void fail(String file, YamlIssue issue) {
        String key = issue.key();
        throw new RulePackException(
                file + ":" + issue.line(),
                switch (issue.kind()) {
                    case NOT_A_MAPPING -> "应以“键: 值”开头，如“id: fujian”";
                    case NOT_YAML -> "不是有效的 YAML：" + issue.found();
                    case DUPLICATE -> "“" + key + "”重复，请删去一处";
                    case MISSING -> "缺少 " + key;
                    case WRONG -> key + " " + issue.should() + "，得到“" + issue.shortened() + "”";
                    case WRONG_ITEM -> key + " 的每项" + issue.should() + "，得到“" + issue.shortened() + "”";
                    case UNKNOWN -> "不认识“" + key + "”，可用：" + issue.expected();
                    default -> issue.message();
                });
    }

    /** File and line. */
    String origin() {
        return file + ":" + yaml.line();
    }

    /** A failure at the place of a key, or of the mapping when the key is not there. */
    RulePackException wrong(String key, String message) {
        return new RulePackException(file + ":" + yaml.line(key), message);
    }

    /** A text that must be there. */
    String text(String key) {
        return yaml.required(key, "一个值");
    }

    /** A text that may be there. */
    Optional<String> findText(String key) {
        return Optional.of(yaml.word(key)).filter(word -> !word.isEmpty());
    }

    /** A number that must be there. */
    BigDecimal number(String key) {
        text(key);
        return findNumber(key).orElseThrow();
    }

    /** A number that may be there. */
    Optional<BigDecimal> findNumber(String key) {
        return Optional.ofNullable(yaml.parsed(
                key,
                "数字",
                word -> Optional.of(word).filter(NUMBER.asMatchPredicate()).map(BigDecimal::new)));
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

    /** What one of the given words stands for, or something else when the key is not there. */
    <T> T choice(String key, Map<String, T> words, Supplier<T> otherwise) {
        return Optional.ofNullable(yaml.choice(key, words)).orElseGet(otherwise);
    }

    /** What one of the given words stands for; it must be there. */
    <T> T choice(String key, Map<String, T> words) {
        return Optional.ofNullable(yaml.requiredChoice(key, words)).orElseThrow();
    }

    /** Texts; none when the key is not there. A single value is a list of one. */
    List<String> texts(String key) {
        return yaml.textOrTexts(key).stream().map(String::strip).toList();
    }

    /** What words stand for; none when the key is not there. A single word is a list of one. */
    <T> List<T> choices(String key, Map<String, T> words) {
        return texts(key).stream()
                .map(word -> Optional.ofNullable(words.get(word))
                        .orElseThrow(() ->
                                wrong(key, key + " 应为 " + YamlFields.oneOf(words.keySet()) + "，得到“" + word + "”")))
                .toList();
    }

    /** Mappings; none when the key is not there. A single mapping is a list of one. */
    List<Fields> mappings(String key) {
        List<YamlFields> mappings = yaml.isMapping(key) ? List.of(yaml.below(key)) : yaml.mappings(key);
        return mappings.stream().map(below -> new Fields(file, below)).toList();
    }

    /** Texts by name in file order; none when the key is not there. */
    Map<String, String> entries(String key) {
        return below(key).yaml.all(YamlFields::word);
    }

    /** Numbers by name in file order; none when the key is not there. */
    Map<String, BigDecimal> numbers(String key) {
        Fields below = below(key);
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        below.yaml.keys().forEach(name -> numbers.put(name, below.number(name)));
        return numbers;
    }

    private Fields below(String key) {
        if (!yaml.isMapping(key) && !findText(key).isEmpty()) {
            throw wrong(key, key + " 应为“名称: 值”");
        }
        return new Fields(file, yaml.below(key));
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
        yaml.reportUnknown();
    }
}
