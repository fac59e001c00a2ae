package org.tongchou.platform.fund.payment;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.fund.Payee;
import org.tongchou.platform.fund.ledger.FundScope;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Orders, batches and what the bank answers; prepayment, settlement and deposits of providers. */
@RestController("fundPaymentController")
@Tag(name = "基金财务")
@RequestMapping("/api/fund/payments")
class PaymentController {
    private final Orders orders;
    private final Batches batches;
    private final ProviderActs acts;
    private final PaymentFile file;
    private final FundScope scope;

    PaymentController(Orders orders, Batches batches, ProviderActs acts, PaymentFile file, FundScope scope) {
        this.orders = orders;
        this.batches = batches;
        this.acts = acts;
        this.file = file;
        this.scope = scope;
    }

    @Requires("fund.ledger.view")
    @GetMapping("/orders")
    Page<Order> orders(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam(required = false) @Nullable String text,
            PageQuery page) {
        scope.mustSee(actor);
        return orders.list(fund, state, batch, text, page);
    }

    @Requires("fund.payment.edit")
    @PostMapping("/orders/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Batch.Review request) {
        scope.mustSee(actor);
        batches.cancel(actor, id, request.reason());
    }

    @Requires("fund.ledger.view")
    @GetMapping("/batches")
    Page<Batch> batches(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable String state,
            PageQuery page) {
        scope.mustSee(actor);
        return batches.list(fund, state, page);
    }

    /**
     * A batch with its lines.
     *
     * @param batch the batch
     * @param lines its lines
     */
    record BatchView(Batch batch, List<Batch.Line> lines) {}

    @Requires("fund.ledger.view")
    @GetMapping("/batches/{id}")
    BatchView batch(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        scope.mustSee(actor);
        return new BatchView(batches.get(id), batches.lines(id));
    }

    @Requires("fund.payment.edit")
    @PostMapping("/batches")
    @ResponseStatus(HttpStatus.CREATED)
    Batch create(@AuthenticationPrincipal Actor actor, @RequestBody Batch.Request request) {
        scope.mustSee(actor);
        return batches.create(actor, request);
    }

    @Requires("fund.payment.review")
    @PostMapping("/batches/{id}/review")
    Batch review(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Batch.Review request) {
        scope.mustSee(actor);
        return batches.review(actor, id, request);
    }

    /** The file for the bank, with the numbers of the accounts. */
    @Requires("fund.payment.export")
    @GetMapping("/batches/{id}/file")
    ResponseEntity<Resource> download(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        scope.mustSee(actor);
        return file.of(actor, batches.get(id));
    }

    /**
     * Where a failed payment goes now.
     *
     * @param bankName bank of the payee
     * @param bankAccount account of the payee
     */
    record Repayment(@Nullable String bankName, @Nullable String bankAccount) {}

    @Requires("fund.payment.edit")
    @PostMapping("/batches/{id}/lines/{line}/repayment")
    @ResponseStatus(HttpStatus.CREATED)
    void repay(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable int line,
            @RequestBody Repayment request) {
        scope.mustSee(actor);
        Batch batch = batches.get(id);
        Batch.Line failed = batches.lines(id).stream()
                .filter(each -> each.line() == line && each.returnVoucherId() != null)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("E-FUN-075", "这一行没有付款失败，不需要重付"));
        orders.repay(
                actor,
                failed,
                batch.fund(),
                new Payee(
                        failed.payeeCode(),
                        failed.payeeName(),
                        Given.text(request.bankName()),
                        Given.text(request.bankAccount())));
    }

    @Requires("fund.ledger.view")
    @GetMapping("/provider-acts")
    Page<ProviderAct> acts(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String text,
            PageQuery page) {
        scope.mustSee(actor);
        return acts.list(fund, month, kind, state, text, page);
    }

    @Requires("fund.payment.edit")
    @PostMapping("/provider-acts")
    @ResponseStatus(HttpStatus.CREATED)
    ProviderAct createAct(@AuthenticationPrincipal Actor actor, @RequestBody ProviderAct.Request request) {
        scope.mustSee(actor);
        return acts.create(actor, request);
    }

    @Requires("fund.payment.review")
    @PostMapping("/provider-acts/{id}/review")
    ProviderAct reviewAct(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Batch.Review request) {
        scope.mustSee(actor);
        return acts.review(actor, id, request);
    }
}
