package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Adjustment;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Deductible;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Limit;
import org.tongchou.benefit.policy.Tier;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.benefit.settle.Continuation;
import org.tongchou.benefit.settle.Continuation.Reason;
import org.tongchou.benefit.settle.Stay;
import org.tongchou.money.Money;

/** §5: one tier pays its part of a bill. */
final class TierByHand {
    private final Tier tier;
    private final Course course;
    private final SplitByHand split;
    private final @Nullable Stay stay;
    private final Situation situation;
    private final Reading reading;
    private final List<Bucket> base;
    /** S. */
    private final BigDecimal sum;
    /** d. */
    private BigDecimal line = Yuan.ZERO;
    /** D. */
    private BigDecimal deductible = Yuan.ZERO;
    /** B; of measure year S. */
    private BigDecimal rest = Yuan.ZERO;
    /** What the counter of the tier says before the bill; c of measure year. */
    private BigDecimal before = Yuan.ZERO;
    /** The bands with their adjusted ratios. */
    private List<Reading.Band> bands = List.of();
    /** The base by category; null when the ratio does not ask for it. */
    private @Nullable PartsByHand parts;

    private TierByHand(Tier tier, Course course, SplitByHand split, Situation plain, @Nullable Stay stay) {
        this.tier = tier;
        this.course = course;
        this.split = split;
        this.stay = stay;
        base = tier.basic() ? List.of(Bucket.SCOPE) : tier.base();
        sum = course.buckets.sum(base);
        Map<String, BigDecimal> seen = new HashMap<>(course.counters);
        String counter = tier.counter();
        if (isYear() && counter != null && plain.has(counter)) {
            seen.merge(plain.cell(counter), sum, BigDecimal::add);
        }
        situation = plain.withCounters(seen);
        reading = new Reading(situation);
    }

    /**
     * Applies a tier to a bill if it applies.
     *
     * @param stay the stay that the bill continues; null for none
     */
    static void apply(Tier tier, Course course, SplitByHand split, Situation situation, @Nullable Stay stay) {
        TierByHand hand = new TierByHand(tier, course, split, situation, stay);
        if (hand.applies()) {
            hand.pay();
        } else if (tier.basic()) {
            course.scopeToShare();
        }
    }

    private boolean applies() {
        LocalDate day = situation.bill().date();
        return (tier.from() == null || !day.isBefore(tier.from()))
                && (tier.to() == null || !day.isAfter(tier.to()))
                && reading.holds(tier.when());
    }

    private boolean isYear() {
        return tier.measure() == Tier.Measure.YEAR;
    }

    private BigDecimal counted(String counter) {
        return course.counters.getOrDefault(situation.cell(counter), Yuan.ZERO);
    }

    private void pay() {
        if (CategoryAsked.by(situation.pack(), tier, situation.bill().date())) {
            parts = new PartsByHand(
                    situation.pack().vocabulary().of(Vocabulary.Kind.CATEGORIES).keySet(),
                    split,
                    split.buckets.get(Bucket.SCOPE),
                    sum);
            parts.ratios(category -> adjusted(new Reading(situation.ofCategory(category))));
        } else {
            bands = adjusted(reading);
        }
        String counter = tier.counter();
        before = counter == null ? Yuan.ZERO : counted(counter);
        line = line();
        boolean whole = countsWhole();
        if (isYear()) {
            BigDecimal after = before.add(sum);
            if (whole) {
                deductible = after.compareTo(line) <= 0 ? sum : Yuan.ZERO;
            } else {
                deductible = after.min(line).subtract(before.min(line));
            }
            rest = sum;
        } else {
            deductible = whole ? (sum.compareTo(line) > 0 ? Yuan.ZERO : sum) : sum.min(line);
            rest = sum.subtract(deductible);
        }
        if (parts != null) {
            Deductible owed = tier.deductible();
            parts.deduct(deductible, sum, owed != null && owed.spread());
        }
        BigDecimal overCap = cutBase();
        BigDecimal payment = isYear() ? increase(rest) : Yuan.round(curve(rest), tier.round());
        payment = Yuan.notNegative(payment.min(rest));
        for (Limit limit : tier.limits()) {
            if (reading.holds(limit.when()) && !isOfBase(limit)) {
                BigDecimal leaves = Yuan.notNegative(leaves(limit));
                payment = payment.min(leaves);
                course.limits.merge(tier.id(), leaves, BigDecimal::min);
                if (limit.excess()) {
                    overCap = overCap.max(beyond(leaves));
                }
            }
        }
        Tier.Balance balance = tier.balance();
        if (balance != null) {
            payment = payment.min(usable(balance));
        }
        take(payment, overCap);
        grow(payment);
    }

    // ---- ratio

