package org.tongchou.performance.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.model.SummaryList;

class PerformanceReaderTest {
    private static Sheet only(String text) {
        PerformanceDocument document = Read.text(text);
        assertThat(document.problems()).isEmpty();
        assertThat(document.sheets()).hasSize(1);
        return document.sheets().get(0);
    }

    private static String plain(@Nullable PrintedNumber number) {
        return Read.plain(number);
    }

    /** Every cell of the indicators: levels, name, target with its unit, value, points, reason. */
    private static String lines(Sheet sheet) {
        return sheet.indicators().stream()
                .map(line -> String.join(
                        "|",
                        line.level1(),
                        line.level2(),
                        line.level3(),
                        line.target().printed(),
                        plain(line.target().value()) + line.target().unit(),
                        line.actual().printed(),
                        plain(line.weight()),
                        plain(line.score()),
                        line.reason()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String money(Funding funding) {
        return funding.unit().printed() + funding.columns() + "\n"
                + funding.rows().stream()
                        .map(row -> row.name()
                                + row.values().values().stream()
                                        .map(PerformanceReaderTest::plain)
                                        .toList())
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void readsFormsThatTouchAndRunOverPages() {
        List<Sheet> sheets = Read.text(LayoutSamples.FUJIAN).sheets();
        assertThat(sheets).hasSize(2);
        Sheet first = sheets.get(0);
        assertThat(first.kind()).isEqualTo(SheetKind.SELF_EVALUATION);
        assertThat(first.title()).isEqualTo("项目支出绩效自评表");
        assertThat(first.project()).isEqualTo(new Sheet.Project("服务站建设", "样例市医疗保障局", "样例市医保中心", "", "", ""));
        assertThat(first.goal()).isEqualTo(new Sheet.Goal("服务站覆盖全部乡镇。", "服务站全部建成。"));
        assertThat(money(first.funding())).isEqualTo("""
                        万元[年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分]
                        年度资金总额[150.00, 148.00, 148.00, 10, 100.00, 10]
                        其中：当年财政拨款[150.00, 148.00, 148.00, 100.00]
                        其他资金[0.00, 0.00, 0.00, 0.00]
                        """);
        assertThat(lines(first)).isEqualTo("""
                        成本指标|经济成本指标|建设经费总额|≤150万元|150万元|148|10|10|
                        效益指标|社会效益指标|覆盖乡镇数量|≥18个|18个|18|20|20|
                        产出指标|数量指标|建成乡镇服务站点|≥19家|19家|18|20|18.95|一处选址调整，下年补建
                        产出指标|数量指标|组织经办人员业务培训并考核|≥2次|2次|3|10|10|
                        产出指标|质量指标|投诉办结率|=100%|100%|100|10|10|
                        产出指标|时效指标|完成时限|≤12个月|12个月|12|10|10|
                        满意度指标|服务对象满意度指标|群众满意度|≥90%|90%|92.5|10|10|
                        """);
        assertThat(plain(first.totals().weight())).isEqualTo("100");
        assertThat(plain(first.totals().score())).isEqualTo("98.95");
        assertThat(first.where()).isEqualTo("L6-L27");
        Sheet second = sheets.get(1);
        assertThat(second.project().name()).isEqualTo("政策宣传");
        assertThat(lines(second)).isEqualTo("产出指标|数量指标|宣传场次|≥5场|5场|5|90|90|\n");
        assertThat(plain(second.totals().score())).isEqualTo("100");
    }

    @Test
    void readsMoneyBySourceAndWhatIndicatorsMean() {
        Sheet sheet = only(LayoutSamples.MARKED);
        assertThat(sheet.title()).isEqualTo("项目支出绩效自评表（三）");
        assertThat(sheet.project()).isEqualTo(new Sheet.Project("办公信息系统", "", "样例市医疗保障局机关", "2101502", "360001", ""));
        assertThat(money(sheet.funding())).isEqualTo("""
                        万元[年初部门预算安排金额①, 年中调整金额②, 年度拨付金额③, 本年度结余金额④, 实际到位金额⑤, 实际支出金额⑥, 本年度结余金额⑦, 结余率⑧]
                        合计[20.00, 1.00, 21.00, 0.00, 21.00, 5.75, 15.25, 72.62]
                        财政资金小计[20.00, 1.00, 21.00, 0.00, 21.00, 5.75, 15.25, 72.62]
                        ①中央财政资金[20.00, 1.00, 21.00, 0.00, 21.00, 5.75, 15.25, 72.62]
                        ④历年结余资金[]
                        其他资金小计[0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00]
                        1.[0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00]
                        """);
        assertThat(sheet.goal()).isEqualTo(new Sheet.Goal("建成系统", "已建成系统"));
        assertThat(lines(sheet)).isEqualTo("""
                        产出指标|数量指标|接入医院|12.00|12.00家|15|50|50|
                        产出指标|数量指标|培训次数|2.00|2.00次|1|10|5|
                        效益指标|社会效益指标|办事效率|明显提升||有所提升|40|38|
                        """);
        Indicator first = sheet.indicators().get(0);
        assertThat(first.prior()).isEqualByComparingTo("11.5");
        assertThat(first.explanation()).startsWith("1指标出处：计划");
        assertThat(first.standard()).isEqualTo("≥12家");
        assertThat(sheet.indicators().get(1).prior()).isNull();
        assertThat(sheet.totals().grade()).isEqualTo("优秀");
    }

    @Test
    void readsTargetsWhoseLevelsStandInWrongColumns() {
        PerformanceDocument document = Read.text(LayoutSamples.TARGETS);
        assertThat(document.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.ROW_SHIFTED);
            assertThat(problem.message()).contains("错位", "已按内容归位");
        });
        Sheet sheet = document.sheets().get(0);
        assertThat(sheet.kind()).isEqualTo(SheetKind.TARGETS);
        assertThat(sheet.project().name()).isEqualTo("服务站建设");
        assertThat(sheet.goal().expected()).isEqualTo("全面建成");
        assertThat(money(sheet.funding())).isEqualTo("""
                        万元[金额]
                        资金总额[268.00]
                        财政拨款[260.00]
                        当年财政拨款[260.00]
                        上年结转结余财政拨款[0.00]
                        其他资金[8.00]
                        """);
        assertThat(lines(sheet)).isEqualTo("""
                        成本指标|经济成本指标|建设经费控制率|≤100%|100%||||
                        产出指标|数量指标|建成服务站数量|≥19家|19家||||
                        产出指标|质量指标|验收合格率|=100%|100%||||
                        产出指标|时效指标|完成及时率|≥95%|95%||||
                        效益指标|社会效益指标|覆盖率|≥95%|95%||||
                        满意度指标|服务对象满意度指标|群众满意度|≥90%|90%||||
                        """);
    }

    @Test
    void readsTransfersWithAndWithoutPoints() {
        Sheet sheet = only(LayoutSamples.TRANSFER);
        assertThat(sheet.kind()).isEqualTo(SheetKind.REGION);
        assertThat(sheet.project()).isEqualTo(new Sheet.Project("医疗服务与保障能力提升补助", "国家医疗保障局", "样例市医疗保障局", "", "", ""));
        assertThat(sheet.goal()).isEqualTo(new Sheet.Goal("提升经办能力。", "经办能力提升。"));
        assertThat(money(sheet.funding())).isEqualTo("""
                        万元[全年预算数, 全年执行数, 执行率]
                        年度资金总额[200.00, 190.00, 95.00]
                        其中：中央财政资金[120.00, 115.00, 95.83]
                        地方资金[80.00, 75.00, 93.75]
                        其他资金[0.00, 0.00]
                        """);
        assertThat(lines(sheet)).isEqualTo("""
                        产出指标|数量指标|接入医院数量|≥12家|12家|11|||一家停业
                        产出指标|质量指标|接口合格率|≥95%|95%|100%|||
                        效益指标|社会效益指标|经办便捷程度|明显提高||明显提高|||
                        满意度指标|服务对象满意度指标|群众满意度|≥85%|85%|91%|||
                        """);
        Sheet scored = only(LayoutSamples.TRANSFER_SCORED);
        assertThat(scored.kind()).isEqualTo(SheetKind.REGION);
        assertThat(scored.project()).isEqualTo(new Sheet.Project("医疗救助补助", "样例市医疗保障局", "样例市医保中心", "", "", ""));
        assertThat(plain(scored.funding().total("得分"))).isEqualTo("9.5");
        assertThat(lines(scored)).isEqualTo("""
                        产出指标|数量指标|救助人次|≥1000人次|1000人次|1200人次|50|50|
                        效益指标|社会效益指标|负担减轻程度|有所减轻||有所减轻|40|40|
                        """);
        assertThat(plain(scored.totals().score())).isEqualTo("99.5");
    }

    @Test
    void readsWhatIsMonitored() {
        Sheet sheet = only(LayoutSamples.MONITORING);
        assertThat(sheet.kind()).isEqualTo(SheetKind.MONITORING);
        assertThat(money(sheet.funding())).isEqualTo("""
                        万元[年初预算数, 1-6月执行数, 1-6月执行率, 全年预计执行数]
                        年度资金总额[150.00, 60.00, 40.00, 150.00]
                        """);
        assertThat(sheet.goal().expected()).isEqualTo("服务站覆盖全部乡镇");
        assertThat(sheet.indicators())
                .extracting(line -> line.monitored().values().toString())
                .containsExactly("[8家, 19家]", "[90%, 100%]");
        assertThat(sheet.indicators()).extracting(Indicator::reason).containsExactly("", "一处返工");
    }

    @Test
    void readsASystemOfPoints() {
        Sheet sheet = only(LayoutSamples.SYSTEM);
        assertThat(sheet.kind()).isEqualTo(SheetKind.INDICATOR_SYSTEM);
        assertThat(lines(sheet)).isEqualTo("""
                        决策|项目立项|立项依据充分性||||3|3|
                        决策|项目立项|立项程序规范性||||3|2.5|缺一份纪要
                        决策|绩效目标|绩效目标合理性||||4|4|
                        过程|资金管理|预算执行率||||10|9.5|未执行完
                        """);
        assertThat(sheet.indicators()).extracting(Indicator::standard).allMatch(text -> !text.isEmpty());
        assertThat(plain(sheet.totals().weight())).isEqualTo("20");
        assertThat(plain(sheet.totals().score())).isEqualTo("19");
    }

    @Test
    void readsTheWholeDepartment() {
        Sheet sheet = only(LayoutSamples.DEPARTMENT);
        assertThat(sheet.kind()).isEqualTo(SheetKind.DEPARTMENT);
        assertThat(sheet.project()).isEqualTo(new Sheet.Project("部门整体", "样例市医疗保障局", "", "", "", "360"));
        assertThat(lines(sheet)).isEqualTo("""
                        运行成本|公用经费|“三公”经费控制率|≤100%|100%|64.04|40|40|
                        产出指标|数量指标|结算人次|≥100万人次|100万人次|120|50|50|
                        """);
        assertThat(sheet.totals().grade()).isEqualTo("优");
    }

    @Test
    void readsAListOfProjects() {
        List<SummaryList> lists = Read.text(LayoutSamples.LIST).lists();
        assertThat(lists).hasSize(1);
        assertThat(lists.get(0).title()).isEqualTo("2024年度项目支出绩效自评结果汇总表");
        assertThat(lists.get(0).lines()).extracting(SummaryList.Line::project).containsExactly("服务站建设", "政策宣传");
        SummaryList.Line second = lists.get(0).lines().get(1);
        assertThat(List.of(
                        plain(second.budget()), plain(second.executed()), plain(second.rate()), plain(second.score())))
                .containsExactly("30.00", "28.50", "95.00", "99.5");
    }

    @Test
    void findsAllLayoutsInOneDocument() {
        PerformanceDocument document = Read.text(LayoutSamples.ALL);
        assertThat(document.sheets())
                .extracting(Sheet::kind)
                .containsExactly(
                        SheetKind.SELF_EVALUATION,
                        SheetKind.SELF_EVALUATION,
                        SheetKind.SELF_EVALUATION,
                        SheetKind.TARGETS,
                        SheetKind.REGION,
                        SheetKind.REGION,
                        SheetKind.MONITORING,
                        SheetKind.INDICATOR_SYSTEM,
                        SheetKind.DEPARTMENT);
        assertThat(document.lists()).hasSize(1);
        assertThat(document.problems()).extracting(Problem::code).containsOnly(ProblemCode.ROW_SHIFTED);
        assertThat(Read.text("样例市医疗保障局2024年度部门决算\n\n一、部门概况\n").isEmpty()).isTrue();
    }
}
