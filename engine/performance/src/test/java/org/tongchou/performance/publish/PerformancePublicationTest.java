package org.tongchou.performance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Kind;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;
import org.tongchou.accounts.source.format.SourceReader;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;
import org.tongchou.accounts.write.WriteProblem;
import org.tongchou.accounts.write.Written;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.figures.SampleDocuments;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;

class PerformancePublicationTest {
    private static final PerformanceDocument DOCUMENT = SampleDocuments.document();

    @TempDir
    Path directory;

    /** Rows as text: cells with their figures, {@code -} for a covered cell. */
    private static String text(List<List<GridCell>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<GridCell> row : rows) {
            lines.add(String.join(
                    "|",
                    row.stream()
                            .map(cell -> cell.kind() == Kind.COVERED
                                    ? "-"
                                    : cell.figure() == null
                                            ? cell.text()
                                            : cell.figure().toPlainString())
                            .toList()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String text(Sheet sheet) {
        Grid grid = PerformancePublication.grid(sheet, 2024);
        return text(grid.header()) + text(grid.rows());
    }

    @Test
    void laysOutASelfEvaluationWithBudgetAndExecution() {
        Grid grid = PerformancePublication.grid(SampleDocuments.execution(SheetKind.SELF_EVALUATION), 2024);
        assertThat(grid.topic()).isEmpty();
        assertThat(grid.title()).isEqualTo("项目支出绩效自评表");
        assertThat(grid.caption()).containsExactly("（2024 年度）");
        assertThat(grid.header()).isEmpty();
        assertThat(text(grid.rows())).isEqualTo("""
                        项目名称|-|-|乡镇医保服务站建设|-|-|-|-|-
                        主管部门|-|-|样例市医疗保障局|-|实施单位|-|样例市医疗保险基金中心|-
                        项目资金(万元)||-|年初预算数|全年预算数|全年执行数|分值|执行率|得分
                        -|年度资金总额|-|1500.00|1480.50|1480.50|10|100.00|10
                        -|其中：当年财政拨款|-|1500.00|1480.50|1480.50||100.00|
                        -|其他资金|-|0.00|0.00|0.00||0.00|
                        年度总体目标|预期目标|-|-|-|实际完成情况|-|-|-
                        -|服务站覆盖全部乡镇，检查问题当年整改。|-|-|-|服务站建成 18 家；问题全部整改。|-|-|-
                        绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|指标分值|自评得分|偏差原因分析及改进措施
                        -|产出指标|数量指标|建成乡镇医保服务站数量|≥19家|18|30|28.42|一处选址调整，下年补建
                        -|-|-|组织基金专项检查次数|≥2次|3|10|10|
                        -|-|质量指标|投诉办结率|=100%|100.00|20|20|
                        -|效益指标|社会效益指标|政策知晓程度|明显提升|明显提升|20|18.00|宣传覆盖不均
                        -|满意度指标|服务对象满意度指标|办事群众满意度|90|92.5|10|10|
                        总分|-|-|-|-|-|100|96.42|
                        自评得分等次|-|-|-|-|-|优|-|-
                        """);
        assertThat(grid.rows().get(9).get(1).rowSpan()).isEqualTo(3);
        assertThat(grid.rows().get(9).get(2).rowSpan()).isEqualTo(2);
        assertThat(grid.rows().get(8).get(0).rowSpan()).isEqualTo(6);
    }

    @Test
    void laysOutMoneyBySourceInMarkedColumns() {
        assertThat(text(SampleDocuments.marked())).isEqualTo("""

                        专项名称|-|基金监管专项|-|-|部门预算功能科目|-|2101505|-|-|-
                        单位名称|-|样例市医疗保障局机关|-|-|单位编码|-|360001|-|-|-
                        财政资金安排和使用情况|资金结构 (万元)|专项资金预算安排、支出情况|-|-|-|项目单位实际支出情况（汇总全市项目单位情况）|-|-|-|-
                        -|-|年初部门预算安排金额（含历年结余结转）①|年中调整金额②|年度拨付金额③|本年度结余金额④=①+②-③|实际到位金额⑤|实际支出金额⑥|本年度结余金额⑦|结余率(%)⑧=⑦/⑤|-
                        -|合计|20.00|0.00|20.00|0.00|20.00|5.75|14.25|71.25|-
                        -|①中央财政资金|||||||||-
                        -|其他资金小计|0.00|0.00|0.00||||||-
                        年度总体目标完成情况|预期目标|-|-|-|目标实际完成情况|-|-|-|-|-
                        -|服务站覆盖全部乡镇，检查问题当年整改。|-|-|-|服务站建成 18 家；问题全部整改。|-|-|-|-|-
                        年度绩效指标完成情况|一级指标|二级指标|三级指标|指标解释|评分标准|绩效目标值|实际完成值|指标分值|得分|未完成原因
                        -|产出指标|数量指标|建成乡镇医保服务站数量|出处：年度计划；口径：建成乡镇医保服务站数量|每少一成扣一成|≥19家|18|30|28.42|一处选址调整，下年补建
                        -|-|-|组织基金专项检查次数|出处：年度计划；口径：组织基金专项检查次数|每少一成扣一成|≥2次|3|10|10|
                        -|-|质量指标|投诉办结率|出处：年度计划；口径：投诉办结率|每少一成扣一成|=100%|100.00|20|20|
                        -|效益指标|社会效益指标|政策知晓程度|出处：年度计划；口径：政策知晓程度|每少一成扣一成|明显提升|明显提升|20|18.00|宣传覆盖不均
                        -|满意度指标|服务对象满意度指标|办事群众满意度|出处：年度计划；口径：办事群众满意度|每少一成扣一成|90|92.5|10|10|
                        合计|-|-|-|-|-|-|-|100|96.42|
                        自评得分等次|-|-|-|-|-|-|-|优|-|-
                        """);
    }

    @Test
    void marksColumnsOnlyWhereReasonsNeedOne() {
        Sheet sheet = SampleDocuments.marked();
        Sheet met = new Sheet(
                sheet.kind(),
                sheet.title(),
                sheet.project(),
                sheet.funding(),
                sheet.goal(),
                sheet.indicators().stream().map(line -> line.withReason("")).toList(),
                sheet.totals(),
                sheet.first(),
                sheet.last());
        assertThat(PerformancePublication.grid(met, null).rows())
                .allSatisfy(row -> assertThat(row).hasSize(10));
        assertThat(text(met)).doesNotContain("未完成原因").contains("|优|-\n");
    }

    @Test
    void laysOutTargets() {
        Grid grid = PerformancePublication.grid(SampleDocuments.targets(), 2024);
        assertThat(grid.title()).isEqualTo("乡镇医保服务站建设绩效目标表");
        assertThat(text(grid.rows())).isEqualTo("""
                        部门预算功能科目|2101599|-|-|-
                        项目资金（万元）|资金总额：|-|268.00|-
                        -|财政拨款：|-|268.00|-
                        -|其他资金：|-|0.00|-
                        总体目标|服务站覆盖全部乡镇，检查问题当年整改。|-|-|-
                        绩效目标指标|一级指标|二级指标|三级指标|目标值
                        -|产出指标|数量指标|建成乡镇医保服务站数量|≥19家
                        -|-|-|组织基金专项检查次数|≥2次
                        -|-|质量指标|投诉办结率|=100%
                        -|效益指标|社会效益指标|政策知晓程度|明显提升
                        -|满意度指标|服务对象满意度指标|办事群众满意度|90
                        """);
    }

    @Test
    void namesDepartmentsAndTransfersAsTheirFormsDo() {
        assertThat(text(SampleDocuments.execution(SheetKind.DEPARTMENT)))
                .contains("部门（单位）名称|-|-|样例市医疗保障局|-|部门预算编码|-|360|-\n项目资金(万元)|")
                .contains("年度总体目标|预期目标|-|-|-|目标实际完成情况|-|-|-\n");
        assertThat(text(SampleDocuments.execution(SheetKind.REGION)))
                .contains("转移支付(项目)名称|-|-|乡镇医保服务站建设|")
                .contains("中央主管部门|-|-|样例市医疗保障局|-|地方主管部门|-|样例市医疗保险基金中心|-\n")
                .contains("资金情况(万元)||-|年初预算数|")
                .contains("|全年实际完成情况|-|-|-\n");
    }

    @Test
    void laysOutMonitoredValues() {
        assertThat(PerformancePublication.grid(SampleDocuments.monitoring(), 2024)
                        .title())
                .isEqualTo("绩效运行监控表");
        assertThat(text(SampleDocuments.monitoring()))
                .contains("项目资金(万元)||-|年初预算数|1-6月执行数|1-6月执行率|-|-|-\n")
                .contains("-|年度资金总额|-|1500.00|640.10|42.67|-|-|-\n")
                .containsPattern("\\|三级指标\\|年度指标值\\|(?:1-6月完成值\\|全年预计完成值|全年预计完成值\\|1-6月完成值)\\|偏差原因分析及改进措施")
                .doesNotContain("总分");
    }

    @Test
    void laysOutASystemOfPointsWithARepeatingHeader() {
        Grid grid = PerformancePublication.grid(SampleDocuments.system(), 2024);
        assertThat(text(SampleDocuments.system()))
                .contains("决策|项目立项|立项依据充分性|符合得满分，每缺一项扣 0.5 分|3|3|\n-|-|立项程序规范性|")
                .contains("过程|资金管理|预算执行率|符合得满分，每缺一项扣 0.5 分|3|2.84|缺一项材料\n合计|-|-|-|8|7.34|\n");
        assertThat(grid.rows().get(0).get(0).text()).isEqualTo("项目名称");
    }

    @Test
    void printsASummaryList() {
        Grid grid = PerformancePublication.grid(SampleDocuments.list());
        assertThat(grid.caption()).containsExactly("单位：万元");
        assertThat(text(grid.header()) + text(grid.rows())).isEqualTo("""
                        序号|项目名称|全年预算数|全年执行数|执行率（%）|自评得分|自评等次
                        1|乡镇医保服务站建设|1480.50|1480.50|100.00|96.42|优
                        2|基金监管专项|20.00|||88|
                        """);
    }

    private static List<String> lines(List<Content> contents) {
        return contents.stream()
                .map(content ->
                        content instanceof Content.Heading heading ? heading.text() : ((Content.Text) content).text())
                .toList();
    }

    @Test
    void writesAnEvaluationReportInFiveParts() {
        ReportTexts texts = new ReportTexts(
                List.of("服务站由基金中心建设。"), List.of(), List.of("一是选址晚。", "二是支付慢。"), List.of("提前选址。"), List.of());
        assertThat(lines(PerformancePublication.contents(SampleDocuments.evaluation(), 2024, texts)))
                .containsExactly(
                        "样例市医疗保障局 2024 年市级财政项目——乡镇医保服务站建设支出绩效评价报告",
                        "样医保绩〔2025〕3号",
                        "评价项目：乡镇医保服务站建设（2024 年度）",
                        "一、项目概况",
                        "服务站由基金中心建设。",
                        "二、项目实施基本情况",
                        "（一）项目组织管理情况",
                        "（待填写：项目组织管理情况）",
                        "（二）项目财务管理状况",
                        "本项目累计安排资金 136 万元，其中：市级财政资金 136 万元。实际到位资金总额 136.00 万元。实际资金支出 94.46 万元。",
                        "三、项目绩效分析",
                        "（一）项目绩效评价工作开展情况",
                        "设置绩效目标 2 个。",
                        "评价总分 70 分，项目立项 5 分，资金管理 8.84 分，数量指标 15.20 分，总得分 99 分。评价等级：优。",
                        "（二）项目绩效目标完成情况",
                        "（1）数量指标目标 1：建成乡镇医保服务站数量绩效目标值是 19 家，实际完成值为 18 家，目标完成率为 94.74%。",
                        "（2）目标 1：政策知晓程度绩效目标值是明显提升，实际完成值为明显提升。",
                        "（三）项目绩效分析",
                        "1. 决策（15%）指标体系得分 15 分，其中：",
                        "（1）项目立项满分 5 分，得 5 分。立项依据充分性本项目满分 3 分，得 3 分，得分原因为：依据齐全，得满分；立项程序规范性本项目满分 2 分，得 2 分。",
                        "2. 过程（15%）指标体系得分 8.84 分，其中：",
                        "（1）资金管理满分 9 分，得 8.84 分。预算执行率本项目满分 3 分，得 2.84 分，扣分原因为：资金使用率 94.67%。",
                        "3. 产出（40%）指标体系得分 15.20 分，其中：",
                        "（1）数量指标满分 16 分，得 15.20 分。建成乡镇医保服务站数量本项目满分 16 分，得 15.20 分，扣分原因为：建成 18 家。",
                        "四、存在问题和改进措施",
                        "（一）项目存在的问题",
                        "一是选址晚。",
                        "二是支付慢。",
                        "（二）项目改进措施",
                        "提前选址。",
                        "五、下一步意见和建议",
                        "（待填写：下一步意见和建议）");
    }

    @Test
    void writesASelfEvaluationReport() {
        assertThat(lines(PerformancePublication.contents(SampleDocuments.selfEvaluation(), 2024, ReportTexts.NONE)))
                .contains(
                        "自评项目：参保扩面专项（2024 年度）",
                        "（待填写：项目基本情况）",
                        "年初部门预算安排金额 1222.43 万元。",
                        "（待填写：主要成效）",
                        "（一）产出指标（总分 50 分，自评得分 48.5 分）",
                        "1. “参保人数”指标，绩效目标值 599 万人。全年实际完成值 605.85 万人。指标分值 10 分，自评得分 10 分。",
                        "2. “按时办结率”指标，绩效目标值 ≥90%。全年实际完成值 88.2%。指标分值 40 分，自评得分 38.5 分。未完成原因：窗口人员不足。",
                        "（二）效益指标（自评得分 40 分）",
                        "1. 社会效益指标（总分 40 分，自评得分 40 分）",
                        "（1）“知晓程度”指标，绩效目标值提升。全年实际完成值提升。指标分值 40 分，自评得分 40 分。",
                        "（待填写：存在的主要问题）",
                        "（待填写：改进措施）")
                .noneMatch(line -> line.contains("下一步"))
                .anyMatch(line -> line.startsWith("本项目绩效自评得分 98.50 分，等级为优秀，"));
    }

    @Test
    void ordersADocumentByKindAndAddsWhatPeopleWrote() {
        Publication publication = PerformancePublication.of(
                DOCUMENT,
                Map.of("R1", new ReportTexts(List.of("自己写的概况。"), List.of(), List.of(), List.of(), List.of())));
        assertThat(publication.title()).containsExactly("样例市医疗保障局", "2024 年度", "绩效信息");
        assertThat(publication.contents().stream()
                        .filter(Content.Heading.class::isInstance)
                        .map(Content.Heading.class::cast)
                        .map(Content.Heading::text)
                        .limit(7))
                .containsExactly(
                        "一、项目支出绩效自评表",
                        "二、项目支出绩效目标表",
                        "三、部门整体绩效自评表",
                        "四、区域绩效自评表",
                        "五、绩效运行监控表",
                        "六、绩效评价指标体系评分表",
                        "七、绩效自评汇总表");
        assertThat(publication.contents()).contains(new Content.Text("自己写的概况。"));
        assertThat(publication.contents().stream().filter(Grid.class::isInstance))
                .hasSize(8);
    }

    @Test
    void writesEveryFormat() throws Exception {
        Written written =
                PublicationWriter.writeAll(PerformancePublication.of(DOCUMENT), directory, EnumSet.allOf(Format.class));
        assertWritten(written);
        Path html = directory.resolve("样例市医疗保障局2024年度绩效信息.html");
        assertThat(Files.readString(html)).contains("政策知晓程度", "rowspan=\"3\"", "（待填写：改进措施）");
    }

    @Test
    void writesEverySheetReportAndListUnderAnotherName() {
        List<Publication> parts = new ArrayList<>();
        DOCUMENT.sheets().forEach(sheet -> parts.add(PerformancePublication.of(DOCUMENT, sheet)));
        DOCUMENT.reports().forEach(report -> parts.add(PerformancePublication.of(DOCUMENT, report, ReportTexts.NONE)));
        DOCUMENT.lists().forEach(list -> parts.add(PerformancePublication.of(DOCUMENT, list)));
        List<Path> files = new ArrayList<>();
        for (Publication part : parts) {
            Written written =
                    PublicationWriter.writeAll(part, directory, EnumSet.of(Format.DOCX, Format.XLSX, Format.HTML));
            assertThat(written.problems()).isEmpty();
            files.addAll(written.paths());
        }
        assertThat(files).hasSize(parts.size() * 3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"DOCX", "XLSX", "HTML"})
    void everyCellReadsBackWhereItWasPut(Format format) {
        Publication publication = PerformancePublication.of(DOCUMENT);
        Written written = PublicationWriter.writeAll(publication, directory, EnumSet.of(format));
        List<List<List<String>>> read = SourceReader.read(written.paths().get(0)).blocks().stream()
                .filter(RawTable.class::isInstance)
                .map(RawTable.class::cast)
                .map(table -> table.rows().stream().map(RawRow::cells).toList())
                .toList();
        List<List<List<String>>> laidOut = publication.contents().stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .map(PerformancePublicationTest::cells)
                .toList();
        assertThat(read).containsExactlyElementsOf(laidOut);
    }

    /** Header and rows as a reader sees them. */
    private static List<List<String>> cells(Grid grid) {
        return Stream.concat(grid.header().stream(), grid.rows().stream())
                .map(row -> row.stream()
                        .map(cell -> cell.figure() == null ? cell.text() : PrintedNumber.print(cell.figure()))
                        .toList())
                .toList();
    }

    private static void assertWritten(Written written) {
        assertThat(written.problems())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(WriteProblem.NO_FONT));
        assertThat(written.paths().size() + written.problems().size()).isEqualTo(Format.values().length);
        assertThat(written.files()).containsKeys(Format.XLSX, Format.DOCX, Format.HTML);
    }
}
