package org.tongchou.performance.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.figures.FigureNode.Entries;
import org.tongchou.performance.figures.FigureNode.Items;

/** Takes typed values out of a YAML mapping; reports those that are missing, wrong or not known. */
final class FigureFields {
    private static final String NUMBER = "数字，如 217.28";
    private static final String BLANK = "~";

    private final Map<String, FigureNode> entries;
    private final int line;
    private final FigureProblems problems;
    private final Set<String> taken = new HashSet<>();

    FigureFields(FigureNode node, FigureProblems problems) {
        this.entries = node instanceof Entries mapping ? mapping.nodes() : Map.of();
        this.line = node.line();
        this.problems = problems;
    }

    /** Where the mapping starts. */
    Place place() {
        return Place.line(line);
    }

    /** Whether a key is written, with or without a value. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** A text exactly as written; empty when it is not there. */
    String text(String key) {
        Optional<FigureNode> node = take(key);
        if (node.isPresent() && !(node.get() instanceof FigureNode.Scalar)) {
            problems.wrong(node.get().line(), key, "", "一个值，不是列表或“键: 值”");
        }
        return node.map(FigureNode::text).orElse("");
    }

    /** A text; null when it is not there or blank. */
    @Nullable
    String textOrNull(String key) {
        String text = text(key);
        return text.isEmpty() ? null : text;
    }

    /**
     * A value read in a way that may fail.
     *
     * @param expected what it should be, for the problem
     * @return null when it is blank, and, reported, when it is something else
     */
    <T> @Nullable T parsed(String key, String expected, Function<String, Optional<T>> read) {
        String text = text(key).strip();
        return text.isEmpty() ? null : read(lineOf(key), key, text, expected, read);
    }

    /** As {@link #parsed}, of a key that must be there. */
    <T> @Nullable T required(String key, String expected, Function<String, Optional<T>> read) {
        if (text(key).isBlank() && !(entries.get(key) instanceof Entries)) {
            problems.add(ProblemCode.FIGURES_MISSING, line, key, "缺少字段 " + key + "，应为" + expected);
        }
        return parsed(key, expected, read);
    }

    private <T> @Nullable T read(
            int where, String key, String text, String expected, Function<String, Optional<T>> read) {
        Optional<T> value = read.apply(text);
        if (value.isEmpty()) {
            problems.wrong(where, key, text, expected);
        }
        return value.orElse(null);
    }

    /** A number with its decimals; null when it is blank and, reported, when it is none. */
    @Nullable
    PrintedNumber number(String key) {
        return parsed(key, NUMBER, PrintedNumber::find);
    }

    /** A list of texts. */
    List<String> texts(String key) {
        return items(key).stream().map(FigureNode::text).toList();
    }

    /** A list of mappings. */
    List<FigureFields> mappings(String key) {
        List<FigureFields> mappings = new ArrayList<>();
        for (FigureNode item : items(key)) {
            if (item instanceof Entries) {
                mappings.add(new FigureFields(item, problems));
            } else {
                problems.wrong(item.line(), key, item.text(), "“- {键: 值, …}”");
            }
        }
        return mappings;
    }

    /** The items of a list; none when it is not there. */
    List<FigureNode> items(String key) {
        Optional<FigureNode> node = take(key);
        if (node.isEmpty() || node.get().blank()) {
            return List.of();
        }
        if (node.get() instanceof Items list) {
            return list.nodes();
        }
        problems.wrong(node.get().line(), key, node.get().text(), "列表，每行以“- ”开头");
        return List.of();
    }

    /** The mapping below a key; an empty one when it is not there. */
    FigureFields below(String key) {
        Optional<FigureNode> node = take(key);
        if (node.isPresent() && !node.get().blank() && !(node.get() instanceof Entries)) {
            problems.wrong(node.get().line(), key, node.get().text(), "“键: 值”");
        }
        return new FigureFields(node.orElse(new Entries(Map.of(), line)), problems);
    }

    /** Numbers by their keys, all of the mapping. */
    Map<String, PrintedNumber> numbers() {
        Map<String, PrintedNumber> numbers = new LinkedHashMap<>();
        for (String key : entries.keySet()) {
            PrintedNumber number = number(key);
            if (number != null) {
                numbers.put(key, number);
            }
        }
        return numbers;
    }

    /** Texts by their keys, all of the mapping. */
    Map<String, String> allTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        entries.keySet().forEach(key -> texts.put(key, text(key)));
        return texts;
    }

    /** The keys of the mapping in file order. */
    Set<String> keys() {
        return entries.keySet();
    }

    /**
     * The numbers of a list by column; blank items are absent.
     *
     * @param row the list without its name
     */
    Map<String, PrintedNumber> numbers(List<String> columns, List<FigureNode> row) {
        Map<String, PrintedNumber> numbers = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            FigureNode cell = row.get(i);
            if (i >= columns.size()) {
                problems.wrong(cell.line(), "rows", cell.text(), "与 columns 一样多的 " + columns.size() + " 个数字，多了");
            } else if (!cell.blank() && !cell.text().equals(BLANK)) {
                PrintedNumber number =
                        read(cell.line(), columns.get(i), cell.text(), NUMBER + "，空白写 " + BLANK, PrintedNumber::find);
                if (number != null) {
                    numbers.put(columns.get(i), number);
                }
            }
        }
        return numbers;
    }

    /** Reports the keys that nobody took: most likely misspelt. */
    void reportUnknown() {
        for (Map.Entry<String, FigureNode> entry : entries.entrySet()) {
            if (!taken.contains(entry.getKey())) {
                problems.add(
                        ProblemCode.FIGURES_UNUSED,
                        entry.getValue().line(),
                        entry.getKey(),
                        "不认识的字段 " + entry.getKey() + "，没有使用，请检查拼写");
            }
        }
    }

    private int lineOf(String key) {
        FigureNode node = entries.get(key);
        return node == null ? line : node.line();
    }

    private Optional<FigureNode> take(String key) {
        taken.add(key);
        return Optional.ofNullable(entries.get(key));
    }
}
