package org.tongchou.platform.contribution.person;

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
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 资助参保款: the aided share of residents who are paid for, claimed county by county from the aid fund or the treasury. */
@Service
class AidClaims {
    private static final String AID = "aid";
    /** The fiscal levels pay. */
    static final String FISCAL = "fiscal";

    private static final String OPEN = """
             from contribution.due where scheme = 'resident' and period = :year and state = '已缴' and subsidised_fen > 0
                and claim_id is null and county = any(:counties)
            """;

    private final JdbcClient database;
    private final Ledger ledger;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    AidClaims(JdbcClient database, Ledger ledger, Region region, AuditLog audit, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A claim.
     *
     * @param id its id
     * @param year the year
     * @param county six digits
     * @param payer aid or fiscal
     * @param heads for how many people
     * @param fen how much
     * @param day when the money is there
     * @param document the document
     * @param state 待复核, 已入账 or 已退回
     * @param reason why it was returned
     * @param enteredBy who entered it
     * @param enteredName their name
     * @param reviewedName who reviewed
     * @param voucherId the voucher of the residents' fund
     */
    record Claim(
            long id,
            int year,
            String county,
            String payer,
            int heads,
            long fen,
            LocalDate day,
            String document,
            String state,
            String reason,
            long enteredBy,
            String enteredName,
            String reviewedName,
            @Nullable Long voucherId) {}

    /**
     * What may be claimed.
     *
     * @param county six digits
     * @param heads people who are paid for
     * @param fen the aided share of their dues
     */
    record Claimable(String county, int heads, long fen) {}

    List<Claim> list(String[] counties, int year) {
        return database.sql(
                        "select * from contribution.aid_claim where year = :year and county = any(:counties) order by id")
                .param("year", year)
                .param("counties", counties)
                .query(Claim.class)
                .list();
    }

    List<Claimable> open(String[] counties, int year) {
        return database.sql("select county, count(*)::int as heads, sum(subsidised_fen)::bigint as fen " + OPEN
                        + " group by county order by county")
                .param("year", Integer.toString(year))
                .param("counties", counties)
                .query(Claimable.class)
                .list();
    }

    /** Enters what is open, one claim a county; each person's share once. */
    @Transactional
    List<Claim> enter(
            Actor actor,
            String[] counties,
            int year,
            @Nullable String payer,
            LocalDate day,
            @Nullable String document) {
        String who = Given.text(payer);
        if (!who.equals(AID) && !who.equals(FISCAL)) {
            throw Refusal.field("E-CON-080", "付款方", who, "aid（医疗救助基金）或 fiscal（财政）");
        }
        String paper = Given.requiredLine("文号", document, 100);
        database.sql("select pg_advisory_xact_lock(hashtextextended('contribution.aid ' || :year, 0))")
                .param("year", year)
                .query((row, number) -> 0)
                .list();
        List<Claim> made = new ArrayList<>();
        for (Claimable open : open(counties, year)) {
            long id = database.sql("""
                            insert into contribution.aid_claim (year, county, payer, heads, fen, day, document, entered_by,
                                entered_name, entered_at)
                            values (:year, :county, :payer, :heads, :fen, :day, :document, :who, :whoName, :now) returning id""")
                    .param("year", year)
                    .param("county", open.county())
                    .param("payer", who)
                    .param("heads", open.heads())
                    .param("fen", open.fen())
                    .param("day", day)
                    .param("document", paper)
                    .param("who", actor.userId())
                    .param("whoName", actor.displayName())
                    .param("now", OffsetDateTime.now(clock))
                    .query(Long.class)
                    .single();
            int marked = database.sql(
                            "update contribution.due set claim_id = :claim where id in (select id " + OPEN + ")")
                    .param("claim", id)
                    .param("year", Integer.toString(year))
                    .param("counties", new String[] {open.county()})
                    .update();
            if (marked != open.heads()) {
                throw Refusal.conflict("E-PLT-409", "资助参保人数刚刚有变化，请重新登记");
            }
            Claim claim = lock(id);
            record(actor, "enter", "登记", claim);
            made.add(claim);
        }
        if (made.isEmpty()) {
            throw Refusal.conflict("E-CON-081", year + " 年没有可以申请的资助参保款");
        }
        return made;
    }

    private Claim lock(long id) {
        return database.sql("select * from contribution.aid_claim where id = :id for update")
                .param("id", id)
                .query(Claim.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这笔资助参保款"));
    }

    /** Posts a claim, or returns it with a reason, so that it can be claimed again; never by who entered it. */
    @Transactional
    Claim review(Actor actor, long id, boolean accept, @Nullable String reason) {
        Claim claim = lock(id);
        actor.mustSee(region.county(claim.county()).unitId());
        if (!claim.state().equals("待复核")) {
            throw Refusal.conflict("E-CON-056", "资助参保款" + claim.state() + "，不能复核");
        }
        if (claim.enteredBy() == actor.userId()) {
            throw Refusal.conflict("E-CON-005", "登记人不能复核自己的申请，请由另一人复核");
        }
        String why = accept ? "" : Given.requiredLine("退回原因", reason, 200);
        if (!accept) {
            database.sql("update contribution.due set claim_id = null where claim_id = :id")
                    .param("id", id)
                    .update();
        }
        database.sql("""
                        update contribution.aid_claim set state = :state, reason = :reason, reviewed_by = :who,
                            reviewed_name = :whoName, voucher_id = :voucher::bigint where id = :id""")
                .param("state", accept ? "已入账" : "已退回")
                .param("reason", why)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("voucher", accept ? post(actor, claim) : null)
                .param("id", id)
                .update();
        Claim done = lock(id);
        record(actor, accept ? "accept" : "return", accept ? "复核" : "退回", done);
        return done;
    }

    private long post(Actor actor, Claim claim) {
        String summary = claim.year() + " 年资助参保";
        List<Voucher> vouchers = new ArrayList<>();
        vouchers.add(new Voucher(
                Funds.RESIDENT,
                claim.day(),
                PersonBooks.cause("aid", Long.toString(claim.id())),
                summary,
                List.of(
                        Leg.debit(FundAccounts.TREASURY_BANK, claim.fen(), null),
                        Leg.credit(FundAccounts.SUBSIDY_ENROLMENT, claim.fen(), claim.county()))));
        if (claim.payer().equals(AID)) {
            vouchers.add(new Voucher(
                    Funds.AID,
                    claim.day(),
                    PersonBooks.cause("aid", Long.toString(claim.id())),
                    summary,
                    List.of(
                            Leg.debit(FundAccounts.ENROLMENT_AID, claim.fen(), claim.county()),
                            Leg.credit(FundAccounts.TREASURY_BANK, claim.fen(), null))));
        }
        return ledger.post(actor, vouchers).get(0);
    }

    private void record(Actor actor, String act, String verb, Claim claim) {
        audit.record(
                actor,
                "contribution.aid." + act,
                "contribution.aid",
                Long.toString(claim.id()),
                verb + claim.year() + " 年资助参保款 " + Money.ofFen(claim.fen()),
                null,
                Map.of("区县", claim.county(), "人数", claim.heads(), "原因", claim.reason()));
    }
}
