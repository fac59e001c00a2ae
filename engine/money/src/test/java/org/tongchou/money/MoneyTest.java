package org.tongchou.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void unitsAreWholeNumbersOfFen() {
        assertThat(Money.yuan("1").fen()).isEqualTo(100);
        assertThat(Money.wanYuan("1").fen()).isEqualTo(1_000_000);
        assertThat(Money.parse("1.5", MoneyUnit.YI_YUAN).fen()).isEqualTo(15_000_000_000L);
    }

    @Test
    void smallestPrintedFigureOfEachUnitIsExact() {
        assertThat(Money.wanYuan("0.000001").fen()).isEqualTo(1);
        assertThatThrownBy(() -> Money.wanYuan("0.0000001")).isInstanceOfSatisfying(MoneyFormatException.class, e -> {
            assertThat(e.text()).isEqualTo("0.0000001万元");
            assertThat(e.expected()).contains("分");
        });
        assertThatThrownBy(() -> Money.yuan("3.005")).isInstanceOf(MoneyFormatException.class);
    }

    @Test
    void tooLargeAnAmountIsRefused() {
        assertThat(Money.yuan("92233720368547758.07").fen()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> Money.yuan("92233720368547758.08")).isInstanceOf(MoneyFormatException.class);
    }

    @Test
    void arithmeticOverflowsLoudly() {
        Money most = Money.ofFen(Long.MAX_VALUE);
        Money least = Money.ofFen(Long.MIN_VALUE);
        Money one = Money.ofFen(1);
        assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::abs).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "YUAN, 2, '7,328.50'",
        "WAN_YUAN, 2, 0.73",
        "WAN_YUAN, 6, 0.732850",
        "YI_YUAN, 1, 0.0",
        "YUAN, 0, '7,329'"
    })
    void printsInAUnitRoundedHalfUp(MoneyUnit unit, int decimals, String printed) {
        assertThat(Money.yuan("7328.50").print(unit, decimals)).isEqualTo(printed);
    }

    @Test
    void roundsByName() {
        Money amount = Money.ofFen(-250);
        assertThat(amount.in(MoneyUnit.YUAN, 0, Rounding.HALF_UP)).isEqualTo("-3");
        assertThat(amount.in(MoneyUnit.YUAN, 0, Rounding.HALF_EVEN)).isEqualTo("-2");
        assertThat(amount.in(MoneyUnit.YUAN, 0, Rounding.TRUNCATE)).isEqualTo("-2");
        assertThat(Money.ofFen(201).in(MoneyUnit.YUAN, 0, Rounding.RAISE)).isEqualTo("3");
        assertThatThrownBy(() -> amount.in(MoneyUnit.YUAN, 0, Rounding.EXACT)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void anAmountThatRoundsToNothingHasNoSign() {
        assertThat(Money.ofFen(-1).print(MoneyUnit.WAN_YUAN, 2)).isEqualTo("0.00");
    }

    @Test
    void readsLikeAnAmount() {
        assertThat(Money.yuan("-7328.5")).hasToString("-7,328.50 元");
        assertThat(Money.of(new BigDecimal("2.5"), MoneyUnit.WAN_YUAN)).isEqualTo(Money.yuan("25000"));
        assertThat(Money.ofFen(0)).isSameAs(Money.ZERO);
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(Money.ofFen(-1).isZero()).isFalse();
        assertThat(Stream.of(Money.ofFen(3), Money.ofFen(-1), Money.ZERO).sorted())
                .containsExactly(Money.ofFen(-1), Money.ZERO, Money.ofFen(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"元", " 万元 ", "亿元"})
    void unitsAreFoundByTheirPrint(String printed) {
        assertThat(MoneyUnit.of(printed).printed()).isEqualTo(printed.strip());
    }

    @Test
    void unknownUnitIsNamed() {
        assertThatThrownBy(() -> MoneyUnit.of("千元"))
                .isInstanceOf(MoneyFormatException.class)
                .hasMessage("无法识别“千元”，应为元、万元或亿元");
    }
}
