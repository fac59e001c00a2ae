package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.money.Money;

/** The way of a bill through its plan: basic tiers that do not apply, counters by words, who takes what in turn. */
class WaysTest {
    private static Outcome settle(Policy policy, YearState year, BillBuilder bill) {
        return BenefitEngine.settle(policy, TestPack.person(), year, bill.build());
    }

    private static Settlement settled(TestPack pack, BillBuilder bill) {
        Policy policy = pack.policy();
        return settle(policy, TestPack.start(policy), bill).getSettlement();
    }

    private static BillBuilder bill(String yuan) {
        return TestPack.bill("1").line("A", yuan);
    }

    private static BillBuilder chronic(String disease) {
        return Bill.of("1", "chronic", TestPack.DAY)
                .provider("high")
                .disease(disease)
                .line("A", "1800");
    }

    private static String refusal(Outcome outcome) {
        return outcome.failure()
                .map(failure -> failure.code().id() + " " + failure.field())
                .orElse("settled");
    }

    private static int cell(Policy policy, String counter, String word) {
        return policy.layout().findCell(counter, word).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {", to: 2024-12-31", ", when: { level: low }"})
    void scopeIsThePersonsOwnWhereTheBasicTierDoesNotApply(String never) {
        TestPack pack = TestPack.basic(never)
                .tier("aid", "fund: aid, base: [share], ratio: ratio")
                .plan("p", "when: { kind: inpatient }, tiers: [pool, aid]");
        Settlement settlement = settled(pack, bill("1000"));
        assertThat(settlement.paidBy("aid")).isEqualTo(Money.yuan("600"));
        assertThat(settlement.part(Bucket.SHARE)).isEqualTo(Money.yuan("1000"));
        assertThat(settlement.part(Bucket.DEDUCTIBLE)).isEqualTo(Money.ZERO);
        assertThat(settlement.cash()).isEqualTo(Money.yuan("400"));
        assertThat(settlement.basicRatio()).isZero();
    }

    @Test
    void scopeIsThePersonsOwnInAPlanWithoutBasicTier() {
        TestPack pack = TestPack.basic("")
                .tier("aid", "fund: aid, base: [share], ratio: ratio")
                .plan("p", "when: { kind: second_aid }, tiers: [aid]");
        Settlement settlement = settled(
                pack,
                Bill.of("1", Bill.SECOND_AID, TestPack.DAY)
                        .bucket(Bucket.SHARE, Money.yuan("30"))
                        .bucket(Bucket.SCOPE, Money.yuan("70")));
        assertThat(settlement.part(Bucket.SHARE)).isEqualTo(Money.yuan("100"));
        assertThat(settlement.paidBy("aid")).isEqualTo(Money.yuan("60"));
    }

    @Test
    void countersByAWordNeedTheWord() {
        TestPack pack = TestPack.basic("")
                .counter("visits", "unit: 次, per: year, by: disease")
                .counter("burden", "unit: 元, per: year, by: disease")
                .counter("Used", "unit: 元, per: year, by: disease")
                .counter("given", "unit: 元, per: year, by: disease")
                .tier("yearly", "fund: aid, base: [share], measure: year, counter: burden, ratio: ratio")
                .tier(
                        "owed",
                        "fund: pool, basic: true, deductible: { amount: line, per: year, counter: Used }, ratio: ratio")
                .tier(
                        "cut",
                        "fund: pool, basic: true, ratio: ratio, limits: [ { amount: line, counter: Used, of: base } ]")
                .tier("added", "fund: aid, base: [share], ratio: ratio, adds: [given]")
                .plan("visits", "when: { tag: manual }, counts: [visits], tiers: [pool]")
                .plan("yearly", "when: { tag: advance }, tiers: [pool, yearly]")
                .plan("owed", "when: { level: low }, tiers: [owed]")
                .plan("cut", "when: { level: mid }, tiers: [cut]")
                .plan("added", "when: { kind: chronic, level: high, provider: tcm }, tiers: [pool, added]");
        Policy policy = pack.policy();
        YearState year = TestPack.start(policy);
        List<BillBuilder> without = List.of(
                chronic("").tags(List.of("manual")),
                chronic("").tags(List.of("advance")),
                chronic("").provider("low"),
                chronic("").provider("mid"));
        for (BillBuilder bill : without) {
            assertThat(refusal(settle(policy, year, bill))).isEqualTo("E-BEN-001 bill.disease");
            YearState after =
                    settle(policy, year, bill.disease("cancer")).getSettlement().after();
            for (String counter : List.of("visits", "burden", "Used")) {
                assertThat(after.cell(cell(policy, counter, "dialysis"))).isZero();
            }
        }
        // (1,800 − 800) × 60% = 600 of which 400 are left to the person and 60% of these given
        BillBuilder added = chronic("").provider("high", "tcm");
        assertThat(refusal(settle(policy, year, added))).isEqualTo("settled");
        YearState after =
                settle(policy, year, added.disease("gout")).getSettlement().after();
        assertThat(after.cell(cell(policy, "given", "gout"))).isEqualTo(24_000);
    }

