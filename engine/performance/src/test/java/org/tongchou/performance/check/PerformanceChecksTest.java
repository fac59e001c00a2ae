package org.tongchou.performance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.tongchou.performance.check.CheckSamples.BUREAU;
import static org.tongchou.performance.check.CheckSamples.MARKED;
import static org.tongchou.performance.check.CheckSamples.MONITORED;
import static org.tongchou.performance.check.CheckSamples.TARGETS;
import static org.tongchou.performance.check.CheckSamples.with;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.read.PerformanceReader;

/** Every check once where it holds and once where it does not. */
class PerformanceChecksTest {
    /** Checks that say something only when it does not hold. */
    private static final Set<String> SILENT = Set.of("perf.money-twice", "perf.one-actual", "perf.zero-base");

    /** Needs documents of several years: tested by itself. */
    private static final String UNCHANGED = "perf.unchanged";

    private static List<CheckResult> results(String text, String id) {
        return PerformanceAuditor.standard().audit(CheckSamples.read(text)).results().stream()
                .filter(result -> result.check().equals(id))
                .toList();
    }

    private static List<CheckResult> broken(List<CheckResult> results) {
        return results.stream()
                .filter(result -> result.outcome() != Outcome.PASS && result.outcome() != Outcome.SKIP)
                .toList();
    }

