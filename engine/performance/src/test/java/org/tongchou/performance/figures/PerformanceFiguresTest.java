package org.tongchou.performance.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.figures.PerformanceFigures.Loaded;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.model.Target;

class PerformanceFiguresTest {
    private static final String SHEET = """
            year: 2024
            sheets:
              - kind: 项目支出绩效自评表
                project: {name: 乡镇医保服务站建设, unit: 样例市医疗保险基金中心}
                money:
                  columns: [年初预算数, 全年预算数, 得分]
                  rows:
                    - [年度资金总额, "1,500.00", 1480.50, ~]
                indicators:
                  - {level1: 产出指标, level2: 数量指标, name: 服务站数量, op: "≥", target: 19, unit: 家, actual: "18", weight: 3, score: 2.84, reason: 选址调整}
                  - {name: 知晓程度, words: 明显提升, actual: 有所提升, weight: 20, score: 18.00}
                  - {name: 满意度, target: 90.00, unit: "%", actual: 92.5%, prior: 88.10}
                totals: {weight: 100, score: 96.00, grade: 优}
            """;

    @TempDir
    Path directory;

    @Test
    void readsAFileAPersonWrote() {
        Loaded loaded = PerformanceFigures.parse("performance.yaml", SHEET);
        assertThat(loaded.problems()).isEmpty();
        PerformanceDocument document = loaded.document().orElseThrow();
        assertThat(document.file()).isEqualTo("performance.yaml");
        assertThat(document.year()).isEqualTo(2024);
        Sheet sheet = document.sheets().get(0);
        assertThat(sheet.kind()).isEqualTo(SheetKind.SELF_EVALUATION);
        assertThat(sheet.project().unit()).isEqualTo("样例市医疗保险基金中心");
        assertThat(sheet.funding().unit()).isEqualTo(MoneyUnit.WAN_YUAN);
        assertThat(sheet.funding().total("年初预算数")).isEqualTo(PrintedNumber.parse("1500.00"));
        assertThat(sheet.funding().total("得分")).isNull();
        assertThat(sheet.totals().score()).isEqualTo(PrintedNumber.parse("96.00"));
        assertThat(sheet.totals().place()).isEqualTo(Place.line(13));

        Indicator first = sheet.indicators().get(0);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.target()).isEqualTo(SampleDocuments.target("≥", "19", "家"));
        assertThat(first.actual()).isEqualTo(new Actual("18", PrintedNumber.parse("18")));
        assertThat(first.score()).isEqualTo(PrintedNumber.parse("2.84"));
        assertThat(first.reason()).isEqualTo("选址调整");
        assertThat(first.place()).isEqualTo(Place.line(10));

        assertThat(sheet.indicators().get(1).target()).isEqualTo(Target.words("明显提升"));
        assertThat(sheet.indicators().get(1).actual()).isEqualTo(new Actual("有所提升", null));

