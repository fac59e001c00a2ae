package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Value.Band;
import org.tongchou.benefit.policy.Value.Rule;
import org.tongchou.files.yaml.YamlNode;
import org.tongchou.files.yaml.YamlNode.Mapping;
import org.tongchou.files.yaml.YamlNode.Scalar;
import org.tongchou.files.yaml.YamlNode.Sequence;

/** Reads parameters. */
final class ParameterReader {
    private static final int DEEPEST_TABLE = 4;

    private final ConditionReader conditions;

    ParameterReader(ConditionReader conditions) {
        this.conditions = conditions;
    }

    /**
     * A parameter; empty when it has no unit that could be read.
     *
     * @param base the parameter that it changes; null when it is a new one
     */
    Optional<Parameter> read(String name, Entry entry, @Nullable Parameter base) {
        String meaning = base == null ? entry.required("meaning", "这个参数的意思") : entry.word("meaning");
        Unit unit = base == null
                ? entry.requiredChoice("unit", Unit.values(), Unit::word)
                : entry.choice("unit", Unit.values(), Unit::word, base.unit());
        if (unit == null) {
            return Optional.empty();
        }
        if (base != null && unit != base.unit()) {
            entry.report(
                    PackRule.WRONG_REFORM,
                    entry.place("unit"),
                    "参数 " + name + " 的单位“" + unit.word() + "”与基础规则包的“"
                            + base.unit().word() + "”不同",
                    "请改为“" + base.unit().word() + "”，或删去 unit");
        }
        List<DatedValue> values = new ArrayList<>();
        if (!entry.has("values")) {
            entry.required("values", "按日期列出的值");
        }
        for (Entry value : entry.entries("values", Shape.DATED_VALUE)) {
            dated(value, unit).ifPresent(values::add);
        }
        values.sort(Comparator.comparing(DatedValue::from).thenComparing(DatedValue::place));
        String shown = base != null && meaning.isEmpty() ? base.meaning() : meaning;
        return Optional.of(new Parameter(name, shown, unit, values, entry.place()));
    }

    private Optional<DatedValue> dated(Entry entry, Unit unit) {
        LocalDate from = entry.date("from");
        if (!entry.has("from")) {
            entry.required("from", "开始执行的日期，如 2024-01-01");
        }
        LocalDate to = entry.date("to");
        List<Citation> sources = sources(entry);
        LocalDate checked = entry.date("checked");
        Trust trust = entry.findChoice("trust", Trust.values(), Trust::word);
        Optional<Value> value = value(entry, unit);
        return from == null
                ? Optional.empty()
                : value.map(is -> new DatedValue(from, to, sources, checked, trust, is, entry.place()));
    }

    private static List<Citation> sources(Entry entry) {
        List<Citation> sources = new ArrayList<>();
        for (String part : entry.required("source", "来源和条款，如“居民办法 第二十四条”").split("[;；]", -1)) {
            String text = part.strip();
            int space = text.indexOf(' ');
            if (!text.isEmpty()) {
                sources.add(
                        space < 0
                                ? new Citation(text, "")
                                : new Citation(
                                        text.substring(0, space),
                                        text.substring(space + 1).strip()));
            }
        }
        return sources;
    }

    // ---- values

    private Optional<Value> value(Entry entry, Unit unit) {
        YamlNode is = entry.node("is");
        List<String> by = entry.words("by");
        if (entry.has("rules")) {
            if (is != null || !by.isEmpty()) {
                entry.report(PackRule.WRONG_FORM, entry.place("rules"), "rules 与 is、by 不能同时写", "请只留一种写法");
            }
            return rules(entry, unit);
        }
        if (is == null) {
            entry.required("is", "取值，或者用 rules 写判断列表");
            return Optional.empty();
        }
        return by.isEmpty() ? leaf(entry, is, unit) : table(entry, is, by, unit);
    }

    private Optional<Value> rules(Entry entry, Unit unit) {
        List<Rule> rules = new ArrayList<>();
        for (Entry rule : entry.entries("rules", Shape.RULE)) {
            Condition when = conditions.when(rule);
            YamlNode is = rule.node("is");
            if (is == null) {
                rule.required("is", "这条规则的取值");
                continue;
            }
            List<String> by = rule.words("by");
            Optional<Value> value = by.isEmpty() ? leaf(rule, is, unit) : table(rule, is, by, unit);
            value.ifPresent(found -> rules.add(new Rule(when, found, rule.place())));
        }
        if (rules.isEmpty()) {
            entry.report(PackRule.WRONG_FORM, entry.place("rules"), "rules 没有一条可用的规则", "请至少写一条 { is: … }");
            return Optional.empty();
        }
        return Optional.of(new Value.Rules(rules, entry.place("rules")));
    }

