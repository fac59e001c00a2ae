package org.tongchou.platform.settlement.manual;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.web.Refusal;

/**
 * Care that was paid for already: at the counter, or by another application. Looked for when an application is accepted, and again at
 * each step until it is paid, since an institution may settle a visit later.
 */
@Component
class Duplicates {
    private final JdbcClient database;

    Duplicates(JdbcClient database) {
        this.database = database;
    }

    /** As {@link #refuse(long, long, String, String, LocalDate, LocalDate, boolean, long)}, of an application as it stands. */
    void refuse(Application one) {
        refuse(
                one.id(),
                one.personId(),
                one.hospitalCode(),
                one.hospitalName(),
                one.begun(),
                one.ended(),
                isStay(one),
                one.totalFen());
    }

    /** The bill of the counter that paid already for what an application is about, in words; empty when there is none. */
    Optional<String> atCounter(Application one) {
        return atCounter(one.personId(), one.hospitalCode(), one.begun(), one.ended(), isStay(one), one.totalFen());
    }

    private static boolean isStay(Application one) {
        return DeskRules.rules().careOf(one.care()).isStay();
    }

    /**
     * Refuses care that was settled at the counter: a stay during the same days, or a bill of the same provider, days and sum; and
     * care that another application is about. One person's applications queue here.
     *
     * @param own id of the application itself; 0 for a new one
     */
    void refuse(
            long own,
            long person,
            String hospital,
            String hospitalName,
            LocalDate begun,
            LocalDate ended,
            boolean stay,
            long total) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('settlement.application ' || :person, 0))")
                .param("person", Long.toString(person))
                .query((row, number) -> 0)
                .list();
        atCounter(person, hospital, begun, ended, stay, total).ifPresent(bill -> {
            throw Refusal.conflict("E-SET-116", "这次就诊已经联网结算（" + bill + "），不能重复报销");
        });
        List<String> other = database.sql("""
                        select number from settlement.application where person_id = :person and id <> :own
                            and hospital_name = :hospital and begun = :begun and ended = :ended and total_fen = :total
                            and state not in ('不予支付', '已撤回', '已撤销') order by id limit 1""")
                .param("person", person)
                .param("own", own)
                .param("hospital", hospitalName)
                .param("begun", begun)
                .param("ended", ended)
                .param("total", total)
                .query(String.class)
                .list();
        if (!other.isEmpty()) {
            throw Refusal.conflict("E-SET-117", "这次就诊已有手工报销申请 " + other.get(0) + "，不能重复申请");
        }
    }

    private Optional<String> atCounter(
            long person, String hospital, LocalDate begun, LocalDate ended, boolean stay, long total) {
        return database.sql("""
                        select s.number, s.settled_on, s.provider, s.total_fen
                        from settlement.visit v join settlement.settlement s on s.visit_id = v.id
                        where v.person_id = :person and v.provider <> :desk and s.reverses is null
                            and not exists (select from settlement.settlement m where m.reverses = s.id)
                            and ((:stay and v.inpatient and v.begun::date < :ended and coalesce(v.ended, v.begun)::date > :begun)
                                or (v.provider = :hospital and v.begun::date <= :ended
                                    and coalesce(v.ended, v.begun)::date >= :begun and s.total_fen = :total))
                        order by s.id limit 1""")
                .param("person", person)
                .param("desk", Visit.DESK)
                .param("stay", stay)
                .param("hospital", hospital)
                .param("begun", begun)
                .param("ended", ended)
                .param("total", total)
                .query((row, number) -> "结算 " + row.getString("number") + "，机构 " + row.getString("provider") + "，"
                        + row.getObject("settled_on", LocalDate.class) + "，医疗费 "
                        + Money.ofFen(row.getLong("total_fen")) + " 元")
                .optional();
    }
}
