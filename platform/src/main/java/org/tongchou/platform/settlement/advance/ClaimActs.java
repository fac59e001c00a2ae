package org.tongchou.platform.settlement.advance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** What becomes of claims: money that comes in, perhaps in parts, and what is written off. One enters, another reviews and posts. */
@Service("settlementClaimActs")
class ClaimActs {
    private static final String RECEIPT = "收款";
    private static final List<String> BANKS = List.of(FundAccounts.SPENDING_BANK, FundAccounts.INCOME_BANK);
    private static final Map<String, String> SORTABLE =
            Map.of("number", "c.id", "openedOn", "c.opened_on", "fen", "c.fen", "openFen", "open_fen");
    private static final String SELECT = """
            select c.*, c.fen - coalesce(sum(a.fen) filter (where a.state = '已复核'), 0) as open_fen,
                coalesce(sum(a.fen) filter (where a.state = '已复核' and a.kind = '收款'), 0) as received_fen,
                coalesce(sum(a.fen) filter (where a.state = '已复核' and a.kind = '核销'), 0) as written_off_fen,
                coalesce(sum(a.fen) filter (where a.state = '待复核'), 0) as waiting_fen, :today::date - c.opened_on as days
            from settlement.claim c left join settlement.claim_act a on a.claim_id = c.id""";