    @Test
    void visitsAreCountedForEachDisease() {
        TestPack pack = TestPack.basic("")
                .counter("visits", "unit: 次, per: year, by: disease")
                .plan("p", "when: { kind: chronic }, counts: [visits, admissions], tiers: [pool]");
        Policy policy = pack.policy();
        YearState after = settle(policy, TestPack.start(policy), chronic("gout"))
                .getSettlement()
                .after();
        after = settle(policy, after, chronic("cancer")).getSettlement().after();
        after = settle(policy, after, chronic("gout")).getSettlement().after();
        assertThat(after.cell(cell(policy, "visits", "gout"))).isEqualTo(2);
        assertThat(after.cell(cell(policy, "visits", "cancer"))).isEqualTo(1);
        assertThat(after.cell(cell(policy, "admissions", ""))).isEqualTo(3);
    }

    @Test
    void aYearlyTierSeesItsCounterWithTheBill() {
        Policy policy = new TestPack()
                .counter("burden", "unit: 元, per: year")
                .param("half", "比例", "50%")
                .tier(
                        "critical",
                        "fund: critical, base: [share], measure: year, counter: burden, ratio: half,"
                                + " when: { counter.burden: \">=1000\" }")
                .plan("claim", "when: { kind: second_aid }, tiers: [critical]")
                .policy();
        BillBuilder below = Bill.of("1", Bill.SECOND_AID, TestPack.DAY).bucket(Bucket.SHARE, Money.yuan("999.99"));
        Settlement none = settle(policy, TestPack.start(policy), below).getSettlement();
        assertThat(none.fundSum()).isEqualTo(Money.ZERO);
        // a tier that does not apply counts nothing
        assertThat(none.after().cell(0)).isZero();
        BillBuilder at = Bill.of("1", Bill.SECOND_AID, TestPack.DAY).bucket(Bucket.SHARE, Money.yuan("1000"));
        Settlement all = settle(policy, TestPack.start(policy), at).getSettlement();
        assertThat(all.fundSum()).isEqualTo(Money.yuan("500"));
        assertThat(all.after().cell(0)).isEqualTo(100_000);
    }

    @Test
    void aShareKnowsOnlyWhatWasPaidOfThisBill() {
        TestPack pack = TestPack.basic("")
                .param("most", "比例", "70%")
                .tier(
                        "first",
                        "fund: aid, base: [own_in_scope], limits: [ { share: most, of: [total], including: [pool, last] } ]")
                .tier("last", "fund: critical, base: [own_in_scope], ratio: ratio")
                .plan("p", "when: { kind: inpatient }, tiers: [pool, first, last]");
        Policy policy = pack.policy();
        // 1,800 × 70% = 1,260 less the pool's 600 = 660; the last pays 60% of the 540 left
        for (int i = 0; i < 2; i++) {
            Settlement settlement =
                    settle(policy, TestPack.start(policy), bill("1800")).getSettlement();
            assertThat(settlement.paidBy("first")).isEqualTo(Money.yuan("660"));
            assertThat(settlement.paidBy("last")).isEqualTo(Money.yuan("324"));
        }
    }

