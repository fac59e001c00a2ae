package org.tongchou.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import tools.jackson.databind.JsonNode;

/** Passwords, locks, second factors and sessions, over HTTP. */
@PlatformTest
class SignInTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Units units;

    @Autowired
    private FirstUsers users;

    @Autowired
    private Clock clock;

    private People people;

    @BeforeEach
    void people() {
        people = new People(http);
        if (users.none()) {
            // many sign-ins from one address within a minute
            database.sql("""
                            insert into identity.policy (value, valid_from, reason, set_by) values (
                                '{"passwordLength": 10, "passwordKinds": 3, "passwordHistory": 5, "passwordDays": 90,
                                "lockTries": 5, "lockMinutes": 30, "sessionMinutes": 15, "signInsPerMinute": 600,
                                "auditMonths": 6}', now() - interval '1 day', '测试', 'test')""").update();
            people.create(units, users);
            database.sql("update identity.role set second_factor = false").update();
        }
        database.sql("delete from identity.sign_in_guard").update();
    }

    @Test
    void temporaryPasswordGrantsOnlyItsChange() {
        String password = users.create(List.of(new FirstUser("fresh", "新人", "viewer", "100", "own")))
                .getOrDefault("fresh", "");
        MockHttpSession session = People.session(people.signIn("fresh", password, ""));
        assertThat(people.get("/api/identity/units", session))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-IDN-110");
        assertThat(people.changePassword(session, "wrong", "Blue-otter-77")).hasStatus(422);
        assertThat(people.changePassword(session, password, password)).hasStatus(422);
        assertThat(people.changePassword(session, password, "short")).hasStatus(422);
        MvcTestResult changed = people.changePassword(session, password, "Blue-otter-77");
        assertThat(changed).hasStatus(204);
        assertThat(people.get("/api/identity/units", People.session(changed))).hasStatusOk();
        assertThat(people.signIn("fresh", password, "")).hasStatus(401);
    }

    @Test
    void refusesFormerPasswords() {
        MockHttpSession session = people.as("clerk");
        MvcTestResult changed = people.changePassword(session, People.PASSWORD, "Green-fox-881");
        assertThat(changed).hasStatus(204);
        MvcTestResult back = people.changePassword(People.session(changed), "Green-fox-881", People.PASSWORD);
        assertThat(back)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("用过的口令");
        database.sql("delete from identity.password_history").update();
        assertThat(people.changePassword(People.session(changed), "Green-fox-881", People.PASSWORD))
                .hasStatus(204);
    }

    @Test
    void asksForANewPasswordAfterNinetyDays() {
        database.sql(
                        "update identity.user_account set password_set_at = now() - interval '91 days' where user_name = 'filler'")
                .update();
        assertThat(people.signIn("filler", People.PASSWORD, ""))
                .bodyJson()
                .extractingPath("$.mustChangePassword")
                .isEqualTo(true);
        database.sql("update identity.user_account set password_set_at = now() where user_name = 'filler'")
                .update();
    }

    @Test
    void locksAfterFiveFailuresWhetherThereIsSuchAUserOrNot() {
        for (String name : List.of("clerk", "nobody")) {
            for (int i = 4; i >= 1; i--) {
                assertThat(people.signIn(name, "wrong-" + i, ""))
                        .hasStatus(401)
                        .bodyJson()
                        .extractingPath("$.message")
                        .isEqualTo("用户名或密码错误，还可以再试 " + i + " 次");
            }
            assertThat(people.signIn(name, "wrong", "")).hasStatus(401);
            assertThat(people.signIn(name, People.PASSWORD, ""))
                    .hasStatus(423)
                    .bodyJson()
                    .extractingPath("$.message")
                    .asString()
                    .contains("已锁定至");
        }
        database.sql("update identity.sign_in_guard set locked_until = now() - interval '1 second'")
                .update();
        assertThat(people.signIn("clerk", People.PASSWORD, "")).hasStatusOk();
    }

    @Test
    void countsEveryOneOfManyGuessesAtOnce() throws InterruptedException {
        ExecutorService guessers = Executors.newFixedThreadPool(6);
        List<Integer> statuses = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 18; i++) {
            guessers.execute(() -> statuses.add(
                    people.signIn("filler", "guess", "").getResponse().getStatus()));
        }
        guessers.shutdown();
        assertThat(guessers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(statuses).hasSize(18).containsOnly(401, 423);
        assertThat(people.signIn("filler", People.PASSWORD, "")).hasStatus(423);
    }

    @Test
    void slowsAnAddressDown() {
        database.sql("""
                        insert into identity.policy (value, valid_from, reason, set_by)
                        select jsonb_set(value, '{signInsPerMinute}', '5'), now(), '测试', 'test' from identity.policy limit 1""").update();
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            statuses.add(people.signIn("whoever" + i, "x", "").getResponse().getStatus());
        }
        database.sql("delete from identity.policy where id > (select min(id) from identity.policy)")
                .update();
        assertThat(statuses).contains(429);
    }

    @Test
    void secondFactorIsSetUpAskedForAndCountsOnce() {
        MockHttpSession session = people.as("aud");
        assertThat(people.call(HttpMethod.POST, "/api/account/second-factor", session, Map.of("password", "wrong")))
                .hasStatus(422);
        JsonNode setup = people.body(people.call(
                HttpMethod.POST, "/api/account/second-factor", session, Map.of("password", People.PASSWORD)));
        String secret = setup.get("secret").stringValue();
        assertThat(setup.get("uri").stringValue()).startsWith("otpauth://totp/").contains(secret);
        assertThat(hex(stored("aud"))).doesNotContain(hex(Base32.decode(secret)));
        assertThat(people.call(HttpMethod.PUT, "/api/account/second-factor", session, Map.of("code", "000000")))
                .hasStatus(422);
        Instant now = clock.instant();
        MvcTestResult confirmed = people.call(
                HttpMethod.PUT, "/api/account/second-factor", session, Map.of("code", People.code(secret, now)));
        assertThat(confirmed).hasStatusOk();
        JsonNode recovery = people.body(confirmed).get("codes");
        assertThat(recovery.size()).isEqualTo(8);

        assertThat(people.signIn("aud", People.PASSWORD, ""))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-IDN-103");
        assertThat(people.signIn("aud", People.PASSWORD, People.code(secret, now)))
                .as("the code that confirmed it cannot be used again")
                .hasStatus(401);
        String next = People.code(secret, now.plusSeconds(30));
        assertThat(people.signIn("aud", People.PASSWORD, next)).hasStatusOk();
        assertThat(people.signIn("aud", People.PASSWORD, next)).hasStatus(401);
        assertThat(people.signIn("aud", People.PASSWORD, recovery.get(0).stringValue()))
                .hasStatusOk();
        assertThat(people.signIn("aud", People.PASSWORD, recovery.get(0).stringValue()))
                .hasStatus(401);

        long id = id("aud");
        assertThat(people.call(
                        HttpMethod.DELETE, "/api/identity/users/" + id + "/second-factor", people.as("sec"), Map.of()))
                .hasStatusOk();
        assertThat(people.signIn("aud", People.PASSWORD, "")).hasStatusOk();
    }

    @Test
    void aRoleMayAskForASecondFactor() {
        database.sql("update identity.role set second_factor = true where code = 'unit-filler'")
                .update();
        MvcTestResult result = people.signIn("filler", People.PASSWORD, "");
        assertThat(result).bodyJson().extractingPath("$.needsSecondFactorSetup").isEqualTo(true);
        MockHttpSession session = People.session(result);
        assertThat(people.get("/api/identity/units", session)).hasStatus(403);
        String secret = people.body(people.call(
                        HttpMethod.POST, "/api/account/second-factor", session, Map.of("password", People.PASSWORD)))
                .get("secret")
                .stringValue();
        MvcTestResult confirmed = people.call(
                HttpMethod.PUT,
                "/api/account/second-factor",
                session,
                Map.of("code", People.code(secret, clock.instant())));
        assertThat(people.get("/api/identity/units", People.session(confirmed))).hasStatusOk();
        assertThat(people.call(
                        HttpMethod.DELETE,
                        "/api/account/second-factor",
                        People.session(confirmed),
                        Map.of("code", People.code(secret, clock.instant().plusSeconds(30)))))
                .hasStatus(409);
        database.sql("update identity.role set second_factor = false").update();
        database.sql("update identity.user_account set totp_secret = null, totp_confirmed_at = null")
                .update();
    }

    @Test
    void signsOutEverywhereElse() {
        MockHttpSession one = people.as("clerk");
        MockHttpSession other = people.as("clerk");
        MvcTestResult result = people.call(HttpMethod.DELETE, "/api/account/sessions", one, Map.of());
        assertThat(people.get("/api/account", other)).hasStatus(401);
        assertThat(people.get("/api/account", People.session(result))).hasStatusOk();
    }

    @Test
    void sessionsEndAfterFifteenIdleMinutes() {
        assertThat(people.as("clerk").getMaxInactiveInterval()).isEqualTo(15 * 60);
    }

    @Test
    void sendsProtectiveHeaders() {
        MvcTestResult result = http.get().uri("/api/session").exchange();
        assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'");
        assertThat(result.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(result.getResponse().getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void writesNoSecretIntoTheAuditLog() {
        people.signIn("clerk", "Secret-guess-9", "");
        assertThat(database.sql("select string_agg(e::text, ' ') from audit.entry e")
                        .query(String.class)
                        .single())
                .doesNotContain("Secret-guess-9", People.PASSWORD, "$2a$", "passwordHash");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private byte[] stored(String name) {
        return database.sql("select totp_secret from identity.user_account where user_name = :name")
                .param("name", name)
                .query(byte[].class)
                .single();
    }

    private long id(String name) {
        return database.sql("select id from identity.user_account where user_name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
