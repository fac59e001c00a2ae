package org.tongchou.platform.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.identity.NewUnit;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Lists;
import org.tongchou.platform.intake.Lists.NewList;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.sample.plan.RegionPlan;
import org.tongchou.platform.sample.plan.RegionPlan.Identity;
import org.tongchou.platform.sample.plan.RegionPlan.Period;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedCounty;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedHousehold;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedPerson;

/** Counties with their population, employers, households and people. */
@Component
class PeopleFilling {
    private static final int PART = 2_000;

    private final Region region;
    private final Units units;
    private final Registry registry;
    private final Employers employers;
    private final Lists lists;

    PeopleFilling(Region region, Units units, Registry registry, Employers employers, Lists lists) {
        this.region = region;
        this.units = units;
        this.registry = registry;
        this.employers = employers;
        this.lists = lists;
    }

    List<Step> steps(RegionPlan plan, Makers makers, Optional<Unit> root) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of("counties", "登记区县", () -> counties(plan, makers, root)));
        for (int back = 2; back > 0; back--) {
            int year = plan.setting().year() - back;
            steps.add(Step.own(
                    "population/" + year,
                    "导入区县人口",
                    () -> lists.bring(makers.clerk(), makers.second(), population(plan, year))));
        }
        steps.add(Step.of("employers", "登记参保单位", () -> employers(plan, makers)));
        Map<String, Long> ids = new HashMap<>();
        for (int from = 0; from < plan.people().size(); ) {
            int first = from;
            int behind = end(plan, from);
            int part = steps.size();
            steps.add(Step.of(
                    "people/" + first,
                    "人员建档 " + behind + "/" + plan.people().size(),
                    () -> people(plan, makers, ids(plan, ids), part, first, behind)));
            from = behind;
        }
        return steps;
    }

    /** Where a part ends that begins here: with a household. */
    private static int end(RegionPlan plan, int from) {
        List<PlannedPerson> people = plan.people();
        int end = Math.min(from + PART, people.size());
        while (end < people.size()
                && people.get(end).household() == people.get(end - 1).household()) {
            end++;
        }
        return end;
    }

    private void counties(RegionPlan plan, Makers makers, Optional<Unit> root) {
        for (PlannedCounty county : plan.counties()) {
            Unit unit = units.create(
                    makers.clerk(),
                    new NewUnit(
                            county.code(),
                            county.name() + "医疗保障局",
                            "行政单位",
                            "县级",
                            root.map(Unit::id).orElse(null),
                            region.name(),
                            20));
            region.create(makers.clerk(), new County(county.code(), county.name(), county.tier(), unit.id()));
        }
    }

    /** A few more people are registered than are on file, and the towns have drawn some from the country. */
    private static NewList population(RegionPlan plan, int year) {
        Map<String, Long> counted = new TreeMap<>();
        plan.people()
                .forEach(person ->
                        counted.merge(plan.households().get(person.household()).county(), 1L, Long::sum));
        List<List<String>> rows = new ArrayList<>();
        for (PlannedCounty county : plan.counties()) {
            long registered = counted.getOrDefault(county.code(), 0L) * 103 / 100;
            long resident = registered * (county.percent() > 30 ? 104 : 93) / 100;
            rows.add(List.of(
                    county.name(),
                    Integer.toString(year),
                    Long.toString(registered - (plan.setting().year() - 1 - year) * registered / 250),
                    Long.toString(resident)));
        }
        return new NewList(
                "region.population",
                Map.of("source", "样例市 " + year + " 年人口统计（合成）", "sourceDate", (year + 1) + "-01-01"),
                "区县人口" + year + ".csv",
                List.of("区县", "年度", "户籍人口", "常住人口"),
                rows);
    }

    private void employers(RegionPlan plan, Makers makers) {
        long act = registry.begin(
                makers.clerk(), "region", "合成统筹区登记参保单位", plan.setting().day(), null);
        registry.employers(
                act,
                plan.employers().stream()
                        .map(each -> new Registry.NewEmployer(
                                each.code(), each.name(), each.kind(), each.county(), each.registered()))
                        .toList());
    }

    private Map<String, Long> ids(RegionPlan plan, Map<String, Long> known) {
        if (known.isEmpty()) {
            known.putAll(employers.idsByCode(plan.employers().stream()
                    .map(RegionPlan.PlannedEmployer::code)
                    .toList()));
        }
        return known;
    }

    private void people(RegionPlan plan, Makers makers, Map<String, Long> employerIds, int part, int from, int behind) {
        List<PlannedPerson> people = plan.people().subList(from, behind);
        long act = registry.begin(
                makers.clerk(),
                "region",
                "合成统筹区人员建档，第 " + part + " 部分",
                plan.setting().day(),
                null);
        Map<Integer, Long> households = households(act, plan, people);
        Map<Integer, Long> ids = new LinkedHashMap<>();
        for (boolean guarded : new boolean[] {false, true}) {
            List<Integer> places = new ArrayList<>();
            List<Registry.NewPerson> rows = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                PlannedPerson person = people.get(i);
                Integer guardian = person.guardian();
                if ((guardian != null) == guarded) {
                    places.add(from + i);
                    rows.add(row(plan, person, households, guardian == null ? null : ids.get(guardian)));
                }
            }
            List<Long> made = registry.persons(act, rows);
            for (int i = 0; i < places.size(); i++) {
                ids.put(places.get(i), made.get(i));
            }
        }
        rest(act, plan, employerIds, ids);
    }

    private Map<Integer, Long> households(long act, RegionPlan plan, List<PlannedPerson> people) {
        List<Integer> places =
                people.stream().map(PlannedPerson::household).distinct().toList();
        List<Long> made = registry.households(
                act,
                places.stream()
                        .map(place -> plan.households().get(place))
                        .map(each -> new Registry.NewHousehold(each.number(), each.county(), each.address()))
                        .toList());
        Map<Integer, Long> households = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            households.put(places.get(i), made.get(i));
        }
        return households;
    }

    private static Registry.NewPerson row(
            RegionPlan plan, PlannedPerson person, Map<Integer, Long> households, @Nullable Long guardian) {
        PlannedHousehold household = plan.households().get(person.household());
        return new Registry.NewPerson(
                "01",
                person.idNumber(),
                person.name(),
                person.sex(),
                person.born(),
                household.county(),
                households.get(person.household()),
                person.relation(),
                guardian,
                person.phone());
    }

    private void rest(long act, RegionPlan plan, Map<String, Long> employerIds, Map<Integer, Long> ids) {
        List<Registry.NewEnrolment> periods = new ArrayList<>();
        List<Registry.NewIdentity> identities = new ArrayList<>();
        List<Registry.NewCredit> credits = new ArrayList<>();
        ids.forEach((place, id) -> {
            PlannedPerson person = plan.people().get(place);
            for (Period period : person.periods()) {
                periods.add(new Registry.NewEnrolment(
                        id,
                        period.scheme(),
                        period.type(),
                        period.from(),
                        period.to(),
                        period.endReason(),
                        period.employer().isEmpty() ? null : Objects.requireNonNull(employerIds.get(period.employer())),
                        period.county(),
                        period.feeTier()));
            }
            for (Identity identity : person.identities()) {
                identities.add(new Registry.NewIdentity(
                        id,
                        identity.word(),
                        identity.from(),
                        identity.to(),
                        identity.department(),
                        "样例〔" + identity.from().getYear() + "〕1 号"));
            }
            credit(credits, id, person.earlier(), "历史缴费");
            credit(credits, id, person.deemed(), "视同缴费");
        });
        registry.enrolments(act, periods);
        registry.identities(act, identities);
        registry.credits(act, credits);
    }

    private static void credit(List<Registry.NewCredit> credits, long person, int months, String source) {
        if (months > 0) {
            credits.add(new Registry.NewCredit(person, months, source));
        }
    }
}
