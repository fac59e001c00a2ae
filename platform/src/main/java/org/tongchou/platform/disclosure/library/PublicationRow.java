package org.tongchou.platform.disclosure.library;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.disclosure.analysis.DocumentSummary.Counts;

/**
 * A published document in a list.
 *
 * @param id its id
 * @param slug last part of its permanent address
 * @param title what it is
 * @param region pooling region
 * @param bureau department
 * @param unitId the unit in the tree; 0 for a bureau that is not ours
 * @param year budget year
 * @param kind 预算 or 决算
 * @param number 1 for the first publication, 2 and up for corrections
 * @param approvedOn day of approval; null when not known
 * @param publishedOn day of publication; null when not known
 * @param state published or withdrawn
 * @param replacedBy the correction that replaced it; null when it stands
 * @param replaces what it corrects; null for a first publication
 * @param origin address within the console where its figures open to their sources; empty when they have none here
 * @param sourceTitle where the figures were taken from; empty for our own
 * @param sourceNote how they were obtained; empty for our own
 * @param withdrawnReason why it was withdrawn; null when it was not
 * @param withdrawnAt when it was withdrawn; null when it was not
 * @param documentId its analysis; null until that is ready
 * @param counts its audit in numbers; null until that is ready
 * @param version for changing it
 */
public record PublicationRow(
        long id,
        String slug,
        String title,
        String region,
        String bureau,
        long unitId,
        int year,
        String kind,
        int number,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate publishedOn,
        String state,
        @Nullable Long replacedBy,
        @Nullable Long replaces,
        String origin,
        String sourceTitle,
        String sourceNote,
        @Nullable String withdrawnReason,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable Long documentId,
        @Nullable Counts counts,
        int version) {
    /** Whether it was withdrawn. */
    public boolean withdrawn() {
        return state.equals("withdrawn");
    }
}
