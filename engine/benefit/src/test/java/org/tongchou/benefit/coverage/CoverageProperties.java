package org.tongchou.benefit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tongchou.benefit.coverage.Payment.Kind;

/** What holds for all files. */
class CoverageProperties {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    /** Residents and employees with payments in time, late, broken and repaired, by a seed. */
    private static MemberFile file(long seed) {
        Random random = new Random(seed);
        Members members = Members.resident();
        for (int year = 2020; year <= 2026; year++) {
            int chance = random.nextInt(10);
            if (chance < 5) {
                members.year(year, (year - 1) + "-10-01");
            } else if (chance < 8) {
                Kind kind = random.nextInt(3) == 0 ? Kind.SUBSIDISED : Kind.OWN;
                members.year(
                        year,
                        LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)).toString(),
                        kind);
            } else if (chance == 8) {
                members.year(year, LocalDate.of(year + 1, 1, 15).toString(), Kind.REPAIR);
            }
        }
        if (random.nextBoolean()) {
            members.in("employee", random.nextBoolean() ? "在职" : "灵活就业", "2020-01-01", null);
            for (YearMonth month = YearMonth.of(2020, 1); month.getYear() < 2027; month = month.plusMonths(1)) {
                if (random.nextInt(12) > 0) {
                    members.month(
                            month.toString(),
                            month.atDay(1).plusDays(random.nextInt(150)).toString());
                }
            }
        }
        return members.file();
    }

    private static Coverage on(MemberFile file, LocalDate day) {
        return CoverageDecision.of(PACK, file, day).getValue();
    }

    @Property(tries = 500)
    void benefitsAreEnjoyedWithinTheirDaysOnly(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2500) int day) {
        LocalDate asked = FIRST.plusDays(day);
        for (SchemeCoverage scheme : on(file(seed), asked).schemes()) {
            if (scheme.enjoyed()) {
                assertThat(Objects.requireNonNull(scheme.from())).isBeforeOrEqualTo(asked);
                assertThat(Objects.requireNonNull(scheme.until())).isAfterOrEqualTo(asked);
            } else if (scheme.standing() == Standing.WAITING) {
                assertThat(Objects.requireNonNull(scheme.from())).isAfter(asked);
            }
            assertThat(scheme.reason()).isNotBlank();
            assertThat(scheme.funds())
                    .isNotEmpty()
                    .allSatisfy(fund -> assertThat(fund.enjoyed())
                            .isEqualTo(scheme.enjoyed() || fund.fund().equals("account")));
        }
    }

    @Property(tries = 300)
    void theSameAnswerHoldsOnEveryDayFromTheFirst(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2500) int day) {
        MemberFile file = file(seed);
        for (SchemeCoverage scheme : on(file, FIRST.plusDays(day)).schemes()) {
            LocalDate from = scheme.from();
            if (scheme.enjoyed() && from != null && !from.isBefore(FIRST)) {
                SchemeCoverage first = on(file, from).find(scheme.scheme()).orElseThrow();
                assertThat(first.enjoyed()).as(scheme + " on " + from).isTrue();
                assertThat(first.from()).isEqualTo(from);
            }
        }
    }

    @Property(tries = 200)
    void moreBrokenYearsNeverWaitLessAndRepairsNeverMore(
            @ForAll @IntRange(min = 2020, max = 2024) int last, @ForAll @IntRange(min = 1, max = 363) int paid) {
        String day = LocalDate.of(2025, 1, 1).plusDays(paid).toString();
        Members members = Members.resident().years(2020, last).year(2025, day);
        LocalDate begin = begin(members);
        if (last > 2020) {
            assertThat(begin(Members.resident().years(2020, last - 1).year(2025, day)))
                    .isAfterOrEqualTo(begin);
        }
        for (int year = last + 1; year < 2025; year++) {
            LocalDate repaired = begin(members.year(year, day, Kind.REPAIR));
            assertThat(repaired).isBeforeOrEqualTo(begin);
            begin = repaired;
        }
        assertThat(begin).isAfterOrEqualTo(LocalDate.parse(day).plusMonths(3));
    }

    private static LocalDate begin(Members members) {
        return Objects.requireNonNull(on(members.file(), LocalDate.of(2025, 1, 1))
                .find("resident")
                .orElseThrow()
                .from());
    }
}
