package org.tongchou.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
    @ParameterizedTest
    @CsvSource({"0.85, 850000", "85%, 850000", "０.５％, 5000", "1, 1000000", "0.000001, 1", "-12.5%, -125000", "0, 0"})
    void readsRatiosAndPercentages(String printed, long millionths) {
        assertThat(Rate.parse(printed)).isEqualTo(new Rate(millionths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "0.00001%", "八成", "", "99999999999999999999"})
    void whatIsNotExactIsRefused(String printed) {
        assertThatThrownBy(() -> Rate.parse(printed)).isInstanceOf(MoneyFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP, 3", "HALF_EVEN, 2", "TRUNCATE, 2", "RAISE, 3"})
    void appliesWithTheNamedRounding(Rounding rounding, long fen) {
        assertThat(Rate.parse("0.5").of(Money.ofFen(5), rounding)).isEqualTo(Money.ofFen(fen));
    }

    @Test
    void exactMeansNoDigitLost() {
        assertThat(Rate.parse("0.5").of(Money.ofFen(6), Rounding.EXACT)).isEqualTo(Money.ofFen(3));
        assertThatThrownBy(() -> Rate.parse("0.5").of(Money.ofFen(5), Rounding.EXACT))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void largeAmountsStayExact() {
        assertThat(Rate.parse("0.999999").of(Money.ofFen(Long.MAX_VALUE), Rounding.TRUNCATE))
                .isEqualTo(Money.ofFen(9_223_362_813_482_738_952L));
        assertThatThrownBy(() -> Rate.parse("2").of(Money.ofFen(Long.MAX_VALUE), Rounding.HALF_UP))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsLeftOfTheWhole() {
        assertThat(Rate.ONE.minus(Rate.parse("85%"))).isEqualTo(Rate.parse("15%"));
        assertThat(Rate.parse("85%").plus(Rate.parse("15%"))).isEqualTo(Rate.ONE);
        assertThatThrownBy(() -> new Rate(Long.MAX_VALUE).plus(Rate.ONE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shareRunsFromNothingToTheWhole() {
        assertThat(Rate.ZERO.isShare()).isTrue();
        assertThat(Rate.ONE.isShare()).isTrue();
        assertThat(new Rate(-1).isShare()).isFalse();
        assertThat(new Rate(1_000_001).isShare()).isFalse();
        assertThat(Rate.ZERO).isLessThan(Rate.ONE);
    }

    @ParameterizedTest
    @CsvSource({"0.85, 85%", "0.005, 0.5%", "12.345678, '1,234.5678%'", "0, 0%", "-0.1, -10%"})
    void printsInPercent(BigDecimal ratio, String printed) {
        assertThat(Rate.ofRatio(ratio)).hasToString(printed);
        assertThat(Rate.ofRatio(ratio).ratio()).isEqualByComparingTo(ratio);
    }
}
