package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.explain.Explanation;
import org.tongchou.benefit.explain.ExplanationJson;
import org.tongchou.benefit.explain.ExplanationText;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.explain.Waterfall;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import tools.jackson.databind.JsonNode;

/** What a patient reads. */
class ExplanationTest {
    private static final TestPack PACK = TestPack.basic(
                    ", adjust: [ { when: { provider: tcm }, add: points } ], limits: [ { amount: cap, counter: paid } ]")
            .param("points", "百分点", "3%")
            .param("cap", "元/年", "5000")
            .counter("burden", "unit: 元, per: year")
            .param("curve", "比例", "[ { upto: 2000, is: 50% }, { is: 60% } ]")
            .tier(
                    "critical",
                    "fund: critical, base: [own_in_scope], measure: year, counter: burden, ratio: curve, deductible: { amount: line }")
            .plan(
                    "both",
                    "when: { provider: tcm }, counts: [admissions], split: { class_b: b }, tiers: [pool, critical]");

    private static Settlement settled() {
        Policy policy = PACK.policy();
        Bill bill = TestPack.bill("1")
                .provider("high", "tcm")
                .line("A", "10000")
                .line("B", "1000")
                .line("C", "200")
                .build();
        return BenefitEngine.settleAndExplain(policy, TestPack.person(), TestPack.start(policy), bill)
                .getSettlement();
    }

    private static Explanation explanation() {
        return settled().explanation().orElseThrow();
    }

    @Test
    void tellsEveryStepWithItsNumbers() {
        // scope 10900; (10900 − 800) × 63% = 6363, cut to 5000; own 5900: 1200 × 50% + 3900 × 60% = 2940
        assertThat(explanation().steps())
                .extracting(step -> step.kind() + " " + step.amount() + " " + step.formula())
                .containsExactly(
                        "TOTAL 1120000 ",
                        "LINE 1000000 10,000.00",
                        "LINE 90000 1,000.00 − 先行自付 100.00 = 900.00",
                        "LINE 0 200.00 − 全自费 200.00 = 0.00",
                        "PART 20000 ",
                        "PART 10000 ",
                        "PART 1090000 11,200.00 − 全自费 200.00 − 先行自付 100.00",
                        "DEDUCTIBLE 80000 费用 10,900.00，起付标准 800.00",
                        "PAYMENT 500000 (10,900.00 − 800.00) × (60% + 3% = 63%) = 6,363.00；限额 5,000.00，尚可 5,000.00；支付 5,000.00",
                        "DEDUCTIBLE 80000 费用 5,900.00，起付标准 800.00，此前累计 0.00",
                        "PAYMENT 294000 累计 0.00 + 5,900.00 = 5,900.00，起付标准 800.00，累计应付 1,200.00 × 50% + 3,900.00 × 60%"
                                + " − 此前 0.00 = 2,940.00",
                        "CASH 326000 ");
    }

    @Test
    void saysThatADeductibleIsWaivedButNotThatOfATierThatOnlyCounts() {
        Policy policy = TestPack.basic("")
                .param("free", "元/次", "0")
                .counter("warned", "unit: 元, per: year")
                .tier("waived", "fund: pool, basic: true, deductible: { amount: free }, ratio: ratio")
                .tier("warning", "base: [own_in_scope], measure: year, counter: warned, deductible: { amount: line }")
                .plan("free", "when: { provider: tcm }, split: { class_b: b }, tiers: [waived, warning]")
                .policy();
        Bill bill = TestPack.bill("1").provider("high", "tcm").line("A", "1000").build();
        Explanation explanation = BenefitEngine.settleAndExplain(
                        policy, TestPack.person(), TestPack.start(policy), bill)
                .getSettlement()
                .explanation()
                .orElseThrow();
        assertThat(explanation.steps(Step.Kind.DEDUCTIBLE)).singleElement().satisfies(step -> {
            assertThat(step.what()).isEqualTo("起付线（waived）");
            assertThat(step.amount()).isZero();
            assertThat(step.basis()).extracting(basis -> basis.parameter()).containsExactly("free");
        });
        assertThat(explanation.steps(Step.Kind.COUNTED)).hasSize(1);
    }

    @Test
    void namesParametersDatesAndClauses() {
        PolicyPack pack = PACK.pack();
        List<String> lines = ExplanationText.print(explanation(), pack.sources());
        assertThat(lines)
                .contains("   待付 11,200.00 → 6,200.00", "   待付 6,200.00 → 3,260.00", "依据")
                .anySatisfy(line -> assertThat(line).contains("2020-01-01 起执行，《试验办法》（试〔2024〕1号）第一条"));
        assertThat(explanation().steps(Step.Kind.PAYMENT).get(0).basis())
                .extracting(basis -> basis.parameter())
                .containsExactly("ratio", "points", "cap");
    }

    @Test
    void givesJsonAndTheDataOfAWaterfall() {
        JsonNode json = ExplanationJson.of(explanation(), PACK.pack().sources());
        assertThat(json.get("steps")).hasSize(12);
        assertThat(json.get("steps")
                        .get(8)
                        .get("basis")
                        .get(0)
                        .get("sources")
                        .get(0)
                        .get("number")
                        .asString())
                .isEqualTo("试〔2024〕1号");
        assertThat(Waterfall.of(explanation()))
                .containsExactly(
                        new Waterfall.Bar("费用总额", 1_120_000, 0),
                        new Waterfall.Bar("pool支付", 1_120_000, 620_000),
                        new Waterfall.Bar("critical支付", 620_000, 326_000),
                        new Waterfall.Bar("个人现金支付", 326_000, 0));
    }

