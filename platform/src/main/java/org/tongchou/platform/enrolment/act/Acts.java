package org.tongchou.platform.enrolment.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.StandingChange;
import org.tongchou.platform.enrolment.act.Handler.Applying;
import org.tongchou.platform.enrolment.act.Handler.Done;
import org.tongchou.platform.enrolment.act.Handler.Draft;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** The way of every act: entered by one person, reviewed by another, done in the reviewer's transaction. */
@Service("enrolmentActs")
public class Acts {
    private static final String OBJECT = "enrolment.act";
    private static final int LONGEST_OPINION = 500;

    private final JdbcClient database;
    private final Map<ActKind, Handler<?>> handlers;
    private final PersonalSecrets secrets;
    private final JsonMapper json;
    private final Writer writer;
    private final Region region;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Acts(
            JdbcClient database,
            List<Handler<?>> handlers,
            PersonalSecrets secrets,
            JsonMapper json,
            Writer writer,
            Region region,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.database = database;
        this.handlers = handlers.stream().collect(Collectors.toMap(Handler::kind, Function.identity()));
        this.secrets = secrets;
        this.json = json;
        this.writer = writer;
        this.region = region;
        this.audit = audit;
        this.events = events;
    }

    /** What the way asks of a stored act. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Stored(
            long id,
            String kind,
            String state,
            String county,
            String summary,
            byte @Nullable [] content,
            long enteredBy,
            String enteredName) {}

    // ---- entered

    /** Enters an act; it waits for somebody else. */
    @Transactional
    public long enter(Actor actor, Form form) {
        Handler<?> handler = handlers.values().stream()
                .filter(each -> each.form().isInstance(form))
                .findFirst()
                .orElseThrow();
        Draft draft = check(handler, actor, form);
        mustNotWait(handler.kind(), draft);
        long id = database.sql("""
                        insert into enrolment.act (kind, state, person_id, subject, county, summary, effective, content, notes,
                            entered_by, entered_name)
                        values (:kind, '待复核', :person::bigint, :subject, :county, :summary, :effective, :content, :notes,
                            :who, :name)
                        returning id""")
                .param("kind", handler.kind().name())
                .param("person", draft.personId())
                .param("subject", draft.subject())
                .param("county", draft.county())
                .param("summary", draft.summary())
                .param("effective", draft.effective())
                .param("content", secrets.seal(json.writeValueAsString(form)))
                .param("notes", draft.notes().toArray(String[]::new))
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .query(Long.class)
                .single();
        audit.record(
                actor, "enrolment.act.enter", OBJECT, Long.toString(id), said("受理", handler.kind(), draft), null, null);
        return id;
    }

    private static String said(String verb, ActKind kind, Draft draft) {
        return verb + kind.word() + "：" + (kind == ActKind.EMPLOYER ? "单位" : draft.summary());
    }

    private <F extends Form> Draft check(Handler<F> handler, Actor actor, Form form) {
        return handler.check(actor, handler.form().cast(form));
    }

    private void mustNotWait(ActKind kind, Draft draft) {
        if (draft.personId() != null) {
            database.sql("""
                            select id from enrolment.act where person_id = :person and kind = :kind and state = '待复核'
                            order by id limit 1""")
                    .param("person", draft.personId())
                    .param("kind", kind.name())
                    .query(Long.class)
                    .optional()
                    .ifPresent(id -> {
                        throw Refusal.conflict("E-ENR-403", "该人员已有待复核的" + kind.word() + "（第 " + id + " 号），请先复核或撤回");
                    });
        }
    }

    // ---- handled

    /** Does what was entered; not by whom it was entered. */
    @Transactional
    public void approve(Actor actor, long id, @Nullable String opinion) {
        Stored act = waiting(actor, id);
        mustBeAnother(actor, act);
        Handler<?> handler = handlers.get(ActKind.valueOf(act.kind()));
        if (handler == null) {
            throw new IllegalStateException(act.kind());
        }
        handle(actor, act, "已办结", Given.line("复核意见", opinion, LONGEST_OPINION));
        writer.under(id);
        try {
            Draft draft = apply(handler, actor, id, form(handler, act));
            audit.record(
                    actor,
                    "enrolment.act.approve",
                    OBJECT,
                    Long.toString(id),
                    said("复核办结", handler.kind(), draft),
                    Map.of("state", "待复核"),
                    Map.of("state", "已办结"));
        } catch (DataIntegrityViolationException e) {
            throw Refusal.conflict("E-ENR-407", "受理之后档案有了变动，与本件冲突，请退回后重新受理");
        }
    }

