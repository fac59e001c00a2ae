package org.tongchou.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest
class StartTest {
    @Autowired
    private MockMvcTester http;

    @Test
    void tellsItsHealth() {
        assertThat(http.get().uri("/actuator/health")).hasStatusOk().bodyText().contains("UP");
    }

    @Test
    void asksForSignInInChinese() {
        assertThat(http.get().uri("/api/desk/tasks"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("您还没有登录或登录已过期，请先登录");
    }
}
