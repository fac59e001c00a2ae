package org.tongchou.platform.settlement.mutual;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.benefit.account.FamilyUse;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.FamilyAccounts;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Bindings in schema {@code settlement}: the only module that knows people as well as accounts, and draws from them. */
@Service("settlementFamilyAccounts")
@Transactional
class StoredFamilyAccounts implements FamilyAccounts {
    private static final String SELECT = "select * from settlement.family_binding where ";

    private final JdbcClient database;
    private final Persons persons;
    private final Enrolments enrolments;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    StoredFamilyAccounts(
            JdbcClient database, Persons persons, Enrolments enrolments, Region region, AuditLog audit, Clock clock) {
        this.database = database;
        this.persons = persons;
        this.enrolments = enrolments;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Binding enter(Actor actor, NewBinding binding) {
        Person payer = alive("账户持有人", binding.payer());
        Person member = alive("使用人", binding.member());
        actor.mustSee(region.county(payer.county()).unitId());
        if (payer.id() == member.id()) {
            throw Refusal.field("E-SET-101", "使用人", member.number(), "账户持有人以外的人");
        }
        LocalDate begins = Given.day("生效日期", binding.begins());
        String relation = Given.requiredLine("与持有人关系", binding.relation(), 20);
        mustBeAllowed(payer, relation, begins);
        if (binding.place() < 1 || binding.place() > 99) {
            throw Refusal.field("E-SET-103", "使用顺序", Integer.toString(binding.place()), "1 至 99");
        }
        Long limit = binding.yearlyLimitFen();
        try {
            long id = database.sql("""
                            insert into settlement.family_binding (payer, member, county, relation, place, begins,
                                yearly_limit_fen, state, entered_by, entered_name, entered_at)
                            values (:payer, :member, :county, :relation, :place, :begins, :limit::bigint, '待复核', :who, :whoName,
                                :now) returning id""")
                    .param("payer", payer.id())
                    .param("member", member.id())
                    .param("county", payer.county())
                    .param("relation", relation)
                    .param("place", binding.place())
                    .param("begins", begins)
                    .param("limit", limit == null ? null : Given.amount("年度限额", limit))
                    .param("who", actor.userId())
                    .param("whoName", actor.displayName())
                    .param("now", OffsetDateTime.now(clock))
                    .query(Long.class)
                    .single();
            return recorded(actor, "create", "登记", id);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-SET-104", "人员 " + payer.number() + " 与 " + member.number() + " 已有共济绑定，请先解除");
        }
    }

    private Person alive(String field, long id) {
        Person person =
                persons.find(id).orElseThrow(() -> Refusal.field("E-SET-100", field, Long.toString(id), "已登记的参保人"));
        if (person.died() != null) {
            throw Refusal.field("E-SET-100", field, person.number(), "在世的参保人");
        }
        return person;
    }

    private void mustBeAllowed(Person payer, String relation, LocalDate day) {
        String type = enrolments.of(payer.id()).stream()
                .filter(period -> period.scheme().equals("employee"))
                .map(Enrolment::personType)
                .reduce((first, last) -> last)
                .orElseThrow(() -> Refusal.conflict("E-SET-102", "人员 " + payer.number() + " 没有参加职工医保，没有个人账户可以共济"));
        boolean allowed = FamilyUse.of(
                        region.pack(), new Contributor(enrolments.insured(payer.id()), type, Money.ZERO), relation, day)
                .getValue();
        if (!allowed) {
            throw Refusal.field("E-SET-102", "与持有人关系", relation, "政策允许共济的亲属关系");
        }
    }

    @Override
    public Binding review(Actor actor, long id, boolean accept, @Nullable String reason) {
        Binding binding = held(actor, id);
        if (!binding.state().equals("待复核")) {
            throw Refusal.conflict("E-SET-105", "这项共济绑定" + binding.state() + "，不能复核");
        }
        if (binding.enteredBy() == actor.userId()) {
            throw Refusal.conflict("E-SET-106", "登记人不能复核自己登记的共济绑定，请由另一人复核");
        }
        database.sql("""
                        update settlement.family_binding set state = :state, opinion = :opinion, reviewed_by = :who,
                            reviewed_name = :whoName where id = :id""")
                .param("state", accept ? "有效" : "已退回")
                .param("opinion", accept ? "" : Given.requiredLine("退回原因", reason, 200))
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("id", id)
                .update();
        return recorded(actor, accept ? "accept" : "return", accept ? "复核" : "退回", id);
    }

    @Override
    public Binding end(Actor actor, long id, @Nullable String reason) {
        Binding binding = held(actor, id);
        if (!binding.state().equals("有效") || binding.ends() != null) {
            throw Refusal.conflict("E-SET-105", "这项共济绑定没有生效或已经解除，不能解除");
        }
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        database.sql("""
                        update settlement.family_binding set ends = greatest(:day, begins - 1), end_reason = :reason, ended_by = :who,
                            ended_name = :whoName where id = :id""")
                .param("day", yesterday)
                .param("reason", Given.requiredLine("解除原因", reason, 200))
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("id", id)
                .update();
        return recorded(actor, "end", "解除", id);
    }

    private Binding held(Actor actor, long id) {
        Binding binding = find(id, " for update");
        actor.mustSee(region.county(binding.county()).unitId());
        return binding;
    }

    @Override
    @Transactional(readOnly = true)
    public Binding get(long id) {
        return find(id, "");
    }

    private Binding find(long id, String lock) {
        return database.sql(SELECT + "id = :id" + lock)
                .param("id", id)
                .query(Binding.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这项共济绑定"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Binding> of(long person) {
        return database.sql(SELECT + """
                        :person in (payer, member)
                        order by (state = '有效' and ends is null) desc, member, place, id""")
                .param("person", person)
                .query(Binding.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Binding> payersOf(long member, LocalDate day) {
        return database.sql(SELECT + """
                        member = :member and state = '有效' and begins <= :day and (ends is null or ends >= :day)
                        order by place, id""")
                .param("member", member)
                .param("day", day)
                .query(Binding.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public long used(Binding binding, int year) {
        return database.sql("""
                        select coalesce(sum(fen), 0) from settlement.family_share f
                        where payer = :payer and member = :member and year = :year
                            and not exists (select from settlement.settlement m where m.reverses = f.settlement_id)""")
                .param("payer", binding.payer())
                .param("member", binding.member())
                .param("year", year)
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Share> shares(long settlement) {
        return database.sql("select payer, fen from settlement.family_share where settlement_id = :id order by payer")
                .param("id", settlement)
                .query(Share.class)
                .list();
    }

    private Binding recorded(Actor actor, String act, String verb, long id) {
        Binding binding = get(id);
        audit.record(
                actor,
                "settlement.mutual." + act,
                "settlement.mutual",
                Long.toString(id),
                verb + "家庭共济绑定（" + binding.relation() + "）",
                null,
                Map.of(
                        "持有人", binding.payer(),
                        "使用人", binding.member(),
                        "状态", binding.state(),
                        "原因", binding.opinion() + binding.endReason()));
        return binding;
    }
}