    private static Explanation explained(Policy policy, Bill bill) {
        return BenefitEngine.settleAndExplain(policy, TestPack.person(), TestPack.start(policy), bill)
                .getSettlement()
                .explanation()
                .orElseThrow();
    }

    @Test
    void aSecondAidIsNotExplainedByTheBillBefore() {
        Policy policy = PACK.policy();
        Bill before = TestPack.bill("1").line("B", "1000").build();
        assertThat(explained(policy, before).steps(Step.Kind.PART))
                .filteredOn(step -> step.subject().equals("pre_pay"))
                .flatExtracting(Step::basis)
                .hasSize(1);
        Bill aid = Bill.of("2", Bill.SECOND_AID, TestPack.DAY)
                .bucket(Bucket.PRE_PAY, Money.yuan("70"))
                .build();
        assertThat(explained(policy, aid).steps(Step.Kind.PART))
                .filteredOn(step -> step.subject().equals("pre_pay"))
                .singleElement()
                .satisfies(step -> assertThat(step.basis()).isEmpty());
    }

    @Test
    void tellsEachCategoryWithItsRatio() {
        PolicyPack pack = PolicyPack.read(Path.of("src/test/resources/packs/line-categories"))
                .getPack();
        Policy policy = Policy.compile(pack, TestPack.DAY);
        Person retired = new Person(
                TestPack.BORN,
                null,
                "",
                List.of(new Enrolment("employee", "退休", "", 0, Money.ZERO, null, null)),
                List.of(),
                List.of(),
                0);
        Bill bill = Bill.of("1", "outpatient", TestPack.DAY)
                .lines(List.of(
                        Line.of("A", Money.yuan("500")).withCategory("甲类药"),
                        Line.of("B", Money.yuan("100")).withCategory("诊疗"),
                        Line.of("A", Money.yuan("50"))))
                .build();
        // 诊疗 100 less 15 % is 85; (500 − 200) × 85% + 85 × 90% + 50 × 70% = 255 + 76.5 + 35
        Explanation explanation = BenefitEngine.settleAndExplain(policy, retired, TestPack.start(policy), bill)
                .getSettlement()
                .explanation()
                .orElseThrow();
        assertThat(explanation.steps(Step.Kind.PAYMENT)).first().satisfies(step -> {
            assertThat(step.formula())
                    .startsWith(
                            "(635.00 − 200.00) 分类：甲类药品 300.00 × 85% + 诊疗项目 85.00 × 90% + 未分类 50.00 × 70% = 366.50；限额");
            assertThat(step.amount()).isEqualTo(36_650);
            assertThat(step.basis())
                    .extracting(basis -> basis.parameter())
                    .containsExactly("outpatient.ratio", "retired", "outpatient.cap");
        });
        assertThat(explanation.steps(Step.Kind.PART))
                .filteredOn(step -> step.subject().equals("pre_pay"))
                .flatExtracting(Step::basis)
                .extracting(basis -> basis.parameter())
                .containsExactly("class_b");
    }

    @Test
    void tellsWhatStandsForThePackage() {
        PolicyPack pack = PolicyPack.read(Path.of("src/test/resources/packs/package-and-total"))
                .getPack();
        Policy policy = Policy.compile(pack, TestPack.DAY);
        Bill cheap = Bill.of("1", "inpatient", TestPack.DAY)
                .paymentMode("disease")
                .packagePrice(Money.yuan("8000"))
                .line("A", "6000")
                .build();
        assertThat(explained(policy, cheap).steps(Step.Kind.TOTAL).get(0).formula())
                .isEqualTo("实际费用 6,000.00（低于按病种（组）价格 8,000.00） + 价格以外项目 0.00");
        Bill dear = Bill.of("1", "maternity_inpatient", TestPack.DAY)
                .paymentMode("disease")
                .packagePrice(Money.yuan("8000"))
                .line("A", "9000")
                .build();
        assertThat(explained(policy, dear).steps(Step.Kind.TOTAL).get(0).formula())
                .isEqualTo("按病种（组）价格 8,000.00 + 价格以外项目 0.00 + 超出价格由个人负担 1,000.00");
    }

    @Test
    void givesTheFieldsOfTheNationalInterface() {
        NationalAmounts national = settled().national();
        assertThat(national.setlinfo().toString())
                .contains("medfee_sumamt=11200.00", "fulamt_ownpay_amt=200.00", "overlmt_selfpay=0.00")
                .contains("preselfpay_amt=100.00", "inscp_scp_amt=10900.00", "act_pay_dedc=800.00", "hifp_pay=5000.00")
                .contains(
                        "hifmi_pay=2940.00", "fund_pay_sumamt=7940.00", "psn_part_amt=3260.00", "psn_cash_pay=3260.00")
                .contains("pool_prop_selfpay=0.6300", "maf_pay=0.00", "acct_pay=0.00", "hosp_part_amt=0.00");
        assertThat(national.setldetail())
                .containsExactly(
                        new NationalAmounts.Detail(
                                "390100", "统筹基金", Money.yuan("10900"), Money.yuan("5000"), Money.yuan("5000")),
                        new NationalAmounts.Detail("390200", "大病保险", Money.yuan("5900"), null, Money.yuan("2940")));
    }
}
