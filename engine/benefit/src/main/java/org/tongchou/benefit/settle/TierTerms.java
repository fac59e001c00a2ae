package org.tongchou.benefit.settle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Adjustment;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Condition;
import org.tongchou.benefit.policy.Evaluator;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Limit;
import org.tongchou.benefit.policy.Resolved;
import org.tongchou.benefit.policy.Tier;

/**
 * What the parameters of a tier come to for some facts.
 *
 * @param applies whether the tier applies
 * @param failure why that or a parameter cannot be said; null when all is well
 * @param deductible amount of the deductible in fen, 0 without one
 * @param bands ratios after all adjustments; of all when they depend on the categories of lines, which are not asked
 * @param unadjusted ratios before them
 * @param changes adjustments that were made, in order
 * @param limits what the parameter of each limit comes to (fen, for shares 10^-8); null for those that do not apply
 * @param deductibleBasis parameters of the deductible
 * @param ratioBasis parameters of the ratio and its changes
 * @param limitBasis parameters of each limit
 */
record TierTerms(
        boolean applies,
        @Nullable Failure failure,
        long deductible,
        Curve.Bands bands,
        Curve.Bands unadjusted,
        List<Change> changes,
        List<@Nullable Long> limits,
        List<Basis> deductibleBasis,
        List<Basis> ratioBasis,
        List<List<Basis>> limitBasis) {
    private static final Curve.Bands ALL = new Curve.Bands(new long[] {Long.MAX_VALUE}, new long[] {Exact.ONE});

    /** An adjustment that was made, with its number in 10^-8. */
    record Change(Adjustment.Change change, long value) {}

    private static TierTerms none(@Nullable Failure failure) {
        return new TierTerms(false, failure, 0, ALL, ALL, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Works out the terms of a tier. */
    static TierTerms of(Compiler compiler, Tier tier, Facts facts) {
        return new Worker(compiler, facts).work(tier);
    }

    /** Evaluates one parameter after the other and keeps the first failure. */
    private static final class Worker {
        private final Compiler compiler;
        private final Facts facts;
        private @Nullable Failure failure;

        Worker(Compiler compiler, Facts facts) {
            this.compiler = compiler;
            this.facts = facts;
        }

        TierTerms work(Tier tier) {
            if (!holds(tier.when())) {
                return none(failure);
            }
            List<Basis> deductibleBasis = new ArrayList<>();
            long deductible =
                    tier.deductible() == null ? 0 : number(tier.deductible().amount(), deductibleBasis);
            List<Basis> ratioBasis = new ArrayList<>();
            List<Change> changes = new ArrayList<>();
            boolean asked = facts.word[Places.of(Fact.Kind.CATEGORY)] != Words.UNASKED;
            Curve.Bands unadjusted = tier.ratio() == null || !asked ? ALL : bands(tier.ratio(), ratioBasis);
            for (Adjustment adjustment : tier.adjust()) {
                if (asked && holds(adjustment.when())) {
                    changes.add(new Change(adjustment.change(), number(adjustment.parameter(), ratioBasis)));
                }
            }
            long most = tier.most() == null || !asked ? Exact.ONE : number(tier.most(), ratioBasis);
            List<@Nullable Long> limits = new ArrayList<>();
            List<List<Basis>> limitBasis = new ArrayList<>();
            for (Limit limit : tier.limits()) {
                List<Basis> basis = new ArrayList<>();
                limits.add(holds(limit.when()) ? limit(limit, basis) : null);
                limitBasis.add(List.copyOf(basis));
            }
            return failure != null
                    ? none(failure)
                    : new TierTerms(
                            true,
                            null,
                            deductible,
                            adjusted(unadjusted, changes, most),
                            unadjusted,
                            List.copyOf(changes),
                            Collections.unmodifiableList(limits),
                            List.copyOf(deductibleBasis),
                            List.copyOf(ratioBasis),
                            List.copyOf(limitBasis));
        }

        private boolean holds(Condition condition) {
            Evaluator.Verdict verdict = compiler.verdict(condition, facts);
            keep(verdict.failure());
            return verdict.holds();
        }

        private void keep(@Nullable Failure found) {
            failure = failure == null ? found : failure;
        }

        private @Nullable Resolved resolve(String parameter, List<Basis> basis) {
            Evaluator.Answer answer = compiler.evaluate(parameter, facts);
            keep(answer.failure());
            if (answer.value() != null) {
                basis.addAll(answer.value().basis());
            }
            return answer.value();
        }

        private long number(String parameter, List<Basis> basis) {
            Resolved value = resolve(parameter, basis);
            return value == null ? 0 : value.value();
        }

        private Curve.Bands bands(String parameter, List<Basis> basis) {
            Resolved value = resolve(parameter, basis);
            if (value == null) {
                return ALL;
            }
            long[] upTo = new long[value.bands().size()];
            long[] ratio = new long[upTo.length];
            for (int i = 0; i < upTo.length; i++) {
                Long end = value.bands().get(i).upTo();
                upTo[i] = end == null ? Long.MAX_VALUE : end;
                ratio[i] = value.bands().get(i).value();
            }
            return new Curve.Bands(upTo, ratio);
        }

        private long limit(Limit limit, List<Basis> basis) {
            if (limit instanceof Limit.Counted counted) {
                return number(counted.amount(), basis);
            }
            if (limit instanceof Limit.Each each) {
                return number(each.amount(), basis);
            }
            if (limit instanceof Limit.Share share) {
                return number(share.share(), basis);
            }
            return diseases((Limit.Diseases) limit, basis);
        }

        /** The amounts of all special diseases held together, each evaluated as if the bill were for it. */
        private long diseases(Limit.Diseases limit, List<Basis> basis) {
            int slot = Places.of(Fact.Kind.DISEASE);
            int disease = facts.word[slot];
            long highest = 0;
            long sum = 0;
            int held = 0;
            int all = facts.words.table(Fact.Kind.DISEASE).words().size();
            for (int i = 0; i < all; i++) {
                if (facts.has(Fact.Kind.HELD_DISEASE, i)) {
                    facts.word[slot] = i;
                    List<Basis> again = new ArrayList<>();
                    long amount = number(limit.amount(), again);
                    again.stream().filter(entry -> !basis.contains(entry)).forEach(basis::add);
                    highest = Math.max(highest, amount);
                    sum = Math.addExact(sum, amount);
                    held += amount == 0 ? 0 : 1;
                }
            }
            facts.word[slot] = disease;
            return switch (limit.combine()) {
                case HIGHEST -> highest;
                case SUM -> sum;
                case HIGHEST_PLUS -> {
                    long plus = limit.plus() == null || held < 2 ? 0 : number(limit.plus(), basis);
                    yield Math.addExact(highest, Math.multiplyExact(plus, Math.max(0, held - 1)));
                }
            };
        }
    }

    /** Makes the changes exactly, rounds to eight decimals, and holds the result within 0, 1 and the highest allowed. */
    private static Curve.Bands adjusted(Curve.Bands bands, List<Change> changes, long most) {
        long[] ratio = new long[bands.ratio().length];
        for (int i = 0; i < ratio.length; i++) {
            BigDecimal value = BigDecimal.valueOf(bands.ratio()[i], 8);
            for (Change change : changes) {
                BigDecimal by = BigDecimal.valueOf(change.value(), 8);
                value = switch (change.change()) {
                    case ADD -> value.add(by);
                    case TIMES -> value.multiply(by);
                    case OWN_TIMES ->
                        BigDecimal.ONE.subtract(BigDecimal.ONE.subtract(value).multiply(by));
                    case REPLACE -> by;
                };
            }
            long scaled =
                    value.setScale(8, RoundingMode.HALF_UP).unscaledValue().longValueExact();
            ratio[i] = Math.max(0, Math.min(scaled, Math.min(Exact.ONE, most)));
        }
        return new Curve.Bands(bands.upTo(), ratio);
    }
}
