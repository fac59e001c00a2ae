package org.tongchou.platform.enrolment.importing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.act.Undo;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.intake.Reversing;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** What all lists of people share: finding the people of rows, the act of a part, taking a part back. */
@Component
class Roll {
    static final String NUMBER = "idNumber";
    static final String NAME = "name";
    private static final String IMPORT = "import";

    private final JdbcClient database;
    private final StoredPersons persons;
    private final Registry registry;
    private final Writer writer;
    private final Undo undo;
    private final Region region;

    Roll(JdbcClient database, StoredPersons persons, Registry registry, Writer writer, Undo undo, Region region) {
        this.database = database;
        this.persons = persons;
        this.registry = registry;
        this.writer = writer;
        this.undo = undo;
        this.region = region;
    }

    /** The people of rows that are on file, by the row's number of the certificate. */
    Map<String, Person> people(List<IntakeRow> rows) {
        Map<String, Long> ids =
                persons.idsByIdNumber(rows.stream().map(row -> row.text(NUMBER)).collect(Collectors.toSet()));
        Map<Long, Person> byId =
                persons.all(ids.values()).stream().collect(Collectors.toMap(Person::id, person -> person));
        Map<String, Person> found = new HashMap<>();
        ids.forEach((number, id) -> {
            Person person = byId.get(id);
            if (person != null) {
                found.put(number, person);
            }
        });
        return found;
    }

    /** The periods of people that last beyond a day or for good, by person. */
    Map<Long, List<Enrolment>> periods(Collection<Person> people) {
        return database
                .sql("""
                        select id, person_id, scheme, person_type, from_day, to_day, end_reason, employer_id, county, fee_tier
                        from enrolment.enrolment where person_id = any(:people) and not cancelled order by from_day""")
                .param("people", ids(people))
                .query((row, number) -> new Enrolment(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getString("scheme"),
                        row.getString("person_type"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("end_reason"),
                        row.getObject("employer_id", Long.class),
                        row.getString("county"),
                        row.getString("fee_tier")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Enrolment::personId));
    }

    static Long[] ids(Collection<Person> people) {
        return people.stream().map(Person::id).distinct().toArray(Long[]::new);
    }

    /** Codes of the counties that somebody may see. */
    Set<String> scope(Actor actor) {
        return region.counties(actor).stream().map(County::code).collect(Collectors.toUnmodifiableSet());
    }

    /** Begins the act of a part; everything in the transaction is done under it. */
    long begin(Posting part, String what, LocalDate effective) {
        return begin(part.actor(), part.batch(), part.part(), what, effective);
    }

    long begin(Actor actor, long batch, int part, String what, LocalDate effective) {
        long act = registry.begin(actor, IMPORT, what, effective, batch);
        database.sql("update enrolment.act set part = :part where id = :act")
                .param("part", part)
                .param("act", act)
                .update();
        writer.under(act);
        return act;
    }

    /** Takes back what a part did, and what was done after it when the list was whole. */
    void reverse(Reversing part, LocalDate today) {
        List<Long> acts = database.sql("""
                        select id from enrolment.act where batch_id = :batch and part >= :part and undone_by is null
                            and undoes is null order by id desc""")
                .param("batch", part.batch())
                .param("part", part.part())
                .query(Long.class)
                .list();
        for (long act : acts) {
            undo.undo(act, registry.begin(part.actor(), IMPORT, "冲销批次：" + part.reason(), today, part.batch()));
        }
    }
}
