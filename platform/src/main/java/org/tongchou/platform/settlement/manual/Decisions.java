package org.tongchou.platform.settlement.manual;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Due;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.advance.Claims;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Decides on applications: 初审, 复核 with the settlement, refusal, withdrawal, and the way back from a settlement. */
@Service("settlementDeskDecisions")
class Decisions {
    private final Applications applications;
    private final Duplicates duplicates;
    private final DeskVisits visits;
    private final DeskCharges charges;
    private final DeskPayments payments;
    private final Settlements settlements;
    private final Claims claims;
    private final DeskLog log;
    private final Clock clock;

    Decisions(
            Applications applications,
            Duplicates duplicates,
            DeskVisits visits,
            DeskCharges charges,
            DeskPayments payments,
            Settlements settlements,
            Claims claims,
            DeskLog log,
            Clock clock) {
        this.applications = applications;
        this.duplicates = duplicates;
        this.visits = visits;
        this.charges = charges;
        this.payments = payments;
        this.settlements = settlements;
        this.claims = claims;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What is decided.
     *
     * @param version of what was read
     * @param outcome {@code pass}, {@code return} or {@code refuse}
     * @param reason why not
     * @param materials what must be handed in anew, when it is returned to the person
     */
    record Decision(
            @Nullable Integer version,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable List<String> materials) {
        int readVersion() {
            return Given.required("版本", version);
        }

        String why() {
            return Given.requiredLine("原因", reason, 200);
        }
    }

    /** The first review (初审); not by who accepted. */
    @Transactional
    Application review(Actor actor, long id, Decision decision) {
        Application application =
                DeskLog.at(applications.lock(actor, id), decision.readVersion(), Application.ACCEPTED);
        mustBeOther(actor, application.acceptedBy(), "受理人不能初审自己受理的申请");
        switch (Given.text(decision.outcome())) {
            case "pass" -> {
                duplicates.refuse(application);
                Settled preview = preview(application);
                applications.reviewed(application, actor);
                applications.move(
                        actor, application, "初审通过", Application.REVIEWED, "拟付 " + Money.ofFen(dueFen(preview)) + " 元");
            }
            case "return" -> {
                applications.demand(id, decision.materials() == null ? List.of() : decision.materials());
                List<String> missing = applications.missing(id);
                applications.move(
                        actor,
                        application,
                        "初审退回补正",
                        Application.INCOMPLETE,
                        decision.why() + (missing.isEmpty() ? "" : "；缺：" + String.join("、", missing)));
            }
            default -> refuse(actor, application, "初审", decision);
        }
        return log.recorded(actor, "review", "初审", applications.find(id, ""));
    }

    /** The approval (复核): settles and orders the payment; neither by who accepted nor by who reviewed. */
    @Transactional
    Application approve(Actor actor, long id, Decision decision) {
        Application application =
                DeskLog.at(applications.lock(actor, id), decision.readVersion(), Application.REVIEWED);
        mustBeOther(actor, application.acceptedBy(), "受理人不能复核自己受理的申请");
        mustBeOther(actor, Objects.requireNonNull(application.reviewedBy()), "初审人不能复核自己初审的申请");
        switch (Given.text(decision.outcome())) {
            case "pass" -> settle(actor, application);
            case "return" -> {
                applications.reviewed(application, null);
                applications.move(actor, application, "复核退回初审", Application.ACCEPTED, decision.why());
            }
            default -> refuse(actor, application, "复核", decision);
        }
        return log.recorded(actor, "approve", "复核", applications.find(id, ""));
    }

    private void settle(Actor actor, Application application) {
        duplicates.refuse(application);
        LocalDate today = LocalDate.now(clock);
        Settled settled = settlements.settle(
                actor,
                visits.lock(application),
                request(application),
                new Due(FundAccounts.DUE_TO_PERSONS, application.number(), today));
        Map<String, Long> due = DeskPayments.due(settled);
        applications.settled(
                actor, application, settled.id(), dueFen(settled), "应付 " + Money.ofFen(dueFen(settled)) + " 元");
        payments.order(actor, application, due);
        if (DeskRules.rules().kind(application.kind()).isAdvance()) {
            claims.againstThirdParty(actor, claimed(application), settled.id(), today);
        }
    }

    private static Claims.Claimed claimed(Application application) {
        return new Claims.Claimed(
                application.id(), application.number(), application.personNumber(), application.county());
    }

    private static long dueFen(Settled settled) {
        return DeskPayments.due(settled).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What the settlement would be. */
    @Transactional(readOnly = true)
    public Settled preview(Application application) {
        return settlements.preview(visits.get(application), request(application));
    }

    private Settlements.Request request(Application application) {
        long entered = charges.list(application).stream()
                .mapToLong(DeskCharges.Entered::fen)
                .sum();
        if (entered != application.totalFen()) {
            throw Refusal.conflict(
                    "E-SET-121",
                    "费用明细合计 " + Money.ofFen(entered) + " 元，与票据合计 " + Money.ofFen(application.totalFen())
                            + " 元不符，请补录或改正明细");
        }
        return new Settlements.Request(
                "",
                application.totalFen(),
                Map.of(),
                application.useAccount(),
                application.ended(),
                false,
                "item",
                DeskRules.rules().kind(application.kind()).tags(),
                application.number());
    }

    private void refuse(Actor actor, Application application, String step, Decision decision) {
        if (!"refuse".equals(decision.outcome())) {
            throw Refusal.field("E-SET-122", step + "结论", decision.outcome(), "pass、return 或 refuse");
        }
        end(actor, application, step + "不予支付", Application.REFUSED, decision.why());
    }

    private void end(Actor actor, Application application, String action, String state, String reason) {
        visits.abandon(application);
        applications.release(application.id());
        applications.move(actor, application, action, state, reason);
    }

    /** Takes an application back that is not settled (撤回). */
    @Transactional
    Application withdraw(Actor actor, long id, int version, @Nullable String reason) {
        Application application = DeskLog.at(
                applications.lock(actor, id),
                version,
                Application.INCOMPLETE,
                Application.ACCEPTED,
                Application.REVIEWED);
        end(actor, application, "撤回申请", Application.WITHDRAWN, Given.requiredLine("撤回原因", reason, 200));
        return log.recorded(actor, "withdraw", "撤回", applications.find(id, ""));
    }

    /**
     * Orders anew what the fund's people took back, perhaps to another account; not by who accepted.
     *
     * @return the application with what was ordered
     */
    @Transactional
    Application payAgain(Actor actor, long id, Repayment again) {
        Application application =
                DeskLog.at(applications.lock(actor, id), Given.required("版本", again.version()), Application.STOPPED);
        mustBeOther(actor, application.acceptedBy(), "受理人不能重新提交自己受理的申请的付款");
        if (application.cancelBy() != null) {
            throw Refusal.conflict("E-SET-125", "申请 " + application.number() + " 正在申请撤销结算，不能重新提交付款");
        }
        duplicates.refuse(application);
        String why = Given.requiredLine("处理说明", again.note(), 200);
        String account = Given.text(again.account());
        Application payable = account.isEmpty() ? application : payments.payee(application, again);
        payments.order(actor, payable, payments.stopped(application, DeskPayments.due(settled(application))));
        applications.move(
                actor,
                application,
                "重新提交付款",
                payments.state(application),
                why
                        + (account.isEmpty()
                                ? ""
                                : "；收款账户由 " + application.accountMasked() + " 改为 " + payable.accountMasked()));
        return log.recorded(actor, "pay_again", "重新提交付款", applications.find(id, ""));
    }

    /**
     * How a payment is ordered anew.
     *
     * @param version of what was read
     * @param note what was done about the reason for which it was taken back
     * @param account another account; empty to keep the one that was given
     * @param holder its holder
     * @param bank its bank and branch
     */
    record Repayment(
            @Nullable Integer version,
            @Nullable String note,
            @Nullable String account,
            @Nullable String holder,
            @Nullable String bank) {}

    /** Asks to take a settlement back; another decides. */
    @Transactional
    Application askCancel(Actor actor, long id, int version, @Nullable String reason) {
        Application application = settledAt(actor, id, version);
        String why = Given.requiredLine("撤销原因", reason, 200);
        applications.cancelling(application, actor, why);
        applications.note(actor, id, "申请撤销结算", application.state(), why);
        return log.recorded(actor, "ask_cancel", "申请撤销", applications.find(id, ""));
    }

    /** Takes a settlement back by its mirror, with what was asked for; money that was paid becomes a claim. Not by who asked. */
    @Transactional
    Application cancel(Actor actor, long id, int version, boolean accept) {
        Application application = settledAt(actor, id, version);
        Long asked = application.cancelBy();
        if (asked == null) {
            throw Refusal.conflict("E-SET-123", "申请 " + application.number() + " 没有人提出撤销结算");
        }
        mustBeOther(actor, asked, "提出撤销的人不能自己确认撤销");
        if (!accept) {
            applications.cancelling(application, null, "");
            applications.note(actor, id, "不同意撤销结算", application.state(), "");
            return log.recorded(actor, "refuse_cancel", "不同意撤销", applications.find(id, ""));
        }
        Visit visit = visits.lock(application);
        Settled settled = settled(application);
        LocalDate today = LocalDate.now(clock);
        claims.undo(actor, claimed(application), today);
        Map<String, Long> paid =
                payments.withdraw(actor, application, DeskPayments.due(settled), today, application.cancelReason());
        settlements.cancel(actor, visit, settled.id(), application.number() + "-X", false);
        claims.againstPerson(actor, claimed(application), application.holder(), paid, today);
        applications.move(
                actor,
                application,
                "撤销结算",
                Application.CANCELLED,
                application.cancelReason() + (paid.isEmpty() ? "" : "；已付部分转为应追回款"));
        visits.abandon(application);
        applications.release(id);
        return log.recorded(actor, "cancel", "撤销结算", applications.find(id, ""));
    }

    private Application settledAt(Actor actor, long id, int version) {
        return DeskLog.at(
                applications.lock(actor, id),
                version,
                Application.SETTLED,
                Application.PAID,
                Application.FAILED,
                Application.STOPPED);
    }

    /** The settlement of an application that has one. */
    @Transactional(readOnly = true)
    public Settled settled(Application application) {
        return settlements.byId(Objects.requireNonNull(application.settlementId()));
    }

    private static void mustBeOther(Actor actor, long before, String says) {
        if (actor.userId() == before) {
            throw Refusal.conflict("E-SET-106", says + "，请由另一人办理");
        }
    }
}
