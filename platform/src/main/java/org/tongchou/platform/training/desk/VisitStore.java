package org.tongchou.platform.training.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.gateway.wire.Transaction;
import org.tongchou.platform.gateway.wire.Transactions;
import org.tongchou.platform.training.HisCall;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Visits at training hospitals with their calls. */
@Component
@Transactional
class VisitStore {
    private static final int MOST = 50;

    private final Transactions transactions = Transactions.national();
    private final JdbcClient database;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;

    VisitStore(JdbcClient database, AuditLog audit, JsonMapper json, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** A visit as it is kept. */
    record Kept(
            long id,
            String institution,
            String institutionName,
            int place,
            String personName,
            String title,
            String state,
            VisitContent content,
            String madeName,
            OffsetDateTime madeAt,
            int version) {}

    long begin(
            Actor actor, String institution, String institutionName, int place, String name, String title, String use) {
        long id = database.sql("""
                        insert into training.visit (institution, institution_name, person_place, person_name, title, state, content,
                            made_by, made_name, made_at)
                        values (:institution, :institutionName, :place, :name, :title, :state, :content::jsonb, :who, :whoName,
                            :now) returning id""")
                .param("institution", institution)
                .param("institutionName", institutionName)
                .param("place", place)
                .param("name", name)
                .param("title", title)
                .param("state", VisitAct.UNREGISTERED)
                .param("content", json.writeValueAsString(VisitContent.begin(use)))
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        audit.record(
                actor,
                "training.visit.begin",
                "training.visit",
                Long.toString(id),
                "模拟医院 " + institution + " 的" + title,
                null,
                null);
        return id;
    }

    /** Takes a visit for an act; refuses when somebody was faster. */
    void take(Actor actor, Kept visit, int version, VisitAct act) {
        int rows = database.sql("update training.visit set version = version + 1 where id = :id and version = :version")
                .param("id", visit.id())
                .param("version", version)
                .update();
        if (rows == 0) {
            throw Refusal.conflict("E-TRN-004", "这次就诊正在办理另一步，或页面不是最新的；请刷新后再办");
        }
        audit.record(
                actor,
                "training.visit.act",
                "training.visit",
                Long.toString(visit.id()),
                "模拟医院就诊 " + visit.id() + " " + act,
                null,
                null);
    }

    void save(long id, String state, VisitContent content) {
        database.sql("update training.visit set state = :state, content = :content::jsonb where id = :id")
                .param("state", state)
                .param("content", json.writeValueAsString(content.identified("")))
                .param("id", id)
                .update();
    }

    void note(long id, HisCall call, String idNumber, String masked) {
        database.sql("""
                        insert into training.exchange (visit_id, infno, msgid, fault, took_micros, request, answer, called_at)
                        values (:visit, :infno, :msgid, :fault, :micros, :request, :answer, :now)""")
                .param("visit", id)
                .param("infno", call.infno())
                .param("msgid", call.msgid())
                .param("fault", call.message())
                .param("micros", call.micros())
                .param("request", call.request().replace(idNumber, masked))
                .param("answer", call.answer().replace(idNumber, masked))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Transactional(readOnly = true)
    Kept get(long id) {
        return database.sql("select * from training.visit where id = :id")
                .param("id", id)
                .query((row, number) -> kept(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("模拟就诊"));
    }

    private Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                row.getString("institution"),
                row.getString("institution_name"),
                row.getInt("person_place"),
                row.getString("person_name"),
                row.getString("title"),
                row.getString("state"),
                json.readValue(row.getString("content"), VisitContent.class),
                row.getString("made_name"),
                row.getObject("made_at", OffsetDateTime.class),
                row.getInt("version"));
    }

    @Transactional(readOnly = true)
    List<VisitView.Exchange> calls(long id) {
        return database.sql("select * from training.exchange where visit_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new VisitView.Exchange(
                        row.getString("infno"),
                        transactions
                                .find(row.getString("infno"))
                                .map(Transaction::name)
                                .orElse(""),
                        row.getString("msgid"),
                        row.getString("fault"),
                        row.getLong("took_micros"),
                        row.getString("request"),
                        row.getString("answer"),
                        row.getObject("called_at", OffsetDateTime.class)))
                .list();
    }

    @Transactional(readOnly = true)
    List<VisitView.Line> mine(Actor actor) {
        return database.sql("""
                        select id, institution_name, person_name, title, state, made_name, made_at from training.visit
                        where made_by = :who order by id desc limit :most""")
                .param("who", actor.userId())
                .param("most", MOST)
                .query(VisitView.Line.class)
                .list();
    }
}
