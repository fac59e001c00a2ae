package org.tongchou.performance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.performance.scoring.Lines.facts;
import static org.tongchou.performance.scoring.Lines.number;
import static org.tongchou.performance.scoring.Lines.rule;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.scoring.Step.Count;

/** Every method, with figures of published sheets where there are any. */
class ScoringMethodsTest {
    private static String points(Method method, Facts facts) {
        return rule(method)
                .score(facts)
                .map(score -> score.points().toPlainString())
                .orElse("none");
    }

    /** Also compares scales away. */
    private static void assertPoints(Method method, Facts facts, String expected) {
        String given = points(method, facts);
        if (expected.equals("none") || given.equals("none")) {
            assertThat(given).isEqualTo(expected);
        } else {
            assertThat(number(given)).isEqualByComparingTo(number(expected));
        }
    }

    /** 宁德市 2024 年度 and 泉州市 2020 年度 self-reviews. */
    @ParameterizedTest
    @CsvSource({
        "4, ≥380, 380, 4",
        "10, ≤150, 148, 10",
        "3, =0, 0, 3",
        "3, ≠0, 0, 3",
        "1, ≤0, 0, 1",
        "5, 11, 12, 5",
        "3, ≥19, 18, none",
        "5, <30, 30, none",
        "5, >30, 30.01, 5",
        "5, ≤5, -2, 5",
        "5, ≥5, 完成, none",
        "5, 显著提升, 显著提升, none"
    })
    void fullWhenMet(String weight, String target, String actual, String expected) {
        assertPoints(new FullWhenMet(null), facts(weight, target, actual), expected);
    }

    @Test
    void fullWhenMetMayEndSomewhereAboveTheTarget() {
        FullWhenMet method = new FullWhenMet(number("20"));

        assertPoints(method, facts("10", "≥300", "360"), "10");
        assertPoints(method, facts("10", "≥300", "360.01"), "none");
        assertPoints(method, facts("10", "≤300", "3"), "10");
    }

    /** 泉州市 2020 年度 self-reviews. */
    @ParameterizedTest
    @CsvSource({
        "20, '正常运行,服务高效', '正常运行，服务 高效。', 20",
        "10, 逐步推开, 逐步推开, 10",
        "20, 显著提升, 较为显著提升, none",
        "20, 显著提升, '', none",
        "20, ≥5, ≥5, none"
    })
    void qualitativeFull(String weight, String target, String actual, String expected) {
        assertPoints(new QualitativeFull(), facts(weight, target, actual), expected);
    }

    /** 宁德市 2024 年度 and 泉州市 2020 年度 self-reviews, reports 宁医保绩〔2025〕2 and 4. */
    @ParameterizedTest
    @CsvSource({
        "5, ≥321.25, 318.69, 4.96",
        "4, ≥321.25, 318.69, 3.97",
        "3, ≥19, 18, 2.84",
        "2, ≥19, 18, 1.89",
        "5, 11, 1, 0.45",
        "10, ≥100, 99.92, 9.99",
        "10, =100, 120, 10",
        "10, ≥100, 0, 0",
        "10, ≥100, 100, none",
        "10, ≥100, -5, none",
        "10, ≤100, 120, none",
        "10, ≥0, -1, none",
        "10, '', 5, none"
    })
    void proportional(String weight, String target, String actual, String expected) {
        assertPoints(new Proportional(), facts(weight, target, actual), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10, ≤12, 15, 8",
        "10, <12, 12, 10",
        "10, ≤12, 12, none",
        "10, ≤0, 3, none",
        "10, ≥12, 3, none",
    })
    void reverseProportional(String weight, String target, String actual, String expected) {
        assertPoints(new ReverseProportional(), facts(weight, target, actual), expected);
    }

    @ParameterizedTest
    @CsvSource({"3, =0, 2, 0", "3, ≤0, 0.01, 0", "3, =0, 0, none", "3, ≤5, 6, none", "3, ≥0, 6, none", "3, =0, '', none"
    })
    void zeroWhenMissed(String weight, String target, String actual, String expected) {
        assertPoints(new ZeroWhenMissed(), facts(weight, target, actual), expected);
    }

