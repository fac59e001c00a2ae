package org.tongchou.benefit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertRefused;
import static org.tongchou.benefit.calculation.CalculatorPack.told;
import static org.tongchou.benefit.calculation.CalculatorPack.with;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.coverage.Payment.Kind;
import org.tongchou.benefit.policy.PolicyPack;

/** Where the wait of residents begins and how long it is, at the edges of its rules; and how it is told. */
class ResidentWaitTest {
    private static Result<Coverage> asked(PolicyPack pack, Members members, String day) {
        return CoverageDecision.of(pack, members.file(), LocalDate.parse(day));
    }

    private static void assertFrom(PolicyPack pack, Members members, String day, Standing standing, String from) {
        SchemeCoverage coverage =
                asked(pack, members, day).getValue().find("resident").orElseThrow();
        assertThat(coverage.standing()).isEqualTo(standing);
        assertThat(coverage.from()).isEqualTo(from);
    }

    private static void assertFrom(Members members, String day, Standing standing, String from) {
        assertFrom(PACK, members, day, standing, from);
    }

    // ---- newborn

    @Test
    void bothEnrolmentAndPaymentMustComeSoonAfterBirth() {
        // day 90 is 2025-08-18; late without earlier cover waits three months
        Members paidLate = Members.born("2025-05-20")
                .in("resident", "居民", "2025-06-01", null)
                .paid("resident", "2025-05-20", "2025-12-31", "2025-08-19", Kind.OWN);
        assertFrom(paidLate, "2025-08-20", Standing.WAITING, "2025-11-19");
        Members enrolledLate = Members.born("2025-05-20")
                .in("resident", "居民", "2025-08-19", null)
                .paid("resident", "2025-05-20", "2025-12-31", "2025-08-18", Kind.OWN);
        assertFrom(enrolledLate, "2025-08-20", Standing.WAITING, "2025-11-18");
    }

    @Test
    void theRulesSeeTheDayOfBirthAtTheEarliest() {
        PolicyPack byDays = with("""
                  coverage.resident.window.closes:
                    meaning: 试
                    unit: 月
                    values:
                      - from: 2020-01-01
                        source: 办法
                        rules: [{ when: { days_old: 0 }, is: 12 }, { is: 0 }]
                """);
        Members newborn = Members.born("2025-05-20")
                .in("resident", "居民", "2025-08-19", null)
                .paid("resident", "2025-05-20", "2025-12-31", "2025-08-19", Kind.OWN);
        assertFrom(byDays, newborn, "2025-08-20", Standing.ENJOYED, "2025-01-01");
        assertFrom(byDays, Members.resident().year(2025, "2025-02-10"), "2025-03-01", Standing.WAITING, "2025-05-10");
    }

    // ---- the year

    @Test
    void aYearMayBeginInAnyMonth() {
        Members members = Members.resident().paid("resident", "2024-12-01", "2025-11-30", "2024-11-05", Kind.OWN);
        PolicyPack december = with("coverage.resident.year_starts", "月", "12");
        assertFrom(december, members, "2025-11-30", Standing.ENJOYED, "2024-12-01");
        assertThat(asked(december, members, "2025-12-01")
                        .getValue()
                        .schemes()
                        .get(0)
                        .standing())
                .isEqualTo(Standing.UNPAID);
        for (String month : new String[] {"0", "13"}) {
            assertRefused(
                    asked(with("coverage.resident.year_starts", "月", month), members, "2025-03-05"),
                    "E-BEN-012",
                    "coverage.resident.year_starts");
        }
    }

    @Test
    void theBenefitEndsWithTheYearThoughTheEnrolmentLasts() {
        Members members = Members.born("1980-03-01")
                .in("resident", "居民", "2015-01-01", "2026-06-30")
                .years(2024, 2025);
        assertThat(asked(PACK, members, "2025-03-05")
                        .getValue()
                        .schemes()
                        .get(0)
                        .until())
                .isEqualTo("2025-12-31");
    }

    @Test
    void yearsBeforeTheRulesDoNotMakeAnyoneWait() {
        // the rules begin in 2020
        assertFrom(Members.resident().years(2019, 2020), "2020-03-05", Standing.ENJOYED, "2020-01-01");
    }

    // ---- the wait

    @Test
    void brokenYearsCountFromTheYearOfTheRule() {
        // 2021 to 2024, not 2019 and 2020: 3 + 4 months
        Members members = Members.resident().years(2018, 2018).year(2025, "2025-02-15");
        assertFrom(members, "2025-03-01", Standing.WAITING, "2025-09-15");
    }

    @Test
    void whoNeedNotWaitNeedNotForBrokenYearsEither() {
        Members members = Members.resident().years(2022, 2022).year(2025, "2025-04-10", Kind.SUBSIDISED);
        assertFrom(members, "2025-04-10", Standing.ENJOYED, "2025-04-10");
    }

