package org.tongchou.accounts.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.accounts.narrative.Narratives.changes;
import static org.tongchou.accounts.narrative.Narratives.figures;

import org.junit.jupiter.api.Test;

/** Habits of other provinces: budget beside outturn, subjects as titles, structure by class, counts inside brackets. */
class OtherWordingsTest {
    private static final String COVER = "样例市医疗保障局2031年度部门决算";

    @Test
    void totalsWithTheChangeInTheNextSentence() {
        String[] text = {COVER, "一、收入支出决算总体情况说明", "2031年度收、支总计 300 万元。与上年相比，增加 20 万元，增长 7.1%，主要是因为新增专项。"};
        assertThat(changes("收入总计", text)).containsExactly("上年 + 20 7.1%");
        assertThat(changes("支出总计", text)).containsExactly("上年 + 20 7.1%");
        assertThat(changes(
                        "一般公共预算支出",
                        COVER,
                        "一般公共预算财政拨款支出 280 万元，占本年支出合计的 93.3%。与 2030 年相比，一般公共预算财政拨款支出增加 8 万元，增长 2.9%。"))
                .containsExactly("上年 + 8 2.9%");
    }

    @Test
    void structureOfIncomeAndExpenditure() {
        assertThat(figures(COVER, "二、收入决算情况说明", "本年收入合计 300 万元，其中：财政拨款收入 290 万元，占 96.7%；其他收入 10 万元，占 3.3%。"))
                .containsExactly(
                        "收入合计=300万元",
                        "收入/财政拨款收入=290万元",
                        "占比/收入/财政拨款收入/收入合计=96.7%",
                        "收入/其他收入=10万元",
                        "占比/收入/其他收入/收入合计=3.3%");
        assertThat(figures(
                        COVER,
                        "五、财政拨款支出决算情况说明",
                        "2031年度财政拨款支出 280 万元，主要用在以下方面：社会保障和就业（类）支出 28 万元，占 10.0%；卫生健康（类）支出 252 万元，占 90.0%。"))
                .containsExactly(
                        "财政拨款支出=280万元",
                        "科目/208=28万元",
                        "占比/科目/208/财政拨款支出=10.0%",
                        "科目/210=252万元",
                        "占比/科目/210/财政拨款支出=90.0%");
    }

    @Test
    void subjectsAsTitlesAboveBudgetAndOutturn() {
        String section = "（三）一般公共预算财政拨款支出决算具体情况";
        String title = "1、卫生健康支出（类）医疗保障管理事务（款）信息化建设（项）。";
        String[] text = {COVER, section, title, "年初预算为 12 万元，支出决算为 9 万元，完成年初预算的 75%，决算数小于年初预算数的主要原因是招标节约。"};
        assertThat(figures(text)).containsExactly("年初预算/科目/2101504=12万元", "科目/2101504=9万元");
        assertThat(changes("科目/2101504", text)).containsExactly("年初预算 完成 75% 对比12", "年初预算 -");
        assertThat(changes(
                        "科目/2101504", COVER, section, "1.卫生健康支出（类）医疗保障管理事务（款）信息化建设（项）：支出决算为 9 万元，完成预算 100%，决算数等于预算数。"))
                .containsExactly("预算 完成 100%", "预算 0");
    }

    @Test
    void threePublicExpensesWithSharesAndBudget() {
        assertThat(figures(
                        COVER, "因公出国（境）费支出决算为 0 万元，占 0%；公务用车购置及运行维护费支出决算 8 万元，占 80%；公务接待费支出决算 2 万元，占“三公”经费支出总额的 20%。"))
                .containsExactly(
                        "三公/因公出国=0万元",
                        "占比/三公/因公出国/三公合计=0%",
                        "三公/公务用车=8万元",
                        "占比/三公/公务用车/三公合计=80%",
                        "三公/公务接待费=2万元",
                        "占比/三公/公务接待费/三公合计=20%");
        assertThat(changes("三公合计", COVER, "2031年度“三公”经费财政拨款决算数 3 万元，比 2031 年度“三公”经费财政拨款年初预算数 5 万元减少 2 万元。"))
                .containsExactly("年初预算 - 2 对比5");
        assertThat(figures(COVER, "1.因公出国（境）费用。2031年决算数 1 万元，与年初预算数持平。")).containsExactly("三公/因公出国=1万元");
        assertThat(changes("三公合计", COVER, "“三公”经费支出决算为 10 万元，完成预算 80%，较上年度减少 1 万元，下降 9.1%。"))
                .containsExactly("预算 完成 80%", "上年 - 1 9.1%");
    }