    private Optional<Value> table(Entry entry, YamlNode node, List<String> by, Unit unit) {
        List<Fact> facts = new ArrayList<>();
        for (String word : by) {
            Optional<Fact> fact = Fact.find(word);
            if (fact.isEmpty() || !canIndex(fact.get())) {
                entry.report(
                        fact.isEmpty() ? PackRule.UNKNOWN_FACT : PackRule.WRONG_FORM,
                        entry.place("by"),
                        fact.isEmpty() ? "不认识的事实 " + word : "表不能按 " + word + " 列，它是数，或者一个人同时可有几个",
                        "请用只有一个词的事实，如 level、person_type、class.名字；其他情形请用 rules");
                return Optional.empty();
            }
            facts.add(fact.get());
        }
        if (facts.size() > DEEPEST_TABLE) {
            entry.report(PackRule.WRONG_FORM, entry.place("by"), "表最多按 " + DEEPEST_TABLE + " 个事实列", "请用 rules");
            return Optional.empty();
        }
        return rows(entry, node, facts, unit);
    }

    /** Whether a fact has exactly one of a few words. */
    private static boolean canIndex(Fact fact) {
        return fact.kind() == Fact.Kind.CARE_LEVEL
                || (!fact.kind().isNumber() && !fact.kind().isMany());
    }

    private Optional<Value> rows(Entry entry, YamlNode node, List<Fact> by, Unit unit) {
        if (!(node instanceof Mapping mapping)) {
            entry.wrong(node, "is", "“词: 取值”，因为写了 by: " + by.get(0).word());
            return Optional.empty();
        }
        Map<String, Value> rows = new LinkedHashMap<>();
        List<Fact> rest = by.subList(1, by.size());
        Value otherwise = null;
        for (Map.Entry<String, YamlNode> row : mapping.entries().entrySet()) {
            Value value = (rest.isEmpty() ? leaf(entry, row.getValue(), unit) : rows(entry, row.getValue(), rest, unit))
                    .orElse(null);
            if (value != null && row.getKey().equals("else")) {
                otherwise = value;
            } else if (value != null) {
                rows.put(row.getKey(), value);
            }
        }
        if (rows.isEmpty() && otherwise == null) {
            entry.report(PackRule.WRONG_FORM, entry.place(node), "表没有一行可用的值", "请写成 { 词: 取值, else: 取值 }");
            return Optional.empty();
        }
        return Optional.of(new Value.Table(by.get(0), rows, otherwise, entry.place(node)));
    }

    private Optional<Value> leaf(Entry entry, YamlNode node, Unit unit) {
        if (node instanceof Sequence list) {
            return bands(entry, list, unit);
        }
        if (node instanceof Mapping mapping
                && !mapping.entries().keySet().stream().anyMatch(Shape.FORMULA.keys()::contains)) {
            entry.report(
                    PackRule.WRONG_FORM, entry.place(node), "“键: 值”的取值缺少 by 或 of", "按词列表请加 by: 事实，计算请写 { of: 参数, … }");
            return Optional.empty();
        }
        return new ExpressionReader(unit)
                .read(entry, "is", node)
                .map(expression -> new Value.Single(expression, entry.place(node)));
    }

    private static Optional<Value> bands(Entry entry, Sequence list, Unit unit) {
        if (unit != Unit.RATIO) {
            entry.report(
                    PackRule.WRONG_UNIT,
                    entry.place(list),
                    "只有单位为“比例”的参数可以分段，这里的单位是“" + unit.word() + "”",
                    "请改单位，或写一个数");
            return Optional.empty();
        }
        List<Band> bands = new ArrayList<>();
        for (YamlNode item : list.items()) {
            Entry band = entry.entry("is", item, Shape.BAND);
            YamlNode is = band == null ? null : band.node("is");
            if (band == null || is == null) {
                if (band != null) {
                    band.required("is", "这一段的比例");
                }
                continue;
            }
            Optional<Long> upTo = upTo(band);
            Optional<Expression> ratio = new ExpressionReader(unit).read(band, "is", is);
            if (ratio.isPresent() && (upTo.isPresent() || !band.has("upto"))) {
                bands.add(new Band(upTo.orElse(null), ratio.get(), band.place()));
            }
        }
        if (bands.isEmpty()) {
            entry.report(PackRule.BANDS, entry.place(list), "没有一段可用", "请写成 [ { upto: 30000, is: 55% }, { is: 65% } ]");
            return Optional.empty();
        }
        return Optional.of(new Value.Bands(bands, entry.place(list)));
    }

    private static Optional<Long> upTo(Entry band) {
        YamlNode node = band.node("upto");
        String text = band.word("upto");
        if (node == null || !(node instanceof Scalar)) {
            return Optional.empty();
        }
        Optional<Long> upTo = Numbers.find(text, Unit.Measure.AMOUNT).filter(fen -> fen > 0);
        if (upTo.isEmpty()) {
            band.report(
                    PackRule.WRONG_NUMBER,
                    band.place("upto"),
                    "upto 的值“" + text + "”不是大于 0 的金额",
                    "请写成" + Numbers.expected(Unit.Measure.AMOUNT) + "；最后一段不写 upto");
        }
        return upTo;
    }
}
