package org.tongchou.platform.fund.ledger;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Vouchers typed in and money moved between accounts. */
@RestController("fundDraftController")
@Tag(name = "基金财务")
@RequestMapping("/api/fund/drafts")
class DraftController {
    private final Drafts drafts;
    private final FundScope scope;

    DraftController(Drafts drafts, FundScope scope) {
        this.drafts = drafts;
        this.scope = scope;
    }

    @Requires("fund.ledger.view")
    @GetMapping
    Page<Draft> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            PageQuery page) {
        scope.mustSee(actor);
        return drafts.list(fund, state, kind, page);
    }

    @Requires("fund.voucher.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Draft create(@AuthenticationPrincipal Actor actor, @RequestBody Draft.Request request) {
        scope.mustSee(actor);
        return drafts.create(actor, request);
    }

    @Requires("fund.voucher.edit")
    @PutMapping("/{id}")
    Draft change(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Draft.Request request) {
        scope.mustSee(actor);
        return drafts.change(actor, id, request);
    }

    @Requires("fund.voucher.edit")
    @PostMapping("/{id}/withdrawal")
    Draft withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Draft.Review request) {
        scope.mustSee(actor);
        return drafts.withdraw(actor, id, request.version());
    }

    @Requires("fund.voucher.review")
    @PostMapping("/{id}/review")
    Draft review(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Draft.Review request) {
        scope.mustSee(actor);
        return drafts.review(actor, id, request);
    }
}
