package org.tongchou.platform.enrolment.act;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.AccountCarrier;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 撤销办理: an act is taken back by two people, as it was done. */
@Component
class Undoing implements Handler<Forms.Undo> {
    private static final Set<String> MOVING = Set.of(ActKind.TRANSFER_IN.name(), ActKind.TRANSFER_OUT.name());

    private final Rules rules;
    private final Region region;
    private final Undo undo;
    private final StoredPersons persons;
    private final AccountCarrier accounts;
    private final JdbcClient database;

    Undoing(
            Rules rules,
            Region region,
            Undo undo,
            StoredPersons persons,
            AccountCarrier accounts,
            JdbcClient database) {
        this.rules = rules;
        this.region = region;
        this.undo = undo;
        this.persons = persons;
        this.accounts = accounts;
        this.database = database;
    }

    private record Act(
            long id,
            String kind,
            String state,
            String county,
            String subject,
            String summary,
            @Nullable Long personId,
            @Nullable Long undoneBy) {}

    @Override
    public ActKind kind() {
        return ActKind.UNDO;
    }

    @Override
    public Class<Forms.Undo> form() {
        return Forms.Undo.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Undo form) {
        Act act = act(form);
        Given.requiredLine("撤销原因", form.reason(), 200);
        actor.mustSee(region.county(act.county()).unitId());
        if (!act.state().equals("已办结") || act.undoneBy() != null) {
            throw Refusal.conflict("E-ENR-404", "第 " + act.id() + " 号办理没有生效或已经撤销");
        }
        if (act.kind().equals(ActKind.UNDO.name()) || act.kind().equals(ActKind.EMPLOYER.name())) {
            throw Refusal.conflict("E-ENR-405", ActKind.word(act.kind()) + "不能撤销，请重新办理");
        }
        return new Draft(
                act.personId(),
                act.subject(),
                act.county(),
                "撤销第 " + act.id() + " 号" + ActKind.word(act.kind()) + "：" + act.summary(),
                rules.today(),
                List.of());
    }

    private Act act(Forms.Undo form) {
        return database.sql("""
                        select id, kind, state, county, subject, summary, person_id, undone_by from enrolment.act
                        where id = :id and batch_id is null and county <> ''""")
                .param("id", Given.required("办理", form.actId()))
                .query(Act.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("可以撤销的办理"));
    }

    @Override
    public Done apply(Applying in, Forms.Undo form) {
        Act act = act(form);
        undo.undo(act.id(), in.act());
        Long person = act.personId();
        if (person != null && MOVING.contains(act.kind())) {
            accounts.takeBack(in.actor(), persons.idsOf(person), act.id());
        }
        return new Done(act.personId(), 0);
    }
}
