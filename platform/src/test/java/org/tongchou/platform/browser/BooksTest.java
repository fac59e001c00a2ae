package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.identity.Units;

/** Budget and execution in the browser, over a year of entries. */
class BooksTest extends BrowserTest {
    @Autowired
    private Units units;

    @Autowired
    private Books books;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void fill() {
        if (database.sql("select count(*) from accounts.book").query(Long.class).single() > 0) {
            return;
        }
        BookFixture fixture = BookFixture.create(units, books, database);
        long own = fixture.units().own().id();
        long centre = fixture.units().centre().id();
        List<NewEntry> year = new ArrayList<>();
        year.add(fixture.entry(own, EntryKind.BUDGET_INITIAL, null, "30201", "一般公共预算", "基本支出", 36_000_000));
        year.add(fixture.entry(
                own, EntryKind.BUDGET_INITIAL, fixture.ownProject(), "30227", "一般公共预算", "项目支出", 128_000_000));
        year.add(fixture.entry(
                centre, EntryKind.BUDGET_INITIAL, fixture.centreProject(), "30227", "一般公共预算", "项目支出", 64_000_000));
        year.add(fixture.entry(own, EntryKind.BUDGET_INCOME, null, "", "一般公共预算", "", 164_000_000));
        year.add(fixture.entry(centre, EntryKind.BUDGET_INCOME, null, "", "一般公共预算", "", 60_000_000));
        year.add(fixture.entry(own, EntryKind.OPENING, null, "", "一般公共预算", "", 8_213_465));
        for (int month = 1; month <= 12; month++) {
            var on = BookFixture.on(LocalDate.of(2024, month, 18));
            year.add(on.apply(fixture.basic(2_950_000 + month * 1_234)));
            year.add(on.apply(fixture.spent(month == 12 ? 45_000_000 : 5_123_400)));
            year.add(on.apply(fixture.entry(
                    centre, EntryKind.EXPENSE, fixture.centreProject(), "30227", "一般公共预算", "项目支出", 4_800_000)));
            year.add(on.apply(fixture.entry(own, EntryKind.INCOME, null, "", "一般公共预算", "", 13_600_000)));
        }
        assertThat(ledger.post(BookFixture.CLERK, fixture.book().id(), year).problems())
                .isEmpty();
    }

    @Test
    void opensAFigureDownToItsVouchers() {
        signIn(people.everything(), "/execution/progress");
        assertThat(page.locator("#tc-main h1")).hasText("执行进度");
        assertThat(page.locator(".ex-tiles")).containsText("时间进度（截至 2024-12-31）");
        assertThat(page.locator(".ex-warnings")).containsText("年底突击支出");
        picture("progress");
        assertThat(Axe.findings(page)).isEmpty();
        page.locator(".el-table")
                .first()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("1,013,574.00"))
                .click();
        settle();
        assertThat(page.locator("#tc-main h1")).hasText("支出明细");
        assertThat(page.locator(".el-table__footer")).containsText("1,013,574.00");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("详情"))
                .first()
                .click();
        assertThat(page.locator(".el-drawer")).containsText("办理过程登记测试用户");
        settle();
        picture("entry");
    }

    @Test
    void entersAndReversesAnEntry() {
        signIn(people.everything(), "/execution/income");
        button("登记收入").click();
        Locator form = page.locator(".el-dialog:visible");
        form.getByLabel("日期").fill("2023-05-06");
        form.getByLabel("日期").press("Enter");
        form.getByLabel("金额").fill("1,234.5");
        chooseFirst(form, "功能分类科目", "2101506");
        settle();
        picture("form");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记"))
                .click();
        assertThat(form.getByRole(AriaRole.ALERT).first()).containsText("日期的值“2023-05-06”不可用，应为2024 年内的日期");
        form.getByLabel("日期").fill("2024-05-06");
        form.getByLabel("日期").press("Enter");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记"))
                .click();
        assertThat(form).isHidden();
        page.getByPlaceholder("起").fill("2024-05-06");
        page.getByPlaceholder("起").press("Enter");
        page.getByPlaceholder("止").fill("2024-05-06");
        page.getByPlaceholder("止").press("Enter");
        button("查询").click();
        assertThat(page.locator(".el-table__footer")).containsText("1,234.50");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("详情"))
                .first()
                .click();
        page.locator(".el-drawer")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("冲销"))
                .click();
        page.getByLabel("冲销原因").fill("登记错误");
        page.locator(".el-dialog:visible")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("冲销"))
                .click();
        assertThat(page.locator(".el-drawer")).containsText("已冲销");
        assertThat(page.locator(".el-table__footer")).containsText("0.00");
        settle();
        picture("reversed");
    }

    @Test
    void adjustsTheBudget() {
        signIn(people.everything(), "/budget/items");
        assertThat(page.locator("#tc-main")).containsText("收支不平衡");
        picture("items");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("调整").setExact(true))
                .first()
                .click();
        Locator form = page.locator(".el-dialog:visible");
        form.getByLabel("调整金额，调减填负数").fill("-1000");
        form.getByLabel("调整原因").fill("压减一般性支出");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("调整"))
                .click();
        assertThat(form.getByRole(AriaRole.ALERT).first()).containsText("文号");
        form.getByLabel("批复文号").fill("样财预〔2024〕9号");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("调整"))
                .click();
        assertThat(form).isHidden();
        assertThat(page.locator(".el-table__footer")).containsText("-1,000.00");
        for (String path : List.of(
                "/budget/income",
                "/budget/projects",
                "/budget/entries",
                "/execution/balances",
                "/execution/contracts",
                "/execution/assets",
                "/execution/three-public",
                "/execution/prior")) {
            go(path);
            picture(path.substring(1).replace('/', '-'));
        }
    }

    @Test
    void entersAContract() {
        signIn(people.everything(), "/execution/contracts");
        button("登记").click();
        Locator form = page.locator(".el-dialog:visible");
        form.getByLabel("合同编号").fill("CG-2024-001");
        form.getByLabel("合同名称").fill("<b>系统运维</b>");
        form.getByLabel("供应商").fill("样例科技有限公司");
        form.getByText("其中：小微企业").click();
        form.getByLabel("合同金额").fill("98000");
        form.getByLabel("签订日期").fill("2024-03-05");
        form.getByLabel("签订日期").press("Enter");
        settle();
        picture("contract-form");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存"))
                .click();
        assertThat(form).isHidden();
        assertThat(page.locator(".el-table__body")).containsText("<b>系统运维</b>");
        assertThat(page.locator(".el-table__footer")).containsText("98,000.00");
        settle();
        picture("contracts");
    }
}