        Indicator bare = sheet.indicators().get(2);
        assertThat(bare.target())
                .isEqualTo(new Target("90.00", null, Operator.AT_LEAST, PrintedNumber.parse("90.00"), "%"));
        assertThat(bare.actual().value()).isEqualTo(PrintedNumber.parse("92.5"));
        assertThat(bare.prior()).isEqualByComparingTo("88.1");
        assertThat(bare.weight()).isNull();
    }

    @Test
    void theExampleOfThePageLoads() throws Exception {
        String page = Files.readString(Path.of("../../docs/performance-figures.md"));
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n"));
        Loaded loaded = PerformanceFigures.parse("performance.yaml", yaml);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.document().orElseThrow().sheets().get(0).indicators()).hasSize(2);
    }

    @Test
    void loadsFromAFileOrItsFolder() throws Exception {
        Path file = directory.resolve(PerformanceFigures.FILE);
        Files.writeString(file, "\uFEFF" + PerformanceFigures.write(SampleDocuments.document()));
        assertThat(PerformanceFigures.load(file)).isEqualTo(PerformanceFigures.load(directory));
        assertThat(PerformanceFigures.load(file).document())
                .get()
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(?s)(?:.*\\.)?(?:place|first|last)")
                .isEqualTo(SampleDocuments.document());
    }

    @Test
    void writesOneReadableLineAnIndicator() {
        assertThat(PerformanceFigures.write(SampleDocuments.document()))
                .contains("      - {level1: 产出指标, level2: 数量指标, name: 建成乡镇医保服务站数量, op: \"≥\", target: 19, unit: 家,"
                        + " actual: \"18\", weight: 30, score: 28.42, reason: 一处选址调整，下年补建}\n")
                .contains("        - [年度资金总额, 1500.00, 1480.50, 1480.50, 10, 100.00, 10]\n")
                .contains("        - [其中：当年财政拨款, 1500.00, 1480.50, 1480.50, ~, 100.00, ~]\n")
                .contains("words: 明显提升, actual: 明显提升, weight: 20, score: 18.00")
                .contains("""
                                  - name: 项目立项
                                    weight: 5
                                    score: 5
                                    parts:
                                      - {name: 立项依据充分性, weight: 3, score: 3, reason: 依据齐全}
                        """);
    }

    @Test
    void keepsWhatIsPrintedOtherwise() {
        Target spaced = new Target("≥19 家", Operator.AT_LEAST, Operator.AT_MOST, PrintedNumber.parse("19"), "家");
        Indicator line = sheetOf(SampleDocuments.execution(SheetKind.REGION)
                        .indicators()
                        .get(0)
                        .withTarget(spaced))
                .indicators()
                .get(0);
        assertThat(line.target()).isEqualTo(spaced);
    }

    private static Sheet sheetOf(Indicator indicator) {
        Sheet sheet = SampleDocuments.execution(SheetKind.REGION);
        Sheet one = new Sheet(
                sheet.kind(),
                sheet.title(),
                sheet.project(),
                sheet.funding(),
                sheet.goal(),
                List.of(indicator),
                sheet.totals(),
                sheet.first(),
                sheet.last());
        PerformanceDocument document =
                new PerformanceDocument("", null, null, null, List.of(one), List.of(), List.of(), List.of(), List.of());
        return PerformanceFigures.parse("x.yaml", PerformanceFigures.write(document))
                .document()
                .orElseThrow()
                .sheets()
                .get(0);
    }

    @Test
    void refusesToWriteMoneyOfAnUnknownColumn() {
        Funding funding = new Funding(
                MoneyUnit.YUAN,
                List.of("预算数"),
                List.of(new Funding.Line("合计", Map.of("执行数", PrintedNumber.parse("1")), Place.line(1))));
        Sheet sheet = SampleDocuments.targets();
        Sheet broken = new Sheet(
                sheet.kind(),
                sheet.title(),
                sheet.project(),
                funding,
                sheet.goal(),
                sheet.indicators(),
                sheet.totals(),
                sheet.first(),
                sheet.last());
        PerformanceDocument document = new PerformanceDocument(
                "", null, null, null, List.of(broken), List.of(), List.of(), List.of(), List.of());
        assertThatThrownBy(() -> PerformanceFigures.write(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("执行数");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    score: 2.84     | score: 二点八    | E-ACC-041 performance.yaml L10：字段 score 的值“二点八”应为数字，如 217.28
                    target: 19      | target: "≥19家"  | E-ACC-041 performance.yaml L10：字段 target 的值“≥19家”应为数字，如 90；比较符写在 op，单位写在 unit，文字目标写在 words
                    op: "≥"         | op: 不少于       | E-ACC-041 performance.yaml L10：字段 op 的值“不少于”应为≥、≤、=、<、>、≠ 或 qualitative
                    reason: 选址    | reson: 选址      | W-ACC-043 performance.yaml L10：不认识的字段 reson，没有使用，请检查拼写
                    year: 2024      | year: 24         | E-ACC-041 performance.yaml L1：字段 year 的值“24”应为四位年份，如 2024
                    1480.50, ~      | 1480.50, ~, 1    | E-ACC-041 performance.yaml L8：字段 rows 的值“1”应为与 columns 一样多的 3 个数字，多了
                    1480.50, ~      | 约千, ~          | E-ACC-041 performance.yaml L8：字段 全年预算数 的值“约千”应为数字，如 217.28，空白写 ~
                    kind: 项目支出绩效自评表 | title: 表 | E-ACC-040 performance.yaml L3：缺少字段 kind，应为项目支出绩效自评表、
                    totals: {       | totals: [{       | E-ACC-041 performance.yaml L
                    [年度资金总额   | {年度资金总额    | E-ACC-041 performance.yaml L
                    year: 2024      | year: [2024]     | E-ACC-041 performance.yaml L1：字段 year 的值“”应为一个值，不是列表或“键: 值”
                    score: 2.84     | weight: 2.84     | E-ACC-041 performance.yaml L10：字段 weight 写了两次，应只写一次
                    """)
    void namesFieldValueAndLine(String right, String wrong, String problem) {
        Loaded loaded = PerformanceFigures.parse("performance.yaml", SHEET.replace(right, wrong));
        assertThat(loaded.problems()).hasSize(1);
        assertThat(loaded.problems().get(0).line()).startsWith(problem);
        assertThat(loaded.document().isPresent())
                .isEqualTo(!loaded.problems().get(0).code().fatal());
    }

    @Test
    void reportsEveryProblemNotOnlyTheFirst() {
        Loaded loaded =
                PerformanceFigures.parse("p.yaml", SHEET.replace("2.84", "多").replace("18.00", "少"));
        assertThat(loaded.problems()).extracting(Problem::place).containsExactly(Place.line(10), Place.line(11));
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws Exception {
        assertThat(PerformanceFigures.load(directory).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.FIGURES_MISSING))
                .satisfies(problem -> assertThat(problem.line()).contains("performance.yaml：文件不存在"));
        Path other = Files.write(directory.resolve("gbk.yaml"), "year: 二〇二四".getBytes(Charset.forName("GBK")));
        assertThat(PerformanceFigures.load(other).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).contains("gbk.yaml：文件不是 UTF-8 编码"));
        assertThat(PerformanceFigures.parse("list.yaml", "- 1").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).startsWith("E-ACC-041 list.yaml L1：文件应为"));
    }

    @Test
    void readsRareCharactersWhereverTheyStand() {
        for (int before = 1000; before < 1030; before++) {
            String yaml = "file: " + "x".repeat(before) + "𠮷" + "\nyear: 2024\n";
            assertThat(PerformanceFigures.parse("p.yaml", yaml).document())
                    .get()
                    .extracting(PerformanceDocument::year)
                    .isEqualTo(2024);
        }
    }
}