    @Test
    void onlyRepairsOfTheBrokenYearsCount() {
        // broken are 2023 and 2024: 3 + 2 months
        Members paid = Members.resident().years(2022, 2022).year(2025, "2025-02-15");
        assertFrom(paid.year(2021, "2025-02-15", Kind.REPAIR), "2025-03-01", Standing.WAITING, "2025-07-15");
        assertFrom(paid.year(2026, "2025-02-15", Kind.REPAIR), "2025-03-01", Standing.WAITING, "2025-07-15");
        assertFrom(paid.year(2024, "2025-02-15", Kind.REPAIR), "2025-03-01", Standing.WAITING, "2025-06-15");
        Members never = Members.resident().year(2024, "2025-02-15", Kind.REPAIR).year(2025, "2025-02-15");
        assertFrom(never, "2025-03-01", Standing.WAITING, "2025-05-15");
    }

    @Test
    void withoutALongBreakThereIsNoLeast() {
        PolicyPack none = with("coverage.resident.wait.long_broken", "年", "0");
        assertFrom(none, Members.resident().year(2025, "2025-02-15"), "2025-03-01", Standing.WAITING, "2025-05-15");
    }

    @Test
    void aWindowThatClosesBeforeTheYearMakesNobodyBeginBeforeIt() {
        PolicyPack october = with("coverage.resident.window.closes", "月", "{ of: 2, times: -1 }");
        // late, first time: six months, not from 1 December
        assertFrom(october, Members.resident().year(2024, "2023-11-05"), "2024-03-01", Standing.WAITING, "2024-07-01");
    }

    @Test
    void theWaitOfTheYearBeforeIsThatOfItsOwnUnbrokenYears() {
        PolicyPack faithful = with("""
                  coverage.resident.wait:
                    meaning: 试
                    unit: 月
                    values:
                      - from: 2025-01-01
                        source: 办法
                        rules: [{ when: { insured_years: ">=1" }, is: 0 }, { is: 3 }]
                """);
        Members members = Members.resident().year(2025, "2025-11-20").year(2026, "2025-12-10");
        assertFrom(faithful, members, "2026-01-15", Standing.WAITING, "2026-02-20");
    }

    // ---- what is told

    @Test
    void theWaitIsToldStepByStep() {
        assertThat(told(asked(PACK, Members.resident().years(2024, 2025), "2025-03-05")))
                .containsExactly(
                        "待遇年度：2025-01-01 至 2025-12-31",
                        "集中缴费期：2024-09-01 至 2024-12-31，2024-11-05 缴费 → 在集中缴费期内",
                        "等待期：没有等待期",
                        "待遇开始：2025-01-01 → 2025-01-01 起享受待遇",
                        "可用的基金：享受待遇 → resident、aid");
        assertThat(told(asked(PACK, Members.resident().years(2022, 2022).year(2025, "2025-02-15"), "2025-03-05")))
                .containsExactly(
                        "待遇年度：2025-01-01 至 2025-12-31",
                        "集中缴费期：2024-09-01 至 2024-12-31，2025-02-15 缴费 → 未在集中缴费期内",
                        "等待期：固定 3 个月 + 断保 2 年、修复 0 年的变动 2 个月 → 5 个月",
                        "待遇开始：2025-02-15 后满 5 个月 → 2025-07-15 起享受待遇",
                        "可用的基金：等待期 → 无");
        // 3 + 4 − 3 is less than 6, 3 + 4 − 1 is not
        Members repaired = Members.resident().years(2020, 2020).year(2025, "2025-02-15");
        repaired.year(2022, "2025-02-15", Kind.REPAIR);
        assertThat(told(asked(PACK, repaired, "2025-03-05"))).contains("等待期：固定 3 个月 + 断保 4 年、修复 1 年的变动 3 个月 → 6 个月");
        repaired.year(2023, "2025-02-15", Kind.REPAIR).year(2024, "2025-02-15", Kind.REPAIR);
        assertThat(told(asked(PACK, repaired, "2025-03-05")))
                .contains("等待期：固定 3 个月 + 断保 4 年、修复 3 年的变动 1 个月，合计不少于 6 个月 → 6 个月");
    }

    @Test
    void unpaidYearsNewbornAndPendingWaitsAreTold() {
        assertThat(told(asked(PACK, Members.resident().years(2023, 2024), "2025-03-05")))
                .containsExactly("待遇年度：2025-01-01 至 2025-12-31", "缴费：没有这一年度的缴费记录 → 未缴费", "可用的基金：未缴费 → 无");
        Members newborn = Members.born("2025-05-20")
                .in("resident", "居民", "2025-08-18", null)
                .paid("resident", "2025-05-20", "2025-12-31", "2025-08-18", Kind.OWN);
        assertThat(told(asked(PACK, newborn, "2025-06-01")))
                .contains("新生儿：出生 2025-05-20，90 天内参保缴费（2025-08-18） → 2025-05-20 起享受待遇");
        Members pending = Members.resident().year(2025, "2025-11-20").year(2026, "2025-12-10");
        assertThat(told(asked(PACK, pending, "2026-01-15"))).contains("上一年度的等待期：延续到本年度 → 2026-02-20 起享受待遇");
    }
}