    /** Two published scores of 山东省: 377 against ≥300 keeps 9.8 of 10, 489 % of the target keeps 9.5. */
    @ParameterizedTest
    @CsvSource({
        "10, ≥300, 377, 9.8",
        "10, ≥100, 489, 9.5",
        "10, ≥100, 120, none",
        "10, ≤100, 20, none",
        "10, ≥0, 20, none",
        "10, ≥100, 90, none",
    })
    void overFulfilment(String weight, String target, String actual, String expected) {
        Method method = new OverFulfilment(List.of(
                new OverFulfilment.Band(number("20"), number("98")),
                new OverFulfilment.Band(number("100"), number("95"))));

        assertPoints(method, facts(weight, target, actual), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "VALUE, COMPLETE, 10, 100, 85, 9",
        "VALUE, STARTED, 10, 100, 85, 8",
        "VALUE, STARTED, 10, 100, 80, 8",
        "VALUE, COMPLETE, 10, 100, 100, 10",
        "VALUE, COMPLETE, 10, 1000, 1, 0",
        "VALUE, COMPLETE, 10, ≤0, 20, 8",
        "COMPLETION, COMPLETE, 10, 50, 45, 9",
        "COMPLETION, STARTED, 10, 30, 29, 9",
        "COMPLETION, COMPLETE, 10, ≤0, 20, none",
        "RATE, COMPLETE, 10, 50, 30, 8",
        "VALUE, COMPLETE, 10, 100, -5, none"
    })
    void stepsTakePointsOff(
            Measure measure, Count count, String weight, String target, String actual, String expected) {
        Method method = new Step(number("1"), number("10"), measure, count, null, null);

        assertPoints(method, facts(weight, target, actual), expected);
    }

    @Test
    void stepsOfPercentagePointsLookAtCompletionWhereTheTargetIsNoRate() {
        Method method = new Step(number("1"), number("1"), Measure.RATE, Count.COMPLETE, null, null);

        assertPoints(method, facts(Subject.INDICATOR, "率", "10", "≥95", "%", "93", "", ""), "8");
        assertPoints(method, facts(Subject.INDICATOR, "人数", "10", "≥200", "人", "190", "", ""), "5");
    }

    @Test
    void stepsMayCostPointsFarAboveTheTarget() {
        Method method = new Step(number("1"), number("100"), Measure.VALUE, Count.COMPLETE, number("50"), number("3"));

        assertPoints(method, facts("10", "500", "980"), "7");
        assertPoints(method, facts("10", "500", "750"), "10");
        assertPoints(method, facts("2", "500", "980"), "0");
        assertPoints(method, facts("10", "≤500", "10"), "10");
        assertThat(method.monotone()).isFalse();
    }

    /** 宁夏: full at 90 %, pass at 80 %, zero at 50 %: above 60+40·(a−80)/10, below 60−60·(80−a)/30. */
    @ParameterizedTest
    @CsvSource({
        "10, 100, 95, 10",
        "10, 100, 90, 10",
        "10, 100, 85, 8",
        "10, 100, 80, 6",
        "10, 100, 65, 3",
        "10, 100, 50, 0",
        "10, 100, 20, 0",
        "10, 200, 170, 8",
        "10, 0, 5, none",
        "10, ≤100, 85, none",
        "10, 100, '', none"
    })
    void interpolation(String weight, String target, String actual, String expected) {
        Method method = new Interpolation(
                List.of(
                        new Interpolation.Anchor(number("50"), number("0")),
                        new Interpolation.Anchor(number("80"), number("60")),
                        new Interpolation.Anchor(number("90"), number("100"))),
                Measure.COMPLETION);

        assertPoints(method, facts(weight, target, actual), expected);
        assertThat(method.monotone()).isTrue();
    }

    /** 参保目标 ≥99 % 1, 98–99 % 0.5, else 0; 跨省直接结算率 65/70/80 %: 0.5, 1, 2, 3 (新疆 assessment of 2020). */
    @ParameterizedTest
    @CsvSource({"1, 99, 1", "1, 98.99, 0.5", "1, 97, 0", "2, 60, 0.5", "2, 65, 1", "2, 70, 2", "2, 80, 3", "2, -1, none"
    })
    void tiers(int table, String actual, String expected) {
        Method method = new Tiers(
                table == 1
                        ? List.of(tier("99", "1"), tier("98", "0.5"), tier("0", "0"))
                        : List.of(tier("80", "3"), tier("70", "2"), tier("65", "1"), tier("0", "0.5")),
                Measure.VALUE);

        assertPoints(method, facts("3", "≥60", actual), expected);
    }

