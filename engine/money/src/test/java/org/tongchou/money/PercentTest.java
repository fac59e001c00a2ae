package org.tongchou.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {
    @ParameterizedTest
    @CsvSource({"430.75, 7759.25, 2, 5.55%", "-1, 3, 1, -33.3%", "1, 8, 0, 13%", "2, 1, 2, 200.00%", "0, 5, 2, 0.00%"})
    void shareOfAnAmount(String part, String whole, int decimals, String printed) {
        assertThat(Percent.of(Money.yuan(part), Money.yuan(whole), decimals, Rounding.HALF_UP))
                .hasValueSatisfying(percent -> assertThat(percent.print()).isEqualTo(printed));
    }

    @Test
    void thereIsNoShareOfNothing() {
        assertThat(Percent.of(Money.yuan("1"), Money.ZERO, 2, Rounding.HALF_UP)).isEmpty();
        assertThat(Percent.of(BigDecimal.ONE, new BigDecimal("0.00"), 2, Rounding.HALF_UP))
                .isEmpty();
    }

    @Test
    void countsHaveSharesToo() {
        assertThat(Percent.of(new BigDecimal(3), new BigDecimal(16), 2, Rounding.TRUNCATE))
                .contains(new Percent(new BigDecimal("18.75"), 2));
    }

    @ParameterizedTest
    @CsvSource({"5.50%, 5.50, 2", "－３.２０％, -3.20, 2", "100 %, 100, 0", "'1,234.5%', 1234.5, 1", " 7% , 7, 0"})
    void readsWhatPeoplePrint(String printed, BigDecimal value, int decimals) {
        assertThat(Percent.parse(printed)).isEqualTo(new Percent(value, decimals));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "5.5", "5.5‰", "五%", "5%%"})
    void aNumberWithoutItsSignIsRefused(String printed) {
        assertThatThrownBy(() -> Percent.parse(printed))
                .isInstanceOf(MoneyFormatException.class)
                .hasMessageContaining("“" + printed + "”");
    }

    @Test
    void decimalsArePartOfThePrint() {
        assertThat(Percent.parse("5.5%")).isNotEqualTo(Percent.parse("5.50%"));
        assertThat(new Percent(new BigDecimal("5.5"), 2)).isEqualTo(Percent.parse("5.50%"));
        assertThatThrownBy(() -> new Percent(new BigDecimal("5.55"), 1)).isInstanceOf(ArithmeticException.class);
        assertThat(Percent.parse("1234.50%")).hasToString("1,234.50%");
    }
}
