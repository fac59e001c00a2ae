package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.accounts.document.DocumentFixture;

/** A document in the console: a figure opens to its vouchers, a check leads to its cell, a reason is given in place. */
class DocumentPagesTest extends BrowserTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient database;

    @Test
    void figuresOpenToVouchersAndReasonsAreGivenInPlace() {
        setDefaultAssertionTimeout(20_000);
        DocumentFixture fixture = DocumentFixture.get(beans);
        signIn(people.everything(), "/documents/" + DocumentFixture.draft(fixture, database));
        page.locator(".doc-table .doc-figure").first().click();
        assertThat(page.locator(".el-drawer")).containsText("笔明细合计相等");
        look("source");
        assertThat(Axe.findings(page)).isEmpty();
        page.keyboard().press("Escape");
        for (int at = 1; at < 9; at++) {
            page.locator(".doc-topics .el-radio-button").nth(at).click();
            look("table-" + (at + 1));
        }
        tab("文字说明");
        assertThat(page.locator(".doc-side")).containsText("还差");
        look("text");
        assertThat(Axe.findings(page)).isEmpty();
        page.locator(".doc-article .doc-needed").first().click();
        page.getByRole(AriaRole.DIALOG).locator("textarea").fill("上级补助资金增加");
        button("保存").click();
        assertThat(page.locator(".doc-article")).containsText("主要原因是上级补助资金增加。");
        tab("校验结果");
        look("checks");
        assertThat(page.locator(".doc-checks")).containsText("不符 0");
        page.locator(".doc-checks .el-radio-button").getByText("相符").click();
        page.locator(".doc-results .el-button").first().click();
        settle();
        assertThat(page.locator(".doc-marked").count()).isEqualTo(1);
        look("marked");
        tab("版本与差异");
        look("versions");
        tab("办理过程");
        look("trail");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("预览与下载"))
                .click();
        assertThat(page.frameLocator(".doc-frame iframe").locator("body")).containsText("收入支出决算总表");
        go("/documents");
        look("list");
        assertThat(page.locator(".el-table")).containsText("样例市医疗保障局（部门汇总）");
    }

    @Test
    void aDocumentIsMadeInTheConsole() {
        setDefaultAssertionTimeout(20_000);
        DocumentFixture.get(beans);
        signIn(people.everything(), "/documents");
        button("新建文档").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("建立")))
                .isDisabled();
        dialog.locator(".el-select").first().click();
        choose("样例市医疗保障基金中心");
        dialog.locator(".el-select").nth(1).click();
        choose("2024 年度");
        settle();
        assertThat(Axe.findings(page)).isEmpty();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("建立"))
                .click();
        page.waitForURL(Pattern.compile("/documents/\\d+"));
        assertThat(page.locator("h1")).hasText("样例市医疗保障基金中心 2024 年度单位决算");
        assertThat(page.locator(".doc-table .doc-figure").first()).isVisible();
        tab("办理过程");
        assertThat(page.locator(".tc-trail")).containsText("建立");
        go("/documents");
        assertThat(page.locator(".el-table")).containsText("样例市医疗保障基金中心");
    }

    /** Takes an option of the list that is open. */
    private void choose(String option) {
        page.locator(".el-popper:visible")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
        settle();
    }

    private void look(String name) {
        settle();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "documents-" + name + ".png")));
    }
}
