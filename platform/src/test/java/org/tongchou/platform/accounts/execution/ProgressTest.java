package org.tongchou.platform.accounts.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongchou.platform.accounts.execution.ProgressCalculator.ProjectName;

class ProgressTest {
    private static final Map<Long, String> UNITS = Map.of(1L, "本级");
    private static final Map<Long, ProjectName> PROJECTS = Map.of(7L, new ProjectName("P7", "信息化"));

    private static Limit limit(String code, long value, String unit) {
        return new Limit(
                code,
                code,
                value,
                unit,
                "需说明",
                "测试",
                1,
                "系统",
                OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    }

    private static final Map<String, Limit> LIMITS = Stream.of(
                    limit(Limit.YEAR_END_RATE, 800_000, "百万分之一"),
                    limit(Limit.BEHIND_TIME, 100_000, "百万分之一"),
                    limit(Limit.OVER_BUDGET, 1_000_000, "百万分之一"),
                    limit(Limit.NO_EXPENSE, 6, "月"),
                    limit(Limit.DECEMBER, 250_000, "百万分之一"),
                    limit(Limit.ROUND_SUM, 10_000_000, "分"))
            .collect(Collectors.toMap(Limit::code, limit -> limit));

    private static Amounts amounts(int month, long budget, long executed) {
        return new Amounts(1, 7, month, budget, budget, executed, 0);
    }

    private static List<String> codes(LocalDate asOf, Amounts... amounts) {
        ProgressCalculator calculator = new ProgressCalculator(asOf, List.of(amounts), UNITS, PROJECTS);
        Warnings warnings = new Warnings(LIMITS, asOf, ProgressCalculator.timeMillionths(asOf));
        return calculator.projects().stream()
                .flatMap(line -> warnings.about(line).stream())
                .map(Warning::code)
                .toList();
    }

    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    @Test
    void timePassesByDays() {
        assertThat(ProgressCalculator.timeMillionths(END)).isEqualTo(1_000_000);
        assertThat(ProgressCalculator.timeMillionths(LocalDate.of(2024, 6, 30))).isEqualTo(497_268);
        assertThat(ProgressCalculator.timeMillionths(LocalDate.of(2023, 6, 30))).isEqualTo(495_890);
    }

    @Test
    void warnsUnderTheYearEndRateOnlyAtYearEnd() {
        assertThat(codes(END, amounts(1, 1000, 0), amounts(6, 0, 799))).containsExactly(Limit.YEAR_END_RATE);
        assertThat(codes(END, amounts(1, 1000, 0), amounts(6, 0, 800))).isEmpty();
        assertThat(codes(LocalDate.of(2024, 12, 30), amounts(1, 1000, 0), amounts(6, 0, 950)))
                .isEmpty();
    }

    @Test
    void warnsBehindTimeDuringTheYear() {
        LocalDate june = LocalDate.of(2024, 6, 30);
        assertThat(codes(june, amounts(1, 1000, 0), amounts(5, 0, 397))).containsExactly(Limit.BEHIND_TIME);
        assertThat(codes(june, amounts(1, 1000, 0), amounts(5, 0, 398))).isEmpty();
    }

    @Test
    void warnsOverBudgetAndWithoutBudget() {
        assertThat(codes(END, amounts(1, 1000, 1001))).containsExactly(Limit.OVER_BUDGET);
        assertThat(codes(END, amounts(1, 1000, 1000))).isEmpty();
        assertThat(codes(END, amounts(1, 0, 5))).containsExactly(Limit.OVER_BUDGET);
    }

    @Test
    void warnsOfProjectsWithoutExpenditure() {
        assertThat(codes(LocalDate.of(2024, 6, 1), amounts(1, 1000, 0))).containsExactly(Limit.NO_EXPENSE);
        assertThat(codes(LocalDate.of(2024, 5, 31), amounts(1, 1000, 0))).isEmpty();
    }

    @Test
    void warnsOfTheYearEndRush() {
        assertThat(codes(END, amounts(1, 1000, 740), amounts(12, 0, 260))).containsExactly(Limit.DECEMBER);
        assertThat(codes(END, amounts(1, 1000, 750), amounts(12, 0, 250))).isEmpty();
    }

    @Test
    void leavesLaterMonthsOut() {
        ProgressCalculator calculator = new ProgressCalculator(
                LocalDate.of(2024, 3, 31),
                List.of(amounts(1, 1000, 100), amounts(3, 500, 200), amounts(4, 100, 400)),
                UNITS,
                PROJECTS);
        ProgressLine total = calculator.total();
        assertThat(total.adjustedFen()).isEqualTo(1500);
        assertThat(total.executedFen()).isEqualTo(300);
        assertThat(total.rateMillionths()).isEqualTo(200_000);
        assertThat(calculator.months()).hasSize(3);
        assertThat(calculator.months().get(2).cumulativeFen()).isEqualTo(300);
    }
}
