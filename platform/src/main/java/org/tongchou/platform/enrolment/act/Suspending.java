package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;

/** 停保: the period of a scheme ends. */
@Component
class Suspending implements Handler<Forms.Suspend> {
    private final Rules rules;
    private final Writer writer;

    Suspending(Rules rules, Writer writer) {
        this.rules = rules;
        this.writer = writer;
    }

    @Override
    public ActKind kind() {
        return ActKind.SUSPEND;
    }

    @Override
    public Class<Forms.Suspend> form() {
        return Forms.Suspend.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Suspend form) {
        Person person = rules.person(actor, "参保人", form.personId());
        Enrolment period = rules.current(person, rules.scheme(form.scheme()));
        LocalDate last = rules.last(period, form.last());
        Given.requiredLine("停保原因", form.reason(), 100);
        return Draft.of(person, SchemeNames.of(period.scheme()) + "停保，最后一天 " + last, last.plusDays(1));
    }

    @Override
    public Done apply(Applying in, Forms.Suspend form) {
        Person person = rules.person(in.actor(), "参保人", form.personId());
        Enrolment period = rules.current(person, rules.scheme(form.scheme()));
        writer.end(period.id(), rules.last(period, form.last()), Given.requiredLine("停保原因", form.reason(), 100));
        return Done.of(person.id());
    }
}
