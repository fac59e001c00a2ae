package org.tongchou.platform.disclosure.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.disclosure.analysis.DocumentSummary.Counts;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** The uploads in the database. */
@Repository
class UploadStore {
    private static final String ROW = """
            select u.id, u.file_name, u.size, u.sha256, u.user_id, u.user_name, u.unit_id, u.state, u.step, u.message,
                u.error_code, u.document_id, u.uploaded_at, u.finished_at, d.title, d.verdict, d.tables, d.facts,
                d.narrative, d.pass, d.fail, d.warn, d.skip, d.problems
            from disclosure.upload u left join disclosure.document d on d.id = u.document_id
            """;
    private static final String WHERE = """
            where u.state <> 'removed'
              and (u.user_id = :user or (:everybody and (:allUnits or u.unit_id = any(:units))))
              and (:pattern::text is null or u.file_name ilike :pattern or d.title ilike :pattern)
            """;
    private static final Map<String, String> SORTABLE = Map.of(
            "fileName", "u.file_name",
            "uploadedAt", "u.uploaded_at",
            "userName", "u.user_name",
            "fail", "d.fail",
            "warn", "d.warn");

    private final JdbcClient sql;

    UploadStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One page of what this person may see. */
    Page<UploadRow> list(Actor actor, boolean everybody, @Nullable String pattern, PageQuery page) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("user", actor.userId());
        values.put("everybody", everybody);
        values.put("allUnits", actor.allUnits());
        values.put("units", actor.unitIds().toArray(Long[]::new));
        values.put("pattern", pattern);
        long total = sql.sql("""
                        select count(*) from disclosure.upload u
                            left join disclosure.document d on d.id = u.document_id
                        """ + WHERE).params(values).query(Long.class).single();
        values.put("rows", page.rows());
        values.put("offset", page.offset());
        return new Page<>(
                sql.sql(ROW + WHERE + page.orderBy(SORTABLE, "u.id desc") + " limit :rows offset :offset")
                        .params(values)
                        .query(UploadStore::row)
                        .list(),
                total,
                page.number(),
                page.rows());
    }

    Optional<UploadRow> find(long id) {
        return sql.sql(ROW + " where u.id = :id and u.state <> 'removed'")
                .param("id", id)
                .query(UploadStore::row)
                .optional();
    }

    long add(Actor actor, StoredFile file) {
        return sql.sql("""
                        insert into disclosure.upload (user_id, user_name, unit_id, file_id, file_name, size, sha256)
                        values (:user, :name, :unit, :file, :fileName, :size, :sha256)
                        returning id
                        """)
                .param("user", actor.userId())
                .param("name", actor.displayName())
                .param("unit", actor.unitId())
                .param("file", file.id())
                .param("fileName", file.name())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .query(Long.class)
                .single();
    }

    void noteJob(long id, long job) {
        sql.sql("update disclosure.upload set job_id = :job where id = :id")
                .param("id", id)
                .param("job", job)
                .update();
    }

    /** Notes how far the audit is, unless the upload was removed or is done. */
    void noteStep(long id, int step, String message) {
        sql.sql("""
                        update disclosure.upload set state = 'running', step = :step, message = :message, error_code = null, finished_at = null
                        where id = :id and state in ('queued', 'running', 'failed')
                        """)
                .param("id", id)
                .param("step", step)
                .param("message", message)
                .update();
    }

    /** Notes the end of the audit; false when the upload was removed or had ended before. */
    boolean noteEnd(
            long id, @Nullable Long document, @Nullable String code, String message, Map<Report, Long> reports) {
        return sql.sql("""
                        update disclosure.upload
                        set state = case when :code::text is null then 'done' else 'failed' end, step = 4,
                            error_code = :code, message = :message, document_id = :document, report_html = :html,
                            report_xlsx = :xlsx, report_json = :json, finished_at = now()
                        where id = :id and state in ('queued', 'running', 'failed')
                        """)
                        .param("id", id)
                        .param("code", code)
                        .param("message", message)
                        .param("document", document)
                        .param("html", reports.get(Report.HTML))
                        .param("xlsx", reports.get(Report.XLSX))
                        .param("json", reports.get(Report.JSON))
                        .update()
                == 1;
    }

    /** The stored file that was uploaded. */
    long fileId(long id) {
        return sql.sql("select file_id from disclosure.upload where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** The stored file of a report; empty when there is none. */
    Optional<Long> reportId(long id, Report report) {
        return sql.sql("""
                        select case :report when 'HTML' then report_html when 'XLSX' then report_xlsx
                            else report_json end
                        from disclosure.upload where id = :id
                        """)
                .param("id", id)
                .param("report", report.name())
                .query(Long.class)
                .optional();
    }

    /** The stored files of an upload: itself and its reports. */
    List<Long> storedFiles(long id) {
        return sql.sql("""
                        select stored from disclosure.upload,
                            unnest(array[file_id, report_html, report_xlsx, report_json]) stored
                        where id = :id and stored is not null
                        """).param("id", id).query(Long.class).list();
    }

    /** Leaves only the name and forgets everything else. */
    void remove(long id) {
        sql.sql("""
                        update disclosure.upload
                        set state = 'removed', document_id = null, report_html = null, report_xlsx = null,
                            report_json = null, message = ''
                        where id = :id
                        """).param("id", id).update();
    }

    private static UploadRow row(ResultSet row, int number) throws SQLException {
        Integer tables = row.getObject("tables", Integer.class);
        Counts counts = tables == null
                ? null
                : new Counts(
                        tables,
                        row.getInt("facts"),
                        row.getInt("narrative"),
                        row.getInt("pass"),
                        row.getInt("fail"),
                        row.getInt("warn"),
                        row.getInt("skip"),
                        row.getInt("problems"));
        return new UploadRow(
                row.getLong("id"),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getLong("user_id"),
                row.getString("user_name"),
                row.getLong("unit_id"),
                row.getString("state"),
                row.getInt("step"),
                row.getString("message"),
                row.getString("error_code"),
                row.getString("title"),
                row.getString("verdict"),
                counts,
                row.getObject("document_id", Long.class),
                row.getObject("uploaded_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class));
    }
}