    static Stream<Arguments> cases() {
        String spent = "150.00|120.00|90.50";
        return Stream.of(
                arguments("perf.weights", BUREAU, with(BUREAU, "|19|40|38|", "|19|41|38|")),
                arguments("perf.weights-printed", BUREAU, with(BUREAU, "100|95.54\n", "99|95.54\n")),
                arguments("perf.total", BUREAU, with(BUREAU, "100|95.54\n", "100|95.55\n")),
                arguments("perf.score-bound", BUREAU, with(BUREAU, "|19|40|38|", "|19|40|41|")),
                arguments("perf.score-negative", BUREAU, with(BUREAU, "|19|40|38|", "|19|40|-1|")),
                arguments("perf.score", BUREAU, with(BUREAU, "|19|40|38|", "|19|40|37.77|")),
                arguments("perf.grade", BUREAU, with(BUREAU, "自评得分等次|良", "自评得分等次|优")),
                arguments("perf.rate", BUREAU, with(BUREAU, "|10|75.42|7.54", "|10|75.43|7.54")),
                arguments(
                        "perf.money-sources",
                        BUREAU,
                        with(BUREAU, "|其中：当年财政拨款|" + spent, "|其中：当年财政拨款|150.00|121.00|90.50")),
                arguments("perf.money-fiscal", MARKED, with(MARKED, "|①中央财政资金|8.00", "|①中央财政资金|9.00")),
                arguments(
                        "perf.money-undrawn",
                        MARKED,
                        with(MARKED, "|合计|20.00|1.00|20.50|0.50", "|合计|20.00|1.00|20.50|0.60")),
                arguments(
                        "perf.money-unspent",
                        MARKED,
                        with(MARKED, "|合计|20.00|1.00|20.50|0.50|20.50|5.75", "|合计|20.00|1.00|20.50|0.50|20.50|5.65")),
                arguments("perf.money-rest-rate", MARKED, with(MARKED, "14.75|71.95", "14.75|72.95")),
                arguments("perf.money-target", TARGETS, with(TARGETS, "268.00", "269.00")),
                arguments("perf.money-target-fiscal", TARGETS, with(TARGETS, "|60.00", "|61.00")),
                arguments(
                        "perf.money-department",
                        BUREAU,
                        with(BUREAU, "|300.00|300.00|270.00", "|300.00|200.00|270.00")),
                arguments("perf.money-twice", BUREAU, with(BUREAU, "30.25|30.25|30.25", "40.50|40.50|40.50")),
                arguments("perf.money-accounts", BUREAU, with(BUREAU, "|400.00|100.00|300.00", "|80.00|20.00|60.00")),
                arguments("perf.list-rate", BUREAU, with(BUREAU, "|75.42|95.54", "|76.42|95.54")),
                arguments("perf.direction", BUREAU, with(BUREAU, "≥310万人|320|25", "≤310万人|320|25")),
                arguments("perf.one-target", BUREAU, with(BUREAU, "≥310万人|320|25", "≥330万人|320|25")),
                arguments("perf.one-actual", BUREAU, with(BUREAU, "≥310万人|320|25", "≥310万人|321|25")),
                arguments("perf.prior", MARKED, with(MARKED, "服务 3上年度数值：1100.5", "服务 3上年度数值：1010.5")),
                arguments("perf.said-again", BUREAU, with(BUREAU, "约320万人", "约316.9万人")),
                arguments("perf.reason", BUREAU, with(BUREAU, "|一处选址调整", "|")),
                arguments("perf.weak-target", BUREAU, with(BUREAU, "≥5场|5|", "≥2场|5|")),
                arguments("perf.forecast", MONITORED, with(MONITORED, "|8家|19家|", "|8家|17家|")),
                arguments("perf.zero-base", BUREAU, with(BUREAU, "是20家，实际完成值为19家", "是0家，实际完成值为0家")),
                arguments("perf.all-top", BUREAU, with(BUREAU, "100|86\n", "100|96\n")),
                arguments("perf.stated", BUREAU, with(BUREAU, "对3个项目", "对4个项目")),
                arguments("perf.stated-money", BUREAU, with(BUREAU, "200.25", "201.25")),
                arguments("report.total", BUREAU, with(BUREAU, "总得分95.54分", "总得分95分")),
                arguments(
                        "report.total-items",
                        with(BUREAU, "（总分60分，自评得分46分）", "", "（总分40分，自评得分40分）", ""),
                        with(BUREAU, "（总分60分，自评得分46分）", "", "（总分40分，自评得分40分）", "", "绩效自评得分86分", "绩效自评得分87分")),
                arguments("report.overview", BUREAU, with(BUREAU, "数量指标58分，总", "数量指标57分，总")),
                arguments("report.weights", BUREAU, with(BUREAU, "本项目满分40分，得38分", "本项目满分41分，得38分")),
                arguments("report.part-score", BUREAU, with(BUREAU, "满分60分，得58分", "满分60分，得57分")),
                arguments("report.part-weight", BUREAU, with(BUREAU, "满分60分，得58分", "满分61分，得58分")),
                arguments("report.goals", BUREAU, with(BUREAU, "设置绩效目标3个", "设置绩效目标4个")),
                arguments("report.done", BUREAU, with(BUREAU, "实际完成2个", "实际完成3个")),
                arguments("report.rate", BUREAU, with(BUREAU, "目标完成率为95%", "目标完成率为96%")),
                arguments("report.points", BUREAU, with(BUREAU, "指标分值35分，自评得分21分", "指标分值35分，自评得分20分")),
                arguments(
                        "report.sheet-weights",
                        BUREAU,
                        with(BUREAU, "本项目满分40分，得38分", "本项目满分45分，得38分", "人数本项目满分20分，得20分", "人数本项目满分15分，得20分")),
                arguments("report.names", BUREAU, with(BUREAU, "建成服务站本项目", "建成服务点本项目")),
                arguments("report.levels", BUREAU, with(BUREAU, "（1）数量指标满分", "（1）质量指标满分")),
                arguments("report.values", BUREAU, with(BUREAU, "实际完成值为19家", "实际完成值为18家")),
                arguments("report.money", BUREAU, with(BUREAU, "累计安排资金120.00", "累计安排资金121.00")),
                arguments("report.sheet-total", BUREAU, with(BUREAU, "绩效自评得分86分", "绩效自评得分85分")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void holdsHereAndIsBrokenThere(String id, String holding, String breaking) {
        List<CheckResult> good = results(holding, id);
        assertThat(broken(good)).extracting(CheckResult::message).isEmpty();
        if (!SILENT.contains(id)) {
            assertThat(good).extracting(CheckResult::outcome).contains(Outcome.PASS);
        }
        List<CheckResult> bad = broken(results(breaking, id));
        assertThat(bad).isNotEmpty().allSatisfy(result -> {
            assertThat(result.message()).isNotBlank();
            assertThat(result.cells()).isNotEmpty();
        });
    }

    @Test
    void everyCheckHasACase() {
        assertThat(cases().map(one -> (String) one.get()[0]))
                .containsExactlyInAnyOrderElementsOf(PerformanceChecks.list().stream()
                        .map(PerformanceCheck::id)
                        .filter(id -> !id.equals(UNCHANGED))
                        .toList());
    }

    @Test
    void targetsThatStayForThreeYearsAreNamed() {
        PerformanceDocument now = year(2024, "≥20家");
        List<PerformanceDocument> same = List.of(year(2022, "≥20家"), year(2023, "≥20家"));
        List<PerformanceDocument> raised = List.of(year(2022, "≥18家"), year(2023, "≥20家"));
        assertThat(unchanged(now, same)).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.WARN);
            assertThat(result.message()).contains("建成服务站", "连续 3 年未变");
        });
        assertThat(unchanged(now, raised)).extracting(CheckResult::outcome).containsExactly(Outcome.PASS);
        assertThat(unchanged(now, same.subList(1, 2))).isEmpty();
    }

