package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.money.Money;

/** Every formula that is told, with its numbers. */
class FormulasTest {
    private static List<Step> steps(TestPack pack, BillBuilder bill) {
        Policy policy = pack.policy();
        return steps(policy, TestPack.start(policy), bill);
    }

    private static List<Step> steps(Policy policy, YearState year, BillBuilder bill) {
        return BenefitEngine.settleAndExplain(policy, TestPack.person(), year, bill.build())
                .getSettlement()
                .explanation()
                .orElseThrow()
                .steps();
    }

    private static List<String> formulas(List<Step> steps, Step.Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(Step::formula)
                .toList();
    }

    private static String payment(TestPack pack, String yuan) {
        return formulas(steps(pack, TestPack.bill("1").line("A", yuan)), Step.Kind.PAYMENT)
                .get(0);
    }

    private static TestPack banded(String more) {
        return TestPack.basic("")
                .counter("scope", "unit: 元, per: year")
                .param("bands", "比例", "[ { upto: 1000, is: 50% }, { upto: 3000, is: 60% }, { is: 70% } ]")
                .tier("n", "fund: pool, basic: true, deductible: { amount: line }, ratio: bands" + more)
                .plan("n", "when: { kind: inpatient }, tiers: [n]");
    }

    private static TestPack yearly(String more) {
        return new TestPack()
                .counter("burden", "unit: 元, per: year")
                .param("line", "元/年", "1000")
                .param("bands", "比例", "[ { upto: 3000, is: 50% }, { is: 60% } ]")
                .tier(
                        "critical",
                        "fund: critical, base: [share], measure: year, counter: burden, ratio: bands,"
                                + " deductible: { amount: line" + more)
                .plan("claim", "when: { kind: second_aid }, tiers: [critical]");
    }

    private static BillBuilder claim(String yuan) {
        return Bill.of("1", Bill.SECOND_AID, TestPack.DAY).bucket(Bucket.SHARE, Money.yuan(yuan));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add: points      | (10,800.00 − 800.00) × (60% + 3% = 63%) = 6,300.00
            add: less        | (10,800.00 − 800.00) × (60% − 5% = 55%) = 5,500.00
            times: factor    | (10,800.00 − 800.00) × (60% × 85% = 51%) = 5,100.00
            own_times: factor | (10,800.00 − 800.00) × (60%，个人部分 × 85% = 66%) = 6,600.00
            replace: fixed   | (10,800.00 − 800.00) × (60%，改为 85% = 85%) = 8,500.00
            add: none        | (10,800.00 − 800.00) × (60% + 0% = 60%) = 6,000.00
            """)
    void adjustmentsAreTold(String change, String formula) {
        TestPack pack = TestPack.basic(", adjust: [ { when: {}, " + change + " } ]")
                .param("points", "百分点", "3%")
                .param("less", "百分点", "-5%")
                .param("factor", "倍", "0.85")
                .param("none", "百分点", "0")
                .param("fixed", "比例", "85%");
        assertThat(payment(pack, "10800")).isEqualTo(formula);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | (5,000.00 − 800.00) 分段：200.00 × 50% + 2,000.00 × 60% + 2,000.00 × 70% = 2,700.00
            , bands: after_deductible | (5,000.00 − 800.00) 分段：1,000.00 × 50% + 2,000.00 × 60% + 1,200.00 × 70% = 2,540.00
            , whole: true             | (5,000.00 − 800.00) 分段：4,200.00 × 70% = 2,940.00
            """)
    void piecesOfBandsAreTold(String more, String formula) {
        assertThat(payment(banded(more), "5000")).isEqualTo(formula);
    }

    @Test
    void aBandThatEndsAtTheDeductibleHasNoPiece() {
        TestPack pack = TestPack.basic("")
                .param("bands", "比例", "[ { upto: 800, is: 50% }, { is: 60% } ]")
                .tier("n", "fund: pool, basic: true, deductible: { amount: line }, ratio: bands")
                .plan("n", "when: { kind: inpatient }, tiers: [n]");
        assertThat(payment(pack, "1800")).isEqualTo("(1,800.00 − 800.00) 分段：1,000.00 × 60% = 600.00");
    }

