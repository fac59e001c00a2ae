package org.tongchou.platform.enrolment.act;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.enrolment.AccountCarrier;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;

/** 关系转出: the period ends, months and money go along with a numbered certificate (参保凭证). */
@Component
class TransferringOut implements Handler<Forms.TransferOut> {
    private static final String EMPLOYEE = "employee";

    private final Rules rules;
    private final StoredPersons persons;
    private final Enrolments enrolments;
    private final Transfers transfers;
    private final Writer writer;
    private final AccountCarrier accounts;

    TransferringOut(
            Rules rules,
            StoredPersons persons,
            Enrolments enrolments,
            Transfers transfers,
            Writer writer,
            AccountCarrier accounts) {
        this.rules = rules;
        this.persons = persons;
        this.enrolments = enrolments;
        this.transfers = transfers;
        this.writer = writer;
        this.accounts = accounts;
    }

    @Override
    public ActKind kind() {
        return ActKind.TRANSFER_OUT;
    }

    @Override
    public Class<Forms.TransferOut> form() {
        return Forms.TransferOut.class;
    }

    @Override
    public Draft check(Actor actor, Forms.TransferOut form) {
        Person person = rules.living(actor, "参保人", form.personId());
        Enrolment period = rules.current(person, rules.scheme(form.scheme()));
        rules.last(period, form.last());
        long fen = period.scheme().equals(EMPLOYEE) ? accounts.balance(persons.idsOf(person.id())) : 0;
        return new Draft(
                person.id(),
                person.name(),
                person.county(),
                "人员 " + person.number() + " " + SchemeNames.of(period.scheme()) + "转往"
                        + Given.requiredLine("对方统筹区", form.otherRegion(), 50) + "，最后一天 " + form.last(),
                Given.required("最后一天", form.last()).plusDays(1),
                fen > 0 ? List.of("个人账户余额 " + Money.ofFen(fen) + "随同转出") : List.of());
    }

    @Override
    public Done apply(Applying in, Forms.TransferOut form) {
        Person person = rules.living(in.actor(), "参保人", form.personId());
        Enrolment period = rules.current(person, rules.scheme(form.scheme()));
        boolean employee = period.scheme().equals(EMPLOYEE);
        int months = employee ? enrolments.file(person.id()).creditedMonths() : 0;
        long fen = employee ? accounts.carryOut(in.actor(), persons.idsOf(person.id()), in.act()) : 0;
        writer.end(period.id(), rules.last(period, form.last()), "转出");
        transfers.add(
                in.act(),
                new Transfers.New(
                        "转出",
                        person.id(),
                        period.scheme(),
                        Given.text(form.otherRegion()),
                        transfers.nextNumber(in.act(), rules.today()),
                        months,
                        fen,
                        Given.required("最后一天", form.last())));
        return Done.of(person.id());
    }
}
