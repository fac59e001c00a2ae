package org.tongchou.platform.enrolment.act;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.web.Refusal;

/**
 * Takes an act back: rows that it put on file are cancelled, rows that it changed are as before. Refused when something
 * has changed them since: what came later is undone first.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Undo {
    /** The tables of people with the columns that acts change, in the order in which rows depend on each other. */
    private static final Map<String, String> COLUMNS = Map.of(
            "person",
            "name, certificate_type, certificate_hash, certificate_sealed, certificate_masked, sex, born, died, county,"
                    + " household_id, relation, guardian_id, phone_sealed, phone_masked, merged_into, cancelled",
            "enrolment",
            "person_id, to_day, end_reason, cancelled",
            "identity",
            "person_id, to_day, end_reason, cancelled",
            "credited",
            "person_id, cancelled",
            "transfer",
            "person_id, cancelled",
            "employer",
            "code, name, kind, county, registered, closed");

    private static final List<String> MADE = List.of("transfer", "credited", "identity", "enrolment", "person");

    private final JdbcClient database;
    private final Writer writer;

    Undo(JdbcClient database, Writer writer) {
        this.database = database;
        this.writer = writer;
    }

    private record Change(long id, String source) {}

    /**
     * Takes an act back under another.
     *
     * @param act what is taken back
     * @param by the act that takes it back
     */
    public void undo(long act, long by) {
        writer.under(by);
        undo(act);
        database.sql("update enrolment.act set undone_by = :by where id = :id")
                .param("by", by)
                .param("id", act)
                .update();
        database.sql("update enrolment.act set undoes = :id where id = :by")
                .param("by", by)
                .param("id", act)
                .update();
    }

    private void undo(long act) {
        for (String table : MADE) {
            if (changedSince(table, act)) {
                throw later();
            }
            database.sql("update enrolment." + table + " set cancelled = true where act_id = :act and not cancelled")
                    .param("act", act)
                    .update();
        }
        database.sql("select id, source from enrolment.history where act_id = :act order by id desc")
                .param("act", act)
                .query(Change.class)
                .list()
                .forEach(this::restore);
    }

    /** Whether a row that the act made is no longer as the act left it. */
    private boolean changedSince(String table, long act) {
        return database.sql("select exists (select 1 from enrolment." + table + """
                         t cross join lateral (select before from enrolment.history h
                            where h.source = :table and h.row_id = t.id order by h.id limit 1) as first
                        where t.act_id = :act and to_jsonb(t) <> first.before)""")
                .param("table", table)
                .param("act", act)
                .query(Boolean.class)
                .single();
    }

    /** Gives a row the content that it had before a change. */
    private void restore(Change change) {
        String columns = COLUMNS.get(change.source());
        if (columns == null) {
            throw new IllegalStateException("not to be undone: " + change.source());
        }
        String table = "enrolment." + change.source();
        int rows = database.sql("update " + table + " t set (" + columns + ") = (select " + columns
                        + " from jsonb_populate_record(null::" + table + ", h.before)) from enrolment.history h"
                        + " where h.id = :id and t.id = h.row_id and to_jsonb(t) = h.after")
                .param("id", change.id())
                .update();
        if (rows == 0) {
            throw later();
        }
    }

    private static Refusal later() {
        return Refusal.conflict("E-ENR-406", "此后又有办理改动了同一档案，请先撤销后来的办理");
    }
}
