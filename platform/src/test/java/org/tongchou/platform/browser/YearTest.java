package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * The work of a year on the demonstration's synthetic bureau, from the import of vouchers to the publication of its
 * final accounts, as its people do it in the browser.
 */
@ActiveProfiles("demo")
@TestPropertySource(properties = {"tongchou.home=..", "tongchou.run-jobs=true", "tongchou.demo-people=0"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YearTest extends BrowserTest {
    private static final String BUREAU = "样例市医疗保障局（部门汇总）";
    private static final double LONG = 120_000;
    private static final Path DOWNLOADS = Path.of("target", "browser", "downloads");

    @Test
    @Order(1)
    void importsExecutionDetailsAndMendsTheirErrors() {
        signIn(people.everything(), "/imports/new");
        String file = """
                预算单位,支付日期,支付凭证号,用途,收款人全称,项目编码,功能分类科目编码,部门经济分类科目编码,资金性质,支出类型,支付金额
                样例市医疗保障局本级,2026-11-03,BT-001,办公用品,样例文具店,,2101501,30201,一般公共预算,基本支出,"1,234.50"
                样例市医疗保障局本级,2026-11-04,BT-002,=HYPERLINK("x"),样例文具店,,2101501,30201,一般公共预算,基本支出,不详
                """;
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("支付明细.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        button("开始检查").click();
        assertThat(page.locator(".import-facts")).containsText("1 行", contains());
        assertThat(page.locator(".import-facts")).containsText("有误");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("逐行更正"))
                .click();
        page.getByLabel(Pattern.compile("第 3 行 支付金额.*点击更正")).click();
        page.getByLabel("第 3 行 支付金额").fill("65.50");
        page.keyboard().press("Enter");
        button("入账 2 行").click();
        button("确认入账 2 行").click();
        assertThat(page.locator(".tc-says")).containsText("已入账", contains());
        go("/execution/expenses");
        page.getByPlaceholder("摘要、往来单位、凭证号").fill("BT-00");
        button("查询").click();
        assertThat(page.locator("#tc-main")).containsText("BT-002");
        assertThat(page.locator("#tc-main")).containsText("=HYPERLINK(\"x\")");
    }

    @Test
    @Order(2)
    void opensAFigureDownToItsVouchers() {
        openDocument(people.everything());
        page.locator(".doc-table .doc-figure").first().click();
        Locator drawer = page.getByRole(AriaRole.DIALOG);
        assertThat(drawer).containsText("凭证号");
        assertThat(drawer).containsText(Pattern.compile("与 \\d+ 笔明细合计相等"));
        assertThat(Axe.findings(page)).isEmpty();
    }

    @Test
    @Order(3)
    void seesAFailedCheckAndJumpsToItsPlace() {
        openDocument(people.everything());
        supplement("自评项目数", "77");
        tab("校验结果");
        assertThat(page.locator(".doc-results")).containsText("正文说自评项目数 77");
        page.locator(".doc-results").getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.locator("[data-key=自评项目数]")).hasClass(Pattern.compile("doc-marked"));
        supplement("自评项目数", "");
        tab("校验结果");
        assertThat(page.getByText("不符 0")).isVisible();
        page.getByText(Pattern.compile("^提示 \\d+")).click();
        page.getByText("总表 年初结转和结余 决算数").click();
        assertThat(page.locator(".doc-table td.doc-marked")).isVisible();
    }

    @Test
    @Order(4)
    void givesReasonsApprovesAndPublishes() {
        openDocument(people.everything("clerk2", "演示经办甲"));
        tab("文字说明");
        assertThat(page.locator(".doc-side")).containsText("还差 2 项");
        Locator missing = page.locator(".doc-side li", new Page.LocatorOptions().setHasText("尚未说明"));
        for (int left = 1; left >= 0; left--) {
            missing.first().getByText("填写").click();
            page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill("单位合并办公，相应支出减少");
            button("保存").click();
            assertThat(missing).hasCount(left);
        }
        assertThat(page.locator(".doc-side")).containsText("已齐");
        button("提交审核").click();
        assertThat(page.locator(".tc-says")).containsText("审核");

        openDocument(people.everything("reviewer2", "演示审核乙"));
        button("登记批复").click();
        page.getByLabel("批复文号").fill("样医保批〔2026〕1 号");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("批复").setExact(true))
                .click();
        assertThat(page.locator(".tc-says")).containsText("已批复");
        button("公开").click();
        assertThat(page.locator(".tc-says")).containsText("已公开", contains());
    }

    @Test
    @Order(5)
    void downloadsAndAuditsAgainWithoutAFail() {
        openDocument(people.everything());
        tab("预览与下载");
        List<Path> files = List.of("Word", "Excel", "PDF", "网页").stream()
                .map(this::download)
                .toList();
        go("/disclosure/uploads");
        page.locator("input[type=file]").setInputFiles(files.toArray(Path[]::new));
        assertThat(page.locator(".el-table .dis-counts"))
                .hasCount(files.size(), new LocatorAssertions.HasCountOptions().setTimeout(LONG));
        assertThat(page.locator(".el-table .dis-counts").allInnerTexts())
                .allSatisfy(counts -> assertThat(counts).startsWith("不符 0"));
    }

    @Test
    @Order(6)
    void auditsAnUploadedDocumentOfAnotherBureau() {
        signIn(people.everything(), "/disclosure/publications");
        Locator published = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("泉州市医疗保障局 2020 年度部门决算"));
        assertThat(published).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
        published.click();
        page.waitForURL(Pattern.compile("/publications/\\d+"));
        String id = page.url().replaceAll(".*/", "");
        byte[] file = page.context()
                .request()
                .get(address("/api/disclosure/publications/" + id + "/files/docx"))
                .body();
        go("/disclosure/uploads");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("泉州 2020 <img src=x>.docx", "application/octet-stream", file));
        Locator row = page.locator(".el-table__row", new Page.LocatorOptions().setHasText("泉州 2020 "));
        assertThat(row).containsText(Pattern.compile("不符 [1-9]"), contains());
        row.getByRole(AriaRole.LINK).first().click();
        page.waitForURL(Pattern.compile("/uploads/\\d+"));
        settle();
        assertThat(page.locator("#tc-main table").first()).isVisible();
        assertThat(Axe.findings(page)).isEmpty();
    }

    private Path download(String name) {
        Download download = page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(LONG),
                () -> button("下载 " + name).click());
        Path file = DOWNLOADS.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private void openDocument(People.Person person) {
        signIn(person, "/documents");
        page.locator(".el-table__row", new Page.LocatorOptions().setHasText("决算"))
                .getByText(BUREAU)
                .click();
        page.waitForURL(Pattern.compile("/documents/\\d+"));
        settle();
    }

    private void supplement(String key, String value) {
        tab("文字说明");
        page.getByLabel("填写" + key).click();
        page.getByRole(AriaRole.DIALOG).getByLabel(key).fill(value);
        button("保存").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        settle();
    }

    private void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
        settle();
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LONG);
    }
}
