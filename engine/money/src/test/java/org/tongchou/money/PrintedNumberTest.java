package org.tongchou.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedNumberTest {
    @ParameterizedTest
    @CsvSource({
        "'7,328.50', 7328.50, 2",
        "7328.5, 7328.5, 1",
        "'2, 315. 94', 2315.94, 2",
        "'１２，３４５．６０', 12345.60, 2",
        "－3.20, -3.20, 2",
        "−3.20, -3.20, 2",
        "—3.20, -3.20, 2",
        "\u20103.20, -3.20, 2",
        "\u20153.20, -3.20, 2",
        "+3.20, 3.20, 2",
        "(3.20), -3.20, 2",
        "（３．２０）, -3.20, 2",
        "0, 0, 0",
        "0.00, 0.00, 2",
        "'1,234,567', 1234567, 0",
        "7。5, 7.5, 1"
    })
    void readsWhatPeoplePrint(String printed, BigDecimal value, int decimals) {
        assertThat(PrintedNumber.parse(printed)).isEqualTo(new PrintedNumber(value, decimals));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a07,328.50\u3000", "\ufeff7,328.50", "7,\u200b328.50", "\t7,328 .50\n"})
    void invisibleMarksAreIgnored(String printed) {
        assertThat(PrintedNumber.parse(printed).value()).isEqualTo("7328.50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "—", "-", "()", "12,34", "1,2345", "1.2.3", "1.", ".5", "--1", "(-1)", "(1", "1)", "-(1)",
                "1e5", "NaN", "315.94²", "①", "壹", "12%", "1/2", "0x10", "٣", "※5"
            })
    void anythingElseIsNotANumber(String printed) {
        assertThat(PrintedNumber.find(printed)).isEmpty();
    }

    @Test
    void endlessDigitsAreRefused() {
        assertThat(PrintedNumber.find("9".repeat(40))).isPresent();
        assertThat(PrintedNumber.find("9".repeat(41))).isEmpty();
    }

    @Test
    void failureSaysWhatWasReadAndWhatIsExpected() {
        assertThatThrownBy(() -> PrintedNumber.parse("约三万"))
                .isInstanceOf(MoneyFormatException.class)
                .hasMessage("无法识别“约三万”，应为数字，如 7,328.50");
    }

    @ParameterizedTest
    @CsvSource({"7328.50, '7,328.50'", "-1234567, '-1,234,567'", "0.00, 0.00", "1E+3, '1,000'"})
    void printsWithItsOwnScale(BigDecimal value, String printed) {
        assertThat(PrintedNumber.print(value)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"90, 2, 90.00, 90", "1500.50, 1, 1500.50, 1500.5", "0.00, 2, 0.00, 0", "1E+3, 0, 1000, 1000"})
    void printsWithPrintedDecimalsOrAsShortAsCanBe(BigDecimal value, int decimals, String plain, String shortest) {
        assertThat(new PrintedNumber(value, decimals).plain()).isEqualTo(plain);
        assertThat(PrintedNumber.shortest(value)).isEqualTo(shortest);
    }
}
