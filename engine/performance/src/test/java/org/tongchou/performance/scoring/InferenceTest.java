package org.tongchou.performance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.performance.scoring.Lines.number;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Indicator;

/** Which rule explains a printed score; the figures are those of 宁德市 2024 年度 and 泉州市 2020 年度. */
class InferenceTest {
    private static final RulePack FUJIAN = RulePacks.standard().of("宁德市", 2024);
    private static final String TEN = "是否达到目标值，达到得满分，每差10人扣1分，若超过50%扣3分。";
    private static final String HUNDRED = "是否达到目标值，达到得满分，每差100人次扣1分。若超过50%扣3分。";
    private static final String POINT = "是否达到目标值，达到得满分，差1个百分点扣1分。";

    private static Verdict explain(Facts facts, String printed) {
        return Inference.explain(facts, number(printed), FUJIAN);
    }

    private static void assertVerdict(Verdict verdict, @Nullable Boolean reproduced, @Nullable String expected) {
        assertThat(verdict.reproduced()).isEqualTo(reproduced);
        assertThat(verdict.rule() != null).isEqualTo(Boolean.TRUE.equals(reproduced));
        if (expected == null) {
            assertThat(verdict.expected()).isNull();
        } else {
            assertThat(verdict.expected()).isEqualByComparingTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, ≥321.25, 318.69, 4.96, proportional",
        "3, ≥19, 18, 2.84, proportional",
        "2, ≥19, 18, 1.89, proportional",
        "5, 11, 1, 0.45, proportional",
        "10, ≥100, 99.92, 9.99, proportional",
        "3, =0, 0, 3, full_when_met",
        "3, ≠0, 0, 3, full_when_met",
        "15, 1, 2, 15, full_when_met",
        "10, ≤240, 94.46, 10, full_when_met",
        "20, '正常运行,服务高效', '正常运行,服务高效', 20, qualitative_full",
        "10, ≤12, 15, 8, reverse_proportional",
        "3, =0, 2, 0, zero_when_missed"
    })
    void printedScoresAreExplained(String weight, String target, String actual, String printed, String label) {
        Verdict verdict = explain(Lines.facts(weight, target, actual), printed);

        assertVerdict(verdict, true, printed);
        assertThat(verdict.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "15, ≥50, 68.44, 14, 15",
        "10, ≥35, 35, 8, 10",
        "10, ≥80, 99.91, 9, 10",
        "20, ≥70, 82.14, 17, 20",
        "10, ≥300, 377, 9.8, 10",
        "10, ≥100, 95, 10, 9.5"
    })
    void scoresThatNoRuleGivesStayUnexplained(
            String weight, String target, String actual, String printed, String expected) {
        Verdict verdict = explain(Lines.facts(weight, target, actual), printed);

        assertVerdict(verdict, false, expected);
        assertThat(verdict.label()).isEmpty();
        assertThat(verdict.explanation()).contains("没有规则能得出", "相差");
    }

    @Test
    void theNearestRuleIsNamedWithItsValueAndTheDifference() {
        assertThat(explain(Lines.facts("15", "≥50", "68.44"), "14").explanation())
                .isEqualTo("表列 14 分，没有规则能得出；最接近的“达标得满分”为 15 分，相差 1 分（目标 ≥50，完成 68.44，达到：得满分 15 分）");
    }

    @ParameterizedTest
    @CsvSource({
        "136, 94.46, 10, false, 6.95",
        "48539, 46172.13, 10, false, 9.51",
        "90, 89.67, 7, false, 9.96",
        "852.72, 852.68, 10, true, 10",
        "150, 148.3, 9.89, true, 9.89"
    })
    void executionRates(String budget, String executed, String printed, boolean reproduced, String expected) {
        Verdict verdict = explain(Lines.execution(budget, executed), printed);

        assertVerdict(verdict, reproduced, expected);
        assertThat(verdict.label()).isEqualTo(reproduced ? "execution_rate" : "");
    }

    @Test
    void aRateOfNothingIsNotJudged() {
        Verdict verdict = explain(Lines.execution("0", "0"), "10");

        assertVerdict(verdict, null, null);
        assertThat(verdict.explanation()).contains("执行率没有意义");
    }

