package org.tongchou.benefit.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.person;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.tongchou.money.Money;

/** What holds for all wages, heads and days. */
class FundingProperties {
    private static final YearMonth MONTH = YearMonth.of(2024, 3);

    private static Contributor with(long wage) {
        return new Contributor(person("1980-03-01", "male"), "在职", Money.ofFen(wage));
    }

    private static MonthlyDues dues(long wage) {
        return EmployeeDues.of(PACK, with(wage), MONTH).getValue();
    }

    @Property(tries = 300)
    void higherWagesNeverOweLess(
            @ForAll @LongRange(min = 0, max = 3_000_000) long wage,
            @ForAll @LongRange(min = 0, max = 500_000) long more) {
        MonthlyDues low = dues(wage);
        MonthlyDues high = dues(wage + more);
        assertThat(high.unit()).isGreaterThanOrEqualTo(low.unit());
        assertThat(high.personal()).isGreaterThanOrEqualTo(low.personal());
    }

    @Property(tries = 200)
    void theBaseStaysBetweenItsLimits(@ForAll @LongRange(min = 0, max = 9_000_000_000L) long wage) {
        assertThat(dues(wage).base().fen()).isBetween(400_000L, 2_000_000L);
    }

    @Property(tries = 200)
    void peopleOfAnEmployerOweWhatEachOwesAlone(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 0, max = 3_000_000) Long> wages) {
        List<Contributor> all = new ArrayList<>();
        Money personal = Money.ZERO;
        Money unit = Money.ZERO;
        for (long wage : wages) {
            all.add(with(wage));
            personal = personal.plus(dues(wage).personal());
            unit = unit.plus(dues(wage).unit());
        }
        MonthlyDues together = EmployeeDues.ofEmployer(PACK, all, MONTH).getValue();
        assertThat(together.personal()).isEqualTo(personal);
        assertThat(Math.abs(together.unit().minus(unit).fen()))
                .as("rounding of each person's two parts, and once of the sums")
                .isLessThanOrEqualTo(wages.size() + 1L);
    }

    @Property(tries = 200)
    void levelsPayTheStandardForEveryHead(
            @ForAll @LongRange(min = 0, max = 10_000_000) long expected,
            @ForAll @LongRange(min = 0, max = 10_000_000) long counted) {
        FiscalSubsidy subsidy = FiscalSubsidy.of(
                        PACK, List.of(new CountyHeads("甲县", "二档", expected, counted)), LocalDate.of(2024, 1, 1))
                .getValue();
        assertThat(subsidy.total()).isEqualTo(Money.ofFen(70_800 * counted));
        assertThat(subsidy.shares()).allSatisfy(share -> {
            assertThat(share.due().fen()).isNotNegative();
            assertThat(share.advance().plus(share.clearing())).isEqualTo(share.due());
        });
    }

    @Property(tries = 200)
    void lateFeesNeverFallWithTimeAndNeverPassWhatIsOwed(
            @ForAll @LongRange(min = 0, max = 100_000_000) long owed, @ForAll @IntRange(min = 0, max = 4000) int days) {
        Money fee = fee(owed, days);
        assertThat(fee).isLessThanOrEqualTo(Money.ofFen(owed));
        assertThat(fee(owed, days + 1)).isGreaterThanOrEqualTo(fee);
    }

    private static Money fee(long owed, int days) {
        return LateFee.of(
                        PACK,
                        with(500_000),
                        MONTH,
                        Money.ofFen(owed),
                        LocalDate.of(2024, 4, 1).plusDays(days))
                .getValue();
    }
}
