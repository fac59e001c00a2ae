package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every page of the menu opens, and nobody is shut out of it. */
class PagesTest extends BrowserTest {
    @Test
    void everyPageOfTheMenuOpensWithoutBarriers() {
        signIn(people.everything(), "/");
        SoftAssertions pages = new SoftAssertions();
        for (String path : menuPaths()) {
            go(path);
            pages.assertThat(page.locator("#tc-main .tc-state-title").allInnerTexts())
                    .as("%s shows its content", path)
                    .isEmpty();
            pages.assertThat(page.locator("#tc-main h1").count())
                    .as("%s has one title", path)
                    .isEqualTo(1);
            pages.assertThat(sideways()).as("%s fits 1366 pixels", path).isFalse();
            pages.assertThat(Axe.findings(page)).as("barriers on %s", path).isEmpty();
        }
        pages.assertAll();
    }

    @Test
    void somebodyWithoutRightsSeesOnlyWhatEverybodySees() {
        signIn(people.nothing(), "/");
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主菜单")))
                .not()
                .containsText("用户");
        go("/no/such/page");
        assertThat(page.locator("#tc-main")).containsText("没有这个页面");
        assertThat(Axe.findings(page)).isEmpty();
    }

    @Test
    void largeTextFits() {
        signIn(people.everything(), "/");
        button("大字").click();
        settle();
        assertThat(sideways()).isFalse();
        assertThat(Axe.findings(page)).isEmpty();
    }

    private boolean sideways() {
        return (boolean)
                page.evaluate(
                        "() => document.documentElement.scrollWidth > innerWidth"
                                + " || document.querySelector('#tc-main').scrollWidth > document.querySelector('#tc-main').clientWidth");
    }

    /** Opens every part of the menu and follows each line once. */
    private List<String> menuPaths() {
        List<String> paths = new ArrayList<>();
        Locator titles = page.locator(".tc-menu .el-sub-menu__title");
        for (int i = 0; i < titles.count(); i++) {
            titles.nth(i).click();
        }
        int lines = page.locator(".tc-menu .el-menu-item").count();
        for (int i = 0; i < lines; i++) {
            page.locator(".tc-menu .el-menu-item").nth(i).dispatchEvent("click");
            settle();
            paths.add((String) page.evaluate("() => location.pathname"));
        }
        return paths;
    }
}
