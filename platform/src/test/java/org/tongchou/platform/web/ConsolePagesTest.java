package org.tongchou.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tongchou.platform.PlatformTest;

@PlatformTest
class ConsolePagesTest {
    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/budget/items", "/documents/12/tables/03", "/apiary"})
    void addressesOfPagesOpenTheConsole(String address) {
        assertThat(http.get().uri(address)).hasStatusOk().hasForwardedUrl("/index.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/actuator/nothing", "/assets/nothing.js", "/nothing.png"})
    void otherAddressesDoNot(String address) {
        String forwarded = http.get().uri(address).exchange().getResponse().getForwardedUrl();
        assertThat(forwarded).isNull();
    }

    @Test
    void pagesRunNoScriptsButTheirOwn() {
        assertThat(http.get().uri("/sign-in"))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values -> assertThat(values)
                                .allSatisfy(value -> assertThat(value)
                                        .contains("default-src 'self'")
                                        .doesNotContain("script-src")));
    }
}
