package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.region.Region;

/** Lists with errors, from the file to what they became. */
class ListsTest extends BrowserTest {
    private static final LocalDate BORN = LocalDate.of(1985, 7, 8);
    private static final String POPULATION = """
            区县名称,年份,户籍人口,常住人口
            样例甲县,2025,500000,400000
            样例癸县,2025,300000,310000
            样例乙县,2024,二十万,200000
            """;

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private Registry registry;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestJobs jobs;

    private People.Person clerk;

    @BeforeEach
    void fill() {
        clerk = people.everything();
        if (region.counties().isEmpty()) {
            TestCounties.create(units, region);
        }
    }

    @Test
    void importsPopulationsAndShowsThem() {
        try (TestJobs.Background running = jobs.keepDraining()) {
            assertThat(running).isNotNull();
            signIn(clerk, "/intake/new?kind=region.population");
            page.getByLabel("数据来源").fill("样例市 2025 年统计公报");
            page.getByLabel("来源日期").fill("2026-03-01");
            page.getByLabel("来源日期").press("Enter");
            picture("population");
            upload("人口.csv", POPULATION);
            says("有误 2 行待改正或跳过，可入账 1 行");
            mendAll("区县“样例癸县”改正为", "样例乙县");
            says("有误 1 行待改正或跳过，可入账 2 行");
            tab("逐行查看和改正");
            mend("二十万", "200000");
            button("入账 3 行").click();
            button("确认入账 3 行").click();
            says("已入账 演示经办");
        }
        go("/region/counties");
        assertThat(page.locator("#tc-main h1")).hasText("区县和人口");
        assertThat(page.locator(".el-table")).containsText("500,000");
        assertThat(page.locator(".el-table")).containsText("310,000");
        picture("counties");
        assertThat(Axe.findings(page)).isEmpty();
        go("/region/policy");
        page.getByLabel("名称、含义、值或来源").fill("中央财政分担");
        page.getByLabel("名称、含义、值或来源").press("Enter");
        picture("policy");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("中央财政分担比例"))
                .click();
        assertThat(page.locator(".el-drawer")).containsText("样例办法 财政分担");
        picture("parameter");
        assertThat(Axe.findings(page)).isEmpty();
    }

    @Test
    void importsTheRollOfCivilAffairs() {
        Villagers villagers = new Villagers(registry, transactions);
        String list = "身份证号,姓名,救助类别,认定日期,文号\n";
        long[] known = new long[4];
        for (int i = 0; i < known.length; i++) {
            known[i] = villagers.person("样例救助" + i, BORN, 31 + 2 * i, "359901");
        }
        String wrongNumber = Villagers.idNumber(BORN, 37).replaceFirst("^359900", "359901");
        list += Villagers.idNumber(BORN, 31) + ",样例救助0,低保,2026-01-01,样民〔2026〕1号\n"
                + Villagers.idNumber(BORN, 33) + ",样例救助1,低保家庭户,2026-01-01,样民〔2026〕1号\n"
                + Villagers.idNumber(BORN, 35) + ",样例别名,特困,2026-01-01,样民〔2026〕1号\n"
                + wrongNumber + ",样例救助3,特困,2026-01-01,样民〔2026〕1号\n"
                + Villagers.idNumber(BORN, 39) + ",样例没有,特困,2026-01-01,样民〔2026〕1号\n";
        People.Person reviewer = people.everything("reviewer", "演示复核");
        try (TestJobs.Background running = jobs.keepDraining()) {
            assertThat(running).isNotNull();
            signIn(clerk, "/intake/new?kind=enrolment.civil-affairs");
            page.getByLabel("来源部门").fill("样例民政局");
            picture("new");
            upload("民政.csv", list);
            says("有误 4 行待改正或跳过，可入账 1 行");
            picture("problems");
            assertThat(page.locator("#tc-main").innerText()).doesNotContain(wrongNumber);
            assertThat(Axe.findings(page)).isEmpty();
            mendAll("身份“低保家庭户”改正为", "低保");
            says("有误 3 行待改正或跳过，可入账 2 行");
            tab("逐行查看和改正");
            picture("rows");
            assertThat(Axe.findings(page)).isEmpty();
            mend("样例别名", "样例救助2");
            says("有误 2 行待改正或跳过，可入账 3 行");
            Locator wrong = row("样例救助3").locator("td.import-wrong button");
            assertThat(wrong).not().containsText(wrongNumber);
            wrong.click();
            assertThat(editing()).hasValue(wrongNumber);
            picture("number");
            editing().fill(Villagers.idNumber(BORN, 37));
            editing().press("Enter");
            says("有误 1 行待改正或跳过，可入账 4 行");
            row("样例没有").locator(".el-checkbox").click();
            button("跳过所选 1 行").click();
            page.getByLabel("跳过原因").fill("没有参保登记");
            page.locator(".el-dialog:visible")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("跳过"))
                    .click();
            says("4 行可以入账，须由上传和改正以外的人复核");
            signIn(reviewer, URI.create(page.url()).getPath());
            button("入账 4 行").click();
            picture("confirm");
            button("确认入账 4 行").click();
            says("已入账 演示复核");
            tab("比对结果");
            assertThat(page.locator("#tc-main")).containsText("新增身份");
            picture("posted");
        }
        LocalDate day = LocalDate.of(2026, 2, 1);
        assertThat(enrolments.identities(known[0], day)).containsExactly("低保");
        assertThat(enrolments.identities(known[1], day)).containsExactly("低保");
        assertThat(enrolments.identities(known[2], day)).containsExactly("特困");
        assertThat(enrolments.identities(known[3], day)).containsExactly("特困");
        go("/intake");
        assertThat(page.locator(".el-table").first()).containsText("民政救助对象名单");
        picture("batches");
    }

    private void upload(String name, String list) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    }

    private void says(String text) {
        assertThat(page.locator(".tc-says").last()).containsText(text);
    }

    private void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    /** Mends all rows that have the same problem. */
    private void mendAll(String label, String text) {
        Locator input = page.getByLabel(label);
        input.fill(text);
        input.press("Enter");
    }

    private Locator row(String text) {
        return page.locator(".import-table tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    private Locator editing() {
        return page.locator(".intake-editing input");
    }

    /** Mends the cell that shows a text. */
    private void mend(String shown, String text) {
        row(shown)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("：" + shown))
                .click();
        editing().fill(text);
        editing().press("Enter");
    }
}
