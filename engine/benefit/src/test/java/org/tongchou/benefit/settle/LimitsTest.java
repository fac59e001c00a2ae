package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.money.Money;

/** Several limits, deductibles and counters of one tier together, by hand. */
class LimitsTest {
    private static Settlement settle(Policy policy, YearState year, BillBuilder bill) {
        return BenefitEngine.settle(policy, TestPack.person(), year, bill.build())
                .getSettlement();
    }

    private static Settlement settle(TestPack pack, String yuan) {
        Policy policy = pack.policy();
        return settle(policy, TestPack.start(policy), bill(yuan));
    }

    private static BillBuilder bill(String yuan) {
        return TestPack.bill("1").line("A", yuan);
    }

    private static List<Money> parts(Settlement settlement) {
        return List.of(
                settlement.part(Bucket.DEDUCTIBLE), settlement.part(Bucket.SHARE), settlement.part(Bucket.OVER_CAP));
    }

    private static List<Money> yuan(String deductible, String share, String over) {
        return List.of(Money.yuan(deductible), Money.yuan(share), Money.yuan(over));
    }

    private static int cell(Policy policy, String counter) {
        return policy.layout().findCell(counter, "").orElseThrow();
    }

    @ParameterizedTest
    // 4,800 − 800 = 4,000; the limit of the base leaves 3,000, 60% of it are 1,800; that of the payment leaves 1,200,
    // which 2,000 reach; what lies beyond goes on only where the limit says so, the largest part of several
    @CsvSource(delimiter = '|', textBlock = """
            { amount: cap, counter: paid, of: base }                                           | 1800 | 2200 | 0
            { amount: cap, counter: paid, of: base, excess: over_cap }                         | 1800 | 1200 | 1000
            { amount: cap, counter: paid, of: base, excess: over_cap, when: { level: low } }   | 2400 | 1600 | 0
            { amount: each }                                                                   | 1200 | 2800 | 0
            { amount: each, excess: over_cap }                                                 | 1200 | 800  | 2000
            { amount: each, excess: over_cap, when: { level: low } }                           | 2400 | 1600 | 0
            { amount: each, excess: over_cap }, { amount: cap, counter: paid, of: base, excess: over_cap } | 1200 | 800 | 2000
            { amount: cut, excess: over_cap }, { amount: cap, counter: paid, of: base }        | 1800 | 1200 | 1000
            { amount: beyond, excess: over_cap }, { amount: cap, counter: paid, of: base }     | 1800 | 2200 | 0
            { amount: much, excess: over_cap }                                                 | 2400 | 1600 | 0
            { amount: just, excess: over_cap }                                                 | 2400 | 1600 | 0
            """)
    void whatLiesBeyondALimitGoesOnWhereItSaysSo(String limits, String paid, String share, String over) {
        TestPack pack = TestPack.basic(", limits: [ " + limits + " ]")
                .param("cap", "元/年", "3000")
                .param("each", "元/次", "1200")
                .param("cut", "元/次", "1800")
                .param("beyond", "元/次", "2000")
                .param("just", "元/次", "2400")
                .param("much", "元/次", "9000");
        Settlement settlement = settle(pack, "4800");
        assertThat(settlement.fundSum()).isEqualTo(Money.yuan(paid));
        assertThat(parts(settlement)).isEqualTo(yuan("800", share, over));
    }

    @Test
    void aLimitBeyondEveryBillIsNotReached() {
        // 100,000,000 a day for 20 days are more than any bill; 60% of 4,800 − 800 are paid
        Policy policy = TestPack.basic(", limits: [ { amount: huge, times: days, excess: over_cap } ]")
                .param("huge", "元/日", "100000000")
                .policy();
        Settlement settlement =
                settle(policy, TestPack.start(policy), bill("4800").days(20));
        assertThat(settlement.fundSum()).isEqualTo(Money.yuan("2400"));
        assertThat(parts(settlement)).isEqualTo(yuan("800", "1600", "0"));
    }

