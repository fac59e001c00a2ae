package org.tongchou.benefit.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertExplained;
import static org.tongchou.benefit.calculation.CalculatorPack.assertRefused;
import static org.tongchou.benefit.calculation.CalculatorPack.person;
import static org.tongchou.benefit.calculation.CalculatorPack.told;
import static org.tongchou.benefit.calculation.CalculatorPack.with;
import static org.tongchou.benefit.calculation.CalculatorPack.without;
import static org.tongchou.benefit.calculation.CalculatorPack.yuan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.policy.PolicyPack;

class CareTest {
    private static final LocalDate DAY = LocalDate.of(2022, 3, 1);
    private static final Insured PERSON = person("1940-03-01", "female");

    private static Result<CareAssessment> assess(int adl, int cognition, int perception) {
        return CareAssessment.of(
                PACK,
                Map.of(Dimension.ADL, adl, Dimension.COGNITION, cognition, Dimension.PERCEPTION, perception),
                DAY);
    }

    private static CareSpan span(String month, int from, int to, int level, String mode) {
        YearMonth of = YearMonth.parse(month);
        return new CareSpan(of.atDay(from), of.atDay(to), level, mode, 0, null);
    }

    private static Result<CareMonth> pay(String month, CareSpan... spans) {
        return CareMonth.of(PACK, PERSON, "employee", YearMonth.parse(month), List.of(spans));
    }

