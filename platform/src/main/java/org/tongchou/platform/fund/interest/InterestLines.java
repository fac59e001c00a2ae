package org.tongchou.platform.fund.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.region.Region;

/** Computes the lines of a run, some accounts at a time. */
@Component("fundInterestLines")
class InterestLines {
    /** Accounts of a part. */
    static final int PART = 2_000;

    /** Interest that was taken back, and what took it back, was never earned. */
    private static final String COUNTED = """
             and not (m.kind = 'interest' and exists (select from fund.movement b
                where b.person = m.person and b.of_cause = m.cause and b.of_id = m.cause_id))
            and not (m.kind = 'reversal' and exists (select from fund.movement i
                where i.person = m.person and i.kind = 'interest' and i.cause = m.of_cause and i.cause_id = m.of_id))
            """;

    private final JdbcClient database;
    private final Region region;

    InterestLines(JdbcClient database, Region region) {
        this.database = database;
        this.region = region;
    }

    /** The last part that was computed, from 1; 0 for none. */
    int last(long run) {
        return database.sql("select coalesce(max(part), 0) from fund.interest_line where run_id = :run")
                .param("run", run)
                .query(Integer.class)
                .single();
    }

    /** Computes the next part; whether there was one. */
    boolean compute(InterestRun run) {
        List<Long> people = database.sql("""
                        select person from fund.personal_account
                        where (closed_on is null or closed_on > :end) and opened_on <= :end and person > (
                            select coalesce(max(person), 0) from fund.interest_line where run_id = :run)
                        order by person limit :most""")
                .param("run", run.id())
                .param("end", LocalDate.of(run.year(), 12, 31))
                .param("most", PART)
                .query(Long.class)
                .list();
        if (people.isEmpty()) {
            return false;
        }
        SqlArrayValue ids = new SqlArrayValue("bigint", people.toArray());
        Map<Long, Long> openings = openings(run, ids);
        Map<Long, List<YearlyInterest.Row>> rows = rows(run, ids);
        String type = region.pack().vocabulary().of(Vocabulary.Kind.PERSON_TYPES).keySet().stream()
                .findFirst()
                .orElse("");
        YearlyInterest interest = new YearlyInterest(region.pack(), type, run.year());
        List<YearlyInterest.Earned> earned = people.stream()
                .map(person -> interest.of(openings.getOrDefault(person, 0L), rows.getOrDefault(person, List.of())))
                .toList();
        database.sql("""
                        insert into fund.interest_line (run_id, person, part, carried_fen, current_fen, last_movement, problem)
                        select :run, t.person, :part, t.carried, t.current, coalesce((select max(m.id) from fund.movement m
                            where m.person = t.person and m.movement_date <= :end), 0), t.problem
                        from unnest(:persons, :carried, :current, :problems) as t (person, carried, current, problem)""")
                .param("run", run.id())
                .param("part", last(run.id()) + 1)
                .param("end", LocalDate.of(run.year(), 12, 31))
                .param("persons", ids)
                .param(
                        "carried",
                        new SqlArrayValue(
                                "bigint",
                                earned.stream()
                                        .map(YearlyInterest.Earned::carriedFen)
                                        .toArray()))
                .param(
                        "current",
                        new SqlArrayValue(
                                "bigint",
                                earned.stream()
                                        .map(YearlyInterest.Earned::currentFen)
                                        .toArray()))
                .param(
                        "problems",
                        new SqlArrayValue(
                                "text",
                                earned.stream()
                                        .map(YearlyInterest.Earned::problem)
                                        .toArray()))
                .update();
        return true;
    }

    private Map<Long, Long> openings(InterestRun run, SqlArrayValue people) {
        Map<Long, Long> found = new HashMap<>();
        database.sql("""
                        select person, sum(fen) from fund.movement m where person = any(:people) and movement_date < :first
                        """ + COUNTED + " group by person")
                .param("people", people)
                .param("first", LocalDate.of(run.year(), 1, 1))
                .query(row -> {
                    found.put(row.getLong(1), row.getLong(2));
                });
        return found;
    }

    private Map<Long, List<YearlyInterest.Row>> rows(InterestRun run, SqlArrayValue people) {
        Map<Long, List<YearlyInterest.Row>> found = new HashMap<>();
        database.sql("""
                        select m.person, m.movement_date, m.kind, m.money_year, m.fen, c.module, c.kind, m.cause_id, o.module,
                            o.kind, m.of_id
                        from fund.movement m join fund.movement_cause c on c.id = m.cause
                            left join fund.movement_cause o on o.id = m.of_cause
                        where m.person = any(:people) and m.year = :year
                        """ + COUNTED + " order by m.person, m.movement_date, m.id")
                .param("people", people)
                .param("year", run.year())
                .query(row -> {
                    found.computeIfAbsent(row.getLong(1), person -> new ArrayList<>())
                            .add(new YearlyInterest.Row(
                                    row.getObject(2, LocalDate.class),
                                    row.getString(3),
                                    row.getInt(4),
                                    row.getLong(5),
                                    new Cause(row.getString(6), row.getString(7), row.getString(8)),
                                    cause(row.getString(9), row.getString(10), row.getString(11))));
                });
        return found;
    }

    private static @Nullable Cause cause(@Nullable String module, @Nullable String kind, @Nullable String id) {
        return module == null || kind == null || id == null ? null : new Cause(module, kind, id);
    }

    /** The lines of a part that have interest, those left out whose account moved since they were computed. */
    List<InterestRun.Line> take(InterestRun run, int part) {
        database.sql("""
                        update fund.interest_line l set problem = '计息后账户又有变动，须人工核对'
                        where l.run_id = :run and l.part = :part and l.problem = '' and (
                            l.last_movement <> coalesce((select max(m.id) from fund.movement m
                                where m.person = l.person and m.movement_date <= :end), 0)
                            or exists (select from fund.personal_account a
                                where a.person = l.person and a.closed_on is not null))""")
                .param("run", run.id())
                .param("part", part)
                .param("end", LocalDate.of(run.year(), 12, 31))
                .update();
        return lines(run, part);
    }

    List<InterestRun.Line> lines(InterestRun run, int part) {
        return database.sql("""
                        select person, carried_fen, current_fen, problem from fund.interest_line
                        where run_id = :run and part = :part and problem = '' and carried_fen + current_fen > 0
                        order by person""")
                .param("run", run.id())
                .param("part", part)
                .query(InterestRun.Line.class)
                .list();
    }
}
