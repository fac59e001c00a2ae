package org.tongchou.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered, and told to the audit log, when somebody may not do what they asked for: 401 to those who are not
 * signed in, 403 to those who are. The same within the dispatcher and in the filters before it.
 */
@Component
public final class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String NO_RIGHT = "您没有这项操作的权限；如确需办理，请联系安全管理员授权";
    private static final String NO_TOKEN = "页面已过期或请求不是从本系统页面发出的，请刷新页面后重试";

    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    Denials(ApplicationEventPublisher events, JsonMapper json) {
        this.events = events;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        write(response, notSignedIn());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(response, answer(request, denied));
    }

    ResponseEntity<Problem> notSignedIn() {
        return problem(HttpStatus.UNAUTHORIZED, "E-PLT-401", "您还没有登录或登录已过期，请先登录");
    }

    ResponseEntity<Problem> answer(HttpServletRequest request, AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            publish(request, NO_TOKEN);
            return problem(HttpStatus.FORBIDDEN, "E-PLT-419", NO_TOKEN);
        }
        if (!publish(request, NO_RIGHT)) {
            return notSignedIn();
        }
        return problem(HttpStatus.FORBIDDEN, "E-PLT-403", NO_RIGHT);
    }

    /** Tells the audit log; false when nobody is signed in. */
    boolean publish(HttpServletRequest request, String reason) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Actor actor)) {
            return false;
        }
        events.publishEvent(new Denial(actor, request.getMethod() + " " + request.getRequestURI(), reason));
        return true;
    }

    /** An answer that says what is wrong. */
    static ResponseEntity<Problem> problem(HttpStatusCode status, String code, String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(code, message));
    }

    private void write(HttpServletResponse response, ResponseEntity<Problem> answer) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }
}
