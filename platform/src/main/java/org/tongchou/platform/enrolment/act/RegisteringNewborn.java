package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.Registry.NewPerson;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 新生儿参保: a child on file and enrolled under a parent, in one form. */
@Component
class RegisteringNewborn implements Handler<Forms.Newborn> {
    private static final String RESIDENT = "resident";
    private static final String NEWBORN_CODE = "1401";
    private static final int YOUNGEST_PARENT = 14;
    private static final int OLDEST_NEWBORN_DAYS = 365;

    private final Rules rules;
    private final Registering registering;
    private final Region region;
    private final Writer writer;

    RegisteringNewborn(Rules rules, Registering registering, Region region, Writer writer) {
        this.rules = rules;
        this.registering = registering;
        this.region = region;
        this.writer = writer;
    }

    @Override
    public ActKind kind() {
        return ActKind.NEWBORN;
    }

    @Override
    public Class<Forms.Newborn> form() {
        return Forms.Newborn.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Newborn form) {
        Person parent = rules.person(actor, "父亲或母亲", form.parentId());
        NewPerson child = child(parent, form);
        String relation = Given.requiredLine("随谁参保", form.relation(), 10);
        if (!List.of("父亲", "母亲").contains(relation)
                || (!parent.sex().isEmpty()
                        && relation.equals("父亲") != parent.sex().equals("male"))) {
            throw Refusal.field("E-ENR-301", "随谁参保", relation, "与档案性别一致的父亲或母亲");
        }
        if (ChronoUnit.YEARS.between(parent.born(), child.born()) < YOUNGEST_PARENT) {
            throw Refusal.field("E-ENR-302", "出生日期", child.born().toString(), "父母年满 " + YOUNGEST_PARENT + " 周岁之后的日期");
        }
        long days = ChronoUnit.DAYS.between(child.born(), rules.today());
        if (days > OLDEST_NEWBORN_DAYS) {
            throw Refusal.field("E-ENR-303", "出生日期", child.born().toString(), "一年以内的日期；更大的儿童请办理参保登记");
        }
        rules.feeTier(form.feeTier());
        return new Draft(
                null,
                child.name(),
                parent.county(),
                "新生儿随人员 " + parent.number() + "（" + relation + "）参加居民医保",
                from(child.born()),
                days > inTime(child.born())
                        ? List.of("出生已 " + days + " 天，超过出生后 " + inTime(child.born()) + " 天，自办理之日起参保")
                        : List.of());
    }

    @Override
    public Done apply(Applying in, Forms.Newborn form) {
        Person parent = rules.person(in.actor(), "父亲或母亲", form.parentId());
        NewPerson child = child(parent, form);
        long id = writer.person(in.act(), child);
        writer.enrol(
                in.act(),
                new NewEnrolment(
                        id,
                        RESIDENT,
                        rules.typeByCode(NEWBORN_CODE, "新生儿"),
                        from(child.born()),
                        null,
                        "",
                        null,
                        parent.county(),
                        rules.feeTier(form.feeTier())));
        return Done.of(id);
    }

    private NewPerson child(Person parent, Forms.Newborn form) {
        NewPerson child = registering.file(
                new Forms.NewFile(
                        form.certificate(),
                        form.name(),
                        Given.requiredLine("性别", form.sex(), 10),
                        Given.required("出生日期", form.born()),
                        parent.county(),
                        null,
                        null,
                        "子女",
                        null),
                parent.county());
        return new NewPerson(
                child.certificateType(),
                child.idNumber(),
                child.name(),
                child.sex(),
                child.born(),
                child.county(),
                parent.householdId(),
                child.relation(),
                parent.id(),
                "");
    }

    /** Enrolled in time, from birth on; later, from today on. */
    private LocalDate from(LocalDate born) {
        return rules.today().isAfter(born.plusDays(inTime(born))) ? rules.today() : born;
    }

    private long inTime(LocalDate born) {
        return Working.of(region.pack(), "新生儿参保期限", working -> (long)
                        working.countOrZero("coverage.newborn.days", born, Facts.NONE.with(Fact.Kind.SCHEME, RESIDENT)))
                .getValue();
    }
}