    @Test
    void theTightestOfManyLimitsIsTold() {
        TestPack pack = TestPack.basic(
                ", limits: [ { amount: v }, { amount: w }, { amount: x }, { amount: y }, { amount: z } ]");
        String[] amounts = {"900", "300", "500", "800", "700"};
        for (int i = 0; i < amounts.length; i++) {
            pack.param(String.valueOf((char) ('v' + i)), "元/次", amounts[i]);
        }
        Settlement settlement = settle(pack, "4800");
        assertThat(settlement.fundSum()).isEqualTo(Money.yuan("300"));
        assertThat(settlement.payments().get(0).limit()).isEqualTo(Money.yuan("300"));
    }

    @Test
    void aBasicTierMayAddUpOverTheYear() {
        for (String counts : List.of("excess", "whole")) {
            Policy policy = new TestPack()
                    .counter("scope", "unit: 元, per: year")
                    .counter("paid", "unit: 元, per: year")
                    .param("line", "元/年", "1000")
                    .param("ratio", "比例", "50%")
                    .param("cap", "元/年", "600")
                    .tier(
                            "pool",
                            "fund: pool, basic: true, measure: year, counter: scope, ratio: ratio,"
                                    + " deductible: { amount: line, counts: " + counts
                                    + " }, limits: [ { amount: cap, counter: paid, excess: over_cap } ]")
                    .plan("all", "when: {}, tiers: [pool]")
                    .policy();
            Settlement first = settle(policy, TestPack.start(policy), bill("700"));
            assertThat(parts(first)).isEqualTo(yuan("700", "0", "0"));
            Settlement second = settle(policy, first.after(), bill("900"));
            Settlement third = settle(policy, second.after(), bill("1000"));
            if (counts.equals("excess")) {
                // 300 below the line and 300 of 600; then the 300 that are left of the cap are reached at 599.99,
                // whose half a fen rounds up
                assertThat(parts(second)).isEqualTo(yuan("300", "300", "0"));
                assertThat(second.fundSum()).isEqualTo(Money.yuan("300"));
                assertThat(third.fundSum()).isEqualTo(Money.yuan("300"));
                assertThat(parts(third)).isEqualTo(yuan("0", "299.99", "400.01"));
            } else {
                // half of 1,600 is cut to the cap, which 1,199.99 of the year reach: 499.99 of the second bill, so that
                // all
                // of the 300 not paid lie beyond; then nothing is left
                assertThat(second.fundSum()).isEqualTo(Money.yuan("600"));
                assertThat(parts(second)).isEqualTo(yuan("0", "0", "300"));
                assertThat(third.fundSum()).isEqualTo(Money.ZERO);
                assertThat(parts(third)).isEqualTo(yuan("0", "0", "1000"));
            }
            // a line that is just reached is owed in full
            assertThat(parts(settle(policy, TestPack.start(policy), bill("1000"))))
                    .isEqualTo(yuan("1000", "0", "0"));
        }
    }

    @Test
    void aYearlyLineIsOwedInPartWhereTheCapCutsBelowIt() {
        Policy policy = new TestPack()
                .counter("scope", "unit: 元, per: year")
                .counter("paid", "unit: 元, per: year")
                .param("line", "元/年", "1000")
                .param("cap", "元/年", "600")
                .tier(
                        "pool",
                        "fund: pool, basic: true, measure: year, counter: scope, deductible: { amount: line },"
                                + " limits: [ { amount: cap, counter: paid, excess: over_cap } ]")
                .plan("all", "when: {}, tiers: [pool]")
                .policy();
        // all of the cap is used: what is above the line goes on, the line is still owed
        YearState year = TestPack.start(policy).withCell(cell(policy, "paid"), 60_000);
        assertThat(parts(settle(policy, year, bill("1500")))).isEqualTo(yuan("1000", "0", "500"));
    }