    /** 宁医保绩〔2025〕1, 2, 3, 6. */
    @ParameterizedTest
    @CsvSource({
        "预算执行率, 3, 100, 64.42, '资金使用率64.42%，得1.93分', 1.93, execution_rate",
        "预算执行率, 3, 100, 99.63, '资金使用率99.63%，得2.99分', 2.99, execution_rate",
        "预算执行率, 3, 100, 95.12, '资金使用率95.12%，得2.85分', 2.85, execution_rate",
        "预算执行率, 3, 100, 69.46, '预算执行率69.46%，扣1分', 2, stated_deduction",
        "预算执行率, 3, '', '', '预算执行率69.46%，扣1分', 2, stated_deduction",
        "预算执行率, 3, 100, 100, '资金使用率100%，得3分', 3, full_when_met",
        "立项规范性, 2, '', '', '按规定程序设立，得满分', 2, full_when_met",
        "设置医保服务站数量, 2, ≥19, 18, '设置医保服务站数量18家，得1.89分', 1.89, proportional"
    })
    void partsOfReports(
            String name, String weight, String target, String actual, String reason, String printed, String label) {
        Verdict verdict = explain(Lines.item(name, weight, target, actual, reason), printed);

        assertVerdict(verdict, true, printed);
        assertThat(verdict.label()).isEqualTo(label);
    }

    @Test
    void aPartOfAReportThatSaysNothingIsNotJudged() {
        assertVerdict(explain(Lines.item("管理制度", "3", "", "", "制度完善"), "3"), null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "1900, 3329, " + TEN + ", 7, step: 若超过50%扣3分",
        "500, 980, " + HUNDRED + ", 7, step: 若超过50%扣3分",
        "26000, 37341, " + HUNDRED + ", 10, full_when_met",
        "100, 100, " + POINT + ", 10, full_when_met",
        "100, 98, " + POINT + ", 8, step: 差1个百分点扣1分",
        "1900, 1880, " + TEN + ", 8, step: 每差10人扣1分"
    })
    void rulesOfTheSheetItself(String target, String actual, String standard, String printed, String label) {
        Verdict verdict = explain(Lines.stated("10", target, actual, standard), printed);

        assertVerdict(verdict, true, printed);
        assertThat(verdict.label()).isEqualTo(label);
    }

    @Test
    void aDeductionThatTheSheetStatesBinds() {
        assertVerdict(explain(Lines.stated("10", "1900", "3329", TEN), "10"), false, "7");
        assertVerdict(explain(Lines.stated("10", "100", "98", POINT), "9.8"), false, "8");
    }

    @Test
    void wordsThatDifferFromTheTargetAreNotExplained() {
        Verdict verdict = explain(Lines.facts("20", "显著提升", "较为显著提升"), "18");

        assertVerdict(verdict, false, null);
        assertThat(verdict.explanation()).contains("没有声明分档或扣分规则");

        Facts facts = Lines.facts("20", "显著提升", "较为显著提升");
        RulePack national = RulePacks.standard().of(null, 2024);
        assertThat(Inference.explain(facts, number("18"), national).explanation())
                .contains("没有写明由谁");
        Verdict signed =
                Inference.explain(facts.withChosen(Lines.chosen("90", List.of(), false)), number("18"), national);
        assertThat(signed.label()).isEqualTo("qualitative_bands");
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "≥5, ''", "≥5, 已完成", "显著提升, ''"})
    void withoutTargetOrActualThereIsNothingToJudge(String target, String actual) {
        assertVerdict(explain(Lines.facts("5", target, actual), "5"), null, null);
    }

    @Test
    void aNumberThatNoRuleTakesIsUnexplained() {
        assertVerdict(explain(Lines.facts("5", "≥5", "-1"), "5"), false, null);
    }

    @Test
    void factsComeFromALineOfASheet() {
        Indicator line = new Indicator(
                1,
                "产出指标",
                "数量指标",
                "设置医保服务站数量",
                "",
                "",
                Lines.target("≥19", "家"),
                new Actual("18", PrintedNumber.parse("18")),
                PrintedNumber.parse("3"),
                PrintedNumber.parse("2.84"),
                null,
                "两处合并",
                java.util.Map.of(),
                Place.line(1));

        Optional<Facts> facts = Facts.of(line);

        assertThat(facts.map(found -> explain(found, "2.84").label())).contains("proportional");
        assertThat(facts.map(Facts::name)).contains("设置医保服务站数量");
    }
}
