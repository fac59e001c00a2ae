package org.tongchou.platform.sample.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.tongchou.codes.CreditCode;
import org.tongchou.platform.sample.plan.RegionPlan.Habit;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedCounty;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedEmployer;

/** Makes employers and schools, a few large and many small, and deals people out to them. */
final class EmployerMaker {
    /** People of a county for each employer. */
    private static final int PEOPLE_EACH = 90;

    private static final int FEWEST = 4;
    private static final String[] SIGNS = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    private static final String SCHOOL = "学校";
    private static final String OFFICE = "机关";

    private final Map<String, List<PlannedEmployer>> staffed = new LinkedHashMap<>();
    private final Map<String, List<PlannedEmployer>> schools = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final List<PlannedEmployer> all = new ArrayList<>();

    EmployerMaker(Setting setting, List<PlannedCounty> counties) {
        SplittableRandom random = new SplittableRandom(setting.seed() * 31 + 7);
        for (PlannedCounty county : counties) {
            List<PlannedEmployer> here = new ArrayList<>();
            int many = Math.max(FEWEST, setting.people() / 100 * county.percent() / PEOPLE_EACH);
            for (int i = 0; i < many; i++) {
                here.add(add(county, kind(i, many), i, habit(random), random));
            }
            staffed.put(county.code(), here);
            schools.put(
                    county.code(),
                    List.of(
                            named(county, SCHOOL, county.name() + "样例小学", random, Habit.PROMPT),
                            named(county, SCHOOL, county.name() + "样例中学", random, Habit.PROMPT)));
        }
        PlannedCounty first = counties.get(0);
        schools.put("", List.of(named(first, SCHOOL, "样例大学", random, Habit.PROMPT)));
    }

    private static String kind(int place, int many) {
        int share = place * 100 / many;
        return share < 10 ? OFFICE : share < 25 ? "事业单位" : share < 85 ? "企业" : share < 92 ? "社会组织" : "个体工商户";
    }

    private static Habit habit(SplittableRandom random) {
        int share = random.nextInt(100);
        return share < 86 ? Habit.PROMPT : share < 95 ? Habit.LATE : Habit.ARREARS;
    }

    private PlannedEmployer add(PlannedCounty county, String kind, int place, Habit habit, SplittableRandom random) {
        String sign = SIGNS[place % SIGNS.length] + (place >= SIGNS.length ? place / SIGNS.length : "");
        String name = switch (kind) {
            case OFFICE -> county.name() + sign + "局";
            case "事业单位" -> county.name() + sign + "中心";
            case "社会组织" -> county.name() + sign + "协会";
            case "个体工商户" -> county.name() + sign + "商行";
            default -> county.name() + sign + "公司";
        };
        return named(county, kind, name, random, kind.equals(OFFICE) ? Habit.PROMPT : habit);
    }

    private PlannedEmployer named(
            PlannedCounty county, String kind, String name, SplittableRandom random, Habit habit) {
        String department = kind.equals("企业") || kind.equals("个体工商户") ? "91" : kind.equals("社会组织") ? "51" : "12";
        String code = CreditCode.complete("%s%sMA%07d".formatted(department, county.code(), all.size() + 1))
                .code();
        PlannedEmployer made = new PlannedEmployer(
                code, name, kind, county.code(), LocalDate.of(2001 + random.nextInt(15), 1, 1), habit);
        all.add(made);
        return made;
    }

    /** Where somebody of a county works: the first of its employers have the most people. */
    PlannedEmployer employer(String county, SplittableRandom random) {
        List<PlannedEmployer> here = Objects.requireNonNull(staffed.get(county));
        double even = random.nextDouble();
        return use(here.get((int) (even * even * here.size())));
    }

    /** The school of a child of a county; the university from eighteen. */
    PlannedEmployer school(String county, int age) {
        return use(
                age >= 18
                        ? Objects.requireNonNull(schools.get("")).get(0)
                        : Objects.requireNonNull(schools.get(county)).get(age < 12 ? 0 : 1));
    }

    private PlannedEmployer use(PlannedEmployer employer) {
        used.add(employer.code());
        return employer;
    }

    /** Those with people, in the order in which they were made. */
    List<PlannedEmployer> used() {
        return all.stream().filter(employer -> used.contains(employer.code())).toList();
    }
}
