package org.tongchou.benefit.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.person;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tongchou.benefit.calculation.Insured;

/** What holds for all scores and spans. */
class CareProperties {
    private static final Insured PERSON = person("1940-03-01", "female");

    @Provide
    Arbitrary<YearMonth> months() {
        return Arbitraries.integers()
                .between(0, 59)
                .map(number -> YearMonth.of(2020, 1).plusMonths(number));
    }

    private static CareSpan span(LocalDate from, LocalDate to, int level, String mode) {
        return new CareSpan(from, to, level, mode, 0, null);
    }

    private static CareMonth pay(YearMonth month, CareSpan... spans) {
        return CareMonth.of(PACK, PERSON, "employee", month, List.of(spans)).getValue();
    }

    @Property(tries = 400)
    void aSpanMayBeSplitWithoutChangingThePay(
            @ForAll @From("months") YearMonth month,
            @ForAll @IntRange(min = 1, max = 27) int cut,
            @ForAll @IntRange(min = 0, max = 5) int level,
            @ForAll boolean home) {
        String mode = home ? "居家" : "机构";
        CareMonth whole = pay(month, span(month.atDay(1), month.atEndOfMonth(), level, mode));
        CareMonth parts = pay(
                month,
                span(month.atDay(1), month.atDay(cut), level, mode),
                span(month.atDay(cut + 1), month.atEndOfMonth(), level, mode));
        assertThat(parts).isEqualTo(whole);
    }

    @Property(tries = 200)
    void moreDaysNeverPayLess(
            @ForAll @From("months") YearMonth month,
            @ForAll @IntRange(min = 1, max = 27) int last,
            @ForAll @IntRange(min = 0, max = 5) int level) {
        CareMonth less = pay(month, span(month.atDay(1), month.atDay(last), level, "机构"));
        CareMonth more = pay(month, span(month.atDay(1), month.atDay(last + 1), level, "机构"));
        assertThat(more.pay()).isGreaterThanOrEqualTo(less.pay());
    }

    @Property(tries = 400)
    void worseScoresNeverLowerTheLevel(
            @ForAll @IntRange(min = 1, max = 100) int adl,
            @ForAll @IntRange(min = 1, max = 16) int cognition,
            @ForAll @IntRange(min = 1, max = 12) int perception,
            @ForAll @IntRange(min = 0, max = 2) int which) {
        int level = level(adl, cognition, perception);
        int worse = level(
                which == 0 ? adl - 1 : adl,
                which == 1 ? cognition - 1 : cognition,
                which == 2 ? perception - 1 : perception);
        assertThat(worse).isGreaterThanOrEqualTo(level);
    }

    private static int level(int adl, int cognition, int perception) {
        return CareAssessment.of(
                        PACK,
                        Map.of(Dimension.ADL, adl, Dimension.COGNITION, cognition, Dimension.PERCEPTION, perception),
                        LocalDate.of(2022, 1, 1))
                .getValue()
                .level();
    }
}
