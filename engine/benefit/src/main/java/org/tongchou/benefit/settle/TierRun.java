package org.tongchou.benefit.settle;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Deductible;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Limit;
import org.tongchou.benefit.policy.RoundTo;
import org.tongchou.benefit.policy.Tier;

/** How one tier comes to its payment. Mutable and used again for the next tier; amounts in fen. */
final class TierRun {
    /** The base S, and what the counter of the tier was before it. */
    long sum;

    long before;

    /** The deductible that was owed, and how much of the base it is (D). */
    long owed;

    long deductible;

    /** The base after the deductible and after limits of it (B). */
    long rest;

    /** What a yearly payment is compared with. */
    long paidBefore;

    /** The payment before the limits, and after them. */
    long uncut;

    long payment;

    /** What the tightest limit left; negative when there was none. */
    long leaves;

    long overCap;

    /** What each limit that applied left. */
    long[] limitLeaves = new long[4];

    private int[] grown = new int[8];
    private int grownCount;

    private void begin(CompiledTier tier, long base) {
        sum = base;
        before = 0;
        owed = 0;
        deductible = 0;
        rest = base;
        uncut = 0;
        payment = 0;
        leaves = -1;
        overCap = 0;
        grownCount = 0;
        if (limitLeaves.length < tier.limits.length) {
            limitLeaves = new long[tier.limits.length];
        }
    }

    /** What an account pays: at most its balance. */
    @Nullable
    Failure balance(Course course, CompiledTier tier, TierTerms terms, long base) {
        begin(tier, base);
        uncut = Math.min(base, tier.tier.balance() == Tier.Balance.ACCOUNT ? course.account : course.mutual);
        payment = uncut;
        return limits(course, tier, terms, null);
    }

    /** What a fund pays by its ratio. */
    @Nullable
    Failure pay(Course course, CompiledTier tier, TierTerms terms, long base, int yearCell) {
        begin(tier, base);
        return tier.ofYear ? year(course, tier, terms, yearCell) : bill(course, tier, terms, yearCell);
    }

    private @Nullable Failure bill(Course course, CompiledTier tier, TierTerms terms, int counterCell) {
        Failure failure = owe(course, tier, terms);
        if (failure != null) {
            return failure;
        }
        deductible = tier.wholeCounts ? (sum > owed ? 0 : sum) : Math.min(sum, owed);
        rest = sum - deductible;
        failure = tier.cutsBase ? cutBase(course, tier, terms) : null;
        if (failure != null) {
            return failure;
        }
        boolean after = tier.tier.bands() == Tier.BandsFrom.AFTER_DEDUCTIBLE;
        before = counterCell < 0 ? 0 : course.facts.counters[counterCell];
        long start = Math.addExact(before, after ? 0 : deductible);
        Curve curve = Curve.ofBill(bands(course, tier, terms, start), tier.tier.whole(), start);
        uncut = Math.min(rest, rounded(tier, curve.at(rest)));
        payment = uncut;
        failure = limits(course, tier, terms, curve);
        if (tier.deductibleCounter != null) {
            course.facts.counters[course.facts.cell(tier.deductibleCounter)] += deductible;
        }
        grow(course, counterCell, after ? rest : sum);
        return failure;
    }

    private Curve.Bands bands(Course course, CompiledTier tier, TierTerms terms, long start) {
        if (!tier.byCategory) {
            return terms.bands();
        }
        Deductible rule = tier.tier.deductible();
        course.parts.deduct(deductible, sum, rule != null && rule.spread());
        return course.parts.bands(start);
    }

    private @Nullable Failure owe(Course course, CompiledTier tier, TierTerms terms) {
        owed = terms.deductible();
        Deductible rule = tier.tier.deductible();
        if (rule == null) {
            return null;
        }
        if (tier.deductibleCounter != null) {
            int cell = course.facts.cell(tier.deductibleCounter);
            if (cell < 0) {
                return Course.missing(tier.deductibleCounter);
            }
            owed = Math.max(0, owed - course.facts.counters[cell]);
            return null;
        }
        Stay continued = course.continued();
        if (continued != null && tier.tier.basic()) {
            boolean once = rule.chain() == Deductible.Chain.HIGHEST || course.reason != Continuation.Reason.TRANSFER;
            owed = once ? Math.max(0, owed - continued.charged()) : owed;
        }
        return null;
    }

    private @Nullable Failure cutBase(Course course, CompiledTier tier, TierTerms terms) {
        long all = rest;
        for (int i = 0; i < tier.limits.length; i++) {
            CompiledTier.CompiledLimit limit = tier.limits[i];
            Long amount = terms.limits().get(i);
            if (!limit.ofBase() || amount == null) {
                continue;
            }
            CounterLayout.Row counter = Objects.requireNonNull(limit.counter());
            int cell = course.facts.cell(counter);
            if (cell < 0) {
                return Course.missing(counter);
            }
            long room = Math.max(0, amount - course.facts.counters[cell]);
            limitLeaves[i] = room;
            rest = Math.min(rest, room);
            if (limit.limit().excess()) {
                overCap = Math.max(overCap, all - room);
            }
        }
        growLimits(course, tier, true, rest);
        return null;
    }

