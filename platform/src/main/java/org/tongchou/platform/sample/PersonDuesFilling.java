package org.tongchou.platform.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.contribution.DuesAssessment;
import org.tongchou.platform.contribution.PersonYears;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.intake.Lists;
import org.tongchou.platform.intake.Lists.NewList;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.sample.plan.RegionPlan;
import org.tongchou.platform.sample.plan.RegionPlan.Period;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedPerson;

/** What people pay themselves: residents for the year, those who work for themselves for twelve months. */
@Component
class PersonDuesFilling {
    /** Lists of one part each, so that a list that was cut off is posted whole or not at all. */
    private static final int PART = 5_000;

    private static final String RESIDENT = "resident";
    private static final String EMPLOYEE = "employee";
    private static final int STUDY_AGE = 18;
    private static final int STUDIED_AGE = 24;

    private final DuesAssessment dues;
    private final PersonYears years;
    private final Persons persons;
    private final Lists lists;
    private final Region region;

    PersonDuesFilling(DuesAssessment dues, PersonYears years, Persons persons, Lists lists, Region region) {
        this.dues = dues;
        this.years = years;
        this.persons = persons;
        this.lists = lists;
        this.region = region;
    }

    /** When somebody pays, by place in the list of people; null for not yet. */
    @FunctionalInterface
    private interface Paying {
        @Nullable
        LocalDate day(int place, PlannedPerson person);
    }

    /** None when the policy says nothing of these dues. */
    List<Step> steps(RegionPlan plan, Makers makers) {
        List<Step> steps = new ArrayList<>();
        if (knows("dues.resident")) {
            residents(steps, plan, makers);
        }
        if (knows("dues.base.min") && knows("dues.base.max") && knows("dues.step")) {
            plan.setting().months().forEach(month -> flexible(steps, plan, makers, month));
        }
        return steps;
    }

    private boolean knows(String parameter) {
        return region.pack().parameters().containsKey(parameter);
    }

    private void residents(List<Step> steps, RegionPlan plan, Makers makers) {
        LocalDate today = plan.setting().day();
        int year = today.getYear();
        String period = Integer.toString(year);
        for (LocalDate day : List.of(LocalDate.of(year, 1, 1), today)) {
            steps.add(Step.own(
                    "residents/" + period + "/" + day,
                    period + " 年居民医保费核定",
                    () -> dues.assess(makers.clerk(), RESIDENT, period, day)));
        }
        Paying paying = (place, person) -> paidForYear(plan, place, person);
        for (int from = 0; from < plan.people().size(); from += PART) {
            List<Integer> some = places(plan, from, RESIDENT, today);
            steps.add(receipts(
                    "residents/" + period + "/receipts/" + from, plan, makers, some, RESIDENT, period, paying));
        }
        steps.add(Step.of(
                "residents/" + period + "/aid",
                period + " 年资助参保结算",
                () -> years.claimAid(makers.clerk(), makers.second(), year, today, "样财社〔" + year + "〕3 号")));
        steps.add(Step.of(
                "residents/" + period + "/carry", period + " 年预收保费结转", () -> years.carry(makers.clerk(), year)));
    }

    /** Those of a part who are in a scheme on a day, and not by an employer. */
    private static List<Integer> places(RegionPlan plan, int from, String scheme, LocalDate day) {
        return IntStream.range(from, Math.min(from + PART, plan.people().size()))
                .filter(place -> {
                    Period period = plan.people().get(place).on(day);
                    return period != null
                            && period.scheme().equals(scheme)
                            && (scheme.equals(RESIDENT) || period.employer().isEmpty());
                })
                .boxed()
                .toList();
    }