    @Test
    void twoTiersShareOneAccount() {
        TestPack pack = TestPack.basic("")
                .tier("a", "fund: account, base: [share], balance: account")
                .tier("b", "fund: account, base: [deductible], balance: account")
                .tier("c", "fund: mutual, base: [deductible], balance: mutual")
                .tier("d", "fund: mutual, base: [deductible], balance: mutual")
                .plan("p", "when: { kind: inpatient }, tiers: [pool, a, b, c, d]");
        Balances balances = new Balances(Money.yuan("500"), null, Money.yuan("150"), null);
        // 600 from the pool, 400 and 100 from the account, 150 from the other, 550 in cash
        Settlement settlement = settled(pack, bill("1800").balances(balances));
        assertThat(settlement.paidBy("a")).isEqualTo(Money.yuan("400"));
        assertThat(settlement.paidBy("b")).isEqualTo(Money.yuan("100"));
        assertThat(settlement.paidBy("c")).isEqualTo(Money.yuan("150"));
        assertThat(settlement.paidBy("d")).isEqualTo(Money.ZERO);
        assertThat(settlement.funds()).containsOnly(Map.entry("pool", Money.yuan("600")));
        assertThat(settlement.cash()).isEqualTo(Money.yuan("550"));
    }

    @ParameterizedTest
    // of bands the payment ÷ what lies above the deductible: (200 × 50% + 1,000 × 70%) ÷ 1,200
    @CsvSource({"2000, 66666666", "800, 0", "1000, 50000000"})
    void theRatioOfBandsIsWhatTheyCameTo(String yuan, long ratio) {
        TestPack pack = TestPack.basic("")
                .param("bands", "比例", "[ { upto: 1000, is: 50% }, { is: 70% } ]")
                .tier("n", "fund: pool, basic: true, deductible: { amount: line }, ratio: bands")
                .plan("n", "when: { kind: inpatient }, tiers: [n]");
        assertThat(settled(pack, bill(yuan)).basicRatio()).isEqualTo(ratio);
    }

    @ParameterizedTest
    @CsvSource({"drg, '', 5000", "drg, 3000, 3000", "disease, 3000, 3000", "per_diem, 3000, 3000", "item, 3000, 5000"})
    void aPackageNeedsItsPrice(String mode, String price, String total) {
        TestPack pack =
                TestPack.basic("").plan("p", "when: { kind: inpatient }, split: { package: true }, tiers: [pool]");
        BillBuilder bill = bill("5000").paymentMode(mode);
        Settlement settlement = settled(pack, price.isEmpty() ? bill : bill.packagePrice(Money.yuan(price)));
        assertThat(settlement.total()).isEqualTo(Money.yuan(total));
    }

    @Test
    void aShareOfClassBWithoutValueIsNamed() {
        Policy policy = TestPack.basic("")
                .valued("late", "比例", "to: 2024-12-31, is: 10%")
                .plan("p", "when: { kind: inpatient }, split: { class_b: late }, tiers: [pool]")
                .policy();
        YearState year = TestPack.start(policy);
        assertThat(refusal(settle(policy, year, TestPack.bill("1").line("B", "1"))))
                .isEqualTo("E-BEN-012 late");
        assertThat(refusal(settle(policy, year, TestPack.bill("1").line("A", "1"))))
                .isEqualTo("settled");
    }

