package org.tongchou.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseAmountTest {
    /** The first seven are the examples of the rule itself (clause 4). */
    @ParameterizedTest
    @CsvSource({
        "1409.50, 壹仟肆佰零玖元伍角",
        "6007.14, 陆仟零柒元壹角肆分",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "101000, 壹拾万壹仟元整",
        "1010000000, 壹拾亿壹仟万元整",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "325.04, 叁佰贰拾伍元零肆分",
        "0.05, 伍分",
        "123.45, 壹佰贰拾叁元肆角伍分",
        "0, 零元整",
        "0.50, 伍角",
        "10, 壹拾元整",
        "100.06, 壹佰元零陆分",
        "1001, 壹仟零壹元整",
        "10000, 壹万元整",
        "10001, 壹万零壹元整",
        "100010, 壹拾万零壹拾元整",
        "20300400, 贰仟零叁拾万零肆佰元整",
        "100000000, 壹亿元整",
        "100007000, 壹亿零柒仟元整",
        "1000000007, 壹拾亿零柒元整",
        "150000000.50, 壹亿伍仟万元伍角",
        "1000000000000, 壹万亿元整",
        "1000500000000, 壹万零伍亿元整",
        "1234567890123.45, 壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分",
        "9999999999999999.99, 玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
        "-123.45, 负壹佰贰拾叁元肆角伍分",
        "-0.05, 负伍分"
    })
    void printsByTheRuleAndReadsBack(String yuan, String upperCase) {
        assertThat(ChineseAmount.print(Money.yuan(yuan))).isEqualTo(upperCase);
        assertThat(ChineseAmount.parse(upperCase)).isEqualTo(Money.yuan(yuan));
    }

    @ParameterizedTest
    @CsvSource({
        "壹仟陆佰捌拾元零叁角贰分, 1680.32",
        "壹拾万柒仟元零伍角叁分, 107000.53",
        "壹拾万零柒仟元伍角叁分, 107000.53",
        "人民币壹仟肆佰零玖元伍角整, 1409.50",
        "人民币：壹 万 圆 正, 10000",
        "零元伍角, 0.50",
        "零元零伍分, 0.05",
        "貳億圓整, 200000000",
        "負陸萬元正, -60000"
    })
    void readsTheFormsTheRuleLeavesFree(String printed, String yuan) {
        assertThat(ChineseAmount.parse(printed)).isEqualTo(Money.yuan(yuan));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "整",
                "元",
                "元整",
                "零",
                "壹",
                "壹元",
                "负零元整",
                "壹仟玖元整",
                "壹仟零零玖元整",
                "壹佰壹仟元整",
                "拾元整",
                "壹元零角伍分",
                "壹元伍分",
                "壹元伍角零贰分",
                "壹拾元整伍角",
                "壹元伍分整",
                "一百元整",
                "123元整",
                "壹万万元整",
                "壹亿零亿元整",
                "壹元整壹元整",
                "零壹元整",
                "壹拾元零整",
                "壹万零伍仟元整",
                "壹亿零伍仟万元整",
                "壹元零伍角",
                "零伍角"
            })
    void whatTheRuleForbidsIsRefused(String printed) {
        assertThatThrownBy(() -> ChineseAmount.parse(printed))
                .isInstanceOf(MoneyFormatException.class)
                .hasMessageContaining("“" + printed + "”");
    }

    @Test
    void amountsBeyondTheLargestUnitAreRefused() {
        assertThatThrownBy(() -> ChineseAmount.print(Money.yuan("10000000000000000")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("10,000,000,000,000,000.00");
        assertThatThrownBy(() -> ChineseAmount.print(Money.ofFen(Long.MIN_VALUE)))
                .isInstanceOf(ArithmeticException.class);
        for (String tooLarge : new String[] {"壹亿亿元整", "壹亿亿亿亿元整", "玖仟亿亿元整"}) {
            assertThatThrownBy(() -> ChineseAmount.parse(tooLarge)).isInstanceOf(MoneyFormatException.class);
        }
    }
}
