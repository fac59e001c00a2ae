package org.tongchou.platform.identity.user;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Users for the system and the security administrator. */
@RestController
@Tag(name = "用户")
@RequestMapping("/api/identity/users")
class UserController {
    private final UserStore users;
    private final UserAdmin admin;
    private final GrantAdmin grants;

    UserController(UserStore users, UserAdmin admin, GrantAdmin grants) {
        this.users = users;
        this.admin = admin;
        this.grants = grants;
    }

    /** Users within the scope. */
    @Requires("identity.user.read")
    @GetMapping
    Page<UserStore.User> list(@AuthenticationPrincipal Actor actor, UserStore.Filter filter, PageQuery query) {
        return users.page(actor, filter, query);
    }

    /** One user. */
    @Requires("identity.user.read")
    @GetMapping("/{id}")
    UserStore.User get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return users.get(actor, id);
    }

    /** Creates a user, without any role; answers with the password for the first sign-in. */
    @Requires("identity.user.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UserAdmin.OneTime create(@AuthenticationPrincipal Actor actor, @RequestBody UserAdmin.Wanted wanted) {
        return admin.create(actor, wanted);
    }

    /** Changes, closes or opens a user. */
    @Requires("identity.user.edit")
    @PutMapping("/{id}")
    UserStore.User change(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody UserAdmin.Wanted wanted) {
        return admin.change(actor, id, wanted);
    }

    /** Gives a new password for one sign-in. */
    @Requires("identity.user.edit")
    @PostMapping("/{id}/password")
    UserAdmin.OneTime resetPassword(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return admin.resetPassword(actor, id);
    }

    /** Replaces roles and data scope. */
    @Requires("identity.grant.edit")
    @PutMapping("/{id}/grant")
    UserStore.User grant(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody GrantAdmin.Grant grant) {
        return grants.grant(actor, id, grant);
    }

    /** Unlocks. */
    @Requires("identity.guard.edit")
    @DeleteMapping("/{id}/lock")
    UserStore.User unlock(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return grants.unlock(actor, id);
    }

    /** Takes the second factor away. */
    @Requires("identity.guard.edit")
    @DeleteMapping("/{id}/second-factor")
    UserStore.User resetSecondFactor(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return grants.resetSecondFactor(actor, id);
    }

    /** Signs the user out everywhere. */
    @Requires("identity.guard.edit")
    @DeleteMapping("/{id}/sessions")
    UserStore.User endSessions(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return grants.endSessions(actor, id);
    }
}
