package org.tongchou.platform.performance.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** FormMoves forms from state to state and keeps who did what. Called within the transaction of the act. */
@Component
public class FormMoves {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int OPINION = 1000;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    FormMoves(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The kinds of form. */
    public enum Form {
        /** 绩效目标. */
        SHEET("绩效目标"),
        /** 运行监控. */
        MONITOR("运行监控"),
        /** 绩效自评. */
        EVALUATION("绩效自评"),
        /** 重点评价. */
        REVIEW("重点评价");

        private final String printed;

        Form(String printed) {
            this.printed = printed;
        }

        /** Its Chinese name. */
        public String printed() {
            return printed;
        }

        /** Its table, which is also the word in the handling trail. */
        String table() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Stand(String state, int version, String updatedBy, OffsetDateTime updatedAt) {}

    /** The handling of a form, the first step first. */
    public List<Step> trail(Form form, long id) {
        return jdbc.sql("""
                        select action, state, opinion, by_name, at from performance.step
                        where object = :form and object_id = :id order by id""")
                .param("form", form.table())
                .param("id", id)
                .query((row, number) -> new Step(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Moves a form on.
     *
     * @param title the form in a sentence, for messages and the audit log
     * @param version the version that was looked at
     */
    public void move(Actor actor, Form form, long id, String title, int version, Move move, @Nullable String opinion) {
        String said = move.opinion()
                ? Texts.needed(opinion, move.action() + "意见", OPINION)
                : Texts.text(opinion, move.action() + "意见", OPINION);
        Stand stand = lock(form, id, title);
        if (!move.from().contains(stand.state())) {
            throw Refusal.conflict(
                    "E-PER-020",
                    title + "现为“" + stand.state() + "”，不能" + move.action() + "；" + move.action() + "只用于“"
                            + String.join("”或“", move.from()) + "”");
        }
        same(stand, version, title);
        if (move.equals(Move.REVIEW)) {
            anotherPerson(actor, form, id, title);
        }
        jdbc.sql("update performance." + form.table()
                        + " set state = :to, version = version + 1, updated_by = :by, updated_at = :at where id = :id")
                .param("to", move.to())
                .param("by", actor.displayName())
                .param("at", at())
                .param("id", id)
                .update();
        step(actor, form, id, move.action(), move.to(), said);
        audit.record(
                actor,
                "performance." + form.table() + ".move",
                "performance." + form.table(),
                String.valueOf(id),
                move.action() + title + "的" + form.printed(),
                Map.of("state", stand.state()),
                Map.of("state", move.to()));
    }

    /** Whoever handed a form in does not review it. */
    private void anotherPerson(Actor actor, Form form, long id, String title) {
        boolean own = jdbc.sql("""
                        select by_id from performance.step where object = :form and object_id = :id and action = :submit
                        order by id desc limit 1""")
                .param("form", form.table())
                .param("id", id)
                .param("submit", Move.SUBMIT.action())
                .query(Long.class)
                .optional()
                .filter(by -> by == actor.userId() && by != Actor.SYSTEM.userId())
                .isPresent();
        if (own) {
            throw Refusal.forbidden(title + "是您自己提交的，不能由您审核，请由另一人审核");
        }
    }

    /** Makes sure that a form is a draft of the version that was edited, and keeps others from changing it meanwhile. */
    public void draft(Form form, long id, String title, int version) {
        Stand stand = lock(form, id, title);
        if (!stand.state().equals("草稿")) {
            throw Refusal.conflict("E-PER-021", title + "现为“" + stand.state() + "”，不能修改；需要修改的请先退回");
        }
        same(stand, version, title);
    }

    /** Keeps one step of the handling. */
    public void step(Actor actor, Form form, long id, String action, String state, String opinion) {
        jdbc.sql("""
                        insert into performance.step (object, object_id, action, state, opinion, by_id, by_name, at)
                        values (:form, :id, :action, :state, :opinion, :by, :name, :at)""")
                .param("form", form.table())
                .param("id", id)
                .param("action", action)
                .param("state", state)
                .param("opinion", opinion)
                .param("by", actor.userId())
                .param("name", actor.displayName())
                .param("at", at())
                .update();
    }

    /** Now, as the database takes it. */
    public OffsetDateTime at() {
        return OffsetDateTime.ofInstant(Instant.now(clock), clock.getZone());
    }

    private Stand lock(Form form, long id, String title) {
        return jdbc.sql("select state, version, updated_by, updated_at from performance." + form.table()
                        + " where id = :id for update")
                .param("id", id)
                .query((row, number) -> new Stand(
                        row.getString(1), row.getInt(2), row.getString(3), row.getObject(4, OffsetDateTime.class)))
                .optional()
                .orElseThrow(() -> Refusal.notFound(title));
    }

    private void same(Stand stand, int version, String title) {
        if (stand.version() != version) {
            throw changed(title, stand.updatedBy(), stand.updatedAt());
        }
    }

    /** Tells who changed something meanwhile, and when. */
    Refusal changed(String title, String who, OffsetDateTime when) {
        return Refusal.changedMeanwhile(title, who, WHEN.format(when.atZoneSameInstant(clock.getZone())));
    }
}
