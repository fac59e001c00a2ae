package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.tongchou.platform.sample.SampleRegion;

/**
 * Takes the pictures of the main pages for the documentation, on the demonstration's data: {@code ./tongchou
 * screenshots}. Not named like a test, so that it runs only when it is asked for.
 */
@ActiveProfiles("demo")
@TestPropertySource(properties = {"tongchou.home=..", "tongchou.run-jobs=true"})
class ScreenshotsCommand extends BrowserTest {
    private static final Path FOLDER = Path.of("..", "docs", "images", "console");
    private static final long LARGEST = 250 * 1024L;
    private static final long ALL_TOGETHER = 4 * 1024 * 1024L;
    private static final int EXAMPLES = 3;
    private static final int PATIENCE_SECONDS = 900;

    @Autowired
    private SampleRegion region;

    private long together;

    @Test
    void takePictures() throws IOException {
        Files.createDirectories(FOLDER);
        page.setDefaultTimeout(60_000);
        setDefaultAssertionTimeout(60_000);
        signIn(people.everything(), "/");
        waitForExamples();
        waitForRegion();
        for (int[] size : new int[][] {{1366, 768}, {1920, 1080}}) {
            page.setViewportSize(size[0], size[1]);
            takeAll("-" + size[0] + ".png");
        }
        assertThat(together).as("all pictures together").isLessThan(ALL_TOGETHER);
    }

    /** The examples are audited in the background; the page that lists them does not ask again by itself. */
    private void waitForExamples() {
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        go("/disclosure/publications");
        while (page.locator(".el-table .dis-counts").count() < EXAMPLES) {
            assertThat(Instant.now()).as("the examples are audited in time").isBefore(end);
            page.waitForTimeout(2000);
            go("/disclosure/publications");
        }
    }

    /** The synthetic region is made in the background as well. */
    private void waitForRegion() {
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (person() == null) {
            assertThat(Instant.now()).as("the region is made in time").isBefore(end);
            page.waitForTimeout(2000);
        }
    }

    private @Nullable Long person() {
        return region.find().map(SampleRegion.Made::personId).orElse(null);
    }

    private void takeAll(String ending) throws IOException {
        go("/");
        shown("#tc-main .el-table__row");
        take("01-desk" + ending);
        go("/budget/items");
        shown("#tc-main .el-table__row");
        take("02-budget" + ending);
        go("/execution/progress");
        shown("#tc-main canvas");
        shown("#tc-main .el-table__row");
        take("03-progress" + ending);
        openDocument();
        page.locator(".doc-table .doc-figure").first().click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("凭证号");
        take("04-figure" + ending);
        page.keyboard().press("Escape");
        tab("文字说明", ".doc-article p");
        take("05-narrative" + ending);
        tab("校验结果", ".doc-results tr, .doc-results li, .doc-results .el-table__row");
        take("06-checks" + ending);
        go("/performance/evaluations");
        page.locator("#tc-main .el-table a", new Page.LocatorOptions().setHasText("基金监管专项"))
                .click();
        page.waitForURL(Pattern.compile("/evaluations/\\d+"));
        shown("#tc-main table.form tfoot");
        take("07-evaluation" + ending);
        go("/disclosure/publications");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("2020 年度部门决算")))
                .click();
        page.waitForURL(Pattern.compile("/publications/\\d+"));
        shown(".dis-findings li");
        take("08-publication" + ending);
        go("/disclosure/comparison");
        shown("#tc-main canvas");
        take("09-comparison" + ending);
        go("/identity/roles");
        page.getByText("预算经办", new Page.GetByTextOptions().setExact(true)).click();
        take("10-roles" + ending);
        go("/public");
        take("11-public" + ending);
        takeRegion(ending);
    }

    private void takeRegion(String ending) throws IOException {
        String row = "#tc-main .el-table__row";
        String[][] pages = {
            {"12-person", "/enrolment/persons/" + person(), row},
            {"13-participation", "/enrolment/statistics", row},
            {"14-dues", "/contribution/declarations", row},
            {"15-subsidy", "/contribution/subsidy", "#tc-main table td"},
            {"16-vouchers", "/fund/vouchers", row},
            {"17-agreements", "/provider/agreements", row},
            {"18-policy", "/region/policy", row}
        };
        for (String[] each : pages) {
            go(each[1]);
            shown(each[2]);
            take(each[0] + ending);
        }
    }

    private void openDocument() {
        go("/documents");
        page.locator(".el-table__row", new Page.LocatorOptions().setHasText("决算"))
                .getByText("部门汇总")
                .click();
        page.waitForURL(Pattern.compile("/documents/\\d+"));
        shown(".doc-table .doc-figure");
    }

    private void tab(String name, String content) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
        shown(content);
    }

    /** Waits until a page shows what it is for. */
    private void shown(String selector) {
        page.locator(selector).first().waitFor();
        settle();
    }

    private void take(String name) throws IOException {
        settle();
        page.evaluate("() => document.fonts.ready");
        assertThat(page.locator(".el-notification")).hasCount(0);
        page.mouse().move(0, 0);
        Path file = FOLDER.resolve(name);
        SmallPicture.write(page.screenshot(), file);
        long size = Files.size(file);
        together += size;
        assertThat(size).as("size of " + file).isLessThan(LARGEST);
    }
}
