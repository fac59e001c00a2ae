package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.enrolment.Enrolled;
import org.tongchou.platform.enrolment.EnrolledQuery;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Refusal;

/**
 * Assesses everybody in a scheme, a few thousand a transaction: may be cut off anywhere and started again, and finds what it has
 * done as unchanged.
 */
@Component
class Assessing {
    private static final int CHUNK = 2_000;

    private final JdbcClient database;
    private final DueStore store;
    private final ResidentAssessment residents;
    private final FlexibleAssessment flexible;
    private final Enrolments enrolments;
    private final Region region;
    private final TransactionTemplate separate;

    Assessing(
            JdbcClient database,
            DueStore store,
            ResidentAssessment residents,
            FlexibleAssessment flexible,
            Enrolments enrolments,
            Region region,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.store = store;
        this.residents = residents;
        this.flexible = flexible;
        this.enrolments = enrolments;
        this.region = region;
        this.separate = new TransactionTemplate(transactions);
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What is to be assessed. */
    record Run(long id, String scheme, String period, LocalDate day, List<String> counties) {}

    /** How far it is. */
    static final class Tally {
        private int people;
        private int added;
        private int dropped;
        private int refused;
        private String firstRefusal = "";

        int people() {
            return people;
        }

        int added() {
            return added;
        }

        int refused() {
            return refused;
        }
    }

    /** Does it, telling after each chunk how many people are done. */
    Tally run(Run run, Consumer<Tally> progress) {
        Tally tally = new Tally();
        if (run.scheme().equals(Schemes.RESIDENT)) {
            each(run, run.day(), tally, progress, people -> residents(run, people, tally));
        } else {
            for (YearMonth month : Schemes.months(run.period())) {
                each(run, month.atEndOfMonth(), tally, progress, people -> month(run, month, people, tally));
            }
        }
        separate.executeWithoutResult(status -> finish(run, tally));
        return tally;
    }

    private void each(Run run, LocalDate day, Tally tally, Consumer<Tally> progress, Consumer<List<Enrolled>> assess) {
        List<Enrolled> chunk = new ArrayList<>();
        Runnable flush = () -> {
            assess.accept(chunk);
            tally.people += chunk.size();
            chunk.clear();
            progress.accept(tally);
        };
        enrolments.each(EnrolledQuery.of(day, run.scheme()).in(run.counties()), person -> {
            if (run.scheme().equals(Schemes.RESIDENT) || person.enrolment().employerId() == null) {
                chunk.add(person);
            }
            if (chunk.size() == CHUNK) {
                flush.run();
            }
        });
        if (!chunk.isEmpty()) {
            flush.run();
        }
    }

    private void residents(Run run, List<Enrolled> people, Tally tally) {
        List<NewDue> dues = new ArrayList<>();
        int year = Integer.parseInt(run.period());
        for (Enrolled person : people) {
            attempt(tally, () -> residents.of(person, year).ifPresent(dues::add));
        }
        write(run, dues, tally);
    }

    private void month(Run run, YearMonth month, List<Enrolled> people, Tally tally) {
        List<NewDue> dues = new ArrayList<>();
        Map<Long, Long> bases = store.bases(
                people.stream().map(person -> person.enrolment().personId()).toList(), month.atDay(1));
        for (Enrolled person : people) {
            long base = bases.getOrDefault(person.enrolment().personId(), 0L);
            attempt(tally, () -> flexible.of(person, month, base).ifPresent(dues::add));
        }
        write(run, dues, tally);
    }

    /** Somebody for whom the policy has no answer is counted; the others go on. */
    private static void attempt(Tally tally, Runnable assess) {
        try {
            assess.run();
        } catch (Refusal e) {
            tally.refused += 1;
            if (tally.firstRefusal.isEmpty()) {
                tally.firstRefusal = String.valueOf(e.getMessage());
            }
        }
    }

    private void write(Run run, List<NewDue> dues, Tally tally) {
        if (!dues.isEmpty()) {
            separate.executeWithoutResult(
                    status -> tally.added += store.write(run.id(), run.scheme(), run.day(), dues));
        }
    }

    private void finish(Run run, Tally tally) {
        List<String> periods = run.scheme().equals(Schemes.RESIDENT)
                ? List.of(run.period())
                : Schemes.months(run.period()).stream().map(YearMonth::toString).toList();
        tally.dropped = store.drop(run.id(), run.scheme(), periods, run.counties());
        database.sql("""
                        update contribution.due_run set finished = true, people = :people, dropped = :dropped,
                            refused = :refused, first_refusal = :first, added = added + :added
                        where id = :id""")
                .param("people", tally.people)
                .param("dropped", tally.dropped)
                .param("refused", tally.refused)
                .param("first", tally.firstRefusal)
                .param("added", tally.added)
                .param("id", run.id())
                .update();
    }

    /** Codes of the counties of a run. */
    List<String> counties(String county) {
        return county.isEmpty()
                ? region.counties().stream().map(one -> one.code()).toList()
                : List.of(county);
    }
}
