package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.person.Certificate;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 信息变更: what is given replaces what is on file. */
@Component
class Changing implements Handler<Forms.Change> {
    private static final int LONGEST = 200;

    private final Rules rules;
    private final Registering registering;
    private final StoredPersons persons;
    private final Writer writer;
    private final JdbcClient database;

    Changing(Rules rules, Registering registering, StoredPersons persons, Writer writer, JdbcClient database) {
        this.rules = rules;
        this.registering = registering;
        this.persons = persons;
        this.writer = writer;
        this.database = database;
    }

    @Override
    public ActKind kind() {
        return ActKind.CHANGE;
    }

    @Override
    public Class<Forms.Change> form() {
        return Forms.Change.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Change form) {
        Person person = rules.person(actor, "参保人", form.personId());
        Given.requiredLine("变更原因", form.reason(), LONGEST);
        Forms.NewFile file = Given.required("变更内容", form.person());
        Map<String, String> changes = changes(file);
        if (changes.isEmpty()) {
            throw Refusal.field("E-ENR-107", "变更内容", null, "至少一项新的内容");
        }
        facts(person, file);
        if (changes.containsKey("区县")) {
            rules.county(actor, file.county());
        }
        Registering.phone(file.phone());
        return Draft.of(person, "变更" + String.join("、", changes.keySet()), rules.today());
    }

    /** What is given, by label. */
    private static Map<String, String> changes(Forms.NewFile file) {
        Map<String, String> changes = new LinkedHashMap<>();
        put(changes, "姓名", file.name());
        put(changes, "证件号码", file.idNumber());
        put(changes, "性别", file.sex());
        put(changes, "出生日期", file.born());
        put(changes, "区县", file.county());
        put(changes, "户号", file.householdNumber());
        put(changes, "与户主关系", file.relation());
        put(changes, "联系电话", file.phone());
        return changes;
    }

    private static void put(Map<String, String> changes, String label, @Nullable Object value) {
        Optional.ofNullable(value)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> changes.put(label, text));
    }

    /** The certificate, sex and birth that the file will have; they must agree. */
    private Facts facts(Person person, Forms.NewFile file) {
        boolean other = file.idNumber() != null && !file.idNumber().isBlank();
        Certificate certificate = other
                ? Certificate.given("证件号码", file.idNumber())
                : Certificate.parse(persons.reveal(person.id())).getValue();
        if (other) {
            persons.byIdNumber(certificate.number())
                    .filter(known -> known.id() != person.id())
                    .ifPresent(known -> {
                        throw Refusal.conflict("E-ENR-108", "该证件号码已由人员 " + known.number() + " 使用；确为同一人的，请办理重复档案合并");
                    });
        }
        boolean told = !certificate.sex().isEmpty();
        String sex = Registering.sex(
                certificate, file.sex() == null || file.sex().isBlank() ? (told ? "" : person.sex()) : file.sex());
        LocalDate born = registering.born(
                certificate, file.born() == null && certificate.birth() == null ? person.born() : file.born());
        return new Facts(other ? certificate : null, sex, born);
    }

    private record Facts(@Nullable Certificate certificate, String sex, LocalDate born) {}

    @Override
    public Done apply(Applying in, Forms.Change form) {
        Person person = rules.person(in.actor(), "参保人", form.personId());
        Forms.NewFile file = Given.required("变更内容", form.person());
        Facts facts = facts(person, file);
        String household = Given.line("户号", file.householdNumber(), LONGEST);
        String county = Given.text(file.county()).isEmpty() ? person.county() : Given.text(file.county());
        database.sql("""
                        update enrolment.person set name = coalesce(nullif(:name, ''), name), sex = :sex, born = :born,
                            county = :county, relation = coalesce(nullif(:relation, ''), relation),
                            household_id = coalesce(:household::bigint, household_id)
                        where id = :id""")
                .param("id", person.id())
                .param("name", Given.line("姓名", file.name(), 50))
                .param("sex", facts.sex())
                .param("born", facts.born())
                .param("county", county)
                .param("relation", Given.line("与户主关系", file.relation(), 50))
                .param(
                        "household",
                        household.isEmpty()
                                ? null
                                : (Long) writer.household(
                                        in.act(), household, county, Given.line("住址", file.address(), LONGEST)))
                .update();
        if (facts.certificate() != null) {
            writer.certificate(person.id(), facts.certificate());
        }
        String phone = Registering.phone(file.phone());
        if (!phone.isEmpty()) {
            writer.phone(person.id(), phone);
        }
        return Done.of(person.id());
    }
}