    @Test
    void whatCameOutIsTold() {
        TestPack pack = TestPack.basic(", adds: [paid, given]")
                .counter("given", "unit: 元, per: year, by: disease")
                .param("x", "比例", "20%")
                .plan(
                        "p",
                        "when: { kind: inpatient }, split: { class_b: b, first: x, first_order: before_class_b, package: true }, tiers: [pool]");
        List<Line> lines = List.of(
                Line.of("", "C", "70", "1"),
                // 1,000 less 100 over the limit: 20% of 900, then 10% of 720
                Line.of("", "B", "500", "2").withLimit("450"),
                Line.of("", "A", "900", "1"));
        Settlement settlement = settled(pack, TestPack.bill("1").disease("gout").lines(lines));
        assertThat(settlement.plan().id()).isEqualTo("p");
        assertThat(settlement.lineCount()).isEqualTo(3);
        assertThat(settlement.line(0)).isEqualTo(split("70", "70", "0", "0", "0", "0"));
        assertThat(settlement.line(1)).isEqualTo(split("1000", "0", "100", "72", "180", "648"));
        assertThat(settlement.line(2)).isEqualTo(split("900", "0", "0", "0", "180", "720"));
        // (1,368 − 800) × 60%
        assertThat(settlement.movements())
                .extracting(moved -> moved.counter() + " " + moved.word() + " " + moved.before() + " " + moved.after())
                .containsExactly("given gout 0 34080", "paid  0 34080");
        Settlement packaged = settled(
                pack,
                TestPack.bill("1")
                        .paymentMode("drg")
                        .packagePrice(Money.yuan("500"))
                        .lines(List.of(
                                lines.get(2), Line.of("A", Money.yuan("30")).withOutside())));
        assertThat(packaged.line(0)).isEqualTo(split("0", "0", "0", "0", "0", "0"));
        assertThat(packaged.line(1)).isEqualTo(split("30", "0", "0", "0", "6", "24"));
        assertThat(packaged.payments()).isEmpty();
    }

    private static LineSplit split(String amount, String own, String over, String pre, String first, String scope) {
        return new LineSplit(
                Money.yuan(amount),
                Money.yuan(own),
                Money.yuan(over),
                Money.yuan(pre),
                Money.yuan(first),
                Money.yuan(scope));
    }

    @Test
    void theScopeOfASecondAidIsAllItsParts() {
        TestPack pack = TestPack.basic("")
                .tier("aid", "fund: aid, base: [deductible, share, over_cap], ratio: ratio")
                .plan("p", "when: { kind: second_aid }, tiers: [aid]");
        Settlement settlement = settled(
                pack,
                Bill.of("1", Bill.SECOND_AID, TestPack.DAY)
                        .bucket(Bucket.SCOPE, Money.yuan("1"))
                        .bucket(Bucket.DEDUCTIBLE, Money.yuan("20"))
                        .bucket(Bucket.SHARE, Money.yuan("300"))
                        .bucket(Bucket.OVER_CAP, Money.yuan("4000"))
                        .bucket(Bucket.FULL_OWN, Money.yuan("50000")));
        assertThat(settlement.part(Bucket.SCOPE)).isEqualTo(Money.yuan("4321"));
        assertThat(settlement.total()).isEqualTo(Money.yuan("54321"));
        // 4,321 × 60% = 2,592.60, from the deductible, the share and beyond the cap in turn
        assertThat(settlement.left())
                .containsOnly(
                        Map.entry(Bucket.OVER_CAP, Money.yuan("1728.40")),
                        Map.entry(Bucket.FULL_OWN, Money.yuan("50000")));
        assertThat(settlement.cash()).isEqualTo(Money.yuan("51728.40"));
    }

    @Test
    void theSameBillHasTheSameOutcomeAfterAnyOther() {
        Policy policy = TestPack.basic("").policy();
        YearState year = TestPack.start(policy);
        Settlement fresh = settle(policy, year, bill("1800")).getSettlement();
        Outcome refused = settle(policy, year, TestPack.bill("1").line("D", "1"));
        assertThat(refused.failure().map(Failure::code)).contains(Failure.Code.CATALOGUE);
        Settlement chained = settle(
                        policy,
                        settle(policy, year, bill("900")).getSettlement().after(),
                        bill("900").continues("1", Continuation.Reason.INTERIM))
                .getSettlement();
        assertThat(chained.fundSum()).isEqualTo(Money.yuan("540"));
        Settlement again = settle(policy, year, bill("1800")).getSettlement();
        assertThat(again.payments()).isEqualTo(fresh.payments());
        assertThat(again.after()).isEqualTo(fresh.after());
    }
}
