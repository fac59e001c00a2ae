package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console with the keyboard only: signing in, menu, pages, dialogs, signing out. */
class KeyboardTest extends BrowserTest {
    private static final String FOCUSED = "() => document.activeElement.innerText || document.activeElement.ariaLabel"
            + " || document.activeElement.title || document.activeElement.id";

    @Test
    void signsInAndUsesThePages() {
        People.Person person = people.create("keyboard", "演示键盘", Set.of("desk.notice.edit"));
        go("/sign-in");
        tabTo("用户名");
        page.keyboard().type(person.userName());
        tabTo("口令");
        page.keyboard().type(person.password());
        page.keyboard().press("Enter");
        page.waitForURL(address("/"));
        settle();

        page.locator("body").focus();
        page.keyboard().press("Tab");
        assertThat(focused()).as("the first stop leads past the menu").isEqualTo("跳到主要内容");
        page.keyboard().press("Enter");
        assertThat(page.locator("#tc-main")).isFocused();

        page.locator(".tc-menu .el-menu-item").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(focused()).as("arrows walk through the menu").isEqualTo("帮助");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/help$"));
        settle();
        tabTo("搜索帮助和术语");
        page.keyboard().type("红冲");
        assertThat(page.locator("article mark").first()).hasText("红冲");
    }

    @Test
    void writesANoticeAndClosesItsDialog() {
        signIn(people.create("keyboard", "演示键盘", Set.of("desk.notice.edit")), "/");
        tabTo("发布通知");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        tabTo("标题");
        page.keyboard().type("<b>决算布置会</b>");
        tabTo("正文");
        page.keyboard().type("周五上午九点");
        tabTo("发布");
        page.keyboard().press("Enter");
        assertThat(page.locator("#tc-main")).containsText("<b>决算布置会</b>");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        tabTo("<b>决算布置会</b>");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("周五上午九点");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    /** Presses Tab until the focus is on something of this name; every stop must be visible. */
    private void tabTo(String name) {
        for (int stop = 0; stop < 80; stop++) {
            page.keyboard().press("Tab");
            if (named(name)) {
                return;
            }
        }
        throw new AssertionError("no stop of the Tab key is named " + name);
    }

    private boolean named(String name) {
        return (boolean) page.evaluate("""
                (name) => {
                  const element = document.activeElement
                  const label = element.labels?.[0]?.innerText
                  const text = element.ariaLabel ?? label ?? element.innerText ?? ''
                  return text.replace(/[*\\s]/g, '') === name.replace(/\\s/g, '')
                }""", name);
    }

    private String focused() {
        return String.valueOf(page.evaluate(FOCUSED)).strip();
    }
}
