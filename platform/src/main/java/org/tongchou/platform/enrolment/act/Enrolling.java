package org.tongchou.platform.enrolment.act;

import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;

/** 新增参保: a further period of somebody on file. */
@Component
class Enrolling implements Handler<Forms.Enrol> {
    private final Rules rules;
    private final Registering registering;
    private final Writer writer;

    Enrolling(Rules rules, Registering registering, Writer writer) {
        this.rules = rules;
        this.registering = registering;
        this.writer = writer;
    }

    @Override
    public ActKind kind() {
        return ActKind.ENROL;
    }

    @Override
    public Class<Forms.Enrol> form() {
        return Forms.Enrol.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Enrol form) {
        Person person = rules.living(actor, "参保人", form.personId());
        NewEnrolment period = registering.period(person, form.period());
        rules.mustBeFree(person, period.scheme(), period.from());
        return Draft.of(person, period.from() + " 起参加" + SchemeNames.of(period.scheme()), period.from());
    }

    @Override
    public Done apply(Applying in, Forms.Enrol form) {
        Person person = rules.living(in.actor(), "参保人", form.personId());
        writer.enrol(in.act(), registering.period(person, form.period()));
        return Done.of(person.id());
    }
}
