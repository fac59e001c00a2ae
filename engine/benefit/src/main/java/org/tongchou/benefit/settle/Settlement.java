package org.tongchou.benefit.settle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.explain.Explanation;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.Plan;
import org.tongchou.money.Money;

/** Who pays what of a bill, and what the year is afterwards. Immutable; every amount is 0 or more. */
public final class Settlement {
    /** The tag of a bill that is paid in advance for somebody who is liable (先行支付). */
    public static final String ADVANCE = "advance";

    /** Fields of the national interface that are no fund. */
    private static final Set<Fund.Field> NO_FUND =
            Set.of(Fund.Field.HOSP_PART_AMT, Fund.Field.ACCT_PAY, Fund.Field.ACCT_MULAID_PAY);

    private static final int LINE_PARTS = 6;

    private final Bill bill;
    private final Plan plan;
    private final long[] split;
    private final long[] left;
    private final long[] rest;
    private final long[] lines;
    private final List<Payment> payments;
    private final long ratio;
    private final List<Movement> movements;
    private final YearState before;
    private final YearState after;
    private final @Nullable Explanation explanation;

    Settlement(Course course, CompiledPlan plan, Bill bill, YearState before, @Nullable Explanation explanation) {
        this.bill = bill;
        this.plan = plan.plan;
        this.before = before;
        this.explanation = explanation;
        split = course.split.clone();
        left = course.left.clone();
        rest = course.bucket.clone();
        lines = lines(course.lines);
        payments = new ArrayList<>(plan.tiers.length);
        for (int i = 0; i < plan.tiers.length; i++) {
            CompiledTier tier = plan.tiers[i];
            if (tier.fund != null && course.paid[i] > 0) {
                payments.add(new Payment(
                        tier.tier.id(),
                        tier.tier.name(),
                        tier.fund,
                        Money.ofFen(course.base[i]),
                        course.limit[i] < 0 ? null : Money.ofFen(course.limit[i]),
                        Money.ofFen(course.paid[i])));
            }
        }
        ratio = course.basicRatio;
        movements = movements(course);
        long mark = YearState.mixed(
                YearState.mixed(before.mark(), bill.id().hashCode()), course.cash() * 31 + total().fen());
        after = YearState.owning(before.fingerprint(), course.facts.counters.clone(), course.stayAfter, mark);
    }

    private static long[] lines(Lines from) {
        long[] packed = new long[from.size * LINE_PARTS];
        for (int i = 0; i < from.size; i++) {
            int at = i * LINE_PARTS;
            packed[at] = from.inPackage[i] ? 0 : from.amount[i];
            packed[at + 1] = from.own[i];
            packed[at + 2] = from.over[i];
            packed[at + 3] = from.pre[i];
            packed[at + 4] = from.first[i];
            packed[at + 5] = from.scope[i];
        }
        return packed;
    }

    private static List<Movement> movements(Course course) {
        List<Movement> moved = new ArrayList<>();
        for (int cell = 0; cell < course.start.length; cell++) {
            long then = course.start[cell];
            long now = course.facts.counters[cell];
            if (then != now) {
                CounterLayout.Row row = course.policy.layout().rowOf(cell);
                String word = row.words().isEmpty() ? "" : row.words().get(cell - row.start());
                moved.add(new Movement(row.counter().name(), word, cell, then, now));
            }
        }
        return moved;
    }

    // ---- the bill

    /** The bill that was settled. */
    public Bill bill() {
        return bill;
    }

    /** The plan that was used. */
    public Plan plan() {
        return plan;
    }

    /** 医疗费总额: own + over + pre + first + scope. */
    public Money total() {
        return Money.ofFen(split[Places.of(Bucket.TOTAL)]);
    }

    /**
     * A part of the bill. {@code full_own} to {@code scope} are as the split made them, {@code deductible}, {@code share}
     * and {@code over_cap} as the basic tier left them.
     */
    public Money part(Bucket bucket) {
        return switch (bucket) {
            case DEDUCTIBLE, SHARE, OVER_CAP -> Money.ofFen(left[Places.of(bucket)]);
            case SCOPE -> Money.ofFen(scope());
            default -> Money.ofFen(split[Places.of(bucket)]);
        };
    }

