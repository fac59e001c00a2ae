package org.tongchou.platform.provider.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.platform.provider.act.Act;
import org.tongchou.platform.provider.act.ActEffect;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** What the steps of agreements do. */
@Service
class AgreementEffects implements ActEffect {
    private final JdbcClient database;

    AgreementEffects(JdbcClient database) {
        this.database = database;
    }

    /** What a step is done to. */
    private record Standing(
            String institution,
            String state,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends) {}

    @Override
    public ActKind.Subject subject() {
        return ActKind.Subject.AGREEMENT;
    }

    @Override
    public void check(Act.Proposal proposal) {
        long id = Long.parseLong(proposal.subjectId());
        Standing standing = standing(id);
        if (proposal.kind() == ActKind.APPLY) {
            return;
        }
        AgreementSteps.get(proposal.kind(), standing.state());
        switch (proposal.kind()) {
            case SIGN, RENEW -> checkSigning(id, proposal, standing);
            case SUSPEND, TERMINATE, DEPOSIT -> within(proposal, standing);
            case RESUME -> checkResuming(id, proposal);
            default -> {}
        }
    }

    private void checkSigning(long id, Act.Proposal proposal, Standing standing) {
        String number = proposal.details().getOrDefault(Agreements.NUMBER, "");
        if (exists("select exists (select from provider.agreement where number = :value)", number)) {
            throw Refusal.field("E-PRV-050", Agreements.NUMBER, number, "没有用过的协议编号");
        }
        if (proposal.kind() == ActKind.RENEW
                && exists(
                        "select exists (select from provider.agreement where previous = :value::bigint)",
                        Long.toString(id))) {
            throw Refusal.conflict("E-PRV-051", proposal.title() + "的这份协议已经续签");
        }
        LocalDate begins = LocalDate.parse(proposal.details().getOrDefault(Agreements.BEGINS, ""));
        Optional<String> other = database.sql("""
                        select number from provider.agreement
                        where institution = :institution and id <> :id and state in ('生效', '中止') and ends >= :begins
                        limit 1
                        """)
                .param("institution", standing.institution())
                .param("id", id)
                .param("begins", begins)
                .query(String.class)
                .optional();
        if (other.isPresent()) {
            throw Refusal.conflict("E-PRV-052", "协议 " + other.get() + " 在 " + begins + " 还没有到期，同一机构的协议期限不能重叠");
        }
    }

    private boolean exists(String sql, String value) {
        return database.sql(sql).param("value", value).query(Boolean.class).single();
    }

    private static void within(Act.Proposal proposal, Standing standing) {
        LocalDate begins = standing.begins();
        LocalDate ends = standing.ends();
        LocalDate day = proposal.onDate();
        if (begins == null || ends == null || day.isBefore(begins) || day.isAfter(ends)) {
            throw Refusal.field("E-PRV-053", "办理日期", day.toString(), "协议期限 " + begins + " 至 " + ends + " 之内的日期");
        }
        LocalDate until = proposal.untilDate();
        if (proposal.kind() == ActKind.SUSPEND && until != null && until.isAfter(ends)) {
            throw Refusal.field("E-PRV-054", "截止日期", until.toString(), "不晚于协议截止日期 " + ends);
        }
    }

    private void checkResuming(long id, Act.Proposal proposal) {
        LocalDate since = database.sql("select max(begins) from provider.agreement_suspension where agreement_id = :id")
                .param("id", id)
                .query(LocalDate.class)
                .single();
        if (!proposal.onDate().isAfter(since)) {
            throw Refusal.field("E-PRV-055", "办理日期", proposal.onDate().toString(), "晚于中止日期 " + since);
        }
    }

