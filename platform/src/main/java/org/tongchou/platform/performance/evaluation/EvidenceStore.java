package org.tongchou.platform.performance.evaluation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.web.Actor;

/** Evidence of self-evaluations in the database. */
@Component
public class EvidenceStore {
    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file that proves a value.
     *
     * @param id its id
     * @param indicatorId what it proves
     * @param name name as uploaded
     * @param mediaType type found in the content
     * @param size bytes
     * @param sha256 digest of the content
     * @param byName who uploaded it
     * @param at when
     */
    public record Evidence(
            long id,
            long indicatorId,
            String name,
            String mediaType,
            long size,
            String sha256,
            String byName,
            Instant at) {}

    /** Evidence with where it belongs. */
    record Found(Evidence evidence, long fileId, long evaluationId, long sheetId) {}

    /** The evidence of a self-evaluation, removed files left out. */
    public List<Evidence> of(long evaluationId) {
        return jdbc.sql("""
                        select id, indicator_id, name, media_type, size, sha256, by_name, at from performance.evidence
                        where evaluation_id = :id and removed_at is null order by id""")
                .param("id", evaluationId)
                .query((row, number) -> evidence(row))
                .list();
    }

    private static Evidence evidence(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Evidence(
                row.getLong("id"),
                row.getLong("indicator_id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** How many files prove each indicator. */
    Map<Long, Long> counts(long evaluationId) {
        Map<Long, Long> counts = new HashMap<>();
        of(evaluationId).forEach(file -> counts.merge(file.indicatorId(), 1L, Long::sum));
        return counts;
    }

    /** One piece of evidence, also a removed one. */
    Optional<Found> find(long id) {
        return jdbc.sql("""
                        select v.id, v.indicator_id, v.name, v.media_type, v.size, v.sha256, v.by_name, v.at, v.file_id,
                            v.evaluation_id, e.sheet_id
                        from performance.evidence v join performance.evaluation e on e.id = v.evaluation_id
                        where v.id = :id and v.removed_at is null""")
                .param("id", id)
                .query((row, number) -> new Found(
                        evidence(row), row.getLong("file_id"), row.getLong("evaluation_id"), row.getLong("sheet_id")))
                .optional();
    }

    long add(Actor actor, OffsetDateTime at, long evaluationId, long indicatorId, StoredFile file) {
        return jdbc.sql("""
                        insert into performance.evidence (evaluation_id, indicator_id, file_id, name, media_type, size,
                            sha256, by_id, by_name, at)
                        values (:evaluation, :indicator, :file, :name, :type, :size, :sha256, :by, :byName, :at)
                        returning id""")
                .param("evaluation", evaluationId)
                .param("indicator", indicatorId)
                .param("file", file.id())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("by", actor.userId())
                .param("byName", actor.displayName())
                .param("at", at)
                .query(Long.class)
                .single();
    }

    void remove(Actor actor, OffsetDateTime at, long id) {
        jdbc.sql("update performance.evidence set removed_by = :by, removed_at = :at where id = :id")
                .param("by", actor.displayName())
                .param("at", at)
                .param("id", id)
                .update();
    }
}
