package org.tongchou.platform.settlement.advance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Opens claims with what they mean to the books, and takes them back. All calls join the caller's transaction. */
@Component("settlementClaims")
@Transactional(propagation = Propagation.MANDATORY)
public class Claims {
    static final String MODULE = "settlement";
    static final String ADVANCE = "advance";

    private final JdbcClient database;
    private final Accidents accidents;
    private final Ledger ledger;
    private final Region region;
    private final AuditLog audit;

    Claims(JdbcClient database, Accidents accidents, Ledger ledger, Region region, AuditLog audit) {
        this.database = database;
        this.accidents = accidents;
        this.ledger = ledger;
        this.region = region;
        this.audit = audit;
    }

    /**
     * What a claim is about.
     *
     * @param application id of the application
     * @param number its number, the party in the books
     * @param person 人员编号
     * @param county county of the person
     */
    public record Claimed(long application, String number, String person, String county) {}

    private record Part(String fund, String account, long fen) {}

    /**
     * After an advance payment: what the funds paid is not their spending but to be recovered from the third party. What came out of
     * the person's account is the person's own affair.
     */
    public void againstThirdParty(Actor actor, Claimed of, long settlement, LocalDate day) {
        List<Part> parts = ledger.byCause(new Cause(MODULE, "settlement", Long.toString(settlement))).stream()
                .filter(voucher -> voucher.reverses() == null && !voucher.fund().equals(Funds.ACCOUNT))
                .map(voucher -> new Part(voucher.fund(), spending(voucher), voucher.debitFen()))
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        String debtor = accidents
                .of(of.application())
                .map(Accident::debtor)
                .filter(name -> !name.isEmpty())
                .orElse("尚不能确定");
        long id = open(actor, of, "第三人", debtor, parts, day);
        ledger.post(
                actor,
                parts.stream()
                        .map(part -> new Voucher(
                                part.fund(),
                                day,
                                new Cause(MODULE, ADVANCE, Long.toString(id)),
                                "先行支付转应追回款 " + of.number(),
                                List.of(
                                        Leg.debit(FundAccounts.TO_RECOVER, part.fen(), of.number()),
                                        Leg.credit(part.account(), part.fen(), of.number()))))
                        .toList());
    }

    private static String spending(VoucherView voucher) {
        return voucher.legs().stream()
                .filter(leg -> leg.fen() > 0)
                .findFirst()
                .orElseThrow()
                .account();
    }

    /** After a settlement was taken back that had been paid: the person is to give it back. The books say so already. */
    public void againstPerson(Actor actor, Claimed of, String debtor, Map<String, Long> paid, LocalDate day) {
        if (!paid.isEmpty()) {
            List<Part> parts = new ArrayList<>();
            paid.forEach((fund, fen) -> parts.add(new Part(fund, FundAccounts.OTHER_BENEFITS, fen)));
            open(actor, of, "参保人", debtor, parts, day);
        }
    }

    private long open(Actor actor, Claimed of, String kind, String debtor, List<Part> parts, LocalDate day) {
        long fen = parts.stream().mapToLong(Part::fen).sum();
        long id = database.sql("""
                        insert into settlement.claim (id, number, application_id, application_number, person_number, county, kind,
                            debtor, opened_on, fen, state, opened_name)
                        overriding system value
                        select next.id, :region || 'ZC' || lpad(next.id::text, 12, '0'), :application, :number, :person, :county,
                            :kind, :debtor, :day, :fen, '追偿中', :who
                        from (select nextval(pg_get_serial_sequence('settlement.claim', 'id')) as id) next returning id""")
                .param("region", region.code())
                .param("application", of.application())
                .param("number", of.number())
                .param("person", of.person())
                .param("county", of.county())
                .param("kind", kind)
                .param("debtor", debtor)
                .param("day", day)
                .param("fen", fen)
                .param("who", actor.displayName())
                .query(Long.class)
                .single();
        parts.forEach(part -> database.sql(
                        "insert into settlement.claim_part (claim_id, fund, account, fen) values (:id, :fund, :account, :fen)")
                .param("id", id)
                .param("fund", part.fund())
                .param("account", part.account())
                .param("fen", part.fen())
                .update());
        record(actor, "open", "立案追偿", of, fen);
        return id;
    }

    /** Takes the claim of an application back with its vouchers; refuses when something came in or was written off. */
    public void undo(Actor actor, Claimed of, LocalDate day) {
        List<Long> open = database.sql("""
                        select id from settlement.claim where application_id = :id and kind = '第三人' and state <> '已撤销'
                        for update""")
                .param("id", of.application())
                .query(Long.class)
                .list();
        for (long claim : open) {
            boolean begun =
                    database.sql("""
                            select exists (select from settlement.claim_act where claim_id = :id and state <> '已退回')""").param("id", claim).query(Boolean.class).single();
            if (begun) {
                throw Refusal.conflict("E-SET-131", "申请 " + of.number() + " 的追偿已有收款或核销，不能撤销结算");
            }
            for (VoucherView voucher : ledger.byCause(new Cause(MODULE, ADVANCE, Long.toString(claim)))) {
                if (voucher.reverses() == null) {
                    ledger.reverse(actor, voucher.id(), day, "撤销先行支付 " + of.number());
                }
            }
            database.sql("update settlement.claim set state = '已撤销' where id = :id")
                    .param("id", claim)
                    .update();
            record(actor, "undo", "撤销追偿", of, 0);
        }
    }

    private void record(Actor actor, String act, String verb, Claimed of, long fen) {
        audit.record(
                actor,
                "settlement.claim." + act,
                "settlement.claim",
                of.number(),
                verb + " " + of.number() + (fen == 0 ? "" : "，" + Money.ofFen(fen) + " 元"),
                null,
                Map.of("fen", fen));
    }
}