    @Test
    void aCounterGrowsOnceInATierHoweverOftenItIsNamed() {
        TestPack pack = TestPack.basic(
                        ", adds: [paid, a, b, c, d, e, f, g, h, i],"
                                + " limits: [ { amount: cap, counter: paid }, { amount: cap, counter: paid, when: { level: low } } ]")
                .param("cap", "元/年", "3000");
        List<String> more = IntStream.rangeClosed('a', 'i')
                .mapToObj(letter -> String.valueOf((char) letter))
                .toList();
        more.forEach(letter -> pack.counter(letter, "unit: 元, per: year"));
        Policy policy = pack.policy();
        YearState after = settle(policy, TestPack.start(policy), bill("1800")).after();
        assertThat(after.cell(cell(policy, "paid"))).isEqualTo(60_000);
        more.forEach(letter -> assertThat(after.cell(cell(policy, letter))).isEqualTo(60_000));
    }

    @Test
    void aChainReducesTheDeductibleOfTheBasicTierOnly() {
        TestPack pack = TestPack.basic("")
                .param("own", "元/次", "100")
                .tier("aid", "fund: aid, base: [share], deductible: { amount: own }")
                .tier("free", "fund: pool, basic: true, ratio: ratio")
                .plan("all2", "when: { kind: inpatient }, counts: [admissions], tiers: [pool, aid]")
                .plan("free", "when: { tag: manual }, counts: [admissions], tiers: [free]");
        Policy policy = pack.policy();
        Settlement first = settle(policy, TestPack.start(policy), bill("1800"));
        // 600; of the 400 left all above 100
        assertThat(first.paidBy("aid")).isEqualTo(Money.yuan("300"));
        BillBuilder next =
                TestPack.bill("2").continues("1", Continuation.Reason.INTERIM).line("A", "1000");
        Settlement second = settle(policy, first.after(), next);
        // nothing of 800 is owed again, 100 are: 600, then 300
        assertThat(second.paidBy("pool")).isEqualTo(Money.yuan("600"));
        assertThat(second.paidBy("aid")).isEqualTo(Money.yuan("300"));
        Settlement without = settle(policy, first.after(), next.tags(List.of("manual")));
        assertThat(without.paidBy("free")).isEqualTo(Money.yuan("600"));
        assertThat(without.after().stay()).isEqualTo(new Stay("1", 1, 80_000));
    }

    @Test
    void limitsByAWordNeedTheWord() {
        for (String tier : List.of(
                "balance: account, limits: [ { amount: cap, counter: Each } ]",
                "measure: year, counter: burden, limits: [ { amount: cap, counter: Each } ]",
                "measure: year, counter: burden, against: paid, paid: Each")) {
            Policy policy = TestPack.basic("")
                    .counter("burden", "unit: 元, per: year")
                    .counter("Each", "unit: 元, per: year, by: disease")
                    .param("cap", "元/年", "70")
                    .tier("t", "fund: account, base: [share], " + tier)
                    .plan("p", "when: { kind: chronic }, tiers: [pool, t]")
                    .policy();
            BillBuilder bill = Bill.of("1", "chronic", TestPack.DAY)
                    .provider("high")
                    .balances(new Balances(Money.yuan("300"), null, Money.ZERO, null))
                    .line("A", "1800");
            assertThat(BenefitEngine.settle(policy, TestPack.person(), TestPack.start(policy), bill.build())
                            .failure()
                            .orElseThrow()
                            .field())
                    .as(tier)
                    .isEqualTo("bill.disease");
            Money paid = settle(policy, TestPack.start(policy), bill.disease("cancer"))
                    .paidBy("t");
            assertThat(paid).as(tier).isEqualTo(Money.yuan(tier.contains("cap") ? "70" : "400"));
        }
    }

    @Test
    void aRoundedPaymentNeverExceedsItsBase() {
        // 0.91 rounds up to 1 yuan, over the year too
        Policy policy = new TestPack()
                .counter("burden", "unit: 元, per: year")
                .tier(
                        "critical",
                        "fund: critical, base: [share], measure: year, counter: burden, round: { to: 元, mode: up }")
                .plan("claim", "when: { kind: second_aid }, tiers: [critical]")
                .policy();
        Settlement first = settle(policy, TestPack.start(policy), claim("0.91"));
        assertThat(first.fundSum()).isEqualTo(Money.yuan("0.91"));
        // 0.95 is rounded as 0.91 was: nothing more
        assertThat(settle(policy, first.after(), claim("0.04")).fundSum()).isEqualTo(Money.ZERO);
        assertThat(settle(policy, first.after(), claim("5.00")).fundSum()).isEqualTo(Money.yuan("5"));
    }

