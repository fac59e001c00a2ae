package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;

/** A voucher from being typed in to the statement, by two people, and the other pages of the funds. */
class FundTest extends BrowserTest {
    @Autowired
    private Ledger ledger;

    private void post(String id, int month, String debit, String credit, long fen) {
        ledger.post(
                TestActors.actor(),
                new Voucher(
                        Funds.EMPLOYEE,
                        LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                .withDayOfYear(1)
                                .withMonth(month),
                        new Cause("test", "browser", id),
                        "样例业务",
                        List.of(Leg.debit(debit, fen, null), Leg.credit(credit, fen, null))));
    }

    @Test
    void aVoucherGoesFromEntryToStatement() {
        post("dues", 1, FundAccounts.TREASURY_BANK, FundAccounts.DUES_EMPLOYERS, 120_000_000);
        post("use", 1, FundAccounts.SPENDING_BANK, FundAccounts.TREASURY_BANK, 60_000_000);
        post("care", 1, FundAccounts.INPATIENT, FundAccounts.SPENDING_BANK, 40_000_000);
        signIn(people.everything("fundclerk", "样例会计"), "/fund/vouchers");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("手工凭证"))
                .click();
        button("填制凭证").click();
        Locator form = page.locator(".el-dialog:visible");
        form.getByLabel("摘要").fill("利息入账");
        chooseFirst(form, "第 1 行科目", "A03 财政专户存款");
        form.getByLabel("第 1 行借方").fill("1234.56");
        chooseFirst(form, "第 2 行科目", "I03 利息收入");
        form.getByLabel("第 2 行贷方").fill("1234.56");
        form.getByLabel("第 2 行贷方").press("Tab");
        assertThat(form).containsText("借方 1,234.56，贷方 1,234.56");
        picture("fund-draft");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交复核"))
                .click();
        assertThat(form).isHidden();
        assertThat(page.locator("#tc-main")).containsText("待复核");
        signIn(people.everything("fundreview", "样例复核"), "/fund/vouchers");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("手工凭证"))
                .click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("复核").setExact(true))
                .first()
                .click();
        assertThat(page.locator("#tc-main")).containsText("已入账");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("凭证").setExact(true))
                .first()
                .click();
        assertThat(page.locator(".el-drawer")).containsText("样例复核");
        settle();
        picture("fund-voucher");
        go("/fund/statements");
        assertThat(page.locator("#tc-main h1")).hasText("报表");
        Locator interest = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("1,234.56"));
        assertThat(interest.first()).isVisible();
        picture("fund-statement");
        assertThat(Axe.findings(page)).isEmpty();
        interest.first().click();
        assertThat(page.locator("#tc-main")).containsText("利息收入明细账");
        assertThat(page.locator("#tc-main")).containsText("利息入账");
        settle();
        picture("fund-ledger");
        for (String path : List.of("payments", "bank", "periods", "personal-accounts")) {
            go("/fund/" + path);
            assertThat(page.locator("#tc-main h1")).isVisible();
            picture("fund-" + path);
            assertThat(Axe.findings(page)).as(path).isEmpty();
        }
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }
}
