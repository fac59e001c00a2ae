package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.NewPayment;
import org.tongchou.platform.fund.Payee;
import org.tongchou.platform.fund.Payments;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.job.TestJobs;

/** A voucher from being typed in to the statement, by two people, and the other pages of the funds. */
class FundTest extends BrowserTest {
    @Autowired
    private Ledger ledger;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private Payments payments;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestJobs jobs;

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
    void showsPaymentsBankAccountsAndInterest() {
        int last = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1;
        LocalDate day = LocalDate.of(last, 1, 15);
        Cause cause = new Cause("contribution", "bill", "1");
        List<Leg> legs = List.of(
                Leg.debit(FundAccounts.TREASURY_BANK, 120_000, null),
                Leg.credit(FundAccounts.DUES_PERSONS, 120_000, null));
        transactions.executeWithoutResult(status -> {
            long voucher = ledger.post(TestActors.actor(), new Voucher(Funds.ACCOUNT, day, cause, "样例企业 医疗保险费", legs));
            accounts.credit(
                    TestActors.actor(),
                    last + "-01",
                    List.of(new PersonalAccounts.Credit(1, 120_000, day, false, cause, voucher)));
            ledger.post(
                    TestActors.actor(),
                    new Voucher(
                            Funds.EMPLOYEE,
                            LocalDate.now(ZoneId.of("Asia/Shanghai")),
                            new Cause("test", "use", "1"),
                            "用款",
                            List.of(
                                    Leg.debit(FundAccounts.SPENDING_BANK, 500_000, null),
                                    Leg.credit(FundAccounts.DUES_EMPLOYERS, 500_000, null))));
            payments.request(
                    TestActors.actor(),
                    new NewPayment(
                            Funds.EMPLOYEE,
                            new Cause("contribution", "refund", "1"),
                            new Payee("MA9900100", "样例企业", "样例银行", "6200000000000000001"),
                            "退费",
                            List.of(Leg.debit(FundAccounts.RECEIVED_OTHER, 12_345, "MA9900100"))));
            database.sql("""
                            insert into fund.bank_line (fund, account, line_date, serial, fen, balance_fen, counterparty, summary,
                                batch_id)
                            select 'employee', 'A04', current_date, 'YH' || n, n * 10000, n * 20000, '样例付款人', '样例到账', 1
                            from generate_series(1, 5) as n""").update();
        });
        People.Person clerk = people.everything("fundclerk", "样例会计");
        try (TestJobs.Background running = jobs.keepDraining()) {
            assertThat(running).isNotNull();
            signIn(clerk, "/fund/personal-accounts");
            assertThat(page.locator("#tc-main")).containsText("两者一致");
            button("计算一年的利息").click();
            page.locator(".el-dialog:visible")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("计算"))
                    .click();
            assertThat(page.locator("#tc-main")).containsText("待复核");
            assertThat(button("复核入账")).hasCount(0);
            settle();
            picture("fund-personal");
            assertThat(Axe.findings(page)).isEmpty();
            signIn(people.everything("fundreview", "样例复核"), "/fund/personal-accounts");
            button("复核入账").click();
            assertThat(page.locator("#tc-main")).containsText("已入账");
            settle();
            picture("fund-interest");
        }
        button("明细").first().click();
        settle();
        assertThat(page.locator(".el-drawer:visible")).containsText("个人账户计息");
        assertThat(page.locator(".el-drawer:visible")).containsText("单位缴费核定");
        picture("fund-account");
        for (String path : List.of("payments", "bank")) {
            go("/fund/" + path);
            picture("fund-" + path + "-filled");
            assertThat(Axe.findings(page)).as(path).isEmpty();
        }
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
}
