package org.tongchou.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalCodeTest {
    @ParameterizedTest
    @CsvSource({
        "WESTERN_DRUG, XL02BBA326A001010102180",
        "PATENT_DRUG, ZD03AAA0043010100166",
        "HERB, T000700001",
        "SERVICE, 003109030010000",
        "SERVICE, 001102000000100-110200002.10",
        "CONSUMABLE, C0201010520012300456",
        "CONSUMABLE_MODEL, C02010105200123004560000001",
        "DISEASE, I10",
        "DISEASE, A00.0",
        "DISEASE, A00.000",
        "DISEASE, A00.000x001",
        "DISEASE, I10.x00x002",
        "DISEASE, A52.705+K77.0*",
        "OPERATION, 00.0100",
        "OPERATION, 37.5100x001",
        "OPERATION, 86.700x0013",
        "OPERATION, 99.9x99x999",
        "SPECIAL_DISEASE, M03900",
        "MORPHOLOGY, M80000/0",
        "HOSPITAL, H35990100001",
        "PHARMACY, P35990100001",
        "PHYSICIAN, D359901000001",
        "NURSE, N359901000001",
        "PHARMACIST, HY359901000001",
        "TECHNICIAN, HJ359901000001",
    })
    void takesWhatIsBuiltRight(NationalCode kind, String code) {
        assertThat(kind.matches(code)).isTrue();
        assertThat(kind.matches(code + "-")).isFalse();
        assertThat(kind.matches(" " + code)).isFalse();
        assertThat(kind.expected()).isNotEmpty();
        assertThat(kind.printed()).endsWith("编码");
    }

    @ParameterizedTest
    @CsvSource({
        "WESTERN_DRUG, XL02BBA326A00101010218",
        "WESTERN_DRUG, ZL02BBA326A001010102180",
        "PATENT_DRUG, ZD03AAA004301010016",
        "HERB, T00070001",
        "SERVICE, 0031090300100001",
        "CONSUMABLE, C02010105200123004560000001",
        "CONSUMABLE_MODEL, C0201010520012300456",
        "DISEASE, 0A0.000",
        "DISEASE, A00.0000",
        "OPERATION, A0.0100",
        "SPECIAL_DISEASE, M0390",
        "HOSPITAL, P35990100001",
        "HOSPITAL, H3599010001",
        "PHYSICIAN, D35990100001",
        "PHARMACIST, H359901000001",
    })
    void refusesWhatIsNot(NationalCode kind, String code) {
        assertThat(kind.matches(code)).isFalse();
    }
}
