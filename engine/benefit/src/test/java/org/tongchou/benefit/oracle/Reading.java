package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Condition;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.policy.DatedValue;
import org.tongchou.benefit.policy.Expression;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Operand;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.Unit;
import org.tongchou.benefit.policy.Value;

/** §2: what a parameter is in a situation, and whether a condition holds. */
final class Reading {
    private static final int RATIO_DECIMALS = 8;

    private final Situation situation;

    Reading(Situation situation) {
        this.situation = situation;
    }

    /**
     * A part of the positions.
     *
     * @param upTo its end in yuan, inclusive; null for no end
     * @param value amount in yuan, ratio as a fraction, or number
     */
    record Band(@Nullable BigDecimal upTo, BigDecimal value) {}

    /** The number that a parameter is. */
    BigDecimal number(String parameter) {
        List<Band> bands = bands(parameter);
        if (bands.size() != 1) {
            throw new IllegalStateException(parameter + " has bands");
        }
        return bands.get(0).value();
    }

    /** The bands that a parameter is; one without an end when it is a single number. */
    List<Band> bands(String name) {
        Parameter parameter = situation.pack().parameters().get(name);
        if (parameter == null) {
            throw new IllegalStateException("no parameter " + name);
        }
        List<Band> found = read(parameter.unit(), inForce(parameter));
        if (found == null) {
            throw new Refusal(Failure.Code.NO_VALUE, "no rule or row of " + name);
        }
        return found;
    }

    /** A value holds from its first day to the day before the next one's, or to its own last day. */
    private Value inForce(Parameter parameter) {
        LocalDate day = situation.bill().date();
        DatedValue latest = null;
        for (DatedValue value : parameter.values()) {
            if (!day.isBefore(value.from()) && (latest == null || value.from().isAfter(latest.from()))) {
                latest = value;
            }
        }
        if (latest == null || (latest.to() != null && day.isAfter(latest.to()))) {
            throw new Refusal(Failure.Code.NO_VALUE, parameter.name() + " on " + day);
        }
        return latest.value();
    }

    /** What a value is; null when it has no rule or row for the situation. */
    private @Nullable List<Band> read(Unit unit, Value value) {
        if (value instanceof Value.Single single) {
            return List.of(new Band(null, number(unit, single.is())));
        }
        if (value instanceof Value.Bands bands) {
            List<Band> read = new ArrayList<>();
            for (Value.Band band : bands.bands()) {
                Long upTo = band.upTo();
                read.add(new Band(upTo == null ? null : BigDecimal.valueOf(upTo, 2), number(unit, band.is())));
            }
            return read;
        }
        if (value instanceof Value.Table table) {
            Set<String> words = situation.words(table.by());
            for (String word : words) {
                Value row = table.rows().get(word);
                if (row != null) {
                    return read(unit, row);
                }
            }
            Value otherwise = table.otherwise();
            return otherwise == null ? null : read(unit, otherwise);
        }
        for (Value.Rule rule : ((Value.Rules) value).rules()) {
            if (holds(rule.when())) {
                return read(unit, rule.is());
            }
        }
        return null;
    }

    // ---- numbers and formulas

    private BigDecimal number(Unit unit, Expression expression) {
        if (expression instanceof Expression.Written written) {
            return Yuan.held(written.value(), unit);
        }
        Expression.Formula formula = (Expression.Formula) expression;
        BigDecimal number = operand(unit, formula.of());
        if (formula.times() != null) {
            number = number.multiply(factor(formula.times()));
        }
        if (formula.plus() != null) {
            number = number.add(operand(unit, formula.plus()));
        }
        Expression.EachVisit each = formula.eachVisit();
        if (each != null && situation.visit() >= each.from()) {
            long further = situation.visit() - each.from() + 1;
            if (each.add() != null) {
                number = number.add(operand(unit, each.add()).multiply(BigDecimal.valueOf(further)));
            }
            if (each.times() != null) {
                number = number.multiply(factor(each.times()).pow(Math.toIntExact(further)));
            }
        }
        if (formula.atLeast() != null) {
            number = number.max(operand(unit, formula.atLeast()));
        }
        if (formula.atMost() != null) {
            number = number.min(operand(unit, formula.atMost()));
        }
        if (formula.round() != null) {
            number = Yuan.round(number, formula.round());
        }
        return switch (unit.measure()) {
            case AMOUNT -> Yuan.round(number);
            case RATIO -> number.setScale(RATIO_DECIMALS, RoundingMode.HALF_UP);
            case COUNT -> number.setScale(0, RoundingMode.HALF_UP);
        };
    }

    /** A written number is in the unit of the parameter in which it stands. */
    private BigDecimal operand(Unit unit, Operand operand) {
        return operand instanceof Operand.Written written ? Yuan.held(written.value(), unit) : asked(operand);
    }

    /** A written factor has eight decimals. */
    private BigDecimal factor(Operand operand) {
        return operand instanceof Operand.Written written
                ? BigDecimal.valueOf(written.value(), RATIO_DECIMALS)
                : asked(operand);
    }

    private BigDecimal asked(Operand operand) {
        return operand instanceof Operand.Asked asked
                ? situation.number(asked.fact())
                : number(((Operand.Reference) operand).parameter());
    }

    // ---- conditions

    boolean holds(Condition condition) {
        if (condition instanceof Condition.All all) {
            for (Condition each : all.conditions()) {
                if (!holds(each)) {
                    return false;
                }
            }
            return true;
        }
        if (condition instanceof Condition.Any any) {
            for (Condition each : any.conditions()) {
                if (holds(each)) {
                    return true;
                }
            }
            return false;
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition());
        }
        if (condition instanceof Condition.Is is) {
            return situation.words(is.fact()).stream().anyMatch(is.words()::contains);
        }
        if (condition instanceof Condition.Ranked ranked) {
            return ranked(ranked);
        }
        Condition.Within within = (Condition.Within) condition;
        BigDecimal number = situation.number(within.fact());
        Condition.Bound low = within.low();
        Condition.Bound high = within.high();
        return (low == null || above(number.compareTo(bound(within.fact(), low)), low.inclusive()))
                && (high == null || above(bound(within.fact(), high).compareTo(number), high.inclusive()));
    }

    private static boolean above(int comparison, boolean inclusive) {
        return inclusive ? comparison >= 0 : comparison > 0;
    }

    private BigDecimal bound(Fact fact, Condition.Bound bound) {
        if (bound.value() instanceof Operand.Written written) {
            Counter counter = fact.kind() == Fact.Kind.COUNTER
                    ? situation.pack().counters().get(fact.of())
                    : null;
            return BigDecimal.valueOf(
                    written.value(),
                    fact.kind().isMoney()
                            ? 2
                            : counter == null ? 0 : counter.unit().decimals());
        }
        return asked(bound.value());
    }

    private boolean ranked(Condition.Ranked ranked) {
        List<String> levels = situation.pack().vocabulary().levels();
        int rank = levels.indexOf(situation.level());
        Condition.LevelBound low = ranked.low();
        Condition.LevelBound high = ranked.high();
        return (low == null || above(rank - levels.indexOf(low.level()), low.inclusive()))
                && (high == null || above(levels.indexOf(high.level()) - rank, high.inclusive()));
    }
}
