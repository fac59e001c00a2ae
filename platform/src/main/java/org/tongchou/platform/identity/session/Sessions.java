package org.tongchou.platform.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.tongchou.platform.identity.policy.Policies;
import org.tongchou.platform.identity.session.SignedInSession.Pending;
import org.tongchou.platform.identity.user.Actors;
import org.tongchou.platform.web.Actor;

/** Begins, refreshes and ends sessions. They live in memory: a restart signs everybody out. */
@Component
public class Sessions {
    private final JdbcClient database;
    private final Actors actors;
    private final Policies policies;
    private final CookieCsrfTokenRepository csrf = CookieCsrfTokenRepository.withHttpOnlyFalse();
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(JdbcClient database, Actors actors, Policies policies) {
        this.database = database;
        this.policies = policies;
        this.actors = actors;
    }

    /** Begins a session under a new id, so that an id planted before cannot be used. */
    Actor begin(HttpServletRequest request, HttpServletResponse response, long userId, Pending pending) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true).setMaxInactiveInterval(policies.current().sessionMinutes() * 60);
        csrf.saveToken(csrf.generateToken(request), request, response);
        Numbers numbers = numbers(userId).orElseThrow();
        Actor actor = actor(userId, pending).orElseThrow();
        SignedInSession session = new SignedInSession(userId, numbers.session(), numbers.grant(), pending);
        remember(request, response, session, actor);
        return actor;
    }

    /** Whether something must be done before anything else is allowed in this session. */
    public static boolean isPending(HttpServletRequest request) {
        return pending(request) != Pending.NOTHING;
    }

    /** What must be done before anything else in this session; nothing when nobody is signed in. */
    static Pending pending(HttpServletRequest request) {
        return Optional.ofNullable(current(request))
                .map(SignedInSession::pending)
                .orElse(Pending.NOTHING);
    }

    /**
     * Looks whether the session still stands: ended elsewhere, it is closed; granted anew, it gets the new rights. Costs
     * one look-up by key a request.
     */
    public void refresh(HttpServletRequest request, HttpServletResponse response) {
        SignedInSession session = current(request);
        if (session == null) {
            return;
        }
        Optional<Numbers> now = numbers(session.userId());
        if (now.isEmpty() || now.get().session() != session.sessionNo()) {
            end(request);
        } else if (now.get().grant() != session.grantNo()) {
            Optional<Actor> actor = actor(session.userId(), session.pending());
            if (actor.isEmpty()) {
                end(request);
            } else {
                remember(
                        request,
                        response,
                        new SignedInSession(
                                session.userId(), session.sessionNo(), now.get().grant(), session.pending()),
                        actor.get());
            }
        }
    }

    /** Ends the session. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static @Nullable SignedInSession current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (SignedInSession) session.getAttribute(SignedInSession.ATTRIBUTE);
    }

    /** While something is pending nothing is granted. */
    private Optional<Actor> actor(long userId, Pending pending) {
        return actors.find(userId)
                .map(actor -> pending == Pending.NOTHING
                        ? actor
                        : new Actor(
                                actor.userId(),
                                actor.userName(),
                                actor.displayName(),
                                actor.unitId(),
                                actor.unitIds(),
                                actor.allUnits(),
                                actor.roles(),
                                Set.of()));
    }

    private void remember(
            HttpServletRequest request, HttpServletResponse response, SignedInSession session, Actor actor) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                actor, null, AuthorityUtils.createAuthorityList(actor.rights())));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession().setAttribute(SignedInSession.ATTRIBUTE, session);
    }

    private Optional<Numbers> numbers(long userId) {
        return database.sql("select session_no, grant_no from identity.user_account where id = :id and active")
                .param("id", userId)
                .query((row, number) -> new Numbers(row.getInt("session_no"), row.getInt("grant_no")))
                .optional();
    }

    private record Numbers(int session, int grant) {}
}
