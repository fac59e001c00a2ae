package org.tongchou.platform.accounts.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document.
 *
 * @param id its id
 * @param documentId the document
 * @param number 1 for the first, 2 and up for corrections
 * @param state where it stands
 * @param correctionReason why it corrects the one before; empty for the first
 * @param submittedBy who submitted it; null for a draft
 * @param approvedOn date of the approval (批复); null before
 * @param approvalNumber its number; null before
 * @param dueOn the last day for publication; null before approval
 * @param publishingJob the job that publishes it; null when none was started
 * @param publishedAt when it was published, ISO; null before
 * @param version for changing it
 * @param updatedBy who changed it last
 * @param updatedAt when
 */
record DocumentVersion(
        long id,
        long documentId,
        int number,
        State state,
        String correctionReason,
        @Nullable Long submittedBy,
        @Nullable LocalDate approvedOn,
        @Nullable String approvalNumber,
        @Nullable LocalDate dueOn,
        @Nullable Long publishingJob,
        @Nullable String publishedAt,
        int version,
        String updatedBy,
        String updatedAt) {
    /** Where a version stands. The database has the Chinese word. */
    enum State {
        /** Live on the books, words can be written. */
        DRAFT("草稿"),
        /** Frozen, waiting for review and approval. */
        SUBMITTED("已提交审核"),
        /** Approved, to be published in time. */
        APPROVED("已批复"),
        /** Published and locked for good. */
        PUBLISHED("已公开");

        private final String printed;

        State(String printed) {
            this.printed = printed;
        }

        String printed() {
            return printed;
        }

        static State of(String printed) {
            for (State state : values()) {
                if (state.printed.equals(printed)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(printed);
        }
    }
}
