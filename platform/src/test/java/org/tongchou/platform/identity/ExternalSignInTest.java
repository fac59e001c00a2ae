package org.tongchou.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestUnits;

/** Sign-in with the organisation's own provider lets in known, active users and makes none. */
@PlatformTest
class ExternalSignInTest {
    private static final MockProvider PROVIDER = new MockProvider();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Units units;

    @Autowired
    private FirstUsers users;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("tongchou.oidc-issuer", PROVIDER::issuer);
        registry.add("tongchou.oidc-client-id", () -> "tongchou");
        registry.add("tongchou.oidc-client-secret", () -> "secret");
    }

    @BeforeEach
    void people() {
        if (users.none()) {
            String bureau = TestUnits.create(units).bureau().code();
            users.create(List.of(
                    new FirstUser("known", "已绑定", "viewer", bureau, "below"),
                    new FirstUser("closed", "已停用", "viewer", bureau, "below")));
            database.sql("update identity.user_account set external_subject = 'sub-' || user_name,"
                            + " active = user_name = 'known'")
                    .update();
        }
    }

    @Test
    void letsAKnownUserIn() {
        MvcTestResult back = signIn("sub-known", true);
        assertThat(back).hasStatus3xxRedirection().hasRedirectedUrl("/");
        MockHttpSession session =
                Objects.requireNonNull((MockHttpSession) back.getRequest().getSession(false));
        assertThat(http.get().uri("/api/session").session(session))
                .bodyJson()
                .extractingPath("$.user.userName")
                .isEqualTo("known");
        assertThat(http.get().uri("/api/identity/units").session(session)).hasStatusOk();
    }

    @Test
    void goesNowhereElseAfterwards() {
        for (String wish : List.of("next", "redirect", "redirect_uri", "continue", "target")) {
            assertThat(signIn("sub-known", true, "&" + wish + "=https://evil.example/"))
                    .as(wish)
                    .hasRedirectedUrl("/");
        }
    }

    @Test
    void refusesStrangersAndTheClosedAndMakesNobody() {
        for (String subject : List.of("sub-stranger", "sub-closed", "known")) {
            MvcTestResult back = signIn(subject, true);
            assertThat(back).hasRedirectedUrl("/sign-in?refused=1");
            assertThat(back.getRequest().getSession(false)).isNull();
        }
        assertThat(database.sql("select count(*) from identity.user_account")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() {
        assertThat(signIn("sub-known", false)).hasRedirectedUrl("/sign-in?refused=1");
    }

    private MvcTestResult signIn(String subject, boolean sameState) {
        return signIn(subject, sameState, "");
    }

    private MvcTestResult signIn(String subject, boolean sameState, String more) {
        MvcTestResult out = http.get().uri("/oauth2/authorization/sso").exchange();
        String address = Objects.requireNonNull(out.getResponse().getRedirectedUrl());
        PROVIDER.next(subject, MockProvider.parameter(address, "nonce"));
        String state = sameState ? MockProvider.parameter(address, "state") : "forged";
        return http.get()
                .uri(URI.create("/login/oauth2/code/sso?code=1&state="
                        + java.net.URLEncoder.encode(state, java.nio.charset.StandardCharsets.UTF_8)
                        + more))
                .session(Objects.requireNonNull(
                        (MockHttpSession) out.getRequest().getSession(false)))
                .exchange();
    }
}
