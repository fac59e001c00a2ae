package org.tongchou.platform.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses from which an institution may call. */
class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.2.0/24, 10.1.2.255, true",
        "10.1.2.0/24, 10.1.3.0, false",
        "10.1.2.128/25, 10.1.2.127, false",
        "fd00::/8, fd12::1, true",
        "fd00::/8, 10.1.2.3, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fe80::/10, fe80::1%eth0, true",
        "10.0.0.0/8, hospital.example, false"
    })
    void holdsWhatBeginsWithItsBits(String range, String address, boolean within) {
        assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.1.2",
                "10.1.2.256",
                "10.1.2.3/33",
                "localhost",
                "cafe",
                "10.1.2.3/-1",
                "1::2::3",
                "::1/129"
            })
    void isNothingElse(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }
}
