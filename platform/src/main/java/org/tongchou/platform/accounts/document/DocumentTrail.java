package org.tongchou.platform.accounts.document;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;

/** What was done with a version, by whom, when, with which opinion; every step stands in the audit log too. */
@Repository
class DocumentTrail {
    private final JdbcClient jdbc;
    private final AuditLog audit;

    DocumentTrail(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * One step.
     *
     * @param number number of the version
     * @param action what was done
     * @param opinion what the person said
     * @param byName who
     * @param at when
     */
    record DocumentTrailStep(int number, String action, String opinion, String byName, String at) {}

    void add(Actor actor, Document document, long versionId, String code, String action, String opinion) {
        jdbc.sql("""
                        insert into accounts.document_trail (version_id, action, opinion, by_id, by_name)
                        values (:version, :action, :opinion, :id, :name)
                        """)
                .param("version", versionId)
                .param("action", action)
                .param("opinion", opinion)
                .param("id", actor.userId())
                .param("name", actor.displayName())
                .update();
        audit.record(
                actor,
                "accounts.document." + code,
                "accounts.document",
                Long.toString(document.id()),
                action + "：" + document.title() + "（单位 " + document.unitId() + "）",
                null,
                Map.of("version", versionId, "opinion", opinion));
    }

    /** The steps of all versions, the earliest first. */
    List<DocumentTrailStep> list(long documentId) {
        return jdbc.sql("""
                        select v.number, t.action, t.opinion, t.by_name,
                            to_char(t.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
                        from accounts.document_trail t join accounts.document_version v on v.id = t.version_id
                        where v.document_id = :document order by t.id
                        """)
                .param("document", documentId)
                .query(DocumentTrailStep.class)
                .list();
    }
}
