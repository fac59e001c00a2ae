package org.tongchou.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestUnits;

/** Signing in and out, and who is refused. */
@PlatformTest
class SessionTest {
    private static final String PASSWORD = "Correct-Horse-7";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Units units;

    @Autowired
    private PasswordEncoder encoder;

    @BeforeEach
    void user() {
        if (units.all().isEmpty()) {
            long unit = TestUnits.create(units).own().id();
            database.sql("""
                            insert into identity.user_account (user_name, display_name, unit_id, scope, password_hash,
                                password_set_at, password_temporary, updated_by)
                            values ('clerk', '演示经办', :unit, 'own', :hash, now(), false, 'test'),
                                ('fresh', '演示新人', :unit, 'own', :hash, now(), true, 'test')""")
                    .param("unit", unit)
                    .param("hash", encoder.encode(PASSWORD))
                    .update();
        }
    }

    @Test
    void signsInAndOut() {
        MvcTestResult result = signIn("Clerk", PASSWORD);
        assertThat(result)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.user.displayName")
                .isEqualTo("演示经办");
        MockHttpSession session = session(result);
        assertThat(http.get().uri("/api/desk/tasks").session(session)).hasStatusOk();
        assertThat(http.delete().uri("/api/session").session(session).with(csrf()))
                .hasStatus(204);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void tellsNobodyApart() {
        MvcTestResult wrong = signIn("clerk", "wrong");
        MvcTestResult nobody = signIn("nobody", PASSWORD);
        assertThat(wrong).hasStatus(401).bodyJson().extractingPath("$.message").isEqualTo("用户名或密码错误，还可以再试 4 次");
        assertThat(nobody).hasStatus(401).bodyJson().extractingPath("$.message").isEqualTo("用户名或密码错误，还可以再试 4 次");
    }

    @Test
    void grantsNothingBeforeTheTemporaryPasswordIsChanged() {
        MvcTestResult result = signIn("fresh", PASSWORD);
        assertThat(result).bodyJson().extractingPath("$.mustChangePassword").isEqualTo(true);
        assertThat(http.get().uri("/api/session").session(session(result)))
                .bodyJson()
                .extractingPath("$.rights")
                .asArray()
                .isEmpty();
    }

    @Test
    void changesTheSessionIdAtSignIn() {
        MockHttpSession planted = new MockHttpSession();
        MvcTestResult result = http.post()
                .uri("/api/session")
                .session(planted)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"userName\":\"clerk\",\"password\":\"" + PASSWORD + "\"}")
                .exchange();
        assertThat(session(result).getId()).isNotEqualTo(planted.getId());
        assertThat(planted.isInvalid()).isTrue();
    }

    @Test
    void refusesWithoutToken() {
        assertThat(http.post()
                        .uri("/api/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-PLT-419");
    }

    @Test
    void refusesWithoutRightAndRecordsIt() {
        assertThat(http.post()
                        .uri("/api/identity/units")
                        .with(TestActors.with())
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("没有这项操作的权限");
        assertThat(database.sql("select object_id from audit.entry where outcome = 'refused' and action = 'web.denied'")
                        .query(String.class)
                        .list())
                .contains("POST /api/identity/units");
    }

    @Test
    void endsTheSessionWhenItIsEndedElsewhere() {
        MockHttpSession session = session(signIn("clerk", PASSWORD));
        database.sql("update identity.user_account set session_no = session_no + 1 where user_name = 'clerk'")
                .update();
        assertThat(http.get().uri("/api/desk/tasks").session(session)).hasStatus(401);
    }

    private MvcTestResult signIn(String name, String password) {
        return http.post()
                .uri("/api/session")
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"userName\":\"" + name + "\",\"password\":\"" + password + "\"}")
                .exchange();
    }

    private static MockHttpSession session(MvcTestResult result) {
        return (MockHttpSession) result.getRequest().getSession();
    }
}
