package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.BenefitEngine;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.CounterLayout;
import org.tongchou.benefit.settle.LineSplit;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Payment;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.money.Money;

/** Holds the engine against the oracle over random lives of a pack. Not for use by two threads at once. */
final class Differential {
    /** What was seen: how many of each, by name. */
    static final class Seen {
        long personYears;
        long bills;
        long undone;
        final Map<String, Long> outcomes = new TreeMap<>();
        final Map<String, Long> plans = new TreeMap<>();
        final Map<String, Long> tiers = new TreeMap<>();
        final List<String> differences = new ArrayList<>();

        void add(Seen other) {
            personYears += other.personYears;
            bills += other.bills;
            undone += other.undone;
            other.outcomes.forEach((name, count) -> outcomes.merge(name, count, Long::sum));
            other.plans.forEach((name, count) -> plans.merge(name, count, Long::sum));
            other.tiers.forEach((name, count) -> tiers.merge(name, count, Long::sum));
            differences.addAll(other.differences);
        }

        @Override
        public String toString() {
            return "person-years %d, bills %d, undone %d, differences %d%noutcomes %s%nplans %s%ntiers that pay %s"
                    .formatted(personYears, bills, undone, differences.size(), outcomes, plans, tiers);
        }
    }

    private static final int UNDO_EVERY = 8;

    private final PolicyPack pack;
    private final Words words;
    private final CounterLayout layout;
    private final List<String> cells = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final Seen seen = new Seen();
    private final List<String> wrong = new ArrayList<>();

    Differential(PolicyPack pack) {
        this.pack = pack;
        words = new Words(pack);
        layout = CounterLayout.of(pack);
        layout.counters().forEach(counter -> {
            List<String> by = layout.words(counter.name());
            if (by.isEmpty()) {
                cells.add(counter.name());
            }
            by.forEach(word -> cells.add(counter.name() + "/" + word));
        });
    }

    /** Runs lives number {@code from} to before {@code to} of a seed. */
    Seen run(long seed, long from, long to) {
        for (long i = from; i < to; i++) {
            life(seed, i);
        }
        return seen;
    }

    private Policy policy(LocalDate day) {
        for (Policy policy : policies) {
            if (policy.covers(day)) {
                return policy;
            }
        }
        Policy made = Policy.compile(pack, day);
        policies.add(made);
        return made;
    }

    private void life(long seed, long index) {
        Life life = new Life(words, seed * 1_000_003 + index);
        YearState year = YearState.start(layout);
        Oracle.Year other = Oracle.Year.NEW;
        LocalDate last = life.day();
        Settlement earlier = null;
        seen.personYears++;
        for (int i = 0; i < life.bills; i++) {
            LocalDate day = life.day();
            year = day.getYear() == last.getYear() ? year.turned(layout, last, day) : year.newYear(layout);
            other = Oracle.begin(pack, other, last, day);
            last = day;
            Bill bill = life.next(other.stay());
            Policy policy = policy(bill.date());
            seen.bills++;
            Outcome outcome = BenefitEngine.settle(policy, life.person, year, bill);
            String engine =
                    outcome.failure().map(failure -> failure.code().id()).orElse("settled");
            seen.outcomes.merge(engine, 1L, Long::sum);
            Oracle.Settled settled = null;
            try {
                settled = Oracle.settle(pack, life.person, other, bill);
            } catch (Refusal refusal) {
                List<String> codes =
                        refusal.codes().stream().map(Failure.Code::id).toList();
                if (!codes.contains(engine)) {
                    wrong.add("refusal: oracle " + codes + " " + refusal.getMessage() + ", engine " + engine);
                }
            }
            Settlement settlement = outcome.settlement().orElse(null);
            if (settled != null && settlement == null) {
                same("refusal", "settled", outcome.failure().orElseThrow().message());
            }
            if (settled != null && settlement != null) {
                compare(settlement, settled);
                if (i % UNDO_EVERY == 0) {
                    same(
                            "undo",
                            year,
                            BenefitEngine.undo(policy, settlement.after(), settlement)
                                    .year());
                    seen.undone++;
                }
                if (earlier != null && i % UNDO_EVERY == 1) {
                    same("undo of an earlier one", Failure.Code.NOT_LAST, undone(policy, settlement, earlier));
                }
                earlier = settlement;
                year = settlement.after();
                other = settled.after();
            }
            if (!wrong.isEmpty()) {
                seen.differences.add("life %d, bill %d: %s%n  %s%n  %s%n  year before %s"
                        .formatted(index, i, wrong, life.person, bill, other));
                wrong.clear();
                return;
            }
        }
    }

    private static Failure.@Nullable Code undone(Policy policy, Settlement last, Settlement earlier) {
        Failure failure = BenefitEngine.undo(policy, last.after(), earlier).failure();
        return failure == null ? null : failure.code();
    }

    // ---- comparing

    private void same(String what, @Nullable Object oracle, @Nullable Object engine) {
        if (!Objects.equals(oracle, engine)) {
            wrong.add(what + ": oracle " + oracle + ", engine " + engine);
        }
    }

    private void same(String what, BigDecimal oracle, Money engine) {
        if (oracle.compareTo(Yuan.of(engine)) != 0) {
            wrong.add(what + ": oracle " + oracle + ", engine " + Yuan.of(engine));
        }
    }

