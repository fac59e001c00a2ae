package org.tongchou.benefit.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.Resolved.Band;

/**
 * Evaluates conditions and parameters of a pack on a day, plainly: for one person and bill at a time. Results are exact
 * until the end, where an amount is rounded half up to fen and a ratio to eight decimals.
 */
public final class Evaluator {
    /** References within references at most; beyond, a parameter most likely refers to itself. */
    private static final int DEEPEST = 32;

    private final PolicyPack pack;
    private final LocalDate day;
    private final Known known;
    private final List<Basis> basis = new ArrayList<>();
    private @Nullable Failure failure;
    private int depth;

    private Evaluator(PolicyPack pack, LocalDate day, Known known) {
        this.pack = pack;
        this.day = day;
        this.known = known;
    }

    /** What came out: a value, or why there is none. */
    public record Answer(@Nullable Resolved value, @Nullable Failure failure) {
        /** The value; empty when there is a failure. */
        public Optional<Resolved> resolved() {
            return Optional.ofNullable(value);
        }
    }

    /** Evaluates a parameter; fails with {@code E-BEN-012} when it has no value on the day or no rule of it holds. */
    public static Answer parameter(PolicyPack pack, String name, LocalDate day, Known known) {
        Evaluator evaluator = new Evaluator(pack, day, known);
        List<Band> bands = evaluator.bands(name);
        return evaluator.failure != null
                ? new Answer(null, evaluator.failure)
                : new Answer(new Resolved(bands, evaluator.basis), null);
    }

    /** What a condition comes to: whether it holds, or why that cannot be said. */
    public record Verdict(boolean holds, @Nullable Failure failure) {}

    /** Evaluates a condition; fails only when a bound of it is a parameter without a value. */
    public static Verdict condition(PolicyPack pack, Condition condition, LocalDate day, Known known) {
        Evaluator evaluator = new Evaluator(pack, day, known);
        boolean holds = evaluator.holds(condition);
        return new Verdict(holds && evaluator.failure == null, evaluator.failure);
    }

    // ---- parameters

    private List<Band> bands(String name) {
        Parameter parameter = pack.parameters().get(name);
        DatedValue value = parameter == null ? null : parameter.on(day).orElse(null);
        if (parameter == null || value == null || depth >= DEEPEST) {
            return fail(name, day.toString(), parameter == null ? "规则包里的参数" : "当日有值");
        }
        basis.add(new Basis(name, parameter.meaning(), value.from(), value.sources()));
        depth++;
        List<Band> bands = bands(name, parameter.unit(), value.value());
        depth--;
        return bands;
    }

    private List<Band> bands(String name, Unit unit, Value value) {
        if (value instanceof Value.Single single) {
            return List.of(new Band(null, number(unit, single.is())));
        }
        if (value instanceof Value.Bands bands) {
            return bands.bands().stream()
                    .map(band -> new Band(band.upTo(), number(unit, band.is())))
                    .toList();
        }
        if (value instanceof Value.Table table) {
            String key = key(table.by());
            Value row = table.rows().get(key);
            Value found = row == null ? table.otherwise() : row;
            return found == null ? fail(name, key, "表中按 " + table.by().word() + " 列出的值") : bands(name, unit, found);
        }
        for (Value.Rule rule : ((Value.Rules) value).rules()) {
            if (holds(rule.when())) {
                return bands(name, unit, rule.is());
            }
        }
        return fail(name, "", "至少一条规则适用");
    }

    private String key(Fact fact) {
        return fact.kind().isNumber() ? String.valueOf(known.number(fact)) : known.word(fact);
    }

    private List<Band> fail(String name, String value, String expected) {
        if (failure == null) {
            failure = new Failure(Code.NO_VALUE, name, value, expected);
        }
        return List.of(new Band(null, 0));
    }

