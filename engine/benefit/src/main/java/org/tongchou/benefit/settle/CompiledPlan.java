package org.tongchou.benefit.settle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Evaluator;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Plan;
import org.tongchou.benefit.policy.Resolved;
import org.tongchou.benefit.policy.Split;
import org.tongchou.benefit.policy.Tier;

/** A plan made ready. */
final class CompiledPlan {
    final Plan plan;
    final CompiledTier[] tiers;
    final CounterLayout.Row[] counts;
    final boolean hasBasic;

    /** Whether the share of class B depends on the categories of lines. */
    final boolean byCategory;

    private final Memo<SplitTerms> split;

    /**
     * What the parameters of a split come to.
     *
     * @param classB in 10^-8; negative when there is none
     * @param noClassB why it has no value; null when it has one or is not asked for
     * @param first in 10^-8; 0 when it does not apply
     */
    record SplitTerms(
            long classB, @Nullable Failure noClassB, long first, List<Basis> classBBasis, List<Basis> firstBasis) {}

    CompiledPlan(Compiler compiler, Plan plan) {
        this.plan = plan;
        List<Tier> inForce = plan.tiers().stream()
                .map(id -> compiler.tier(id))
                .filter(tier -> tier.basic() || tier.holdsOn(compiler.day()))
                .toList();
        List<String> names = inForce.stream().map(Tier::id).toList();
        tiers = inForce.stream()
                .map(tier -> new CompiledTier(compiler, tier, names))
                .toArray(CompiledTier[]::new);
        counts = plan.counts().stream().map(compiler::row).toArray(CounterLayout.Row[]::new);
        hasBasic = plan.tiers().stream().anyMatch(id -> compiler.tier(id).basic());
        Split rules = plan.split();
        byCategory = compiler.inputs().parameter(rules.classB()).asks(Fact.Kind.CATEGORY);
        Inputs.Collector inputs = compiler.inputs().parameter(rules.classB()).parameter(rules.first());
        split = new Memo<>(
                (byCategory ? inputs.word(Fact.Kind.CATEGORY) : inputs).done(), facts -> terms(compiler, rules, facts));
    }

    private static SplitTerms terms(Compiler compiler, Split rules, Facts facts) {
        Evaluator.Answer classB = answer(compiler, rules.classB(), facts);
        Evaluator.Answer first = answer(compiler, rules.first(), facts);
        return new SplitTerms(
                classB.resolved().map(Resolved::value).orElse(-1L),
                classB.failure(),
                first.resolved().map(Resolved::value).orElse(0L),
                classB.resolved().map(Resolved::basis).orElse(List.of()),
                first.resolved().map(Resolved::basis).orElse(List.of()));
    }

    private static Evaluator.Answer answer(Compiler compiler, @Nullable String parameter, Facts facts) {
        return parameter == null ? new Evaluator.Answer(null, null) : compiler.evaluate(parameter, facts);
    }

    SplitTerms split(Facts facts) {
        return split.get(facts);
    }

    boolean firstBefore() {
        return plan.split().firstOrder() == Split.FirstOrder.BEFORE_CLASS_B;
    }
}