    @Test
    void countsInBracketsAndAfterReasons() {
        assertThat(figures(COVER, "公务用车购置支出 0 万元，主要用于经批准购置的 0 辆公务用车；公务用车运行维护费支出 2 万元，公务用车保有量为 1 辆。"))
                .containsExactly("三公/公务用车购置=0万元", "购置车辆=0辆", "三公/公务用车运行=2万元", "车辆保有量=1辆");
        assertThat(figures(COVER, "全年因公出国（境）团组 2 个；累计 4 人次。")).containsExactly("出国团组=2个", "出国人次=4人次");
        assertThat(figures(COVER, "国内公务接待 20 批次，150 人次（不含陪同人员），其中：外宾接待 1 批次，6 人次。"))
                .containsExactly("接待批次=20批次", "接待人次=150人次", "外事接待批次=1批次", "外事接待人次=6人次");
        assertThat(figures(COVER, "截至2031年12月31日，单位共有公务用车 2 辆，其中：机要通信用车 1 辆、应急保障用车 1 辆；单价 100 万元以上设备（不含车辆）0 台（套）。"))
                .contains("车辆总数=2辆", "车辆/机要通信用车=1辆", "车辆/应急保障用车=1辆", "大型设备数=0台（套）");
    }

    @Test
    void procurementWithShortNames() {
        assertThat(
                        figures(
                                COVER,
                                "（二）政府采购支出情况",
                                "政府采购支出总额 50 万元，其中：货物支出 10 万元、工程支出 0 万元、服务支出 40 万元。授予中小企业合同金额 50 万元，占政府采购支出总额的 100%，其中：授予小微企业合同金额 45 万元，占政府采购支出总额的 90%。"))
                .containsExactly(
                        "政府采购总额=50万元",
                        "政府采购/货物=10万元",
                        "政府采购/工程=0万元",
                        "政府采购/服务=40万元",
                        "中小企业合同金额=50万元",
                        "占比/中小企业合同金额/政府采购总额=100%",
                        "小微企业合同金额=45万元",
                        "占比/小微企业合同金额/政府采购总额=90%");
    }

    @Test
    void budgetsOfOtherProvinces() {
        String cover = "样例市医疗保障局2031年部门预算";
        assertThat(figures(cover, "2031年收入总预算 300 万元，其中：一般公共预算拨款收入 290 万元，上年结转 10 万元。支出总预算 300 万元。"))
                .containsExactly("收入总计=300万元", "收入/一般公共预算=290万元", "收入/上年结转结余=10万元", "支出总计=300万元");
        assertThat(figures(cover, "2031年一般公共预算“三公”经费预算安排 5 万元，其中：因公出国（境）经费 0 万元，公务接待费 2 万元，公务用车购置及运行费 3 万元。"))
                .containsExactly("三公合计=5万元", "三公/因公出国=0万元", "三公/公务接待费=2万元", "三公/公务用车=3万元");
        assertThat(changes("三公/公务接待费", cover, "公务接待费预算 2 万元，与 2030 年预算持平。")).containsExactly("上年 0");
        assertThat(changes("机关运行经费", cover, "2031年机关运行经费预算 20 万元，比上年预算减少 0.5 万元，下降 2.4%。"))
                .containsExactly("上年 - 0.5 2.4%");
    }
}
