package org.tongchou.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.tongchou.platform.identity.InsuredUsers;
import org.tongchou.platform.identity.session.Sessions;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Open;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;
import org.tongchou.platform.web.SignedIn;

/**
 * The first guard of every endpoint of ours, before anything of the request is read: refuses those without the right,
 * and everybody where the method does not say who may call it. Method security is the second.
 */
final class EndpointGuard implements HandlerInterceptor {
    private static final String OURS = "org.tongchou.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            if (!method.hasMethodAnnotation(Open.class) && Sessions.isPending(request) && !own(request)) {
                throw Refusal.of(HttpStatus.FORBIDDEN, "E-IDN-110", "请先修改初始或过期的口令、设置动态口令，再办理业务");
            }
            if (!allowed(method, request)) {
                throw new AccessDeniedException("denied");
            }
        }
        return true;
    }

    /** What belongs to the signed-in person alone: insured persons are no colleagues and see nothing of the desk. */
    private static boolean own(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/account")
                || request.getRequestURI().equals("/api/session");
    }

    private static boolean allowed(HandlerMethod method, HttpServletRequest request) {
        if (method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Actor actor)) {
            return false;
        }
        if (method.hasMethodAnnotation(SignedIn.class)) {
            return !actor.roles().contains(InsuredUsers.ROLE) || own(request);
        }
        Requires requires = method.getMethodAnnotation(Requires.class);
        return requires != null && actor.may(requires.value());
    }
}
