package org.tongchou.platform.disclosure.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.write.Format;
import org.tongchou.platform.disclosure.analysis.DocumentSummary.Counts;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** The publications in the database. */
@Repository
public class PublicationStore {
    private static final String ROW = """
            select p.id, p.slug, p.title, p.region, p.bureau, p.unit_id, p.year, p.kind, p.number, p.approved_on,
                p.published_on, p.state, p.replaced_by, p.replaces, p.origin, p.source_title, p.source_note,
                p.withdrawn_reason, p.withdrawn_at, p.document_id, p.version, d.tables, d.facts, d.narrative, d.pass,
                d.fail, d.warn, d.skip, d.problems
            from disclosure.publication p left join disclosure.document d on d.id = p.document_id
            """;
    private static final String WHERE = """
            where (:pattern::text is null or p.title ilike :pattern or p.bureau ilike :pattern or p.region ilike :pattern)
              and (:region::text is null or p.region = :region)
              and (:year::int is null or p.year = :year)
              and (:kind::text is null or p.kind = :kind)
              and case :state
                    when 'published' then p.state = 'published' and p.replaced_by is null
                    when 'replaced' then p.state = 'published' and p.replaced_by is not null
                    when 'withdrawn' then p.state = 'withdrawn'
                    else true end
            """;
    private static final Map<String, String> SORTABLE = Map.of(
            "title", "p.title",
            "region", "p.region",
            "bureau", "p.bureau",
            "year", "p.year",
            "kind", "p.kind",
            "publishedOn", "p.published_on",
            "fail", "d.fail",
            "warn", "d.warn");
    private static final String USUAL = "p.year desc, p.region, p.kind, p.number desc, p.id";

    private final JdbcClient sql;

    PublicationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One page of those that match. */
    public Page<PublicationRow> list(Filter filter, PageQuery page) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("pattern", filter.pattern());
        values.put("region", filter.region());
        values.put("year", filter.year());
        values.put("kind", filter.storedKind());
        values.put("state", filter.wantedState());
        long total = sql.sql("select count(*) from disclosure.publication p " + WHERE)
                .params(values)
                .query(Long.class)
                .single();
        values.put("rows", page.rows());
        values.put("offset", page.offset());
        List<PublicationRow> rows = sql.sql(ROW + WHERE + page.orderBy(SORTABLE, USUAL) + " limit :rows offset :offset")
                .params(values)
                .query(PublicationStore::row)
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    /** One by its id. */
    public Optional<PublicationRow> find(long id) {
        return sql.sql(ROW + " where p.id = :id")
                .param("id", id)
                .query(PublicationStore::row)
                .optional();
    }

    /** One by its address. */
    public Optional<PublicationRow> find(String slug) {
        return sql.sql(ROW + " where p.slug = :slug")
                .param("slug", slug)
                .query(PublicationStore::row)
                .optional();
    }

    /** The regions that have published anything. */
    public List<String> regions() {
        return sql.sql("select distinct region from disclosure.publication order by region")
                .query(String.class)
                .list();
    }

    /** The years that anything is published for, latest first. */
    public List<Integer> years() {
        return sql.sql("select distinct year from disclosure.publication order by year desc")
                .query(Integer.class)
                .list();
    }

