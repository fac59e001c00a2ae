package org.tongchou.benefit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertExplained;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.coverage.Payment.Kind;

class ResidentCoverageTest {
    private static Result<Coverage> asked(Members members, String day) {
        return CoverageDecision.of(PACK, members.file(), LocalDate.parse(day));
    }

    private static SchemeCoverage on(Members members, String day) {
        return asked(members, day).getValue().find("resident").orElseThrow();
    }

    private static void assertFrom(Members members, String day, Standing standing, String from) {
        assertThat(on(members, day).standing()).isEqualTo(standing);
        assertThat(on(members, day).from()).isEqualTo(from);
    }

    @Test
    void whoPaysInTheWindowIsCoveredForTheYear() {
        Members members = Members.resident().years(2023, 2025);
        SchemeCoverage coverage = on(members, "2025-03-05");

        assertThat(coverage.standing()).isEqualTo(Standing.ENJOYED);
        assertThat(coverage.from()).isEqualTo("2025-01-01");
        assertThat(coverage.until()).isEqualTo("2025-12-31");
        assertThat(coverage.insuredYears()).isEqualTo(2);
        assertExplained(
                asked(members, "2025-03-05"),
                "coverage.resident.year_starts",
                "coverage.resident.window.opens",
                "coverage.resident.window.closes",
                "coverage.resident.wait");
    }

    @Test
    void whoHasNotPaidIsNotCovered() {
        SchemeCoverage coverage = on(Members.resident().years(2023, 2024), "2025-01-01");

        assertThat(coverage.standing()).isEqualTo(Standing.UNPAID);
        assertThat(coverage.reason()).contains("2025-01-01", "未缴");
        assertThat(coverage.insuredYears()).isEqualTo(2);
    }

    @Test
    void theLastDayOfTheWindowIsInTime() {
        assertFrom(Members.resident().year(2025, "2024-12-31"), "2025-01-01", Standing.ENJOYED, "2025-01-01");
        assertFrom(Members.resident().year(2025, "2025-01-01"), "2025-01-01", Standing.WAITING, "2025-04-01");
    }

    @Test
    void before2025LatePayersWaitForTheNextOrTheSeventhMonth() {
        Members insured = Members.resident().years(2023, 2023).year(2024, "2024-02-10");
        assertFrom(insured, "2024-02-29", Standing.WAITING, "2024-03-01");
        assertFrom(insured, "2024-03-01", Standing.ENJOYED, "2024-03-01");
        assertFrom(Members.resident().year(2024, "2024-02-10"), "2024-03-01", Standing.WAITING, "2024-09-01");
    }

    @Test
    void since2025LatePayersWaitThreeMonths() {
        Members members = Members.resident().years(2023, 2024).year(2025, "2025-03-10");
        assertFrom(members, "2025-06-09", Standing.WAITING, "2025-06-10");
        assertFrom(members, "2025-06-10", Standing.ENJOYED, "2025-06-10");
    }

    @Test
    void eachBrokenYearAddsAMonthAlsoInTheWindow() {
        assertFrom(
                Members.resident().years(2022, 2022).year(2025, "2024-12-01"),
                "2025-03-01",
                Standing.WAITING,
                "2025-06-01");
        assertFrom(
                Members.resident().years(2023, 2023).year(2025, "2025-01-31"),
                "2025-03-01",
                Standing.WAITING,
                "2025-05-31");
    }

    @Test
    void brokenYearsAreRepairedByPayingUpToALeast() {
        Members broken = Members.resident().years(2020, 2020).year(2025, "2025-02-15");
        assertFrom(broken, "2025-03-01", Standing.WAITING, "2025-09-15");

        Members once = Members.resident().years(2020, 2020).year(2025, "2025-02-15");
        once.year(2022, "2025-02-15", Kind.REPAIR);
        assertFrom(once, "2025-03-01", Standing.WAITING, "2025-08-15");

        once.year(2023, "2025-02-15", Kind.REPAIR).year(2024, "2025-02-15", Kind.REPAIR);
        assertFrom(once, "2025-03-01", Standing.WAITING, "2025-08-15");

        Members three = Members.resident().years(2021, 2021).year(2025, "2025-02-15");
        three.year(2023, "2025-02-15", Kind.REPAIR).year(2024, "2025-02-15", Kind.REPAIR);
        assertFrom(three, "2025-03-01", Standing.WAITING, "2025-06-15");
    }

