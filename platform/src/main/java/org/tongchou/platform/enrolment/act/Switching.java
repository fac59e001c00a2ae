package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** 险种转换: the basic scheme of today ends the day before the other begins. */
@Component
class Switching implements Handler<Forms.Switch> {
    private static final String REASON = "险种转换";

    private final Rules rules;
    private final Registering registering;
    private final Writer writer;

    Switching(Rules rules, Registering registering, Writer writer) {
        this.rules = rules;
        this.registering = registering;
        this.writer = writer;
    }

    @Override
    public ActKind kind() {
        return ActKind.SWITCH;
    }

    @Override
    public Class<Forms.Switch> form() {
        return Forms.Switch.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Switch form) {
        Person person = rules.living(actor, "参保人", form.personId());
        NewEnrolment period = registering.period(person, form.period());
        List<Enrolment> before = ending(person, period);
        return Draft.of(
                person,
                "由" + SchemeNames.of(before.get(0).scheme()) + "转为" + SchemeNames.of(period.scheme()) + "，"
                        + period.from() + " 起",
                period.from());
    }

    private List<Enrolment> ending(Person person, NewEnrolment period) {
        List<Enrolment> before = rules.basicFrom(person.id(), period.from().minusDays(1));
        if (before.isEmpty()) {
            throw Refusal.conflict("E-ENR-203", "人员 " + person.number() + " 当前没有参保，请办理新增参保");
        }
        for (Enrolment other : before) {
            LocalDate to = other.to();
            if (other.scheme().equals(period.scheme()) && (to == null || !to.isBefore(period.from()))) {
                throw Refusal.conflict("E-ENR-208", "人员 " + person.number() + " 已参加" + SchemeNames.of(other.scheme()));
            }
        }
        return before;
    }

    @Override
    public Done apply(Applying in, Forms.Switch form) {
        Person person = rules.living(in.actor(), "参保人", form.personId());
        NewEnrolment period = registering.period(person, form.period());
        LocalDate last = period.from().minusDays(1);
        ending(person, period).stream()
                .filter(other -> other.to() == null || other.to().isAfter(last))
                .forEach(other -> writer.end(other.id(), last, REASON));
        writer.enrol(in.act(), period);
        return Done.of(person.id());
    }
}
