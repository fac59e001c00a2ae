package org.tongchou.platform.accounts.importing;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.accounts.importing.mapping.Mapping;

/**
 * A batch: one file on its way into one book.
 *
 * @param id its id
 * @param bookId the book
 * @param unitId the unit of the person who uploaded it
 * @param fileId the stored file
 * @param fileName its name
 * @param sha256 digest of its content
 * @param template name and version of the template; empty when mapped by hand
 * @param mapping columns and fields
 * @param kind kind of entry
 * @param kindName kind in Chinese
 * @param headers titles of the file's columns
 * @param state 检查中, 待处理, 可入账, 入账中, 已入账, 已冲销, 失败 or 已作废
 * @param generation which check this is
 * @param jobId the job of the last check or posting
 * @param correctRows rows that can be posted
 * @param wrongRows rows with errors
 * @param skippedRows rows left out with a reason
 * @param warnedRows correct rows with a warning
 * @param correctFen sum of the correct rows in fen
 * @param failure why the last check or posting failed; empty when it did not
 * @param postedRows entries posted; null before
 * @param leftOutRows wrong rows left out on posting; null before
 * @param postedBy who posted
 * @param postedAt when
 * @param reason why it was reversed or discarded
 * @param createdBy id of the person who uploaded it
 * @param createdName their name
 * @param createdAt when
 * @param version for changing it
 */
record Batch(
        long id,
        long bookId,
        long unitId,
        long fileId,
        String fileName,
        String sha256,
        String template,
        Mapping mapping,
        String kind,
        String kindName,
        List<String> headers,
        String state,
        int generation,
        @Nullable Long jobId,
        int correctRows,
        int wrongRows,
        int skippedRows,
        int warnedRows,
        long correctFen,
        String failure,
        @Nullable Integer postedRows,
        @Nullable Integer leftOutRows,
        @Nullable String postedBy,
        @Nullable OffsetDateTime postedAt,
        String reason,
        long createdBy,
        String createdName,
        OffsetDateTime createdAt,
        int version) {
    /** Copies the list. */
    Batch {
        headers = List.copyOf(headers);
    }

    boolean is(BatchState... states) {
        return List.of(states).contains(BatchState.of(state));
    }
}
