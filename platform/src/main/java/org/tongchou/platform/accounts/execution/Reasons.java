package org.tongchou.platform.accounts.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** The reasons given for warnings. */
@Service
class Reasons {
    private final JdbcClient database;
    private final Books books;
    private final Limits limits;
    private final AuditLog audit;

    Reasons(JdbcClient database, Books books, Limits limits, AuditLog audit) {
        this.database = database;
        this.books = books;
        this.limits = limits;
        this.audit = audit;
    }

    /**
     * A reason that is typed in.
     *
     * @param bookId the book
     * @param unitId the unit
     * @param projectId the project; 0 for the unit as a whole
     * @param code code of the limit
     * @param reason the reason
     * @param version the version that was seen; 0 when there was none
     */
    record Request(
            @Nullable Long bookId,
            @Nullable Long unitId,
            @Nullable Long projectId,
            @Nullable String code,
            @Nullable String reason,
            @Nullable Integer version) {}

    private record Key(String code, long unitId, long projectId) {}

    private record Stored(String reason, int version, String updatedBy) {}

    /** The warnings with the reasons that were given. */
    List<Warning> fill(Book book, List<Warning> warnings) {
        Map<Key, Stored> given = new HashMap<>();
        database.sql("""
                        select code, unit_id, project_id, reason, version, updated_by from accounts.execution_reason
                        where book_id = :book
                        """).param("book", book.id()).query(row -> {
            given.put(
                    new Key(row.getString(1), row.getLong(2), row.getLong(3)),
                    new Stored(row.getString(4), row.getInt(5), row.getString(6)));
        });
        return warnings.stream()
                .map(warning -> {
                    Stored reason = given.get(new Key(warning.code(), warning.unitId(), warning.projectId()));
                    return reason == null
                            ? warning
                            : warning.because(reason.reason(), reason.version(), reason.updatedBy());
                })
                .toList();
    }

    /** Gives a reason, or a better one. */
    @Transactional
    void give(Actor actor, Request request) {
        Book book = books.get(actor, Given.required("账套", request.bookId()));
        long unit = Given.required("单位", request.unitId());
        books.mustContain(actor, book, unit);
        long project = Given.required("项目", request.projectId());
        String code = Given.text(request.code());
        Limit limit = limits.byCode().get(code);
        if (limit == null) {
            throw Refusal.notFound("预警界限");
        }
        int seen = request.version() == null ? 0 : request.version();
        int changed = database.sql("""
                        insert into accounts.execution_reason as r (book_id, unit_id, project_id, code, reason, updated_by)
                        select :book, :unit, :project, :code, :reason, :who
                        where :project = 0 or exists (
                            select from accounts.project where id = :project and book_id = :book and unit_id = :unit)
                        on conflict (book_id, unit_id, project_id, code) do update
                            set reason = excluded.reason, updated_by = excluded.updated_by, updated_at = now(),
                                version = r.version + 1
                            where r.version = :version
                        """)
                .param("book", book.id())
                .param("unit", unit)
                .param("project", project)
                .param("code", code)
                .param("reason", Given.requiredLine("原因", request.reason(), 500))
                .param("who", actor.displayName())
                .param("version", seen)
                .update();
        if (changed == 0) {
            throw database.sql("""
                            select id from accounts.execution_reason
                            where book_id = :book and unit_id = :unit and project_id = :project and code = :code
                            """)
                    .param("book", book.id())
                    .param("unit", unit)
                    .param("project", project)
                    .param("code", code)
                    .query(Long.class)
                    .optional()
                    .map(id -> books.changedMeanwhile("accounts.execution_reason", id, "预警原因"))
                    .orElseGet(() -> Refusal.notFound("该单位的这个项目"));
        }
        audit.record(
                actor,
                "accounts.execution.explain",
                "accounts.book",
                Long.toString(book.id()),
                "说明执行进度预警“" + limit.name() + "”",
                null,
                Map.of("unitId", unit, "projectId", project, "code", code, "reason", Given.text(request.reason())));
    }
}
