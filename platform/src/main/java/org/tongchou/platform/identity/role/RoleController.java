package org.tongchou.platform.identity.role;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** Roles for the security administrator. */
@RestController
@Tag(name = "角色")
@RequestMapping("/api/identity")
class RoleController {
    private final RoleStore roles;
    private final RoleSeeds seeds;

    RoleController(RoleStore roles, RoleSeeds seeds) {
        this.roles = roles;
        this.seeds = seeds;
    }

    /** All roles with their rights. */
    @Requires("identity.role.read")
    @GetMapping("/roles")
    List<RoleStore.Role> list() {
        return roles.list();
    }

    /** All rights there are, by duty. */
    @Requires("identity.role.read")
    @GetMapping("/rights")
    List<Right> rights() {
        return seeds.rights().stream()
                .map(right -> new Right(right.code(), right.group(), right.name(), seeds.kindsOf(right.code())))
                .toList();
    }

    /** Creates a business role. */
    @Requires("identity.role.edit")
    @PostMapping("/roles")
    @ResponseStatus(HttpStatus.CREATED)
    RoleStore.Role create(@AuthenticationPrincipal Actor actor, @RequestBody RoleStore.Wanted wanted) {
        return roles.create(actor, wanted);
    }

    /** Changes a role and its rights. */
    @Requires("identity.role.edit")
    @PutMapping("/roles/{id}")
    RoleStore.Role change(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody RoleStore.Wanted wanted) {
        return roles.change(actor, id, wanted);
    }

    /**
     * A right.
     *
     * @param code its code
     * @param group duty
     * @param name what it allows
     * @param kinds kinds of role that may hold it
     */
    record Right(String code, String group, String name, List<String> kinds) {}
}
