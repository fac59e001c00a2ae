package org.tongchou.platform.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Settlements.Settled;

/** Shares of a home region in the fields of the national interface. */
class FundFieldsTest {
    private static Settled guest(long fund, String... payments) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        List<Payment> paid = Arrays.stream(payments)
                .map(one ->
                        new Payment("tier", "360100", one.substring(0, 6), 0, null, Long.parseLong(one.substring(7))))
                .toList();
        return new Settled(
                1,
                "1",
                1,
                -1,
                "employee",
                "在职",
                "inpatient",
                "H35990100001",
                day,
                day.atStartOfDay(),
                "M1",
                "结算",
                null,
                new Amounts(1_000, 0, 0, 0, 1_000, 0, fund, 0, 100, 0, 900 - fund),
                0,
                paid,
                0);
    }

    @Test
    void everyNationalFundHasItsField() {
        assertThat(FundFields.of(
                        guest(
                                45,
                                "310100 1",
                                "320100 2",
                                "370100 3",
                                "390200 4",
                                "330100 5",
                                "610100 6",
                                "610102 7",
                                "340100 8",
                                "350100 9"),
                        Map.of()))
                .isEqualTo(Map.of(
                        "hifp_pay", 1L,
                        "cvlserv_pay", 2L,
                        "hifes_pay", 3L,
                        "hifmi_pay", 4L,
                        "hifob_pay", 5L,
                        "maf_pay", 13L,
                        "oth_pay", 17L,
                        "hifdm_pay", 9L));
    }

    /** The amounts of the settlement say what accounts paid; the fields of funds sum up to 基金支付总额. */
    @Test
    void whatIsNotToldByFundIsOtherAndAccountsAreNoFunds() {
        assertThat(FundFields.of(guest(50, "310100 30", "310200 100"), Map.of()))
                .isEqualTo(Map.of("hifp_pay", 30L, "oth_pay", 20L));
        assertThat(FundFields.of(guest(50), Map.of())).isEqualTo(Map.of("oth_pay", 50L));
    }
}
