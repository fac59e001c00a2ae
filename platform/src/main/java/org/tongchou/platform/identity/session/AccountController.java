package org.tongchou.platform.identity.session;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.identity.policy.Policy;
import org.tongchou.platform.identity.secondfactor.SecondFactors;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.SignedIn;

/** What everybody does for themselves: password, second factor, sessions. */
@RestController
@Tag(name = "我的账户")
@RequestMapping("/api/account")
class AccountController {
    private final OwnAccount account;
    private final Sessions sessions;

    AccountController(OwnAccount account, Sessions sessions) {
        this.account = account;
        this.sessions = sessions;
    }

    /** The state of one's own account. */
    @SignedIn
    @GetMapping
    View get(@AuthenticationPrincipal Actor actor) {
        return account.view(actor);
    }

    /** Changes the password; all other sessions end. */
    @SignedIn
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @AuthenticationPrincipal Actor actor,
            @RequestBody PasswordChange change,
            HttpServletRequest request,
            HttpServletResponse response) {
        account.changePassword(actor, text(change.current()), text(change.wanted()));
        sessions.begin(request, response, actor.userId(), account.pending(actor));
    }

    /** Begins to set up a second factor. */
    @SignedIn
    @PostMapping("/second-factor")
    SecondFactors.Setup beginSecondFactor(@AuthenticationPrincipal Actor actor, @RequestBody Proof proof) {
        return account.beginSecondFactor(actor, text(proof.password()));
    }

    /** Confirms it with a code; answers with the recovery codes. */
    @SignedIn
    @PutMapping("/second-factor")
    RecoveryCodes confirmSecondFactor(
            @AuthenticationPrincipal Actor actor,
            @RequestBody Proof proof,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<String> codes = account.confirmSecondFactor(actor, text(proof.code()));
        sessions.begin(request, response, actor.userId(), account.pending(actor));
        return new RecoveryCodes(codes);
    }

    /** Takes the own second factor away, proved by a code, where no role asks for it. */
    @SignedIn
    @DeleteMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@AuthenticationPrincipal Actor actor, @RequestBody Proof proof) {
        account.removeSecondFactor(actor, text(proof.code()));
    }

    /** Signs out everywhere else. */
    @SignedIn
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOtherSessions(
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, HttpServletResponse response) {
        account.endSessions(actor);
        sessions.begin(request, response, actor.userId(), account.pending(actor));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * The own account.
     *
     * @param passwordSetAt when the password was set
     * @param passwordExpiresAt when it must be changed
     * @param secondFactor whether there is a second factor
     * @param secondFactorAsked whether a role asks for one
     * @param recoveryCodesLeft unused recovery codes
     * @param lastSignInAt when the person signed in last
     * @param policy what a password must look like
     */
    record View(
            OffsetDateTime passwordSetAt,
            OffsetDateTime passwordExpiresAt,
            boolean secondFactor,
            boolean secondFactorAsked,
            int recoveryCodesLeft,
            @Nullable OffsetDateTime lastSignInAt,
            Policy policy) {}

    /**
     * A change of password.
     *
     * @param current the password now
     * @param wanted the new one
     */
    record PasswordChange(
            @Nullable String current, @Nullable String wanted) {}

    /**
     * Proves that it is really the person.
     *
     * @param password the password
     * @param code a one-time code
     */
    record Proof(@Nullable String password, @Nullable String code) {}

    /**
     * Recovery codes, shown once.
     *
     * @param codes each counts once
     */
    record RecoveryCodes(List<String> codes) {}
}
