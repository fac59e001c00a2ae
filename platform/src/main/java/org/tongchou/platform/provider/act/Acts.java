package org.tongchou.platform.provider.act;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Proposes acts and decides on them. */
@Service
public class Acts {
    /** Waits for a second person. */
    public static final String WAITING = "待复核";

    /** Detail that is sealed: kept with the act, shown nowhere. */
    public static final String SECRET = "密文";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Map<String, String> SORTABLE =
            Map.of("proposedAt", "a.proposed_at", "onDate", "a.on_date", "title", "a.title", "act", "a.kind");

    private final JdbcClient database;
    private final ObjectProvider<ActEffect> effects;
    private final Region region;
    private final AuditLog audit;
    private final JsonMapper json;

    Acts(JdbcClient database, ObjectProvider<ActEffect> effects, Region region, AuditLog audit, JsonMapper json) {
        this.database = database;
        this.effects = effects;
        this.region = region;
        this.audit = audit;
        this.json = json;
    }

    /** Does an act that one person may do, or proposes one that takes two. */
    @Transactional
    public Act propose(Actor actor, Act.Proposal proposal) {
        mustSee(actor, proposal.county());
        ActKind kind = proposal.kind();
        effect(kind).check(proposal);
        Given.line("原因", proposal.reason(), 500);
        try {
            long id = database.sql("""
                            insert into provider.act (subject, subject_id, county, title, kind, on_date, until_date, reason, details,
                                state, proposed_by, proposed_name)
                            values (:subject, :subjectId, :county, :title, :kind, :on, :until::date, :reason, :details::jsonb, :state,
                                :by, :who)
                            returning id
                            """)
                    .param("subject", kind.subject().code())
                    .param("subjectId", proposal.subjectId())
                    .param("county", proposal.county())
                    .param("title", proposal.title())
                    .param("kind", kind.name())
                    .param("on", proposal.onDate())
                    .param("until", proposal.untilDate())
                    .param("reason", proposal.reason())
                    .param("details", json.writeValueAsString(proposal.details()))
                    .param("state", kind.reviewed() ? WAITING : "已办")
                    .param("by", actor.userId())
                    .param("who", actor.displayName())
                    .query(Long.class)
                    .single();
            Act act = get(id);
            String done = kind.reviewed() ? "提出" : "";
            audit.record(
                    actor,
                    kind.action(),
                    type(act),
                    act.subjectId(),
                    done + kind.printed() + "：" + act.title(),
                    null,
                    seen(act));
            if (!kind.reviewed()) {
                effect(kind).apply(actor, act);
            }
            return act;
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-PRV-001", proposal.title() + "还有事项等待复核，请先复核或退回后再提出");
        }
    }

    /** Decides on an act that somebody else proposed; when it is approved, it takes effect. */
    @Transactional
    public Act decide(Actor actor, long id, boolean approved, @Nullable String note) {
        String said = approved ? Given.line("复核意见", note, 500) : Given.requiredLine("退回原因", note, 500);
        Act act = database.sql("select * from provider.act a where a.id = :id for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("待复核事项"));
        mustSee(actor, act.county());
        if (!act.state().equals(WAITING)) {
            throw Refusal.conflict("E-PRV-002", "这一事项已经" + act.state().substring(1) + "，不能再复核");
        }
        if (act.proposedBy() == actor.userId()) {
            throw Refusal.forbidden("不能复核自己提出的事项；请另一位协议管理人员复核");
        }
        if (approved) {
            effect(act.kind())
                    .check(new Act.Proposal(
                            act.subjectId(),
                            act.county(),
                            act.title(),
                            act.kind(),
                            act.onDate(),
                            act.untilDate(),
                            act.reason(),
                            act.details()));
        }
        database.sql("""
                        update provider.act set state = :state, decided_by = :by, decided_name = :who, decided_at = now(), note = :note
                        where id = :id
                        """)
                .param("state", approved ? "已通过" : "已退回")
                .param("by", actor.userId())
                .param("who", actor.displayName())
                .param("note", said)
                .param("id", id)
                .update();
        Act decided = get(id);
        if (approved) {
            effect(act.kind()).apply(actor, decided);
        }
        audit.record(
                actor,
                approved ? "provider.act.approve" : "provider.act.return",
                type(act),
                act.subjectId(),
                (approved ? "复核通过" : "退回") + act.act() + "：" + act.title(),
                seen(act),
                seen(decided));
        return decided;
    }

    /** The trail of something, the oldest first. */
    public List<Act> trail(ActKind.Subject subject, String subjectId) {
        return database.sql(
                        "select * from provider.act a where a.subject = :subject and a.subject_id = :id order by a.id")
                .param("subject", subject.code())
                .param("id", subjectId)
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * Acts within the actor's scope.
     *
     * @param state state; null for all
     */
    Page<Act> list(Actor actor, @Nullable String state, PageQuery page) {
        Where where = new Where()
                .and("a.county in (:counties)", "counties", counties(actor))
                .when(state, "a.state = :state", "state");
        return where.page(
                database,
                page,
                "select count(*) from provider.act a",
                "select * from provider.act a",
                page.orderBy(SORTABLE, "a.id desc"),
                (row, n) -> read(row));
    }

    /** Codes of the counties within somebody's scope; never empty, so that it fits a list of SQL. */
    public List<String> counties(Actor actor) {
        List<String> codes = region.counties(actor).stream().map(County::code).toList();
        return codes.isEmpty() ? List.of("") : codes;
    }

    /** Refuses a county that is unknown or not within the scope. */
    public void mustSee(Actor actor, String county) {
        actor.mustSee(region.county(county).unitId());
    }

    private Act get(long id) {
        return database.sql("select * from provider.act a where a.id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .single();
    }

    private ActEffect effect(ActKind kind) {
        return effects.stream()
                .filter(effect -> effect.subject() == kind.subject())
                .findFirst()
                .orElseThrow();
    }

    private static String type(Act act) {
        return "provider." + act.subject();
    }

    private static Map<String, ?> seen(Act act) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("state", act.state());
        seen.put("事项", act.act());
        seen.put("日期", act.onDate().toString());
        seen.put("截止", Objects.toString(act.untilDate(), ""));
        seen.put("reason", act.reason());
        seen.putAll(act.details());
        return seen;
    }

    private Act read(ResultSet row) throws SQLException {
        ActKind kind = ActKind.valueOf(row.getString("kind"));
        Map<String, String> details = new LinkedHashMap<>(json.readValue(row.getString("details"), TEXTS));
        String sealed = Objects.requireNonNullElse(details.remove(SECRET), "");
        return new Act(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getString("county"),
                row.getString("title"),
                kind,
                kind.printed(),
                row.getObject("on_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                row.getString("reason"),
                details,
                row.getString("state"),
                row.getLong("proposed_by"),
                row.getString("proposed_name"),
                row.getObject("proposed_at", OffsetDateTime.class),
                row.getString("decided_name"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("note"),
                sealed);
    }
}
