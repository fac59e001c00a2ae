package org.tongchou.platform.accounts.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people write into a version: reasons, lines of text, figures that nothing else gives. */
@Repository
public class Words {
    /** Why a figure changed, by key. */
    /** Why a figure changed. */
    public static final String REASON = "原因";
    /** Lines of text by section. */
    /** Lines of a section. */
    public static final String TEXT = "文字";
    /** Figures by key. */
    /** A figure that no table gives. */
    public static final String FIGURE = "补充数";

    private static final String COLUMNS =
            "kind, key, body, version, updated_by, to_char(updated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as updated_at";

    private final JdbcClient jdbc;

    Words(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One thing that somebody wrote.
     *
     * @param kind 原因, 文字 or 补充数
     * @param key key of the figure, or the section
     * @param body what was written
     * @param version for changing it; 0 when nothing was written yet
     * @param updatedBy who wrote it
     * @param updatedAt when
     */
    public record DocumentWord(String kind, String key, String body, int version, String updatedBy, String updatedAt) {}

    /**
     * A change of something written.
     *
     * @param kind 原因, 文字 or 补充数
     * @param key key of the figure, or the section
     * @param before what was there
     * @param after what was put there
     * @param changedBy by whom
     * @param changedAt when
     */
    record DocumentWordChange(
            String kind, String key, String before, String after, String changedBy, String changedAt) {}

    List<DocumentWord> list(long versionId) {
        return jdbc.sql("select " + COLUMNS
                        + " from accounts.document_words where version_id = :version order by kind, key")
                .param("version", versionId)
                .query(DocumentWord.class)
                .list();
    }

    /** What was written of a kind, by key; blank ones are left out. */
    static Map<String, String> of(List<DocumentWord> words, String kind) {
        return words.stream()
                .filter(word -> word.kind().equals(kind) && !word.body().isBlank())
                .collect(Collectors.toMap(DocumentWord::key, DocumentWord::body));
    }

    Optional<DocumentWord> find(long versionId, String kind, String key) {
        return jdbc.sql("select " + COLUMNS
                        + " from accounts.document_words where version_id = :version and kind = :kind and key = :key")
                .param("version", versionId)
                .param("kind", kind)
                .param("key", key)
                .query(DocumentWord.class)
                .optional();
    }

    /** Puts words in their place; false when somebody else was there since this version of them. */
    boolean put(long versionId, String kind, String key, String body, int expected, String by) {
        String before = find(versionId, kind, key).map(DocumentWord::body).orElse("");
        int changed = expected == 0
                ? jdbc.sql("""
                                insert into accounts.document_words (version_id, kind, key, body, updated_by)
                                values (:version, :kind, :key, :body, :by) on conflict do nothing
                                """)
                        .param("version", versionId)
                        .param("kind", kind)
                        .param("key", key)
                        .param("body", body)
                        .param("by", by)
                        .update()
                : jdbc.sql("""
                                update accounts.document_words
                                set body = :body, version = version + 1, updated_by = :by, updated_at = now()
                                where version_id = :version and kind = :kind and key = :key and version = :expected
                                """)
                        .param("version", versionId)
                        .param("kind", kind)
                        .param("key", key)
                        .param("body", body)
                        .param("by", by)
                        .param("expected", expected)
                        .update();
        if (changed == 1) {
            jdbc.sql("""
                            insert into accounts.document_words_history
                                (version_id, kind, key, body_before, body_after, changed_by)
                            values (:version, :kind, :key, :before, :after, :by)
                            """)
                    .param("version", versionId)
                    .param("kind", kind)
                    .param("key", key)
                    .param("before", before)
                    .param("after", body)
                    .param("by", by)
                    .update();
        }
        return changed == 1;
    }

    /** Every change, the latest first. */
    List<DocumentWordChange> history(long versionId) {
        return jdbc.sql("""
                        select kind, key, body_before as before, body_after as after, changed_by,
                            to_char(changed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as changed_at
                        from accounts.document_words_history where version_id = :version order by id desc limit 500
                        """)
                .param("version", versionId)
                .query(DocumentWordChange.class)
                .list();
    }

    /** A correction starts with the words of the version that it corrects. */
    void copy(long fromVersion, long toVersion, String by) {
        jdbc.sql("""
                        insert into accounts.document_words (version_id, kind, key, body, updated_by)
                        select :to, kind, key, body, :by from accounts.document_words where version_id = :from
                        """)
                .param("to", toVersion)
                .param("from", fromVersion)
                .param("by", by)
                .update();
    }
}
