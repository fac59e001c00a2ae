package org.tongchou.benefit.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters, values and conditions as a clerk reads them, in Chinese with the words of the pack. */
public final class PolicyText {
    private static final String INDENT = "  ";

    private final PolicyPack pack;

    /** Texts about a pack. */
    public PolicyText(PolicyPack pack) {
        this.pack = pack;
    }

    /** A parameter with its values over time, each with its source; the lines of a value are indented. */
    public List<String> lines(Parameter parameter) {
        List<String> lines = new ArrayList<>();
        lines.add(parameter.meaning() + "（" + parameter.name() + "，单位 "
                + parameter.unit().word() + "）");
        for (DatedValue value : parameter.values()) {
            lines.add(period(value) + "  " + source(value) + "  " + value.place());
            lines(value.value(), parameter.unit(), INDENT, "", lines);
        }
        return lines;
    }

    private static String period(DatedValue value) {
        return value.from() + (value.to() == null ? " 起" : " 至 " + value.to());
    }

    /** Where a value comes from: {@code 居民办法 第二十四条（武政规〔2017〕24号，official，核对 2026-11-21）}. */
    public String source(DatedValue value) {
        return value.sources().stream()
                .map(citation -> citation + details(pack.sources().get(citation.source()), value))
                .collect(Collectors.joining("；"));
    }

    private static String details(@Nullable Source source, DatedValue value) {
        if (source == null) {
            return "";
        }
        List<String> details = new ArrayList<>();
        if (!source.number().isEmpty()) {
            details.add(source.number());
        }
        details.add((value.trust() == null ? source.trust() : value.trust()).word());
        if (value.checked() != null || source.checked() != null) {
            details.add("核对 " + (value.checked() == null ? source.checked() : value.checked()));
        }
        return "（" + String.join("，", details) + "）";
    }

    private void lines(Value value, Unit unit, String indent, String label, List<String> lines) {
        if (value instanceof Value.Table table) {
            if (!label.isEmpty()) {
                lines.add(indent + label);
            }
            String below = label.isEmpty() ? indent : indent + INDENT;
            table.rows()
                    .forEach((word, row) -> lines(row, unit, below, table.by().word() + " " + word + "：", lines));
            if (table.otherwise() != null) {
                lines(table.otherwise(), unit, below, table.by().word() + " 其他：", lines);
            }
        } else if (value instanceof Value.Rules rules) {
            for (Value.Rule rule : rules.rules()) {
                String when = condition(rule.when());
                lines(rule.is(), unit, indent, when.isEmpty() ? "其他情形：" : when + "：", lines);
            }
        } else if (value instanceof Value.Bands bands) {
            lines.add(indent + label + bands(bands, unit));
        } else if (value instanceof Value.Single single) {
            lines.add(indent + label + expression(single.is(), unit));
        }
    }

    private String bands(Value.Bands bands, Unit unit) {
        List<String> parts = new ArrayList<>();
        for (Value.Band band : bands.bands()) {
            String upTo = band.upTo() == null ? "以上" : "至 " + Numbers.print(band.upTo(), Unit.YUAN) + " 元";
            parts.add((bands.bands().size() == 1 ? "" : upTo + " ") + expression(band.is(), unit));
        }
        return String.join("，", parts);
    }

    // ---- numbers

