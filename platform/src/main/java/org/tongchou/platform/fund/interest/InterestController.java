package org.tongchou.platform.fund.interest;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.fund.ledger.FundScope;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Interest of personal accounts. */
@RestController("fundInterestController")
@Tag(name = "基金财务")
@RequestMapping("/api/fund/interest")
class InterestController {
    private final InterestRuns runs;
    private final FundScope scope;

    InterestController(InterestRuns runs, FundScope scope) {
        this.runs = runs;
        this.scope = scope;
    }

    /**
     * A year to be computed.
     *
     * @param year the year
     * @param bankAccount where the fund received the interest
     */
    record NewRun(@Nullable Integer year, @Nullable String bankAccount) {}

    /**
     * An act.
     *
     * @param version version that was seen
     * @param reason why it is taken back
     */
    record Act(@Nullable Integer version, @Nullable String reason) {}

    @Requires("fund.account.view")
    @GetMapping
    List<InterestRun> list(@AuthenticationPrincipal Actor actor) {
        scope.mustSee(actor);
        return runs.list();
    }

    @Requires("fund.account.view")
    @GetMapping("/{id}/left-out")
    Page<InterestRun.Line> leftOut(@AuthenticationPrincipal Actor actor, @PathVariable long id, PageQuery page) {
        scope.mustSee(actor);
        return runs.leftOut(id, page);
    }

    @Requires("fund.interest.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InterestRun begin(@AuthenticationPrincipal Actor actor, @RequestBody NewRun request) {
        scope.mustSee(actor);
        return runs.begin(actor, request.year(), request.bankAccount());
    }

    @Requires("fund.interest.edit")
    @PostMapping("/{id}/withdrawal")
    InterestRun withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Act request) {
        scope.mustSee(actor);
        return runs.withdraw(actor, id, request.version());
    }

    @Requires("fund.interest.review")
    @PostMapping("/{id}/acceptance")
    InterestRun accept(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Act request) {
        scope.mustSee(actor);
        return runs.accept(actor, id, request.version());
    }

    @Requires("fund.interest.review")
    @PostMapping("/{id}/reversal")
    InterestRun reverse(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Act request) {
        scope.mustSee(actor);
        return runs.reverse(actor, id, request.version(), request.reason());
    }

    @Requires("fund.interest.review")
    @PostMapping("/{id}/resumption")
    InterestRun resume(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        scope.mustSee(actor);
        return runs.resume(actor, id);
    }
}
