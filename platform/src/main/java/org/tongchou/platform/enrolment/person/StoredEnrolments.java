package org.tongchou.platform.enrolment.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.coverage.MemberFile;
import org.tongchou.benefit.coverage.Payment;
import org.tongchou.benefit.coverage.Registration;
import org.tongchou.benefit.settle.Held;
import org.tongchou.platform.enrolment.Enrolled;
import org.tongchou.platform.enrolment.EnrolledQuery;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.HeadCount;
import org.tongchou.platform.enrolment.HeadCut;
import org.tongchou.platform.enrolment.PaymentHistory;
import org.tongchou.platform.enrolment.Person;

/** Periods and identities in the database, and the file as the engine asks for it. */
@Component
class StoredEnrolments implements Enrolments {
    private static final String EMPLOYEE = "employee";

    private final JdbcClient database;
    private final StoredPersons persons;
    private final EnrolledRows rows;
    private final AidClasses classes;
    private final ObjectProvider<PaymentHistory> payments;

    StoredEnrolments(
            JdbcClient database,
            StoredPersons persons,
            EnrolledRows rows,
            AidClasses classes,
            ObjectProvider<PaymentHistory> payments) {
        this.database = database;
        this.persons = persons;
        this.rows = rows;
        this.classes = classes;
        this.payments = payments;
    }

    @Override
    public List<Enrolment> of(long person) {
        return rows.periods(persons.get(person).id());
    }

    @Override
    public Insured insured(long person) {
        Person of = persons.get(person);
        return insured(of, rows.periods(of.id()));
    }

    private Insured insured(Person person, List<Enrolment> periods) {
        List<Held> held = database.sql("""
                        select word, from_day, to_day from enrolment.identity where person_id = :person and not cancelled
                        order by from_day, id""")
                .param("person", person.id())
                .query((row, number) -> new Held(
                        row.getString("word"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
        String tier = periods.stream()
                .map(Enrolment::feeTier)
                .filter(word -> !word.isEmpty())
                .reduce("", (earlier, later) -> later);
        return new Insured(person.born(), person.died(), person.sex(), held, tier);
    }

    @Override
    public MemberFile file(long id) {
        Person person = persons.get(id);
        Rest rest = rest(person.id());
        List<Payment> paid = Optional.ofNullable(payments.getIfAvailable())
                .map(history -> history.of(rest.ids()))
                .orElse(List.of());
        List<Enrolment> periods = rows.periods(person.id());
        int local = PaidMonths.of(paid, EMPLOYEE) + rest.paidBefore();
        return new MemberFile(
                insured(person, periods),
                periods.stream().map(StoredEnrolments::registration).toList(),
                paid,
                local + rest.deemed(),
                local);
    }

    /** All ids of a person; months paid before this system knew of them, and months that are only deemed paid. */
    private record Rest(List<Long> ids, int paidBefore, int deemed) {}

    private Rest rest(long person) {
        return database.sql("""
                        select array(select id from enrolment.person where id = :person or merged_into = :person order by id) as ids,
                            coalesce(sum(months) filter (where source = '历史缴费'), 0)::int as paid_before,
                            coalesce(sum(months) filter (where source <> '历史缴费'), 0)::int as deemed
                        from enrolment.credited where person_id = :person and not cancelled""")
                .param("person", person)
                .query((row, number) -> new Rest(
                        List.of((Long[]) row.getArray("ids").getArray()),
                        row.getInt("paid_before"),
                        row.getInt("deemed")))
                .single();
    }

    private static Registration registration(Enrolment period) {
        return new Registration(period.scheme(), period.personType(), period.from(), period.to());
    }

    @Override
    public void each(EnrolledQuery query, Consumer<Enrolled> consumer) {
        rows.each(query, consumer);
    }

    @Override
    public List<HeadCount> count(EnrolledQuery query, Set<HeadCut> cuts) {
        return rows.count(query, cuts);
    }

    @Override
    public List<String> identities(long person, LocalDate day) {
        return insured(person).identitiesOn(day);
    }

    @Override
    public String aidClass(List<String> identities) {
        return classes.of(identities);
    }
}
