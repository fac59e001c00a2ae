package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.money.Money;

/** Every field of a tier by hand. */
class TiersTest {
    private static Settlement settle(TestPack pack, String yuan) {
        return settle(pack, yuan, TestPack.person());
    }

    private static Settlement settle(TestPack pack, String yuan, Person person) {
        Policy policy = pack.policy();
        return settle(policy, TestPack.start(policy), person, TestPack.bill("1").line("A", yuan));
    }

    private static Settlement settle(Policy policy, YearState year, Person person, BillBuilder bill) {
        return BenefitEngine.settleAndExplain(policy, person, year, bill.build())
                .getSettlement();
    }

    private static String paid(Settlement settlement, String tier) {
        return yuan(settlement.paidBy(tier));
    }

    private static String yuan(Money money) {
        return money.print(org.tongchou.money.MoneyUnit.YUAN, 2).replace(",", "");
    }

    private static String part(Settlement settlement, Bucket bucket) {
        return yuan(settlement.part(bucket));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00, 0.00",
        "799.99, 0.00, 799.99",
        "800, 0.00, 800.00",
        "800.01, 0.01, 800.00",
        "18600, 10680.00, 7920.00"
    })
    void paysTheRatioAboveTheDeductible(String total, String pool, String cash) {
        Settlement settlement = settle(TestPack.basic(""), total);
        assertThat(paid(settlement, "pool")).isEqualTo(pool);
        assertThat(yuan(settlement.cash())).isEqualTo(cash);
    }

    @Test
    void roundsOnceHalfUp() {
        // (800.83 − 800) × 60% = 0.498 → 0.50; 0.42 × 60% = 0.252 → 0.25; 0.025 rounds up: 0.05 × 50%.
        assertThat(paid(settle(TestPack.basic(""), "800.83"), "pool")).isEqualTo("0.50");
        assertThat(paid(settle(TestPack.basic(""), "800.42"), "pool")).isEqualTo("0.25");
        TestPack half = new TestPack()
                .param("half", "比例", "50%")
                .tier("aid", "fund: aid, base: [deductible], ratio: half")
                .plan("claim", "when: { kind: second_aid }, tiers: [aid]");
        Policy policy = half.policy();
        BillBuilder claim = Bill.of("1", Bill.SECOND_AID, TestPack.DAY).bucket(Bucket.DEDUCTIBLE, Money.ofFen(5));
        assertThat(paid(settle(policy, TestPack.start(policy), TestPack.person(), claim), "aid"))
                .isEqualTo("0.03");
    }

    @ParameterizedTest
    @CsvSource({"角, half_up, 0.50", "元, half_up, 1.00", "元, down, 0.00", "元, up, 1.00", "角, up, 0.60", "分, down, 0.54"})
    void roundsAsTheTierSays(String to, String mode, String pool) {
        // 0.91 × 60% = 0.546
        Settlement settlement = settle(TestPack.basic(", round: { to: " + to + ", mode: " + mode + " }"), "800.91");
        String expected = pool.equals("1.00") ? "0.91" : pool;
        assertThat(paid(settlement, "pool")).isEqualTo(expected);
    }

    @Test
    void takesTheLowestLevelForABillWithoutOne() {
        Policy policy = TestPack.basic(", when: { level: \"<mid\" }")
                .valued("ratio.level", "比例", "by: level, is: { low: 90%, mid: 50%, high: 10% }")
                .tier("leveled", "fund: aid, base: [share], ratio: ratio.level")
                .plan("both", "when: { tag: manual }, tiers: [pool, leveled]")
                .policy();
        Settlement settlement = BenefitEngine.settle(
                        policy,
                        TestPack.person(),
                        TestPack.start(policy),
                        TestPack.bill("1")
                                .provider("")
                                .tags(List.of("manual"))
                                .line("A", "1800")
                                .build())
                .getSettlement();
        // (1800 − 800) × 60% = 600; the rest 400 × 90% = 360.
        assertThat(settlement.paidBy("pool")).isEqualTo(Money.yuan("600"));
        assertThat(settlement.paidBy("leveled")).isEqualTo(Money.yuan("360"));
    }

    @Test
    void changesTheDeductibleWithEveryVisit() {
        TestPack pack = TestPack.basic("")
                .param("step", "元/次", "{ of: line, each_visit: { add: -200 }, at_least: 0 }")
                .param("halved", "元/次", "{ of: line, each_visit: { times: 50% } }")
                .tier("stepped", "fund: pool, basic: true, deductible: { amount: step }, ratio: ratio")
                .tier("half", "fund: pool, basic: true, deductible: { amount: halved }, ratio: ratio")
                .plan("s", "when: { tag: manual }, counts: [admissions], tiers: [stepped]")
                .plan("h", "when: { tag: advance }, counts: [admissions], tiers: [half]");
        Policy policy = pack.policy();
        for (String[] row : new String[][] {
            {"0", "800.00", "800.00"}, {"1", "600.00", "400.00"}, {"2", "400.00", "200.00"}, {"7", "0.00", "6.25"}
        }) {
            YearState year = TestPack.start(policy).withCell(cell(policy, "admissions"), Long.parseLong(row[0]));
            assertThat(deductible(policy, year, "manual")).isEqualTo(row[1]);
            assertThat(deductible(policy, year, "advance")).isEqualTo(row[2]);
        }
    }

    private static String deductible(Policy policy, YearState year, String tag) {
        BillBuilder bill = TestPack.bill("1").tags(java.util.List.of(tag)).line("A", "5000");
        return part(settle(policy, year, TestPack.person(), bill), Bucket.DEDUCTIBLE);
    }

    private static int cell(Policy policy, String counter) {
        return policy.layout().findCell(counter, "").orElseThrow();
    }

    @Test
    void usesAYearlyDeductibleUp() {
        TestPack pack = TestPack.basic("")
                .counter("used", "unit: 元, per: year")
                .tier(
                        "yearly",
                        "fund: pool, basic: true, deductible: { amount: line, per: year, counter: used }, ratio: ratio")
                .plan("y", "when: { kind: inpatient }, tiers: [yearly]");
        Policy policy = pack.policy();
        Settlement first = settle(
                policy,
                TestPack.start(policy),
                TestPack.person(),
                TestPack.bill("1").line("A", "500"));
        assertThat(yuan(first.cash())).isEqualTo("500.00");
        Settlement second = settle(
                policy, first.after(), TestPack.person(), TestPack.bill("2").line("A", "500"));
        assertThat(paid(second, "yearly")).isEqualTo("120.00");
        assertThat(part(second, Bucket.DEDUCTIBLE)).isEqualTo("300.00");
        assertThat(second.after().cell(cell(policy, "used"))).isEqualTo(80_000);
    }

    @ParameterizedTest
    @CsvSource({
        "excess, 800, 0.00",
        "excess, 1000, 120.00",
        "whole, 800, 0.00",
        "whole, 800.01, 480.01",
        "whole, 1000, 600.00"
    })
    void countsTheExcessOrTheWhole(String counts, String total, String pool) {
        TestPack pack = TestPack.basic("")
                .tier(
                        "w",
                        "fund: pool, basic: true, deductible: { amount: line, counts: " + counts + " }, ratio: ratio")
                .plan("w", "when: { kind: inpatient }, tiers: [w]");
        Settlement settlement = settle(pack, total);
        assertThat(paid(settlement, "w")).isEqualTo(pool);
    }

    @ParameterizedTest
    @CsvSource({
        // 1000: 200 in the first band (base); 2000: 200 × 50% + 1000 × 70%
        "base, false, 1000, 100.00",
        "base, false, 2000, 800.00",
        "after_deductible, false, 1000, 100.00",
        // 1200: 1000 × 50% + 200 × 70%
        "after_deductible, false, 2000, 640.00",
        // the last fen lies at 2000 (base) or 1200 (after): 70% of 1200
        "base, true, 2000, 840.00",
        "after_deductible, true, 2000, 840.00",
        "base, true, 1000, 100.00",
        "after_deductible, true, 1800, 500.00"
    })
    void countsPositionsOfBands(String bands, boolean whole, String total, String pool) {
        TestPack pack = TestPack.basic("")
                .param("banded", "比例", "[ { upto: 1000, is: 50% }, { is: 70% } ]")
                .tier(
                        "n",
                        "fund: pool, basic: true, deductible: { amount: line }, ratio: banded, bands: " + bands
                                + ", whole: " + whole)
                .plan("n", "when: { kind: inpatient }, tiers: [n]");
        Settlement settlement = settle(pack, total);
        assertThat(paid(settlement, "n")).isEqualTo(pool);
    }

    @ParameterizedTest
    @CsvSource({
        "add: points, 6300.00",
        "times: factor, 5100.00",
        // the person's 40% × 0.85 = 34%
        "own_times: factor, 6600.00",
        "replace: fixed, 8500.00"
    })
    void adjustsTheRatio(String change, String pool) {
        TestPack pack = TestPack.basic(", adjust: [ { when: { provider: tcm }, " + change + " } ]")
                .param("points", "百分点", "3%")
                .param("factor", "倍", "0.85")
                .param("fixed", "比例", "85%");
        Policy policy = pack.policy();
        YearState year = TestPack.start(policy);
        BillBuilder tcm = TestPack.bill("1").provider("high", "tcm").line("A", "10800");
        assertThat(paid(settle(policy, year, TestPack.person(), tcm), "pool")).isEqualTo(pool);
        BillBuilder other = TestPack.bill("1").line("A", "10800");
        assertThat(paid(settle(policy, year, TestPack.person(), other), "pool")).isEqualTo("6000.00");
    }

    @Test
    void adjustsInOrderAndHoldsTheRatio() {
        String adjust = ", adjust: [ { when: {}, add: points }, { when: {}, times: factor } ]";
        TestPack both = TestPack.basic(adjust)
                .param("points", "百分点", "3%")
                .param("factor", "倍", "0.85")
                .param("fixed", "比例", "85%");
        // (60% + 3%) × 0.85 = 53.55%
        assertThat(paid(settle(both, "10800"), "pool")).isEqualTo("5355.00");
        TestPack much =
                TestPack.basic(", adjust: [ { when: {}, add: points } ]").param("points", "百分点", "60%");
        assertThat(paid(settle(much, "10800"), "pool")).isEqualTo("10000.00");
        TestPack most = TestPack.basic(", most: top, adjust: [ { when: {}, add: points } ]")
                .param("points", "百分点", "60%")
                .param("top", "比例", "95%");
        assertThat(paid(settle(most, "10800"), "pool")).isEqualTo("9500.00");
    }

    @Test
    void passesWhatLiesBeyondACeilingOn() {
        TestPack pack = TestPack.basic(", limits: [ { amount: cap, counter: paid, excess: over_cap } ]")
                .param("cap", "元/年", "3000");
        // 3000 is reached at 5000 above the deductible.
        Settlement settlement = settle(pack, "10800");
        assertThat(paid(settlement, "pool")).isEqualTo("3000.00");
        assertThat(part(settlement, Bucket.OVER_CAP)).isEqualTo("5000.00");
        assertThat(part(settlement, Bucket.SHARE)).isEqualTo("2000.00");
        Policy policy = pack.policy();
        Settlement second = settle(
                policy,
                TestPack.start(policy).withCell(cell(policy, "paid"), 299_999),
                TestPack.person(),
                TestPack.bill("2").line("A", "10800"));
        // 0.01 is reached at 0.01: 0.6 of a fen rounds up.
        assertThat(paid(second, "pool")).isEqualTo("0.01");
        assertThat(part(second, Bucket.OVER_CAP)).isEqualTo("9999.99");
        assertThat(part(second, Bucket.SHARE)).isEqualTo("0.00");
    }

    @Test
    void cutsTheBase() {
        TestPack pack = TestPack.basic(", limits: [ { amount: cap, counter: paid, of: base, excess: over_cap } ]")
                .param("cap", "元/年", "3000");
        Settlement settlement = settle(pack, "10800");
        assertThat(paid(settlement, "pool")).isEqualTo("1800.00");
        assertThat(part(settlement, Bucket.OVER_CAP)).isEqualTo("7000.00");
        assertThat(settlement.after().cell(cell(pack.policy(), "paid"))).isEqualTo(300_000);
    }

    @Test
    void limitsEachBillByAnAmountOrByDays() {
        TestPack each = TestPack.basic(", limits: [ { amount: cap } ]").param("cap", "元/次", "100");
        assertThat(paid(settle(each, "10800"), "pool")).isEqualTo("100.00");
        TestPack days =
                TestPack.basic(", limits: [ { amount: cap, times: days } ]").param("cap", "元/日", "100");
        Policy policy = days.policy();
        BillBuilder bill =
                TestPack.bill("1").admitted(TestPack.DAY.minusDays(12)).line("A", "10800");
        assertThat(paid(settle(policy, TestPack.start(policy), TestPack.person(), bill), "pool"))
                .isEqualTo("1200.00");
    }

    @Test
    void limitsTheShareOfSeveralPayersTogether() {
        TestPack pack = TestPack.basic("")
                .param("most", "比例", "70%")
                .tier(
                        "aid",
                        "fund: aid, base: [own_in_scope], limits: [ { share: most, of: [total], including: [pool] } ]")
                .plan("together", "when: { kind: inpatient }, split: {}, tiers: [pool, aid]");
        Settlement settlement = settle(pack, "10800");
        // 10800 × 70% = 7560, of which the pool pays 6000.
        assertThat(paid(settlement, "aid")).isEqualTo("1560.00");
    }

    @ParameterizedTest
    @CsvSource({"highest, 500.00", "sum, 800.00", "'highest_plus, plus: plus', 550.00"})
    void combinesTheLimitsOfSpecialDiseases(String combine, String pool) {
        TestPack pack = TestPack.basic(
                        ", limits: [ { amount: each, counter: paid, over: held_disease, combine: " + combine + " } ]")
                .valued("each", "元/年", "by: disease, is: { cancer: 500, dialysis: 300, gout: 0 }")
                .param("plus", "元/年", "50");
        Person person = TestPack.person().withHeldDiseases("cancer", "dialysis", "gout");
        assertThat(paid(settle(pack, "10800", person), "pool")).isEqualTo(pool);
        assertThat(paid(settle(pack, "10800", TestPack.person()), "pool")).isEqualTo("0.00");
    }

    @Test
    void limitsOnlyWhenTheConditionHoldsButCountsAllTheSame() {
        TestPack pack = TestPack.basic(", limits: [ { when: { class.aid: none }, amount: cap, counter: paid } ]")
                .param("cap", "元/年", "3000");
        Settlement capped = settle(pack, "10800");
        assertThat(paid(capped, "pool")).isEqualTo("3000.00");
        Settlement free = settle(pack, "10800", TestPack.person().withIdentities("poor"));
        assertThat(paid(free, "pool")).isEqualTo("6000.00");
        assertThat(free.after().cell(cell(pack.policy(), "paid"))).isEqualTo(600_000);
    }

    @Test
    void paysFromAccountsWhatTheyHold() {
        TestPack pack = TestPack.basic("")
                .tier("account", "fund: account, base: [own_in_scope, pre_pay], balance: account")
                .tier("mutual", "fund: mutual, base: [own_in_scope, pre_pay, full_own], balance: mutual")
                .plan("accounts", "when: { kind: inpatient }, split: { class_b: b }, tiers: [pool, account, mutual]");
        Policy policy = pack.policy();
        Balances balances = new Balances(Money.yuan("1000"), Money.yuan("300"), Money.yuan("50"), null);
        Settlement settlement = settle(
                policy,
                TestPack.start(policy),
                TestPack.person(),
                TestPack.bill("1").line("A", "1000").line("C", "100").balances(balances));
        // 1000: pool 120, own 880
        assertThat(yuan(settlement.account())).isEqualTo("300.00");
        assertThat(yuan(settlement.mutualAccount())).isEqualTo("50.00");
        assertThat(yuan(settlement.cash())).isEqualTo("630.00");
        assertThat(yuan(settlement.fundSum())).isEqualTo("120.00");
    }

    @Test
    void countsWithoutPaying() {
        TestPack pack = TestPack.basic("")
                .counter("over", "unit: 元, per: year")
                .tier("warning", "base: [own_in_scope], deductible: { amount: line }, adds: [over]")
                .plan("counting", "when: { kind: inpatient }, tiers: [pool, warning]");
        Policy policy = pack.policy();
        Settlement settlement = settle(
                policy,
                TestPack.start(policy),
                TestPack.person(),
                TestPack.bill("1").line("A", "10800"));
        assertThat(yuan(settlement.cash())).isEqualTo("4800.00");
        assertThat(settlement.after().cell(cell(policy, "over"))).isEqualTo(400_000);
    }

    @Test
    void aLimitOfTheBaseLeavesWhatEarlierBillsLeft() {
        // the first bill: 600 above the line, 360; the second has 400 of 1,000 left: 240, and 4,200 − 400 go on
        Policy policy = TestPack.basic(", limits: [ { amount: cap, counter: paid, of: base, excess: over_cap } ]")
                .param("cap", "元/年", "1000")
                .policy();
        BillBuilder small = TestPack.bill("1").line("A", "1400");
        Settlement first = settle(policy, TestPack.start(policy), TestPack.person(), small);
        assertThat(paid(first, "pool")).isEqualTo("360.00");
        assertThat(part(first, Bucket.OVER_CAP)).isEqualTo("0.00");
        Settlement second = settle(
                policy, first.after(), TestPack.person(), TestPack.bill("2").line("A", "5000"));
        assertThat(paid(second, "pool")).isEqualTo("240.00");
        assertThat(part(second, Bucket.OVER_CAP)).isEqualTo("3800.00");
        assertThat(second.after().cell(cell(policy, "paid"))).isEqualTo(100_000);
    }
}
