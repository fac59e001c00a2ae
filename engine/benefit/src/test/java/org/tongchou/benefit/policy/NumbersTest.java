package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        // fen, at most two decimals, at most a hundred thousand million yuan either way
        "元, 800, 80000",
        "元, 0.10, 10",
        "元, 1.2300, 123",
        "元, 100000000000, 10000000000000",
        "元, -100000000000, -10000000000000",
        "元, 100000000000.01,",
        "元, 0.001,",
        "元, 5%,",
        "元, 1e3,",
        "元, %,",
        "元, '',",
        // 10^-8, at most six decimals, at most 10,000
        "比例, 60%, 60000000",
        "比例, 0.000001, 100",
        "比例, 0.0000001,",
        "比例, 12.3456%, 12345600",
        "比例, 12.34567%,",
        "倍, 10000, 1000000000000",
        "倍, 1000000%, 1000000000000",
        "倍, 10000.000001,",
        // whole numbers, at most a thousand million
        "次, 3, 3",
        "次, 3.0, 3",
        "次, 3.5,",
        "次, 1000000000, 1000000000",
        "次, 1000000001,",
        "次, 3%,",
        "是否, 是, 1",
        "是否, 否, 0",
        "是否, 1,"
    })
    void readsWhatAUnitAllows(String unit, String text, Long expected) {
        assertThat(Numbers.find(text, unit(unit)).orElse(null)).isEqualTo(expected);
    }

    private static Unit unit(String word) {
        for (Unit unit : Unit.values()) {
            if (unit.word().equals(word)) {
                return unit;
            }
        }
        throw new IllegalArgumentException(word);
    }

    @ParameterizedTest
    @CsvSource({
        "元, 80000, 800",
        "元, 80050, 800.50",
        "元, 80005, 800.05",
        "元, -120, -1.20",
        "比例, 60000000, 60%",
        "比例, 1000000, 1%",
        "百分点, 5500000, 5.5%",
        "倍, 50000000, 0.5",
        "次, 20, 20",
        "是否, 0, 否",
        "是否, 1, 是"
    })
    void printsAsPeopleWrite(String unit, long value, String text) {
        assertThat(Numbers.print(value, unit(unit))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5, true", "-, true", "+1, true", ".5, true", "a5, false", "'', false", "%, false"})
    void knowsHowNumbersBegin(String text, boolean number) {
        assertThat(Numbers.looksLikeNumber(text)).isEqualTo(number);
    }
}
