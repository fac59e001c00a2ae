package org.tongchou.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.RequestId;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries to {@code audit.entry}. */
@Service
class StoredAuditLog implements AuditLog {
    private static final String INSERT = """
            insert into audit.entry (user_id, user_name, display_name, unit_id, unit_name, action, object_type,
                object_id, outcome, summary, before, after, client, trace)
            values (:userId, :userName, :displayName, :unitId, :unitName, :action, :objectType,
                :objectId, :outcome, :summary, :before::jsonb, :after::jsonb, :client, :trace)
            """;

    private static final String INSERT_ALL = """
            insert into audit.entry (user_id, user_name, display_name, unit_id, unit_name, action, object_type,
                object_id, outcome, summary, after, client, trace)
            select :userId, :userName, :displayName, :unitId, :unitName, :action, :objectType,
                object_id, 'done', summary, after::jsonb, :client, :trace
            from unnest(:objectIds::text[], :summaries::text[], :afters::text[]) as act (object_id, summary, after)
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final UnitNames units;

    StoredAuditLog(JdbcClient database, JsonMapper json, UnitNames units) {
        this.database = database;
        this.json = json;
        this.units = units;
    }

    @Override
    @Transactional
    public void record(
            Actor actor,
            String action,
            String objectType,
            String objectId,
            String summary,
            @Nullable Map<String, ?> before,
            @Nullable Map<String, ?> after) {
        write(actor, action, objectType, objectId, "done", summary, before, after);
    }

    @Override
    @Transactional
    public void record(Actor actor, String action, String objectType, List<Done> acts) {
        by(actor, INSERT_ALL)
                .param("action", action)
                .param("objectType", objectType)
                .param("objectIds", acts.stream().map(Done::objectId).toArray(String[]::new))
                .param("summaries", acts.stream().map(Done::summary).toArray(String[]::new))
                .param("afters", acts.stream().map(act -> text(act.after())).toArray(String[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Actor actor, String action, String objectType, String objectId, String summary) {
        write(actor, action, objectType, objectId, "refused", summary, null, null);
    }

    private void write(
            Actor actor,
            String action,
            String objectType,
            String objectId,
            String outcome,
            String summary,
            @Nullable Map<String, ?> before,
            @Nullable Map<String, ?> after) {
        by(actor, INSERT)
                .param("action", action)
                .param("objectType", objectType)
                .param("objectId", objectId)
                .param("outcome", outcome)
                .param("summary", summary)
                .param("before", text(before))
                .param("after", text(after))
                .update();
    }

    private JdbcClient.StatementSpec by(Actor actor, String sql) {
        return database.sql(sql)
                .param("userId", actor.userId())
                .param("userName", actor.userName())
                .param("displayName", actor.displayName())
                .param("unitId", actor.unitId())
                .param("unitName", actor.unitId() == 0 ? "" : units.nameOf(actor.unitId()))
                .param("client", client())
                .param("trace", Optional.ofNullable(MDC.get(RequestId.KEY)).orElse(""));
    }

    private @Nullable String text(@Nullable Map<String, ?> state) {
        return state == null ? null : json.writeValueAsString(state);
    }

    private static String client() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }
}
