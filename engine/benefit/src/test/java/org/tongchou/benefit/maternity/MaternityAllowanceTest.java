package org.tongchou.benefit.maternity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertExplained;
import static org.tongchou.benefit.calculation.CalculatorPack.assertRefused;
import static org.tongchou.benefit.calculation.CalculatorPack.person;
import static org.tongchou.benefit.calculation.CalculatorPack.yuan;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.maternity.MaternityEvent.Kind;
import org.tongchou.money.Money;

class MaternityAllowanceTest {
    private static MaternityEvent event(Kind kind, String day, int weeks, int babies, boolean dystocia, String base) {
        return new MaternityEvent(kind, LocalDate.parse(day), weeks, babies, dystocia, yuan(base), yuan("6000"), 6);
    }

    private static Result<MaternityAllowance> allowance(MaternityEvent event) {
        return MaternityAllowance.of(PACK, person("1995-03-01", "female"), "在职", event);
    }

    /** WH-MATERNITY: rounding at the end, or the daily amount first. */
    @ParameterizedTest
    @CsvSource({
        "2020-05-01, 9000, 47400.00",
        "2020-05-01, 8765.43, 46164.60",
        "2021-05-01, 9000, 47400.00",
        "2021-05-01, 8765.43, 46164.44",
    })
    void thePlaceOfRoundingIsAParameter(String day, String base, String amount) {
        assertThat(allowance(event(Kind.BIRTH, day, 39, 1, false, base)).getValue())
                .isEqualTo(new MaternityAllowance(true, 158, yuan(amount)));
    }

    @ParameterizedTest
    @CsvSource({
        "BIRTH, 39, 1, false, 158",
        "BIRTH, 39, 1, true, 173",
        "BIRTH, 37, 3, true, 203",
        "MISCARRIAGE, 11, 0, false, 30",
        "MISCARRIAGE, 12, 0, false, 45",
        "MISCARRIAGE, 27, 0, false, 45",
        "MISCARRIAGE, 28, 0, false, 90",
        "PATERNITY, 0, 0, false, 15",
    })
    void daysDependOnTheEvent(Kind kind, int weeks, int babies, boolean dystocia, int days) {
        MaternityAllowance allowance = allowance(event(kind, "2020-05-01", weeks, babies, dystocia, "3000"))
                .getValue();
        assertThat(allowance.days()).isEqualTo(days);
        assertThat(allowance.amount()).isEqualTo(Money.ofFen(days * 10_000L));
    }

    @Test
    void theBaseMayBeTheUnitsAverage() {
        assertThat(allowance(event(Kind.PATERNITY, "2022-05-01", 0, 0, false, "9000"))
                        .getValue()
                        .amount())
                .isEqualTo(yuan("3000"));
    }

    @Test
    void tooFewPaidMonthsGiveNothing() {
        MaternityEvent five =
                new MaternityEvent(Kind.BIRTH, LocalDate.of(2020, 5, 1), 39, 1, false, yuan("9000"), yuan("9000"), 5);
        assertThat(allowance(five).getValue()).isEqualTo(new MaternityAllowance(false, 0, Money.ZERO));
        assertExplained(allowance(five), "allowance.paid_months");
    }

    @Test
    void theWayIsExplained() {
        Result<MaternityAllowance> result = allowance(event(Kind.BIRTH, "2021-05-01", 39, 2, true, "8765.43"));
        assertExplained(
                result,
                "allowance.days",
                "allowance.days.dystocia",
                "allowance.days.extra_baby",
                "allowance.own_base",
                "allowance.month_days",
                "allowance.daily_step");
        assertThat(result.getFound().explanation().steps().get(2).formula()).contains("292.18", "188");
    }

    @Test
    void badEventsAreRefused() {
        assertRefused(allowance(event(Kind.BIRTH, "2020-05-01", 46, 1, false, "1")), "E-BEN-003", "weeks");
        assertRefused(allowance(event(Kind.BIRTH, "2020-05-01", 39, 0, false, "1")), "E-BEN-003", "babies");
        assertRefused(allowance(event(Kind.MISCARRIAGE, "2020-05-01", 9, 1, false, "1")), "E-BEN-003", "babies");
        assertRefused(allowance(event(Kind.PATERNITY, "2020-05-01", 0, 0, true, "1")), "E-BEN-003", "dystocia");
        assertRefused(allowance(event(Kind.BIRTH, "2020-05-01", 39, 1, false, "-1")), "E-BEN-003", "own_base");
        assertRefused(allowance(event(Kind.BIRTH, "1990-05-01", 39, 1, false, "1")), "E-BEN-007", "day");
        assertRefused(allowance(event(Kind.BIRTH, "2019-05-01", 39, 1, false, "1")), "E-BEN-012", "allowance.days");
    }
}
