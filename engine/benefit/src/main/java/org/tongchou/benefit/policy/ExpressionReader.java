package org.tongchou.benefit.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Expression.EachVisit;
import org.tongchou.benefit.policy.Expression.Formula;
import org.tongchou.benefit.policy.RoundTo.Step;
import org.tongchou.benefit.policy.Unit.Measure;
import org.tongchou.files.yaml.YamlNode;
import org.tongchou.files.yaml.YamlNode.Mapping;
import org.tongchou.files.yaml.YamlNode.Scalar;
import org.tongchou.money.Rounding;

/** Reads numbers and formulas of a parameter. */
final class ExpressionReader {
    private static final Map<String, Rounding> MODES = modes();

    private final Unit unit;

    ExpressionReader(Unit unit) {
        this.unit = unit;
    }

    private static Map<String, Rounding> modes() {
        Map<String, Rounding> modes = new LinkedHashMap<>();
        modes.put("half_up", Rounding.HALF_UP);
        modes.put("down", Rounding.TRUNCATE);
        modes.put("up", Rounding.RAISE);
        return modes;
    }

    /** A rounding with its mode as the keys say it; half up where nothing is said. */
    static RoundTo rounding(Entry entry, String stepKey, Step usual) {
        Step step = entry.choice(stepKey, Step.values(), Step::word, usual);
        String[] words = MODES.keySet().toArray(String[]::new);
        String mode = entry.choice("mode", words, word -> word, "half_up");
        return new RoundTo(step, MODES.getOrDefault(mode, Rounding.HALF_UP));
    }

    /** A number or formula; empty, and reported, when it is neither. */
    Optional<Expression> read(Entry entry, String key, YamlNode node) {
        if (node instanceof Mapping) {
            return Optional.ofNullable(entry.entry(key, node, Shape.FORMULA)).flatMap(this::formula);
        }
        if (!(node instanceof Scalar scalar) || scalar.blank()) {
            entry.wrong(node, key, "一个数，或者 { of: 参数, times: … }");
            return Optional.empty();
        }
        return number(entry, node, scalar.text().strip(), unit.measure(), false).map(Expression.Written::new);
    }

    private Optional<Long> number(Entry entry, YamlNode node, String text, Measure measure, boolean negative) {
        boolean own = measure == unit.measure();
        Optional<Long> number = own ? Numbers.find(text, unit) : Numbers.find(text, measure);
        if (number.isEmpty()) {
            String expected = own ? Numbers.expected(unit) : Numbers.expected(measure);
            entry.report(
                    PackRule.WRONG_NUMBER,
                    entry.place(node),
                    "“" + text + "”不是单位为“" + unit.word() + "”的数",
                    "请写成" + expected + (Numbers.looksLikeNumber(text) ? "" : "；引用参数请写 { of: 参数名 }"));
            return Optional.empty();
        }
        String range = range(number.get(), measure, negative);
        if (!range.isEmpty()) {
            entry.report(PackRule.OUT_OF_RANGE, entry.place(node), "“" + text + "”" + range, "请核对后改正");
            return Optional.empty();
        }
        return number;
    }

    /** What is wrong with the size of a number; empty when nothing is. */
    private String range(long value, Measure measure, boolean negative) {
        long one = 100_000_000L;
        boolean points = unit == Unit.POINTS || negative;
        if (value < 0 && !points) {
            return "是负数，" + unit.word() + "不能为负";
        }
        if (measure == Measure.RATIO && unit == Unit.RATIO && !negative && value > one) {
            return "超过 100%，比例应在 0 到 1 之间，如 60% 或 0.6";
        }
        if (unit == Unit.POINTS && measure == Measure.RATIO && Math.abs(value) > one) {
            return "超过 100%，五个百分点写作 5% 或 0.05";
        }
        return "";
    }

    // ---- formulas

    private Optional<Expression> formula(Entry entry) {
        Operand of = operand(entry, "of", unit.measure(), false);
        if (of == null) {
            if (!entry.has("of")) {
                entry.required("of", "参数名、数或事实");
            }
            return Optional.empty();
        }
        return Optional.of(new Formula(
                of,
                factor(entry),
                operand(entry, "plus", unit.measure(), true),
                eachVisit(entry),
                operand(entry, "at_least", unit.measure(), true),
                operand(entry, "at_most", unit.measure(), true),
                round(entry),
                entry.place()));
    }

    private @Nullable RoundTo round(Entry entry) {
        RoundTo round = rounding(entry, "round", Step.FEN);
        return entry.has("round") || entry.has("mode") ? round : null;
    }

    private @Nullable EachVisit eachVisit(Entry entry) {
        Entry below = entry.below("each_visit", Shape.EACH_VISIT);
        if (below == null) {
            return null;
        }
        EachVisit change =
                new EachVisit(operand(below, "add", unit.measure(), true), factor(below), below.whole("from", 1, 2));
        if (change.add() == null && change.times() == null) {
            below.report(PackRule.MISSING, below.place(), "each_visit 缺少 add 和 times", "请写出每次增减多少，或乘以多少");
            return null;
        }
        return change;
    }

    /** The factor {@code times}, which has no unit. */
    private @Nullable Operand factor(Entry entry) {
        YamlNode node = entry.node("times");
        String text = entry.word("times");
        if (node == null || text.isEmpty()) {
            return null;
        }
        if (!Numbers.looksLikeNumber(text)) {
            return named(text);
        }
        Optional<Long> number = Numbers.find(text, Measure.RATIO);
        if (number.isEmpty()) {
            entry.report(
                    PackRule.WRONG_NUMBER, entry.place(node), "“" + text + "”不是倍数", "请写成最多六位小数的数或百分数，如 50%、0.5、6、-1");
        }
        return number.map(Operand.Written::new).orElse(null);
    }

    private @Nullable Operand operand(Entry entry, String key, Measure measure, boolean negative) {
        YamlNode node = entry.node(key);
        String text = entry.word(key);
        if (node == null || text.isEmpty()) {
            return null;
        }
        return Numbers.looksLikeNumber(text)
                ? number(entry, node, text, measure, negative)
                        .map(Operand.Written::new)
                        .orElse(null)
                : named(text);
    }

    /** A fact that is a number, else a parameter. */
    private static Operand named(String name) {
        return Fact.find(name)
                .filter(fact -> fact.kind().isNumber())
                .<Operand>map(Operand.Asked::new)
                .orElseGet(() -> new Operand.Reference(name));
    }
}
