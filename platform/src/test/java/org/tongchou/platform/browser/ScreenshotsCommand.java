package org.tongchou.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * Takes the pictures of the main pages for the documentation: {@code ./tongchou screenshots}. Not named like a test, so
 * that it runs only when it is asked for.
 */
@ActiveProfiles("demo")
@TestPropertySource(properties = {"tongchou.home=..", "tongchou.run-jobs=true"})
class ScreenshotsCommand extends BrowserTest {
    private static final Path FOLDER = Path.of("..", "docs", "images", "console");
    private static final long LARGEST = 300 * 1024L;

    /** Name of the picture and the line of the menu that opens the page; slashes lead on into the page. */
    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("01-desk", "/");
        pages.put("02-budget", "/budget/items");
        pages.put("03-execution", "/execution/progress");
        pages.put("04-entries", "/execution/expenses");
        pages.put("05-document", "/documents/1");
        pages.put("06-performance", "/performance/summary");
        pages.put("07-publications", "/disclosure/publications");
        pages.put("08-findings", "/disclosure/publications/1");
        pages.put("09-users", "/identity/users");
        pages.put("10-audit", "/audit/entries");
        pages.put("11-public", "/public");
        return pages;
    }

    @Test
    void takePictures() throws IOException {
        signIn(people.everything(), "/");
        Files.createDirectories(FOLDER);
        for (int[] size : new int[][] {{1366, 768}, {1920, 1080}}) {
            page.setViewportSize(size[0], size[1]);
            for (Map.Entry<String, String> picture : PAGES.entrySet()) {
                go(picture.getValue());
                take(FOLDER.resolve(picture.getKey() + "-" + size[0] + ".png"));
            }
        }
    }

    private void take(Path file) throws IOException {
        page.evaluate("() => document.fonts.ready");
        Locator notices = page.locator(".el-notification");
        assertThat(notices.count()).as("no failure on " + file).isZero();
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as("size of " + file).isLessThan(LARGEST);
    }
}
