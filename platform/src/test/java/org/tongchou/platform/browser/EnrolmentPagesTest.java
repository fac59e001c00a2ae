package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.contribution.PaidFirm;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.region.Region;

/** People on file in the browser. */
@Import(PaidFirm.class)
class EnrolmentPagesTest extends BrowserTest {
    private static final LocalDate MOTHER_BORN = LocalDate.of(1995, 1, 1);

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private Registry registry;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private PaidFirm firms;

    @BeforeEach
    void fill() {
        if (region.counties().isEmpty()) {
            String county = TestCounties.create(units, region).first().code();
            Villagers villagers = new Villagers(registry, transactions);
            long mother = villagers.person("样例母亲", MOTHER_BORN, 2, county);
            villagers.enrol(mother, "resident", "成年居民", LocalDate.of(2024, 1, 1), county);
            villagers.identify(mother, "低保", LocalDate.of(2024, 1, 1), null);
        }
    }

    @Test
    void enrolsANewbornUnderItsMother() {
        String born = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(10).toString();
        signIn(people.everything("clerk", "演示经办"), "/enrolment/persons");
        button("新生儿参保").click();
        Locator form = page.locator(".el-dialog:visible");
        Locator parent = form.getByLabel("父亲或母亲");
        parent.click();
        parent.fill("样例母");
        page.locator(".el-select-dropdown:visible").getByText("样例母亲").click();
        choose(form, "随谁参保", "母亲");
        form.getByLabel("新生儿姓名").fill("样例新生儿");
        choose(form, "性别", "女");
        form.getByLabel("出生日期").fill(born);
        form.getByLabel("出生日期").press("Enter");
        form.getByLabel("出生医学证明编号").fill("T359900001");
        picture("newborn");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交复核"))
                .click();
        assertThat(page.locator("#tc-main h1")).hasText("新生儿参保：样例新生儿");
        assertThat(button("复核通过")).hasCount(0);
        String act = page.url().replaceAll(".*(/enrolment/acts/\\d+)", "$1");
        signIn(people.everything("reviewer2", "演示复核"), act);
        button("复核通过").click();
        assertThat(page.locator("#tc-main")).containsText("已办结");
        settle();
        picture("act");
        button("查看档案").click();
        settle();
        assertThat(page.locator("#tc-main h1")).hasText("样例新生儿");
        assertThat(page.locator("#tc-main")).containsText("新生儿");
        picture("person");
        assertThat(Axe.findings(page)).isEmpty();
    }

    @Test
    void showsFileAndFigures() {
        signIn(people.everything("clerk", "演示经办"), "/enrolment/persons");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("样例母亲"))
                .first()
                .click();
        settle();
        assertThat(page.locator("#tc-main")).containsText("未缴费");
        assertThat(page.locator("#tc-main")).containsText("救助类别：二类");
        picture("file");
        for (String path :
                new String[] {"statistics", "detections", "missing", "followups", "employers", "transfers", "acts"}) {
            go("/enrolment/" + path);
            picture(path);
            assertThat(page.locator("#tc-main h1")).isVisible();
        }
        go("/enrolment/statistics");
        assertThat(page.locator("#tc-main")).containsText("样例甲县");
    }

    @Test
    void theFileLeadsToDuesAccountAndLedger() {
        String county = region.counties().get(0).code();
        PaidFirm.Staffed firm = firms.staffed("样例在职", county);
        YearMonth month = YearMonth.of(2026, 1);
        firms.bill(firm, month);
        firms.pay(firm, month);
        firms.bill(firm, month.plusMonths(1));
        signIn(people.everything("clerk", "演示经办"), "/enrolment/persons/" + firm.person());
        tab("缴费");
        assertThat(page.locator("#tc-main")).containsText("785.00");
        assertThat(page.locator("#tc-main")).containsText("待缴费");
        picture("dues");
        assertThat(Axe.findings(page)).isEmpty();
        link("凭证").last().click();
        settle();
        assertThat(page.locator(".el-drawer:visible")).containsText("社会保险费收入—单位缴费");
        assertThat(page.locator(".el-drawer:visible")).containsText("个人账户");
        picture("dues-vouchers");
        page.keyboard().press("Escape");
        tab("个人账户");
        assertThat(page.locator("#tc-main")).containsText("余额 200.00 元");
        picture("account");
        assertThat(Axe.findings(page)).isEmpty();
        page.locator("[aria-label='个人账户变动'] .el-button.is-link").first().click();
        settle();
        assertThat(page.locator(".el-drawer:visible")).containsText(PaidFirm.NAME);
        go("/enrolment/employers");
        link("缴费和凭证").first().click();
        settle();
        assertThat(page.locator(".el-drawer:visible")).containsText("已缴清");
        tab("凭证");
        assertThat(page.locator(".el-drawer:visible")).containsText("单位缴费到账");
        picture("employer");
        go("/region/counties");
        link("补助和凭证").first().click();
        settle();
        assertThat(page.locator(".el-drawer:visible")).containsText("还没有清点补助人数");
        picture("county");
    }

    @Test
    void followsUpWhoIsNotEnrolled() {
        new Villagers(registry, transactions)
                .person("样例未参保", MOTHER_BORN, 4, region.counties().get(0).code());
        signIn(people.everything("clerk", "演示经办"), "/enrolment/statistics");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("动员名单"))
                .first()
                .click();
        settle();
        page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("名单").setExact(true))
                .click();
        page.locator(".el-select-dropdown:visible").getByText("在人口名单中，未参保").click();
        settle();
        page.locator(".el-table__row .el-checkbox").first().click();
        button("分派 1 人").click();
        Locator form = page.locator(".el-dialog:visible");
        choose(form, "联系人", "演示经办");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("分派"))
                .click();
        assertThat(form).isHidden();
        settle();
        assertThat(page.locator("#tc-main")).containsText("演示经办");
        picture("missing-assigned");
        go("/");
        assertThat(page.locator("#tc-main")).containsText("动员参保：样例未参保");
        go("/enrolment/followups");
        picture("followups");
        assertThat(Axe.findings(page)).isEmpty();
        link("联系").first().click();
        button("登记联系").click();
        choose(form, "联系结果", "愿意参保");
        form.getByLabel("说明").fill("下周来办");
        picture("call");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记"))
                .click();
        assertThat(page.locator(".el-drawer:visible")).containsText("下周来办");
        settle();
        picture("followup");
    }

    private void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
        settle();
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void choose(Locator form, String label, String option) {
        form.getByLabel(label).click();
        page.locator(".el-select-dropdown:visible")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }
}
