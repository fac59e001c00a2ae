package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * Takes the pictures of the main pages for the documentation, on the demonstration's data: {@code ./tongchou
 * screenshots}. Not named like a test, so that it runs only when it is asked for.
 */
@ActiveProfiles("demo")
@TestPropertySource(properties = {"tongchou.home=..", "tongchou.run-jobs=true"})
class ScreenshotsCommand extends BrowserTest {
    private static final Path FOLDER = Path.of("..", "docs", "images", "console");
    private static final long LARGEST = 300 * 1024L;
    private static final int EXAMPLES = 3;
    private static final double LONG = 120_000;

    @Test
    void takePictures() throws IOException {
        Files.createDirectories(FOLDER);
        signIn(people.everything(), "/disclosure/publications");
        assertThat(page.locator(".el-table .dis-counts"))
                .hasCount(EXAMPLES, new LocatorAssertions.HasCountOptions().setTimeout(LONG));
        for (int[] size : new int[][] {{1366, 768}, {1920, 1080}}) {
            page.setViewportSize(size[0], size[1]);
            takeAll("-" + size[0] + ".png");
        }
    }

    private void takeAll(String ending) throws IOException {
        go("/");
        take("01-desk" + ending);
        go("/budget/items");
        take("02-budget" + ending);
        go("/execution/progress");
        page.locator("canvas").first().waitFor();
        take("03-progress" + ending);
        openDocument();
        page.locator(".doc-table .doc-figure").first().click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("凭证号");
        settle();
        take("04-figure" + ending);
        page.keyboard().press("Escape");
        tab("文字说明");
        take("05-narrative" + ending);
        tab("校验结果");
        take("06-checks" + ending);
        go("/performance/evaluations");
        page.locator("#tc-main .el-table a").first().click();
        page.waitForURL(Pattern.compile("/evaluations/\\d+"));
        settle();
        take("07-evaluation" + ending);
        go("/disclosure/publications");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("2020 年度部门决算")))
                .click();
        page.waitForURL(Pattern.compile("/publications/\\d+"));
        settle();
        take("08-publication" + ending);
        go("/disclosure/comparison");
        take("09-comparison" + ending);
        go("/identity/roles");
        take("10-roles" + ending);
        go("/public");
        take("11-public" + ending);
    }

    private void openDocument() {
        go("/documents");
        page.locator(".el-table__row", new Page.LocatorOptions().setHasText("决算"))
                .getByText("部门汇总")
                .click();
        page.waitForURL(Pattern.compile("/documents/\\d+"));
        settle();
    }

    private void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
        settle();
    }

    private void take(String name) throws IOException {
        page.evaluate("() => document.fonts.ready");
        Locator failures = page.locator(".el-notification");
        assertThat(failures).hasCount(0);
        Path file = FOLDER.resolve(name);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as("size of " + file).isLessThan(LARGEST);
    }
}
