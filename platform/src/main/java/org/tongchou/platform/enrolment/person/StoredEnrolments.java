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
        return insured(persons.get(person));
    }

    private Insured insured(Person person) {
        List<Held> held = database.sql("""
                        select word, from_day, to_day from enrolment.identity where person_id = :person and not cancelled
                        order by from_day, id""")
                .param("person", person.id())
                .query((row, number) -> new Held(
                        row.getString("word"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
        String tier = rows.periods(person.id()).stream()
                .map(Enrolment::feeTier)
                .filter(word -> !word.isEmpty())
                .reduce("", (earlier, later) -> later);
        return new Insured(person.born(), person.died(), person.sex(), held, tier);
    }

    @Override
    public MemberFile file(long id) {
        Person person = persons.get(id);
        List<Payment> paid = Optional.ofNullable(payments.getIfAvailable())
                .map(history -> history.of(persons.idsOf(person.id())))
                .orElse(List.of());
        int local = PaidMonths.of(paid, EMPLOYEE) + credited(person.id(), "source = '历史缴费'");
        return new MemberFile(
                insured(person),
                rows.periods(person.id()).stream()
                        .map(StoredEnrolments::registration)
                        .toList(),
                paid,
                local + credited(person.id(), "source <> '历史缴费'"),
                local);
    }

    private int credited(long person, String which) {
        return database.sql("""
                        select coalesce(sum(months), 0)::int from enrolment.credited
                        where person_id = :person and not cancelled and\s""" + which)
                .param("person", person)
                .query(Integer.class)
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
