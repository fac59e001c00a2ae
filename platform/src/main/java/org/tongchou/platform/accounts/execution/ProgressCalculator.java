package org.tongchou.platform.accounts.execution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongchou.platform.accounts.budget.Share;

/** Puts amounts together to the progress of a book. Pure. */
final class ProgressCalculator {
    private static final int DECEMBER = 12;

    private final LocalDate asOf;
    private final List<Amounts> amounts;
    private final Map<Long, String> unitNames;
    private final Map<Long, ProjectName> projects;

    /**
     * A calculator.
     *
     * @param asOf the last day that counts; amounts of later months are left out
     * @param amounts one for every unit, project and month that has entries
     * @param unitNames units in the order of the lines
     * @param projects the projects of the book
     */
    ProgressCalculator(
            LocalDate asOf, List<Amounts> amounts, Map<Long, String> unitNames, Map<Long, ProjectName> projects) {
        this.asOf = asOf;
        this.amounts = amounts.stream()
                .filter(amount -> amount.month() <= asOf.getMonthValue())
                .toList();
        this.unitNames = unitNames;
        this.projects = projects;
    }

    /**
     * How a project is called.
     *
     * @param code its code
     * @param name its name
     */
    record ProjectName(String code, String name) {
        static final ProjectName NONE = new ProjectName("", "");
    }

    /** Share of the year that has passed at the end of a day, in millionths. */
    static long timeMillionths(LocalDate day) {
        return (day.getDayOfYear() * 1_000_000L + day.lengthOfYear() / 2) / day.lengthOfYear();
    }

    ProgressLine total() {
        return line(0, "合计", 0, amount -> true);
    }

    List<ProgressLine> units() {
        return unitNames.entrySet().stream()
                .filter(unit -> amounts.stream().anyMatch(amount -> amount.unitId() == unit.getKey()))
                .map(unit -> line(unit.getKey(), unit.getValue(), 0, amount -> amount.unitId() == unit.getKey()))
                .toList();
    }

    List<ProgressLine> projects() {
        record Key(long unitId, long projectId) {}
        Stream<Key> keys = amounts.stream()
                .filter(amount -> amount.projectId() != 0)
                .map(amount -> new Key(amount.unitId(), amount.projectId()))
                .distinct();
        Function<ProgressLine, String> byCode = ProgressLine::projectCode;
        return keys.map(key -> line(
                        key.unitId(),
                        unitNames.getOrDefault(key.unitId(), ""),
                        key.projectId(),
                        amount -> amount.unitId() == key.unitId() && amount.projectId() == key.projectId()))
                .sorted(Comparator.comparing(byCode))
                .toList();
    }

    List<MonthLine> months() {
        long budget = sum(amount -> true, Amounts::adjustedFen);
        List<MonthLine> months = new ArrayList<>();
        long cumulative = 0;
        for (int month : IntStream.rangeClosed(1, asOf.getMonthValue()).toArray()) {
            Predicate<Amounts> ofMonth = amount -> amount.month() == month;
            long executed = sum(ofMonth, Amounts::executedFen);
            cumulative += executed;
            months.add(new MonthLine(
                    month,
                    sum(ofMonth, Amounts::incomeFen),
                    executed,
                    cumulative,
                    Share.millionths(cumulative, budget),
                    timeMillionths(YearMonth.of(asOf.getYear(), month).atEndOfMonth())));
        }
        return months;
    }

    private ProgressLine line(long unitId, String unitName, long projectId, Predicate<Amounts> which) {
        ProjectName project = projects.getOrDefault(projectId, ProjectName.NONE);
        long adjusted = sum(which, Amounts::adjustedFen);
        long executed = sum(which, Amounts::executedFen);
        return new ProgressLine(
                unitId,
                unitName,
                projectId,
                project.code(),
                project.name(),
                sum(which, Amounts::initialFen),
                adjusted,
                executed,
                adjusted - executed,
                Share.millionths(executed, adjusted),
                sum(which.and(amount -> amount.month() == DECEMBER), Amounts::executedFen));
    }

    private long sum(Predicate<Amounts> which, ToLongFunction<Amounts> value) {
        return amounts.stream().filter(which).mapToLong(value).sum();
    }
}