    private static Tiers.Tier tier(String from, String points) {
        return new Tiers.Tier(number(from), number(points), null);
    }

    @Test
    void checklist() {
        Map<String, BigDecimal> items = new LinkedHashMap<>();
        items.put("有制度", number("2"));
        items.put("有台账", number("1.5"));
        Method method = new Checklist(items, Map.of("获表彰", number("3")), null);
        Facts facts = facts("5", "制度健全", "健全");

        assertPoints(method, facts, "none");
        assertPoints(method, facts.withChosen(Lines.chosen(null, List.of("有台账"), false)), "1.5");
        assertPoints(method, facts.withChosen(Lines.chosen(null, List.of("有台账", "有台账", "别的"), false)), "1.5");
        assertPoints(method, facts.withChosen(Lines.chosen(null, List.of("有台账", "有制度", "获表彰"), false)), "5");
        assertPoints(
                new Checklist(items, Map.of(), number("3")),
                facts.withChosen(Lines.chosen(null, List.of("有台账", "有制度"), false)),
                "3");
    }

    @Test
    void yesNo() {
        Method method = new YesNo(Set.of("是"), Set.of("否"));

        assertPoints(method, facts("5", "是否公开", "是"), "5");
        assertPoints(method, facts("5", "是否公开", " 否 "), "0");
        assertPoints(method, facts("5", "是否公开", "正在办理"), "none");
        assertPoints(method, facts("5", "是否公开", "否").withChosen(Lines.chosen(null, List.of(), true)), "5");
        assertPoints(method, facts("5", "是否公开", "").withChosen(new Chosen("", "", null, List.of(), true)), "none");
    }

    @ParameterizedTest
    @CsvSource({"100, 105, 5", "100, 104.99, 0", "0, 105, none", "-4, 105, none", "100, '', none", "'', 105, none"})
    void growth(String prior, String actual, String expected) {
        Facts plain = facts("5", "≥1", actual);
        Facts facts = new Facts(
                plain.subject(),
                plain.name(),
                plain.weight(),
                plain.target(),
                plain.actual(),
                prior.isEmpty() ? null : number(prior),
                "",
                "");

        assertPoints(new Growth(number("5")), facts, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "85, 较为显著提升, 17",
        "80, 较为显著提升, 16",
        "75, 部分达成预期, 15",
        "85, 部分达成预期, none",
        "40, 未达成预期, 8",
        "90, 达成预期指标, 18",
        "101, 达成预期, none"
    })
    void qualitativeBands(String share, String actual, String expected) {
        Method method = new QualitativeBands(List.of(
                new QualitativeBands.Band("达成预期", number("80"), number("100")),
                new QualitativeBands.Band("部分达成预期", number("60"), number("80")),
                new QualitativeBands.Band("未达成预期", number("0"), number("60"))));
        Facts facts = facts("20", "显著提升", actual);

        assertPoints(method, facts.withChosen(Lines.chosen(share, List.of(), false)), expected);
        assertPoints(method, facts, "none");
        assertPoints(method, facts.withChosen(new Chosen("张三", " ", number(share), List.of(), false)), "none");
    }

    /** 宁德市 2024 年度 self-reviews. */
    @ParameterizedTest
    @CsvSource({
        "136, 94.46, '', 6.95",
        "852.72, 852.68, '', 10",
        "100, 130, '', 10",
        "0, 0, '', none",
        "100, -1, '', none",
        "100, 90, 90, 10",
        "100, 89, 90, 8.9"
    })
    void executionRate(String budget, String executed, String fullFrom, String expected) {
        Method method = new ExecutionRate(fullFrom.isEmpty() ? null : number(fullFrom));

        assertPoints(method, Lines.execution(budget, executed), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "3, '预算执行率69.46%，扣 1 分', 2",
        "3, '一处不符扣0.5分，另一处扣１分', 1.5",
        "3, '一处扣0.5分，另一处扣1分，共扣1.5分', 1.5",
        "3, '每差1个百分点扣1分', none",
        "3, '若超过50%扣3分', none",
        "3, '扣5分', none",
        "3, '', none"
    })
    void statedDeduction(String weight, String reason, String expected) {
        assertPoints(new StatedDeduction(), Lines.item("预算执行率", weight, "", "", reason), expected);
    }

