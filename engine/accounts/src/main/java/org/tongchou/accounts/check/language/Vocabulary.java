package org.tongchou.accounts.check.language;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that checks may use; {@code checks/vocabulary.yaml}.
 *
 * @param topics the tables by topic
 * @param sets named lists of rows or columns, to be summed or run through
 * @param keys keys of figures stated in sentences by what they count; a key may end in {@code *}
 */
public record Vocabulary(Map<String, Topic> topics, Map<String, List<String>> sets, Map<String, List<String>> keys) {
    private static final Pattern CODE = Pattern.compile("\\d{3}|\\d{5}|\\d{7}");

    /** Copies the maps. */
    public Vocabulary {
        topics = Map.copyOf(topics);
        sets = Map.copyOf(sets);
        keys = Map.copyOf(keys);
    }

    /**
     * The row and column roles of a table.
     *
     * @param rows row roles; codes need not be listed
     * @param columns column roles
     */
    public record Topic(Set<String> rows, Set<String> columns) {
        /** Copies the sets. */
        public Topic {
            rows = Set.copyOf(rows);
            columns = Set.copyOf(columns);
        }
    }

    /** Whether a row name is a classification code. */
    public static boolean isCode(String name) {
        return CODE.matcher(name).matches();
    }

    /** The table with this topic. */
    Topic topic(String name) {
        Topic topic = topics.get(name);
        if (topic == null) {
            throw new LanguageException(
                    "没有表“" + name + "”，可用：" + list(topics.keySet()) + "；新的表请先写入 checks/vocabulary.yaml 的 topics");
        }
        return topic;
    }

    /** Complains when a table has no such row. */
    void requireRow(String topic, String row) {
        Topic table = topic(topic);
        if (!isCode(row) && !table.rows().contains(row)) {
            throw new LanguageException("表“" + topic + "”没有行“" + row + "”，可用：" + list(table.rows()) + " 或科目编码");
        }
    }

    /** Complains when a table has no such column. */
    void requireColumn(String topic, String column) {
        Topic table = topic(topic);
        if (!table.columns().contains(column)) {
            throw new LanguageException("表“" + topic + "”没有列“" + column + "”，可用：" + list(table.columns()));
        }
    }

    /** The members of a named set; the name itself when it is none. */
    public List<String> expand(String name) {
        return sets.getOrDefault(name, List.of(name));
    }

    /** What a narrative key counts; a variable in the key stands for anything. */
    Dimension dimension(String key) {
        if (key.equals("$" + Words.EACH_SHARE)) {
            return Dimension.PERCENT;
        }
        if (key.startsWith("$")) {
            return Dimension.BARE;
        }
        String plain = key.replaceFirst("\\$.*", "*");
        for (Dimension dimension : Dimension.values()) {
            if (keys.getOrDefault(dimension.word(), List.of()).stream().anyMatch(known -> matches(known, plain))) {
                return dimension;
            }
        }
        throw new LanguageException("没有说明数据“" + key + "”，可用的名称见 checks/vocabulary.yaml 的 keys，新的名称请先写入那里");
    }

    /** What a narrative key that a document states counts; empty for a figure no check knows. */
    public Optional<Dimension> findDimension(String key) {
        for (Dimension dimension : Dimension.values()) {
            if (keys.getOrDefault(dimension.word(), List.of()).stream().anyMatch(known -> matches(known, key))) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    /** Whether a key is the pattern, or starts with the pattern's part before {@code *}. */
    public static boolean matches(String pattern, String key) {
        return pattern.endsWith("*") ? key.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(key);
    }

    private static String list(Collection<String> words) {
        return String.join("、", words.stream().sorted().toList());
    }
}