    private <F extends Form> Draft apply(Handler<F> handler, Actor actor, long id, Form form) {
        F given = handler.form().cast(form);
        Draft draft = handler.check(actor, given);
        Done done = handler.apply(new Applying(actor, id, draft), given);
        database.sql("update enrolment.act set person_id = :person::bigint, notes = :notes where id = :id")
                .param("person", done.personId())
                .param("notes", draft.notes().toArray(String[]::new))
                .param("id", id)
                .update();
        if (done.personId() != null) {
            events.publishEvent(new StandingChange(
                    done.personId(), done.otherId(), handler.kind().name(), draft.effective(), id));
        }
        return draft;
    }

    private Form form(Handler<?> handler, Stored act) {
        byte[] content = act.content();
        if (content == null) {
            throw new IllegalStateException("act " + act.id() + " has no content");
        }
        return json.readValue(secrets.open(content), handler.form());
    }

    /** Sends an act back to whom it came from. */
    @Transactional
    public void giveBack(Actor actor, long id, @Nullable String opinion) {
        Stored act = waiting(actor, id);
        mustBeAnother(actor, act);
        close(actor, act, "已退回", "enrolment.act.return", "退回", Given.requiredLine("退回原因", opinion, LONGEST_OPINION));
    }

    /** Takes an act back before it is reviewed. */
    @Transactional
    public void withdraw(Actor actor, long id) {
        Stored act = waiting(actor, id);
        if (act.enteredBy() != actor.userId()) {
            throw Refusal.conflict("E-ENR-408", "只有受理人" + act.enteredName() + "可以撤回");
        }
        close(actor, act, "已撤回", "enrolment.act.withdraw", "撤回", "");
    }

    private void close(Actor actor, Stored act, String state, String action, String verb, String opinion) {
        handle(actor, act, state, opinion);
        audit.record(
                actor,
                action,
                OBJECT,
                Long.toString(act.id()),
                verb + ActKind.word(act.kind()),
                Map.of("state", act.state()),
                Map.of("state", state));
    }

    private void handle(Actor actor, Stored act, String state, String opinion) {
        database.sql("""
                        update enrolment.act set state = :state, handled_by = :who, handled_name = :name, handled_at = now(),
                            opinion = :opinion
                        where id = :id""")
                .param("state", state)
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .param("opinion", opinion)
                .param("id", act.id())
                .update();
    }

    private static void mustBeAnother(Actor actor, Stored act) {
        if (act.enteredBy() == actor.userId()) {
            throw Refusal.conflict("E-ENR-402", "本件由您受理，须由另一人复核");
        }
    }

    private Stored waiting(Actor actor, long id) {
        Stored act = stored(actor, id, " for update");
        if (!act.state().equals("待复核")) {
            throw Refusal.conflict("E-ENR-401", "第 " + id + " 号办理" + act.state() + "，不能再处理");
        }
        return act;
    }

    private Stored stored(Actor actor, long id, String lock) {
        Stored act = database.sql("""
                        select id, kind, state, county, summary, content, entered_by, entered_name from enrolment.act
                        where id = :id and county <> ''""" + lock)
                .param("id", id)
                .query(Stored.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("办理"));
        actor.mustSee(region.county(act.county()).unitId());
        return act;
    }

    /** What was filled in for an act; empty for imports. */
    Optional<Form> findForm(Actor actor, long id) {
        Stored act = stored(actor, id, "");
        return act.content() == null
                ? Optional.empty()
                : Optional.ofNullable(handlers.get(ActKind.valueOf(act.kind()))).map(handler -> form(handler, act));
    }
}