    /** A number or formula of a unit: {@code 800 元/次}, {@code standard × 50%，不低于 100 元/次}. */
    public static String expression(Expression expression, Unit unit) {
        if (expression instanceof Expression.Written written) {
            return number(written.value(), unit);
        }
        Expression.Formula formula = (Expression.Formula) expression;
        StringBuilder text = new StringBuilder(operand(formula.of(), unit));
        if (formula.times() != null) {
            text.append(" × ").append(factor(formula.times()));
        }
        if (formula.plus() != null) {
            text.append(" + ").append(operand(formula.plus(), unit));
        }
        Expression.EachVisit visit = formula.eachVisit();
        if (visit != null) {
            text.append("，自第 ").append(visit.from()).append(" 次住院起每次");
            text.append(visit.add() == null ? "" : "加 " + operand(visit.add(), unit));
            text.append(visit.add() == null || visit.times() == null ? "" : "，再");
            text.append(visit.times() == null ? "" : "乘以 " + factor(visit.times()));
        }
        text.append(formula.atLeast() == null ? "" : "，不低于 " + operand(formula.atLeast(), unit));
        text.append(formula.atMost() == null ? "" : "，不高于 " + operand(formula.atMost(), unit));
        text.append(formula.round() == null ? "" : "，" + round(formula.round()));
        return text.toString();
    }

    private static String round(RoundTo round) {
        String mode = switch (round.mode()) {
            case TRUNCATE -> "舍去尾数到";
            case RAISE -> "见尾进位到";
            default -> "四舍五入到";
        };
        return mode + round.to().word();
    }

    private static String number(long value, Unit unit) {
        boolean bare = unit == Unit.RATIO || unit == Unit.POINTS || unit == Unit.YES_NO;
        return Numbers.print(value, unit) + (bare ? "" : " " + unit.word());
    }

    private static String operand(Operand operand, Unit unit) {
        return operand instanceof Operand.Written written ? number(written.value(), unit) : name(operand);
    }

    private static String factor(Operand operand) {
        return operand instanceof Operand.Written written ? Numbers.print(written.value(), Unit.TIMES) : name(operand);
    }

    private static String name(Operand operand) {
        if (operand instanceof Operand.Asked asked) {
            return asked.fact().word();
        }
        return operand instanceof Operand.Reference reference ? reference.parameter() : "";
    }

    // ---- conditions

    /** A condition with the words of the pack: {@code level ≥ level2 且 visit ≥ 2}; empty when it always holds. */
    public String condition(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().map(this::condition).collect(Collectors.joining(" 且 "));
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().map(this::condition).collect(Collectors.joining(" 或 ", "（", "）"));
        }
        if (condition instanceof Condition.Not not) {
            return "不是（" + condition(not.condition()) + "）";
        }
        if (condition instanceof Condition.Is is) {
            return is.fact().word() + " 为 " + String.join("、", is.words());
        }
        if (condition instanceof Condition.Ranked ranked) {
            Condition.LevelBound low = ranked.low();
            Condition.LevelBound high = ranked.high();
            return compared(
                    Fact.Kind.LEVEL.word(),
                    low == null ? null : low.level(),
                    low != null && low.inclusive(),
                    high == null ? null : high.level(),
                    high != null && high.inclusive());
        }
        Condition.Within within = (Condition.Within) condition;
        Condition.Bound low = within.low();
        Condition.Bound high = within.high();
        return compared(
                within.fact().word(),
                low == null ? null : bound(within.fact(), low),
                low != null && low.inclusive(),
                high == null ? null : bound(within.fact(), high),
                high != null && high.inclusive());
    }

    private static String compared(
            String fact, @Nullable String low, boolean lowToo, @Nullable String high, boolean highToo) {
        if (low != null && low.equals(high)) {
            return fact + " = " + low;
        }
        List<String> parts = new ArrayList<>();
        if (low != null) {
            parts.add((lowToo ? "≥ " : "> ") + low);
        }
        if (high != null) {
            parts.add((highToo ? "≤ " : "< ") + high);
        }
        return fact + " " + String.join(" 且 ", parts);
    }

    private String bound(Fact fact, Condition.Bound bound) {
        Counter counter = fact.kind() == Fact.Kind.COUNTER ? pack.counters().get(fact.of()) : null;
        return bound.value() instanceof Operand.Written written
                ? Numbers.print(written.value(), counter == null ? Unit.VISITS : counter.unit())
                : name(bound.value());
    }
}