    private long number(Unit unit, Expression expression) {
        if (expression instanceof Expression.Written number) {
            return number.value();
        }
        Expression.Formula formula = (Expression.Formula) expression;
        Unit.Measure measure = unit.measure();
        BigDecimal value = value(formula.of(), measure);
        if (formula.times() != null) {
            value = value.multiply(factor(formula.times()));
        }
        if (formula.plus() != null) {
            value = value.add(value(formula.plus(), measure));
        }
        value = eachVisit(value, measure, formula.eachVisit());
        if (formula.atLeast() != null) {
            value = value.max(value(formula.atLeast(), measure));
        }
        if (formula.atMost() != null) {
            value = value.min(value(formula.atMost(), measure));
        }
        if (formula.round() != null) {
            value = rounded(value, formula.round());
        }
        try {
            return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException e) {
            fail(unit.word(), value.toPlainString(), "不过大的数");
            return 0;
        }
    }

    private BigDecimal eachVisit(BigDecimal value, Unit.Measure measure, Expression.@Nullable EachVisit change) {
        if (change == null) {
            return value;
        }
        long steps = known.number(Fact.of(Fact.Kind.VISIT)) - change.from() + 1;
        if (steps < 1) {
            return value;
        }
        BigDecimal changed = value;
        if (change.add() != null) {
            changed = changed.add(value(change.add(), measure).multiply(BigDecimal.valueOf(steps)));
        }
        return change.times() == null
                ? changed
                : changed.multiply(factor(change.times()).pow((int) Math.min(steps, 999)));
    }

    private static BigDecimal rounded(BigDecimal fen, RoundTo to) {
        BigDecimal step = BigDecimal.valueOf(to.to().fen());
        return fen.divide(step, 0, to.mode().mode()).multiply(step);
    }

    /** A number in the smallest part of a measure. */
    private BigDecimal value(Operand operand, Unit.Measure measure) {
        if (operand instanceof Operand.Written number) {
            return BigDecimal.valueOf(number.value());
        }
        if (operand instanceof Operand.Asked asked) {
            return plain(asked.fact()).movePointRight(measure.decimals());
        }
        String name = ((Operand.Reference) operand).parameter();
        return BigDecimal.valueOf(bands(name).get(0).value());
    }

    /** A factor as a plain number. */
    private BigDecimal factor(Operand operand) {
        Parameter parameter = operand instanceof Operand.Reference reference
                ? pack.parameters().get(reference.parameter())
                : null;
        Unit.Measure measure =
                parameter == null ? Unit.Measure.RATIO : parameter.unit().measure();
        return value(operand, measure).movePointLeft(measure.decimals());
    }

    /** The number of a fact as people write it: money in yuan. */
    private BigDecimal plain(Fact fact) {
        Counter counter = fact.kind() == Fact.Kind.COUNTER ? pack.counters().get(fact.of()) : null;
        return BigDecimal.valueOf(
                known.number(fact),
                fact.kind().isMoney()
                        ? Unit.Measure.AMOUNT.decimals()
                        : counter == null ? 0 : counter.unit().decimals());
    }

    // ---- conditions

    private boolean holds(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(this::holds);
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(this::holds);
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition());
        }
        if (condition instanceof Condition.Is is) {
            return is.fact().kind().isMany()
                    ? is.words().stream().anyMatch(word -> known.holds(is.fact(), word))
                    : is.words().contains(key(is.fact()));
        }
        if (condition instanceof Condition.Ranked ranked) {
            return holds(ranked.among(pack.vocabulary().levels()));
        }
        Condition.Within within = (Condition.Within) condition;
        BigDecimal number = BigDecimal.valueOf(known.number(within.fact()));
        return (within.low() == null || above(number, within.low()))
                && (within.high() == null || below(number, within.high()));
    }

    private boolean above(BigDecimal number, Condition.Bound bound) {
        int order = number.compareTo(value(bound.value(), Unit.Measure.COUNT));
        return order > 0 || (order == 0 && bound.inclusive());
    }

    private boolean below(BigDecimal number, Condition.Bound bound) {
        int order = number.compareTo(value(bound.value(), Unit.Measure.COUNT));
        return order < 0 || (order == 0 && bound.inclusive());
    }
}