    private final JdbcClient database;
    private final Ledger ledger;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    ClaimActs(JdbcClient database, Ledger ledger, Region region, AuditLog audit, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A claim (应追回款).
     *
     * @param id its id
     * @param number 追偿编号
     * @param applicationId the application that was paid
     * @param applicationNumber its number
     * @param personNumber 人员编号
     * @param county county of the person
     * @param kind 第三人 or 参保人
     * @param debtor who owes
     * @param openedOn since when
     * @param fen how much
     * @param receivedFen what came in
     * @param writtenOffFen what was written off
     * @param waitingFen what waits for a review
     * @param openFen what is still owed
     * @param days how old it is
     * @param state 追偿中, 已结清 or 已撤销
     * @param openedName who opened it
     */
    record Claim(
            long id,
            String number,
            long applicationId,
            String applicationNumber,
            String personNumber,
            String county,
            String kind,
            String debtor,
            LocalDate openedOn,
            long fen,
            long receivedFen,
            long writtenOffFen,
            long waitingFen,
            long openFen,
            int days,
            String state,
            String openedName) {}

    /**
     * Money that came in, or what is written off.
     *
     * @param id its id
     * @param claimId the claim
     * @param kind 收款 or 核销
     * @param fen how much
     * @param actDate business date
     * @param bank account of the books that it came to
     * @param reason where it came from, or why it is written off
     * @param state 待复核, 已复核 or 已退回
     * @param opinion why it was returned
     * @param enteredBy who entered it
     * @param enteredName their name
     * @param enteredAt when
     * @param reviewedName who reviewed it
     */
    record Act(
            long id,
            long claimId,
            String kind,
            long fen,
            LocalDate actDate,
            String bank,
            String reason,
            String state,
            String opinion,
            long enteredBy,
            String enteredName,
            OffsetDateTime enteredAt,
            String reviewedName) {}

    /**
     * What is entered.
     *
     * @param kind 收款 or 核销
     * @param fen how much
     * @param date business date
     * @param bank account of the books that it came to; 支出户存款 when empty
     * @param reason where it came from, or why it is written off
     */
    record Request(
            @Nullable String kind,
            @Nullable Long fen,
            @Nullable LocalDate date,
            @Nullable String bank,
            @Nullable String reason) {}

    Page<Claim> page(
            Actor actor, @Nullable String state, @Nullable String kind, @Nullable String text, PageQuery page) {
        Where where = new Where()
                .and(
                        "c.county = any(:counties)",
                        "counties",
                        region.counties(actor).stream().map(County::code).toArray(String[]::new))
                .with("today", LocalDate.now(clock))
                .when(state, "c.state = :state", "state")
                .when(kind, "c.kind = :kind", "kind")
                .when(
                        text,
                        "strpos(c.number || ' ' || c.application_number || ' ' || c.person_number || ' ' || c.debtor, :text) > 0",
                        "text");
        return where.page(
                database,
                page,
                "select count(*) from settlement.claim c",
                SELECT,
                " group by c.id" + page.orderBy(SORTABLE, "c.opened_on, c.id"),
                Claim.class);
    }

    Claim get(Actor actor, long id) {
        Claim claim = database.sql(SELECT + " where c.id = :id group by c.id")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(Claim.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这笔应追回款"));
        actor.mustSee(region.county(claim.county()).unitId());
        return claim;
    }

    List<Act> acts(long claim) {
        return database.sql("select * from settlement.claim_act where claim_id = :id order by id")
                .param("id", claim)
                .query(Act.class)
                .list();
    }

    private Claim lock(Actor actor, long id) {
        database.sql("select id from settlement.claim where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return get(actor, id);
    }

    /** Enters money that came in, or what is to be written off. */
    @Transactional
    Claim enter(Actor actor, long id, Request request) {
        Claim claim = lock(actor, id);
        if (!claim.state().equals("追偿中")) {
            throw Refusal.conflict("E-SET-132", "应追回款 " + claim.number() + " " + claim.state() + "，不能登记");
        }
        String kind = Given.text(request.kind());
        if (!List.of(RECEIPT, "核销").contains(kind)) {
            throw Refusal.field("E-SET-133", "类别", kind, "收款或核销");
        }
        long fen = Given.amount("金额", request.fen());
        if (fen > claim.openFen() - claim.waitingFen()) {
            throw Refusal.field(
                    "E-SET-134",
                    "金额",
                    Money.ofFen(fen).toString(),
                    "不超过尚未追回的 " + Money.ofFen(claim.openFen() - claim.waitingFen()));
        }
        LocalDate date = Given.day("业务日期", request.date());
        if (date.isBefore(claim.openedOn()) || date.isAfter(LocalDate.now(clock))) {
            throw Refusal.field("E-SET-135", "业务日期", date.toString(), "立案日期 " + claim.openedOn() + " 至今天");
        }
        String bank = Given.text(request.bank()).isEmpty() ? BANKS.get(0) : Given.text(request.bank());
        if (!BANKS.contains(bank)) {
            throw Refusal.field("E-SET-136", "收款账户", bank, "支出户存款或收入户存款");
        }
        long act = database.sql("""
                        insert into settlement.claim_act (claim_id, kind, fen, act_date, bank, reason, state, entered_by, entered_name,
                            entered_at)
                        values (:claim, :kind, :fen, :date, :bank, :reason, '待复核', :who, :whoName, :now) returning id""")
                .param("claim", id)
                .param("kind", kind)
                .param("fen", fen)
                .param("date", date)
                .param("bank", kind.equals(RECEIPT) ? bank : "")
                .param("reason", Given.requiredLine(kind.equals(RECEIPT) ? "款项来源" : "核销原因", request.reason(), 200))
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        record(actor, "enter", "登记" + kind, claim, act, fen);
        return get(actor, id);
    }

    /** Posts what was entered, or returns it; never by who entered it. */
    @Transactional
    Claim review(Actor actor, long claimId, long id, boolean accept, @Nullable String reason) {
        Claim claim = lock(actor, claimId);
        Act act = acts(claimId).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("这笔追偿收款或核销"));
        if (!act.state().equals("待复核")) {
            throw Refusal.conflict("E-SET-137", "这笔" + act.kind() + act.state() + "，不能复核");
        }
        if (act.enteredBy() == actor.userId()) {
            throw Refusal.conflict("E-SET-106", "登记人不能复核自己登记的" + act.kind() + "，请由另一人复核");
        }
        database.sql("""
                        update settlement.claim_act set state = :state, opinion = :opinion, reviewed_by = :who, reviewed_name = :name
                        where id = :id""")
                .param("state", accept ? "已复核" : "已退回")
                .param("opinion", accept ? "" : Given.requiredLine("退回原因", reason, 200))
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .param("id", id)
                .update();
        if (accept) {
            post(actor, claim, act);
            database.sql("update settlement.claim set state = '已结清' where id = :id and :open = 0")
                    .param("id", claimId)
                    .param("open", claim.openFen() - act.fen())
                    .update();
        }
        record(actor, accept ? "post" : "return", (accept ? "复核" : "退回") + act.kind(), claim, id, act.fen());
        return get(actor, claimId);
    }

    private void post(Actor actor, Claim claim, Act act) {
        boolean receipt = act.kind().equals(RECEIPT);
        List<Voucher> vouchers = new ArrayList<>();
        for (ClaimShares.Share share : ClaimShares.of(open(claim.id()), act.fen())) {
            database.sql("insert into settlement.claim_act_part (act_id, fund, fen) values (:id, :fund, :fen)")
                    .param("id", act.id())
                    .param("fund", share.fund())
                    .param("fen", share.fen())
                    .update();
            vouchers.add(new Voucher(
                    share.fund(),
                    act.actDate(),
                    new Cause(Claims.MODULE, receipt ? "claim-receipt" : "claim-write-off", Long.toString(act.id())),
                    (receipt ? "追偿收款 " : "核销应追回款 ") + claim.number(),
                    List.of(
                            receipt
                                    ? Leg.debit(act.bank(), share.fen(), null)
                                    : Leg.debit(share.account(), share.fen(), claim.applicationNumber()),
                            Leg.credit(FundAccounts.TO_RECOVER, share.fen(), claim.applicationNumber()))));
        }
        ledger.post(actor, vouchers);
    }

    private List<ClaimShares.Share> open(long claim) {
        return database.sql("""
                        select p.fund, p.account, p.fen - coalesce((select sum(q.fen) from settlement.claim_act_part q
                            join settlement.claim_act a on a.id = q.act_id
                            where a.claim_id = p.claim_id and q.fund = p.fund and a.state = '已复核'), 0) as fen
                        from settlement.claim_part p where p.claim_id = :id order by p.fund""")
                .param("id", claim)
                .query(ClaimShares.Share.class)
                .list();
    }

    private void record(Actor actor, String act, String verb, Claim claim, long id, long fen) {
        audit.record(
                actor,
                "settlement.claim." + act,
                "settlement.claim",
                claim.number(),
                verb + " " + claim.number() + "，" + Money.ofFen(fen) + " 元",
                null,
                Map.of("act", id, "fen", fen));
    }
}
