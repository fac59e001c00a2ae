package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.codes.CreditCode;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewEmployer;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.region.Region;

/** An employer's month declared, reviewed and collected; a year's subsidy cleared between the levels; by two people. */
class ContributionTest extends BrowserTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final String CODE = CreditCode.complete("91359900MA8888888").code();

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private Registry registry;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private List<Intake> intakes;

    @Autowired
    private Persons persons;

    @Autowired
    private TestJobs jobs;

    @BeforeEach
    void fill() {
        if (!region.counties().isEmpty()) {
            return;
        }
        TestCounties counties = TestCounties.create(units, region);
        Villagers villagers = new Villagers(registry, transactions);
        String county = counties.first().code();
        long employer = transactions.execute(status -> registry.employers(
                        registry.begin(TestActors.actor(), "import", "测试", SINCE, 1L),
                        List.of(new NewEmployer(CODE, "样例制造公司", "企业", county, SINCE)))
                .get(0));
        for (int i = 0; i < 4; i++) {
            long worker = villagers.person("样例员工" + i, LocalDate.of(1985, 1, 1 + i), i, county);
            villagers.enrol(
                    new NewEnrolment(worker, "employee", i == 3 ? "退休" : "在职", SINCE, null, "", employer, county, ""));
            long resident = villagers.person("样例居民" + i, LocalDate.of(1960, 1, 1 + i), i, county);
            villagers.enrol(resident, "resident", "成年居民", SINCE, county);
        }
    }

    @Test
    void anEmployersMonthIsDeclaredAndCollected() {
        String month = YearMonth.now(CHINA).toString();
        signIn(people.everything("duesclerk", "样例征缴经办"), "/contribution/declarations");
        button("申报一个月").click();
        Locator form = page.locator(".el-dialog:visible");
        form.getByLabel("单位代码").fill(CODE);
        picture("dues-new");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("建立申报"))
                .click();
        Locator drawer = page.locator(".el-drawer:visible");
        assertThat(drawer).containsText("样例制造公司 " + month);
        assertThat(drawer).containsText("其中 4 人没有工资");
        for (int i = 0; i < 3; i++) {
            drawer.getByLabel("样例员工" + i + "的工资").fill("10000");
            drawer.getByLabel("样例员工" + i + "的工资").press("Tab");
        }
        drawer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存工资"))
                .click();
        assertThat(drawer).containsText("其中 1 人没有工资");
        settle();
        picture("dues-draft");
        drawer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交复核"))
                .click();
        assertThat(drawer).containsText("待复核");
        signIn(people.everything("duesreview", "样例征缴复核"), "/contribution/declarations");
        button("办理").first().click();
        drawer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("复核通过"))
                .click();
        assertThat(drawer).containsText("待缴费");
        receive(month, "3038.75");
        go("/contribution/declarations");
        assertThat(page.locator("#tc-main")).containsText("已缴清");
        button("办理").first().click();
        assertThat(drawer).containsText("到账与凭证");
        settle();
        picture("dues-settled");
        assertThat(Axe.findings(page)).isEmpty();
        for (String path : List.of("receipts", "arrears", "refunds", "subsidy")) {
            go("/contribution/" + path);
            assertThat(page.locator("#tc-main h1")).isVisible();
            settle();
            picture("dues-" + path);
            assertThat(Axe.findings(page)).as(path).isEmpty();
        }
    }

    @Test
    void aYearsSubsidyIsCleared() {
        signIn(people.everything("subsidyclerk", "样例补助经办"), "/contribution/subsidy");
        generate("预计", "预拨");
        signIn(people.everything("subsidyreview", "样例补助复核"), "/contribution/subsidy");
        button("全部复核入账").click();
        assertThat(page.locator("#tc-main")).containsText("到位情况");
        signIn(people.everything("subsidyclerk2", "样例补助经办乙"), "/contribution/subsidy");
        generate("核定", "清算");
        signIn(people.everything("subsidyreview2", "样例补助复核乙"), "/contribution/subsidy");
        button("全部复核入账").click();
        assertThat(page.locator("#tc-main")).containsText("待清算 0.00 元");
        settle();
        picture("dues-subsidy-cleared");
        assertThat(Axe.findings(page)).isEmpty();
    }

    @Test
    void aYearOfResidentsIsAssessedAndPaid() {
        String year = Integer.toString(YearMonth.now(CHINA).getYear());
        signIn(people.everything("residentclerk", "样例居民经办"), "/contribution/residents");
        button("核定应缴").click();
        Locator form = page.locator(".el-dialog:visible");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("开始核定"))
                .click();
        assertThat(form).isHidden();
        jobs.drain();
        assertThat(page.getByLabel("应缴和已缴")).containsText("1,600.00");
        run(
                "contribution.person-receipts",
                Map.of("scheme", "resident", "account", FundAccounts.STATE_TREASURY),
                List.of(paid(0, year, "400.00"), paid(1, year, "380.00"), paid(2, year, "400.00")));
        go("/contribution/residents");
        assertThat(page.locator("#tc-main")).containsText("应缴 4 人，已缴 2；个人已缴 800.00 元");
        settle();
        picture("dues-residents");
        assertThat(Axe.findings(page)).isEmpty();
        button("缴费记录").nth(3).click();
        Locator drawer = page.locator(".el-drawer:visible");
        assertThat(drawer).containsText("本人");
        settle();
        picture("dues-person");
        go("/contribution/person-payments");
        assertThat(page.locator("#tc-main")).containsText("金额与应缴 400.00 元不符");
        settle();
        picture("dues-person-payments");
        assertThat(Axe.findings(page)).isEmpty();
        for (String path : List.of("flexible", "aid")) {
            go("/contribution/" + path);
            assertThat(page.locator("#tc-main h1")).isVisible();
            settle();
            picture("dues-" + path);
            assertThat(Axe.findings(page)).as(path).isEmpty();
        }
    }

    private Map<String, String> paid(int resident, String year, String yuan) {
        return Map.of(
                "person",
                persons.byIdNumber(Villagers.idNumber(LocalDate.of(1960, 1, 1 + resident), resident))
                        .orElseThrow()
                        .number(),
                "period",
                year,
                "amount",
                yuan,
                "day",
                LocalDate.now(CHINA).toString(),
                "reference",
                "样例回盘 " + resident);
    }

    private void receive(String month, String yuan) {
        Map<String, String> row = Map.of(
                "employer",
                CODE,
                "month",
                month,
                "amount",
                yuan,
                "day",
                LocalDate.now(CHINA).toString(),
                "reference",
                "样例流水 " + month);
        run("contribution.receipts", Map.of("account", FundAccounts.STATE_TREASURY), List.of(row));
    }

    private void run(String kind, Map<String, String> parameters, List<Map<String, String>> rows) {
        Intake intake = intakes.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        new ListRun(intake, transactions, TestActors.actor(), 9, parameters, rows).run();
    }

    private void generate(String heads, String stage) {
        button("清点人数").click();
        Locator form = page.locator(".el-dialog:visible");
        assertThat(form.getByText(heads).first()).isVisible();
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("清点"))
                .click();
        assertThat(form).isHidden();
        assertThat(page.getByLabel("各级分担")).isVisible();
        button("按分担生成").click();
        form.getByLabel("文号").fill("样例财社 " + stage);
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交复核"))
                .click();
        assertThat(form).isHidden();
        assertThat(page.locator("#tc-main")).containsText("样例财社 " + stage);
    }
}
