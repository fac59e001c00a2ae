package org.tongchou.platform.enrolment.credential;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Electronic credentials. */
@RestController
@RequestMapping("/api/enrolment")
class CredentialController {
    private final IssuedCredentials credentials;
    private final Rules rules;

    CredentialController(IssuedCredentials credentials, Rules rules) {
        this.credentials = credentials;
        this.rules = rules;
    }

    @Requires("enrolment.person.view")
    @GetMapping("/persons/{id}/credentials")
    List<IssuedCredentials.Credential> list(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return credentials.of(actor, id);
    }

    @Requires("enrolment.credential.issue")
    @PostMapping("/persons/{id}/credentials")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedCredentials.Credential issue(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return credentials.issue(actor, id);
    }

    @Requires("enrolment.credential.issue")
    @PostMapping("/credentials/{id}/revocation")
    IssuedCredentials.Credential revoke(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Revocation revocation) {
        return credentials.revoke(actor, id, revocation.reason());
    }

    @Requires("enrolment.credential.issue")
    @PostMapping("/credentials/{id}/token")
    IssuedCredentials.Token token(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return credentials.token(actor, id);
    }

    @Requires("enrolment.person.view")
    @PostMapping("/credentials/verification")
    Verified verify(@AuthenticationPrincipal Actor actor, @RequestBody Verification verification) {
        return credentials
                .find(Given.requiredLine("令牌", verification.token(), 200))
                .map(person -> rules.person(actor, "参保人", person.id()))
                .map(person -> new Verified(person.id(), person.number(), person.name()))
                .orElseThrow(() -> Refusal.conflict("E-ENR-703", "令牌无效、已过期，或凭证已停用"));
    }

    /**
     * Why a credential is revoked.
     *
     * @param reason one sentence
     */
    record Revocation(@Nullable String reason) {}

    /**
     * A token to be looked at.
     *
     * @param token its text
     */
    record Verification(@Nullable String token) {}

    /**
     * Whose token it is.
     *
     * @param personId id of the person
     * @param number 人员编号
     * @param name name
     */
    record Verified(long personId, String number, String name) {}
}
