package org.tongchou.accounts.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The same quantity with two values. */
class RepeatedFactsTest {
    private static final String WORK = "三、部门主要工作总结";
    private static final String REPORT = "第五部分 绩效评价报告";

    private static List<String> find(String... paragraphs) {
        return RepeatedFacts.find(Narratives.read(paragraphs)).stream()
                .map(fact -> fact.words() + " " + fact.first().value() + "/"
                        + fact.second().value())
                .toList();
    }

    @Test
    void findsQuotedTermsWithDifferentShares() {
        var facts = RepeatedFacts.find(Narratives.read(
                WORK, "“夜间办”窗口由原来的 3 个增加到 8 个，占有全部窗口的 40.5%。", REPORT, "“夜间办”的窗口占比达 45.5%。", "“夜间办”窗口占比达 45.5%。"));
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.words()).isEqualTo("“夜间办”窗口占比");
            assertThat(fact.first().value()).isEqualByComparingTo("40.5");
            assertThat(fact.first().place().row()).isEqualTo(2);
            assertThat(fact.second().value()).isEqualByComparingTo("45.5");
            assertThat(fact.further())
                    .singleElement()
                    .satisfies(figure -> assertThat(figure.place().row()).isEqualTo(5));
        });
    }

    @Test
    void findsLongNamesThatAreSlightlyOff() {
        assertThat(find(WORK, "民办社区药房接入统一结算平台数量从原来的 20 家增加到 966 家。", REPORT, "共有 967 家社区药房接入统一结算平台。"))
                .containsExactly("社区药房接入统一结算平台 966/967");
        assertThat(find(WORK, "社区药房接入统一结算平台 300 家。", REPORT, "共有 967 家社区药房接入统一结算平台。"))
                .as("too far apart for a slip")
                .isEmpty();
    }

    @Test
    void leavesAgreementTargetsAndFormerValuesAlone() {
        assertThat(find(WORK, "“夜间办”窗口占比达 40%。", REPORT, "“夜间办”窗口占比达 40.0%。")).isEmpty();
        assertThat(find(WORK, "“夜间办”窗口占比达 40%。", REPORT, "目标：“夜间办”窗口占比达 50%。")).isEmpty();
        assertThat(find(WORK, "“夜间办”窗口占比达 40%。", REPORT, "“夜间办”窗口占比 30%以上。")).isEmpty();
        assertThat(find(WORK, "“夜间办”窗口占比由 30% 提高到 40%。", REPORT, "“夜间办”窗口占比达 40%。"))
                .isEmpty();
        assertThat(find(WORK, "2030年“夜间办”窗口占比达 30%。", REPORT, "2031年“夜间办”窗口占比达 40%。"))
                .isEmpty();
    }

    @Test
    void findsActualValuesAfterATarget() {
        assertThat(find(WORK, "“夜间办”窗口占比达 40%。", REPORT, "目标：“夜间办”窗口占比达 50%；实际完成“夜间办”窗口占比达 45%。"))
                .containsExactly("“夜间办”窗口占比 40/45");
    }

    @Test
    void leavesOtherPopulationsUnitsAndProjectsAlone() {
        assertThat(find(WORK, "职工政策范围内住院报销比例 90.5%。", REPORT, "居民政策范围内住院报销比例 90.1%。"))
                .isEmpty();
        assertThat(find(WORK, "“夜间办”窗口 3 个。", REPORT, "“夜间办”窗口 3.5 万人次。")).isEmpty();
        assertThat(find("第五部分 绩效评价报告（一）", "“夜间办”窗口占比达 40%。", "绩效评价报告（二）", "“夜间办”窗口占比达 50%。"))
                .as("indicators of two projects")
                .isEmpty();
    }

    @Test
    void leavesTheAccountsToTheChecks() {
        assertThat(find("第三部分 情况说明", "一、收入情况", "2031年度收入总计 10.1 万元。", "二、其他", "2031年度收入总计 10.2 万元。"))
                .isEmpty();
    }
}
