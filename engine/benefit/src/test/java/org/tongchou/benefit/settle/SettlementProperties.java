package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tongchou.benefit.explain.Explanation;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.explain.Waterfall;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.money.Money;

/** What always holds, over random packs, people and bills. */
class SettlementProperties {
    private static final int BILLS = 4;

    @Property(tries = 150)
    void moneyIsConservedAndNeverNegative(@ForAll long seed) {
        new RandomYear(seed).settleAll(settlement -> {
            Money split = Money.ZERO;
            for (Bucket part :
                    List.of(Bucket.FULL_OWN, Bucket.OVER_LIMIT, Bucket.PRE_PAY, Bucket.FIRST_PAY, Bucket.SCOPE)) {
                assertThat(settlement.part(part).fen()).as(part.word()).isNotNegative();
                split = split.plus(settlement.part(part));
            }
            assertThat(split).isEqualTo(settlement.total());
            Money paid = settlement.fundSum().plus(settlement.hospital()).plus(settlement.account());
            assertThat(paid.plus(settlement.mutualAccount()).plus(settlement.cash()))
                    .isEqualTo(settlement.total());
            assertThat(settlement.cash().fen()).isNotNegative();
            settlement
                    .payments()
                    .forEach(payment -> assertThat(payment.amount().fen())
                            .isPositive()
                            .isLessThanOrEqualTo(payment.base().fen()));
            settlement.left().values().forEach(left -> assertThat(left.fen()).isPositive());
            linesAddUp(settlement);
        });
    }

    private static void linesAddUp(Settlement settlement) {
        long amount = 0;
        long scope = 0;
        for (int i = 0; i < settlement.lineCount(); i++) {
            LineSplit line = settlement.line(i);
            assertThat(line.own()
                            .plus(line.over())
                            .plus(line.pre())
                            .plus(line.first())
                            .plus(line.scope()))
                    .isEqualTo(line.amount());
            assertThat(line.scope().fen()).isNotNegative();
            amount += line.amount().fen();
            scope += line.scope().fen();
        }
        assertThat(amount).isEqualTo(settlement.total().fen());
        assertThat(scope).isEqualTo(settlement.part(Bucket.SCOPE).fen());
    }

    @Property(tries = 100)
    void whatTheBasicTierLeavesIsTheScope(@ForAll long seed) {
        new RandomYear(seed)
                .settleAll(settlement -> assertThat(settlement
                                .part(Bucket.DEDUCTIBLE)
                                .plus(settlement.part(Bucket.SHARE))
                                .plus(settlement.part(Bucket.OVER_CAP))
                                .plus(settlement.paidBy("pool")))
                        .isEqualTo(settlement.part(Bucket.SCOPE)));
    }

    @Property(tries = 100)
    void explanationsAddUp(@ForAll long seed) {
        new RandomYear(seed).settleAll(settlement -> {
            Explanation told = settlement.explanation().orElseThrow();
            assertThat(told.sum(Step.Kind.TOTAL)).isEqualTo(settlement.total().fen());
            assertThat(told.sum(Step.Kind.PART)).isEqualTo(settlement.total().fen());
            assertThat(told.sum(Step.Kind.CASH)).isEqualTo(settlement.cash().fen());
            assertThat(told.sum(Step.Kind.PAYMENT) + settlement.cash().fen())
                    .isEqualTo(settlement.total().fen());
            for (Step step : told.steps(Step.Kind.PAYMENT)) {
                assertThat(step.amount())
                        .isEqualTo(settlement.paidBy(step.subject()).fen());
                assertThat(step.before() - step.after()).isEqualTo(step.amount());
            }
            List<Waterfall.Bar> bars = Waterfall.of(told);
            for (int i = 2; i < bars.size(); i++) {
                assertThat(bars.get(i).from()).isEqualTo(bars.get(i - 1).to());
            }
            assertThat(bars.get(bars.size() - 1).to()).isZero();
        });
    }

    @Property(tries = 100)
    void undoingRestoresEveryState(@ForAll long seed) {
        RandomYear year = new RandomYear(seed);
        List<Settlement> settled = new ArrayList<>();
        year.settleAll(settled::add);
        YearState state = settled.get(settled.size() - 1).after();
        for (int i = settled.size() - 1; i >= 0; i--) {
            state = BenefitEngine.undo(year.policy, state, settled.get(i))
                    .state()
                    .orElseThrow();
            assertThat(state).isEqualTo(settled.get(i).before());
        }
        assertThat(state).isEqualTo(TestPack.start(year.policy));
    }

    @Property(tries = 60)
    void settlingAgainGivesTheSame(@ForAll long seed) {
        RandomYear year = new RandomYear(seed);
        year.settleAll(settlement -> {
            Settlement again = BenefitEngine.settle(year.policy, year.person, settlement.before(), settlement.bill())
                    .getSettlement();
            assertThat(again.payments()).isEqualTo(settlement.payments());
            assertThat(again.cash()).isEqualTo(settlement.cash());
            assertThat(again.after()).isEqualTo(settlement.after());
            assertThat(again.movements()).isEqualTo(settlement.movements());
        });
    }

    @Property(tries = 60)
    void theOrderOfLinesDoesNotMatter(@ForAll long seed) {
        RandomYear year = new RandomYear(seed);
        year.settleAll(settlement -> {
            Bill bill = settlement.bill();
            List<Line> shuffled = new ArrayList<>(bill.lines());
            Collections.shuffle(shuffled, new Random(seed));
            Bill other = TestPack.bill(bill.id())
                    .provider(bill.provider().level())
                    .place(bill.place(), bill.filing())
                    .balances(bill.balances())
                    .lines(shuffled)
                    .build();
            Settlement again = BenefitEngine.settle(year.policy, year.person, settlement.before(), other)
                    .getSettlement();
            assertThat(again.payments()).isEqualTo(settlement.payments());
            assertThat(again.after()).isEqualTo(settlement.after());
        });
    }

    @Property(tries = 200)
    void criticalIllnessDoesNotDependOnTheSplitOfTheYear(@ForAll long seed) {
        Random random = new Random(seed);
        Policy policy = RandomYear.critical(random).policy();
        long whole = 0;
        YearState year = TestPack.start(policy);
        long parts = 0;
        for (int i = 0; i < BILLS; i++) {
            long burden = (long) random.nextInt(1_000_000) * random.nextInt(20) + random.nextInt(100);
            whole += burden;
            Settlement settlement = claim(policy, year, burden);
            parts += settlement.fundSum().fen();
            year = settlement.after();
        }
        assertThat(claim(policy, TestPack.start(policy), whole).fundSum().fen()).isEqualTo(parts);
    }

    private static Settlement claim(Policy policy, YearState year, long fen) {
        Bill bill = Bill.of("1", Bill.SECOND_AID, TestPack.DAY)
                .bucket(Bucket.SHARE, Money.ofFen(fen))
                .build();
        return BenefitEngine.settle(policy, TestPack.person(), year, bill).getSettlement();
    }
}
