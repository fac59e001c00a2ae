package org.tongchou.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.RightCatalogue;

/**
 * A test in the browser. Fails when a page reports an error of its own, breaks the content policy, or does not settle;
 * leaves a picture of the last page in {@code target/browser}. Has an application of its own, because the token that
 * other tests put into their requests changes how the application they share gives tokens out.
 */
@PlatformTest
@TestPropertySource(properties = "spring.application.name=tongchou-in-the-browser")
@SuppressWarnings("NullAway.Init") // set before each test
abstract class BrowserTest {
    private static @Nullable Chromium chromium;

    /** The page of the test. */
    protected Page page;

    /** People to sign in. */
    protected People people;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Units units;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private List<RightCatalogue> catalogues;

    @LocalServerPort
    protected int port;

    private BrowserContext context;
    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        Chromium running = chromium;
        if (running != null) {
            running.close();
        }
    }

    @BeforeEach
    void open() {
        context = Objects.requireNonNull(chromium).newContext(1366, 768);
        people = new People(database, units, encoder, catalogues);
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onPageError(error -> errors.add(error));
        page.onConsoleMessage(message -> {
            // A refused request is the page's business; what it makes of it is tested where it matters.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
    }

    @AfterEach
    void close(TestInfo test) {
        String name = test.getTestClass().map(Class::getSimpleName).orElse("") + "-"
                + test.getTestMethod().map(method -> method.getName()).orElse("");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
        context.close();
        assertThat(errors).as("errors told by the pages").isEmpty();
    }

    /** The address of a page. */
    protected String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Signs somebody in without the sign-in page, and opens a page. */
    protected void signIn(People.Person person, String path) {
        page.navigate("about:blank"); // else what a page still asks for may take another token
        context.clearCookies();
        APIResponse session = context.request().get(address("/api/session"));
        assertThat(session.status()).as(session.text()).isEqualTo(200);
        String token = context.cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        APIResponse answer = context.request()
                .post(
                        address("/api/session"),
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setData(Map.of("userName", person.userName(), "password", person.password())));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        go(path);
    }

    /** Opens a page and waits until it is still. */
    protected void go(String path) {
        page.navigate(address(path));
        settle();
    }

    /** Waits until nothing is asked for and nothing moves any more. */
    protected void settle() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction("() => !document.querySelector('.el-loading-mask:not([style*=\"display: none\"])')");
        // Pages for the public move nothing, and their content policy takes no style from outside.
        if (page.locator("#app").count() > 0) {
            page.addStyleTag(
                    new Page.AddStyleTagOptions().setContent("*{transition:none!important;animation:none!important}"));
        }
    }

    /** A button by its name. */
    protected Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** A button of exactly this name. */
    protected Locator exact(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A field of a form by exactly its name. */
    protected static Locator field(Locator form, String label) {
        return form.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Types a day or a month. */
    protected static void day(Locator form, String label, String day) {
        field(form, label).fill(day);
        field(form, label).press("Enter");
    }

    /** Sends a form with the button of its foot, and waits until it has closed. */
    protected void submit(Locator form, String name) {
        form.locator(".el-dialog__footer").getByText(name).click();
        PlaywrightAssertions.assertThat(form).isHidden();
        settle();
    }

    /** Takes a picture of the page when it is still. */
    protected void picture(String name) {
        settle();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "browser", getClass().getSimpleName() + "-" + name + ".png")));
    }

    /** Chooses the first answer to what is typed into a select of a form. */
    protected void chooseFirst(Locator form, String label, String typed) {
        Locator input = form.getByLabel(label);
        input.click();
        input.fill(typed);
        page.locator(".el-select-dropdown:visible .el-select-dropdown__item:visible")
                .first()
                .click();
    }
}
