package org.tongchou.benefit.settle;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Tier;

/**
 * The way of one bill through its plan. Mutable, used again for the next bill, of one thread: what people get is the
 * {@link Settlement} made from it.
 */
final class Course {
    private static final int BUCKETS = Bucket.values().length;
    private static final int SCOPE = Places.of(Bucket.SCOPE);
    private static final int DEDUCTIBLE = Places.of(Bucket.DEDUCTIBLE);
    private static final int SHARE = Places.of(Bucket.SHARE);
    private static final int OVER_CAP = Places.of(Bucket.OVER_CAP);
    private static final int TOTAL = Places.of(Bucket.TOTAL);

    /** A counter of money at most, in fen. */
    private static final long LARGEST_COUNTER = 90_000_000_000L;

    final Policy policy;
    final Facts facts;
    final Lines lines = new Lines();
    final Parts parts;
    final SplitRun splitRun;
    final long[] start;

    /** What the encoder says of the bill. */
    String id = "";

    @Nullable
    Stay stay;

    Continuation.@Nullable Reason reason;
    long packagePrice;
    boolean hasPackage;
    long account;
    long mutual;

    /** What came out; amounts in fen. */
    @Nullable
    CompiledPlan plan;

    final long[] bucket = new long[BUCKETS];
    final long[] split = new long[BUCKETS];

    /** What the basic tier left. */
    final long[] left = new long[BUCKETS];

    long[] base = new long[0];
    long[] paid = new long[0];
    long[] limit = new long[0];

    @Nullable
    Stay stayAfter;

    /** 基本医保支付比例, in 10^-8. */
    long basicRatio;

    /** How the tier that was applied last came to its payment. */
    final TierRun run = new TierRun();

    Course(Policy policy) {
        this.policy = policy;
        this.facts = new Facts(policy.words(), policy.layout());
        this.start = new long[policy.layout().cells()];
        this.parts = new Parts(policy.pack().vocabulary());
        this.splitRun = new SplitRun(parts.amount.length);
    }

    /** Forgets the last bill and takes the counters of a state. */
    void begin(YearState year) {
        clear();
        year.copyTo(start);
        year.copyTo(facts.counters);
        stay = year.stay();
        stayAfter = stay;
    }

    /** Forgets the last bill and takes counters and a stay; what it began with is not kept. */
    void begin(long[] counters, @Nullable Stay last) {
        clear();
        System.arraycopy(counters, 0, facts.counters, 0, start.length);
        stay = last;
        stayAfter = last;
    }

    private void clear() {
        facts.clear();
        lines.clear();
        splitRun.clear();
        Arrays.fill(bucket, 0);
        reason = null;
        hasPackage = false;
        packagePrice = 0;
        account = 0;
        mutual = 0;
        basicRatio = 0;
    }

    /** The stay that the bill continues; null when it continues none. */
    @Nullable
    Stay continued() {
        return reason == null ? null : stay;
    }

    /** Goes the whole way; gives the failure when that is not possible. */
    @Nullable
    Failure go(@Nullable Narrator narrator) {
        Failure failure = policy.choose(this);
        CompiledPlan chosen = plan;
        if (chosen == null) {
            return failure;
        }
        makeRoom(chosen.tiers.length);
        failure = countVisit(chosen);
        if (failure == null) {
            failure = lines.size == 0 ? addBuckets() : splitRun.split(this, chosen);
        }
        if (failure != null) {
            return failure;
        }
        System.arraycopy(bucket, 0, split, 0, BUCKETS);
        facts.split(split);
        if (narrator != null) {
            narrator.split(this, chosen);
        }
        bucket[TOTAL] = 0;
        if (!chosen.hasBasic) {
            bucket[SHARE] += bucket[SCOPE];
            bucket[SCOPE] = 0;
            System.arraycopy(bucket, 0, left, 0, BUCKETS);
        }
        long charged = 0;
        for (int i = 0; i < chosen.tiers.length; i++) {
            failure = apply(chosen.tiers[i], i, narrator);
            if (failure != null) {
                return failure;
            }
            if (chosen.tiers[i].tier.basic()) {
                charged = run.deductible;
                System.arraycopy(bucket, 0, left, 0, BUCKETS);
            }
        }
        if (narrator != null) {
            narrator.cash(this);
        }
        return finish(chosen, charged);
    }

    private void makeRoom(int tiers) {
        if (base.length < tiers) {
            base = new long[tiers];
            paid = new long[tiers];
            limit = new long[tiers];
        }
        Arrays.fill(paid, 0);
    }

    private @Nullable Failure countVisit(CompiledPlan chosen) {
        long visit = 1;
        Stay continued = continued();
        if (continued != null) {
            visit = continued.visit();
        } else if (chosen.counts.length > 0) {
            visit = facts.counter(chosen.counts[0]) + 1;
            for (CounterLayout.Row row : chosen.counts) {
                if (facts.cell(row) < 0) {
                    return missing(row);
                }
            }
        }
        facts.number[Places.of(Fact.Kind.VISIT)] = visit;
        return null;
    }

    long days() {
        return facts.number[Places.of(Fact.Kind.DAYS)];
    }

