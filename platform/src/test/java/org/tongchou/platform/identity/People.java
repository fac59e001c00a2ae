package org.tongchou.platform.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.TestUnits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real users of a test, who sign in with passwords and codes as in a browser. */
final class People {
    static final String PASSWORD = "Kx7-mornet";

    private final MockMvcTester http;
    private final JsonMapper json = new JsonMapper();

    People(MockMvcTester http) {
        this.http = http;
    }

    /** The three administrators and some others; each has chosen {@link #PASSWORD}. */
    void create(Units units, FirstUsers users) {
        TestUnits tree = TestUnits.create(units);
        String bureau = tree.bureau().code();
        String centre = tree.centre().code();
        Map<String, String> passwords = users.create(List.of(
                new FirstUser("sys", "系统员", "system-admin", bureau, "all"),
                new FirstUser("sys2", "系统员乙", "system-admin", centre, "own"),
                new FirstUser("sec", "安全员", "security-admin", bureau, "all"),
                new FirstUser("aud", "审计员", "audit-admin", bureau, "all"),
                new FirstUser("clerk", "经办员", "budget-clerk", bureau, "below"),
                new FirstUser("filler", "填报员", "unit-filler", centre, "own")));
        passwords.forEach((name, password) -> changePassword(session(signIn(name, password, "")), password, PASSWORD));
    }

    MvcTestResult signIn(String name, String password, String code) {
        return call(
                HttpMethod.POST, "/api/session", null, Map.of("userName", name, "password", password, "code", code));
    }

    /** The session of somebody who signs in with the usual password. */
    MockHttpSession as(String name) {
        return session(signIn(name, PASSWORD, ""));
    }

    MvcTestResult changePassword(MockHttpSession session, String current, String wanted) {
        return call(HttpMethod.PUT, "/api/account/password", session, Map.of("current", current, "wanted", wanted));
    }

    MvcTestResult call(HttpMethod method, String uri, @Nullable MockHttpSession session, Object body) {
        MockMvcTester.MockMvcRequestBuilder request = http.method(method)
                .uri(uri)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body));
        return (session == null ? request : request.session(session)).exchange();
    }

    MvcTestResult get(String uri, MockHttpSession session) {
        return http.get().uri(uri).session(session).exchange();
    }

    JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    static MockHttpSession session(MvcTestResult result) {
        return (MockHttpSession) result.getRequest().getSession();
    }

    /** The code that a device with this secret shows. */
    static String code(String secret, Instant when) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), "RAW"), when);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