    private List<Reading.Band> adjusted(Reading asked) {
        String ratio = tier.ratio();
        List<Reading.Band> plain = ratio == null ? List.of(new Reading.Band(null, BigDecimal.ONE)) : asked.bands(ratio);
        String mostName = tier.most();
        BigDecimal most = mostName == null ? BigDecimal.ONE : asked.number(mostName);
        List<Reading.Band> adjusted = new ArrayList<>();
        for (Reading.Band band : plain) {
            BigDecimal r = band.value();
            for (Adjustment adjustment : tier.adjust()) {
                if (asked.holds(adjustment.when())) {
                    BigDecimal v = asked.number(adjustment.parameter());
                    r = switch (adjustment.change()) {
                        case ADD -> r.add(v);
                        case TIMES -> r.multiply(v);
                        case OWN_TIMES ->
                            BigDecimal.ONE.subtract(BigDecimal.ONE.subtract(r).multiply(v));
                        case REPLACE -> v;
                    };
                }
            }
            r = r.setScale(8, RoundingMode.HALF_UP);
            r = Yuan.notNegative(r).min(BigDecimal.ONE).min(most);
            adjusted.add(new Reading.Band(band.upTo(), r));
        }
        return adjusted;
    }

    // ---- deductible

    private boolean countsWhole() {
        Deductible owed = tier.deductible();
        return owed != null && owed.counts() == Deductible.Counts.WHOLE;
    }

    /** d: what is owed of the deductible. */
    private BigDecimal line() {
        Deductible owed = tier.deductible();
        if (owed == null) {
            return Yuan.ZERO;
        }
        BigDecimal amount = reading.number(owed.amount());
        String counter = owed.counter();
        if (owed.per() == Deductible.Per.YEAR && counter != null) {
            return Yuan.notNegative(amount.subtract(counted(counter)));
        }
        Continuation continues = situation.bill().continues();
        if (!isYear()
                && tier.basic()
                && stay != null
                && continues != null
                && (owed.chain() == Deductible.Chain.HIGHEST
                        || continues.reason() == Reason.INTERIM
                        || continues.reason() == Reason.NEW_YEAR)) {
            return Yuan.notNegative(amount.subtract(BigDecimal.valueOf(stay.charged(), 2)));
        }
        return amount;
    }

    // ---- measure bill

    private boolean afterDeductible() {
        return tier.bands() == Tier.BandsFrom.AFTER_DEDUCTIBLE;
    }

    private BigDecimal start() {
        return afterDeductible() ? before : deductible.add(before);
    }

    /** f(y), exact. */
    private BigDecimal curve(BigDecimal y) {
        BigDecimal o = start();
        if (parts != null) {
            return parts.curve(o, y);
        }
        return tier.whole() ? y.multiply(Steps.ratioAt(bands, o.add(y))) : Steps.sum(bands, o, o.add(y));
    }

    // ---- measure year

    /** f(y): what the year comes to more. */
    private BigDecimal increase(BigDecimal y) {
        BigDecimal after = Yuan.round(yearly(before.add(y)), tier.round());
        String paid = tier.paid();
        if (tier.against() == Tier.Against.PAID && paid != null) {
            return Yuan.notNegative(after.subtract(counted(paid)));
        }
        return after.subtract(Yuan.round(yearly(before), tier.round()));
    }

    /** F(x), exact. */
    private BigDecimal yearly(BigDecimal x) {
        if (x.compareTo(line) <= 0) {
            return Yuan.ZERO;
        }
        BigDecimal from = countsWhole() ? Yuan.ZERO : line;
        BigDecimal shift = afterDeductible() ? from : Yuan.ZERO;
        return tier.whole()
                ? x.subtract(from).multiply(Steps.ratioAt(bands, x.subtract(shift)))
                : Steps.sum(bands, from.subtract(shift), x.subtract(shift));
    }

    // ---- limits

    private static boolean isOfBase(Limit limit) {
        return limit instanceof Limit.Counted counted && counted.ofBase();
    }

    /** A limit of the base cuts B; gives the most that goes on. */
    private BigDecimal cutBase() {
        BigDecimal uncut = rest;
        BigDecimal overCap = Yuan.ZERO;
        for (Limit limit : tier.limits()) {
            if (isOfBase(limit) && reading.holds(limit.when())) {
                BigDecimal leaves = Yuan.notNegative(leaves(limit));
                rest = rest.min(leaves);
                if (limit.excess()) {
                    overCap = overCap.max(uncut.subtract(uncut.min(leaves)));
                }
            }
        }
        return overCap;
    }

