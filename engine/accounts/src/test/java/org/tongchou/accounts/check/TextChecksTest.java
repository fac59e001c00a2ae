package org.tongchou.accounts.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Table;
import org.tongchou.money.MoneyUnit;

/** Sentences against tables, and sentences against each other. */
class TextChecksTest {
    private static final int FIRST_LINE = 2000;

    private static List<Table> tables() {
        return SampleAccounts.usual(MoneyUnit.WAN_YUAN).tables();
    }

    private static String cell(String topic, String role, String column) {
        return tables().stream()
                .filter(table -> table.topic().equals(topic))
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.role().equals(role) && row.cells().containsKey(column))
                .map(row -> row.cells().get(column).printed())
                .findFirst()
                .orElseThrow();
    }

    /** All the figures a narrative states about {@link SampleAccounts}, by key. */
    private static Map<String, String> statements() {
        Map<String, String> stated = new LinkedHashMap<>();
        stated.put("收入总计", cell("总表", "总计", "金额"));
        stated.put("支出总计", cell("总表", "总计", "金额"));
        stated.put("收入合计", cell("总表", "本年收入合计", "金额"));
        for (String source : List.of("一般公共预算", "政府性基金", "国有资本经营", "事业收入", "其他收入")) {
            stated.put("收入/" + source, cell("总表", source, "金额"));
        }
        stated.put("支出合计", cell("支出", "合计", "合计"));
        stated.put("基本支出", cell("支出", "合计", "基本支出"));
        stated.put("项目支出", cell("支出", "合计", "项目支出"));
        stated.put("财政拨款收入总计", cell("财政拨款总表", "总计", "金额"));
        stated.put("财政拨款支出总计", cell("财政拨款总表", "总计", "合计"));
        stated.put("一般公共预算支出", cell("一般公共预算支出", "合计", "合计"));
        for (String code : List.of("2080505", "2101101", "2101103", "2101501", "2101502", "2210201")) {
            stated.put("科目/" + code, cell("一般公共预算支出", code, "合计"));
        }
        stated.put("一般公共预算基本支出", cell("一般公共预算支出", "合计", "基本支出"));
        stated.put("人员经费", cell("基本支出经济分类", "人员经费合计", "金额"));
        stated.put("公用经费", cell("基本支出经济分类", "公用经费合计", "金额"));
        stated.put("三公合计", cell("三公经费", "合计", "金额"));
        stated.put("三公/因公出国", "0");
        stated.put("三公/公务用车", "0");
        stated.put("三公/公务接待费", cell("三公经费", "公务接待费", "金额"));
        stated.put("年初结转和结余", cell("总表", "年初结转和结余", "金额"));
        stated.put("使用非财政拨款结余", "0");
        stated.put("结余分配", "0");
        stated.put("年末结转和结余", cell("总表", "年末结转和结余", "金额"));
        stated.put("政府采购总额", "30.50");
        stated.put("政府采购/货物", "10.25");
        stated.put("政府采购/工程", "0");
        stated.put("政府采购/服务", "20.25");
        return stated;
    }

    private static List<NarrativeFigure> narrative(Map<String, String> stated) {
        List<NarrativeFigure> figures = new ArrayList<>();
        stated.forEach((key, value) -> figures.add(
                TestText.of(key, value, "万元", FIRST_LINE + figures.size()).build()));
        return figures;
    }

    private static AccountsDocument document(NarrativeFigure... figures) {
        return TestDocuments.of(DocumentKind.FINAL, List.of(), List.of(figures));
    }

    private static List<CheckResult> results(AccountsDocument document, String check) {
        return Auditor.standard().audit(document).results().stream()
                .filter(result -> result.check().equals(check))
                .toList();
    }

    private static CheckResult one(AccountsDocument document, String check) {
        List<CheckResult> results = results(document, check);
        assertThat(results).as(check).hasSize(1);
        return results.get(0);
    }

    @Test
    void aSoundNarrativeHasNoFindings() {
        Audit audit = Auditor.standard().audit(TestDocuments.of(DocumentKind.FINAL, tables(), narrative(statements())));

        assertThat(audit.with(Outcome.FAIL)).isEmpty();
        assertThat(audit.with(Outcome.WARN)).extracting(CheckResult::group).containsOnly("completeness");
        assertThat(audit.with(Outcome.PASS))
                .extracting(CheckResult::check)
                .contains(
                        "text.income-grand", "text.general-code", "parts.codes", "parts.balance", "parts.procurement");
    }

    @TestFactory
    List<DynamicTest> everyChangedFigureIsFound() {
        List<NarrativeFigure> sound = narrative(statements());
        List<DynamicTest> tests = new ArrayList<>();
        for (NarrativeFigure figure : sound) {
            tests.add(DynamicTest.dynamicTest(figure.key(), () -> {
                String wrong = figure.value().add(new BigDecimal("1.11")).toPlainString();
                List<NarrativeFigure> changed = new ArrayList<>(sound);
                changed.set(
                        sound.indexOf(figure),
                        TestText.of(figure.key(), wrong, "万元", figure.place().row())
                                .build());
                assertThat(Auditor.standard()
                                .audit(TestDocuments.of(DocumentKind.FINAL, tables(), changed))
                                .with(Outcome.FAIL))
                        .anyMatch(result ->
                                result.cells().stream().map(CellRef::place).anyMatch(figure.place()::equals));
            }));
        }
        return tests;
    }

    @Test
    void textInAnotherUnitHasItsOwnRounding() {
        AccountsDocument yuan = TestDocuments.of(
                DocumentKind.FINAL,
                List.of(TestTable.of("总表", 1, MoneyUnit.YUAN, "金额")
                        .income("总计", "123456789.12")
                        .expense("总计", "123456789.12")
                        .build()),
                List.of(
                        TestText.of("收入总计", "12345.68", "万元", 50).build(),
                        TestText.of("支出总计", "12345.69", "万元", 51).build()));

        CheckResult income = one(yuan, "text.income-grand");
        assertThat(income.outcome()).isEqualTo(Outcome.PASS);
        assertThat(income.cause()).isEqualTo(Cause.ROUNDING);
        assertThat(income.tolerance()).isEqualByComparingTo("0.005");
        assertThat(one(yuan, "text.expense-grand").outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aFigureWithFewerDecimalsThanUsualHasOnlyDroppedZeros() {
        AccountsDocument document = TestDocuments.of(
                DocumentKind.FINAL,
                List.of(TestTable.of("总表", 1, MoneyUnit.WAN_YUAN, "金额")
                        .income("总计", "3935.34")
                        .expense("总计", "3935.34")
                        .build()),
                List.of(
                        TestText.of("收入总计", "3935.3", "万元", 50).build(),
                        TestText.of("公用经费", "12.34", "万元", 51).build(),
                        TestText.of("人员经费", "12.35", "万元", 52).build()));

        assertThat(one(document, "text.income-grand").outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void percentagesAreRecomputedWithinTheRoundingOfTheirInputs() {
        CheckResult loose = one(
                document(TestText.of("科目/2080116", "21.39", "万元", 1)
                        .against("上年", 1, "0.03", "0.16", 1)
                        .build()),
                "growth.percent");
        assertThat(loose.outcome()).isEqualTo(Outcome.PASS);
        assertThat(loose.cause()).isEqualTo(Cause.ROUNDING);
        assertThat(loose.tolerance()).isEqualByComparingTo("0.0285");
        assertThat(loose.unit()).isEqualTo("%");

        CheckResult wrong = one(
                document(TestText.of("支出合计", "7306.97", "万元", 1)
                        .against("上年", -1, "710.52", "8.68", -1)
                        .build()),
                "growth.percent");
        assertThat(wrong.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(wrong.right()).isEqualByComparingTo("-8.8621");
        assertThat(wrong.message()).contains("-8.86%", "-8.68%", "L1");
    }

    @Test
    void growthAgainstAPrintedBaseIsRecomputed() {
        NarrativeFigure right = TestText.of("三公合计", "4.06", "万元", 1)
                .againstValue("年初预算", -1, "25", "83.76")
                .build();
        NarrativeFigure wrong = TestText.of("三公合计", "4.06", "万元", 1)
                .againstValue("年初预算", -1, "25", "87.36")
                .build();

        assertThat(one(document(right), "growth.base-percent").outcome()).isEqualTo(Outcome.PASS);
        assertThat(one(document(wrong), "growth.base-percent").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(one(document(right), "growth.percent").outcome()).isEqualTo(Outcome.SKIP);
    }

    @Test
    void completionUsesTheBudgetBesideIt() {
        NarrativeFigure budget =
                TestText.of("年初预算/科目/2101501", "200.00", "万元", 1).build();
        NarrativeFigure figure = TestText.of("科目/2101501", "150.00", "万元", 1)
                .completes("年初预算", null, "75.00")
                .build();
        NarrativeFigure wrong = TestText.of("科目/2101501", "150.00", "万元", 1)
                .completes("年初预算", null, "57.00")
                .build();

        assertThat(one(document(budget, figure), "growth.completion").outcome()).isEqualTo(Outcome.PASS);
        assertThat(one(document(budget, wrong), "growth.completion").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(one(document(figure), "growth.completion").outcome()).isEqualTo(Outcome.SKIP);
        // A completion rate states no difference, least of all one of nothing.
        assertThat(one(document(budget, figure), "growth.difference").outcome()).isEqualTo(Outcome.SKIP);
    }

    @Test
    void budgetsThatCompletionRatesImplyAddUp() {
        NarrativeFigure total = TestText.of("三公合计", "18.76", "万元", 1)
                .completes("全年预算", null, "79.12")
                .build();
        NarrativeFigure abroad = TestText.of("三公/因公出国", "6.85", "万元", 2)
                .completes("全年预算", null, "85.57")
                .build();
        NarrativeFigure cars = TestText.of("三公/公务用车", "8.26", "万元", 3)
                .completes("全年预算", null, "73.70")
                .build();
        NarrativeFigure guests = TestText.of("三公/公务接待费", "3.65", "万元", 4)
                .completes("全年预算", null, "81.11")
                .build();
        NarrativeFigure other = TestText.of("三公/公务接待费", "3.65", "万元", 4)
                .completes("全年预算", null, "71.11")
                .build();

        assertThat(one(document(total, abroad, cars, guests), "parts.three-public-budgets")
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(one(document(total, abroad, cars, other), "parts.three-public-budgets")
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void sharesUseTheirDenominator() {
        NarrativeFigure part = TestText.of("小微企业合同金额", "155.73", "万元", 1).build();
        NarrativeFigure whole = TestText.of("中小企业合同金额", "162.35", "万元", 1).build();
        String key = "占比/小微企业合同金额/中小企业合同金额";

        assertThat(one(document(part, whole, TestText.of(key, "95.92", "%", 1).build()), "share.percent")
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(one(document(part, whole, TestText.of(key, "92.95", "%", 1).build()), "share.percent")
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(one(document(whole, TestText.of(key, "95.92", "%", 1).build()), "share.percent")
                        .outcome())
                .isEqualTo(Outcome.SKIP);
    }

    @Test
    void aPercentageOfNothingIsWrong() {
        NarrativeFigure works = TestText.of("政府采购/工程", "0", "万元", 1).build();
        String key = "占比/工程中小企业合同金额/政府采购/工程";

        CheckResult share = one(document(works, TestText.of(key, "100", "%", 1).build()), "share.zero");
        assertThat(share.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(share.cells()).extracting(cell -> cell.place().row()).contains(1);
        assertThat(one(document(works, TestText.of(key, "0", "%", 1).build()), "share.zero")
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(one(
                                document(TestText.of("三公合计", "0", "万元", 1)
                                        .completes("年初预算", null, "100.00")
                                        .build()),
                                "share.zero")
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(one(
                                document(TestText.of("科目/2080599", "1.59", "万元", 1)
                                        .against("上年", 1, "1.59", "100.00", 1)
                                        .build()),
                                "share.zero")
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void aFallOfMoreThanAllIsImpossible() {
        CheckResult result = one(
                document(TestText.of("机关运行经费", "10.00", "万元", 1)
                        .against("上年", -1, null, "120.00", -1)
                        .build()),
                "growth.possible");

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void partsFromAnotherSectionAreNotCounted() {
        NarrativeFigure total =
                TestText.of("一般公共预算支出", "10.00", "万元", 1).section("三").build();
        NarrativeFigure part =
                TestText.of("科目/2101501", "10.00", "万元", 2).section("三").build();
        NarrativeFigure other =
                TestText.of("科目/2296013", "5.00", "万元", 3).section("四").build();
        AccountsDocument document = TestDocuments.of(
                DocumentKind.FINAL,
                List.of(TestTable.of("一般公共预算支出", 10, MoneyUnit.WAN_YUAN, "合计")
                        .named("合计", "10.00")
                        .code("2101501", "行政运行", "10.00")
                        .build()),
                List.of(total, part, other));

        assertThat(one(document, "parts.codes").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aSumOfPartsIsOnlyExpectedWhereAllAreStated() {
        AccountsDocument partly = TestDocuments.of(
                DocumentKind.FINAL,
                tables(),
                List.of(
                        TestText.of("支出合计", cell("支出", "合计", "合计"), "万元", 1).build(),
                        TestText.of("基本支出", cell("支出", "合计", "基本支出"), "万元", 2).build()));

        assertThat(one(partly, "parts.expense").outcome()).isEqualTo(Outcome.SKIP);
    }

    @Test
    void officeCostIsComparedOnlyForAdministrativeUnits() {
        AccountsDocument document = TestDocuments.of(
                DocumentKind.FINAL,
                List.of(),
                List.of(
                        TestText.of("机关运行经费", "217.28", "万元", 1).build(),
                        TestText.of("公用经费", "312.21", "万元", 2).build()));

        assertThat(one(document, "text.office-cost").outcome()).isEqualTo(Outcome.PASS);
        assertThat(one(document, "text.office-cost-administrative").outcome()).isEqualTo(Outcome.SKIP);
    }

    @Test
    void usualButNotCompulsoryIsOnlyAWarning() {
        AccountsDocument document = TestDocuments.of(
                DocumentKind.FINAL,
                List.of(),
                List.of(
                        TestText.of("机关运行经费", "317.28", "万元", 1).build(),
                        TestText.of("公用经费", "312.21", "万元", 2).build()));

        CheckResult result = one(document, "text.office-cost");
        assertThat(result.outcome()).isEqualTo(Outcome.WARN);
        assertThat(result.cause()).isEqualTo(Cause.EXPLAINABLE);
    }
}