    private static List<CheckResult> unchanged(PerformanceDocument now, List<PerformanceDocument> earlier) {
        return PerformanceAuditor.standard().audit(now, null, earlier).results().stream()
                .filter(result -> result.check().equals(UNCHANGED))
                .toList();
    }

    /** The sheet of targets in a year, its project named with the year as projects that go on are. */
    private static PerformanceDocument year(int year, String target) {
        String text = with(TARGETS, "服务站建设绩效目标表", year + "年服务站建设绩效目标表").replace("≥20家", target);
        AccountsDocument accounts = CheckSamples.read(text);
        PerformanceDocument read = PerformanceReader.read(accounts.raw(), accounts.meta());
        return new PerformanceDocument(
                read.file(),
                read.region(),
                read.bureau(),
                year,
                read.sheets(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void whatAgreesHasNoFindings() {
        for (String text : List.of(BUREAU, MARKED, TARGETS)) {
            PerformanceAudit audit = PerformanceAuditor.standard().audit(CheckSamples.read(text));
            assertThat(audit.document().problems()).isEmpty();
            assertThat(audit.unexplained()).isZero();
            assertThat(broken(audit.results())).extracting(CheckResult::message).isEmpty();
        }
    }

    @Test
    void roundingOfPrintedFiguresIsAllowedForAndSaid() {
        assertThat(results(BUREAU, "perf.rate"))
                .filteredOn(result -> result.cause() == Cause.ROUNDING)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(Outcome.PASS));
        assertThat(broken(results(with(BUREAU, "|10|75.42|7.54", "|10|75.43|7.54"), "perf.rate")))
                .hasSize(1);
        assertThat(broken(results(with(BUREAU, "100|95.54\n", "100|95.55\n"), "perf.total")))
                .hasSize(1);
    }

    @Test
    void moneyOfASheetInYuanIsComparedInTenThousands() {
        String yuan = with(
                BUREAU,
                "部门预算功能科目|2101505\n项目资金(万元)",
                "部门预算功能科目|2101505\n项目资金(元)",
                "|150.00|120.00|90.50|10|75.42|7.54",
                "|1500000.00|1200000.00|905000.00|10|75.42|7.54",
                "|150.00|120.00|90.50|—|75.42|",
                "|1500000.00|1200000.00|905000.00|—|75.42|");
        for (String check : List.of("perf.money-accounts", "perf.stated-money")) {
            assertThat(results(yuan, check))
                    .isNotEmpty()
                    .extracting(CheckResult::outcome)
                    .containsOnly(Outcome.PASS);
        }
        assertThat(broken(results(with(yuan, "|905000.00|10", "|4010000.00|10"), "perf.money-accounts")))
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("401", "400", "万元"));
    }

    @Test
    void whatRoundingAddsIsNoContradictionOfTheAccounts() {
        String check = "perf.money-accounts";
        assertThat(results(with(BUREAU, "|400.00|100.00|300.00", "|90.49|0.00|90.49"), check))
                .extracting(CheckResult::outcome)
                .containsOnly(Outcome.PASS);
        assertThat(broken(results(with(BUREAU, "|400.00|100.00|300.00", "|90.48|0.00|90.48"), check)))
                .hasSize(1);
    }

    @Test
    void withoutNumbersNothingPasses() {
        String bare = with(BUREAU, "100|95.54\n", "|\n", "100|86\n", "|\n", "100|100\n", "|\n");
        assertThat(results(bare, "perf.total")).extracting(CheckResult::outcome).doesNotContain(Outcome.PASS);
        assertThat(PerformanceAuditor.standard()
                        .audit(CheckSamples.read("样例市医疗保障局2024年度部门决算\n"))
                        .results())
                .isEmpty();
    }
}
