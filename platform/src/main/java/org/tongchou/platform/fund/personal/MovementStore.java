package org.tongchou.platform.fund.personal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.PersonalAccounts.Credit;
import org.tongchou.platform.fund.PersonalAccounts.Movement;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The rows of the personal accounts. */
@Component("fundMovementStore")
class MovementStore {
    /** Crediting holds it for sharing, closing alone: nobody credits an account that is just being closed. */
    private static final long CLOSINGS = 0x4143_434F_554E_54L;

    private final JdbcClient database;

    MovementStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A part of an account or of a movement.
     *
     * @param year the year in which the money came in
     * @param fen how much
     */
    record Part(int year, long fen) {}

    /** A movement to be stored. */
    record New(
            long person,
            String kind,
            Part part,
            LocalDate date,
            String month,
            Cause cause,
            long voucher,
            @Nullable Cause of) {}

    void holdClosings(boolean alone) {
        database.sql(alone ? "select pg_advisory_xact_lock(:key)" : "select pg_advisory_xact_lock_shared(:key)")
                .param("key", CLOSINGS)
                .query((row, number) -> 0)
                .list();
    }

    /** Opens the accounts that are missing; refuses when one is closed. */
    void open(List<Credit> credits) {
        SqlArrayValue persons = column("bigint", credits, Credit::person);
        database.sql("""
                        insert into fund.personal_account (person, opened_on)
                        select person, min(day) from unnest(:persons, :days) as t (person, day)
                        where not exists (select from fund.personal_account a where a.person = t.person)
                        group by person order by person
                        on conflict (person) do nothing
                        """)
                .param("persons", persons)
                .param("days", column("date", credits, Credit::date))
                .update();
        long closed =
                database.sql("""
                        select count(*) from fund.personal_account
                        where person = any(:persons) and closed_on is not null
                        """).param("persons", persons).query(Long.class).single();
        if (closed > 0) {
            throw Refusal.conflict("E-FUN-069", "名单中有 " + closed + " 人的个人账户已经销户，不能划入");
        }
    }

    void openOne(long person, LocalDate day) {
        database.sql(
                        "insert into fund.personal_account (person, opened_on) values (:person, :day) on conflict do nothing")
                .param("person", person)
                .param("day", day)
                .update();
    }

    /** Holds an account until the end of the transaction; whether it is closed, empty when there is none. */
    Optional<Boolean> closed(long person) {
        return database.sql("select closed_on is not null from fund.personal_account where person = :person for update")
                .param("person", person)
                .query(Boolean.class)
                .optional();
    }

    /** Holds an account that must be there; whether it is closed. */
    boolean lock(long person) {
        return closed(person).orElseThrow(() -> Refusal.conflict("E-FUN-061", "此人没有个人账户"));
    }

    void lockOpen(long person) {
        if (lock(person)) {
            throw Refusal.conflict("E-FUN-069", "个人账户已经销户，不能办理");
        }
    }

    void close(long person, LocalDate day) {
        database.sql("update fund.personal_account set closed_on = :day where person = :person")
                .param("day", day)
                .param("person", person)
                .update();
    }

    /** What is in an account, by year, the oldest first; at the end of a day, or in all when none is given. */
    List<Part> parts(long person, @Nullable LocalDate day) {
        return database.sql("""
                        select money_year as year, sum(fen) as fen from fund.movement
                        where person = :person and (:day::date is null or movement_date <= :day)
                        group by money_year order by money_year
                        """)
                .param("person", person)
                .param("day", day)
                .query(Part.class)
                .list();
    }

    /** What an act moved, in the order in which it did. */
    List<Part> by(long person, Cause cause) {
        return database.sql("""
                        select m.money_year as year, m.fen from fund.movement m join fund.movement_cause c on c.id = m.cause
                        where m.person = :person and (c.module, c.kind, m.cause_id) = (:module, :kind, :id) order by m.id
                        """)
                .param("person", person)
                .param("module", cause.module())
                .param("kind", cause.kind())
                .param("id", cause.id())
                .query(Part.class)
                .list();
    }

    /** What is left of an act after all that went back of it, in the order in which it moved money. */
    List<Part> of(long person, Cause cause) {
        return database.sql("""
                        select m.money_year as year, m.fen + coalesce((select sum(b.fen) from fund.movement b
                            where b.person = m.person and b.of_cause = m.cause and b.of_id = m.cause_id
                                and b.money_year = m.money_year), 0) as fen
                        from fund.movement m join fund.movement_cause c on c.id = m.cause
                        where m.person = :person and (c.module, c.kind, m.cause_id) = (:module, :kind, :id) order by m.id
                        """)
                .param("person", person)
                .param("module", cause.module())
                .param("kind", cause.kind())
                .param("id", cause.id())
                .query(Part.class)
                .list();
    }

