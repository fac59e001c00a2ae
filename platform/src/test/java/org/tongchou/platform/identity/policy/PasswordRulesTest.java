package org.tongchou.platform.identity.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.platform.web.Refusal;

/** What a password must look like. */
class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kx7-mornet",
                "yellow River 42",
                "三江汇流-Aq9xyz",
                "Tr0ub4dour&3-plum",
                "a1B2c3D4e5-oak",
                "Vq9#Vq9#rtLm"
            })
    void takesGoodOnes(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Short-1a",
                "onlyletters-",
                "ALLUPPER12345",
                "Password123!",
                "P@ssw0rd2026",
                "Admin@123456",
                "Qwerty!12345",
                "Abcdef-123456",
                "1qaz@WSX3edc",
                "Aa1!Aa1!Aa1!",
                "Yibao@202611",
                "Zhang.Jing-2026",
                "gnij.gnahZ-2026"
            })
    void refusesBadOnes(String password) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("新口令不符合要求")
                .hasMessageNotContaining(password);
    }

    @Test
    void refusesTooLong() {
        assertThatThrownBy(() -> check("Aq9-" + "汉字".repeat(12))).hasMessageContaining("不超过");
    }

    private static void check(String password) {
        Passwords.check(Policy.USUAL, "zhang.jing", "张静", password);
    }
}
