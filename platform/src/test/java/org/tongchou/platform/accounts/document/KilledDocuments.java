package org.tongchou.platform.accounts.document;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.platform.accounts.document.DocumentVersion.State;

/** People who take a document from draft to publication and to the next correction, wherever a kill left it. */
public final class KilledDocuments {
    private final DocumentFlow flow;
    private final DocumentStore store;
    private final Drafts drafts;
    private final DocumentLimits limits;
    private final WordsService words;
    private final JdbcClient database;
    private final Clock clock;

    KilledDocuments(
            DocumentFlow flow,
            DocumentStore store,
            Drafts drafts,
            DocumentLimits limits,
            WordsService words,
            JdbcClient database,
            Clock clock) {
        this.flow = flow;
        this.store = store;
        this.drafts = drafts;
        this.limits = limits;
        this.words = words;
        this.database = database;
        this.clock = clock;
    }

    /** Makes a bureau with its final accounts of 2024; gives the document. */
    public long create(BeanFactory beans) {
        DocumentFixture fixture = DocumentFixture.get(beans);
        return flow.create(DocumentFixture.EDITOR, fixture.bureau(), 2024, DocumentKind.FINAL, "万元");
    }

    /**
     * Takes the next step with the document.
     *
     * @param more whether to correct what is published
     * @return whether anything is left to do
     */
    public boolean step(long document, boolean more) {
        DocumentVersion latest = store.version(document, null);
        int expected = latest.version();
        switch (latest.state()) {
            case DRAFT -> {
                giveReasons(document, latest);
                flow.submit(DocumentFixture.EDITOR, document, expected, "");
            }
            case SUBMITTED ->
                flow.approve(DocumentFixture.REVIEWER, document, expected, LocalDate.now(clock), "样医保批〔2025〕1 号", "");
            case APPROVED -> {
                if (!isBeingPublished(document)) {
                    flow.publish(DocumentFixture.PUBLISHER, document, expected);
                }
            }
            case PUBLISHED -> {
                if (more) {
                    flow.correct(DocumentFixture.EDITOR, document, expected, "再次公开");
                }
            }
        }
        return more || latest.state() != State.PUBLISHED;
    }

    private void giveReasons(long id, DocumentVersion version) {
        Document document = store.get(DocumentFixture.EDITOR, id);
        ReasonRule.apply(drafts.open(document, version), limits.of(2024)).stream()
                .filter(ReasonRule.DocumentReason::missing)
                .forEach(wanted -> words.put(DocumentFixture.EDITOR, id, Words.REASON, wanted.key(), "中央补助资金增加。", 0));
    }

    private boolean isBeingPublished(long document) {
        return database.sql("""
                        select exists (select from accounts.document_version v join job.job j on j.id = v.publishing_job
                            where v.document_id = :document and j.state <> 'failed' and v.state = '已批复')
                        """)
                .param("document", document)
                .query(Boolean.class)
                .single();
    }
}
