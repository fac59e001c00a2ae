package org.tongchou.benefit.settle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Adjustment;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Deductible;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.Limit;
import org.tongchou.benefit.policy.RoundTo;
import org.tongchou.benefit.policy.Tier;

/** A tier made ready: names are places in arrays, and what its parameters come to is remembered. */
final class CompiledTier {
    final Tier tier;
    final @Nullable Fund fund;

    /** The place of the fund in the vocabulary; negative for none. */
    final int fundPlace;

    final Bucket[] base;
    final boolean ofYear;
    final boolean wholeCounts;
    final boolean roundsToFen;
    final CounterLayout.@Nullable Row counter;
    final CounterLayout.@Nullable Row paid;
    final CounterLayout.@Nullable Row deductibleCounter;
    final CompiledLimit[] limits;
    /** Whether a limit cuts the base, not the payment. */
    final boolean cutsBase;
    /** Counters to which the payment is added whatever limits apply. */
    final CounterLayout.Row[] adds;

    /** Whether it is in force; a basic tier has its place even when it is not. */
    final boolean inForce;

    /** Whether the ratio depends on the categories of lines. */
    final boolean byCategory;

    private final Memo<TierTerms> terms;

    /** A limit made ready. */
    static final class CompiledLimit {
        private final Limit limit;
        private final CounterLayout.@Nullable Row counter;
        private final Bucket[] of;
        private final int[] including;

        CompiledLimit(Limit limit, CounterLayout.@Nullable Row counter, Bucket[] of, int[] including) {
            this.limit = limit;
            this.counter = counter;
            this.of = of;
            this.including = including;
        }

        Limit limit() {
            return limit;
        }

        /** Its counter; null for none. */
        CounterLayout.@Nullable Row counter() {
            return counter;
        }

        /** The buckets of a share; none for others. */
        Bucket[] of() {
            return of;
        }

        /** Places of tiers in the plan that a share includes; none for others. */
        int[] including() {
            return including;
        }

        boolean ofBase() {
            return limit instanceof Limit.Counted counted && counted.ofBase();
        }
    }

    CompiledTier(Compiler compiler, Tier tier, List<String> planTiers) {
        this.tier = tier;
        inForce = tier.holdsOn(compiler.day());
        fund = tier.fund() == null ? null : compiler.pack().vocabulary().funds().get(tier.fund());
        fundPlace = tier.fund() == null
                ? Words.NONE
                : List.copyOf(compiler.pack().vocabulary().funds().keySet()).indexOf(tier.fund());
        base = tier.basic() ? new Bucket[] {Bucket.SCOPE} : tier.base().toArray(Bucket[]::new);
        ofYear = tier.measure() == Tier.Measure.YEAR;
        Deductible deductible = tier.deductible();
        wholeCounts = deductible != null && deductible.counts() == Deductible.Counts.WHOLE;
        roundsToFen = tier.round().equals(RoundTo.FEN);
        counter = row(compiler, tier.counter());
        paid = row(compiler, tier.paid());
        deductibleCounter = deductible == null ? null : row(compiler, deductible.counter());
        List<CompiledLimit> compiled = new ArrayList<>();
        Inputs.Collector inputs =
                compiler.inputs().condition(tier.when()).parameter(deductible == null ? null : deductible.amount());
        ratio(tier, inputs);
        byCategory = tier.basic()
                && !ofYear
                && !tier.whole()
                && ratio(tier, compiler.inputs()).asks(Fact.Kind.CATEGORY);
        inputs = byCategory ? inputs.word(Fact.Kind.CATEGORY) : inputs;
        for (Limit limit : tier.limits()) {
            inputs = inputs.condition(limit.when());
            compiled.add(limit(compiler, limit, planTiers, inputs));
        }
        limits = compiled.toArray(CompiledLimit[]::new);
        cutsBase = compiled.stream().anyMatch(CompiledLimit::ofBase);
        Set<CounterLayout.Row> rows = new LinkedHashSet<>();
        tier.adds().forEach(name -> rows.add(compiler.row(name)));
        adds = rows.toArray(CounterLayout.Row[]::new);
        terms = new Memo<>(inputs.done(), facts -> TierTerms.of(compiler, tier, facts));
    }

    private static CounterLayout.@Nullable Row row(Compiler compiler, @Nullable String name) {
        return name == null ? null : compiler.row(name);
    }

    private static Inputs.Collector ratio(Tier tier, Inputs.Collector inputs) {
        inputs.parameter(tier.ratio()).parameter(tier.most());
        for (Adjustment adjustment : tier.adjust()) {
            inputs.condition(adjustment.when()).parameter(adjustment.parameter());
        }
        return inputs;
    }

    private static CompiledLimit limit(
            Compiler compiler, Limit limit, List<String> planTiers, Inputs.Collector inputs) {
        if (limit instanceof Limit.Counted counted) {
            inputs.parameter(counted.amount());
            return new CompiledLimit(limit, compiler.row(counted.counter()), new Bucket[0], new int[0]);
        }
        if (limit instanceof Limit.Each each) {
            inputs.parameter(each.amount());
            return new CompiledLimit(limit, null, new Bucket[0], new int[0]);
        }
        if (limit instanceof Limit.Share share) {
            inputs.parameter(share.share());
            int[] including = share.including().stream()
                    .mapToInt(planTiers::indexOf)
                    .filter(place -> place >= 0)
                    .toArray();
            return new CompiledLimit(limit, null, share.of().toArray(Bucket[]::new), including);
        }
        Limit.Diseases diseases = (Limit.Diseases) limit;
        inputs.parameter(diseases.amount()).parameter(diseases.plus()).set(Fact.Kind.HELD_DISEASE);
        return new CompiledLimit(limit, compiler.row(diseases.counter()), new Bucket[0], new int[0]);
    }

    TierTerms terms(Facts facts) {
        return terms.get(facts);
    }
}
