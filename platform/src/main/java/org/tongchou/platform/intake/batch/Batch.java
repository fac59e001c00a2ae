package org.tongchou.platform.intake.batch;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch: one list on its way in.
 *
 * @param id its id
 * @param kind kind of list
 * @param kindName kind in Chinese
 * @param parameters what was asked once for the whole list, by key
 * @param unitId the unit of the person who uploaded it
 * @param fileId the stored file
 * @param fileName its name
 * @param sha256 digest of its content
 * @param sameAs the earlier batch of the same file; null when there is none
 * @param sameReason why the same file was imported again
 * @param fields keys of the fields that the cells of a row belong to
 * @param ignored titles of columns that were not imported
 * @param state 检查中, 待处理, 可入账, 入账中, 已入账, 冲销中, 已冲销, 失败 or 已作废
 * @param generation which check this is
 * @param jobId the job of the last check, posting or reversal
 * @param correctRows rows that can be posted
 * @param wrongRows rows with errors
 * @param warnedRows correct rows with a warning
 * @param unchangedRows rows that tell what is already so
 * @param skippedRows rows left out with a reason
 * @param postedRows rows posted
 * @param parts parts posted
 * @param failure why the last check, posting or reversal did not end; empty when it did
 * @param reason why it was reversed or discarded
 * @param notes what the posting said at its end
 * @param hands ids of those who uploaded and mended it
 * @param createdBy id of the person who uploaded it
 * @param createdName their name
 * @param createdAt when
 * @param postedName who posted it last; null before
 * @param postedAt when; null before
 * @param version for changing it
 */
record Batch(
        long id,
        String kind,
        String kindName,
        Map<String, String> parameters,
        long unitId,
        long fileId,
        String fileName,
        String sha256,
        @Nullable Long sameAs,
        String sameReason,
        List<String> fields,
        List<String> ignored,
        String state,
        int generation,
        @Nullable Long jobId,
        int correctRows,
        int wrongRows,
        int warnedRows,
        int unchangedRows,
        int skippedRows,
        int postedRows,
        int parts,
        String failure,
        String reason,
        List<String> notes,
        List<Long> hands,
        long createdBy,
        String createdName,
        OffsetDateTime createdAt,
        @Nullable String postedName,
        @Nullable OffsetDateTime postedAt,
        int version) {
    /** Copies the collections. */
    Batch {
        parameters = Map.copyOf(parameters);
        fields = List.copyOf(fields);
        ignored = List.copyOf(ignored);
        notes = List.copyOf(notes);
        hands = List.copyOf(hands);
    }

    boolean is(BatchState... states) {
        return List.of(states).contains(BatchState.of(state));
    }
}
