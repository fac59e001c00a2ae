package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 身份终止: the department takes an identity away. */
@Component
class EndingIdentity implements Handler<Forms.IdentityEnd> {
    private final Rules rules;
    private final Writer writer;
    private final JdbcClient database;

    EndingIdentity(Rules rules, Writer writer, JdbcClient database) {
        this.rules = rules;
        this.writer = writer;
        this.database = database;
    }

    private record Held(
            long id,
            long personId,
            String word,
            LocalDate fromDay,
            @Nullable LocalDate toDay) {}

    @Override
    public ActKind kind() {
        return ActKind.IDENTITY_END;
    }

    @Override
    public Class<Forms.IdentityEnd> form() {
        return Forms.IdentityEnd.class;
    }

    @Override
    public Draft check(Actor actor, Forms.IdentityEnd form) {
        Held held = held(form);
        Person person = rules.person(actor, "参保人", held.personId());
        LocalDate last = rules.day("截止日期", Given.required("截止日期", form.last()));
        LocalDate to = held.toDay();
        if (last.isBefore(held.fromDay().minusDays(1)) || (to != null && !last.isBefore(to))) {
            throw Refusal.field(
                    "E-ENR-214",
                    "截止日期",
                    last.toString(),
                    held.fromDay() + " 起" + (to == null ? "" : "、早于 " + to) + "的日期");
        }
        Given.requiredLine("终止原因", form.reason(), 100);
        return Draft.of(person, held.word() + "身份终止，最后一天 " + last, last.plusDays(1));
    }

    private Held held(Forms.IdentityEnd form) {
        return database.sql("""
                        select id, person_id, word, from_day, to_day from enrolment.identity
                        where id = :id and not cancelled""")
                .param("id", Given.required("身份", form.identityId()))
                .query(Held.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("身份"));
    }

    @Override
    public Done apply(Applying in, Forms.IdentityEnd form) {
        Held held = held(form);
        writer.endIdentity(
                held.id(), Given.required("截止日期", form.last()), Given.requiredLine("终止原因", form.reason(), 100));
        return Done.of(held.personId());
    }
}