    /** The files of a publication, in the order of {@link Format}. */
    public List<PublicationFile> files(long id) {
        return sql.sql("""
                        select format, file_id, size, sha256, sm3 from disclosure.publication_file
                        where publication_id = :id
                        order by array_position(array['DOCX', 'XLSX', 'PDF', 'HTML'], format)
                        """)
                .param("id", id)
                .query((row, number) -> new PublicationFile(
                        Format.valueOf(row.getString("format")).extension(),
                        row.getLong("file_id"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getString("sm3")))
                .list();
    }

    /**
     * What stands for this unit, year and kind, locked until the end of the transaction; empty for a first
     * publication.
     */
    Optional<PublicationRow> findStanding(NewEntry entry) {
        return sql.sql(ROW + """
                         where p.region = :region and p.bureau = :bureau and p.unit_id = :unit and p.year = :year
                            and p.kind = :kind and p.replaced_by is null
                         for update of p
                        """)
                .param("region", entry.region())
                .param("bureau", entry.bureau())
                .param("unit", entry.unitId())
                .param("year", entry.year())
                .param("kind", entry.kind().name())
                .query(PublicationStore::row)
                .optional();
    }

    /** Adds a publication. */
    long add(NewEntry entry, @Nullable Long replaces, String by) {
        long id = sql.sql("""
                        insert into disclosure.publication (slug, title, region, bureau, unit_id, year, kind, number,
                            approved_on, published_on, origin, source_title, source_note, replaces, published_by)
                        values (:slug, :title, :region, :bureau, :unit, :year, :kind, :number, :approved, :published,
                            :origin, :sourceTitle, :sourceNote, :replaces, :by)
                        returning id
                        """)
                .param("slug", entry.slug())
                .param("title", entry.title())
                .param("region", entry.region())
                .param("bureau", entry.bureau())
                .param("unit", entry.unitId())
                .param("year", entry.year())
                .param("kind", entry.kind().name())
                .param("number", entry.number())
                .param("approved", entry.approvedOn())
                .param("published", entry.publishedOn())
                .param("origin", entry.origin())
                .param("sourceTitle", entry.sourceTitle())
                .param("sourceNote", entry.sourceNote())
                .param("replaces", replaces)
                .param("by", by)
                .query(Long.class)
                .single();
        if (replaces != null) {
            sql.sql("""
                    update disclosure.publication set replaced_by = :id, version = version + 1 where id = :replaces
                    """).param("id", id).param("replaces", replaces).update();
        }
        return id;
    }

    /** Adds a file of a publication. */
    void addFile(long id, Format format, PublicationFile file) {
        sql.sql("""
                        insert into disclosure.publication_file (publication_id, format, file_id, size, sha256, sm3)
                        values (:id, :format, :file, :size, :sha256, :sm3)
                        """)
                .param("id", id)
                .param("format", format.name())
                .param("file", file.fileId())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("sm3", file.sm3())
                .update();
    }

    /** Notes which job analyses it. */
    void noteJob(long id, long job) {
        sql.sql("update disclosure.publication set job_id = :job where id = :id")
                .param("id", id)
                .param("job", job)
                .update();
    }

    /** Notes its analysis; false when it had one already. */
    boolean noteDocument(long id, long document) {
        return sql.sql("""
                        update disclosure.publication set document_id = :document
                        where id = :id and document_id is null
                        """).param("id", id).param("document", document).update() == 1;
    }

    /** Withdraws it; false when somebody changed it meanwhile. */
    boolean withdraw(long id, int version, String reason, String by) {
        return sql.sql("""
                        update disclosure.publication
                        set state = 'withdrawn', withdrawn_reason = :reason, withdrawn_by = :by, withdrawn_at = now(),
                            version = version + 1
                        where id = :id and version = :version and state = 'published'
                        """)
                        .param("id", id)
                        .param("version", version)
                        .param("reason", reason)
                        .param("by", by)
                        .update()
                == 1;
    }

    private static PublicationRow row(ResultSet row, int number) throws SQLException {
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
        return new PublicationRow(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("region"),
                row.getString("bureau"),
                row.getLong("unit_id"),
                row.getInt("year"),
                DocumentKind.valueOf(row.getString("kind")).printed(),
                row.getInt("number"),
                row.getObject("approved_on", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getString("state"),
                row.getObject("replaced_by", Long.class),
                row.getObject("replaces", Long.class),
                row.getString("origin"),
                row.getString("source_title"),
                row.getString("source_note"),
                row.getString("withdrawn_reason"),
                row.getObject("withdrawn_at", OffsetDateTime.class),
                row.getObject("document_id", Long.class),
                counts,
                row.getInt("version"));
    }
}
