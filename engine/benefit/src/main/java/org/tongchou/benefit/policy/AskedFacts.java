package org.tongchou.benefit.policy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every fact that conditions and parameters ask, also through other parameters and on any day. */
final class AskedFacts {
    private final PolicyPack pack;
    private final Set<Asked> asked = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();

    AskedFacts(PolicyPack pack) {
        this.pack = pack;
    }

    /**
     * A fact that is asked.
     *
     * @param place where
     */
    record Asked(Fact fact, Place place) {}

    /** What was found so far, in the order in which it was found. */
    Set<Asked> all() {
        return asked;
    }

    /** Whether a kind of fact is asked. */
    boolean has(Fact.Kind kind) {
        return asked.stream().anyMatch(found -> found.fact().kind() == kind);
    }

    /** Adds what a condition asks. */
    AskedFacts with(Condition condition) {
        Conditions.visit(condition, leaf -> {
            if (leaf instanceof Condition.Is is) {
                add(is.fact(), is.place());
            } else if (leaf instanceof Condition.Ranked ranked) {
                add(Fact.of(Fact.Kind.LEVEL), ranked.place());
            } else if (leaf instanceof Condition.Within within) {
                add(within.fact(), within.place());
                for (Condition.Bound bound : Arrays.asList(within.low(), within.high())) {
                    operand(bound == null ? null : bound.value(), within.place());
                }
            }
        });
        return this;
    }

    /** Adds what a parameter asks; nothing for null or one that is not there. */
    AskedFacts with(@Nullable String parameter) {
        Parameter found = parameter == null || !seen.add(parameter)
                ? null
                : pack.parameters().get(parameter);
        if (found != null) {
            found.values().forEach(dated -> value(dated.value()));
        }
        return this;
    }

    private void value(Value value) {
        Values.conditions(value, this::with);
        Values.visit(value, inner -> {
            if (inner instanceof Value.Table table) {
                add(table.by(), table.place());
            }
        });
        Values.expressions(value, (expression, place) -> {
            if (expression instanceof Expression.Formula formula) {
                formula.operands().forEach(operand -> operand(operand, formula.place()));
            }
        });
    }

    private void operand(@Nullable Operand operand, Place place) {
        if (operand instanceof Operand.Reference reference) {
            with(reference.parameter());
        } else if (operand instanceof Operand.Asked fact) {
            add(fact.fact(), place);
        }
    }

    private void add(Fact fact, Place place) {
        asked.add(new Asked(fact, place));
    }
}
