package org.tongchou.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumberTest {
    @ParameterizedTest
    @CsvSource({"1, 一", "9, 九", "10, 十", "11, 十一", "20, 二十", "35, 三十五", "99, 九十九", "100, 100", "0, 0"})
    void countsHeadings(int number, String word) {
        assertThat(ChineseNumber.of(number)).isEqualTo(word);
    }
}