    private void compare(Settlement engine, Oracle.Settled oracle) {
        same("plan", oracle.plan().id(), engine.plan().id());
        seen.plans.merge(oracle.plan().id(), 1L, Long::sum);
        compareSplit(engine, oracle);
        comparePayments(engine, oracle);
        for (Bucket bucket : Bucket.values()) {
            if (bucket != Bucket.TOTAL) {
                same(
                        "left " + bucket,
                        oracle.course().buckets.get(bucket),
                        engine.left().getOrDefault(bucket, Money.ZERO));
            }
        }
        same("cash", oracle.course().cash(), engine.cash());
        for (int cell = 0; cell < cells.size(); cell++) {
            BigDecimal value = oracle.after().counters().getOrDefault(cells.get(cell), Yuan.ZERO);
            String counter = cells.get(cell).replaceAll("/.*", "");
            int decimals =
                    Objects.requireNonNull(pack.counters().get(counter)).unit().decimals();
            same(
                    "counter " + cells.get(cell),
                    value.movePointRight(decimals).longValueExact(),
                    engine.after().cell(cell));
        }
        same("stay", oracle.after().stay(), engine.after().stay());
    }

    private void compareSplit(Settlement engine, Oracle.Settled oracle) {
        Buckets split = oracle.split().buckets;
        same("total", split.get(Bucket.TOTAL), engine.total());
        for (Bucket bucket : List.of(Bucket.FULL_OWN, Bucket.OVER_LIMIT, Bucket.PRE_PAY, Bucket.FIRST_PAY)) {
            same(bucket.word(), split.get(bucket), engine.part(bucket));
        }
        BigDecimal scope = split.get(Bucket.SCOPE);
        for (Bucket bucket : Bucket.OWN_IN_SCOPE) {
            BigDecimal brought = split.get(bucket);
            scope = scope.add(brought);
            same(bucket.word(), brought.add(oracle.course().left.get(bucket)), engine.part(bucket));
        }
        same("scope", scope, engine.part(Bucket.SCOPE));
        same("lines", oracle.split().lines.size(), engine.lineCount());
        for (int i = 0; i < engine.lineCount(); i++) {
            SplitByHand.Part part = oracle.split().lines.get(i);
            LineSplit line = engine.line(i);
            same("line " + i, part.amount, line.amount());
            same("own of line " + i, part.own, line.own());
            same("over of line " + i, part.over, line.over());
            same("pre of line " + i, part.pre, line.pre());
            same("first of line " + i, part.first, line.first());
            same("scope of line " + i, part.scope, line.scope());
        }
    }

    private void comparePayments(Settlement engine, Oracle.Settled oracle) {
        Map<String, BigDecimal> fields = new LinkedHashMap<>();
        BigDecimal all = Yuan.ZERO;
        List<String> paying = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> paid : oracle.course().paid.entrySet()) {
            same("tier " + paid.getKey(), paid.getValue(), engine.paidBy(paid.getKey()));
            if (paid.getValue().signum() > 0) {
                paying.add(paid.getKey());
                seen.tiers.merge(paid.getKey(), 1L, Long::sum);
                String fund = Objects.requireNonNull(
                        Objects.requireNonNull(pack.tiers().get(paid.getKey())).fund());
                fields.merge(
                        Objects.requireNonNull(pack.vocabulary().funds().get(fund))
                                .field()
                                .word(),
                        paid.getValue(),
                        BigDecimal::add);
                all = all.add(paid.getValue());
            }
        }
        same(
                "tiers that pay",
                paying,
                engine.payments().stream().map(Payment::tier).toList());
        for (Payment payment : engine.payments()) {
            same(
                    "base of " + payment.tier(),
                    oracle.course().looked.getOrDefault(payment.tier(), Yuan.ZERO),
                    payment.base());
        }
        for (Fund.Field field : Fund.Field.values()) {
            same(field.word(), fields.getOrDefault(field.word(), Yuan.ZERO), engine.paidIn(field));
        }
        same(
                "total is who pays",
                oracle.split().buckets.get(Bucket.TOTAL),
                Money.ofFen(all.add(oracle.course().cash()).movePointRight(2).longValueExact()));
        for (Payment payment : engine.payments()) {
            BigDecimal left = oracle.course().limits.get(payment.tier());
            Money limit = payment.limit();
            same("whether limits cut " + payment.tier(), left == null, limit == null);
            if (left != null && limit != null) {
                same("limit of " + payment.tier(), left, limit);
            }
        }
        BigDecimal hospital = fields.getOrDefault(Fund.Field.HOSP_PART_AMT.word(), Yuan.ZERO);
        BigDecimal accounts = fields.getOrDefault(Fund.Field.ACCT_PAY.word(), Yuan.ZERO)
                .add(fields.getOrDefault(Fund.Field.ACCT_MULAID_PAY.word(), Yuan.ZERO));
        BigDecimal funds = all.subtract(hospital).subtract(accounts);
        same("funds", funds, engine.fundSum());
        same("hospital", hospital, engine.hospital());
        same("accounts", accounts, engine.account().plus(engine.mutualAccount()));
        if (seen.bills % UNDO_EVERY == 0) {
            Buckets split = oracle.split().buckets;
            Map<String, BigDecimal> national = engine.national().setlinfo();
            same(national, "preselfpay_amt", split.get(Bucket.PRE_PAY).add(split.get(Bucket.FIRST_PAY)));
            same(national, "fund_pay_sumamt", funds);
            same(
                    national,
                    "psn_part_amt",
                    split.get(Bucket.TOTAL).subtract(funds).subtract(hospital));
            same(national, "psn_cash_pay", oracle.course().cash());
            same(national, "pool_prop_selfpay", oracle.course().basicRatio.setScale(4, RoundingMode.HALF_UP));
        }
    }

    private void same(Map<String, BigDecimal> national, String field, BigDecimal oracle) {
        BigDecimal engine = Objects.requireNonNull(national.get(field));
        if (oracle.compareTo(engine) != 0) {
            wrong.add(field + ": oracle " + oracle + ", engine " + engine);
        }
    }
}
