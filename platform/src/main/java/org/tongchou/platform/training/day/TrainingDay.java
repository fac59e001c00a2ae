package org.tongchou.platform.training.day;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.gateway.access.Accesses;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.sample.SamplePeople;
import org.tongchou.platform.sample.SamplePeople.SamplePerson;
import org.tongchou.platform.sample.SamplePeople.SampleProvider;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.HisCounter;
import org.tongchou.platform.training.PriceList;
import org.tongchou.platform.training.TrainingBook;
import org.tongchou.platform.training.TrainingLines;
import org.tongchou.platform.training.day.DayPlan.Planned;
import org.tongchou.platform.training.day.DayPlan.Town;
import org.tongchou.platform.training.day.VisitRun.Outcome;
import org.tongchou.platform.web.Actor;

/**
 * A day of the synthetic region: its institutions get access, its people visit them, every institution reconciles. What was planned is
 * noted before it begins; a run that is cut off is finished by the next, which asks under the same message ids and so does nothing twice.
 */
@Service
public class TrainingDay {
    /** Kind of the job. */
    public static final String JOB = "training.day";

    private static final List<String> STYLES = List.of("apikey", "tif", "csb");
    private static final String OPERATOR = "样例收费员";

    private final TrainingLines lines;
    private final TrainingBook book;
    private final SamplePeople sample;
    private final Accesses accesses;
    private final Jobs jobs;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrainingDay(
            TrainingLines lines,
            TrainingBook book,
            SamplePeople sample,
            Accesses accesses,
            Jobs jobs,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.lines = lines;
        this.book = book;
        this.sample = sample;
        this.accesses = accesses;
        this.jobs = jobs;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How far the day is.
     *
     * @param begunAt when it began: the end of the day that is played
     * @param seed what it is drawn from
     * @param visits how many visits were planned
     * @param done how many of them are done
     * @param finishedAt when it was finished; null before
     */
    public record Day(
            LocalDateTime begunAt,
            long seed,
            int visits,
            int done,
            @Nullable OffsetDateTime finishedAt) {}

    /** Told of the progress; may throw to stop it between two visits. */
    @FunctionalInterface
    public interface Progress {
        /** So many of all visits are done. */
        void tell(int done, int total, String title);
    }

    /** The day of this installation; empty when none was begun. */
    public Optional<Day> find() {
        return database.sql("""
                        select begun_at, seed, visits, (select count(*)::int from training.day_visit) as done, finished_at
                        from training.day""").query(Day.class).optional();
    }

    /** Queues the day once the region is finished and the interface answers; does nothing when it was queued before. */
    public void queueWhenReady(long seed, int visits) {
        if (!lines.ready() || find().isPresent() || sample.people().isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            int begun = database.sql("""
                            insert into training.day (begun_at, seed, visits) values (:now, :seed, :visits)
                            on conflict do nothing""")
                    .param("now", LocalDateTime.now(clock).withNano(0))
                    .param("seed", seed)
                    .param("visits", visits)
                    .update();
            if (begun > 0) {
                jobs.submit(Actor.SYSTEM, JOB, "模拟医院的一天：" + visits + " 次就诊", Map.of());
            }
        });
    }

    /** Does what is left of the day. */
    Map<String, Integer> run(Progress progress) {
        Day day = find().orElseThrow();
        Map<String, Integer> outcomes = new HashMap<>();
        List<SamplePerson> people = sample.people();
        Town town = town(people.size());
        openAll(town);
        List<Planned> planned = DayPlan.of(town, PriceList.usual(), day.seed(), day.visits(), day.begunAt())
                .visits();
        Set<Integer> done = new HashSet<>(database.sql("select place from training.day_visit")
                .query(Integer.class)
                .list());
        for (Planned visit : planned) {
            progress.tell(visit.place(), planned.size(), visit.kind().title());
            if (!done.contains(visit.place())) {
                HisClient client = lines.client(visit.institution(), OPERATOR);
                Outcome outcome = new VisitRun(client, visit, day.begunAt().plusSeconds(visit.place()))
                        .run(people.get(visit.person()).idNumber());
                note(visit, outcome);
            }
        }
        database.sql("select outcome, count(*)::int as times from training.day_visit group by outcome")
                .query((row, number) -> outcomes.put(row.getString("outcome"), row.getInt("times")))
                .list();
        progress.tell(planned.size(), planned.size(), "对账");
        reconcile(day);
        database.sql("update training.day set finished_at = :now")
                .param("now", OffsetDateTime.now(clock))
                .update();
        return outcomes;
    }

    /** The institutions under agreement, and so many people. */
    Town town(int people) {
        List<SampleProvider> all = sample.providers();
        return new Town(
                people,
                codes(all, List.of("医院")),
                codes(all, List.of("医院", "社区卫生服务机构", "乡镇卫生院", "诊所")),
                codes(all, List.of("零售药店")));
    }

    private static List<String> codes(List<SampleProvider> all, List<String> kinds) {
        return all.stream()
                .filter(provider -> kinds.contains(provider.kind()))
                .map(SampleProvider::code)
                .toList();
    }

    /** Gives access to all institutions of the town, in the styles that are in use. */
    private void openAll(Town town) {
        int place = 0;
        for (List<String> some : List.of(town.clinics(), town.pharmacies())) {
            for (String institution : some) {
                accesses.open(Actor.SYSTEM, institution, STYLES.get(place++ % STYLES.size()));
            }
        }
    }

    /** Notes in the institution's own book what came of a visit. */
    void keep(Planned visit, Outcome outcome) {
        outcome.bills()
                .forEach(bill -> book.note(
                        visit.institution(), outcome.insutype(), visit.kind().clearing(), bill));
        outcome.undone().forEach(msgid -> book.undo(visit.institution(), msgid));
    }

    private void note(Planned visit, Outcome outcome) {
        transaction.executeWithoutResult(status -> {
            keep(visit, outcome);
            database.sql("""
                            insert into training.day_visit (place, institution, kind, outcome, fault, calls, done_at)
                            values (:place, :institution, :kind, :outcome, :fault, :calls, :now) on conflict do nothing""")
                    .param("place", visit.place())
                    .param("institution", visit.institution())
                    .param("kind", visit.kind().title())
                    .param("outcome", outcome.outcome())
                    .param("fault", outcome.fault())
                    .param("calls", outcome.calls())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        });
    }

    /** Has every institution compare its sums of a day with those of the bureau. */
    void reconcile(Day day) {
        for (TrainingBook.Group group : book.groups("", day.begunAt().toLocalDate())) {
            HisCounter counter = new HisCounter(lines.client(group.institution(), OPERATOR));
            book.compared(
                    group,
                    day.begunAt().toLocalDate(),
                    counter.reconcile(group.sums(day.begunAt().toLocalDate())));
        }
    }
}
