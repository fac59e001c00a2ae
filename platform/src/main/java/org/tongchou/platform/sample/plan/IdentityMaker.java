package org.tongchou.platform.sample.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.tongchou.platform.sample.plan.RegionPlan.Identity;

/** Special identities: those of whole households, and those of some of their people. */
final class IdentityMaker {
    private static final int OF = 10_000;
    private static final String CIVIL_AFFAIRS = "样例市民政局";
    private static final String OFFICE = "机关";

    private static final List<Rule> HOUSEHOLDS = List.of(
            new Rule("最低生活保障", 260, CIVIL_AFFAIRS, true, who -> true),
            new Rule("返贫", 90, "样例市农业农村局", true, Who::rural),
            new Rule("低保边缘", 120, CIVIL_AFFAIRS, true, who -> true),
            new Rule("监测", 60, "样例市农业农村局", true, Who::rural));

    private static final List<Rule> PEOPLE = List.of(
            new Rule("特困", 600, CIVIL_AFFAIRS, false, who -> who.alone() && who.age() >= 60 && who.resident()),
            new Rule("孤儿", 40, CIVIL_AFFAIRS, true, who -> who.age() < 18),
            new Rule("重度残疾", 120, "样例市残疾人联合会", false, who -> true),
            new Rule("优抚", 60, "样例市退役军人事务局", false, who -> who.age() >= 45),
            new Rule("“五老”", 150, "样例市退役军人事务局", false, who -> who.age() >= 85),
            new Rule("计划生育特殊困难", 50, "样例市卫生健康委员会", false, who -> who.age() >= 50 && who.resident()),
            new Rule("因病致贫", 25, CIVIL_AFFAIRS, true, Who::resident),
            new Rule(
                    "公务员医疗补助",
                    8_000,
                    "样例市公务员主管部门",
                    false,
                    who -> who.workplace().equals(OFFICE)),
            new Rule("革命伤残", 4, "样例市退役军人事务局", false, who -> who.age() >= 40),
            new Rule("建国前参加工作", 2_500, "样例市人力资源和社会保障局", false, who -> who.age() >= 92 && !who.resident()),
            new Rule("保健对象", 150, "样例市卫生健康委员会", false, who -> who.workplace().equals(OFFICE) && who.age() >= 55),
            new Rule("高层次人才", 40, "样例市人才工作局", false, who -> !who.workplace().isEmpty() && who.age() < 55));

    private final PackWords words;
    private final Setting setting;

    IdentityMaker(PackWords words, Setting setting) {
        this.words = words;
        this.setting = setting;
    }

    /**
     * Who gets an identity.
     *
     * @param name part of the identity's name in the policy
     * @param chance of 10,000 whom it may concern
     * @param department who finds it
     * @param yearly whether it is found anew each year
     * @param concerns whom it may concern
     */
    private record Rule(String name, int chance, String department, boolean yearly, Predicate<Who> concerns) {}

    /** What counts. */
    record Who(int age, boolean alone, boolean rural, boolean resident, String workplace, LocalDate born) {}

    /** What a household is found to be, if anything. */
    List<Identity> household(boolean rural, SplittableRandom random) {
        return found(HOUSEHOLDS, new Who(40, false, rural, true, "", LocalDate.MIN), random).stream()
                .limit(1)
                .toList();
    }

    /** What a person is found to be; not before birth. */
    List<Identity> of(Who who, List<Identity> household, SplittableRandom random) {
        List<Identity> all = new ArrayList<>();
        for (Identity shared : household) {
            if (who.resident()) {
                all.add(since(shared, who.born()));
            }
        }
        for (Identity own : found(PEOPLE, who, random)) {
            if (all.stream().noneMatch(known -> known.word().equals(own.word()))) {
                all.add(since(own, who.born()));
            }
        }
        return all;
    }

    private static Identity since(Identity identity, LocalDate born) {
        return identity.from().isBefore(born)
                ? new Identity(identity.word(), born, identity.to(), identity.department())
                : identity;
    }

    private List<Identity> found(List<Rule> rules, Who who, SplittableRandom random) {
        List<Identity> found = new ArrayList<>();
        for (Rule rule : rules) {
            boolean drawn = random.nextInt(OF) < rule.chance();
            int years = random.nextInt(4);
            if (drawn && rule.concerns().test(who)) {
                LocalDate from = LocalDate.of(setting.year() - years, 1, 1);
                LocalDate to = rule.yearly() ? LocalDate.of(setting.year(), 12, 31) : null;
                words.identity(rule.name())
                        .filter(word ->
                                found.stream().noneMatch(known -> known.word().equals(word)))
                        .ifPresent(word -> found.add(new Identity(word, from, to, rule.department())));
            }
        }
        return found;
    }
}
