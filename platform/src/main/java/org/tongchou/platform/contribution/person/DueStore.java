package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.tongchou.platform.contribution.person.PersonBooks.Match;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The rows of what people owe; everything is done for thousands at once. */
@Component
class DueStore {
    private static final String GIVEN = """
            unnest(:person::bigint[], :number::text[], :name::text[], :county::text[], :type::text[], :tier::text[],
                :aid::text[], :period::text[], :from::date[], :to::date[], :identity::text[], :base::bigint[], :dues::bigint[],
                :subsidised::bigint[], :maternity::bigint[], :large::bigint[], :care::bigint[], :credit::bigint[],
                :opens::date[], :closes::date[])
            as g (person_id, number, name, county, person_type, fee_tier, aid_class, period, from_day, to_day, subsidised_for,
                base_fen, dues_fen, subsidised_fen, maternity_fen, large_fen, care_fen, credit_fen, opens, closes)
            """;
    private static final String WHAT = """
            county, person_type, fee_tier, aid_class, subsidised_for, from_day, to_day, base_fen, dues_fen, subsidised_fen,
            maternity_fen, large_fen, care_fen, credit_fen""";
    private static final Map<String, String> SORTABLE =
            Map.of("id", "id", "number", "number", "period", "period", "duesFen", "dues_fen", "paidOn", "paid_on");

    private final JdbcClient database;

    DueStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * Writes what was assessed. What is there already stays; what nobody has paid and is different now is replaced.
     *
     * @return how many are new
     */
    int write(long run, String scheme, LocalDate day, List<NewDue> dues) {
        given(
                        """
                update contribution.due d set state = '已作废' from
                """ + GIVEN + " where d.person_id = g.person_id and d.scheme = :scheme and d.period = g.period"
                                + " and d.state = '待缴' and (" + named("d") + ") is distinct from (" + named("g") + ")",
                        dues)
                .param("scheme", scheme)
                .update();
        given(
                        """
                update contribution.due d set run_id = :run from
                """ + GIVEN + " where d.person_id = g.person_id and d.scheme = :scheme and d.period = g.period"
                                + " and d.state = '待缴' and d.run_id <> :run",
                        dues)
                .param("scheme", scheme)
                .param("run", run)
                .update();
        return given(
                        "insert into contribution.due (scheme, run_id, assessed_on, state, paid_on, person_id, number, name, period,"
                                + " opens, closes, " + WHAT + """
                        ) select :scheme, :run, :day, case when dues_fen = subsidised_fen then '已缴' else '待缴' end,
                            case when dues_fen = subsidised_fen then :day::date end, person_id, number, name, period, opens,
                            closes,
                        """ + WHAT + " from " + GIVEN + """
                         where not exists (select from contribution.due d where d.person_id = g.person_id
                            and d.scheme = :scheme and d.period = g.period and d.state in ('待缴', '已缴'))""",
                        dues)
                .param("scheme", scheme)
                .param("run", run)
                .param("day", day)
                .update();
    }

    private static String named(String table) {
        return WHAT.replaceAll("[a-z_]+", table + ".$0");
    }

    private JdbcClient.StatementSpec given(String sql, List<NewDue> dues) {
        return database.sql(sql)
                .param(
                        "person",
                        column("bigint", dues, due -> due.person().enrolment().personId()))
                .param("number", column("text", dues, due -> due.person().personNumber()))
                .param("name", column("text", dues, due -> due.person().name()))
                .param(
                        "county",
                        column("text", dues, due -> due.person().enrolment().county()))
                .param(
                        "type",
                        column("text", dues, due -> due.person().enrolment().personType()))
                .param(
                        "tier",
                        column("text", dues, due -> due.person().enrolment().feeTier()))
                .param("aid", column("text", dues, due -> due.person().aidClass()))
                .param("period", column("text", dues, NewDue::period))
                .param("from", column("date", dues, NewDue::from))
                .param("to", column("date", dues, NewDue::to))
                .param("identity", column("text", dues, NewDue::subsidisedFor))
                .param("base", column("bigint", dues, NewDue::baseFen))
                .param("dues", column("bigint", dues, NewDue::duesFen))
                .param("subsidised", column("bigint", dues, NewDue::subsidisedFen))
                .param("maternity", column("bigint", dues, NewDue::maternityFen))
                .param("large", column("bigint", dues, NewDue::largeFen))
                .param("care", column("bigint", dues, NewDue::careFen))
                .param("credit", column("bigint", dues, NewDue::creditFen))
                .param("opens", column("date", dues, NewDue::opens))
                .param("closes", column("date", dues, NewDue::closes));
    }

