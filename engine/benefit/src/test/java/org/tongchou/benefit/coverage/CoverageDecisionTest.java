package org.tongchou.benefit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertExplained;
import static org.tongchou.benefit.calculation.CalculatorPack.assertRefused;
import static org.tongchou.benefit.calculation.CalculatorPack.person;
import static org.tongchou.benefit.calculation.CalculatorPack.told;
import static org.tongchou.benefit.calculation.CalculatorPack.with;
import static org.tongchou.benefit.calculation.CalculatorPack.without;
import static org.tongchou.benefit.calculation.CalculatorPack.yuan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.coverage.Payment.Kind;
import org.tongchou.benefit.coverage.SchemeCoverage.FundCoverage;
import org.tongchou.benefit.policy.PolicyPack;

class CoverageDecisionTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 5);

    private static Result<Coverage> asked(Members members) {
        return CoverageDecision.of(PACK, members.file(), DAY);
    }

    private static List<FundCoverage> funds(Members members, String scheme) {
        return asked(members).getValue().find(scheme).orElseThrow().funds();
    }

    @Test
    void everyFundOfTheSchemeHasARow() {
        List<FundCoverage> rows = funds(Members.employee("在职").months("2025-01", "2025-02"), "employee");
        assertThat(rows).extracting(FundCoverage::fund).containsExactly("employee", "account", "civil", "aid");
        assertThat(rows).extracting(FundCoverage::code).containsExactly("310100", "310200", "320100", "610100");
        assertThat(rows).allMatch(FundCoverage::enjoyed);
        assertThat(funds(Members.resident().years(2024, 2025), "resident"))
                .extracting(FundCoverage::fund)
                .containsExactly("resident", "aid");
    }

    @Test
    void theAccountMayBeUsedWithoutTheBenefit() {
        List<FundCoverage> rows = funds(Members.employee("在职").months("2024-01", "2024-06"), "employee");
        assertThat(rows).extracting(FundCoverage::enjoyed).containsExactly(false, true, false, false);
        assertThat(rows.get(0).reason()).contains("未缴 2025-02");
    }

    @Test
    void ofTwoSchemesTheRankedOneIsUsed() {
        Members both = Members.resident()
                .years(2024, 2025)
                .in("employee", "在职", "2025-01-01", null)
                .months("2025-01", "2025-03");
        Coverage coverage = asked(both).getValue();
        assertThat(coverage.enjoysTwoSchemes()).isTrue();
        assertThat(coverage.used()).isEqualTo("employee");
        assertExplained(asked(both), "coverage.rank");
    }

    @Test
    void withoutRanksTheSchemeMustBeSaid() {
        PolicyPack equal =
                with("  coverage.rank: { meaning: 顺序, unit: 次, values: [{ from: 2020-01-01, source: 办法, is: 1 }] }");
        Members both = Members.resident()
                .years(2024, 2025)
                .in("employee", "在职", "2025-01-01", null)
                .months("2025-01", "2025-03");
        Coverage coverage = CoverageDecision.of(equal, both.file(), DAY).getValue();
        assertThat(coverage.enjoysTwoSchemes()).isTrue();
        assertThat(coverage.used()).isNull();
    }

    @Test
    void oneEnjoyedSchemeIsUsedThoughAnotherIsNot() {
        Members both =
                Members.resident().in("employee", "在职", "2025-01-01", null).months("2025-01", "2025-03");
        Coverage coverage = asked(both).getValue();
        assertThat(coverage.schemes()).hasSize(2);
        assertThat(coverage.enjoysTwoSchemes()).isFalse();
        assertThat(coverage.used()).isEqualTo("employee");
    }

    @Test
    void otherSchemesAreEnjoyedWhileEnrolled() {
        Members cadre = Members.born("1930-03-01").in("retired_cadre", "", "1990-01-01", null);
        assertThat(asked(cadre).getValue().used()).isEqualTo("retired_cadre");
    }

    @Test
    void nobodyIsCoveredWithoutEnrolment() {
        Coverage coverage = asked(Members.born("1980-03-01")).getValue();
        assertThat(coverage.schemes()).isEmpty();
        assertThat(coverage.used()).isNull();
    }

    @Test
    void badFilesAreRefusedWithTheirField() {
        assertRefused(asked(Members.born("2025-03-06")), "E-BEN-007", "date");
        assertRefused(
                asked(Members.born("1980-01-01").in("city", "", "2020-01-01", null)), "E-BEN-002", "enrolments.scheme");
        assertRefused(
                asked(Members.born("1980-01-01").in("employee", "工人", "2020-01-01", null)), "E-BEN-002", "person_type");
        assertRefused(
                asked(Members.born("1980-01-01").in("employee", "在职", "2020-01-01", "2019-12-31")),
                "E-BEN-007",
                "enrolments.to");
        assertRefused(
                asked(Members.born("1980-01-01").in("employee", "在职", "1979-12-31", null)),
                "E-BEN-007",
                "enrolments.from");
        assertRefused(
                asked(Members.resident().paid("resident", "2025-01-01", "2024-12-31", "2025-01-01", Kind.OWN)),
                "E-BEN-007",
                "payments.to");
        assertRefused(
                asked(Members.resident().paid("resident", "2025-01-01", "2026-01-01", "2025-01-01", Kind.OWN)),
                "E-BEN-007",
                "payments.to");
        assertRefused(
                asked(Members.resident().paid("village", "2025-01-01", "2025-12-31", "2025-01-01", Kind.OWN)),
                "E-BEN-002",
                "payments.scheme");
        assertRefused(asked(Members.resident().credited(10, 11)), "E-BEN-003", "local_months");
        Insured dead = new Insured(LocalDate.of(1950, 1, 1), LocalDate.of(2025, 3, 4), "male", List.of(), "");
        assertRefused(
                CoverageDecision.of(PACK, new MemberFile(dead, List.of(), List.of(), 0, 0), DAY), "E-BEN-007", "date");
        assertRefused(
                CoverageDecision.of(PACK, Members.resident().file(), LocalDate.of(2019, 1, 1)),
                "E-BEN-012",
                "coverage.resident.year_starts");
        assertRefused(
                CoverageDecision.of(
                        PACK,
                        new MemberFile(
                                Insured.of(LocalDate.of(1962, 1, 1)),
                                List.of(new Registration("employee", "退休", LocalDate.of(2022, 1, 1), null)),
                                List.of(),
                                0,
                                0),
                        DAY),
                "E-BEN-001",
                "sex");
    }

    @Test
    void unbrokenYearsAndYearsWithoutClaimsRaiseTheCap() {
        Insured person = person("1980-03-01", "male");
        assertThat(CapRaise.of(PACK, person, DAY, 4, 0).getValue()).isEqualTo(yuan("0"));
        assertThat(CapRaise.of(PACK, person, DAY, 5, 0).getValue()).isEqualTo(yuan("1000"));
        assertThat(CapRaise.of(PACK, person, DAY, 7, 2).getValue()).isEqualTo(yuan("7000"));
        assertThat(CapRaise.of(PACK, person, DAY, 2, 3).getValue()).isEqualTo(yuan("6000"));
        assertThat(CapRaise.of(PACK, person, DAY, 60, 30).getValue()).isEqualTo(yuan("60000"));
        assertExplained(
                CapRaise.of(PACK, person, DAY, 5, 0),
                "coverage.critical.cap",
                "coverage.critical.after_years",
                "coverage.critical.per_year",
                "coverage.critical.no_claim",
                "coverage.critical.most");
        assertRefused(CapRaise.of(PACK, person, DAY, -1, 0), "E-BEN-003", "insured_years");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-31, 2025-06-01, 0",
        "2025-05-31, 2025-06-02, 1",
        "2025-05-31, 2025-08-01, 2",
        "2025-05-31, 2025-08-02, 3",
        "2025-08-31, 2025-06-10, 0"
    })
    void begunMonthsBetweenTwoCoversCountInFull(LocalDate lastCovered, LocalDate next, int months) {
        assertThat(EarlierCover.months(lastCovered, next)).isEqualTo(months);
    }

    @Test
    void theRaiseOfTheCapIsTold() {
        Insured person = person("1980-03-01", "male");
        assertThat(told(CapRaise.of(PACK, person, DAY, 7, 2)))
                .containsExactly("大病保险封顶线提高额：1000.00 × 3 年 + 2000.00 × 2 年 = 7,000.00 元");
        // 20 % of 300,000
        assertThat(told(CapRaise.of(PACK, person, DAY, 64, 0)))
                .containsExactly("大病保险封顶线提高额：1000.00 × 60 年 + 2000.00 × 0 年 = 60,000.00 元");
        assertThat(told(CapRaise.of(PACK, person, DAY, 65, 0)))
                .containsExactly("大病保险封顶线提高额：1000.00 × 61 年 + 2000.00 × 0 年，至多 60,000.00 元 = 60,000.00 元");
        assertRefused(CapRaise.of(PACK, person, DAY, 0, -1), "E-BEN-003", "no_claim_years");
        assertRefused(CapRaise.of(PACK, person, LocalDate.of(1980, 2, 29), 0, 0), "E-BEN-007", "date");
    }

    @Test
    void tooManyRecordsAreRefused() {
        Insured person = person("1980-03-01", "male");
        Registration one = new Registration("resident", "居民", LocalDate.of(2020, 1, 1), null);
        List<Registration> many = Collections.nCopies(10_001, one);
        assertRefused(
                CoverageDecision.of(PACK, new MemberFile(person, many, List.of(), 0, 0), DAY),
                "E-BEN-003",
                "enrolments");
        LocalDate day = LocalDate.of(2025, 1, 1);
        List<Payment> paid = Collections.nCopies(10_001, new Payment("resident", day, day, day, Kind.OWN));
        assertRefused(
                CoverageDecision.of(PACK, new MemberFile(person, List.of(one), paid, 0, 0), DAY),
                "E-BEN-003",
                "payments");
        assertRefused(asked(Members.resident().credited(1201, 0)), "E-BEN-003", "credited_months");
        assertRefused(asked(Members.resident().credited(-1, 0)), "E-BEN-003", "credited_months");
    }

    @Test
    void onlyTheResidentSchemeCoversNewbornBackwards() {
        Members newborn = Members.born("2025-03-01").in("retired_cadre", "", "2025-03-06", null);
        assertThat(asked(newborn).getValue().schemes()).isEmpty();
    }

    @Test
    void anEnjoyedBenefitSaysFromWhenForEveryFund() {
        assertThat(funds(Members.employee("在职").months("2025-01", "2025-02"), "employee"))
                .allSatisfy(fund -> {
                    assertThat(fund.from()).isEqualTo("2025-02-01");
                    assertThat(fund.until()).isEqualTo("2025-03-31");
                });
    }

    @Test
    void theDecisionIsToldStepByStep() {
        assertThat(told(asked(Members.born("1930-03-01").in("retired_cadre", "", "1990-01-01", null))))
                .containsExactly("参保：retired_cadre 自 1990-01-01 起参保 → 享受待遇", "可用的基金：享受待遇 → 无");
        Members both = Members.resident()
                .years(2024, 2025)
                .in("employee", "在职", "2025-01-01", null)
                .months("2025-01", "2025-03");
        assertThat(told(asked(both))).endsWith("重复参保：{resident=2, employee=1} → 按 employee 享受待遇");
        assertThat(told(CoverageDecision.of(with("coverage.rank", "次", "1"), both.file(), DAY)))
                .endsWith("重复参保：{resident=1, employee=1} → 须指定险种");
        Result<Coverage> unranked = CoverageDecision.of(without("coverage.rank"), both.file(), DAY);
        assertThat(unranked.getValue().used()).isNull();
        assertThat(told(unranked)).endsWith("重复参保：{} → 须指定险种");
    }
}
