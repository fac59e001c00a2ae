package org.tongchou.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Turns everything that goes wrong in a request into {@link Problem} JSON. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final int SHOWN = 60;

    private final Denials denials;

    ProblemAdvice(Denials denials) {
        this.denials = denials;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refusal(Refusal refusal, HttpServletRequest request) {
        if (refusal.status() == HttpStatus.FORBIDDEN) {
            denials.publish(request, String.valueOf(refusal.getMessage()));
        }
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(
                        refusal.code(),
                        String.valueOf(refusal.getMessage()),
                        refusal.field(),
                        refusal.value(),
                        refusal.expected(),
                        trace()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException invalid) {
        FieldError error = invalid.getBindingResult().getFieldError();
        if (error != null && error.isBindingFailure()) {
            return malformed(error.getField(), error.getRejectedValue());
        }
        String field = error == null ? "" : error.getField();
        String message = error == null ? "内容不完整" : field + "：" + error.getDefaultMessage();
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "E-PLT-001", message);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mismatch(MethodArgumentTypeMismatchException mismatch) {
        return malformed(mismatch.getName(), mismatch.getValue());
    }

    private static ResponseEntity<Problem> malformed(String parameter, @Nullable Object value) {
        String text = String.valueOf(value);
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "E-PLT-002", "参数 " + parameter + " 的值“" + shown + "”格式不对");
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return NestedExceptionUtils.getMostSpecificCause(unreadable) instanceof Refusal refusal
                ? refusal(refusal, request)
                : answer(HttpStatus.BAD_REQUEST, "E-PLT-400", "请求的内容不完整或格式不对，请检查后重试");
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException large) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "E-PLT-413", "文件超过允许的大小，请压缩或拆分后再上传");
    }

    @ExceptionHandler
    ResponseEntity<Problem> denied(AccessDeniedException denied, HttpServletRequest request) {
        return denials.answer(request, denied);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unauthenticated(AuthenticationException failure) {
        return denials.notSignedIn();
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception exception, HttpServletRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(exception) instanceof Refusal refusal) {
            return refusal(refusal, request);
        }
        if (exception instanceof ErrorResponse known) {
            return answer(
                    known.getStatusCode(), "E-PLT-" + known.getStatusCode().value(), sentence(known));
        }
        DatabaseTrouble trouble = DatabaseTrouble.of(exception);
        if (trouble == DatabaseTrouble.AWAY) {
            LOG.error("the database went away: {}", exception.getMessage());
            return answer(HttpStatus.SERVICE_UNAVAILABLE, DatabaseTrouble.CODE, DatabaseTrouble.SENTENCE);
        }
        if (trouble == DatabaseTrouble.TEXT) {
            return answer(HttpStatus.BAD_REQUEST, "E-PLT-003", "内容中有不能保存的字符（空字符或不完整的字符），请删去后重试");
        }
        if (trouble == DatabaseTrouble.FULL
                || Optional.ofNullable(exception.getMessage()).orElse("").contains("No space left on device")) {
            LOG.error("disk full", exception);
            return answer(HttpStatus.INSUFFICIENT_STORAGE, "E-PLT-507", "磁盘空间不足，本次操作没有保存；请联系系统管理员清理磁盘后重试");
        }
        LOG.error("request failed", exception);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "E-PLT-500", "系统内部错误，操作没有完成；请把编号 " + trace() + " 告诉系统管理员");
    }

    private static String sentence(ErrorResponse known) {
        return switch (known.getStatusCode().value()) {
            case 400 -> "请求的内容无法理解，请检查格式";
            case 404 -> "没有找到请求的内容";
            case 405 -> "不支持这种请求方式";
            case 415 -> "不支持这种内容格式";
            default -> "请求没有完成";
        };
    }

    private static ResponseEntity<Problem> answer(HttpStatusCode status, String code, String message) {
        return Denials.problem(status, code, message);
    }

    private static String trace() {
        return RequestId.current();
    }
}
