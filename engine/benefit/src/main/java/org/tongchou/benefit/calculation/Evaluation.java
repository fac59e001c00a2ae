package org.tongchou.benefit.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Condition;
import org.tongchou.benefit.policy.DatedValue;
import org.tongchou.benefit.policy.Expression;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Operand;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PersonClass;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.RoundTo;
import org.tongchou.benefit.policy.Value;

/** The value of a parameter for given facts, word for word as the pack says it. */
final class Evaluation {
    /** Parameters that refer to others, at most. */
    private static final int DEEPEST = 16;

    /** Decimals of a written factor. */
    private static final int FACTOR = 8;

    private final PolicyPack pack;
    private final LocalDate day;
    private final Facts facts;
    private int depth;

    Evaluation(PolicyPack pack, LocalDate day, Facts facts) {
        this.pack = pack;
        this.day = day;
        this.facts = facts;
    }

    /** In the parameter's unit: yuan, a fraction, a count. */
    BigDecimal value(Parameter parameter, DatedValue dated) {
        return value(parameter, dated.value());
    }

    private BigDecimal value(Parameter parameter, Value value) {
        if (value instanceof Value.Single single) {
            return number(parameter, single.is());
        }
        if (value instanceof Value.Table table) {
            return value(parameter, row(parameter, table));
        }
        if (value instanceof Value.Rules rules) {
            return value(parameter, rule(parameter, rules).is());
        }
        throw refusal(parameter.name(), "一个数，不是分段");
    }

    private Value.Rule rule(Parameter parameter, Value.Rules rules) {
        return rules.rules().stream()
                .filter(rule -> holds(parameter, rule.when()))
                .findFirst()
                .orElseThrow(() -> refusal(parameter.name(), "适用于此情形的规则"));
    }

    private Value row(Parameter parameter, Value.Table table) {
        String word = table.by().kind().isNumber()
                ? String.valueOf(number(parameter, table.by()))
                : words(parameter, table.by()).stream().findFirst().orElse("");
        Value row = table.rows().getOrDefault(word, table.otherwise());
        if (row == null) {
            throw refusal(parameter.name(), "对 " + table.by().word() + " 为“" + word + "”的取值");
        }
        return row;
    }

    private static RefusedException refusal(String parameter, String expected) {
        return new RefusedException(new Failure("E-BEN-012", parameter, "", expected));
    }

    // ---- numbers

    private BigDecimal number(Parameter parameter, Expression expression) {
        return expression instanceof Expression.Formula formula
                ? number(parameter, formula)
                : BigDecimal.valueOf(
                        ((Expression.Written) expression).value(),
                        parameter.unit().decimals());
    }

    private BigDecimal number(Parameter parameter, Expression.Formula formula) {
        int decimals = parameter.unit().decimals();
        BigDecimal value = operand(formula.of(), decimals);
        if (formula.times() != null) {
            value = value.multiply(operand(formula.times(), FACTOR));
        }
        if (formula.plus() != null) {
            value = value.add(operand(formula.plus(), decimals));
        }
        if (formula.eachVisit() != null) {
            throw refusal(parameter.name(), "不按住院次数变化的值");
        }
        if (formula.atLeast() != null) {
            value = value.max(operand(formula.atLeast(), decimals));
        }
        if (formula.atMost() != null) {
            value = value.min(operand(formula.atMost(), decimals));
        }
        RoundTo round = formula.round();
        if (round != null) {
            BigDecimal step = BigDecimal.valueOf(round.to().fen(), 2);
            value = Rounded.to(value, step, round.mode().mode()).multiply(step);
        }
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    private BigDecimal operand(Operand operand, int decimals) {
        return operand instanceof Operand.Reference reference
                ? reference(reference.parameter())
                : BigDecimal.valueOf(((Operand.Written) operand).value(), decimals);
    }

    private BigDecimal reference(String name) {
        Parameter parameter = pack.parameters().get(name);
        DatedValue dated = parameter == null ? null : parameter.on(day).orElse(null);
        if (parameter == null || dated == null || depth == DEEPEST) {
            throw refusal(name, "在 " + day + " 有效的值");
        }
        depth++;
        BigDecimal value = value(parameter, dated);
        depth--;
        return value;
    }

    // ---- conditions

    private boolean holds(Parameter parameter, Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(part -> holds(parameter, part));
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(part -> holds(parameter, part));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(parameter, not.condition());
        }
        if (condition instanceof Condition.Is is) {
            return words(parameter, is.fact()).stream().anyMatch(is.words()::contains);
        }
        if (condition instanceof Condition.Within within) {
            return within(parameter, within);
        }
        throw refusal(parameter.name(), "不按医疗机构等级变化的值");
    }

    private boolean within(Parameter parameter, Condition.Within within) {
        BigDecimal number = BigDecimal.valueOf(number(parameter, within.fact()));
        return beyond(number, within.low(), 1) && beyond(number, within.high(), -1);
    }

    /** Whether a number lies on the right side of a bound: 1 for a lower one, -1 for an upper one. */
    private boolean beyond(BigDecimal number, Condition.@Nullable Bound bound, int side) {
        if (bound == null) {
            return true;
        }
        int order = number.compareTo(operand(bound.value(), 0)) * side;
        return order > 0 || (order == 0 && bound.inclusive());
    }

    private long number(Parameter parameter, Fact fact) {
        return facts.number(fact.kind()).orElseThrow(() -> unknown(parameter, fact));
    }

    private Set<String> words(Parameter parameter, Fact fact) {
        return fact.kind() == Fact.Kind.CLASS
                ? Set.of(rank(parameter, fact))
                : facts.words(fact.kind()).orElseThrow(() -> unknown(parameter, fact));
    }

    /** 就高不重复: the first class of which the person has an identity. */
    private String rank(Parameter parameter, Fact fact) {
        Set<String> held =
                facts.words(Fact.Kind.IDENTITY).orElseThrow(() -> unknown(parameter, Fact.of(Fact.Kind.IDENTITY)));
        return Optional.ofNullable(pack.vocabulary().classes().get(fact.of())).map(PersonClass::ranks).stream()
                .flatMap(ranks -> ranks.entrySet().stream())
                .filter(rank -> rank.getValue().stream().anyMatch(held::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("none");
    }

    private static RefusedException unknown(Parameter parameter, Fact fact) {
        return new RefusedException(new Failure("E-BEN-001", fact.word(), "", "参数 " + parameter.name() + " 所需的值"));
    }
}
