package org.tongchou.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.database.StartFailure;

@PlatformTest
class PersonalSecretsTest {
    private static final String NUMBER = "359900199001010012";

    @Autowired
    private KeyedSecrets secrets;

    @Autowired
    private JdbcClient database;

    @Test
    void sealsAndOpens() {
        assertThat(secrets.open(secrets.seal(NUMBER))).isEqualTo(NUMBER);
        assertThat(secrets.open(secrets.seal("张三丰"))).isEqualTo("张三丰");
        assertThat(secrets.seal(NUMBER)).isNotEqualTo(secrets.seal(NUMBER));
        assertThatThrownBy(() -> secrets.open(new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsTheSameTextByItsHash() {
        assertThat(secrets.hash(NUMBER)).hasSize(32).isEqualTo(secrets.hash(NUMBER));
        assertThat(secrets.hash(NUMBER)).isNotEqualTo(secrets.hash("359900199001010013"));
    }

    @Test
    void refusesToStartWithTheKeyOfOtherData() {
        database.sql("delete from privacy.key_mark").update();
        secrets.compare();
        database.sql("insert into privacy.key_mark (mark) values ('another key')")
                .update();
        assertThatThrownBy(() -> secrets.compare())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("secret.key");
    }

    @ParameterizedTest
    @CsvSource({
        "359900199001010012, 359900********0012",
        "13800000001, 138****0001",
        "H12345678, H12****78",
        "张三丰, 张**",
        "'', ''",
    })
    void masks(String clear, String masked) {
        assertThat(PersonalSecrets.masked(clear)).isEqualTo(masked);
    }
}
