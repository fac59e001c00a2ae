package org.tongchou.benefit.maternity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertExplained;
import static org.tongchou.benefit.calculation.CalculatorPack.assertRefused;
import static org.tongchou.benefit.calculation.CalculatorPack.person;
import static org.tongchou.benefit.calculation.CalculatorPack.told;
import static org.tongchou.benefit.calculation.CalculatorPack.with;
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
        assertThat(told(allowance(five))).containsExactly("连续缴费月数：需 6 个月，已缴 5 个月 → 不符合");
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

    @Test
    void whatCannotBeIsRefused() {
        LocalDate day = LocalDate.of(2022, 5, 1);
        assertRefused(
                allowance(new MaternityEvent(Kind.BIRTH, day, 39, 1, false, yuan("1"), yuan("1"), -1)),
                "E-BEN-003",
                "paid_months");
        assertRefused(
                allowance(new MaternityEvent(Kind.BIRTH, day, 39, 1, false, yuan("1"), yuan("-1"), 6)),
                "E-BEN-003",
                "unit_average");
        assertRefused(
                MaternityAllowance.of(
                        with("allowance.month_days", "天", "0"),
                        person("1995-03-01", "female"),
                        "在职",
                        event(Kind.BIRTH, "2022-05-01", 39, 1, false, "1")),
                "E-BEN-012",
                "allowance.month_days");
    }

    @Test
    void theAllowanceIsToldStepByStep() {
        assertThat(told(allowance(event(Kind.BIRTH, "2020-05-01", 39, 1, false, "9000"))))
                .containsExactly(
                        "连续缴费月数：需 6 个月，已缴 6 个月 → 符合",
                        "津贴天数：生育 158 + 难产 0 + 多胞胎 0 → 158 天",
                        "津贴：本人缴费基数 9000 ÷ 30 × 158 = 47,400.00 元");
        assertThat(told(allowance(event(Kind.PATERNITY, "2022-05-01", 0, 0, false, "9000"))))
                .contains("津贴天数：配偶护理假 15 → 15 天", "津贴：单位月平均缴费工资 6000 ÷ 30 × 15，日津贴先取 200 = 3,000.00 元");
    }
}
