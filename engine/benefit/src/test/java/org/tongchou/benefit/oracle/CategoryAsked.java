package org.tongchou.benefit.oracle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Adjustment;
import org.tongchou.benefit.policy.Condition;
import org.tongchou.benefit.policy.DatedValue;
import org.tongchou.benefit.policy.Expression;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Operand;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Tier;
import org.tongchou.benefit.policy.Value;

/** §5, categories: whether the ratio of a tier asks for them on a day, directly or through other parameters. */
final class CategoryAsked {
    private final PolicyPack pack;
    private final LocalDate day;
    private final Set<String> seen = new HashSet<>();

    private CategoryAsked(PolicyPack pack, LocalDate day) {
        this.pack = pack;
        this.day = day;
    }

    static boolean by(PolicyPack pack, Tier tier, LocalDate day) {
        if (!tier.basic() || tier.measure() == Tier.Measure.YEAR || tier.whole()) {
            return false;
        }
        CategoryAsked asked = new CategoryAsked(pack, day);
        boolean found = asked.in(tier.ratio()) || asked.in(tier.most());
        for (Adjustment adjustment : tier.adjust()) {
            found = found || asked.in(adjustment.when()) || asked.in(adjustment.parameter());
        }
        return found;
    }

    private boolean in(@Nullable String name) {
        Parameter parameter =
                name == null || !seen.add(name) ? null : pack.parameters().get(name);
        if (parameter == null) {
            return false;
        }
        DatedValue latest = null;
        for (DatedValue value : parameter.values()) {
            latest = value.from().isAfter(day) ? latest : value;
        }
        return latest != null && in(latest.value());
    }

    private boolean in(Value value) {
        if (value instanceof Value.Single single) {
            return in(single.is());
        }
        if (value instanceof Value.Bands bands) {
            return bands.bands().stream().anyMatch(band -> in(band.is()));
        }
        if (value instanceof Value.Table table) {
            Value otherwise = table.otherwise();
            return table.by().kind() == Fact.Kind.CATEGORY
                    || table.rows().values().stream().anyMatch(this::in)
                    || (otherwise != null && in(otherwise));
        }
        return ((Value.Rules) value).rules().stream().anyMatch(rule -> in(rule.when()) || in(rule.is()));
    }

    private boolean in(Expression expression) {
        return expression instanceof Expression.Formula formula
                && formula.operands().stream().anyMatch(this::in);
    }

    private boolean in(Operand operand) {
        return operand instanceof Operand.Reference reference && in(reference.parameter());
    }

    private boolean in(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().anyMatch(this::in);
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(this::in);
        }
        if (condition instanceof Condition.Not not) {
            return in(not.condition());
        }
        if (condition instanceof Condition.Within within) {
            return (within.low() != null && in(within.low().value()))
                    || (within.high() != null && in(within.high().value()));
        }
        return condition instanceof Condition.Is is && is.fact().kind() == Fact.Kind.CATEGORY;
    }
}
