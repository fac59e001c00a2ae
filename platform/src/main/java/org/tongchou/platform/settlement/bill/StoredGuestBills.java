package org.tongchou.platform.settlement.bill;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.Charges.Shares;
import org.tongchou.platform.settlement.Charges.Split;
import org.tongchou.platform.settlement.GuestBills;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.bill.SettlementRows.Kept;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Keeps what home regions decide. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredGuestBills implements GuestBills {
    private final Charges charges;
    private final Splitting splitting;
    private final SettlementRows rows;
    private final Postings postings;
    private final AuditLog audit;
    private final Clock clock;

    StoredGuestBills(
            Charges charges, Splitting splitting, SettlementRows rows, Postings postings, AuditLog audit, Clock clock) {
        this.charges = charges;
        this.splitting = splitting;
        this.rows = rows;
        this.postings = postings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Shares split(Visit visit, Request request) {
        if (visit.state().equals(Visit.CANCELLED) || visit.state().equals(Visit.SETTLED)) {
            throw Refusal.conflict("E-SET-007", "就诊 " + visit.number() + " " + visit.state() + "，不能结算");
        }
        List<Split> splits = splitting.of(visit, charges.open(visit, request.batch()));
        if (splits.isEmpty()) {
            throw Refusal.conflict("E-SET-031", "就诊 " + visit.number() + " 没有未结算的费用明细，请先上传");
        }
        Shares shares = new Shares(
                splits.stream().mapToLong(Split::ownFen).sum(),
                splits.stream().mapToLong(Split::overFen).sum(),
                splits.stream().mapToLong(Split::preFen).sum(),
                splits.stream().mapToLong(Split::scopeFen).sum());
        if (shares.total() != request.totalFen()) {
            throw Refusal.field(
                    "E-SET-032",
                    "医疗费总额",
                    Money.ofFen(request.totalFen()).toString(),
                    "未结算费用明细之和 " + Money.ofFen(shares.total()));
        }
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("fulamt_ownpay_amt", shares.own());
        parts.put("overlmt_selfpay", shares.over());
        parts.put("preselfpay_amt", shares.pre());
        parts.put("inscp_scp_amt", shares.scope());
        request.parts().forEach((name, theirs) -> {
            Long ours = parts.get(name);
            if (ours != null && !ours.equals(theirs)) {
                throw Refusal.field(
                        "E-SET-033", name, Money.ofFen(theirs).toString(), "与中心分割一致的 " + Money.ofFen(ours) + "，请重新预结算");
            }
        });
        return shares;
    }

    @Override
    public Settled shown(Visit visit, Request request, Decision decision) {
        return settled(visit, request, decision);
    }

    @Override
    public Settled keep(Actor actor, Visit visit, Request request, Decision decision) {
        OpenCharges open = OpenCharges.of(charges, visit, request);
        Settled settled = rows.insert(
                settled(visit, request, decision),
                Kept.guest(request.day().getYear(), request.batch(), splitting.of(visit, open.wanted())),
                open.goesOn(visit, request) ? null : Visit.SETTLED);
        postings.postGuest(actor, settled, decision.home());
        Amounts amounts = settled.amounts();
        audit.record(
                actor,
                "settlement.settlement.guest",
                "settlement.settlement",
                settled.number(),
                "异地参保人结算 " + settled.number() + "，总额 " + Money.ofFen(amounts.total()) + " 元",
                null,
                Map.of(
                        "参保地", decision.home(),
                        "基金支付", Money.ofFen(amounts.fund()).toString(),
                        "报文", settled.message()));
        return settled;
    }

    private Settled settled(Visit visit, Request request, Decision decision) {
        return new Settled(
                0,
                "",
                visit.id(),
                visit.personId(),
                visit.scheme(),
                decision.personType(),
                visit.kind(),
                visit.provider(),
                request.day(),
                LocalDateTime.now(clock),
                request.message(),
                "结算",
                null,
                decision.amounts(),
                decision.ratio(),
                decision.payments(),
                decision.balanceFen());
    }
}
