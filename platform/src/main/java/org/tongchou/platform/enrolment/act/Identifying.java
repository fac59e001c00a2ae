package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry.NewIdentity;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 身份认定: an identity that a department found. */
@Component
class Identifying implements Handler<Forms.Identity> {
    private final Rules rules;
    private final Writer writer;
    private final JdbcClient database;

    Identifying(Rules rules, Writer writer, JdbcClient database) {
        this.rules = rules;
        this.writer = writer;
        this.database = database;
    }

    @Override
    public ActKind kind() {
        return ActKind.IDENTITY;
    }

    @Override
    public Class<Forms.Identity> form() {
        return Forms.Identity.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Identity form) {
        Person person = rules.living(actor, "参保人", form.personId());
        NewIdentity identity = identity(person, form);
        boolean taken = database.sql("""
                        select exists (select 1 from enrolment.identity where person_id = :person and word = :word
                            and not cancelled and daterange(from_day, to_day, '[]') && daterange(:from, :to::date, '[]'))""")
                .param("person", person.id())
                .param("word", identity.word())
                .param("from", identity.from())
                .param("to", identity.to())
                .query(Boolean.class)
                .single();
        if (taken) {
            throw Refusal.conflict("E-ENR-212", "人员 " + person.number() + " 在这段时间已有身份“" + identity.word() + "”");
        }
        return Draft.of(person, "认定为" + identity.word() + "，" + identity.from() + " 起", identity.from());
    }

    private NewIdentity identity(Person person, Forms.Identity form) {
        LocalDate from = rules.from(person.born(), form.from());
        LocalDate to = form.to();
        if (to != null && rules.day("截止日期", to).isBefore(from)) {
            throw Refusal.field("E-ENR-213", "截止日期", to.toString(), "不早于 " + from + " 的日期");
        }
        return new NewIdentity(
                person.id(),
                rules.identity(form.word()),
                from,
                to,
                Given.requiredLine("来源部门", form.department(), 100),
                Given.line("认定文件", form.document(), 200));
    }

    @Override
    public Done apply(Applying in, Forms.Identity form) {
        Person person = rules.living(in.actor(), "参保人", form.personId());
        writer.identify(in.act(), identity(person, form));
        return Done.of(person.id());
    }
}
