package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongchou.platform.identity.role.RoleSeeds;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.settlement.FamilyAccounts;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;

/** A bill is found and read down to its rules, and printed; a filing is made by two; an insured person reads their own bill. */
@Import({EverybodyPaid.class, Counter.class})
class SettlementPagesTest extends BrowserTest {
    private static final String NEW_PASSWORD = "Sample-Reader-29";

    @Autowired
    private Counter counter;

    @Autowired
    private Region region;

    @Autowired
    private RoleSeeds seeds;

    @BeforeEach
    void fill() {
        if (region.counties().isEmpty()) {
            seeds.apply();
            counter.fill();
        }
    }

    private void click(Locator within, String name) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void aBillIsReadDownToItsRulesAndPrinted() {
        long person = counter.person("样例患者", "employee", "在职", "359901");
        counter.credit(person, 20_000);
        Visit visit = counter.visit(person, "employee", "inpatient", "12000", "3000.50", "88.80");
        Settled settled = counter.settle(visit);
        signIn(people.everything("billclerk", "样例结算经办"), "/settlement/bills");
        page.getByLabel("姓名、证件号码、结算编号或就诊编号").fill("样例患者");
        button("查询").click();
        assertThat(page.locator("#tc-main")).containsText(settled.number());
        picture("bills");
        assertThat(Axe.findings(page)).isEmpty();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(settled.number()))
                .click();
        Locator main = page.locator("#tc-main");
        assertThat(main).containsText("总额 15,089.30 元");
        assertThat(page.getByLabel("费用由谁支付").first()).isVisible();
        Locator steps = page.locator(".st-steps > li");
        assertThat(steps.first()).isVisible();
        Locator deductible = steps.filter(new Locator.FilterOptions().setHasText("起付线"));
        deductible.first().locator("summary").click();
        assertThat(deductible.first()).containsText("起执行");
        assertThat(deductible.first()).containsText("依据");
        picture("bill");
        assertThat(Axe.findings(page)).isEmpty();
        main.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("凭证"))
                .first()
                .click();
        Locator drawer = page.locator(".el-drawer:visible");
        assertThat(drawer.getByText("打开结算单").first()).isVisible();
        counter.cancel(visit, settled.id());
        go("/api/settlement/bills/" + settled.number() + "/slip?format=html");
        assertThat(page.locator("body")).containsText("基本医疗保险结算单");
        assertThat(page.locator("body")).containsText("不再有效");
        picture("slip");
        go("/settlement/bills/~" + settled.id());
        assertThat(page.locator("#tc-main")).containsText("被撤销");
        go("/settlement/visits");
        button("查看").first().click();
        assertThat(page.locator(".el-drawer:visible")).containsText("已撤销");
        picture("visits");
        assertThat(Axe.findings(page)).isEmpty();
        go("/enrolment/persons/" + person);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("结算").setExact(true))
                .click();
        assertThat(page.locator("#tc-main")).containsText(settled.number());
        picture("person-bills");
    }

    @Test
    void aFilingIsMadeByTwo() {
        counter.person("样例慢病", "resident", "成年居民", "359901");
        signIn(people.everything("filingclerk", "样例备案经办"), "/settlement/filings");
        button("受理备案").click();
        Locator form = page.locator(".el-dialog:visible");
        chooseFirst(form, "参保人", "样例慢病");
        form.getByLabel("病种").click();
        page.locator(".el-select-dropdown:visible .el-select-dropdown__item:visible")
                .first()
                .click();
        click(form, "受理");
        assertThat(form).isHidden();
        signIn(people.everything("filingreview", "样例备案复核"), "/settlement/filings");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("办理")).click();
        Locator acts = page.getByRole(AriaRole.TABPANEL, new Page.GetByRoleOptions().setName("办理"));
        assertThat(acts).containsText("慢特病登记");
        click(acts, "复核");
        assertThat(acts).containsText("已办结");
        picture("filing-acts");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("备案").setExact(true))
                .click();
        assertThat(page.locator("#tc-main")).containsText("样例慢病");
        picture("filings");
        assertThat(Axe.findings(page)).isEmpty();
    }

    @Test
    void anInsuredPersonReadsTheirOwnBillAndThatOfTheirChild(@Autowired FamilyAccounts families) {
        long person = counter.person("样例参保人", "employee", "在职", "359901");
        counter.credit(person, 5_000);
        counter.settle(counter.visit(person, "employee", "inpatient", "9000", "1000"));
        long child = counter.child("样例孩子", counter.today.minusYears(8));
        counter.settle(counter.visit(child, "resident", "outpatient", "320.00"));
        FamilyAccounts.Binding binding =
                families.enter(Counter.HIS, new FamilyAccounts.NewBinding(person, child, "子女", 1, counter.today, null));
        families.review(Counter.colleague(2), binding.id(), true, null);
        signIn(people.everything("accessclerk", "样例窗口经办"), "/enrolment/persons/" + person);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("查询账户"))
                .click();
        button("开立查询账户").click();
        Locator form = page.locator(".el-dialog:visible");
        form.getByLabel("核验的证件").last().fill("居民身份证");
        click(form, "开立");
        Locator once = page.locator(".once td");
        String userName = once.nth(0).innerText();
        String password = once.nth(1).innerText();
        page.context().clearCookies();
        page.setViewportSize(390, 844);
        go("/sign-in");
        page.locator("#sign-in-name").fill(userName);
        page.locator("#sign-in-password").fill(password);
        button("登录").click();
        page.locator("#password-current").fill(password);
        page.locator("#password-wanted").fill(NEW_PASSWORD);
        page.locator("#password-again").fill(NEW_PASSWORD);
        button("修改口令").click();
        assertThat(page.locator("h1")).containsText("我的医保");
        assertThat(page.getByLabel("结算").last()).containsText("10,000.00");
        picture("own");
        assertThat(Axe.findings(page)).isEmpty();
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("住院"))
                .first()
                .click();
        assertThat(page.locator(".st-steps > li").first()).isVisible();
        assertThat(page.locator("main")).containsText("您付现金");
        picture("own-bill");
        assertThat(Axe.findings(page)).isEmpty();
        go("/service/own");
        page.getByLabel("查看谁的").getByText("样例孩子").click();
        assertThat(page.getByLabel("结算").last()).containsText("320.00");
        picture("own-child");
        assertThat(Axe.findings(page)).isEmpty();
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("门诊"))
                .first()
                .click();
        assertThat(page.locator(".st-steps > li").first()).isVisible();
        go("/settlement/bills");
        assertThat(page.locator("h1")).containsText("我的医保");
    }
}
