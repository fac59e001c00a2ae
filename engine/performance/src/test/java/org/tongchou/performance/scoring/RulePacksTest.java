package org.tongchou.performance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.performance.scoring.Lines.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped packs, which one applies, and what is said of mistakes in a pack. */
class RulePacksTest {
    private static final String HEAD = """
            id: test
            region: 某省
            from: 2020
            source: 某省财政厅通知
            trust: demo
            extends: national
            """;
    private static final String RULE = """
            rules:
              - id: own
                name: 自定
                for: indicator
                says: 说明
                source: 通知 第三条
                trust: demo
            """;

    @Test
    void everyShippedRuleSaysWhatItDoesAndWhereItComesFrom() {
        assertThat(RulePacks.standard().all())
                .extracting(RulePack::id)
                .containsExactly("national", "fujian", "shandong", "ningxia", "wuhan");
        assertThat(RulePacks.standard().all()).allSatisfy(pack -> {
            assertThat(pack.rules()).extracting(ScoringRule::id).doesNotHaveDuplicates();
            assertThat(pack.rules()).allSatisfy(rule -> {
                assertThat(rule.says()).isNotBlank();
                assertThat(rule.source()).isNotBlank();
                assertThat(rule.origin()).matches("\\w+\\.yaml:\\d+");
            });
            assertThat(pack.describe()).hasSizeGreaterThan(pack.rules().size() + 1);
        });
    }

    /** A score that only another rule would give must stay unexplained in the published sheets of 福建省. */
    @Test
    void fujianHasOnlyTheRulesThatItsSheetsShow() {
        RulePack fujian = RulePacks.standard().of("泉州市", 2020);

        assertThat(fujian.rules())
                .extracting(ScoringRule::id)
                .containsExactly(
                        "full_when_met",
                        "qualitative_full",
                        "execution_rate",
                        "proportional",
                        "reverse_proportional",
                        "zero_when_missed",
                        "stated_deduction",
                        "stated_full");
        assertThat(fujian.rules())
                .extracting(ScoringRule::method)
                .contains(new FullWhenMet(null), new ExecutionRate(null));
        assertThat(fujian.weights().values()).extracting(Number::intValue).containsExactly(10, 50, 30, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "宁德市, 2024, fujian",
        "宁德, 2024, fujian",
        "福建省, 2020, fujian",
        "福建, 2020, fujian",
        "福建省宁德市, 2024, fujian",
        "福建省古田县, 2024, fujian",
        "武汉市, 2023, wuhan",
        "湖北省武汉市, 2023, wuhan",
        "宁夏, 2022, ningxia",
        "银川市, 2022, ningxia",
        "山东省, 2023, shandong",
        "甘肃省, 2023, national",
        "福建省, 2015, national",
        "福, 2023, national",
        "'', 2023, national"
    })
    void theClosestPackApplies(String region, int year, String id) {
        assertThat(RulePacks.standard().of(region, year).id()).isEqualTo(id);
    }

    @Test
    void withoutRegionOrYearTheNationalOrLatestPackApplies() {
        assertThat(RulePacks.standard().of(null, null).id()).isEqualTo("national");
        assertThat(RulePacks.standard().of("宁德市", null).id()).isEqualTo("fujian");
    }

    @ParameterizedTest
    @CsvSource({"宁夏, 10, 85, 8", "山东省, 10, 489, 9.5", "山东省, 10, 120, 10", "甘肃省, 10, 85, 8.5"})
    void regionsScoreTheSameResultDifferently(String region, String weight, String actual, String expected) {
        Verdict verdict = Inference.explain(
                Lines.facts(weight, "≥100", actual),
                number(expected),
                RulePacks.standard().of(region, 2023));

        assertThat(verdict.reproduced()).isTrue();
    }

    @Test
    void aBureauAddsAPackAndReplacesAShippedOne(@TempDir Path folder) throws IOException {
        Path added = Files.writeString(
                folder.resolve("某省.yaml"), HEAD + RULE + "    method: step\n    deduct: 1\n    every: 5\n");
        Path replaced = Files.writeString(
                folder.resolve("fujian.yaml"),
                HEAD.replace("id: test", "id: fujian").replace("某省", "福建省") + "without: [proportional]\n");

        RulePack pack = RulePacks.with(added).of("某省", 2024);
        RulePack fujian = RulePacks.with(replaced).of("福建省", 2024);

        assertThat(pack.rules().get(0).id()).isEqualTo("own");
        assertThat(pack.rules().get(0).origin()).isEqualTo("某省.yaml:8");
        assertThat(fujian.rules())
                .extracting(ScoringRule::id)
                .contains("qualitative_bands")
                .doesNotContain("proportional");
        assertThat(RulePacks.standard().of("某省", 2024).id()).isEqualTo("national");
    }

