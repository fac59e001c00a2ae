package org.tongchou.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    /** The example of GB 11643 itself. */
    @Test
    void readsTheExampleOfTheStandard() {
        IdentityNumber number = IdentityNumber.parse("11010519491231002x").getValue();
        assertThat(number.kind()).isEqualTo(IdentityNumber.Kind.RESIDENT);
        assertThat(number.number()).isEqualTo("11010519491231002X");
        assertThat(number.birth()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.sex()).isEqualTo(IdentityNumber.Sex.FEMALE);
        assertThat(IdentityNumber.complete("44052418800101001").number()).isEqualTo("440524188001010014");
        assertThat(number.toString()).doesNotContain("1949");
    }

    @Test
    void readsNumbersAsPeopleTypeThem() {
        assertThat(IdentityNumber.parse(" １１０１０５ 19491231 002Ｘ\u200b").getValue())
                .isEqualTo(IdentityNumber.parse("11010519491231002X").getValue());
    }

    @ParameterizedTest
    @CsvSource({
        "'', E-COD-101",
        "11010519491231002, E-COD-101",
        "X10105194912310021, E-COD-101",
        "110105194912310O2X, E-COD-101",
        "160105194912310023, E-COD-102",
        "110105194913310023, E-COD-103",
        "110105194902290023, E-COD-103",
        "110105194912310021, E-COD-104",
        "AB1123401023131, E-COD-101",
        "ABC350113320112, E-COD-103",
        "H1234567, E-COD-101",
        "123456789, E-COD-101",
    })
    void tellsWhatIsWrong(String text, String problem) {
        assertThat(IdentityNumber.parse(text).findProblem().orElseThrow().problem())
                .isEqualTo(problem);
    }

    @Test
    void tellsTheCheckDigitButNotTheNumber() {
        assertThat(IdentityNumber.parse("110105194912310021")
                        .findProblem()
                        .orElseThrow()
                        .expected())
                .isEqualTo("校验码 X");
    }

    @ParameterizedTest
    @CsvSource({
        "81000019900101001, COMPATRIOT_RESIDENCE",
        "83000019900101002, COMPATRIOT_RESIDENCE",
        "93584019900101002, FOREIGN_PERMANENT",
        "35990019900101002, RESIDENT",
    })
    void tellsDocumentsApart(String first17, IdentityNumber.Kind kind) {
        assertThat(IdentityNumber.complete(first17).kind()).isEqualTo(kind);
        assertThat(IdentityNumber.complete(first17).birth()).isEqualTo(LocalDate.of(1990, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "H12345678, HONG_KONG_MACAO_PASS",
        "m1234567801, HONG_KONG_MACAO_PASS",
        "12345678, TAIWAN_PASS",
        "1234567890, TAIWAN_PASS",
        "ABC350190010112, FOREIGN_PERMANENT_OLD",
    })
    void readsPermitsByTheirStructure(String text, IdentityNumber.Kind kind) {
        IdentityNumber number = IdentityNumber.parse(text).getValue();
        assertThat(number.kind()).isEqualTo(kind);
        assertThat(number.birth()).isNull();
        assertThat(number.sex()).isNull();
    }

    /** ISO 7064 finds every single wrong digit and every exchange of neighbours. */
    @Property(tries = 300)
    void findsEveryWrongDigitAndExchange(
            @ForAll @IntRange(min = 0, max = 36_000) int day,
            @ForAll @IntRange(max = 999) int order,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        String birth = LocalDate.of(1920, 1, 1).plusDays(day).toString().replace("-", "");
        String good = IdentityNumber.complete("359901" + birth + String.format("%03d", order))
                .number();
        char[] wrong = good.toCharArray();
        wrong[place] = (char) ('0' + (wrong[place] - '0' + change) % 10);
        assertThat(IdentityNumber.parse(new String(wrong)).findValue()).isEmpty();
        char[] exchanged = good.toCharArray();
        char first = exchanged[place];
        exchanged[place] = exchanged[place + 1];
        exchanged[place + 1] = first;
        assertThat(IdentityNumber.parse(new String(exchanged)).findValue().isPresent())
                .isEqualTo(new String(exchanged).equals(good));
    }

    @Test
    void readsCreditCodes() {
        CreditCode code = CreditCode.complete("91350900MA0000001");
        assertThat(CreditCode.parse(code.code().toLowerCase(java.util.Locale.ROOT))
                        .getValue())
                .isEqualTo(code);
        assertThat(code.code()).hasSize(18);
    }

    /** The worked example of GB 32100: the code of its own publisher's register. */
    @Test
    void knowsTheCheckCharacter() {
        assertThat(CreditCode.complete("91350100M000100Y4").code()).isEqualTo("91350100M000100Y43");
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4, E-COD-201",
        "91350100M000100I43, E-COD-202",
        "9135A100M000100Y43, E-COD-203",
        "91350100M000100Y44, E-COD-204",
    })
    void tellsWhatIsWrongWithACreditCode(String text, String problem) {
        assertThat(CreditCode.parse(text).findProblem().orElseThrow().problem()).isEqualTo(problem);
    }

    @Test
    void readsAdministrativeCodes() {
        AdministrativeCode county = AdministrativeCode.parse("350902").getValue();
        assertThat(county.level()).isEqualTo(AdministrativeCode.Level.COUNTY);
        assertThat(county.above().code()).isEqualTo("350900");
        assertThat(county.above().level()).isEqualTo(AdministrativeCode.Level.CITY);
        assertThat(county.above().above().code()).isEqualTo("350000");
        assertThat(county.above().above().above().code()).isEqualTo("350000");
        assertThat(AdministrativeCode.parse("35090").findProblem().orElseThrow().problem())
                .isEqualTo("E-COD-301");
        assertThat(AdministrativeCode.parse("990902")
                        .findProblem()
                        .orElseThrow()
                        .problem())
                .isEqualTo("E-COD-302");
        assertThat(AdministrativeCode.parse("350002")
                        .findProblem()
                        .orElseThrow()
                        .problem())
                .isEqualTo("E-COD-303");
    }

    @Test
    void refusesToCompleteWhatIsNotSeventeen() {
        assertThatThrownBy(() -> IdentityNumber.complete("1101")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IdentityNumber.complete("16010519491231002"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CreditCode.complete("1")).isInstanceOf(IllegalArgumentException.class);
    }
}
