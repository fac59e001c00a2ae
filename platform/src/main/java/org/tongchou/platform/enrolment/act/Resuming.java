package org.tongchou.platform.enrolment.act;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.person.EnrolledRows;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 复保: a scheme goes on after a break, as before unless told otherwise. */
@Component
class Resuming implements Handler<Forms.Resume> {
    private final Rules rules;
    private final Registering registering;
    private final EnrolledRows rows;
    private final Writer writer;

    Resuming(Rules rules, Registering registering, EnrolledRows rows, Writer writer) {
        this.rules = rules;
        this.registering = registering;
        this.rows = rows;
        this.writer = writer;
    }

    @Override
    public ActKind kind() {
        return ActKind.RESUME;
    }

    @Override
    public Class<Forms.Resume> form() {
        return Forms.Resume.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Resume form) {
        Person person = rules.living(actor, "参保人", form.personId());
        NewEnrolment period = period(person, form);
        rules.mustBeFree(person, period.scheme(), period.from());
        return Draft.of(person, SchemeNames.of(period.scheme()) + "复保，" + period.from() + " 起", period.from());
    }

    @Override
    public Done apply(Applying in, Forms.Resume form) {
        Person person = rules.living(in.actor(), "参保人", form.personId());
        writer.enrol(in.act(), period(person, form));
        return Done.of(person.id());
    }

    private NewEnrolment period(Person person, Forms.Resume form) {
        Forms.Period given = Given.required("参保信息", form.period());
        String scheme = rules.scheme(given.scheme());
        Enrolment before = rows.periods(person.id()).stream()
                .filter(period -> period.scheme().equals(scheme))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Refusal.conflict(
                        "E-ENR-203", "人员 " + person.number() + " 没有参加过" + SchemeNames.of(scheme) + "，请办理新增参保"));
        return registering.period(
                person,
                new Forms.Period(
                        scheme,
                        or(given.personType(), before.personType()),
                        given.from(),
                        given.employerId() == null ? before.employerId() : given.employerId(),
                        or(given.feeTier(), before.feeTier())));
    }

    private static String or(@Nullable String given, String before) {
        return Optional.ofNullable(given).filter(text -> !text.isBlank()).orElse(before);
    }
}
