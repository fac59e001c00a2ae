package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** 退休: the period as somebody who pays ends, that of a retired person begins the next day. */
@Component
class Retiring implements Handler<Forms.Retire> {
    private static final String EMPLOYEE = "employee";
    private static final String RETIRED_CODE = "12";
    private static final int YOUNGEST = 45;

    private final Rules rules;
    private final Writer writer;

    Retiring(Rules rules, Writer writer) {
        this.rules = rules;
        this.writer = writer;
    }

    @Override
    public ActKind kind() {
        return ActKind.RETIRE;
    }

    @Override
    public Class<Forms.Retire> form() {
        return Forms.Retire.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Retire form) {
        Person person = rules.living(actor, "参保人", form.personId());
        LocalDate from = rules.from(person.born(), form.from());
        Enrolment working = rules.current(person, EMPLOYEE);
        if (working.personType().equals(rules.typeByCode(RETIRED_CODE, "退休人员"))) {
            throw Refusal.conflict("E-ENR-209", "人员 " + person.number() + " 已是退休人员");
        }
        if (from.isBefore(person.born().plusYears(YOUNGEST)) || !from.isAfter(working.from())) {
            throw Refusal.field("E-ENR-210", "退休日期", from.toString(), "年满 " + YOUNGEST + " 周岁且参保之后的日期");
        }
        return Draft.of(person, from + " 起按退休人员参保", from);
    }

    @Override
    public Done apply(Applying in, Forms.Retire form) {
        Person person = rules.living(in.actor(), "参保人", form.personId());
        LocalDate from = rules.from(person.born(), form.from());
        Enrolment working = rules.current(person, EMPLOYEE);
        writer.end(working.id(), from.minusDays(1), "退休");
        writer.enrol(
                in.act(),
                new NewEnrolment(
                        person.id(),
                        EMPLOYEE,
                        rules.typeByCode(RETIRED_CODE, "退休人员"),
                        from,
                        null,
                        "",
                        working.employerId(),
                        working.county(),
                        working.feeTier()));
        return Done.of(person.id());
    }
}
