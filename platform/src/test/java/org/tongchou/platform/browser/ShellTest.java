package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What surrounds the pages: tabs that keep state, an ended session, no network, addresses that are not for everybody. */
@SuppressWarnings("NullAway.Init") // set before each test
class ShellTest extends BrowserTest {
    private static final String SEARCH = "搜索帮助和术语";

    private People.Person person;

    @BeforeEach
    void person() {
        person = people.create("shell", "演示经办乙", Set.of());
    }

    @Test
    void asksStrangersToSignInAndLeadsThemBack() {
        go("/help?page=/imports");
        assertThat(page).hasURL(Pattern.compile("/sign-in\\?next=/help"));
        assertThat(Axe.findings(page)).isEmpty();
        page.getByLabel("用户名").fill(person.userName());
        page.getByLabel("口令", new Page.GetByLabelOptions().setExact(true)).fill(person.password());
        page.keyboard().press("Enter");
        assertThat(page.locator("article h2")).hasText("导入");
    }

    @Test
    void keepsWhatWasTypedWhenTheTabIsLeft() {
        signIn(person, "/help");
        page.getByLabel(SEARCH).fill("红冲");
        page.locator(".tc-tabs").getByText("工作台").click();
        assertThat(page).hasURL(address("/"));
        page.locator(".tc-tabs").getByText("使用帮助").click();
        assertThat(page.getByLabel(SEARCH)).hasValue("红冲");
        page.getByLabel("关闭使用帮助").click();
        assertThat(page).hasURL(address("/"));
    }

    @Test
    void keepsThePageWhenTheSessionHasEnded() {
        signIn(person, "/help");
        page.getByLabel(SEARCH).fill("红冲");
        people.endSessions(person);
        page.locator(".tc-tabs").getByText("工作台").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("登录已过期"));
        assertThat(dialog).isVisible();
        dialog.getByLabel("口令", new Locator.GetByLabelOptions().setExact(true)).fill(person.password());
        page.keyboard().press("Enter");
        assertThat(dialog).isHidden();
        page.locator(".tc-tabs").getByText("使用帮助").click();
        assertThat(page.getByLabel(SEARCH)).hasValue("红冲");
    }

    @Test
    void tellsWhenTheNetworkIsGone() {
        signIn(person, "/");
        page.context().setOffline(true);
        assertThat(page.locator(".tc-notice")).containsText("网络已断开");
        page.context().setOffline(false);
        assertThat(page.locator(".tc-notice")).hasCount(0);
    }

    @Test
    void refusesPagesWithoutRight() {
        signIn(person, "/identity/users");
        assertThat(page.locator("#tc-main")).containsText("没有权限");
        assertThat(Axe.findings(page)).isEmpty();
    }

    @Test
    void signsOut() {
        signIn(person, "/");
        button(person.displayName()).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("退出登录"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        go("/");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
    }
}
