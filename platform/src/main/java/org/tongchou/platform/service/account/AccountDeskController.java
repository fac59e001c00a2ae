package org.tongchou.platform.service.account;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** Accounts of insured persons at the counter. */
@RestController
@Tag(name = "公共服务")
@RequestMapping("/api/service/accounts")
class AccountDeskController {
    private final Accounts accounts;

    AccountDeskController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Requires("service.account.manage")
    @GetMapping
    List<Accounts.Account> list(@AuthenticationPrincipal Actor actor, @RequestParam long person) {
        return accounts.of(actor, person);
    }

    /**
     * What is asked for.
     *
     * @param personId for whom
     * @param checked which papers were checked
     */
    record Opening(@Nullable Long personId, @Nullable String checked) {}

    @Requires("service.account.manage")
    @PostMapping
    Accounts.OneTime open(@AuthenticationPrincipal Actor actor, @RequestBody Opening opening) {
        return accounts.open(actor, opening.personId(), opening.checked());
    }

    @Requires("service.account.manage")
    @PostMapping("/{user}/password")
    Accounts.OneTime renew(@AuthenticationPrincipal Actor actor, @PathVariable long user) {
        return accounts.renew(actor, user);
    }

    /**
     * Why an account is closed.
     *
     * @param reason one sentence
     */
    record Closure(@Nullable String reason) {}

    @Requires("service.account.manage")
    @PostMapping("/{user}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@AuthenticationPrincipal Actor actor, @PathVariable long user, @RequestBody Closure closure) {
        accounts.close(actor, user, closure.reason());
    }
}
