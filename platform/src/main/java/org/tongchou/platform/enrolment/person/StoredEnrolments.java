package org.tongchou.platform.enrolment.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
import org.tongchou.platform.web.Refusal;

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
        return facts(person).insured();
    }

    @Override
    public MemberFile file(long id) {
        Facts facts = facts(id);
        List<Payment> paid = Optional.ofNullable(payments.getIfAvailable())
                .map(history -> history.of(facts.ids()))
                .orElse(List.of());
        int local = PaidMonths.of(paid, EMPLOYEE) + facts.paidBefore();
        return new MemberFile(facts.insured(), facts.registrations(), paid, local + facts.deemed(), local);
    }

    /**
     * What is on file of a person.
     *
     * @param ids all its ids
     * @param paidBefore months paid before this system knew of them
     * @param deemed months that are only deemed paid
     */
    private record Facts(
            List<Long> ids, Insured insured, List<Registration> registrations, int paidBefore, int deemed) {}

    /** One look at five tables: every bill at the counter asks for it. */
    private static final String FACTS = """
            with me as (
                select id, born, died, sex from enrolment.person
                where id = (select coalesce(m.merged_into, m.id) from enrolment.person m where m.id = :id)
                    and merged_into is null and not cancelled)
            select 'person' as fact, sex as word, '' as type, '' as tier, born as since, died as until, id as number from me
            union all
            select 'id', '', '', '', null, null, p.id from me join enrolment.person p on p.id = me.id or p.merged_into = me.id
            union all
            select 'identity', i.word, '', '', i.from_day, i.to_day, i.id
            from me join enrolment.identity i on i.person_id = me.id and not i.cancelled
            union all
            select 'period', e.scheme, e.person_type, e.fee_tier, e.from_day, e.to_day, e.id
            from me join enrolment.enrolment e on e.person_id = me.id and not e.cancelled
            union all
            select case c.source when '历史缴费' then 'paid' else 'deemed' end, '', '', '', null, null, sum(c.months)
            from me join enrolment.credited c on c.person_id = me.id and not c.cancelled group by 1
            order by fact, since, number
            """;

    /** A line of what is on file. */
    private record Fact(
            String fact,
            String word,
            String type,
            String tier,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            long number) {}

    private Facts facts(long id) {
        Map<String, List<Fact>> facts = new HashMap<>();
        database.sql(FACTS).param("id", id).query(row -> {
            Fact fact = new Fact(
                    row.getString("fact"),
                    row.getString("word"),
                    row.getString("type"),
                    row.getString("tier"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class),
                    row.getLong("number"));
            facts.computeIfAbsent(fact.fact(), name -> new ArrayList<>()).add(fact);
        });
        Fact person =
                facts.getOrDefault("person", List.of()).stream().findFirst().orElseThrow(() -> Refusal.notFound("参保人"));
        List<Fact> periods = facts.getOrDefault("period", List.of());
        String tier =
                periods.stream().map(Fact::tier).filter(word -> !word.isEmpty()).reduce("", (earlier, later) -> later);
        List<Held> held = facts.getOrDefault("identity", List.of()).stream()
                .map(fact -> new Held(fact.word(), begun(fact), fact.until()))
                .toList();
        return new Facts(
                facts.getOrDefault("id", List.of()).stream().map(Fact::number).toList(),
                new Insured(begun(person), person.until(), person.word(), held, tier),
                periods.stream()
                        .map(fact -> new Registration(fact.word(), fact.type(), begun(fact), fact.until()))
                        .toList(),
                months(facts, "paid"),
                months(facts, "deemed"));
    }

    private static LocalDate begun(Fact fact) {
        return Objects.requireNonNull(fact.since());
    }

    private static int months(Map<String, List<Fact>> facts, String source) {
        return (int) facts.getOrDefault(source, List.of()).stream()
                .mapToLong(Fact::number)
                .sum();
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
