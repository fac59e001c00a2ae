package org.tongchou.platform.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.codes.CreditCode;
import org.tongchou.money.Money;
import org.tongchou.platform.contribution.EmployerMonths;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.intake.Lists;
import org.tongchou.platform.intake.Lists.NewList;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.sample.plan.RegionPlan;
import org.tongchou.platform.sample.plan.RegionPlan.Habit;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedEmployer;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedPerson;

/** Twelve months of employers' dues: declared, reviewed, paid by most in time, by some late and by a few not yet. */
@Component
class DuesFilling {
    private static final int PART = 20;
    private static final int ARREAR_MONTHS = 3;
    private static final String EMPLOYEE = "employee";
    /** Wages rise with the year. */
    private static final long RISE_PERCENT = 3;

    private static final long FEN_A_YUAN = 100;

    private final EmployerMonths months;
    private final Persons persons;
    private final Lists lists;
    private final Region region;

    DuesFilling(EmployerMonths months, Persons persons, Lists lists, Region region) {
        this.months = months;
        this.persons = persons;
        this.lists = lists;
        this.region = region;
    }

    /** None when the policy says nothing of dues. */
    List<Step> steps(RegionPlan plan, Makers makers) {
        List<Step> steps = new ArrayList<>();
        if (!region.pack().parameters().keySet().containsAll(List.of("dues.base.min", "dues.base.max", "dues.step"))) {
            return steps;
        }
        Payroll payroll = new Payroll(plan);
        for (YearMonth month : plan.setting().months()) {
            List<PlannedEmployer> owing = payroll.employers(month);
            for (int from = 0; from < owing.size(); from += PART) {
                List<PlannedEmployer> some = owing.subList(from, Math.min(from + PART, owing.size()));
                steps.add(Step.of(
                        "dues/" + month + "/" + from,
                        month + " 单位缴费申报和核定",
                        () -> some.forEach(employer -> declare(makers, payroll, employer, month))));
            }
            steps.add(receipts(plan, makers, payroll, month));
        }
        steps.add(receipts(plan, makers, payroll, YearMonth.from(plan.setting().day())));
        return steps;
    }

    private void declare(Makers makers, Payroll payroll, PlannedEmployer employer, YearMonth month) {
        long id = months.draft(makers.clerk(), employer.code(), month, payroll.wages(employer, month));
        months.submit(makers.clerk(), id);
        months.accept(makers.second(), id);
    }

    private Step receipts(RegionPlan plan, Makers makers, Payroll payroll, YearMonth received) {
        return Step.own("receipts/" + received, received + " 缴费到账", () -> {
            List<List<String>> rows = rows(plan, payroll, received);
            if (!rows.isEmpty()) {
                lists.bring(
                        makers.clerk(),
                        makers.second(),
                        new NewList(
                                "contribution.receipts",
                                Map.of("account", FundAccounts.STATE_TREASURY),
                                "税务入库" + received + ".csv",
                                List.of("单位代码", "所属月份", "金额", "到账日期", "流水号"),
                                rows));
            }
        });
    }

    private List<List<String>> rows(RegionPlan plan, Payroll payroll, YearMonth received) {
        List<List<String>> rows = new ArrayList<>();
        for (YearMonth month : plan.setting().months()) {
            if (month.isAfter(received)) {
                break;
            }
            for (PlannedEmployer employer : payroll.employers(month)) {
                LocalDate paid = paid(plan, employer, month);
                if (paid != null && YearMonth.from(paid).equals(received)) {
                    long fen = months.bill(employer.code(), month)
                            .map(bill -> months.payable(bill, paid))
                            .orElse(0L);
                    if (fen > 0) {
                        rows.add(row(employer.code(), month, fen, paid, received, rows.size()));
                    }
                }
            }
        }
        if (received.equals(plan.setting().months().get(3))) {
            String unknown = CreditCode.complete("91359901MA9999999").code();
            rows.add(row(unknown, received, 1_234_500, received.atDay(20), received, rows.size()));
        }
        return rows;
    }

    private static List<String> row(
            String employer, YearMonth month, long fen, LocalDate paid, YearMonth received, int place) {
        return List.of(
                employer,
                month.toString(),
                Money.ofFen(fen).toString(),
                paid.toString(),
                "SW%s%06d".formatted(received.toString().replace("-", ""), place + 1));
    }

    /** When an employer pays for a month; null when it has not yet. */
    private static @Nullable LocalDate paid(RegionPlan plan, PlannedEmployer employer, YearMonth month) {
        SplittableRandom random =
                new SplittableRandom(plan.setting().seed() ^ (employer.code().hashCode() * 31L + month.hashCode()));
        LocalDate usual = month.atDay(6 + random.nextInt(19));
        boolean late = random.nextInt(3) == 0;
        LocalDate delayed = month.atEndOfMonth().plusDays(4 + random.nextInt(40));
        YearMonth last = plan.setting().months().get(plan.setting().months().size() - 1);
        LocalDate paid = employer.habit() == Habit.LATE && late ? delayed : usual;
        boolean owed = employer.habit() == Habit.ARREARS && !month.isBefore(last.minusMonths(ARREAR_MONTHS - 1));
        return owed || paid.isAfter(plan.setting().day()) ? null : paid;
    }

    /** Who works where, and for how much. */
    private final class Payroll {
        private final List<PlannedEmployer> employers;
        private final LocalDate newYear;
        private final Map<String, List<PlannedPerson>> people = new HashMap<>();
        private final Map<String, Map<Long, Long>> wages = new HashMap<>();

        Payroll(RegionPlan plan) {
            employers = plan.employers();
            newYear = LocalDate.of(plan.setting().year(), 1, 1);
            for (PlannedPerson person : plan.people()) {
                person.periods().stream()
                        .filter(period -> period.scheme().equals(EMPLOYEE))
                        .map(RegionPlan.Period::employer)
                        .distinct()
                        .forEach(code -> people.computeIfAbsent(code, none -> new ArrayList<>())
                                .add(person));
            }
        }

        /** The employers with people at the end of a month. */
        List<PlannedEmployer> employers(YearMonth month) {
            return employers.stream()
                    .filter(employer -> people.getOrDefault(employer.code(), List.of()).stream()
                            .anyMatch(person -> works(person, employer, month.atEndOfMonth())))
                    .toList();
        }

        private static boolean works(PlannedPerson person, PlannedEmployer employer, LocalDate day) {
            RegionPlan.Period period = person.on(day);
            return period != null
                    && period.scheme().equals(EMPLOYEE)
                    && period.employer().equals(employer.code());
        }

        /** Wages by id of the person. */
        Map<Long, Long> wages(PlannedEmployer employer, YearMonth month) {
            Map<Long, Long> first = wages.computeIfAbsent(employer.code(), this::load);
            if (month.atDay(1).isBefore(newYear)) {
                return first;
            }
            Map<Long, Long> risen = new HashMap<>();
            first.forEach(
                    (person, fen) -> risen.put(person, (fen + fen * RISE_PERCENT / 100) / FEN_A_YUAN * FEN_A_YUAN));
            return risen;
        }

        private Map<Long, Long> load(String employer) {
            List<PlannedPerson> working = people.getOrDefault(employer, List.of()).stream()
                    .filter(person -> person.wageFen() > 0)
                    .toList();
            Map<String, Long> ids = persons.idsByIdNumber(
                    working.stream().map(PlannedPerson::idNumber).toList());
            Map<Long, Long> found = new HashMap<>();
            working.forEach(person -> found.put(Objects.requireNonNull(ids.get(person.idNumber())), person.wageFen()));
            return found;
        }
    }
}
