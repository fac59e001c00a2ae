package org.tongchou.benefit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertExplained;
import static org.tongchou.benefit.calculation.CalculatorPack.told;
import static org.tongchou.benefit.calculation.CalculatorPack.with;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.calculation.Result;

class EmployeeCoverageTest {
    private static Result<Coverage> asked(Members members, String day) {
        return CoverageDecision.of(PACK, members.file(), LocalDate.parse(day));
    }

    private static SchemeCoverage on(Members members, String day) {
        return asked(members, day).getValue().find("employee").orElseThrow();
    }

    private static void assertFrom(Members members, String day, Standing standing, String from) {
        assertThat(on(members, day).standing()).isEqualTo(standing);
        assertThat(on(members, day).from()).isEqualTo(from);
    }

    @Test
    void aPaidMonthGivesTheBenefitInTheNext() {
        Members members = Members.employee("在职").months("2025-01", "2025-06");
        assertThat(on(members, "2025-01-31").standing()).isEqualTo(Standing.UNPAID);
        SchemeCoverage coverage = on(members, "2025-02-01");
        assertThat(coverage.standing()).isEqualTo(Standing.ENJOYED);
        assertThat(coverage.from()).isEqualTo("2025-02-01");
        assertThat(coverage.until()).isEqualTo("2025-07-31");
        assertThat(on(members, "2025-07-31").enjoyed()).isTrue();
        assertThat(on(members, "2025-08-01").standing()).isEqualTo(Standing.UNPAID);
        assertExplained(
                asked(members, "2025-02-01"),
                "coverage.employee.pays",
                "coverage.employee.lag",
                "coverage.employee.gap",
                "coverage.employee.wait");
    }

    @Test
    void insuredYearsAreWholeYearsOfTheRun() {
        Members members = Members.employee("在职").months("2023-01", "2025-06");
        assertThat(on(members, "2024-12-15").insuredYears()).isEqualTo(1);
        assertThat(on(members, "2025-01-15").insuredYears()).isEqualTo(2);
    }

    @Test
    void flexibleWorkersPaySixMonthsFirst() {
        Members members = Members.employee("灵活就业").months("2025-01", "2025-07");
        assertFrom(members, "2025-06-30", Standing.WAITING, "2025-07-01");
        assertThat(on(members, "2025-06-30").reason()).contains("6 个月", "已缴 5 个月");
        assertFrom(members, "2025-07-01", Standing.ENJOYED, "2025-07-01");
    }

    @Test
    void aShortGapCostsNothingButItsOwnMonths() {
        Members members = Members.employee("在职").months("2025-01", "2025-03").months("2025-07", "2025-08");
        assertThat(on(members, "2025-04-30").enjoyed()).isTrue();
        assertThat(on(members, "2025-06-10").standing()).isEqualTo(Standing.UNPAID);
        assertFrom(members, "2025-08-01", Standing.ENJOYED, "2025-08-01");
    }

    @Test
    void aLongGapMustBeWaitedFor() {
        Members members = Members.employee("在职").months("2025-01", "2025-03").months("2025-08", "2025-12");
        assertFrom(members, "2025-09-05", Standing.WAITING, "2025-12-01");
        assertFrom(members, "2025-12-01", Standing.ENJOYED, "2025-12-01");
    }

    @Test
    void monthsPaidBackInTimeAreCoveredBackwards() {
        Members members = Members.employee("在职").months("2025-01", "2025-03");
        assertThat(on(members, "2025-05-10").standing()).isEqualTo(Standing.UNPAID);
        members.month("2025-04", "2025-07-20").month("2025-05", "2025-07-20");
        assertThat(on(members, "2025-05-10").enjoyed()).isTrue();
        Members late = Members.employee("在职").months("2025-01", "2025-03").month("2025-04", "2025-08-01");
        assertThat(on(late, "2025-05-10").standing()).isEqualTo(Standing.UNPAID);
    }

    @Test
    void comingFromTheResidentSchemeWithoutAGapDoesNotWait() {
        Members members = Members.employee("灵活就业").year(2024, "2023-11-01").months("2025-01", "2025-02");
        assertFrom(members, "2025-02-10", Standing.ENJOYED, "2025-02-01");
        Members gap = Members.employee("灵活就业").year(2024, "2023-11-01").months("2025-05", "2025-06");
        assertFrom(gap, "2025-06-10", Standing.WAITING, "2025-09-01");
    }

    @Test
    void whoLeavesKeepsTheMonthThatIsPaid() {
        Members members = Members.born("1980-03-01")
                .in("employee", "在职", "2024-01-01", "2025-06-12")
                .months("2024-01", "2025-06");
        assertThat(on(members, "2025-07-31").enjoyed()).isTrue();
        assertThat(asked(members, "2025-08-01").getValue().schemes()).isEmpty();
    }

    @Test
    void retiredPeopleNeedTheirYears() {
        Members enough = Members.born("1962-03-01").in("employee", "退休", "2022-04-01", null);
        assertFrom(enough.credited(360, 120), "2025-01-01", Standing.ENJOYED, "2022-04-01");
        Members here = Members.born("1962-03-01").in("employee", "退休", "2022-04-01", null);
        SchemeCoverage lacking = on(here.credited(400, 113), "2025-01-01");
        assertThat(lacking.standing()).isEqualTo(Standing.YEARS_SHORT);
        assertThat(lacking.reason()).contains("还差 7 个月");
        assertExplained(
                asked(here, "2025-01-01"), "coverage.employee.retire.years", "coverage.employee.retire.local_years");
    }

    @Test
    void theWayIsToldStepByStep() {
        Members members = Members.employee("在职").months("2025-01", "2025-03").months("2025-07", "2025-08");
        // April to June are missing, three months, which do not break the run
        assertThat(told(asked(members, "2025-08-01")))
                .containsExactly(
                        "缴费月份：本月待遇对应 2025-07 的缴费 → 已缴费",
                        "连续缴费：2025-01 至 2025-07，需缴满 0 个月 → 已缴 4 个月",
                        "可用的基金：享受待遇 → employee、account、civil、aid");
        assertThat(told(asked(members, "2025-10-01")))
                .containsExactly("缴费月份：本月待遇对应 2025-09 的缴费 → 未缴费", "可用的基金：未缴费 → account");
    }

    @Test
    void theYearsOfRetiredPeopleAreTold() {
        Members enough = Members.born("1962-03-01")
                .in("employee", "退休", "2022-04-01", null)
                .credited(360, 120);
        assertThat(told(asked(enough, "2025-01-01")))
                .startsWith("退休人员缴费年限：累计 360 个月，其中本地 120 个月；需 30 年，其中本地 10 年 → 已达到");
        assertThat(on(enough, "2025-01-01").insuredYears()).isEqualTo(30);
        Members short7 = Members.born("1962-03-01")
                .in("employee", "退休", "2022-04-01", null)
                .credited(353, 120);
        assertThat(told(asked(short7, "2025-01-01")))
                .startsWith("退休人员缴费年限：累计 353 个月，其中本地 120 个月；需 30 年，其中本地 10 年 → 还差 7 个月");
        Members away = Members.born("1962-03-01")
                .in("employee", "退休", "2022-04-01", null)
                .credited(360, 0);
        assertThat(told(CoverageDecision.of(
                        with("coverage.employee.retire.local_years", "年", "0"), away.file(), LocalDate.of(2025, 1, 1))))
                .startsWith("退休人员缴费年限：累计 360 个月，其中本地 0 个月；需 30 年 → 已达到");
    }
}
