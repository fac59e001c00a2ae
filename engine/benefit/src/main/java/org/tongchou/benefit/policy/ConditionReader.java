package org.tongchou.benefit.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Condition.Bound;
import org.tongchou.benefit.policy.Condition.LevelBound;
import org.tongchou.files.yaml.YamlNode;
import org.tongchou.files.yaml.YamlNode.Mapping;
import org.tongchou.files.yaml.YamlNode.Scalar;
import org.tongchou.files.yaml.YamlNode.Sequence;

/** Reads conditions. */
final class ConditionReader {
    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<)\\s*(\\S.*)");
    private static final Pattern RANGE = Pattern.compile("(\\S+?)\\.\\.(\\S+)");
    private static final String NUMBERS = "数，如 5、\">=70\"、\"<6\"、\"6..17\"";

    private final Map<String, Counter> counters;

    /** @param counters the counters of the pack, whose units their bounds are written in */
    ConditionReader(Map<String, Counter> counters) {
        this.counters = counters;
    }

    /** The condition below {@code when}; one that always holds when nothing is written. */
    Condition when(Entry entry) {
        YamlNode node = entry.node("when");
        return node == null ? Condition.ALWAYS : read(entry, node);
    }

    private Condition read(Entry entry, YamlNode node) {
        if (!(node instanceof Mapping mapping)) {
            entry.wrong(node, "when", "“事实: 值”，如 { level: level3 }");
            return Condition.ALWAYS;
        }
        List<Condition> all = new ArrayList<>();
        mapping.entries().forEach((key, value) -> read(entry, key, value).ifPresent(all::add));
        return all.size() == 1 ? all.get(0) : new Condition.All(all);
    }

    private Optional<Condition> read(Entry entry, String key, YamlNode node) {
        Place place = entry.place(node);
        if (key.equals("any")) {
            return any(entry, node);
        }
        if (key.equals("not")) {
            Condition inner = read(entry, node);
            if (inner.equals(Condition.ALWAYS)) {
                entry.report(PackRule.WRONG_CONDITION, place, "not 后面没有条件，永远不成立", "请写出不应成立的条件，或删去 not");
                return Optional.empty();
            }
            return Optional.of(new Condition.Not(inner, place));
        }
        Optional<Fact> fact = Fact.find(key);
        if (fact.isEmpty()) {
            entry.report(PackRule.UNKNOWN_FACT, place, "不认识的事实 " + key, "请检查拼写，可用 any、not 和 " + facts());
            return Optional.empty();
        }
        return fact.get().kind().isNumber() ? numbers(entry, fact.get(), node) : words(entry, fact.get(), node);
    }

    private static String facts() {
        List<String> facts = new ArrayList<>();
        for (Fact.Kind kind : Fact.Kind.values()) {
            facts.add(kind.word() + (kind == Fact.Kind.BILL ? ".total" : kind.isNamed() ? ".名字" : ""));
        }
        return String.join("、", facts);
    }

    private Optional<Condition> any(Entry entry, YamlNode node) {
        Place place = entry.place(node);
        List<Condition> some = new ArrayList<>();
        if (node instanceof Sequence list) {
            list.items().forEach(item -> some.add(read(entry, item)));
        }
        if (some.isEmpty()) {
            entry.report(PackRule.WRONG_CONDITION, place, "any 应为条件的列表，至少一个", "请写成 any: [ {…}, {…} ]");
            return Optional.empty();
        }
        return Optional.of(new Condition.Any(some, place));
    }

    // ---- words

    private static Optional<Condition> words(Entry entry, Fact fact, YamlNode node) {
        if (fact.kind() == Fact.Kind.LEVEL && node instanceof Scalar single) {
            Matcher compared = COMPARED.matcher(single.text().strip());
            if (compared.matches()) {
                return Optional.of(ranked(compared, entry.place(node)));
            }
        }
        List<String> words = entry.words(fact.word(), node);
        if (words.isEmpty()) {
            entry.report(
                    PackRule.WRONG_CONDITION, entry.place(node), "条件 " + fact.word() + " 没有写词", "请写一个词或词的列表，或删去这个条件");
            return Optional.empty();
        }
        return Optional.of(new Condition.Is(fact, words, entry.place(node)));
    }

    private static Condition ranked(Matcher compared, Place place) {
        LevelBound bound = new LevelBound(compared.group(2), compared.group(1).endsWith("="));
        return compared.group(1).startsWith(">")
                ? new Condition.Ranked(bound, null, place)
                : new Condition.Ranked(null, bound, place);
    }

    // ---- numbers

    private Optional<Condition> numbers(Entry entry, Fact fact, YamlNode node) {
        List<Condition> some = new ArrayList<>();
        for (String test : entry.words(fact.word(), node)) {
            Optional<Condition> read = number(fact, test, entry.place(node));
            if (read.isEmpty()) {
                entry.report(
                        PackRule.WRONG_CONDITION,
                        entry.place(node),
                        "条件 " + fact.word() + " 的值“" + test + "”应为" + NUMBERS,
                        "请改正；" + fact.word() + " 的数应为" + Numbers.expected(measure(fact)));
            }
            read.ifPresent(some::add);
        }
        if (some.isEmpty()) {
            if (node.blank()) {
                entry.report(
                        PackRule.WRONG_CONDITION, entry.place(node), "条件 " + fact.word() + " 没有写数", "请写" + NUMBERS);
            }
            return Optional.empty();
        }
        return Optional.of(some.size() == 1 ? some.get(0) : new Condition.Any(some, entry.place(node)));
    }

    private Optional<Condition> number(Fact fact, String test, Place place) {
        Matcher compared = COMPARED.matcher(test);
        if (compared.matches()) {
            boolean inclusive = compared.group(1).endsWith("=");
            boolean low = compared.group(1).startsWith(">");
            return bound(fact, compared.group(2).strip(), inclusive)
                    .map(bound -> new Condition.Within(fact, low ? bound : null, low ? null : bound, place));
        }
        Matcher range = RANGE.matcher(test);
        boolean isRange = range.matches();
        Optional<Bound> low = bound(fact, isRange ? range.group(1) : test, true);
        Optional<Bound> high = isRange ? bound(fact, range.group(2), true) : low;
        return low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Within(fact, low.get(), high.get(), place));
    }

    private Optional<Bound> bound(Fact fact, String text, boolean inclusive) {
        if (!Numbers.looksLikeNumber(text)) {
            return text.matches("[^\\s<>=;,]+")
                    ? Optional.of(new Bound(new Operand.Reference(text), inclusive))
                    : Optional.empty();
        }
        return Numbers.find(text, measure(fact))
                .filter(number -> number >= 0)
                .map(number -> new Bound(new Operand.Written(number), inclusive));
    }

    private Unit.Measure measure(Fact fact) {
        if (fact.kind() != Fact.Kind.COUNTER) {
            return fact.kind().isMoney() ? Unit.Measure.AMOUNT : Unit.Measure.COUNT;
        }
        @Nullable Counter counter = counters.get(fact.of());
        return counter == null ? Unit.Measure.AMOUNT : counter.unit().measure();
    }
}
