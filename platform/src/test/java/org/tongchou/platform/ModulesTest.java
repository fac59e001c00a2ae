package org.tongchou.platform;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules reach each other only through their public types, without cycles. */
class ModulesTest {
    @Test
    void boundariesHold() {
        ApplicationModules modules = ApplicationModules.of(Application.class);
        assertThatCode(modules::verify).doesNotThrowAnyException();
    }
}
