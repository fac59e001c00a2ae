package org.tongchou.platform.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.sample.plan.RegionPlan;
import org.tongchou.platform.sample.plan.RegionPlan.Habit;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedEmployer;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedPerson;
import org.tongchou.platform.sample.plan.Setting;
import org.tongchou.platform.web.Refusal;

/**
 * Makes a synthetic region in an installation that has none. Every step is one transaction that is noted with it, or a list that
 * is known when it comes again: a run that is cut off is finished by running it again.
 */
@Service
public class SampleRegion {
    /** Kind of the job that makes a region; its parameters are {@code people} and {@code seed}. */
    public static final String JOB = "sample.region";

    private final Region region;
    private final Units units;
    private final Persons persons;
    private final PeopleFilling people;
    private final ProviderFilling providers;
    private final OpeningFilling opening;
    private final DuesFilling dues;
    private final PersonDuesFilling personDues;
    private final SubsidyFilling subsidies;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SampleRegion(
            Region region,
            Units units,
            Persons persons,
            PeopleFilling people,
            ProviderFilling providers,
            OpeningFilling opening,
            DuesFilling dues,
            PersonDuesFilling personDues,
            SubsidyFilling subsidies,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.region = region;
        this.units = units;
        this.persons = persons;
        this.people = people;
        this.providers = providers;
        this.opening = opening;
        this.dues = dues;
        this.personDues = personDues;
        this.subsidies = subsidies;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Told of the progress of a run; may throw to stop it between two steps. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A step begins.
         *
         * @param done steps done
         * @param total steps in all
         * @param title what is being done now, in Chinese
         */
        void tell(int done, int total, String title);
    }

    /**
     * The region that was made or is being made here.
     *
     * @param pack code of the policy's region
     * @param people people on file
     * @param seed seed
     * @param day the day on which it is as described
     * @param done steps done
     * @param steps steps in all; 0 before they are known
     * @param personId a person whose file is worth a look; null before it is finished
     * @param finishedAt when it was finished; null before
     */
    public record Made(
            String pack,
            int people,
            long seed,
            LocalDate day,
            int done,
            int steps,
            @Nullable Long personId,
            @Nullable OffsetDateTime finishedAt) {
        private boolean is(String code, Setting setting) {
            return pack.equals(code) && setting.equals(new Setting(people, seed, day));
        }
    }

    /** The region of this installation; empty when none was begun. */
    public Optional<Made> find() {
        return database.sql("""
                        select pack, people, seed, day, (select count(*) from sample.step) as done, steps, person_id, finished_at
                        from sample.region""").query(Made.class).optional();
    }

    /** Today, or the day with which a run of the same people and seed began: that it is finished as it was begun. */
    public Setting setting(int people, long seed) {
        LocalDate day = find().filter(made -> made.people() == people && made.seed() == seed)
                .map(Made::day)
                .orElseGet(() -> LocalDate.now(clock));
        return new Setting(people, seed, day);
    }

    /**
     * Makes the region, or goes on with it; one that is finished is left alone.
     *
     * @throws Refusal when the installation has counties, or another region was begun
     */
    public void make(Setting setting, Progress progress) {
        if (setting.day().isAfter(LocalDate.now(clock))) {
            throw Refusal.field("E-SAM-003", "业务日期", setting.day().toString(), "不晚于今天的日期");
        }
        if (!Boolean.TRUE.equals(transaction.execute(status -> begin(setting)))) {
            return;
        }
        RegionPlan plan = RegionPlan.of(region.pack(), region.tiers(), setting);
        Makers makers = Makers.of(root().map(Unit::id).orElse(0L));
        List<Step> steps = Stream.of(
                        people.steps(plan, makers, root()),
                        providers.steps(plan, makers),
                        opening.steps(plan, makers),
                        dues.steps(plan, makers),
                        personDues.steps(plan, makers),
                        subsidies.steps(plan, makers))
                .flatMap(List::stream)
                .toList();
        database.sql("update sample.region set steps = :steps")
                .param("steps", steps.size())
                .update();
        Set<String> done = new HashSet<>(
                database.sql("select name from sample.step").query(String.class).list());
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            progress.tell(i, steps.size(), step.title());
            if (!done.contains(step.name())) {
                run(step);
            }
        }
        // The server would look at what came in only after a minute, and until then plan as if there were nothing.
        database.sql("analyze").update();
        progress.tell(steps.size(), steps.size(), "完成");
        database.sql("update sample.region set finished_at = :now, person_id = :person::bigint")
                .param("now", OffsetDateTime.now(clock))
                .param("person", worthALook(plan))
                .update();
    }

    private void run(Step step) {
        if (step.own()) {
            step.work().run();
        }
        transaction.executeWithoutResult(status -> {
            if (!step.own()) {
                step.work().run();
            }
            database.sql("insert into sample.step (name) values (:name)")
                    .param("name", step.name())
                    .update();
        });
    }

    /** Begins, or finds what was begun; false when nothing is left to do. */
    private boolean begin(Setting setting) {
        Made begun = find().orElse(null);
        if (begun != null) {
            if (!begun.is(region.code(), setting)) {
                throw Refusal.conflict(
                        "E-SAM-002",
                        "这里已有另一个合成统筹区：" + begun.people() + " 人，种子 " + begun.seed() + "，业务日期 " + begun.day()
                                + "；请用同样的设置继续，或用空的数据目录");
            }
            return begun.finishedAt() == null;
        }
        if (!region.counties().isEmpty()) {
            throw Refusal.conflict("E-SAM-001", "这里已有登记的区县，不能再生成合成统筹区；请用空的数据目录");
        }
        database.sql("""
                        insert into sample.region (pack, people, seed, day, begun_by, begun_at)
                        values (:pack, :people, :seed, :day, '样例经办', :now)""")
                .param("pack", region.code())
                .param("people", setting.people())
                .param("seed", setting.seed())
                .param("day", setting.day())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return true;
    }

    /** Somebody who works for an employer that pays in time, and does not live alone; the first person if there is none. */
    private @Nullable Long worthALook(RegionPlan plan) {
        Set<String> prompt = plan.employers().stream()
                .filter(employer ->
                        employer.habit() == Habit.PROMPT && employer.kind().equals("企业"))
                .map(PlannedEmployer::code)
                .collect(Collectors.toSet());
        LocalDate before = plan.setting().months().get(0).atDay(1);
        PlannedPerson chosen = plan.people().stream()
                .filter(person -> person.relation().equals("配偶") && person.wageFen() > 0)
                .filter(person -> person.periods().stream()
                        .allMatch(period -> prompt.contains(period.employer())
                                && period.to() == null
                                && period.from().isBefore(before)))
                .findFirst()
                .orElse(plan.people().get(0));
        return persons.byIdNumber(chosen.idNumber()).map(Person::id).orElse(null);
    }

    /** The bureau above the counties, if there is one. */
    private Optional<Unit> root() {
        return units.all().stream().filter(unit -> unit.parentId() == null).findFirst();
    }
}
