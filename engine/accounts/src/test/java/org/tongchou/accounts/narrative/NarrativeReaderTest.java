package org.tongchou.accounts.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.accounts.narrative.Narratives.figures;
import static org.tongchou.accounts.narrative.Narratives.one;

import org.junit.jupiter.api.Test;

/** Which words name which figure. */
class NarrativeReaderTest {
    private static final String SUBJECTS = "三、一般公共预算财政拨款支出决算情况说明";

    @Test
    void readsTotalsInSeveralWordings() {
        assertThat(figures("2031年度收入总计 1,200.50 万元，支出总计 1200.5 万元。"))
                .containsExactly("收入总计=1200.50万元", "支出总计=1200.5万元");
        assertThat(figures("2031年度收、支总计各为 88.10 万元。")).containsExactly("收入总计=88.10万元", "支出总计=88.10万元");
        assertThat(figures("本年度收入支出总计均为 88.10 万元。")).containsExactly("收入总计=88.10万元", "支出总计=88.10万元");
        assertThat(figures("2031年收支总预算 9 万元。")).containsExactly("收入总计=9万元", "支出总计=9万元");
        assertThat(figures("样例局总收入 10 万元，总支出 9 万元。")).containsExactly("收入总计=10万元", "支出总计=9万元");
        assertThat(figures("本年收入合计 10 万元，本年支出合计 9 万元。")).containsExactly("收入合计=10万元", "支出合计=9万元");
        assertThat(figures("2031年，样例局收入预算为10万元，支出预算为10万元。")).containsExactly("收入合计=10万元", "支出合计=10万元");
        assertThat(figures("2031 年度本年收入10万元；本年支出9万元；年初结转和结余2万元，年末结转和结余3万元，结余分配0万元。"))
                .containsExactly("收入合计=10万元", "支出合计=9万元", "年初结转和结余=2万元", "年末结转和结余=3万元", "结余分配=0万元");
    }

    @Test
    void tellsFiscalTotalsFromAllTotals() {
        assertThat(figures("2031年度财政拨款收、支总计均为 70 万元。")).containsExactly("财政拨款收入总计=70万元", "财政拨款支出总计=70万元");
        assertThat(figures("财政拨款收入总计 70 万元，支出总计 70 万元。")).containsExactly("财政拨款收入总计=70万元", "财政拨款支出总计=70万元");
        assertThat(figures("二、财政拨款收入支出决算总体情况说明", "2031年度收入总计70万元，支出总计70万元。"))
                .containsExactly("财政拨款收入总计=70万元", "财政拨款支出总计=70万元");
        assertThat(figures("一般公共预算财政拨款支出 60 万元，占本年支出合计的 66.7%。"))
                .containsExactly("一般公共预算支出=60万元", "占比/一般公共预算支出/支出合计=66.7%");
        assertThat(figures("2031年度财政拨款收入 70 万元。")).containsExactly("收入/财政拨款收入=70万元");
    }

    @Test
    void readsIncomeBySourceWithShares() {
        assertThat(figures("其中：一般公共预算拨款收入8万元，占80%；政府性基金预算财政拨款收入0万元、国有资本经营预算收入0万元、财政专户管理资金收入0万元、"
                        + "事业收入1万元、事业单位经营收入0万元、上级补助收入0万元、附属单位上缴收入0万元、其他收入1万元，占本年收入合计的10%、上年结转结余0万元。"))
                .containsExactly(
                        "收入/一般公共预算=8万元",
                        "占比/收入/一般公共预算/收入合计=80%",
                        "收入/政府性基金=0万元",
                        "收入/国有资本经营=0万元",
                        "收入/财政专户=0万元",
                        "收入/事业收入=1万元",
                        "收入/经营收入=0万元",
                        "收入/上级补助收入=0万元",
                        "收入/附属单位上缴收入=0万元",
                        "收入/其他收入=1万元",
                        "占比/收入/其他收入/收入合计=10%",
                        "收入/上年结转结余=0万元");
    }

    @Test
    void readsExpenditureByKind() {
        assertThat(figures("其中：基本支出 40 万元，占 80.0%；项目支出 10 万元，占 20.0%；上缴上级支出 0 万元；经营支出 0 万元；对附属单位补助支出 0 万元。"))
                .containsExactly(
                        "基本支出=40万元",
                        "占比/基本支出/支出合计=80.0%",
                        "项目支出=10万元",
                        "占比/项目支出/支出合计=20.0%",
                        "上缴上级支出=0万元",
                        "经营支出=0万元",
                        "对附属单位补助支出=0万元");
        assertThat(figures("1. 基本支出 40 万元，其中：人员经费 30 万元、日常公用经费 10 万元。"))
                .containsExactly("基本支出=40万元", "人员支出=30万元", "公用支出=10万元");
        assertThat(figures("六、一般公共预算财政拨款基本支出决算情况说明", "基本支出 40 万元，其中：", "（一）人员经费 30 万元，主要包括：基本工资；", "（二）公用经费 10 万元。"))
                .containsExactly("一般公共预算基本支出=40万元", "人员经费=30万元", "公用经费=10万元");
    }