    private static BillBuilder claim(String yuan) {
        return Bill.of("1", Bill.SECOND_AID, TestPack.DAY).bucket(Bucket.SHARE, Money.yuan(yuan));
    }

    @Test
    void aTierThatDoesNotApplyCountsNothing() {
        TestPack pack = TestPack.basic("")
                .counter("burden", "unit: 元, per: year, by: disease")
                .counter("seen", "unit: 元, per: year")
                .param("bands", "比例", "[ { upto: 1000, is: 50% }, { is: 60% } ]")
                .tier("year", "fund: aid, base: [share], measure: year, counter: burden, when: { level: low }")
                .tier("banded", "fund: aid, base: [share], counter: seen, ratio: bands, when: { level: low }")
                .plan("p", "when: { kind: inpatient }, tiers: [pool, year, banded]");
        Policy policy = pack.policy();
        Settlement settlement = settle(policy, TestPack.start(policy), bill("1800"));
        assertThat(settlement.movements()).isEmpty();
    }

    @Test
    void positionsAfterTheDeductibleGoOnThroughTheYear() {
        TestPack pack = TestPack.basic("")
                .counter("seen", "unit: 元, per: year")
                .param("bands", "比例", "[ { upto: 1000, is: 50% }, { is: 80% } ]")
                .tier(
                        "n",
                        "fund: pool, basic: true, counter: seen, ratio: bands, deductible: { amount: line }, bands: after_deductible")
                .plan("n", "when: { kind: inpatient }, tiers: [n]");
        Policy policy = pack.policy();
        Settlement first = settle(policy, TestPack.start(policy), bill("1600"));
        assertThat(first.after().cell(cell(policy, "seen"))).isEqualTo(80_000);
        // positions 800 to 1,600: 200 × 50% + 600 × 80%
        assertThat(settle(policy, first.after(), bill("1600")).fundSum()).isEqualTo(Money.yuan("580"));
    }

    @Test
    void aTierThatOnlyCountsPaysNothingOfAShare() {
        TestPack pack = TestPack.basic("")
                .counter("over", "unit: 元, per: year")
                .param("most", "比例", "70%")
                .tier("warning", "base: [own_in_scope], adds: [over]")
                .tier(
                        "aid",
                        "fund: aid, base: [own_in_scope], limits: [ { share: most, of: [total], including: [pool, warning] } ]")
                .plan("p", "when: { kind: inpatient }, tiers: [pool, warning, aid]");
        // 1,800 × 70% = 1,260 less the pool's 600
        assertThat(settle(pack, "1800").paidBy("aid")).isEqualTo(Money.yuan("660"));
    }

    @Test
    void aChainHasTheVisitOfItsStay() {
        TestPack pack = TestPack.basic("")
                .param("step", "元/次", "{ of: line, each_visit: { add: -200 } }")
                .tier("stepped", "fund: pool, basic: true, deductible: { amount: step }, ratio: ratio")
                .plan("s", "when: { kind: inpatient }, counts: [admissions], tiers: [stepped]");
        Policy policy = pack.policy();
        Settlement first = settle(policy, TestPack.start(policy), bill("1800"));
        BillBuilder next = TestPack.bill("2").line("A", "1800");
        assertThat(settle(policy, first.after(), next).part(Bucket.DEDUCTIBLE)).isEqualTo(Money.yuan("600"));
        assertThat(settle(policy, first.after(), next.continues("1", Continuation.Reason.TRANSFER))
                        .part(Bucket.DEDUCTIBLE))
                .isEqualTo(Money.yuan("800"));
    }
}
