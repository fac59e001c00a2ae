package org.tongchou.platform.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work, as people see it.
 *
 * @param id its id
 * @param kind which handler does it
 * @param title what people see
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param done steps done
 * @param total steps in all, 0 when not known
 * @param message what is being done now
 * @param result what it gave; empty until it is done
 * @param errorCode stable code of the failure
 * @param errorMessage one Chinese sentence on the failure
 * @param submittedBy display name of the person
 * @param submittedAt when it was queued
 * @param startedAt when its last run began
 * @param finishedAt when it came to an end
 * @param attempts runs so far, the present one included
 * @param cancelRequested whether somebody asked it to stop
 */
public record Job(
        long id,
        String kind,
        String title,
        String state,
        long done,
        long total,
        String message,
        Map<String, Object> result,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        String submittedBy,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempts,
        boolean cancelRequested) {
    /** Copies the result. */
    public Job {
        result = Map.copyOf(result);
    }
}