    @Test
    void aRepairedYearIsNotCovered() {
        Members members = Members.resident().years(2022, 2022).year(2025, "2025-02-15");
        members.year(2024, "2025-02-15", Kind.REPAIR);
        assertThat(on(members, "2024-06-01").standing()).isEqualTo(Standing.UNPAID);
    }

    @Test
    void subsidisedPeopleDoNotWait() {
        assertFrom(
                Members.resident().year(2025, "2025-04-10", Kind.SUBSIDISED),
                "2025-04-10",
                Standing.ENJOYED,
                "2025-04-10");
        assertFrom(
                Members.resident().year(2024, "2024-04-10", Kind.SUBSIDISED),
                "2024-04-10",
                Standing.ENJOYED,
                "2024-04-10");
    }

    @Test
    void newbornAreCoveredFromBirthWhenEnrolledWithinNinetyDays() {
        Members newborn = Members.born("2025-05-20")
                .in("resident", "居民", "2025-08-18", null)
                .paid("resident", "2025-05-20", "2025-12-31", "2025-08-18", Kind.OWN);
        assertFrom(newborn, "2025-05-21", Standing.ENJOYED, "2025-05-20");

        Members late = Members.born("2025-05-20")
                .in("resident", "居民", "2025-08-19", null)
                .paid("resident", "2025-05-20", "2025-12-31", "2025-08-19", Kind.OWN);
        assertThat(asked(late, "2025-05-21").getValue().schemes()).isEmpty();
        assertFrom(late, "2025-08-20", Standing.WAITING, "2025-11-19");
    }

    @Test
    void newbornOfAutumnAreCoveredInBothYears() {
        Members newborn = Members.born("2025-11-20")
                .in("resident", "居民", "2025-12-01", null)
                .paid("resident", "2025-11-20", "2025-12-31", "2025-12-01", Kind.OWN)
                .year(2026, "2026-01-10");
        assertFrom(newborn, "2025-11-20", Standing.ENJOYED, "2025-11-20");
        assertFrom(newborn, "2026-01-01", Standing.ENJOYED, "2026-01-01");
    }

    @Test
    void studentsHaveAYearOfTheirOwn() {
        Members student = Members.born("2006-03-01")
                .in("resident", "大学生", "2025-09-01", null)
                .paid("resident", "2025-09-01", "2026-08-31", "2025-12-20", Kind.OWN);
        SchemeCoverage coverage = on(student, "2025-10-01");
        assertThat(coverage.standing()).isEqualTo(Standing.ENJOYED);
        assertThat(coverage.from()).isEqualTo("2025-09-01");
        assertThat(coverage.until()).isEqualTo("2026-08-31");
        assertThat(on(student, "2026-09-01").standing()).isEqualTo(Standing.UNPAID);
    }

    @Test
    void whoComesFromTheEmployeeSchemeWithinThreeMonthsDoesNotWait() {
        Members soon = Members.resident().months("2025-01", "2025-05");
        soon.paid("resident", "2025-06-01", "2025-12-31", "2025-08-31", Kind.OWN);
        assertFrom(soon, "2025-08-31", Standing.ENJOYED, "2025-08-31");

        Members late = Members.resident().months("2025-01", "2025-05");
        late.paid("resident", "2025-06-01", "2025-12-31", "2025-09-02", Kind.OWN);
        assertFrom(late, "2025-09-02", Standing.WAITING, "2025-12-02");
    }

    @Test
    void aYearInTheEmployeeSchemeIsNotBroken() {
        Members members = Members.resident().years(2022, 2022).months("2023-01", "2024-12");
        assertFrom(members.year(2025, "2024-11-20"), "2025-01-01", Standing.ENJOYED, "2025-01-01");
    }

    @Test
    void aWaitGoesOnInTheNextYear() {
        Members members = Members.resident().year(2025, "2025-11-20").year(2026, "2025-12-10");
        assertFrom(members, "2026-01-15", Standing.WAITING, "2026-02-20");
        assertFrom(members, "2026-02-20", Standing.ENJOYED, "2026-02-20");
    }

    @Test
    void theEndOfTheEnrolmentEndsTheBenefit() {
        Members members = Members.born("1980-03-01")
                .in("resident", "居民", "2015-01-01", "2025-06-30")
                .years(2024, 2025);
        assertThat(on(members, "2025-06-30").until()).isEqualTo("2025-06-30");
        assertThat(asked(members, "2025-07-01").getValue().schemes()).isEmpty();
    }
}