    @Test
    void readsSubjectsByCode() {
        assertThat(figures(SUBJECTS, "（一）2080501-行政单位离退休 3.50 万元。", "(二) 2101501 行政运行 20 万元，较上年决算数增加 1 万元。"))
                .containsExactly("科目/2080501=3.50万元", "科目/2101501=20万元");
        assertThat(figures(SUBJECTS, "（三）21015 医疗保障管理事务（款） 20 万元。", "（四）210 卫生健康支出（类）22 万元。"))
                .containsExactly("科目/21015=20万元", "科目/210=22万元");
        assertThat(figures(SUBJECTS, "（一）208050 机关事业单位基本养老保险缴费支出 3.50 万元。")).containsExactly("科目/2080505=3.50万元");
    }

    @Test
    void findsTheCodesOfSubjectsByName() {
        assertThat(figures(
                        SUBJECTS,
                        "1.卫生健康支出（类）医疗保障管理事务（款）行政运行（项）支出决算为 20 万元，年初预算为 25 万元，完成年初预算的 80.00%。",
                        "2.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）。年初预算为 4 万元，支出决算为 5 万元，完成年初预算的 125%。",
                        "3.住房公积金 7 万元，占 21.9%。"))
                .containsExactly(
                        "科目/2101501=20万元",
                        "年初预算/科目/2101501=25万元",
                        "年初预算/科目/2080506=4万元",
                        "科目/2080506=5万元",
                        "科目/2210201=7万元",
                        "占比/科目/2210201/一般公共预算支出=21.9%");
        assertThat(figures("（三）一般公共预算财政拨款支出决算具体情况", "卫生健康支出（类）20 万元，占 90.9%；住房保障支出（类）2 万元。"))
                .containsExactly("科目/210=20万元", "占比/科目/210/一般公共预算支出=90.9%", "科目/221=2万元");
    }

    @Test
    void readsTheThreePublicExpenses() {
        assertThat(
                        figures(
                                "“三公”经费财政拨款支出决算为 9.10 万元；其中：因公出国（境）费支出决算 1 万元，公务用车购置及运行维护费 5 万元（其中：购置费 3 万元，运行维护费 2 万元），公务接待费 3.10 万元。"))
                .containsExactly(
                        "三公合计=9.10万元",
                        "三公/因公出国=1万元",
                        "三公/公务用车=5万元",
                        "三公/公务用车购置=3万元",
                        "三公/公务用车运行=2万元",
                        "三公/公务接待费=3.10万元");
        assertThat(figures(
                        "六、一般公共预算“三公”经费支出情况", "（一）因公出国（境）经费", "2031 年预算安排 2.00 万元。", "（二）公务接待费", "2031 年预算安排 5.00 万元。"))
                .containsExactly("三公/因公出国=2.00万元", "三公/公务接待费=5.00万元");
    }

    @Test
    void readsTheCountsThatGoWithThem() {
        assertThat(figures("全年组织出国团组 2 个，参加其他单位组织的出国团组 1 个；因公出国（境）累计 5 人次。"))
                .containsExactly("出国团组=2个", "其他团组=1个", "出国人次=5人次");
        assertThat(figures("当年购置公务用车 1 辆，年末公务用车保有量为 3 辆。")).containsExactly("购置车辆=1辆", "车辆保有量=3辆");
        assertThat(figures("公务接待费支出 3 万元，主要用于业务交流，国内公务接待 12 批次，90 人次（其中外事接待 1 批次，4 人次）。"))
                .containsExactly("三公/公务接待费=3万元", "接待批次=12批次", "接待人次=90人次", "外事接待批次=1批次", "外事接待人次=4人次");
    }

    @Test
    void readsProcurementWithShares() {
        assertThat(figures("政府采购支出总额 50 万元，其中：政府采购货物支出 20 万元、政府采购工程支出 0 万元、政府采购服务支出 30 万元。"
                        + "授予中小企业合同金额 40 万元，占政府采购支出总额的 80%，其中：授予小微企业合同金额 10 万元，占授予中小企业合同金额的 25%；"
                        + "货物采购授予中小企业合同金额占货物支出金额的 50.5%。"))
                .containsExactly(
                        "政府采购总额=50万元",
                        "政府采购/货物=20万元",
                        "政府采购/工程=0万元",
                        "政府采购/服务=30万元",
                        "中小企业合同金额=40万元",
                        "占比/中小企业合同金额/政府采购总额=80%",
                        "小微企业合同金额=10万元",
                        "占比/小微企业合同金额/中小企业合同金额=25%",
                        "占比/货物中小企业合同金额/政府采购/货物=50.5%");
        assertThat(figures("2031年政府采购预算总额 50 万元。")).containsExactly("政府采购总额=50万元");
    }

