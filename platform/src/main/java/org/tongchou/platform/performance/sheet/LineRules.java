package org.tongchou.platform.performance.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;
import org.tongchou.platform.web.Refusal;

/** Turns what was typed into indicators, or refuses with the field, the value and what is expected. */
final class LineRules {
    private static final int MOST = 60;
    private static final int NAME = 100;
    private static final int LONG = 500;
    private static final int SHORT = 40;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private LineRules() {}

    /** The indicators; a draft may still lack targets and points, but nothing in it may be wrong. */
    static List<TargetLine> read(List<SheetInput.Line> typed, Set<String> bindings) {
        if (typed.size() > MOST) {
            throw Refusal.field("E-PER-010", "绩效指标个数", String.valueOf(typed.size()), "不多于 " + MOST + " 项");
        }
        List<TargetLine> lines = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SheetInput.Line line : typed) {
            TargetLine read = read(line, lines.size() + 1, bindings);
            if (!names.add(read.name())) {
                throw Refusal.field("E-PER-011", "第 " + (lines.size() + 1) + " 项指标名称", read.name(), "不与其他指标重名");
            }
            lines.add(read);
        }
        return lines;
    }

    private static TargetLine read(SheetInput.Line line, int number, Set<String> bindings) {
        String where = "第 " + number + " 项";
        String level1 = among(line.level1(), where + "一级指标", Vocabulary.LEVELS.keySet());
        String level2 = among(line.level2(), where + "二级指标", Objects.requireNonNull(Vocabulary.LEVELS.get(level1)));
        String name = Texts.text(line.name(), where + "指标名称", NAME);
        if (name.isEmpty()) {
            throw Refusal.field("E-PER-012", where + "指标名称", "", "三级指标的名称");
        }
        String operator = among(line.operator(), where + "“" + name + "”符号", Vocabulary.OPERATORS);
        boolean words = operator.equals(TargetLine.IN_WORDS);
        String about = where + "“" + name + "”";
        String target = Texts.text(line.target(), about + "目标值", LONG);
        if (!words && !target.isEmpty() && PrintedNumber.find(target).isEmpty()) {
            throw Refusal.field("E-PER-013", about + "目标值", target, "数字（符号为 " + operator + "）；目标是文字的请把符号改为“定性”");
        }
        String source = among(line.source() == null ? "填报" : line.source(), about + "数据来源", Vocabulary.SOURCES);
        String binding = source.equals("绑定") ? among(line.binding(), about + "绑定的取数", bindings) : "";
        if (words && !binding.isEmpty()) {
            throw Refusal.field("E-PER-014", about + "数据来源", source, "填报：定性指标不能绑定取数");
        }
        return new TargetLine(
                null,
                level1,
                level2,
                name,
                Texts.text(line.explanation(), about + "指标解释", LONG),
                Texts.text(line.standard(), about + "评分标准", LONG),
                operator,
                words ? target : plain(target),
                words ? "" : Texts.text(line.unit(), about + "计量单位", SHORT),
                weight(line.weight(), about),
                Texts.text(line.prior(), about + "上年完成值", SHORT),
                source,
                binding);
    }

    private static String plain(String target) {
        return PrintedNumber.find(target).map(PrintedNumber::plain).orElse("");
    }

    private static BigDecimal weight(@Nullable BigDecimal weight, String about) {
        BigDecimal given = weight == null ? BigDecimal.ZERO : weight;
        boolean fits = given.signum() >= 0
                && given.compareTo(HUNDRED) <= 0
                && given.stripTrailingZeros().scale() <= 2;
        if (!fits) {
            throw Refusal.field("E-PER-015", about + "分值", given.toPlainString(), "0 至 100、至多两位小数");
        }
        return given;
    }

    private static String among(@Nullable String given, String field, Iterable<String> allowed) {
        for (String word : allowed) {
            if (word.equals(given)) {
                return word;
            }
        }
        throw Refusal.field("E-PER-016", field, given, "以下之一：" + String.join("、", allowed));
    }
}
