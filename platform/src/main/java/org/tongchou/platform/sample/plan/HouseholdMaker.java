package org.tongchou.platform.sample.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.platform.sample.plan.IdentityMaker.Who;
import org.tongchou.platform.sample.plan.LifeMaker.Life;
import org.tongchou.platform.sample.plan.LifeMaker.Newcomer;
import org.tongchou.platform.sample.plan.RegionPlan.Identity;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedCounty;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedHousehold;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedPerson;

/** Makes households: who lives together and how old they are; then each one's life. */
final class HouseholdMaker {
    private static final String[] SIGNS = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    private static final int DAYS_A_YEAR = 365;
    private static final int ORDERS = 500;
    private static final int PHONE_AGE = 14;

    private final Setting setting;
    private final List<PlannedCounty> counties;
    private final LifeMaker lives;
    private final IdentityMaker identities;
    private final SplittableRandom random;
    private final List<PlannedHousehold> households = new ArrayList<>();
    private final List<PlannedPerson> people = new ArrayList<>();
    private final Map<String, Integer> orders = new HashMap<>();

    HouseholdMaker(PackWords words, Setting setting, List<PlannedCounty> counties, EmployerMaker employers) {
        this.setting = setting;
        this.counties = counties;
        this.lives = new LifeMaker(words, setting, employers);
        this.identities = new IdentityMaker(words, setting);
        this.random = new SplittableRandom(setting.seed());
    }

    /** Somebody of a household: the relation, the sex, and the age in years. */
    private record Member(String relation, boolean male, int age) {}

    List<PlannedHousehold> households() {
        return households;
    }

    List<PlannedPerson> people() {
        return people;
    }

    /** Makes households until there are people enough; the last one may be smaller. */
    void make() {
        while (people.size() < setting.people()) {
            household();
        }
    }

    private void household() {
        PlannedCounty county = county();
        boolean rural = random.nextInt(100) < (county.percent() > 30 ? 30 : 65);
        int place = households.size();
        households.add(new PlannedHousehold(
                "H%s%06d".formatted(county.code().substring(4), place + 1),
                county.code(),
                county.name()
                        + CountyMaker.TOWNS.get(rural ? 1 + random.nextInt(CountyMaker.TOWNS.size() - 1) : 0)
                        + (rural ? "样例村 " : "样例路 ") + (place + 1) + " 号"));
        List<Member> members = members();
        List<Identity> shared = identities.household(rural, random);
        Integer mother = null;
        for (Member member : members.subList(0, Math.min(members.size(), setting.people() - people.size()))) {
            if (member.age() >= 18 && member.age() < 50 && (mother == null || !member.male())) {
                mother = people.size();
            }
            people.add(person(member, place, county, rural, members.size() == 1, shared, mother));
        }
    }

    private PlannedCounty county() {
        int share = random.nextInt(100);
        for (PlannedCounty county : counties) {
            share -= county.percent();
            if (share < 0) {
                return county;
            }
        }
        return counties.get(0);
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        int kind = random.nextInt(100);
        if (kind < 16) {
            members.add(new Member("户主", random.nextBoolean(), 22 + random.nextInt(65)));
        } else if (kind < 36) {
            couple(members, 56 + random.nextInt(36));
        } else {
            int age = 24 + random.nextInt(33);
            couple(members, age);
            int children = random.nextInt(100) < 48 ? 1 : random.nextInt(100) < 70 ? 2 : 0;
            for (int i = 0; i < children; i++) {
                int child = Math.min(24, Math.max(0, age - 23 - random.nextInt(10) - 2 * i));
                boolean male = random.nextInt(100) < 52;
                members.add(new Member(male ? "子" : "女", male, child));
            }
            if (kind >= 76) {
                int parent = Math.min(97, age + 22 + random.nextInt(12));
                boolean male = random.nextInt(100) < 42;
                members.add(new Member(male ? "父" : "母", male, parent));
            }
        }
        return members;
    }

    private void couple(List<Member> members, int age) {
        boolean male = random.nextInt(100) < 80;
        members.add(new Member("户主", male, age));
        members.add(new Member("配偶", !male, Math.max(22, age + random.nextInt(5) - (male ? 3 : 1))));
    }

    private PlannedPerson person(
            Member member,
            int household,
            PlannedCounty county,
            boolean rural,
            boolean alone,
            List<Identity> shared,
            @Nullable Integer mother) {
        LocalDate born = setting.day().minusYears(member.age()).minusDays(random.nextInt(DAYS_A_YEAR));
        Life life = lives.of(new Newcomer(born, member.male(), county.code(), rural), random);
        RegionPlan.Period last = life.periods().isEmpty()
                ? null
                : life.periods().get(life.periods().size() - 1);
        boolean resident = last != null && last.scheme().equals(PackWords.RESIDENT);
        boolean newborn = born.getYear() == setting.year();
        int number = people.size();
        return new PlannedPerson(
                "样例%s%04d".formatted(SIGNS[number % SIGNS.length], number / SIGNS.length + 1),
                idNumber(county.code(), born, member.male()),
                member.male() ? "male" : "female",
                born,
                household,
                member.relation(),
                newborn && resident ? mother : null,
                member.age() < PHONE_AGE ? "" : "139%08d".formatted(number),
                life.periods(),
                identities.of(new Who(member.age(), alone, rural, resident, life.workplace(), born), shared, random),
                life.deemed(),
                life.earlier(),
                life.wageFen());
    }

    /** The next free number of that day, sex and county; its order is odd for men. */
    private String idNumber(String county, LocalDate born, boolean male) {
        String beginning = county + born.toString().replace("-", "");
        int order = orders.merge(beginning + male, 1, Integer::sum) - 1;
        if (order >= ORDERS) {
            throw new IllegalStateException("more than " + ORDERS + " people of one sex, day and county");
        }
        return IdentityNumber.complete("%s%03d".formatted(beginning, 2 * order + (male ? 1 : 0)))
                .number();
    }
}
