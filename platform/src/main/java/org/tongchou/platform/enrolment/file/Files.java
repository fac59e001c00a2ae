package org.tongchou.platform.enrolment.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.coverage.CoverageDecision;
import org.tongchou.benefit.coverage.MemberFile;
import org.tongchou.benefit.coverage.SchemeCoverage;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.act.ActLists;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;

/** Gathers a person's file. Who looked at it is recorded. */
@Service
class Files {
    private static final String OBJECT = "enrolment.person";
    private static final String MEMBER = """
            select p.id, p.number, p.name, p.relation, p.born,
                exists (select 1 from enrolment.enrolment e where e.person_id = p.id and not e.cancelled
                    and e.from_day <= :day and (e.to_day is null or e.to_day >= :day)) as enrolled
            from enrolment.person p where not p.cancelled and p.merged_into is null and
            """;

    private final JdbcClient database;
    private final StoredPersons persons;
    private final Enrolments enrolments;
    private final Employers employers;
    private final ActLists acts;
    private final Region region;
    private final Rules rules;
    private final AuditLog audit;

    Files(
            JdbcClient database,
            StoredPersons persons,
            Enrolments enrolments,
            Employers employers,
            ActLists acts,
            Region region,
            Rules rules,
            AuditLog audit) {
        this.database = database;
        this.persons = persons;
        this.enrolments = enrolments;
        this.employers = employers;
        this.acts = acts;
        this.region = region;
        this.rules = rules;
        this.audit = audit;
    }

    @Transactional
    PersonFile open(Actor actor, long id, @Nullable LocalDate given) {
        Person person = rules.person(actor, "参保人", id);
        LocalDate day = rules.dayOrToday(given);
        MemberFile file = enrolments.file(person.id());
        Result<Coverage> decided = CoverageDecision.of(region.pack(), file, day);
        record(actor, person, "enrolment.person.view", "查看参保档案");
        List<String> steps = decided instanceof Result.Found<Coverage> found
                ? found.explanation().steps().stream().map(Files::sentence).toList()
                : List.of();
        return new PersonFile(
                person,
                day,
                enrolments.aidClass(file.person().identitiesOn(day)),
                decided instanceof Result.Found<Coverage> found
                        ? found.value().schemes().stream().map(Files::cover).toList()
                        : List.of(),
                decided instanceof Result.Found<Coverage> found
                        ? Optional.ofNullable(found.value().used()).orElse("")
                        : "",
                decided instanceof Result.Refused<Coverage> refused
                        ? refused.failure().message()
                        : "",
                steps,
                periods(person.id()),
                identities(person.id(), day),
                credits(person.id()),
                file.creditedMonths(),
                household(person, day),
                members("p.guardian_id = :of", person.id(), day),
                acts.trail(person.id()),
                database.sql("select number from enrolment.person where merged_into = :id order by id")
                        .param("id", person.id())
                        .query(String.class)
                        .list());
    }

    /** The number of the certificate in the clear; that somebody looked is recorded. */
    @Transactional
    String reveal(Actor actor, long id, @Nullable String reason) {
        Person person = rules.person(actor, "参保人", id);
        String why = Given.requiredLine("查看原因", reason, 200);
        return persons.certificate(actor, person, why);
    }

    private void record(Actor actor, Person person, String action, String what) {
        audit.record(actor, action, OBJECT, Long.toString(person.id()), what + "：人员 " + person.number(), null, null);
    }

    private static String sentence(Step step) {
        return step.what() + "：" + step.formula();
    }

    private static PersonFile.Cover cover(SchemeCoverage scheme) {
        return new PersonFile.Cover(
                scheme.scheme(),
                scheme.standing().word(),
                scheme.enjoyed(),
                scheme.from(),
                scheme.until(),
                scheme.reason(),
                scheme.funds().stream()
                        .filter(SchemeCoverage.FundCoverage::enjoyed)
                        .map(SchemeCoverage.FundCoverage::fund)
                        .toList());
    }

    private List<PersonFile.Period> periods(long person) {
        List<Enrolment> periods = enrolments.of(person);
        Map<Long, String> names =
                employers
                        .all(periods.stream()
                                .map(Enrolment::employerId)
                                .filter(java.util.Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Employer::id, Employer::name));
        return periods.stream()
                .map(period -> new PersonFile.Period(
                        period,
                        Optional.ofNullable(period.employerId()).map(names::get).orElse("")))
                .toList();
    }

    private List<PersonFile.Identity> identities(long person, LocalDate day) {
        Map<String, Word> words = region.pack().vocabulary().of(Vocabulary.Kind.IDENTITIES);
        return database.sql("""
                        select id, word, from_day, to_day, department, document, end_reason,
                            from_day <= :day and (to_day is null or to_day >= :day) as holds
                        from enrolment.identity where person_id = :person and not cancelled order by from_day, id""")
                .param("person", person)
                .param("day", day)
                .query((row, number) -> new PersonFile.Identity(
                        row.getLong("id"),
                        row.getString("word"),
                        Optional.ofNullable(words.get(row.getString("word")))
                                .map(Word::name)
                                .orElse(row.getString("word")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("department"),
                        row.getString("document"),
                        row.getString("end_reason"),
                        row.getBoolean("holds")))
                .list();
    }

    private List<PersonFile.Credit> credits(long person) {
        return database.sql("""
                        select months, source from enrolment.credited where person_id = :person and not cancelled order by id""")
                .param("person", person)
                .query(PersonFile.Credit.class)
                .list();
    }

    private PersonFile.@Nullable Household household(Person person, LocalDate day) {
        Long id = person.householdId();
        return id == null
                ? null
                : database.sql("select number, address from enrolment.household where id = :id")
                        .param("id", id)
                        .query((row, number) -> new PersonFile.Household(
                                row.getString("number"),
                                row.getString("address"),
                                members("p.household_id = :of", id, day)))
                        .single();
    }

    private List<PersonFile.Member> members(String condition, long of, LocalDate day) {
        return database.sql(MEMBER + condition + " order by p.born limit 50")
                .param("of", of)
                .param("day", day)
                .query(PersonFile.Member.class)
                .list();
    }
}