    /** The guide's example is a pack that works, and scores as the guide says. */
    @Test
    void theExampleOfTheGuideWorks() throws IOException {
        String guide = Files.readString(Path.of("../../docs/scoring-rules.md"));
        String example = guide.substring(guide.indexOf("   id: mousheng"), guide.lastIndexOf("   ```"));

        RulePack pack =
                RulePacks.standard().plus("某省.yaml", example.stripIndent()).of("甲市", 2025);
        Facts facts = Lines.facts(Subject.INDICATOR, "刷卡率", "10", "≥95", "%", "92.6", "", "");

        assertThat(guide)
                .contains(pack.rules().get(0).score(facts).orElseThrow().explanation());
        assertThat(pack.rules())
                .extracting(ScoringRule::id)
                .startsWith("step", "full_when_met")
                .doesNotContain("proportional", "qualitative_bands");
        assertThat(Inference.explain(Lines.execution("100", "96"), number("10"), pack)
                        .label())
                .isEqualTo("execution_rate");
        assertRefused(example.stripIndent().replace("every: 1", "every: 一"), "t.yaml:15", "every 应为数字，得到“一”");
    }

    private static void assertRefused(String text, String place, String said) {
        assertThatThrownBy(() -> RulePacks.standard().plus("t.yaml", text))
                .isInstanceOf(RulePackException.class)
                .hasMessageStartingWith(place)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'    method: stepp'; 14; method 应为 full_when_met、qualitative_full",
                "'    method: step\n    deduct: 1'; 8; deduct 与 every 应同时写明",
                "'    method: step\n    deduct: 一\n    every: 1'; 15; deduct 应为数字，得到“一”",
                "'    method: step\n    deduct: 1\n    every: 1\n    unit: 人'; 17; 不认识“unit”",
                "'    method: step\n    deduct: 1\n    every: 1\n    measure: 人'; 17; measure 应为 percent、rate、value 之一",
                "'    method: proportional\n    name: 又一'; 15; “name”重复",
                "'    method: proportional\n    decimals: 2.5'; 15; decimals 应为 0 到 6 的整数",
                "'    method: over_fulfilment\n    bands:\n      - {over: 50, keep: 95}\n      - {over: 20, keep: 98}'; 8; 从小到大",
                "'    method: over_fulfilment\n    bands:\n      - {over: 50, kept: 95}'; 16; 缺少 keep",
                "'    method: over_fulfilment'; 8; bands 不能为空",
                "'    method: interpolation\n    points:\n      - {achieved: 90, percent: 100}\n      - {achieved: 50, percent: 0}'; 8; 从小到大",
                "'    method: tiers\n    tiers:\n      - {from: 9}'; 16; 之一",
                "'    method: tiers\n    tiers:\n      - 9'; 16; 每项应为",
                "'    method: execution_rate\n    full_from: 190'; 8; 应在 0 到 100 之间",
                "'    method: checklist\n    items: 三项'; 15; 名称: 值",
            })
    void mistakesInRulesAreNamedWithLineAndRemedy(String method, int line, String said) {
        assertRefused(HEAD + RULE + method + "\n", "t.yaml:" + line, said);
    }

    @Test
    void mistakesInPacksAreNamedWithLineAndRemedy() {
        assertRefused(
                HEAD.replace("trust: demo", "trust: sure"), "t.yaml:5", "trust 应为 official、published figure、demo 之一");
        assertRefused(HEAD.replace("source: 某省财政厅通知\n", ""), "t.yaml:1", "缺少 source");
        assertRefused(
                HEAD + RULE.replace("    source: 通知 第三条\n", "") + "    method: proportional\n",
                "t.yaml:8",
                "缺少 source");
        assertRefused(
                HEAD + RULE.replace("indicator", "line") + "    method: proportional\n",
                "t.yaml:10",
                "for 应为 indicator");
        assertRefused(
                HEAD + RULE.replace("    for: indicator\n", "") + "    method: proportional\n", "t.yaml:8", "缺少 for");
        assertRefused(HEAD.replace("2020", "二〇二〇"), "t.yaml:3", "from 应为数字");
        assertRefused(HEAD.replace("from: 2020", "from: 20200"), "t.yaml:3", "1990 到 2100");
        assertRefused(HEAD + "to: 2019\n", "t.yaml:7", "to 应不早于 from 2020");
        assertRefused(HEAD + "without: [guess]\n", "t.yaml:7", "没有规则“guess”");
        assertRefused(HEAD.replace("national", "nation"), "t.yaml:6", "extends 应为 national、fujian");
        assertRefused(HEAD.replace("extends: national\n", ""), "t.yaml:1", "缺少 grades");
        assertRefused(HEAD + "grade: []\n", "t.yaml:7", "不认识“grade”");
        assertRefused(HEAD + "grades:\n  - {word: 优, from: 80}\n  - {word: 良, from: 90}\n", "t.yaml:8", "从大到小");
        assertRefused(HEAD + "grades:\n  - {word: 优, from: 80}\n", "t.yaml:8", "最后一级");
        assertRefused(HEAD + "weights: {产出指标: 50}\n", "t.yaml:7", "合计应为 100");
        assertRefused(HEAD.replace("某省", "福建省"), "t.yaml:1", "重叠");
        assertRefused("- id: x\n", "t.yaml:1", "键: 值");
        assertRefused("", "t.yaml:1", "键: 值");
        assertRefused("id: [x\n", "t.yaml:", "不是有效的 YAML");
        String own = RULE + "    method: proportional\n";
        assertRefused(HEAD + own + own.substring("rules:\n".length()), "t.yaml:15", "规则 own 重复");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> RulePacks.with(folder.resolve("无.yaml")))
                .isInstanceOf(RulePackException.class)
                .hasMessageContaining("无.yaml：规则文件无法读取");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 优",
        "90, 优",
        "89.99, 良",
        "80, 良",
        "79, 中",
        "60, 中",
        "59.99, 差",
        "0, 差",
        "-1, ",
    })
    void grades(String total, @Nullable String word) {
        Grades grades = RulePacks.standard().of(null, null).grades();

        assertThat(grades.of(number(total)).orElse(null)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "优, 96, true",
        "优秀, 95.45, true",
        "优（S≥90）, 96.96, true",
        "' 优 秀 ', 90, true",
        "☑良（90＞S≥80）, 85, true",
        "优, 89, false",
        "中等, 70, true",
        "较差, 59, true",
        "好, 95, false",
        "'', 95, false",
        "差, -1, false"
    })
    void printedGrades(String printed, String total, boolean fits) {
        assertThat(RulePacks.standard().of(null, null).grades().fits(printed, number(total)))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "'90%以上得满分，80%-90%得一半，80%以下不得分', 85, 5",
        "'90%以上得满分，80%-90%得一半，80%以下不得分', 90, 10",
        "'90%以上得满分，80%-90%得一半，80%以下不得分', 79.9, 0",
        "'≥90%得10分，80%（含）—90%得5分，否则不得分', 80, 5",
        "'90％以上得满分，80％以上90％以下得一半，80％以下不得分', 85, 5",
        "'≥90%得10分，≥80%且<90%得5分', 85, 5",
        "'完成率每低1个百分点扣0.5分，扣完为止', 95, 7.5",
        "'每低1个百分点扣1分，不足1个百分点按1个百分点计', 99.5, 9",
        "'每少５人扣２分', 90, 6",
        "'每差10人扣1分', 10, 1"
    })
    void standardsAreReadAsRules(String standard, String actual, String expected) {
        List<ScoringRule> rules = StatedRules.of(standard);

        assertThat(rules).allSatisfy(rule -> assertThat(rule.origin()).isEqualTo(standard));
        assertThat(rules.stream()
                        .flatMap(rule -> rule.score(Lines.facts("10", "≥100", actual)).stream())
                        .map(Score::points)
                        .map(points -> points.compareTo(number(expected))))
                .contains(0);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "100%",
        "≥70%",
        "'服务对象满意度是否达到80%'",
        "'通办服务事项占所有服务事项比例达到90%以上'",
        "'依据文件要求'",
        "'90%以上得满分'",
        "'90%以上得满分，80%-90%得一半，群众反映好的得5分'",
    })
    void whatStatesNoRuleGivesNone(String standard) {
        assertThat(StatedRules.of(standard)).isEmpty();
    }
}
