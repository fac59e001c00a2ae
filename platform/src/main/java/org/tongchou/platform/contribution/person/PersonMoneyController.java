package org.tongchou.platform.contribution.person;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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
import org.tongchou.platform.contribution.DuesExport;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Money of people: payments, refunds, the aided share. */
@RestController
@Tag(name = "征缴管理")
@RequestMapping("/api/contribution")
class PersonMoneyController {
    private final PersonPayments payments;
    private final PersonRefunds refunds;
    private final AidClaims claims;
    private final DuesExport export;

    PersonMoneyController(PersonPayments payments, PersonRefunds refunds, AidClaims claims, DuesExport export) {
        this.payments = payments;
        this.refunds = refunds;
        this.claims = claims;
        this.export = export;
    }

    /**
     * Whose money it is.
     *
     * @param number 人员编号
     * @param period what it is for
     * @param reason how that is known
     */
    record Claim(
            @Nullable String number,
            @Nullable String period,
            @Nullable String reason) {}

    /**
     * A review.
     *
     * @param accept whether it is accepted
     * @param reason why not
     */
    record Review(@Nullable Boolean accept, @Nullable String reason) {}

    /**
     * A claim for the aided share.
     *
     * @param payer aid or fiscal
     * @param day when the money is there
     * @param document the document
     */
    record Aid(
            @Nullable String payer,
            @Nullable LocalDate day,
            @Nullable String document) {}

    /**
     * The aided share of a year.
     *
     * @param open what may be claimed
     * @param claims what was claimed
     */
    record AidYear(List<AidClaims.Claimable> open, List<AidClaims.Claim> claims) {
        AidYear {
            open = List.copyOf(open);
            claims = List.copyOf(claims);
        }
    }

    @Requires("contribution.dues.view")
    @GetMapping("/person-payments")
    Page<PersonPayments.Payment> payments(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String scheme,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String text,
            PageQuery page) {
        return payments.page(Schemes.scheme(scheme), export.counties(actor), actor.allUnits(), state, text, page);
    }

    @Requires("contribution.receipt.claim")
    @PostMapping("/person-payments/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Claim claim) {
        payments.claim(actor, id, claim.number(), claim.period(), claim.reason());
    }

    @Requires("contribution.dues.view")
    @GetMapping("/person-refunds")
    Page<PersonRefunds.PersonRefund> refunds(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String state,
            PageQuery page) {
        return refunds.page(export.counties(actor), actor.allUnits(), state, page);
    }

    @Requires("contribution.refund.edit")
    @PostMapping("/person-refunds")
    @ResponseStatus(HttpStatus.CREATED)
    PersonRefunds.PersonRefund enter(@AuthenticationPrincipal Actor actor, @RequestBody PersonRefunds.Request request) {
        return refunds.enter(actor, request);
    }

    @Requires("contribution.refund.review")
    @PostMapping("/person-refunds/{id}/review")
    PersonRefunds.PersonRefund review(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Review review) {
        return refunds.review(actor, id, Given.required("复核结论", review.accept()), review.reason());
    }

    @Requires("contribution.dues.view")
    @GetMapping("/aid/{year}")
    AidYear aid(@AuthenticationPrincipal Actor actor, @PathVariable int year) {
        String[] counties = export.counties(actor);
        return new AidYear(claims.open(counties, year), claims.list(counties, year));
    }

    @Requires("contribution.subsidy.edit")
    @PostMapping("/aid/{year}")
    @ResponseStatus(HttpStatus.CREATED)
    List<AidClaims.Claim> claimAid(@AuthenticationPrincipal Actor actor, @PathVariable int year, @RequestBody Aid aid) {
        return claims.enter(
                actor, export.counties(actor), year, aid.payer(), Given.required("到位日期", aid.day()), aid.document());
    }

    @Requires("contribution.subsidy.review")
    @PostMapping("/aid/claims/{id}/review")
    AidClaims.Claim reviewAid(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Review review) {
        return claims.review(actor, id, Given.required("复核结论", review.accept()), review.reason());
    }
}
