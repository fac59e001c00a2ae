package org.tongchou.platform.enrolment.act;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.AccountCarrier;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewCredit;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 关系转入: months, money and enrolment of another region come. */
@Component
class TransferringIn implements Handler<Forms.TransferIn> {
    private static final int MOST_MONTHS = 720;

    private final Rules rules;
    private final Registering registering;
    private final Registry registry;
    private final Transfers transfers;
    private final Writer writer;
    private final AccountCarrier accounts;

    TransferringIn(
            Rules rules,
            Registering registering,
            Registry registry,
            Transfers transfers,
            Writer writer,
            AccountCarrier accounts) {
        this.rules = rules;
        this.registering = registering;
        this.registry = registry;
        this.transfers = transfers;
        this.writer = writer;
        this.accounts = accounts;
    }

    @Override
    public ActKind kind() {
        return ActKind.TRANSFER_IN;
    }

    @Override
    public Class<Forms.TransferIn> form() {
        return Forms.TransferIn.class;
    }

    @Override
    public Draft check(Actor actor, Forms.TransferIn form) {
        Person person = rules.living(actor, "参保人", form.personId());
        NewEnrolment period = registering.period(person, form.period());
        rules.mustBeFree(person, period.scheme(), period.from());
        int months = months(form);
        fen(form);
        String number = Given.requiredLine("参保凭证号", form.certificateNumber(), 50);
        transfers.findByNumber(number).ifPresent(known -> {
            throw Refusal.conflict("E-ENR-603", "参保凭证 " + number + " 已办理过转移");
        });
        return Draft.of(
                person,
                "由" + Given.requiredLine("对方统筹区", form.otherRegion(), 50) + "转入" + SchemeNames.of(period.scheme()) + "，"
                        + period.from() + " 起，缴费 " + months + " 个月",
                period.from());
    }

    private static int months(Forms.TransferIn form) {
        int months = Given.required("缴费月数", form.months());
        if (months < 0 || months > MOST_MONTHS) {
            throw Refusal.field("E-ENR-601", "缴费月数", Integer.toString(months), "0 至 " + MOST_MONTHS);
        }
        return months;
    }

    private static long fen(Forms.TransferIn form) {
        long fen = Optional.ofNullable(form.accountFen()).orElse(0L);
        return fen == 0 ? 0 : Given.amount("个人账户余额", fen);
    }

    @Override
    public Done apply(Applying in, Forms.TransferIn form) {
        Person person = rules.living(in.actor(), "参保人", form.personId());
        NewEnrolment period = registering.period(person, form.period());
        writer.enrol(in.act(), period);
        if (months(form) > 0) {
            registry.credits(in.act(), List.of(new NewCredit(person.id(), months(form), "转入")));
        }
        if (fen(form) > 0) {
            accounts.carryIn(in.actor(), person.id(), fen(form), in.act());
        }
        transfers.add(
                in.act(),
                new Transfers.New(
                        "转入",
                        person.id(),
                        period.scheme(),
                        Given.text(form.otherRegion()),
                        Given.text(form.certificateNumber()),
                        months(form),
                        fen(form),
                        period.from()));
        return Done.of(person.id());
    }
}