    /** Stores those that are not there yet; how many. */
    int insert(Actor actor, List<New> rows) {
        Map<Cause, Integer> kinds = new HashMap<>();
        rows.forEach(row -> kinds.computeIfAbsent(bare(row.cause()), this::kind));
        rows.stream().map(New::of).filter(Objects::nonNull).forEach(of -> kinds.computeIfAbsent(bare(of), this::kind));
        return database.sql("""
                        insert into fund.movement (year, person, cause, cause_id, money_year, kind, fen, movement_date, month,
                            voucher_id, of_cause, of_id, created_by)
                        select extract(year from day), person, cause, cause_id, money_year, kind, fen, day, month, voucher,
                            of_cause, of_id, :who
                        from unnest(:persons, :causes, :ids, :years, :kinds, :fens, :days, :months, :vouchers, :ofs, :ofIds)
                            as t (person, cause, cause_id, money_year, kind, fen, day, month, voucher, of_cause, of_id)
                        on conflict do nothing
                        """)
                .param("who", actor.userId())
                .param("persons", column("bigint", rows, New::person))
                .param("causes", column("int", rows, row -> kinds.get(bare(row.cause()))))
                .param("ids", column("text", rows, row -> row.cause().id()))
                .param("years", column("int", rows, row -> row.part().year()))
                .param("kinds", column("text", rows, New::kind))
                .param("fens", column("bigint", rows, row -> row.part().fen()))
                .param("days", column("date", rows, New::date))
                .param("months", column("text", rows, New::month))
                .param("vouchers", column("bigint", rows, New::voucher))
                .param("ofs", column("int", rows, row -> row.of() == null ? null : kinds.get(bare(row.of()))))
                .param(
                        "ofIds",
                        column(
                                "text",
                                rows,
                                row -> row.of() == null ? null : row.of().id()))
                .update();
    }

    /** How many of the rows are not stored as they are given. */
    long differing(List<New> rows) {
        return database.sql("""
                        select count(*) from unnest(:persons, :modules, :kinds, :ids, :fens) as t (person, module, kind, id, fen)
                        where not exists (select from fund.movement m join fund.movement_cause c on c.id = m.cause
                            where m.person = t.person and (c.module, c.kind, m.cause_id) = (t.module, t.kind, t.id)
                                and m.fen = t.fen)
                        """)
                .param("persons", column("bigint", rows, New::person))
                .param("modules", column("text", rows, row -> row.cause().module()))
                .param("kinds", column("text", rows, row -> row.cause().kind()))
                .param("ids", column("text", rows, row -> row.cause().id()))
                .param("fens", column("bigint", rows, row -> row.part().fen()))
                .query(Long.class)
                .single();
    }

    /** All movements of an account, the latest first, with what was in it afterwards. */
    List<Movement> movements(long person) {
        return database.sql("""
                        select m.*, c.module as cause_module, c.kind as cause_kind,
                            sum(m.fen) over (order by m.movement_date, m.id) as balance
                        from fund.movement m join fund.movement_cause c on c.id = m.cause
                        where m.person = :person order by m.movement_date desc, m.id desc
                        """)
                .param("person", person)
                .query((row, number) -> new Movement(
                        row.getLong("id"),
                        row.getObject("movement_date", LocalDate.class),
                        row.getString("month"),
                        row.getString("kind"),
                        row.getLong("fen"),
                        row.getInt("money_year"),
                        row.getLong("balance"),
                        new Cause(
                                row.getString("cause_module"), row.getString("cause_kind"), row.getString("cause_id")),
                        row.getLong("voucher_id")))
                .list();
    }

    private static Cause bare(Cause cause) {
        return new Cause(cause.module(), cause.kind(), "");
    }

    /** The id of a kind of cause, made when it is new. */
    private int kind(Cause cause) {
        String select = "select id from fund.movement_cause where (module, kind) = (:module, :kind)";
        Map<String, String> values = Map.of("module", cause.module(), "kind", cause.kind());
        return database.sql(select)
                .params(values)
                .query(Integer.class)
                .optional()
                .orElseGet(() -> {
                    database.sql(
                                    "insert into fund.movement_cause (module, kind) values (:module, :kind) on conflict do nothing")
                            .params(values)
                            .update();
                    return database.sql(select)
                            .params(values)
                            .query(Integer.class)
                            .single();
                });
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