    private @Nullable Failure year(Course course, CompiledTier tier, TierTerms terms, int yearCell) {
        before = course.facts.counters[yearCell] - sum;
        owed = terms.deductible();
        long end = Math.addExact(before, sum);
        deductible = tier.wholeCounts ? (end <= owed ? sum : 0) : Math.min(owed, end) - Math.min(owed, before);
        boolean after = tier.tier.bands() == Tier.BandsFrom.AFTER_DEDUCTIBLE;
        Curve curve = Curve.ofYear(terms.bands(), tier.tier.whole(), owed, tier.wholeCounts, after);
        if (tier.paid != null) {
            int cell = course.facts.cell(tier.paid);
            if (cell < 0) {
                return Course.missing(tier.paid);
            }
            paidBefore = course.facts.counters[cell];
        } else {
            paidBefore = rounded(tier, curve.at(before));
        }
        uncut = Math.max(0, Math.min(sum, rounded(tier, curve.at(end)) - paidBefore));
        payment = uncut;
        return limits(course, tier, terms, curve);
    }

    private static long rounded(CompiledTier tier, long scaled) {
        return tier.roundsToFen ? Exact.round(scaled) : Exact.round(scaled, tier.tier.round());
    }

    // ---- limits

    private @Nullable Failure limits(Course course, CompiledTier tier, TierTerms terms, @Nullable Curve curve) {
        for (int i = 0; i < tier.limits.length; i++) {
            CompiledTier.CompiledLimit limit = tier.limits[i];
            Long amount = terms.limits().get(i);
            if (amount == null || limit.ofBase()) {
                continue;
            }
            long room = amount;
            if (limit.counter() != null) {
                int cell = course.facts.cell(limit.counter());
                if (cell < 0) {
                    return Course.missing(limit.counter());
                }
                room = amount - course.facts.counters[cell];
            } else if (limit.limit() instanceof Limit.Share) {
                room = share(course, limit, amount);
            } else if (limit.limit() instanceof Limit.Each each && each.timesDays()) {
                room = Math.multiplyExact(amount, course.days());
            }
            room = Math.max(0, room);
            limitLeaves[i] = room;
            leaves = leaves < 0 ? room : Math.min(leaves, room);
            payment = Math.min(payment, room);
            if (limit.limit().excess() && curve != null) {
                overCap = Math.max(overCap, beyond(tier, curve, room));
            }
        }
        growAll(course, tier);
        return null;
    }

    private static long share(Course course, CompiledTier.CompiledLimit limit, long ratio) {
        long of = 0;
        for (Bucket bucket : limit.of()) {
            of += course.split[Places.of(bucket)];
        }
        long room = Exact.times(of, ratio);
        for (int place : limit.including()) {
            room -= course.paid[place];
        }
        return room;
    }

    /** The base beyond the point at which the payment reaches what a limit leaves; not positive when it does not. */
    private long beyond(CompiledTier tier, Curve curve, long room) {
        RoundTo to = tier.tier.round();
        long reached = tier.ofYear ? Math.addExact(room, paidBefore) : room;
        long most = (tier.ofYear ? before : 0) + sum + to.to().fen();
        if (room > 0 && reached > most) {
            // No ratio is above 1 and rounding adds at most a step; a large room would only overflow.
            return 0;
        }
        if (!tier.ofYear) {
            long y = curve.reaches(0, Exact.least(room, to));
            return y > rest ? 0 : sum - deductible - y;
        }
        long y = room <= 0 ? 0 : curve.reaches(before, Exact.least(reached, to)) - before;
        return sum - Math.max(deductible, y);
    }

    private void growAll(Course course, CompiledTier tier) {
        growLimits(course, tier, false, payment);
        for (CounterLayout.Row row : tier.adds) {
            grow(course, course.facts.cell(row), payment);
        }
    }

    /** The counters of limits grow whether the limits apply or not. */
    private void growLimits(Course course, CompiledTier tier, boolean ofBase, long by) {
        for (CompiledTier.CompiledLimit limit : tier.limits) {
            CounterLayout.Row row = limit.counter();
            if (row != null && limit.ofBase() == ofBase) {
                grow(course, course.facts.cell(row), by);
            }
        }
    }

    /** A counter grows once in a tier, however often it is named. */
    private void grow(Course course, int cell, long by) {
        if (cell < 0) {
            return;
        }
        for (int i = 0; i < grownCount; i++) {
            if (grown[i] == cell) {
                return;
            }
        }
        if (grownCount == grown.length) {
            grown = Arrays.copyOf(grown, grownCount * 2);
        }
        grown[grownCount++] = cell;
        course.facts.counters[cell] += by;
    }
}
