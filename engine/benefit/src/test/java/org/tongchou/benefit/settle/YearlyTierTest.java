package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.money.Money;

/** Tiers that add their base up over the year, by hand. */
class YearlyTierTest {
    private static TestPack critical(String more) {
        return new TestPack()
                .counter("burden", "unit: 元, per: year")
                .counter("paid", "unit: 元, per: year")
                .param("line", "元/年", "12000")
                .param("ratio", "比例", "[ { upto: 30000, is: 55% }, { upto: 100000, is: 65% }, { is: 75% } ]")
                .param("cap", "元/年", "300000")
                .tier(
                        "critical",
                        "fund: critical, base: [own_in_scope], measure: year, counter: burden, ratio: ratio" + more)
                .plan("claim", "when: { kind: second_aid }, tiers: [critical]");
    }

    private static Settlement claim(Policy policy, YearState year, String yuan) {
        Bill bill = Bill.of("1", Bill.SECOND_AID, TestPack.DAY)
                .bucket(Bucket.SHARE, Money.yuan(yuan))
                .build();
        return BenefitEngine.settleAndExplain(policy, TestPack.person(), year, bill)
                .getSettlement();
    }

    private static String[] payments(Policy policy, String... burdens) {
        YearState year = TestPack.start(policy);
        String[] paid = new String[burdens.length];
        for (int i = 0; i < burdens.length; i++) {
            Settlement settlement = claim(policy, year, burdens[i]);
            paid[i] = settlement.fundSum().toString();
            year = settlement.after();
        }
        return paid;
    }

    @Test
    void paysTheRiseOfTheCurve() {
        Policy policy = critical(", deductible: { amount: line }").policy();
        assertThat(payments(policy, "9000", "16000", "90000")).containsExactly("0.00 元", "7,150.00 元", "59,500.00 元");
        assertThat(payments(policy, "115000")).containsExactly("66,650.00 元");
        assertThat(payments(policy, "30000", "0.01")).containsExactly("9,900.00 元", "0.01 元");
    }

    @Test
    void countsPositionsFromTheLine() {
        Policy policy = critical(", deductible: { amount: line }, bands: after_deductible")
                .policy();
        // 30000 above the line at 55%, then 8000 at 65%.
        assertThat(payments(policy, "50000")).containsExactly("21,700.00 元");
    }

    @Test
    void countsAllOnceOverTheLine() {
        Policy policy =
                critical(", deductible: { amount: line, counts: whole }").policy();
        assertThat(payments(policy, "12000")).containsExactly("0.00 元");
        assertThat(payments(policy, "20000")).containsExactly("11,000.00 元");
        // Not more than the bill itself: the whole is owed, 50 is there.
        assertThat(payments(policy, "11990", "50")).containsExactly("0.00 元", "50.00 元");
    }

    @Test
    void comparesWithWhatWasReallyPaid() {
        String rule = ", deductible: { amount: line, counts: whole }, against: paid, paid: paid, adds: [paid]";
        Policy policy = critical(rule).policy();
        // What could not be paid of the 6,622.00 from a bill of 50 is made up for later.
        assertThat(payments(policy, "11990", "50", "100", "20000"))
                .containsExactly("0.00 元", "50.00 元", "100.00 元", "17,741.00 元");
    }

    @Test
    void stopsAtTheYearlyCap() {
        Policy policy = critical(", deductible: { amount: line }, limits: [ { amount: cap, counter: paid } ]")
                .policy();
        YearState year = TestPack.start(policy)
                .withCell(policy.layout().findCell("burden", "").orElseThrow(), 50_000_000)
                .withCell(policy.layout().findCell("paid", "").orElseThrow(), 29_999_900);
        Settlement settlement = claim(policy, year, "100");
        assertThat(settlement.fundSum()).isEqualTo(Money.yuan("1"));
        assertThat(settlement.payments().get(0).limit()).isEqualTo(Money.yuan("1"));
        assertThat(settlement.left()).containsEntry(Bucket.SHARE, Money.yuan("99"));
    }

    @Test
    void goesOnThroughTheYearWithADeductibleForEachBill() {
        TestPack pack = new TestPack()
                .counter("scope", "unit: 元, per: year")
                .param("line", "元/次", "100")
                .param("ratio", "比例", "[ { upto: 1000, is: 50% }, { is: 80% } ]")
                .tier("pool", "fund: pool, basic: true, counter: scope, deductible: { amount: line }, ratio: ratio")
                .plan("all", "when: {}, tiers: [pool]");
        Policy policy = pack.policy();
        Settlement first = BenefitEngine.settle(
                        policy,
                        TestPack.person(),
                        TestPack.start(policy),
                        TestPack.bill("1").line("A", "600").build())
                .getSettlement();
        assertThat(first.fundSum()).isEqualTo(Money.yuan("250"));
        // Positions 700 … 1200: 300 × 50% + 200 × 80%.
        Settlement second = BenefitEngine.settle(
                        policy,
                        TestPack.person(),
                        first.after(),
                        TestPack.bill("2").line("A", "600").build())
                .getSettlement();
        assertThat(second.fundSum()).isEqualTo(Money.yuan("310"));
        assertThat(second.after().cell(0)).isEqualTo(120_000);
    }
}
