package org.tongchou.performance.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Kind;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.PerformanceDocument;

class ReportReaderTest {
    private static final String EVALUATION = """
            样例市医疗保障局文件

            样医保绩〔2025〕1号

            样例市医疗保障局 2024 年市级财政项目 ——服务站建设支出绩效评价报告

            市财政局：

            一、项目概况

            本项目累计安排资金 136 万元。年初预算资金 240 万元，年中调整资金为 136 万元。实际到位资金总额 136 万元。实际资金支

            出 94.46 万元。

            总分值100%，项目立项4分,资金管理8分,数量目标16分,总得分28分。评价等级:优。

            （1）数量目标目标1：建成服务站数量绩效目标值是小于等于20个，实际完成值为 18 个，目标完成；目标 2：培训

            次数2次，实际完成值为3次,目标完成率为150%。

            1. 决策（4%）指标体系得分 4 分，其中

            （1）项目立项满分 4 分，得 4 分。立项依据充分性本项目满分 4 分，得 4 分，得分原因为：符合规划和

            政策要求，得满分。

            2. 过程（9%）指标体系得分8分，其中：

            (1)资金管理满分9分,得8分。预算执行率本项目满分9分,得8分,扣分原因为:预算执行率69.46%,扣1分;

            3. 产出（16%）指标体系得分16分，其中：

            （1）数量目标满分16分，得16分。建成服务站数量本项目满分 16 分，得 16 分，得分原因为：建成18个，得满分。

            四、存在问题
            """;

    private static String plain(@Nullable PrintedNumber number) {
        return Read.plain(number);
    }

    private static String total(EvaluationReport report) {
        return report.total() == null ? "" : plain(report.total().value());
    }

    private static EvaluationReport only(String text) {
        PerformanceDocument document = Read.text(text);
        assertThat(document.reports()).hasSize(1);
        return document.reports().get(0);
    }

    private static String tree(EvaluationReport report) {
        return report.groups().stream().map(group -> tree(group, "")).collect(Collectors.joining());
    }

    private static String tree(Node node, String indent) {
        return indent
                + String.join(
                        "|",
                        node.name(),
                        plain(node.weight()),
                        plain(node.score()),
                        node.target().printed(),
                        node.actual().printed(),
                        node.reason())
                + "\n"
                + node.children().stream()
                        .map(child -> tree(child, indent + " "))
                        .collect(Collectors.joining());
    }

    @Test
    void readsPointsFromSentencesThatPageBreaksCut() {
        EvaluationReport report = only(EVALUATION);
        assertThat(report.kind()).isEqualTo(Kind.EVALUATION);
        assertThat(report.docNumber()).isEqualTo("样医保绩〔2025〕1号");
        assertThat(report.project()).isEqualTo("服务站建设");
        assertThat(report.amounts())
                .extracting(amount -> amount.name() + plain(amount.value()) + amount.unit())
                .containsExactly("累计安排136万元", "年初预算240万元", "实际到位136万元", "实际支出94.46万元");
        assertThat(total(report)).isEqualTo("28");
        assertThat(report.grade()).isEqualTo("优");
        assertThat(report.summary().keySet()).containsExactly("项目立项", "资金管理", "数量目标");
        assertThat(tree(report)).isEqualTo("""
                决策|4|4|||
                 项目立项|4|4|||
                  立项依据充分性|4|4|||符合规划和政策要求，得满分
                过程|9|8|||
                 资金管理|9|8|||
                  预算执行率|9|8||69.46%|预算执行率69.46%，扣1分
                产出|16|16|||
                 数量目标|16|16|||
                  建成服务站数量|16|16||18个|建成18个，得满分
                """);
        assertThat(report.completions())
                .extracting(one -> one.name() + "|" + one.target().printed() + "|"
                        + one.actual().printed() + "|" + plain(one.rate()))
                .containsExactly("建成服务站数量|小于等于20个|18|", "培训次数|2次|3|150");
        assertThat(report.first().row()).isEqualTo(1);
    }

