package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.Bank;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.EverybodyPaid;

/** One application for manual reimbursement from acceptance to payment, its claim, and a family account, in the browser. */
@Import({EverybodyPaid.class, Counter.class, Bank.class})
class ReimbursementTest extends BrowserTest {
    @Autowired
    private Counter counter;

    @Autowired
    private Persons persons;

    @Autowired
    private Bank bank;

    @Test
    void anAccidentIsPaidInAdvanceAndRecovered() {
        counter.fill();
        bank.fill(Funds.RESIDENT, 100_000_000, counter.today);
        String number =
                persons.find(counter.person("resident", "成年居民")).orElseThrow().number();
        String holder =
                persons.find(counter.person("employee", "在职")).orElseThrow().number();
        People.Person first = people.everything();
        People.Person second = people.everything("second", "演示初审");
        People.Person third = people.everything("third", "演示复核");
        signIn(first, "/settlement/manual");
        assertThat(page.locator(".tc-says").first()).containsText("没有在办的申请");
        accept(number);
        Locator drawer = page.locator(".el-drawer:visible");
        assertThat(drawer).containsText("材料齐全");
        drawer.getByText("加一行").click();
        Locator form = page.locator(".el-dialog:visible");
        field(form, "项目编码").fill(Counter.CLASS_A);
        field(form, "项目名称").fill("样例药");
        field(form, "单价").fill("150");
        field(form, "数量").fill("100");
        submit(form, "录入");
        assertThat(drawer).containsText("试算");
        picture("application");
        assertThat(Axe.findings(page)).isEmpty();
        handle(second, "初审通过");
        handle(third, "复核通过并结算");
        assertThat(page.locator(".el-drawer:visible")).containsText("待支付");
        Locator steps = page.locator(".el-drawer:visible .st-steps > li");
        assertThat(steps.first()).isVisible();
        steps.filter(new Locator.FilterOptions().setHasText("起付线"))
                .first()
                .locator("summary")
                .click();
        page.getByLabel("费用由谁支付").scrollIntoViewIfNeeded();
        picture("settled");
        assertThat(Axe.findings(page)).isEmpty();
        orderedAnew(third);

        signIn(second, "/settlement/claims");
        show();
        page.locator(".el-drawer:visible").getByText("登记收款").click();
        form = page.locator(".el-dialog:visible");
        field(form, "金额").fill("1000");
        field(form, "来源或原因").fill("第三人汇款");
        submit(form, "提交复核");
        picture("claim");
        signIn(third, "/settlement/claims");
        show();
        page.locator(".el-drawer:visible .tc-table")
                .getByText("复核", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".el-drawer:visible .tc-table")).containsText("已复核");
        assertThat(Axe.findings(page)).isEmpty();

        family(holder, number);
        signIn(second, "/settlement/family");
        page.locator(".el-table__body")
                .getByText("复核", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".el-table__body")).containsText("有效");
        picture("family");
        assertThat(Axe.findings(page)).isEmpty();

        bank.answer(bank.pay(Funds.RESIDENT, counter.today), counter.today, true);
        go("/settlement/manual");
        assertThat(page.locator(".el-table__body").first()).containsText("已支付");
        picture("list");
        Download list = page.waitForDownload(() -> button("导出").click());
        assertThat(list.suggestedFilename()).endsWith(".xlsx");
    }

    /** The fund's people take the order back; the desk sees why and orders anew. */
    private void orderedAnew(People.Person person) {
        signIn(person, "/fund/payments");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("付款单")).click();
        exact("取消").first().click();
        Locator asked = page.locator(".el-dialog:visible");
        asked.locator("textarea").fill("户名待核对");
        submit(asked, "取消付款");
        go("/settlement/manual");
        show();
        Locator drawer = page.locator(".el-drawer:visible");
        assertThat(drawer).containsText("取消了付款单：户名待核对");
        picture("stopped");
        exact("重新提交付款").click();
        Locator form = page.locator(".el-dialog:visible");
        field(form, "处理说明").fill("户名已核对无误");
        field(form, "新收款账号").fill("6200000000000088");
        field(form, "新收款户名").fill("样例人");
        field(form, "新开户银行").fill("样例银行");
        picture("anew");
        submit(form, "提交");
        assertThat(drawer).containsText("待支付");
        assertThat(drawer).containsText("重新提交付款");
        assertThat(drawer).containsText("0088");
    }

    private void accept(String number) {
        button("受理申请").click();
        Locator form = page.locator(".el-dialog:visible");
        field(form, "参保人").fill(number);
        choose(form, "申请类别", "意外伤害先行支付");
        choose(form, "医疗类别", "住院");
        field(form, "医疗机构名称").fill("样例外院");
        choose(form, "医疗机构等级", "三级乙等");
        day(form, "开始日期", counter.today.minusDays(9).toString());
        day(form, "结束日期", counter.today.minusDays(2).toString());
        field(form, "诊断编码").fill("S52.500");
        field(form, "诊断名称").fill("桡骨骨折");
        field(form, "收款户名").fill("样例人");
        field(form, "开户银行").fill("样例银行");
        field(form, "收款账号").fill("6200000000000001");
        day(form, "事故日期", counter.today.minusDays(9).toString());
        field(form, "事故地点").fill("样例路口");
        field(form, "事故经过").fill("被车辆碰撞");
        field(form, "第三人").fill("样例第三人");
        field(form, "情况说明").fill("第三人拒绝支付");
        field(form, "第 1 张票据号码").fill("FP20260001");
        field(form, "第 1 张票据金额").fill("15000");
        for (Locator material : form.locator(".el-checkbox-group .el-checkbox").all()) {
            material.click();
        }
        picture("accept");
        submit(form, "受理");
    }

    private void handle(People.Person person, String decision) {
        signIn(person, "/settlement/manual");
        show();
        button(decision).click();
        assertThat(button(decision)).isHidden();
    }

    private void show() {
        page.locator(".el-table__body").getByText("办理").first().click();
        settle();
    }

    private void family(String holder, String number) {
        go("/settlement/family");
        button("登记绑定").click();
        Locator form = page.locator(".el-dialog:visible");
        field(form, "账户持有人").fill(holder);
        field(form, "使用人").fill(number);
        choose(form, "与持有人关系", "父母");
        submit(form, "提交复核");
    }

    private void choose(Locator form, String label, String option) {
        field(form, label).click();
        page.locator(".el-select-dropdown:visible .el-select-dropdown__item:visible")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }
}