    /** An array of one value of each row. */
    static <T> SqlArrayValue column(String type, Collection<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    /** Drops what nobody has paid and the run did not find any more. */
    int drop(long run, String scheme, Collection<String> periods, Collection<String> counties) {
        return database.sql("""
                        update contribution.due set state = '已作废' where scheme = :scheme and period = any(:periods)
                            and county = any(:counties) and state = '待缴' and run_id <> :run""")
                .param("scheme", scheme)
                .param("periods", periods.toArray(String[]::new))
                .param("counties", counties.toArray(String[]::new))
                .param("run", run)
                .update();
    }

    /** The bases that people chose, as they are in a month. */
    Map<Long, Long> bases(Collection<Long> persons, LocalDate month) {
        Map<Long, Long> bases = new HashMap<>();
        database.sql("""
                        select distinct on (person_id) person_id, fen from contribution.base
                        where person_id = any(:persons) and month <= :month order by person_id, month desc, id desc""")
                .param("persons", persons.toArray(Long[]::new))
                .param("month", month)
                .query(row -> {
                    bases.put(row.getLong(1), row.getLong(2));
                });
        return bases;
    }

    /** What people have not paid yet, in the order of periods, held until the end of the transaction when it is to be paid. */
    List<Due> open(String scheme, Collection<Long> persons, boolean held) {
        return database.sql("""
                        select * from contribution.due where scheme = :scheme and person_id = any(:persons) and state = '待缴'
                        order by person_id, period""" + (held ? " for update" : ""))
                .param("scheme", scheme)
                .param("persons", persons.toArray(Long[]::new))
                .query(Due.class)
                .list();
    }

    /** Notes that dues are paid. */
    void paid(List<Match> matches) {
        database.sql("""
                        update contribution.due d set state = '已缴', paid_on = g.day, prepaid = g.day < d.from_day,
                            payment_id = p.id
                        from unnest(:due::bigint[], :day::date[], :reference::text[]) as g (due_id, day, reference)
                            join contribution.payment p on p.reference = g.reference
                        where d.id = g.due_id and d.state = '待缴'""")
                .param("due", column("bigint", matches, match -> match.due().id()))
                .param("day", column("date", matches, Match::day))
                .param("reference", column("text", matches, Match::reference))
                .update();
    }

    Page<Due> page(Where where, PageQuery page) {
        return where.page(
                database,
                page,
                "select count(*) from contribution.due",
                "select * from contribution.due",
                page.orderBy(SORTABLE, "id desc"),
                Due.class);
    }

    /** Those after an id, in order, some at a time. */
    List<Due> after(Where where, long id, int most) {
        return where.and("id > :after", "after", id)
                .query(database, "select * from contribution.due", " order by id limit " + most)
                .query(Due.class)
                .list();
    }

    Due get(long id) {
        return find("id = :id", id).orElseThrow(() -> Refusal.notFound("这笔应缴"));
    }

    Due lock(long id) {
        return find("id = :id for update", id).orElseThrow(() -> Refusal.notFound("这笔应缴"));
    }

    private Optional<Due> find(String condition, long id) {
        return database.sql("select * from contribution.due where " + condition)
                .param("id", id)
                .query(Due.class)
                .optional();
    }
}
