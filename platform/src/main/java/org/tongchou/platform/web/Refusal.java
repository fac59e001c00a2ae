package org.tongchou.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that is refused, told to the caller as problem JSON: a stable code and a Chinese sentence that names the
 * field, the value and what is expected. Never carries secrets or personal data.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final @Nullable String field;
    private final @Nullable String value;
    private final @Nullable String expected;

    private Refusal(
            HttpStatus status,
            String code,
            String message,
            @Nullable String field,
            @Nullable String value,
            @Nullable String expected) {
        super(message);
        this.status = status;
        this.code = code;
        this.field = field;
        this.value = value;
        this.expected = expected;
    }

    /** A field that cannot be used: {@code 年度的值“二〇二四”应为四位年份}. */
    public static Refusal field(String code, String field, @Nullable String value, String expected) {
        String shown = value == null || value.isEmpty() ? "为空" : "的值“" + shortened(value) + "”不可用";
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT, code, field + shown + "，应为" + expected, field, value, expected);
    }

    /** The state of things does not allow it: locked, already done, not balanced. */
    public static Refusal conflict(String code, String message) {
        return new Refusal(HttpStatus.CONFLICT, code, message, null, null, null);
    }

    /** Somebody else changed it meanwhile. */
    public static Refusal changedMeanwhile(String what, String who, String when) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "E-PLT-409",
                what + "已被" + who + "于 " + when + " 修改，您的修改没有保存；请刷新后核对再改",
                null,
                null,
                null);
    }

    /** There is no such thing, or not within the caller's scope. */
    public static Refusal notFound(String what) {
        return new Refusal(HttpStatus.NOT_FOUND, "E-PLT-404", "没有找到" + what, null, null, null);
    }

    /** Not allowed, although signed in. */
    public static Refusal forbidden(String message) {
        return new Refusal(HttpStatus.FORBIDDEN, "E-PLT-403", message, null, null, null);
    }

    /** Any other status. */
    public static Refusal of(HttpStatus status, String code, String message) {
        return new Refusal(status, code, message, null, null, null);
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    /** HTTP status. */
    public HttpStatus status() {
        return status;
    }

    /** Stable code. */
    public String code() {
        return code;
    }

    /** The field in Chinese; null when it is about no single field. */
    public @Nullable String field() {
        return field;
    }

    /** The value that was given. */
    public @Nullable String value() {
        return value;
    }

    /** What would have been right. */
    public @Nullable String expected() {
        return expected;
    }
}