    /** Why a counter by words cannot be used: the bill does not say the word. */
    static Failure missing(CounterLayout.Row row) {
        return new Failure(
                Failure.Code.MISSING,
                "bill." + Objects.requireNonNull(row.counter().by()).word(),
                "",
                "累计“" + row.counter().meaning() + "”按其分别计算的词");
    }

    /** A second aid has brought its own buckets. */
    private @Nullable Failure addBuckets() {
        bucket[TOTAL] = 0;
        for (int i = 0; i < TOTAL; i++) {
            bucket[TOTAL] = Math.addExact(bucket[TOTAL], bucket[i]);
        }
        return null;
    }

    // ---- tiers

    private @Nullable Failure apply(CompiledTier tier, int place, @Nullable Narrator narrator) {
        long sum = 0;
        for (Bucket from : tier.base) {
            sum += bucket[Places.of(from)];
        }
        base[place] = sum;
        limit[place] = -1;
        run.deductible = 0;
        run.overCap = 0;
        if (!tier.inForce) {
            leave(tier, sum, 0);
            return null;
        }
        int yearCell = tier.counter == null ? Words.NONE : facts.cell(tier.counter);
        if (tier.ofYear && yearCell >= 0) {
            facts.counters[yearCell] += sum;
        }
        TierTerms terms = terms(tier);
        if (!terms.applies()) {
            if (tier.ofYear && yearCell >= 0) {
                facts.counters[yearCell] -= sum;
            }
            leave(tier, sum, 0);
            return terms.failure();
        }
        if (tier.counter != null && yearCell < 0) {
            return missing(tier.counter);
        }
        Failure unknown = tier.byCategory ? parts.begin(this, tier, sum) : null;
        if (unknown != null) {
            return unknown;
        }
        Failure failure = tier.tier.balance() != null
                ? run.balance(this, tier, terms, sum)
                : run.pay(this, tier, terms, sum, yearCell);
        if (failure != null) {
            return failure;
        }
        paid[place] = tier.fund == null ? 0 : run.payment;
        limit[place] = run.leaves;
        if (tier.tier.basic()) {
            basicRatio = ratio(tier, terms);
        }
        if (tier.fund != null) {
            take(tier, run.payment);
            spend(tier);
            leave(tier, sum, run.payment);
        }
        if (narrator != null) {
            narrator.tier(this, tier, terms, place);
        }
        return null;
    }

    private TierTerms terms(CompiledTier tier) {
        if (!tier.byCategory) {
            return tier.terms(facts);
        }
        int slot = Places.of(Fact.Kind.CATEGORY);
        facts.word[slot] = Words.UNASKED;
        TierTerms terms = tier.terms(facts);
        facts.word[slot] = Words.NONE;
        return terms;
    }

    /** The ratio when there is only one, else what was paid of the base after the deductible. */
    private long ratio(CompiledTier tier, TierTerms terms) {
        if (!tier.byCategory && terms.bands().ratio().length == 1) {
            return terms.bands().ratio()[0];
        }
        long of = run.sum - run.deductible;
        return of == 0 ? 0 : Math.multiplyExact(run.payment, Exact.ONE) / of;
    }

    private void take(CompiledTier tier, long payment) {
        long rest = payment;
        for (Bucket from : tier.base) {
            long part = Math.min(rest, bucket[Places.of(from)]);
            bucket[Places.of(from)] -= part;
            rest -= part;
        }
    }

    private void spend(CompiledTier tier) {
        if (tier.tier.balance() == Tier.Balance.ACCOUNT) {
            account -= run.payment;
        } else if (tier.tier.balance() == Tier.Balance.MUTUAL) {
            mutual -= run.payment;
        }
    }

    /** What the basic tier does not pay is told apart; each part is at most what is still there. */
    private void leave(CompiledTier tier, long sum, long payment) {
        if (!tier.tier.basic()) {
            return;
        }
        long rest = sum - payment;
        long deductible = Math.min(run.deductible, rest);
        long over = Math.min(run.overCap, rest - deductible);
        bucket[SCOPE] = 0;
        bucket[DEDUCTIBLE] += deductible;
        bucket[OVER_CAP] += over;
        bucket[SHARE] += rest - deductible - over;
    }

    // ---- the end

    private @Nullable Failure finish(CompiledPlan chosen, long charged) {
        Stay continued = continued();
        if (continued != null) {
            stayAfter = new Stay(continued.id(), continued.visit(), Math.addExact(continued.charged(), charged));
        } else if (chosen.counts.length > 0) {
            for (CounterLayout.Row row : chosen.counts) {
                facts.counters[facts.cell(row)]++;
            }
            stayAfter = new Stay(id, facts.number[Places.of(Fact.Kind.VISIT)], charged);
        }
        for (int cell = 0; cell < start.length; cell++) {
            if (facts.counters[cell] > LARGEST_COUNTER) {
                return new Failure(
                        Failure.Code.WRONG_NUMBER,
                        "year." + policy.layout().rowOf(cell).counter().name(),
                        String.valueOf(facts.counters[cell]),
                        "不超过 900,000,000 元的累计");
            }
        }
        return null;
    }

    /** What is left for the person to pay; the total stands in no bucket any more. */
    long cash() {
        long cash = 0;
        for (long part : bucket) {
            cash += part;
        }
        return cash;
    }
}