    private static void assertPays(String month, String amount, CareSpan... spans) {
        assertThat(pay(month, spans).getValue().pay()).isEqualTo(yuan(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 16, 12, 0",
        "100, 15, 12, 0",
        "100, 16, 3, 1",
        "95, 16, 12, 1",
        "65, 2, 12, 1",
        "65, 1, 12, 2",
        "60, 16, 12, 2",
        "45, 4, 2, 2",
        "45, 0, 12, 3",
        "40, 16, 12, 3",
        "40, 4, 4, 3",
        "40, 3, 12, 4",
        "0, 16, 1, 5",
        "0, 0, 0, 5",
    })
    void theLevelFollowsTheTables(int adl, int cognition, int perception, int level) {
        assertThat(assess(adl, cognition, perception).getValue().level()).isEqualTo(level);
    }

    @Test
    void theAssessmentShowsItsImpairments() {
        assertThat(assess(60, 3, 12).getValue().impairments())
                .isEqualTo(Map.of(Dimension.ADL, 2, Dimension.COGNITION, 2, Dimension.PERCEPTION, 0));
        assertExplained(assess(60, 3, 12), "care.score.most", "care.impairment", "care.level");
    }

    @Test
    void badScoresAreRefused() {
        assertRefused(assess(101, 16, 12), "E-BEN-003", "adl");
        assertRefused(assess(100, -1, 12), "E-BEN-003", "cognition");
        assertRefused(
                CareAssessment.of(PACK, Map.of(Dimension.ADL, 1, Dimension.COGNITION, 1), DAY),
                "E-BEN-001",
                "perception");
    }

    @Test
    void wholeMonthsPayTheMonthlyStandard() {
        assertPays("2022-04", "700", span("2022-04", 1, 30, 4, "居家"));
        assertPays("2022-05", "700", span("2022-05", 1, 31, 4, "居家"));
        assertPays("2022-02", "700", span("2022-02", 1, 28, 4, "居家"));
    }

    @Test
    void partsOfMonthsPayByDays() {
        assertPays("2022-04", "490", span("2022-04", 10, 30, 4, "居家"));
        assertPays("2022-05", "350", span("2022-05", 1, 15, 4, "居家"));
        assertPays("2022-02", "350", span("2022-02", 15, 28, 4, "居家"));
        assertPays("2023-01", "225.81", span("2023-01", 1, 10, 4, "居家"));
        assertPays("2022-04", "0");
    }

    @Test
    void aChangeWithinTheMonthIsRoundedOnce() {
        CareSpan home = span("2022-04", 1, 10, 3, "居家");
        CareSpan institution = span("2022-04", 11, 30, 3, "机构");
        assertPays("2022-04", "1073.33", home, institution);
        assertThat(pay("2022-04", home, institution).getValue().days()).isEqualTo(30);
        assertExplained(
                pay("2022-04", home, institution), "care.monthly", "care.daily", "care.month_days", "care.ratio");
    }

    @Test
    void institutionsAreLimitedByTheirCost() {
        assertPays("2022-04", "1796.55", span("2022-04", 1, 30, 5, "机构"));
        CareSpan cheap = new CareSpan(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 4, 30), 5, "机构", 0, yuan("2000"));
        assertPays("2022-04", "1400", cheap);
        CareSpan away = new CareSpan(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 4, 30), 5, "机构", 10, null);
        assertPays("2022-04", "1197.70", away);
    }

    @Test
    void theShareDependsOnTheScheme() {
        assertThat(CareMonth.of(
                                PACK,
                                PERSON,
                                "resident",
                                YearMonth.of(2022, 4),
                                List.of(span("2022-04", 1, 30, 4, "居家")))
                        .getValue()
                        .pay())
                .isEqualTo(yuan("600"));
    }

    @Test
    void badSpansAreRefused() {
        assertRefused(pay("2022-04", span("2022-03", 31, 31, 3, "居家")), "E-BEN-007", "spans[0].from");
        assertRefused(pay("2022-04", span("2022-04", 9, 8, 3, "居家")), "E-BEN-007", "spans[0].to");
        assertRefused(
                pay("2022-04", span("2022-04", 1, 9, 3, "居家"), span("2022-04", 9, 10, 3, "居家")),
                "E-BEN-007",
                "spans[1].from");
        assertRefused(
                pay("2022-04", new CareSpan(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 5, 1), 3, "居家", 0, null)),
                "E-BEN-007",
                "spans[0].to");
        assertRefused(pay("2022-04", span("2022-04", 1, 9, 6, "居家")), "E-BEN-003", "spans[0].level");
        assertRefused(
                pay("2022-04", new CareSpan(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 4, 2), 3, "居家", 3, null)),
                "E-BEN-003",
                "spans[0].absent");
        assertRefused(
                pay(
                        "2022-04",
                        new CareSpan(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 4, 2), 3, "居家", 0, yuan("-1"))),
                "E-BEN-003",
                "spans[0].cost");
        Insured dead = new Insured(LocalDate.of(1940, 1, 1), LocalDate.of(2022, 4, 5), "", List.of(), "");
        assertRefused(
                CareMonth.of(PACK, dead, "employee", YearMonth.of(2022, 4), List.of(span("2022-04", 1, 6, 3, "居家"))),
                "E-BEN-007",
                "spans[0].to");
    }

    @Test
    void daysBeyondTheMonthOfTheRulesAreNotPaid() {
        // 31 days in two spans, of which a month has 30
        CareSpan first = span("2022-05", 1, 20, 4, "居家");
        CareSpan second = span("2022-05", 21, 31, 4, "居家");
        assertPays("2022-05", "700", first, second);
        assertThat(pay("2022-05", first, second).getValue().days()).isEqualTo(30);
    }

    @Test
    void absenceMayBeTheWholeSpan() {
        LocalDate day = LocalDate.of(2022, 4, 1);
        assertPays("2022-04", "0", new CareSpan(day, day.plusDays(1), 4, "居家", 2, null));
    }

    @Test
    void whatTheRulesCannotSayIsRefused() {
        assertRefused(pay("2019-05", span("2019-05", 1, 2, 3, "居家")), "E-BEN-012", "care.monthly");
        Map<Dimension, Integer> scores = Map.of(Dimension.ADL, 100, Dimension.COGNITION, 16, Dimension.PERCEPTION, 12);
        assertRefused(
                CareAssessment.of(with("care.impairment", "级", "4"), scores, DAY), "E-BEN-012", "care.impairment");
        assertRefused(CareAssessment.of(with("care.level", "级", "6"), scores, DAY), "E-BEN-012", "care.level");
        assertThat(CareAssessment.of(with("care.level", "级", "5"), scores, DAY)
                        .getValue()
                        .level())
                .isEqualTo(5);
    }

    @Test
    void careAfterDeathIsRefusedFromItsFirstDay() {
        Insured dead = new Insured(LocalDate.of(1940, 1, 1), LocalDate.of(2022, 4, 5), "", List.of(), "");
        assertRefused(
                CareMonth.of(PACK, dead, "employee", YearMonth.of(2022, 4), List.of(span("2022-04", 6, 7, 3, "居家"))),
                "E-BEN-007",
                "spans[0].from");
    }

    @Test
    void theAssessmentIsToldStepByStep() {
        assertThat(told(assess(60, 3, 12)))
                .containsExactly(
                        "日常生活活动能力：得分 60，满分 100 → 受损程度 2",
                        "认知能力：得分 3，满分 16 → 受损程度 2",
                        "感知觉与沟通能力：得分 12，满分 12 → 受损程度 0",
                        "失能等级：日常生活 2，认知与感知取较重的 2 → 2 级");
    }

    @Test
    void aMonthIsToldStepByStep() {
        assertThat(told(pay("2022-04", span("2022-04", 1, 10, 3, "居家"), span("2022-04", 11, 30, 3, "机构"))))
                .containsExactly(
                        "2022-04-01 至 2022-04-10 居家 3 级：10 天，标准 10000 ÷ 30，× 70% = 233.33 元",
                        "2022-04-11 至 2022-04-30 机构 3 级：20 天，标准 1200 ÷ 1，× 70% = 840.00 元",
                        "本月支付：30 天，保留到分 = 1,073.33 元");
        CareSpan cheap = new CareSpan(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 4, 30), 5, "机构", 0, yuan("2000"));
        assertThat(told(pay("2022-04", cheap)))
                .contains("2022-04-01 至 2022-04-30 机构 5 级：30 天，标准 2566.5 ÷ 1，费用 2,000.00 元，× 70% = 1,400.00 元");
    }

    @Test
    void aDailyStandardCountsEveryDayOfTheMonth() {
        // 31 × 70 × 70 %
        assertPays("2022-05", "1519", span("2022-05", 1, 31, 4, "机构"));
    }

    @Test
    void oneOfTheTwoStandardsIsEnough() {
        CareSpan home = span("2022-04", 1, 30, 4, "居家");
        CareSpan institution = span("2022-04", 1, 30, 4, "机构");
        assertThat(pay(without("care.daily"), home).getValue().pay()).isEqualTo(yuan("700"));
        assertThat(pay(without("care.monthly"), institution).getValue().pay()).isEqualTo(yuan("1470"));
    }

    private static Result<CareMonth> pay(PolicyPack pack, CareSpan span) {
        return CareMonth.of(pack, PERSON, "employee", YearMonth.from(span.from()), List.of(span));
    }

    @Test
    void countsBelowNoughtThatFormulasGiveAreRefused() {
        String less = "{ of: 1, times: -1 }";
        Map<Dimension, Integer> scores = Map.of(Dimension.ADL, 100, Dimension.COGNITION, 16, Dimension.PERCEPTION, 12);
        assertRefused(CareAssessment.of(with("care.level", "级", less), scores, DAY), "E-BEN-012", "care.level");
        assertRefused(
                CareAssessment.of(with("care.impairment", "级", less), scores, DAY), "E-BEN-012", "care.impairment");
        assertRefused(
                pay(with("care.month_days", "天", less), span("2022-04", 1, 30, 4, "居家")),
                "E-BEN-012",
                "care.month_days");
    }
}
