package org.tongchou.platform.disclosure.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.check.Supplement;
import org.tongchou.accounts.compare.Party;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.Fact;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.report.Summary;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The analysed documents in the database. Written once, read in parts. */
@Repository
public class Documents {
    private static final int BATCH = 500;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final JdbcTemplate batches;

    Documents(JdbcClient sql, JdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    /** Stores an audit; joins the caller's transaction. */
    @Transactional
    public long store(AuditedFile audited) {
        Audit audit = audited.audit();
        AccountsDocument document = audit.document();
        DocumentMeta meta = document.meta();
        Summary summary = Summary.of(audit);
        Views views = new Views(audit);
        Map<String, Object> values = new HashMap<>();
        values.put("file", audited.path());
        values.put("title", summary.title());
        values.put("region", meta.region());
        values.put("bureau", meta.bureau());
        values.put("year", meta.year());
        values.put("kind", meta.kind() == null ? null : meta.kind().name());
        values.put("unit", Summary.unit(meta));
        values.put("staff", new Party(summary.title(), document).staff());
        values.put("usable", summary.usable());
        values.put("verdict", summary.verdict());
        values.put(
                "supplement",
                String.join(
                        "；",
                        audit.supplements().stream().map(Supplement::summary).toList()));
        values.put("tables", summary.tables());
        values.put("facts", summary.facts());
        values.put("narrative", summary.narrative());
        values.put("pass", summary.pass());
        values.put("fail", summary.fail());
        values.put("warn", summary.warn());
        values.put("skip", summary.skip());
        values.put("problems", summary.problems());
        values.put("view_units", json(meta.units()));
        values.put("view_tables", json(views.tables()));
        values.put("view_findings", json(views.findings()));
        values.put("view_skipped", json(views.findings(Outcome.SKIP)));
        values.put("view_passed", json(views.findings(Outcome.PASS)));
        values.put("view_sentences", json(views.sentences()));
        values.put("view_listings", json(views.listings()));
        values.put("view_problems", json(views.problems()));
        values.put("model", json(ComparableDocument.of(document)));
        long id = sql.sql("""
                insert into disclosure.document (file_name, title, region, bureau, year, kind, unit, staff, usable,
                    verdict, supplement, tables, facts, narrative, pass, fail, warn, skip, problems, view_units,
                    view_tables, view_findings, view_skipped, view_passed, view_sentences, view_listings,
                    view_problems, model)
                values (:file, :title, :region, :bureau, :year, :kind, :unit, :staff, :usable, :verdict, :supplement,
                    :tables, :facts, :narrative, :pass, :fail, :warn, :skip, :problems, :view_units::json,
                    :view_tables::json, :view_findings::json, :view_skipped::json, :view_passed::json,
                    :view_sentences::json, :view_listings::json, :view_problems::json, :model::json)
                returning id
                """).params(values).query(Long.class).single();
        storeFacts(id, document);
        return id;
    }

    private void storeFacts(long id, AccountsDocument document) {
        Map<String, Map<String, String>> roles = new HashMap<>();
        for (Table table : document.tables()) {
            Map<String, String> columns = roles.computeIfAbsent(table.topic(), key -> new HashMap<>());
            for (Column column : table.columns()) {
                columns.putIfAbsent(column.name(), column.role());
            }
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Fact fact : document.facts()) {
            rows.add(new @Nullable Object[] {
                id,
                rows.size(),
                clean(fact.topic()),
                fact.side() == null ? null : fact.side().printed(),
                fact.code(),
                clean(fact.name()),
                clean(fact.column()),
                roles.getOrDefault(fact.topic(), Map.of()).getOrDefault(fact.column(), ""),
                fact.amount().fen(),
                fact.printedUnit().printed(),
                fact.place().label()
            });
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.batchUpdate("""
                    insert into disclosure.fact (document_id, position, topic, side, code, name, column_name,
                        column_role, fen, printed_unit, place) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    /** PostgreSQL takes no NUL in text; readers leave none in what they recognise, but a name may come from anywhere. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private static String json(Object value) {
        return MAPPER.writeValueAsString(value).replace("\\u0000", "");
    }

    /** Removes a document with its facts. */
    public void remove(long id) {
        sql.sql("delete from disclosure.document where id = :id")
                .param("id", id)
                .update();
    }

    /** What it is and what its audit came to. */
    public DocumentSummary summary(long id) {
        return sql.sql("""
                        select id, file_name, title, region, bureau, year, kind, unit, staff, view_units::text units,
                            usable, verdict, supplement, tables, facts, narrative, pass, fail, warn, skip, problems
                        from disclosure.document where id = :id
                        """)
                .param("id", id)
                .query((row, number) -> new DocumentSummary(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getString("title"),
                        row.getString("region"),
                        row.getString("bureau"),
                        row.getObject("year", Integer.class),
                        row.getString("kind") == null
                                ? null
                                : DocumentKind.valueOf(row.getString("kind")).printed(),
                        row.getString("unit"),
                        row.getObject("staff", Integer.class),
                        MAPPER.readValue(row.getString("units"), new TypeReference<>() {}),
                        row.getBoolean("usable"),
                        row.getString("verdict"),
                        row.getString("supplement"),
                        new DocumentSummary.Counts(
                                row.getInt("tables"),
                                row.getInt("facts"),
                                row.getInt("narrative"),
                                row.getInt("pass"),
                                row.getInt("fail"),
                                row.getInt("warn"),
                                row.getInt("skip"),
                                row.getInt("problems"))))
                .optional()
                .orElseThrow(() -> Refusal.notFound("这份文件"));
    }

    /** Everything that a page shows of it at once. */
    public DocumentView view(long id) {
        return new DocumentView(
                summary(id),
                read(id, Part.TABLES, new TypeReference<>() {}),
                findings(id, null),
                read(id, Part.SENTENCES, new TypeReference<>() {}),
                read(id, Part.LISTINGS, new TypeReference<>() {}),
                read(id, Part.PROBLEMS, new TypeReference<>() {}));
    }

    /** Its findings: broken and unusual relations when nothing is said, else those with the outcome PASS or SKIP. */
    public List<FindingView> findings(long id, @Nullable String outcome) {
        Part part = outcome == null || outcome.isEmpty()
                ? Part.FINDINGS
                : switch (outcome) {
                    case "PASS" -> Part.PASSED;
                    case "SKIP" -> Part.SKIPPED;
                    default -> throw Refusal.field("E-DIS-001", "结果", outcome, "PASS（相符）或 SKIP（未查）；不填为不符和提示");
                };
        return read(id, part, new TypeReference<>() {});
    }

    /** The document as comparison takes it. */
    public AccountsDocument comparable(long id) {
        return read(id, Part.MODEL, new TypeReference<ComparableDocument>() {}).document();
    }

    private <T> T read(long id, Part part, TypeReference<T> type) {
        String text = sql.sql(part.query)
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这份文件"));
        return MAPPER.readValue(text, type);
    }

    /** The parts that are read by themselves. */
    private enum Part {
        TABLES("select view_tables::text from disclosure.document where id = :id"),
        FINDINGS("select view_findings::text from disclosure.document where id = :id"),
        SKIPPED("select view_skipped::text from disclosure.document where id = :id"),
        PASSED("select view_passed::text from disclosure.document where id = :id"),
        SENTENCES("select view_sentences::text from disclosure.document where id = :id"),
        LISTINGS("select view_listings::text from disclosure.document where id = :id"),
        PROBLEMS("select view_problems::text from disclosure.document where id = :id"),
        MODEL("select model::text from disclosure.document where id = :id");

        private final String query;

        Part(String query) {
            this.query = query;
        }
    }
}
