package org.tongchou.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.settlement.EverybodyPaid;

/** Pages of clearing: months pass, lists are opened in drawers, differences are handled with a note. */
@Import({EverybodyPaid.class, MovableClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClearingPages extends BrowserTest {
    @AfterEach
    void release() {
        MovableClock.release();
    }

    /** The open drawer. */
    Locator drawer() {
        return page.locator(".el-drawer:visible");
    }

    /** Changes to a tab. */
    void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        settle();
    }

    /** Opens the first row. */
    void openFirst() {
        exact("打开").first().click();
        settle();
    }

    /** Writes down how the last difference of the drawer was handled. */
    void note(String text) {
        drawer().getByText("处理", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        Locator asked = page.locator(".el-dialog:visible");
        asked.locator("textarea").fill(text);
        submit(asked, "保存");
    }

    /** The page fits and has no barriers. */
    void clean() {
        assertThat(Axe.findings(page)).isEmpty();
        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth"))
                .as("fits 1366 pixels")
                .isFalse();
    }
}
