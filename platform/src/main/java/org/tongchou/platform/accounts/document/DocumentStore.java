package org.tongchou.platform.accounts.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.write.Format;
import org.tongchou.platform.accounts.document.DocumentVersion.State;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Documents and versions in the database. */
@Repository
class DocumentStore {
    private static final String VERSION_COLUMNS = """
            id, document_id, number, state, correction_reason, submitted_by, approved_on, approval_number, due_on,
            publishing_job, to_char(published_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as published,
            version, updated_by, to_char(updated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as updated
            """;

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A document that the actor may see; refuses with 404 when there is none. */
    Document get(Actor actor, long id) {
        Document document = jdbc.sql("select * from accounts.document where id = :id")
                .param("id", id)
                .query((row, at) -> document(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("这份预决算文档"));
        if (!actor.sees(document.unitId())) {
            throw Refusal.notFound("这份预决算文档");
        }
        return document;
    }

    Optional<Document> find(long unitId, int year, DocumentKind kind) {
        return jdbc.sql("select * from accounts.document where unit_id = :unit and year = :year and kind = :kind")
                .param("unit", unitId)
                .param("year", year)
                .param("kind", kind.printed())
                .query((row, at) -> document(row))
                .optional();
    }

    long insert(Document document, String by) {
        return jdbc.sql("""
                        insert into accounts.document
                            (unit_id, year, kind, rolled_up, money_unit, blank_zeros, three_public_base, created_by)
                        values (:unit, :year, :kind, :rolled, :money, :blank, :base, :by)
                        on conflict do nothing returning id
                        """)
                .param("unit", document.unitId())
                .param("year", document.year())
                .param("kind", document.kind().printed())
                .param("rolled", document.rolledUp())
                .param("money", document.moneyUnit())
                .param("blank", document.blankZeros())
                .param("base", document.threePublicBase())
                .param("by", by)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("E-DOC-001", "该单位的" + document.title() + "已经建立，请在列表中打开"));
    }

    long insertVersion(long documentId, int number, String correctionReason, String by) {
        return jdbc.sql("""
                        insert into accounts.document_version (document_id, number, correction_reason, updated_by)
                        values (:document, :number, :reason, :by) returning id
                        """)
                .param("document", documentId)
                .param("number", number)
                .param("reason", correctionReason)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** All versions, the latest first. */
    List<DocumentVersion> versions(long documentId) {
        return jdbc.sql("select " + VERSION_COLUMNS
                        + " from accounts.document_version where document_id = :id order by number desc")
                .param("id", documentId)
                .query((row, at) -> version(row))
                .list();
    }

    /** The version of this number, or the latest when there is no number. */
    DocumentVersion version(long documentId, @Nullable Integer number) {
        return versions(documentId).stream()
                .filter(version -> number == null || version.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("第 " + number + " 版"));
    }

    DocumentVersion versionById(long id) {
        return jdbc.sql("select " + VERSION_COLUMNS + " from accounts.document_version where id = :id")
                .param("id", id)
                .query((row, at) -> version(row))
                .single();
    }

    /** The latest version, locked until the transaction ends. */
    DocumentVersion lockLatest(long documentId) {
        return jdbc.sql(
                        "select " + VERSION_COLUMNS
                                + " from accounts.document_version where document_id = :id order by number desc limit 1 for update")
                .param("id", documentId)
                .query((row, at) -> version(row))
                .single();
    }

    /** What tells the frozen content of a version from any other. */
    String digest(long versionId) {
        return jdbc.sql("select md5(snapshot::text) from accounts.document_version where id = :id")
                .param("id", versionId)
                .query(String.class)
                .single();
    }

    /** The frozen content of a version that is no draft. */
    Snapshot snapshot(long versionId) {
        return SnapshotJson.read(jdbc.sql("select snapshot::text from accounts.document_version where id = :id")
                .param("id", versionId)
                .query(String.class)
                .single());
    }

    /** What was last published of a document. */
    Optional<Snapshot> lastPublished(long unitId, int year, DocumentKind kind) {
        return jdbc.sql("""
                        select v.snapshot::text from accounts.document d join accounts.document_version v
                            on v.document_id = d.id and v.state = '已公开'
                        where d.unit_id = :unit and d.year = :year and d.kind = :kind order by v.number desc limit 1
                        """)
                .param("unit", unitId)
                .param("year", year)
                .param("kind", kind.printed())
                .query(String.class)
                .optional()
                .map(SnapshotJson::read);
    }

    /** The stored file that was published in a format; empty before. */
    Optional<Long> file(long versionId, Format format) {
        return jdbc.sql("""
                        select cast(files ->> :format as bigint) from accounts.document_version
                        where id = :id and files is not null
                        """)
                .param("format", format.extension())
                .param("id", versionId)
                .query(Long.class)
                .optional();
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getLong("id"),
                row.getLong("unit_id"),
                row.getInt("year"),
                kind(row.getString("kind")),
                row.getBoolean("rolled_up"),
                row.getString("money_unit"),
                row.getBoolean("blank_zeros"),
                row.getString("three_public_base"));
    }

    private static DocumentVersion version(ResultSet row) throws SQLException {
        return new DocumentVersion(
                row.getLong("id"),
                row.getLong("document_id"),
                row.getInt("number"),
                State.of(row.getString("state")),
                row.getString("correction_reason"),
                row.getObject("submitted_by", Long.class),
                row.getObject("approved_on", LocalDate.class),
                row.getString("approval_number"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("publishing_job", Long.class),
                row.getString("published"),
                row.getInt("version"),
                row.getString("updated_by"),
                row.getString("updated"));
    }

    /** The kind of document; refuses words that name none. */
    static DocumentKind kind(String printed) {
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind.printed().equals(printed)) {
                return kind;
            }
        }
        throw Refusal.field("E-DOC-002", "文档种类", printed, "预算或决算");
    }
}