    private BigDecimal leaves(Limit limit) {
        if (limit instanceof Limit.Counted counted) {
            return reading.number(counted.amount()).subtract(counted(counted.counter()));
        }
        if (limit instanceof Limit.Each each) {
            BigDecimal amount = reading.number(each.amount());
            return each.timesDays() ? amount.multiply(situation.days()) : amount;
        }
        if (limit instanceof Limit.Share share) {
            BigDecimal leaves = Yuan.round(reading.number(share.share()).multiply(split.buckets.sum(share.of())));
            for (String other : share.including()) {
                leaves = leaves.subtract(course.paid.getOrDefault(other, Yuan.ZERO));
            }
            return leaves;
        }
        Limit.Diseases diseases = (Limit.Diseases) limit;
        return diseases(diseases).subtract(counted(diseases.counter()));
    }

    /** What the special diseases held give together. */
    private BigDecimal diseases(Limit.Diseases limit) {
        Set<String> held = situation.words(Fact.of(Fact.Kind.HELD_DISEASE));
        BigDecimal highest = Yuan.ZERO;
        BigDecimal added = Yuan.ZERO;
        int number = 0;
        for (String disease : held) {
            BigDecimal amount = new Reading(situation.ofDisease(disease)).number(limit.amount());
            highest = highest.max(amount);
            added = added.add(amount);
            number += amount.signum() == 0 ? 0 : 1;
        }
        String plus = limit.plus();
        return switch (limit.combine()) {
            case HIGHEST -> highest;
            case SUM -> added;
            case HIGHEST_PLUS ->
                plus == null || number < 2
                        ? highest
                        : highest.add(reading.number(plus).multiply(BigDecimal.valueOf(number - 1L)));
        };
    }

    /** What goes on when a limit leaves so much: the base beyond the smallest for which the payment reaches it. */
    private BigDecimal beyond(BigDecimal leaves) {
        BigDecimal zero;
        UnaryOperator<BigDecimal> f;
        if (isYear()) {
            BigDecimal shift = afterDeductible() && !countsWhole() ? line : Yuan.ZERO;
            zero = shift.subtract(before);
            f = this::increase;
        } else {
            zero = start().negate();
            f = y -> Yuan.round(curve(y), tier.round());
        }
        List<Reading.Band> ends = parts == null ? bands : List.of(new Reading.Band(null, Yuan.ZERO));
        BigDecimal y = Steps.smallest(f, ends, zero, rest, leaves);
        if (y == null) {
            return Yuan.ZERO;
        }
        return isYear()
                ? sum.subtract(y.max(deductible))
                : sum.subtract(deductible).subtract(y);
    }

    private BigDecimal usable(Tier.Balance balance) {
        Balances accounts = situation.bill().balances();
        boolean own = balance == Tier.Balance.ACCOUNT;
        BigDecimal there = Yuan.of(own ? accounts.account() : accounts.mutual());
        Money use = own ? accounts.accountUse() : accounts.mutualUse();
        return use == null ? there : there.min(Yuan.of(use));
    }

    // ---- leaving

    private void take(BigDecimal payment, BigDecimal overCap) {
        course.paid.put(tier.id(), payment);
        course.looked.put(tier.id(), sum);
        if (tier.fund() == null) {
            course.paid.put(tier.id(), Yuan.ZERO);
            if (tier.basic()) {
                throw new IllegalStateException("a basic tier without a fund");
            }
            return;
        }
        course.take(base, payment);
        if (tier.basic()) {
            BigDecimal there = sum.subtract(payment);
            BigDecimal under = deductible.min(there);
            BigDecimal beyond = overCap.min(there.subtract(under));
            course.buckets.put(Bucket.SCOPE, Yuan.ZERO);
            course.leave(Bucket.DEDUCTIBLE, under);
            course.leave(Bucket.OVER_CAP, beyond);
            course.leave(Bucket.SHARE, there.subtract(under).subtract(beyond));
            course.charged = deductible;
            BigDecimal of = sum.subtract(deductible);
            course.basicRatio = parts == null && bands.size() == 1
                    ? bands.get(0).value()
                    : of.signum() == 0 ? Yuan.ZERO : payment.divide(of, 4, RoundingMode.HALF_UP);
        }
    }

    /** Counters grow after the tier, each once. */
    private void grow(BigDecimal payment) {
        Set<String> grown = new HashSet<>();
        for (Limit limit : tier.limits()) {
            String counter = limit instanceof Limit.Counted counted
                    ? counted.counter()
                    : limit instanceof Limit.Diseases diseases ? diseases.counter() : null;
            if (counter != null && situation.has(counter) && grown.add(counter)) {
                course.grow(situation.cell(counter), isOfBase(limit) ? rest : payment);
            }
        }
        for (String counter : tier.adds()) {
            if (situation.has(counter) && grown.add(counter)) {
                course.grow(situation.cell(counter), payment);
            }
        }
        Deductible owed = tier.deductible();
        String used = owed == null ? null : owed.counter();
        if (used != null) {
            course.grow(situation.cell(used), deductible);
        }
        String counter = tier.counter();
        if (counter != null) {
            course.grow(situation.cell(counter), isYear() || !afterDeductible() ? sum : rest);
        }
    }
}
