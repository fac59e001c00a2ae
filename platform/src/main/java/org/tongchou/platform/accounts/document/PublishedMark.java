package org.tongchou.platform.accounts.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.write.Format;
import org.tongchou.platform.accounts.document.DocumentVersion.State;
import org.tongchou.platform.disclosure.NewPublication;
import org.tongchou.platform.disclosure.Publications;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** The last step of a publication: library and version change together or not at all. */
@Service
class PublishedMark {
    private final DocumentStore store;
    private final Publications publications;
    private final DocumentTrail trail;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PublishedMark(
            DocumentStore store,
            @Lazy Publications publications,
            DocumentTrail trail,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.publications = publications;
        this.trail = trail;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Puts the files into the library and locks the version; refuses when it changed since the files were made. */
    @Transactional
    long publish(Actor actor, Document document, DocumentVersion made, Composed composed, Map<Format, Long> files) {
        DocumentVersion version = store.lockLatest(document.id());
        if (version.id() != made.id()
                || version.version() != made.version()
                || version.state() != State.APPROVED
                || version.approvedOn() == null) {
            throw Refusal.changedMeanwhile(document.title(), version.updatedBy(), version.updatedAt());
        }
        AccountsFigures figures = composed.snapshot().figures();
        long publication = publications.publish(
                actor,
                new NewPublication(
                        figures.region(),
                        figures.bureau(),
                        document.unitId(),
                        document.year(),
                        document.kind(),
                        version.number(),
                        version.approvedOn(),
                        LocalDate.now(clock),
                        files,
                        "/documents/" + document.id() + "?version=" + version.number()));
        jdbc.sql("""
                        update accounts.document_version
                        set state = '已公开', publication_id = :publication, published_at = now(),
                            files = cast(:files as jsonb), version = version + 1, updated_by = :by, updated_at = now()
                        where id = :id
                        """)
                .param("publication", publication)
                .param(
                        "files",
                        json.writeValueAsString(files.entrySet().stream()
                                .collect(Collectors.toMap(file -> file.getKey().extension(), Map.Entry::getValue))))
                .param("by", actor.displayName())
                .param("id", version.id())
                .update();
        trail.add(actor, document, version.id(), "published", "公开", "");
        return publication;
    }

    /** Notes that a file did not hold when it was read back. */
    @Transactional
    void refused(Actor actor, Document document, DocumentVersion version, Format format, List<String> failures) {
        String words = format.extension() + "：" + String.join("；", failures);
        trail.add(
                actor,
                document,
                version.id(),
                "refused",
                "公开未通过",
                words.length() > 500 ? words.substring(0, 500) : words);
    }
}