    @Test
    void deductiblesThatAreNoneAreNotTold() {
        TestPack pack = TestPack.basic("")
                .counter("used", "unit: 元, per: year")
                .counter("seen", "unit: 元, per: year")
                .param("free", "元/次", "0")
                .tier("without", "fund: pool, basic: true, ratio: ratio")
                .tier(
                        "used",
                        "fund: pool, basic: true, deductible: { amount: line, per: year, counter: used }, ratio: ratio")
                .tier("aid", "fund: aid, base: [share], deductible: { amount: free }, ratio: ratio")
                .tier("seen", "base: [share], deductible: { amount: line }, adds: [seen]")
                .plan("w", "when: { kind: inpatient }, tiers: [without, aid, seen]")
                .plan("u", "when: { provider: tcm }, tiers: [used]");
        // 1,000 × 60%; of the 400 left 60%; the tier that only counts owes its 800
        List<Step> steps = steps(pack, TestPack.bill("1").line("A", "1000"));
        assertThat(formulas(steps, Step.Kind.DEDUCTIBLE)).isEmpty();
        assertThat(formulas(steps, Step.Kind.PAYMENT))
                .containsExactly("1,000.00 × 60% = 600.00", "400.00 × 60% = 240.00");
        assertThat(steps)
                .filteredOn(step -> step.kind() == Step.Kind.COUNTED)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.what()).isEqualTo("seen");
                    assertThat(step.formula()).isEqualTo("(160.00 − 160.00) × 100% = 0.00");
                });
        Policy policy = pack.policy();
        YearState year = TestPack.start(policy)
                .withCell(policy.layout().findCell("used", "").orElseThrow(), 80_000);
        BillBuilder tcm = TestPack.bill("1").provider("high", "tcm").line("A", "1000");
        assertThat(formulas(steps(policy, year, tcm), Step.Kind.DEDUCTIBLE)).isEmpty();
    }

    @Test
    void aYearUnderItsLineHasNoPieces() {
        String none = "累计 0.00 + 1,000.00 = 1,000.00，起付标准 1,000.00，累计应付 0.00 − 此前 0.00 = 0.00";
        for (String more : List.of(" }", ", counts: whole }", " }, whole: true", " }, bands: after_deductible")) {
            assertThat(formulas(steps(yearly(more), claim("1000")), Step.Kind.PAYMENT))
                    .containsExactly(none);
        }
    }

    @Test
    void whatAnEarlierBillLeftBehindIsNotTold() {
        TestPack pack = TestPack.basic("")
                .param("x", "比例", "20%")
                .tier("aid", "fund: aid, base: [pre_pay, first_pay], ratio: ratio")
                .plan(
                        "p",
                        "when: { kind: [inpatient, second_aid] }, split: { class_b: b, first: x, package: true }, tiers: [pool, aid]");
        BillBuilder claim = Bill.of("2", Bill.SECOND_AID, TestPack.DAY)
                .paymentMode("drg")
                .packagePrice(Money.yuan("300"))
                .bucket(Bucket.PRE_PAY, Money.yuan("50"))
                .bucket(Bucket.FIRST_PAY, Money.yuan("40"));
        Policy used = pack.policy();
        steps(used, TestPack.start(used), TestPack.bill("1").line("B", "5000"));
        List<Step> steps = steps(used, TestPack.start(used), claim);
        assertThat(steps).isEqualTo(steps(pack, claim));
        assertThat(steps)
                .filteredOn(step -> step.kind() == Step.Kind.PART)
                .allSatisfy(step -> assertThat(step.basis()).isEmpty());
        assertThat(formulas(steps, Step.Kind.TOTAL)).containsExactly("");
    }

    @Test
    void piecesGoOnThroughTheYear() {
        Policy policy = banded(", counter: scope").policy();
        YearState year = TestPack.start(policy)
                .withCell(policy.layout().findCell("scope", "").orElseThrow(), 150_000);
        // positions 2,300 to 3,500
        assertThat(formulas(steps(policy, year, TestPack.bill("1").line("A", "2000")), Step.Kind.PAYMENT))
                .containsExactly("(2,000.00 − 800.00) 分段：700.00 × 60% + 500.00 × 70% = 770.00");
    }

    @Test
    void nothingAboveTheDeductibleHasNoPieces() {
        assertThat(payment(banded(""), "800")).isEqualTo("(800.00 − 800.00) 分段：0.00 = 0.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , limits: [ { amount: cap } ]                                | ；限额 300.00，尚可 300.00；支付 300.00
            , limits: [ { amount: cap, times: days } ]                   | ；限额 300.00 × 2 天，尚可 600.00
            , limits: [ { amount: cap, counter: paid } ]                 | ；限额 300.00，尚可 300.00；支付 300.00
            , limits: [ { share: most, of: [scope] } ]                   | ；合计不超过 30%，尚可 540.00；支付 540.00
            , limits: [ { when: { level: low }, amount: cap } ]          | ''
            """)
    void limitsAreTold(String more, String end) {
        TestPack pack = TestPack.basic(more).param("cap", "元/次", "300").param("most", "比例", "30%");
        BillBuilder bill =
                TestPack.bill("1").admitted(TestPack.DAY.minusDays(2)).line("A", "1800");
        assertThat(formulas(steps(pack, bill), Step.Kind.PAYMENT))
                .containsExactly("(1,800.00 − 800.00) × 60% = 600.00" + end);
    }

    @Test
    void aCutBaseIsTold() {
        TestPack pack = TestPack.basic(", limits: [ { amount: cap, counter: paid, of: base } ]")
                .param("cap", "元/年", "300");
        assertThat(payment(pack, "1800")).isEqualTo("300.00（封顶后） × 60% = 180.00；费用封顶 300.00，尚可 300.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ' }'                               | 累计 0.00 + 5,000.00 = 5,000.00，起付标准 1,000.00，累计应付 2,000.00 × 50% + 2,000.00 × 60% − 此前 0.00 = 2,200.00
            ' }, bands: after_deductible'      | 累计 0.00 + 5,000.00 = 5,000.00，起付标准 1,000.00，累计应付 3,000.00 × 50% + 1,000.00 × 60% − 此前 0.00 = 2,100.00
            ', counts: whole }'                | 累计 0.00 + 5,000.00 = 5,000.00，起付标准 1,000.00，累计应付 3,000.00 × 50% + 2,000.00 × 60% − 此前 0.00 = 2,700.00
            ', counts: whole }, bands: after_deductible' | 累计 0.00 + 5,000.00 = 5,000.00，起付标准 1,000.00，累计应付 3,000.00 × 50% + 2,000.00 × 60% − 此前 0.00 = 2,700.00
            """)
    void yearsAreTold(String more, String formula) {
        assertThat(formulas(steps(yearly(more), claim("5000")), Step.Kind.PAYMENT))
                .containsExactly(formula);
    }

    @Test
    void whatWasPaidEarlierInTheYearIsTold() {
        Policy policy = yearly(" }").policy();
        YearState year = TestPack.start(policy).withCell(0, 50_000);
        List<Step> under = steps(policy, year, claim("500"));
        assertThat(formulas(under, Step.Kind.DEDUCTIBLE)).containsExactly("费用 500.00，起付标准 1,000.00，此前累计 500.00");
        assertThat(formulas(under, Step.Kind.PAYMENT))
                .containsExactly("累计 500.00 + 500.00 = 1,000.00，起付标准 1,000.00，累计应付 0.00 − 此前 0.00 = 0.00");
        List<Step> over = steps(policy, TestPack.start(policy).withCell(0, 200_000), claim("500"));
        assertThat(formulas(over, Step.Kind.DEDUCTIBLE)).isEmpty();
        assertThat(formulas(over, Step.Kind.PAYMENT))
                .containsExactly(
                        "累计 2,000.00 + 500.00 = 2,500.00，起付标准 1,000.00，累计应付 1,500.00 × 50% − 此前 500.00 = 250.00");
        assertThat(over.get(over.size() - 2).basis())
                .extracting(Basis::parameter)
                .containsExactly("line", "bands");
    }

    @Test
    void aDeductibleOwedInPartIsTold() {
        TestPack pack = TestPack.basic("")
                .counter("used", "unit: 元, per: year")
                .tier(
                        "yearly",
                        "fund: pool, basic: true, deductible: { amount: line, per: year, counter: used }, ratio: ratio")
                .plan("y", "when: { kind: inpatient }, tiers: [yearly]");
        Policy policy = pack.policy();
        YearState year = TestPack.start(policy)
                .withCell(policy.layout().findCell("used", "").orElseThrow(), 50_000);
        assertThat(formulas(steps(policy, year, TestPack.bill("1").line("A", "1300")), Step.Kind.DEDUCTIBLE))
                .containsExactly("费用 1,300.00，起付标准 800.00，此前已计 500.00");
        assertThat(formulas(
                        steps(policy, TestPack.start(policy), TestPack.bill("1").line("A", "1300")),
                        Step.Kind.DEDUCTIBLE))
                .containsExactly("费用 1,300.00，起付标准 800.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                            | 1,400.00 × 20%
            , first_order: before_class_b | 1,450.00 × 20%
            """)
    void theShareOutOfTheRegionIsTold(String order, String formula) {
        TestPack pack = TestPack.basic("")
                .param("x", "比例", "20%")
                .plan("x", "when: { kind: inpatient }, split: { class_b: b, first: x" + order + " }, tiers: [pool]");
        // 1,000 + 500 − 50 over the limit; class B 500 × 10% = 50
        List<Step> steps = steps(
                pack,
                TestPack.bill("1")
                        .lines(List.of(
                                Line.of("", "A", "100", "10").withLimit("95"),
                                Line.of("", "B", "500", "1"),
                                Line.of("", "C", "70", "1"))));
        assertThat(steps)
                .filteredOn(step -> step.subject().equals("first_pay"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.formula()).isEqualTo(formula);
                    assertThat(step.what()).isEqualTo("异地先行自付");
                    assertThat(step.basis()).extracting(Basis::parameter).containsExactly("x");
                });
        assertThat(steps)
                .filteredOn(step -> step.subject().equals("pre_pay"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.formula()).isEmpty();
                    assertThat(step.what()).isEqualTo("先行自付");
                    assertThat(step.basis()).extracting(Basis::parameter).containsExactly("b");
                });
        assertThat(steps)
                .filteredOn(step -> step.subject().equals("over_limit"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.amount()).isEqualTo(5_000);
                    assertThat(step.what()).isEqualTo("超限价自费");
                    assertThat(step.basis()).isEmpty();
                });
    }

    @Test
    void aPackageIsToldWithWhatLiesOutside() {
        TestPack pack = TestPack.basic("")
                .plan("p", "when: { kind: inpatient }, split: { class_b: b, package: true }, tiers: [pool]");
        List<Step> steps = steps(
                pack,
                TestPack.bill("1")
                        .paymentMode("drg")
                        .packagePrice(Money.yuan("3000"))
                        .lines(List.of(
                                Line.of("A", Money.yuan("5000")),
                                Line.of("A", Money.yuan("0")),
                                Line.of("B", Money.yuan("100")).withOutside())));
        assertThat(formulas(steps, Step.Kind.TOTAL)).containsExactly("按病种（组）价格 3,000.00 + 价格以外项目 100.00");
        assertThat(steps)
                .filteredOn(step -> step.kind() == Step.Kind.LINE)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.what()).isEqualTo("第 3 条明细（乙类）");
                    assertThat(step.subject()).isEqualTo("lines[2]");
                    assertThat(step.formula()).isEqualTo("100.00 − 先行自付 10.00 = 90.00");
                });
        assertThat(formulas(steps(pack, TestPack.bill("1").line("A", "5000")), Step.Kind.TOTAL))
                .containsExactly("");
    }

    @Test
    void accountsTellTheirBalance() {
        TestPack pack = TestPack.basic("")
                .tier("account", "fund: account, base: [own_in_scope], balance: account")
                .plan("a", "when: { kind: inpatient }, tiers: [pool, account]");
        BillBuilder bill = TestPack.bill("1").line("A", "1300");
        assertThat(formulas(steps(pack, bill), Step.Kind.PAYMENT)).hasSize(1);
        Balances balances = new Balances(Money.yuan("300"), null, Money.ZERO, null);
        assertThat(formulas(steps(pack, bill.balances(balances)), Step.Kind.PAYMENT))
                .containsExactly("(1,300.00 − 800.00) × 60% = 300.00", "余额可用 300.00，待付 1,000.00");
    }

    @Test
    void aSecondAidBringsItsScope() {
        List<Step> steps = steps(
                yearly(" }"),
                claim("500")
                        .bucket(Bucket.DEDUCTIBLE, Money.yuan("30"))
                        .bucket(Bucket.OVER_CAP, Money.yuan("7"))
                        .bucket(Bucket.FULL_OWN, Money.yuan("2")));
        assertThat(steps)
                .filteredOn(step -> step.kind() == Step.Kind.PART)
                .extracting(step -> step.what() + " " + step.amount() + " " + step.formula())
                .containsExactly("全自费 200 ", "政策范围内费用 53700 539.00 − 全自费 2.00");
        assertThat(steps.get(0).amount()).isEqualTo(53_900);
    }

    @Test
    void theParametersOfDiseaseLimitsAreToldOnce() {
        TestPack pack = TestPack.basic(
                        ", limits: [ { amount: each, counter: paid, over: held_disease, combine: highest_plus, plus: plus } ]")
                .valued("each", "元/年", "by: disease, is: { else: { of: least } }")
                .param("least", "元/年", "100")
                .param("plus", "元/年", "50");
        Policy policy = pack.policy();
        for (String[] held : new String[][] {{"gout"}, {"gout", "cancer"}}) {
            List<Step> steps = BenefitEngine.settleAndExplain(
                            policy,
                            TestPack.person().withHeldDiseases(held),
                            TestPack.start(policy),
                            TestPack.bill("1").line("A", "1800").build())
                    .getSettlement()
                    .explanation()
                    .orElseThrow()
                    .steps(Step.Kind.PAYMENT);
            assertThat(steps.get(0).basis())
                    .extracting(Basis::parameter)
                    .containsExactlyElementsOf(
                            held.length == 1
                                    ? List.of("ratio", "each", "least")
                                    : List.of("ratio", "each", "least", "plus"));
        }
    }
}
