package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.PaymentHistory;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 死亡: every period and identity ends on that day; dues after it are told. */
@Component
class Dying implements Handler<Forms.Death> {
    private final Rules rules;
    private final StoredPersons persons;
    private final Writer writer;
    private final ObjectProvider<PaymentHistory> payments;

    Dying(Rules rules, StoredPersons persons, Writer writer, ObjectProvider<PaymentHistory> payments) {
        this.rules = rules;
        this.persons = persons;
        this.writer = writer;
        this.payments = payments;
    }

    @Override
    public ActKind kind() {
        return ActKind.DEATH;
    }

    @Override
    public Class<Forms.Death> form() {
        return Forms.Death.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Death form) {
        Person person = rules.living(actor, "参保人", form.personId());
        LocalDate died = died(person, form);
        Given.requiredLine("死亡证明", form.proof(), 100);
        List<String> after = Optional.ofNullable(payments.getIfAvailable())
                .map(history -> history.after(persons.idsOf(person.id()), died))
                .orElse(List.of());
        return new Draft(
                person.id(),
                person.name(),
                person.county(),
                "人员 " + person.number() + " 于 " + died + " 死亡",
                died,
                after);
    }

    private LocalDate died(Person person, Forms.Death form) {
        LocalDate died = Given.required("死亡日期", form.died());
        if (died.isBefore(person.born()) || died.isAfter(rules.today())) {
            throw Refusal.field("E-ENR-211", "死亡日期", died.toString(), person.born() + " 至今天的日期");
        }
        return died;
    }

    @Override
    public Done apply(Applying in, Forms.Death form) {
        Person person = rules.living(in.actor(), "参保人", form.personId());
        writer.die(Map.of(person.id(), died(person, form)));
        return Done.of(person.id());
    }
}
