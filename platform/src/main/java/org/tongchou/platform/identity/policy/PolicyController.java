package org.tongchou.platform.identity.policy;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** The security policy for the security administrator. */
@RestController
@Tag(name = "安全策略")
@RequestMapping("/api/identity/policy")
class PolicyController {
    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    /** The policy in force and how it came to be. */
    @Requires("identity.policy.read")
    @GetMapping
    View get() {
        return new View(policies.current(), policies.history());
    }

    /** Puts a policy in force from now on. */
    @Requires("identity.policy.edit")
    @PutMapping
    Policy set(@AuthenticationPrincipal Actor actor, @RequestBody Change change) {
        if (change.policy() == null) {
            throw Refusal.field("E-IDN-203", "安全策略", null, "完整的各项设置");
        }
        return policies.set(actor, change.policy(), change.reason() == null ? "" : change.reason());
    }

    /**
     * The policy.
     *
     * @param current in force now
     * @param history all settings, the latest first
     */
    record View(Policy current, List<Policies.Setting> history) {}

    /**
     * A new setting.
     *
     * @param policy what shall hold
     * @param reason why
     */
    record Change(@Nullable Policy policy, @Nullable String reason) {}
}