    @Test
    void statedFullYieldsToFiguresThatSayOtherwise() {
        assertPoints(new StatedFull(), Lines.item("时限", "3", "", "", "完成时间12个月，得满分"), "3");
        assertPoints(new StatedFull(), Lines.item("时限", "3", "", "", "未得满分"), "none");
        assertPoints(new StatedFull(), Lines.item("时限", "3", "≤12", "13", "完成时间13个月，得满分"), "none");
    }

    @Test
    void statedFullIsExplainedOnce() {
        Facts facts = Lines.item("时限", "3", "", "", "完成时间12个月，得满分");
        assertThat(Inference.explain(facts, number("3"), RulePacks.standard().of(null, null))
                        .explanation())
                .isEqualTo("原因栏写明得满分：3 分");
    }

    @Test
    void explanationsShowTheNumbers() {
        Facts missed = facts(Subject.INDICATOR, "服务站", "3", "≥19", "家", "18", "", "");
        Facts met = facts(Subject.INDICATOR, "覆盖率", "4", "=100", "%", "100", "", "");

        assertThat(rule(new Proportional()).score(missed).orElseThrow().explanation())
                .isEqualTo("目标 ≥19 家，完成 18 家，未达到：3 × 18 ÷ 19 = 2.84 分");
        assertThat(rule(new FullWhenMet(null)).score(met).orElseThrow().explanation())
                .isEqualTo("目标 =100%，完成 100%，达到：得满分 4 分");
        assertThat(rule(new ZeroWhenMissed())
                        .score(facts("3", "=0", "2"))
                        .orElseThrow()
                        .explanation())
                .isEqualTo("目标 =0，完成 2，未达到：不得分");
    }

    @Test
    void aRuleMayKeepOtherDecimalsAndConcernNamesOnly() {
        Facts facts = facts(Subject.INDICATOR, "服务站数量", "3", "≥19", "家", "18", "", "");
        ScoringRule tenths = new ScoringRule(
                "t", "规则", Set.of(Subject.INDICATOR), new Proportional(), "", "", "demo", "", List.of("服务站"), 1);
        ScoringRule others = new ScoringRule(
                "t", "规则", Set.of(Subject.INDICATOR), new Proportional(), "", "", "demo", "", List.of("满意度"), 1);

        assertThat(tenths.score(facts).orElseThrow().points()).isEqualByComparingTo("2.8");
        assertThat(others.score(facts)).isEmpty();
        assertThat(tenths.score(Lines.item("服务站数量", "3", "≥19", "18", ""))).isEmpty();
        assertThat(tenths.score(facts(Subject.INDICATOR, "服务站", "-3", "≥19", "", "18", "", "")))
                .isEmpty();
    }

    @Test
    void nonsenseParametersAreRefusedInChinese() {
        assertThatThrownBy(() -> new FullWhenMet(number("-1"))).hasMessageContaining("up_to");
        assertThatThrownBy(() -> new Step(number("1"), null, Measure.VALUE, Count.COMPLETE, null, null))
                .hasMessageContaining("deduct 与 every");
        assertThatThrownBy(() -> new Step(null, null, Measure.VALUE, Count.COMPLETE, null, null))
                .hasMessageContaining("应写明");
        assertThatThrownBy(() -> new Tiers(List.of(tier("1", "1"), tier("2", "0")), Measure.VALUE))
                .hasMessageContaining("从大到小");
        assertThatThrownBy(() -> new Tiers.Tier(number("1"), null, null)).hasMessageContaining("之一");
        assertThatThrownBy(() -> new ExecutionRate(number("101"))).hasMessageContaining("0 到 100");
        assertThatThrownBy(() -> new YesNo(Set.of("是"), Set.of("是"))).hasMessageContaining("不能既算是又算否");
        assertThatThrownBy(() -> new Checklist(Map.of("a", number("0")), Map.of(), null))
                .hasMessageContaining("应大于 0");
    }

    @Test
    void aNotEqualSignIsReadAsAnEqualSign() {
        Target misread = Lines.target("≠0", "人");
        assertThat(misread.read()).isEqualTo(Operator.NOT_EQUAL);

        assertPoints(new ZeroWhenMissed(), facts("3", "≠0", "5"), "0");
    }
}
