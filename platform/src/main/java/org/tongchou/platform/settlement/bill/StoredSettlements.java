package org.tongchou.platform.settlement.bill;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.benefit.coverage.Member;
import org.tongchou.benefit.coverage.MemberSettlement;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.BillBuilder;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.Charges.Charge;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.bill.SettlementRows.Kept;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Settles: the person's year is held, the engine decides, everything that follows is written in the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredSettlements implements Settlements {
    private final JdbcClient database;
    private final Charges charges;
    private final ReadyPolicies policies;
    private final Bills bills;
    private final YearStates years;
    private final PersonalAccounts accounts;
    private final AccountShares shares;
    private final Postings postings;
    private final SettlementRows rows;
    private final Restorations restorations;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    StoredSettlements(
            JdbcClient database,
            Charges charges,
            ReadyPolicies policies,
            Bills bills,
            YearStates years,
            PersonalAccounts accounts,
            AccountShares shares,
            Postings postings,
            SettlementRows rows,
            Restorations restorations,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.charges = charges;
        this.policies = policies;
        this.bills = bills;
        this.years = years;
        this.accounts = accounts;
        this.shares = shares;
        this.postings = postings;
        this.rows = rows;
        this.restorations = restorations;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the engine said of a request. */
    private record Decided(
            Settlement settlement, String personType, OpenCharges open, AccountShares.Usable usable, long basis) {}

    @Override
    public Settled preview(Visit visit, Request request) {
        Policy policy = policies.on(request.day());
        YearStates.Standing year = years.find(policy, visit.personId(), request.day());
        Decided decided = decide(visit, request, policy, year.state(), usable(visit, request, request.day(), false));
        return told(visit, request, decided);
    }

    @Override
    public Settled settle(Actor actor, Visit visit, Request request, Due due) {
        Policy policy = policies.on(request.day());
        YearStates.Standing year = years.lock(policy, visit.personId(), request.day());
        Decided decided = decide(visit, request, policy, year.state(), usable(visit, request, due.day(), true));
        Settlement settlement = decided.settlement();
        Settled settled = rows.insert(
                told(visit, request, decided),
                Kept.of(
                        request.day().getYear(),
                        request.batch(),
                        years.written(settlement.movements()),
                        SettlementRows.Around.of(settlement, decided.usable().ownFen(), decided.basis()),
                        decided.open().wanted(),
                        settlement,
                        region.pack().sources()),
                decided.open().goesOn(visit, request) ? null : Visit.SETTLED);
        years.keep(visit.personId(), request.day().getYear(), settlement.after(), request.day());
        if (!due.account().equals(FundAccounts.DUE_TO_PROVIDERS)) {
            rows.dueElsewhere(settled.id(), due);
        }
        long voucher = postings.post(actor, settled, due);
        shares.take(actor, settled, decided.usable(), due.day(), voucher);
        record(actor, "settle", "结算", settled);
        return settled;
    }

    private AccountShares.Usable usable(Visit visit, Request request, LocalDate day, boolean hold) {
        return request.useAccount() ? shares.usable(visit.personId(), day, hold) : AccountShares.Usable.NOTHING;
    }

    private Decided decide(Visit visit, Request request, Policy policy, YearState state, AccountShares.Usable usable) {
        if (visit.state().equals(Visit.CANCELLED) || visit.state().equals(Visit.SETTLED)) {
            throw Refusal.conflict("E-SET-007", "就诊 " + visit.number() + " " + visit.state() + "，不能结算");
        }
        OpenCharges charged = OpenCharges.of(charges, visit, request);
        List<Charge> open = charged.wanted();
        if (open.isEmpty()) {
            throw Refusal.conflict("E-SET-031", "就诊 " + visit.number() + " 没有未结算的费用明细，请先上传");
        }
        long sum = open.stream().mapToLong(charge -> charge.item().fen()).sum();
        if (sum != request.totalFen()) {
            throw Refusal.field(
                    "E-SET-032", "医疗费总额", Money.ofFen(request.totalFen()).toString(), "未结算费用明细之和 " + Money.ofFen(sum));
        }
        SettlementRows.Before before = rows.before(visit);
        BillBuilder bill = bills.of(visit, billId(visit, before.count()), request.day(), open)
                .paymentMode(request.paymentMode())
                .tags(bills.tags(request.tags()))
                .total(Money.ofFen(sum));
        if (visit.inpatient() && before.standing()) {
            Bills.continues(bill, visit.number());
        }
        bill.balances(usable.balances());
        Member member = bills.member(visit.personId(), request.day());
        Bill asked = bill.build();
        MemberSettlement.Answer answer = MemberSettlement.settle(policy, member, state, asked);
        Settlement settlement =
                answer.outcome().settlement().orElseThrow(() -> Bills.refused(answer, visit, request.day()));
        check(request, settlement);
        String personType = answer.coverage().getValue().schemes().stream()
                .filter(scheme -> scheme.scheme().equals(visit.scheme()))
                .map(scheme -> scheme.personType())
                .findFirst()
                .orElse("");
        return new Decided(settlement, personType, charged, usable, Basis.of(member, asked));
    }

    /** The first bill of a visit bears its number, those that follow after it have one of their own. */
    private static String billId(Visit visit, int before) {
        return before == 0 ? visit.number() : visit.number() + "-" + (before + 1);
    }

    private static void check(Request request, Settlement settlement) {
        Map<String, Money> parts = new LinkedHashMap<>();
        parts.put("fulamt_ownpay_amt", settlement.part(Bucket.FULL_OWN));
        parts.put("overlmt_selfpay", settlement.part(Bucket.OVER_LIMIT));
        parts.put("preselfpay_amt", settlement.part(Bucket.PRE_PAY).plus(settlement.part(Bucket.FIRST_PAY)));
        parts.put("inscp_scp_amt", settlement.part(Bucket.SCOPE));
        parts.forEach((name, ours) -> {
            Long theirs = request.parts().get(name);
            if (theirs != null && theirs != ours.fen()) {
                throw Refusal.field("E-SET-033", name, Money.ofFen(theirs).toString(), "与中心分割一致的 " + ours + "，请重新预结算");
            }
        });
    }

    private Settled told(Visit visit, Request request, Decided decided) {
        Settlement settlement = decided.settlement();
        Amounts amounts = EngineAnswer.amounts(settlement);
        return new Settled(
                0,
                "",
                visit.id(),
                visit.personId(),
                visit.scheme(),
                decided.personType(),
                visit.kind(),
                visit.provider(),
                request.day(),
                LocalDateTime.now(clock),
                request.message(),
                "结算",
                null,
                amounts,
                settlement.basicRatio(),
                EngineAnswer.payments(settlement),
                decided.usable().ownFen() - amounts.account());
    }

    @Override
    public Settled cancel(Actor actor, Visit visit, long id, String message, boolean undone) {
        Settled settled =
                rows.find(id).filter(one -> one.visitId() == visit.id()).orElseThrow(() -> Refusal.notFound("这笔结算"));
        if (settled.reverses() != null) {
            throw Refusal.conflict("E-SET-041", "结算 " + settled.number() + " 本身是撤销，不能再撤销");
        }
        LocalDate today = LocalDate.now(clock);
        boolean guest = settled.personId() < 0;
        if (!guest) {
            years.lock(policies.on(settled.day()), settled.personId(), settled.day());
        }
        if (rows.mirrored(id)) {
            throw Refusal.conflict("E-SET-040", "结算 " + settled.number() + " 已经撤销，不能重复撤销");
        }
        if (rows.laterOf(visit, id)) {
            throw Refusal.conflict("E-SET-042", "结算 " + settled.number() + " 之后本次就诊又有结算，请先撤销其后的结算");
        }
        String moved = rows.movements(id);
        if (!guest) {
            takeOut(settled, moved);
        }
        Amounts amounts = settled.amounts();
        long accountVoucher = postings.reverse(actor, settled, today, (undone ? "冲正结算 " : "撤销结算 ") + settled.number());
        Settled mirror = new Settled(
                0,
                "",
                visit.id(),
                settled.personId(),
                settled.scheme(),
                settled.personType(),
                settled.kind(),
                settled.provider(),
                today,
                LocalDateTime.now(clock),
                message,
                undone ? "冲正" : "撤销",
                id,
                amounts.negated(),
                settled.ratio(),
                settled.payments().stream()
                        .map(payment -> new Payment(
                                payment.tier(),
                                payment.fund(),
                                payment.nationalFund(),
                                -payment.baseFen(),
                                payment.limitFen(),
                                -payment.fen()))
                        .toList(),
                0);
        Settled kept =
                rows.insert(mirror, Kept.mirror(settled.day().getYear(), years.mirrored(moved)), reopened(visit));
        if (!guest) {
            shares.giveBack(actor, settled, kept.id(), today, accountVoucher);
        }
        record(actor, undone ? "undo" : "cancel", undone ? "冲正" : "撤销", settled);
        return kept.leaving(accounts.balance(settled.personId()).fen());
    }

    @Override
    public Settled restore(Actor actor, Visit visit, Settled mirror) {
        Settled again = restorations.restore(this, actor, visit, mirror);
        record(actor, "restore", "恢复", again);
        return again;
    }

    /** Takes what a settlement added out of the person's year. */
    private void takeOut(Settled settled, String moved) {
        Policy policy = policies.on(settled.day());
        YearState now = years.find(policy, settled.personId(), settled.day()).state();
        YearState less = years.without(policy.layout(), now, moved);
        years.keep(settled.personId(), settled.day().getYear(), rows.restored(settled.id(), now, less), settled.day());
    }

    private static String reopened(Visit visit) {
        return !visit.inpatient() ? Visit.OPEN : visit.ended() == null ? Visit.STAYING : Visit.DISCHARGED;
    }

    @Override
    @Transactional(readOnly = true)
    public Settled get(Visit visit, String number) {
        return rows.byNumber(visit, number).orElseThrow(() -> Refusal.field("E-SET-043", "结算ID", number, "本次就诊的结算"));
    }

    @Override
    @Transactional(readOnly = true)
    public Settled byId(long settlement) {
        return rows.find(settlement).orElseThrow(() -> Refusal.notFound("这笔结算"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Settled> byMessage(String provider, String message) {
        return rows.byMessage(provider, message);
    }

    @Override
    @Transactional(readOnly = true)
    public String visitNumber(long settlement) {
        return database.sql("""
                        select v.number from settlement.visit v join settlement.settlement s on s.visit_id = v.id
                        where s.id = :id""").param("id", settlement).query(String.class).single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Settled> of(long person, LocalDateTime from, LocalDateTime to) {
        return rows.of(person, from, to);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> accumulated(long person, int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate today = LocalDate.now(clock);
        Policy policy = policies.on(last.isAfter(today) ? today : last);
        return years.told(policy, person, year);
    }

    @Override
    @Transactional(readOnly = true)
    public String explain(long settlement) {
        return rows.steps(settlement).orElseThrow(() -> Refusal.notFound("这笔结算"));
    }

    private void record(Actor actor, String act, String verb, Settled settled) {
        audit.record(
                actor,
                "settlement.settlement." + act,
                "settlement.settlement",
                settled.number(),
                verb + " " + settled.number() + "，总额 "
                        + Money.ofFen(settled.amounts().total()) + " 元",
                null,
                Map.of(
                        "基金支付", Money.ofFen(settled.amounts().fund()).toString(),
                        "报文", settled.message()));
    }
}