    /** A second aid brings parts of the scope. */
    private long scope() {
        return split[Places.of(Bucket.SCOPE)]
                + split[Places.of(Bucket.DEDUCTIBLE)]
                + split[Places.of(Bucket.SHARE)]
                + split[Places.of(Bucket.OVER_CAP)];
    }

    /** How many lines the bill has. */
    public int lineCount() {
        return lines.length / LINE_PARTS;
    }

    /** How a line is split. */
    public LineSplit line(int index) {
        int at = index * LINE_PARTS;
        return new LineSplit(
                Money.ofFen(lines[at]),
                Money.ofFen(lines[at + 1]),
                Money.ofFen(lines[at + 2]),
                Money.ofFen(lines[at + 3]),
                Money.ofFen(lines[at + 4]),
                Money.ofFen(lines[at + 5]));
    }

    // ---- who pays

    /** What tiers pay, in their order; those that pay nothing are not there. */
    public List<Payment> payments() {
        return List.copyOf(payments);
    }

    /** What a tier pays; nothing when it does not apply or is not in the plan. */
    public Money paidBy(String tier) {
        return sum(payment -> payment.tier().equals(tier));
    }

    /** What all tiers that count in a field of the national interface pay. */
    public Money paidIn(Fund.Field field) {
        return sum(payment -> payment.fund().field() == field);
    }

    /** What each fund pays, by its id; those that pay nothing are not there. Accounts and the hospital are no funds. */
    public Map<String, Money> funds() {
        Map<String, Money> funds = new LinkedHashMap<>();
        for (Payment payment : payments) {
            if (!NO_FUND.contains(payment.fund().field())) {
                funds.merge(payment.fund().id(), payment.amount(), Money::plus);
            }
        }
        return funds;
    }

    /** 基金支付总额. */
    public Money fundSum() {
        return sum(payment -> !NO_FUND.contains(payment.fund().field()));
    }

    /** 医院负担. */
    public Money hospital() {
        return paidIn(Fund.Field.HOSP_PART_AMT);
    }

    /** 个人账户支付. */
    public Money account() {
        return paidIn(Fund.Field.ACCT_PAY);
    }

    /** 家庭共济账户支付. */
    public Money mutualAccount() {
        return paidIn(Fund.Field.ACCT_MULAID_PAY);
    }

    /** 个人现金: what is left. */
    public Money cash() {
        return Money.ofFen(Arrays.stream(rest).sum());
    }

    private Money sum(java.util.function.Predicate<Payment> which) {
        long sum = 0;
        for (Payment payment : payments) {
            sum += which.test(payment) ? payment.amount().fen() : 0;
        }
        return Money.ofFen(sum);
    }

    /** What is left of each part after everybody paid, accounts too; parts with nothing left are not there. */
    public Map<Bucket, Money> left() {
        Map<Bucket, Money> parts = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            if (rest[Places.of(bucket)] != 0) {
                parts.put(bucket, Money.ofFen(rest[Places.of(bucket)]));
            }
        }
        return parts;
    }

    /** What may be recovered from whoever is liable: all that funds paid of a bill paid in advance, else nothing. */
    public Money recoverable() {
        return bill.tags().contains(ADVANCE) ? fundSum() : Money.ZERO;
    }

    /** 基本医保支付比例, in 10^-8: of the basic tier's base after the deductible; 0 when it did not apply. */
    public long basicRatio() {
        return ratio;
    }

    // ---- the year

    /** The counters that changed, in the order of their cells. */
    public List<Movement> movements() {
        return List.copyOf(movements);
    }

    /** The year before the bill. */
    public YearState before() {
        return before;
    }

    /** The year after the bill. */
    public YearState after() {
        return after;
    }

    /** Why it came out so; empty when that was not asked for. */
    public Optional<Explanation> explanation() {
        return Optional.ofNullable(explanation);
    }

    /** The fields of the national interface. */
    public NationalAmounts national() {
        return NationalAmounts.of(this);
    }
}