    @Test
    void readsSelfEvaluationsThatListWeights() {
        EvaluationReport report = only("""
                项目支出绩效自评表（二）

                为提高资金使用绩效，对2020年度办公系统开展绩效评价。

                年初部门预算安排金额 20.00 万元，其中：财政资金 20.00 万元。

                本年度结余金额 0.00 万元。

                本年度结余金额 14.25 万元。

                结余率 71.25%。

                本项目绩效自评得分 95.45 分，等级为优秀，设置绩效目标 2 个，实际完成 1 个，具体情况如下：

                （一）产出指标

                1、数量指标

                - 1) 接入医院，目标值 1，实际完成 2，权重

                20.00, 得分 20.00。

                2、质量指标

                （二）效益指标

                1、社会效益指标

                1) 知晓程度, 目标值显著提升, 实际完成较为显著提升, 权重 20.00, 得分 18.00, 未完成原因: 宣传不够
                """);
        assertThat(report.kind()).isEqualTo(Kind.SELF_EVALUATION);
        assertThat(tree(report)).isEqualTo("""
                产出指标|||||
                 数量指标|||||
                  接入医院|20.00|20.00|1|2|
                效益指标|||||
                 社会效益指标|||||
                  知晓程度|20.00|18.00|显著提升|较为显著提升|宣传不够
                """);
        assertThat(report.counts()).containsOnlyKeys("设置绩效目标", "实际完成");
        assertThat(report.amounts())
                .extracting(amount -> amount.name() + plain(amount.value()) + amount.unit())
                .containsExactly("年初部门预算安排金额①20.00万元", "本年度结余金额④0.00万元", "本年度结余金额⑦14.25万元", "结余率⑧71.25%");
    }

    @Test
    void readsSelfEvaluationsInQuotedSentences() {
        EvaluationReport report = only("""
                专项资金绩效自评报告（四）

                对2020年救助资金开展绩效评价，自评得分99分（优），现报告如下。

                （一）产出指标（总分50分，自评得分50分）

                1. “救助人次”指标，绩效目标值3.5万人次。全年实际完成值4.1万人次。指标分值50分，自评得分50分。

                （二）满意度指标（总分10分，自评得分9分）

                “对象“满意”程度”指标，绩效目标值有所提高，全年实际完成值有所提高，指标分值10分，自评得分9分。
                """);
        assertThat(report.kind()).isEqualTo(Kind.SELF_EVALUATION);
        assertThat(total(report)).isEqualTo("99");
        assertThat(report.grade()).isEqualTo("优");
        assertThat(tree(report)).isEqualTo("""
                产出指标|50|50|||
                 救助人次|50|50|3.5万人次|4.1万人次|
                满意度指标|10|9|||
                 对象“满意”程度|10|9|有所提高|有所提高|
                """);
    }

    @Test
    void readsSelfEvaluationsByTarget() {
        EvaluationReport report = only("""
                专项资金绩效自评报告（五）

                对2020年业务经费进行绩效自评，自评得分24.99分（优），现报告如下。

                （一）产出指标（得分24.99）

                1. 时效指标

                目标：药品结算率达到100%。**实际完成：**至12月底，药

                品结算率99.92%。指标分值10分，自评得分9.99分。

                2. 数量指标

                目标1：业务量150万人次。实际完成：业务量253.38万人次。指标分值15分，自评得分15分。
                """);
        assertThat(total(report)).isEqualTo("24.99");
        assertThat(tree(report)).isEqualTo("""
                产出指标||24.99|||
                 时效指标|||||
                  药品结算率达到100%|10|9.99|||
                 数量指标|||||
                  业务量150万人次|15|15|||
                """);
    }

    @Test
    void endsAReportWhereTheNextPartBegins() {
        PerformanceDocument document = Read.text(EVALUATION + "\n三、名词解释说明表\n\n" + EVALUATION.replace("1号", "2号"));
        assertThat(document.reports())
                .extracting(EvaluationReport::docNumber)
                .containsExactly("样医保绩〔2025〕1号", "样医保绩〔2025〕2号");
        assertThat(Read.text("项目支出绩效评价报告\n\n本年没有评价。\n").reports()).isEmpty();
    }

    @Test
    void givesAReportTheSheetOfItsProject() {
        PerformanceDocument document = Read.text(LayoutSamples.FUJIAN + "\n" + EVALUATION);
        assertThat(document.reports().get(0).sheet()).isZero();
        assertThat(document.reports().get(0).project()).isEqualTo("服务站建设");
        assertThat(Read.text(LayoutSamples.MARKED + "\n" + EVALUATION)
                        .reports()
                        .get(0)
                        .sheet())
                .isEqualTo(-1);
    }
}