    @Test
    void readsAssetsPerformanceAndComposition() {
        assertThat(figures("（三）国有资产占用使用情况", "本部门共有车辆 4 辆，其中：机要通信用车 1 辆、其他用车 3 辆；单位价值 100 万元以上设备（不含车辆）2 台（套）。"))
                .contains("车辆总数=4辆", "车辆/机要通信用车=1辆", "车辆/其他用车=3辆", "大型设备数=2台（套）");
        assertThat(figures(
                        "八、预算绩效情况说明",
                        "本部门对 14 个项目开展绩效自评。",
                        "对3个项目实施部门评价，涉及财政拨款资金共计 80.5 万元，评价结果等次为“优”“良”“中”“差”的项目分别是 2 个、1 个、0 个、0 个。"))
                .containsExactly(
                        "自评项目数=14个", "评价项目数=3个", "绩效项目资金=80.5万元", "评价等次/优=2个", "评价等次/良=1个", "评价等次/中=0个", "评价等次/差=0个");
        assertThat(figures("二、部门预算单位构成", "样例局包括 6 个内设机构处室及 2 个下属单位。")).containsExactly("行政处室数=6个", "下属单位数=2个");
        assertThat(figures("（一）机关运行经费", "2031年机关运行经费支出决算 12 万元。")).containsExactly("机关运行经费=12万元");
    }

    @Test
    void readsStatementsThatThereIsNothing() {
        assertThat(figures("样例局 2031 年度没有使用政府性基金预算拨款安排的支出。")).containsExactly("政府性基金支出=0万元");
        assertThat(figures("本单位无国有资本经营预算支出。")).containsExactly("国有资本经营支出=0万元");
    }

    @Test
    void readsNumbersAsPeoplePrintThem() {
        assertThat(figures("机关运行经费 2, 315. 94 万元。")).containsExactly("机关运行经费=2315.94万元");
        assertThat(figures("机关运行经费１２．５０万元。")).containsExactly("机关运行经费=12.50万元");
        assertThat(figures("机关运行经费支出为 1,234,567.89 元。")).containsExactly("机关运行经费=1234567.89元");
        assertThat(figures("1. 100 个项目，2. 3 家医院。")).containsExactly("项目=100个", "医院=3家");
        assertThat(figures("根据样政〔2031〕18号文件第4条，2031年5月6日执行，代码2080501。")).isEmpty();
    }

    @Test
    void keepsOtherSectionsApartFromTheAccounts() {
        assertThat(figures("三、部门主要工作总结", "全年项目支出绩效目标完成率达到 95%，办理“掌上办”事项 20 项。"))
                .containsExactly("项目支出绩效目标完成率=95%", "办理“掌上办”事项=20项");
        assertThat(figures("第五部分 附件", "实际支出 20 万元。")).containsExactly("实际支出=20万元");
    }

    @Test
    void namesOtherFiguresTheSameWayEverywhere() {
        String work = "三、部门主要工作总结";
        assertThat(figures(work, "我市“夜间办”窗口由原来的 3 个增加到 8 个，占有全部窗口的 40%。"))
                .containsExactly("“夜间办”窗口（原）=3个", "“夜间办”窗口=8个", "“夜间办”窗口占比=40%");
        assertThat(figures(work, "“夜间办”窗口占比达 40%。")).containsExactly("“夜间办”窗口占比=40%");
        assertThat(figures(work, "共有 35 家社区药房接入平台，约 6 万余名居民受益。")).containsExactly("社区药房接入平台=35家", "居民受益=6万余名");
    }

    @Test
    void saysWhereTheNumberStands() {
        var figure = one("收入合计", "一、收入支出决算总体情况说明", "前一句。 2031 年度收入 10.5 万元。");
        assertThat(figure.place().row()).isEqualTo(2);
        assertThat(figure.sentence()).isEqualTo("2031 年度收入 10.5 万元。");
        assertThat(figure.sentence().substring(figure.offset())).startsWith("10.5");
        assertThat(figure.decimals()).isEqualTo(1);
        assertThat(figure.section()).isEqualTo("一、收入支出决算总体情况说明");
    }
}
