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
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("您没有这项操作的权限；如确需办理，请联系安全管理员授权");
    }
}
