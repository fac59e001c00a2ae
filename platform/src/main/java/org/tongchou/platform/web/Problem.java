package org.tongchou.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refusal.
 *
 * @param code stable code
 * @param message one Chinese sentence
 * @param field field in Chinese, if it is about one
 * @param value the value that was given
 * @param expected what would have been right
 * @param traceId names the request in the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String code,
        String message,
        @Nullable String field,
        @Nullable String value,
        @Nullable String expected,
        String traceId) {
    /** A problem that is about no single field, in the current request. */
    static Problem of(String code, String message) {
        return new Problem(code, message, null, null, null, RequestId.current());
    }
}
