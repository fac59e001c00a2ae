package org.tongchou.platform.identity.session;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Open;
import org.tongchou.platform.web.SignedIn;

/** Signing in, signing out, and who is signed in. */
@RestController
@Tag(name = "登录")
@RequestMapping("/api/session")
class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionViews views;
    private final AuditLog audit;

    SessionController(SignIn signIn, Sessions sessions, SessionViews views, AuditLog audit) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.views = views;
        this.audit = audit;
    }

    /** Who is signed in, and what they may do; also for nobody. */
    @Open
    @GetMapping
    View current(@AuthenticationPrincipal @Nullable Actor actor, HttpServletRequest request) {
        return views.of(actor, Sessions.pending(request));
    }

    /** Signs in. */
    @Open
    @PostMapping
    View begin(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Known known = signIn.check(
                credentials.userName() == null ? "" : credentials.userName(),
                credentials.password() == null ? "" : credentials.password(),
                credentials.code() == null ? "" : credentials.code(),
                request.getRemoteAddr());
        Actor actor = sessions.begin(request, response, known.userId(), known.pending());
        return views.of(actor, known.pending());
    }

    /** Signs out. */
    @SignedIn
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal Actor actor, HttpServletRequest request) {
        audit.record(actor, "identity.session.end", "identity.user", Long.toString(actor.userId()), "退出登录", null, null);
        sessions.end(request);
    }

    /**
     * What is needed to sign in.
     *
     * @param userName sign-in name
     * @param password password
     * @param code one-time code or recovery code; needed where there is a second factor
     */
    record Credentials(
            @Nullable String userName,
            @Nullable String password,
            @Nullable String code) {}

    /**
     * The session as the console sees it.
     *
     * @param signedIn whether somebody is signed in
     * @param user who; null for nobody
     * @param rights codes of the granted rights; none while something is pending
     * @param mustChangePassword the password is temporary or expired and must be changed before anything else
     * @param needsSecondFactorSetup a second factor must be set up before anything else
     * @param region pooling region, 样例市
     * @param demo whether this is the demonstration
     * @param needsFirstSetup nobody exists yet: the set-up page comes first
     * @param idleMinutes after how many minutes without a request the session ends
     * @param externalSignIn address of the sign-in with the organisation's own account; null when there is none
     */
    record View(
            boolean signedIn,
            @Nullable User user,
            List<String> rights,
            boolean mustChangePassword,
            boolean needsSecondFactorSetup,
            String region,
            boolean demo,
            boolean needsFirstSetup,
            int idleMinutes,
            @Nullable String externalSignIn) {}

    /**
     * The signed-in person.
     *
     * @param id id of the user
     * @param userName sign-in name
     * @param displayName name on screen
     * @param unitId own unit
     * @param unitName its name
     * @param allUnits whether the data scope is every unit
     * @param roles names of the roles
     */
    record User(
            long id,
            String userName,
            String displayName,
            long unitId,
            String unitName,
            boolean allUnits,
            List<String> roles) {}
}
