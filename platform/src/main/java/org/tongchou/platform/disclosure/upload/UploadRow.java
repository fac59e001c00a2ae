package org.tongchou.platform.disclosure.upload;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.disclosure.analysis.DocumentSummary.Counts;

/**
 * An uploaded document in a list.
 *
 * @param id its id
 * @param fileName its name
 * @param size bytes
 * @param sha256 digest of its content
 * @param userId who uploaded it
 * @param userName their name
 * @param unitId their unit
 * @param state queued, running, done or failed
 * @param step steps done, of four
 * @param message what is being done, or why it failed
 * @param errorCode stable code of a failure; null otherwise
 * @param title what it is; null until it is read
 * @param verdict one line; null until it is audited
 * @param counts its audit in numbers; null until it is audited
 * @param documentId its analysis; null until it is audited
 * @param uploadedAt when it was uploaded
 * @param finishedAt when the audit ended; null before
 */
public record UploadRow(
        long id,
        String fileName,
        long size,
        String sha256,
        long userId,
        String userName,
        long unitId,
        String state,
        int step,
        String message,
        @Nullable String errorCode,
        @Nullable String title,
        @Nullable String verdict,
        @Nullable Counts counts,
        @Nullable Long documentId,
        OffsetDateTime uploadedAt,
        @Nullable OffsetDateTime finishedAt) {
    /** Whether the audit has ended. */
    public boolean finished() {
        return state.equals("done") || state.equals("failed");
    }
}
