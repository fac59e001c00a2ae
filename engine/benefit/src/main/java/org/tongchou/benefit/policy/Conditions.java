package org.tongchou.benefit.policy;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Condition.All;
import org.tongchou.benefit.policy.Condition.Any;
import org.tongchou.benefit.policy.Condition.Bound;
import org.tongchou.benefit.policy.Condition.Is;
import org.tongchou.benefit.policy.Condition.Not;
import org.tongchou.benefit.policy.Condition.Ranked;
import org.tongchou.benefit.policy.Condition.Within;

/** What can be said of conditions without knowing a person or bill. */
final class Conditions {
    private final List<String> levels;

    /** @param levels levels of the region from low to high */
    Conditions(List<String> levels) {
        this.levels = levels;
    }

    /** Gives every condition inside that asks a fact. */
    static void visit(Condition condition, Consumer<Condition> leaf) {
        if (condition instanceof All all) {
            all.conditions().forEach(part -> visit(part, leaf));
        } else if (condition instanceof Any any) {
            any.conditions().forEach(part -> visit(part, leaf));
        } else if (condition instanceof Not not) {
            visit(not.condition(), leaf);
        } else {
            leaf.accept(condition);
        }
    }

    /** Whether the one certainly holds whenever the other does; false when that cannot be told. */
    boolean implies(Condition one, Condition other) {
        if (other instanceof All all) {
            return all.conditions().stream().allMatch(part -> implies(one, part));
        }
        if (one instanceof Any any) {
            return any.conditions().stream().allMatch(part -> implies(part, other));
        }
        if (other instanceof Any any && any.conditions().stream().anyMatch(part -> implies(one, part))) {
            return true;
        }
        if (one instanceof All all) {
            return all.conditions().stream().anyMatch(part -> implies(part, other));
        }
        if (other instanceof Not not) {
            return one instanceof Not same
                    ? implies(not.condition(), same.condition())
                    : excludes(one, not.condition());
        }
        return leafImplies(one, other);
    }

    private boolean leafImplies(Condition one, Condition other) {
        if (one instanceof Within narrow && other instanceof Within wide) {
            return narrow.fact().equals(wide.fact())
                    && reaches(wide.low(), narrow.low(), -1)
                    && reaches(wide.high(), narrow.high(), 1);
        }
        Set<String> words = words(one);
        Set<String> others = words(other);
        return words != null && others != null && sameFact(one, other) && others.containsAll(words);
    }

    /** Whether two conditions on one fact, which has one word at a time, cannot both hold. */
    private boolean excludes(Condition one, Condition other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        return words != null
                && others != null
                && sameFact(one, other)
                && !(one instanceof Is is && is.fact().kind().isMany())
                && Collections.disjoint(words, others);
    }

    private static boolean sameFact(Condition one, Condition other) {
        return fact(one).equals(fact(other));
    }

    private static Fact fact(Condition condition) {
        return condition instanceof Is is ? is.fact() : Fact.of(Fact.Kind.LEVEL);
    }

    /** The words with which a condition holds; null when it is not about words. */
    private @Nullable Set<String> words(Condition condition) {
        if (condition instanceof Is is) {
            return new LinkedHashSet<>(is.words());
        }
        return condition instanceof Ranked ranked ? words(ranked.among(levels)) : null;
    }

    /** Whether a wide bound reaches at least as far as a narrow one: side -1 for lower bounds, 1 for upper ones. */
    private static boolean reaches(@Nullable Bound wide, @Nullable Bound narrow, int side) {
        if (wide == null || wide.equals(narrow)) {
            return true;
        }
        if (narrow == null
                || !(wide.value() instanceof Operand.Written far)
                || !(narrow.value() instanceof Operand.Written near)) {
            return wide.inclusive() && narrow != null && wide.value().equals(narrow.value());
        }
        int order = Long.compare(far.value(), near.value()) * side;
        return order > 0 || (order == 0 && (wide.inclusive() || !narrow.inclusive()));
    }

    /** Whether no number lies between the bounds. */
    static boolean isEmpty(Within within) {
        Bound low = within.low();
        Bound high = within.high();
        return low != null
                && high != null
                && low.value() instanceof Operand.Written from
                && high.value() instanceof Operand.Written to
                && from.value() > to.value();
    }
}
