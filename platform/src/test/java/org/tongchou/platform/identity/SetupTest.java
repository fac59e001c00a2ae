package org.tongchou.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.identity.setup.TestSetupCode;
import tools.jackson.databind.JsonNode;

/** The first start of an installation. */
@PlatformTest
class SetupTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private org.springframework.context.ApplicationContext context;

    @Test
    void makesThreeAdministratorsOnce() {
        People people = new People(http);
        assertThat(http.get().uri("/api/session"))
                .bodyJson()
                .extractingPath("$.needsFirstSetup")
                .isEqualTo(true);
        String code = TestSetupCode.renew(context);
        Map<String, String> wanted = new HashMap<>(Map.of(
                "code", "WRON-GGGG-CODE",
                "unitCode", "100",
                "unitName", "样例市医疗保障局",
                "region", "样例市",
                "systemName", "xitong",
                "securityName", "anquan",
                "auditName", "anquan"));
        assertThat(people.call(HttpMethod.POST, "/api/setup", null, wanted)).hasStatus(403);
        wanted.put("code", code);
        assertThat(people.call(HttpMethod.POST, "/api/setup", null, wanted)).hasStatus(409);
        wanted.put("auditName", "shenji");
        JsonNode made = people.body(people.call(HttpMethod.POST, "/api/setup", null, wanted));
        assertThat(made.findValuesAsString("userName")).containsExactly("xitong", "anquan", "shenji");
        assertThat(people.signIn("anquan", made.get(1).get("password").stringValue(), ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.mustChangePassword")
                .isEqualTo(true);
        assertThat(people.call(HttpMethod.POST, "/api/setup", null, wanted)).hasStatus(409);
        assertThat(http.get().uri("/api/session"))
                .bodyJson()
                .extractingPath("$.needsFirstSetup")
                .isEqualTo(false);
    }
}