    /** Most pay in the months before the year and until its February, students in autumn, newborns soon; few not at all. */
    private static @Nullable LocalDate paidForYear(RegionPlan plan, int place, PlannedPerson person) {
        SplittableRandom random = new SplittableRandom(plan.setting().seed() * 31 + place);
        int year = plan.setting().year();
        LocalDate today = plan.setting().day();
        boolean never = random.nextInt(100) < 3;
        int days = random.nextInt(140);
        int age = today.getYear() - person.born().getYear();
        LocalDate paid = LocalDate.of(year - 1, 10, 1).plusDays(days);
        if (age >= STUDY_AGE && age <= STUDIED_AGE && isStudent(person, today)) {
            paid = LocalDate.of(year, 9, 3).plusDays(days / 3);
        }
        LocalDate begun = lastBegin(person, today);
        if (paid.isBefore(begun)) {
            paid = begun.plusDays(days / 3);
        }
        return never || paid.isAfter(today) ? null : paid;
    }

    private static boolean isStudent(PlannedPerson person, LocalDate day) {
        Period period = person.on(day);
        return period != null && !period.employer().isEmpty();
    }

    private static LocalDate lastBegin(PlannedPerson person, LocalDate day) {
        Period period = person.on(day);
        return period == null ? person.born() : period.from();
    }

    private void flexible(List<Step> steps, RegionPlan plan, Makers makers, YearMonth month) {
        steps.add(Step.own(
                "flexible/" + month,
                month + " 灵活就业人员核定",
                () -> dues.assess(makers.clerk(), EMPLOYEE, month.toString(), month.atEndOfMonth())));
        YearMonth last = plan.setting().months().get(plan.setting().months().size() - 1);
        Paying paying = (place, person) -> {
            SplittableRandom random = new SplittableRandom(plan.setting().seed() * 37 + place);
            boolean stopped = random.nextInt(100) < 4 && month.isAfter(last.minusMonths(2));
            return stopped ? null : month.atDay(3 + random.nextInt(24));
        };
        for (int from = 0; from < plan.people().size(); from += PART) {
            List<Integer> some = places(plan, from, EMPLOYEE, month.atEndOfMonth());
            steps.add(receipts(
                    "flexible/" + month + "/receipts/" + from, plan, makers, some, EMPLOYEE, month.toString(), paying));
        }
    }

    private Step receipts(
            String name,
            RegionPlan plan,
            Makers makers,
            List<Integer> places,
            String scheme,
            String period,
            Paying paying) {
        return Step.own(name, period + " 个人缴费到账", () -> {
            List<List<String>> rows = rows(plan, places, scheme, period, paying);
            if (!rows.isEmpty()) {
                lists.bring(
                        makers.clerk(),
                        makers.second(),
                        new NewList(
                                "contribution.person-receipts",
                                Map.of("scheme", scheme, "account", FundAccounts.STATE_TREASURY),
                                "个人缴费" + period + ".csv",
                                List.of("人员编号", "费款所属期", "金额", "到账日期", "流水号"),
                                rows));
            }
        });
    }

    private List<List<String>> rows(
            RegionPlan plan, List<Integer> places, String scheme, String period, Paying paying) {
        Map<String, Long> ids = persons.idsByIdNumber(places.stream()
                .map(place -> plan.people().get(place).idNumber())
                .toList());
        Map<Long, Long> owed = years.owed(scheme, period, ids.values());
        Map<Long, String> numbers = new HashMap<>();
        for (Person person : persons.all(owed.keySet())) {
            numbers.put(person.id(), person.number());
        }
        List<List<String>> rows = new ArrayList<>();
        for (int place : places) {
            PlannedPerson person = plan.people().get(place);
            Long id = Objects.requireNonNull(ids.get(person.idNumber()));
            LocalDate paid = paying.day(place, person);
            if (paid != null && owed.containsKey(id)) {
                rows.add(List.of(
                        Objects.requireNonNull(numbers.get(id)),
                        period,
                        Money.ofFen(owed.getOrDefault(id, 0L)).toString(),
                        paid.toString(),
                        "GR%s%07d".formatted(period.replace("-", ""), place + 1)));
            }
        }
        return rows;
    }
}