    @Override
    public void apply(Actor actor, Act act) {
        long id = Long.parseLong(act.subjectId());
        if (act.kind() == ActKind.APPLY) {
            return;
        }
        Standing standing = standing(id);
        String to = AgreementSteps.get(act.kind(), standing.state()).to();
        switch (act.kind()) {
            case ASSESS -> to = assess(id, act, standing, to);
            case NEGOTIATE -> update(id, "terms = :value", act.detail(Agreements.TERMS));
            case SIGN -> {
                sign(id, act);
                return;
            }
            case RENEW -> {
                renew(id, act, standing);
                return;
            }
            case DEPOSIT -> DepositTerms.keep(database, id, act.onDate(), act);
            case SUSPEND -> suspend(id, act);
            case RESUME -> resume(id, act);
            case TERMINATE -> {
                terminate(id, act);
                return;
            }
            default -> {}
        }
        update(id, "state = :value", to);
    }

    private String assess(long id, Act act, Standing standing, String passed) {
        Map<String, BigDecimal> points = new HashMap<>();
        act.details().forEach((key, value) -> {
            if (key.startsWith(Agreements.ITEM)) {
                points.put(key.substring(Agreements.ITEM.length()), new BigDecimal(value));
            }
        });
        ScoringSheet sheet = ScoringSheet.of(standing.institution().startsWith("P"));
        points.forEach((item, given) -> database.sql("""
                        insert into provider.agreement_score (agreement_id, item, points) values (:id, :item, :points)
                        """)
                .param("id", id)
                .param("item", item)
                .param("points", given)
                .update());
        update(id, "score = :value::numeric", sheet.total(points).toPlainString());
        return sheet.passes(points) ? passed : "未通过";
    }

    private void sign(long id, Act act) {
        database.sql("""
                        update provider.agreement set state = '生效', number = :number, begins = :begins, ends = :ends where id = :id
                        """)
                .param("number", act.detail(Agreements.NUMBER))
                .param("begins", LocalDate.parse(act.detail(Agreements.BEGINS)))
                .param("ends", LocalDate.parse(act.detail(Agreements.ENDS)))
                .param("id", id)
                .update();
        DepositTerms.keep(database, id, LocalDate.parse(act.detail(Agreements.BEGINS)), act);
    }

    private void renew(long id, Act act, Standing standing) {
        LocalDate begins = LocalDate.parse(act.detail(Agreements.BEGINS));
        long next = database.sql("""
                        insert into provider.agreement (institution, state, applied_on, materials, score, terms, number, begins, ends, previous)
                        select institution, '生效', :day, materials, score, terms, :number, :begins, :ends, id
                        from provider.agreement where id = :id and institution = :institution returning id
                        """)
                .param("day", act.onDate())
                .param("number", act.detail(Agreements.NUMBER))
                .param("begins", begins)
                .param("ends", LocalDate.parse(act.detail(Agreements.ENDS)))
                .param("id", id)
                .param("institution", standing.institution())
                .query(Long.class)
                .single();
        DepositTerms.keep(database, next, begins, act);
    }

    private void suspend(long id, Act act) {
        database.sql(
                        "insert into provider.agreement_suspension (agreement_id, begins, ends) values (:id, :day, :until::date)")
                .param("id", id)
                .param("day", act.onDate())
                .param("until", act.untilDate())
                .update();
    }

    /** The suspension ends with the day before, unless it already ended. */
    private void resume(long id, Act act) {
        database.sql("""
                        update provider.agreement_suspension set ends = :day::date - 1
                        where agreement_id = :id and begins < :day and (ends is null or ends >= :day)
                        """).param("id", id).param("day", act.onDate()).update();
    }

    /** Renewals that follow an agreement that is terminated end with it. */
    private void terminate(long id, Act act) {
        database.sql("""
                        with recursive chain as (
                            select id from provider.agreement where id = :id
                            union all
                            select n.id from provider.agreement n join chain c on n.previous = c.id
                        )
                        update provider.agreement a set state = '解除', ended_on = :day, barred_until = :until
                        from chain c where a.id = c.id
                        """)
                .param("id", id)
                .param("day", act.onDate())
                .param("until", act.untilDate())
                .update();
    }

    private void update(long id, String assignment, String value) {
        database.sql("update provider.agreement set " + assignment + " where id = :id")
                .param("value", value)
                .param("id", id)
                .update();
    }

    private Standing standing(long id) {
        return database.sql("select institution, state, begins, ends from provider.agreement where id = :id for update")
                .param("id", id)
                .query(Standing.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("协议"));
    }
}
