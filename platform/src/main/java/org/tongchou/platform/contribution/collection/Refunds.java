package org.tongchou.platform.contribution.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.NewPayment;
import org.tongchou.platform.fund.Payee;
import org.tongchou.platform.fund.Payments;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Money that was paid too much goes back: one enters, another reviews and thereby orders the payment. */
@Service
class Refunds {
    private final JdbcClient database;
    private final Settling settling;
    private final Payments payments;
    private final Employers employers;
    private final PersonalSecrets secrets;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    Refunds(
            JdbcClient database,
            Settling settling,
            Payments payments,
            Employers employers,
            PersonalSecrets secrets,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.settling = settling;
        this.payments = payments;
        this.employers = employers;
        this.secrets = secrets;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param employerCode credit code
     * @param month month that it was paid for
     * @param fen how much
     * @param holder holder of the bank account
     * @param bank bank and branch
     * @param account its number
     * @param reason why
     */
    record Request(
            @Nullable String employerCode,
            @Nullable String month,
            @Nullable Long fen,
            @Nullable String holder,
            @Nullable String bank,
            @Nullable String account,
            @Nullable String reason) {}

    /**
     * A refund.
     *
     * @param id its id
     * @param employerId the employer
     * @param employerCode credit code
     * @param employerName name
     * @param county six digits
     * @param month month that it was paid for
     * @param fen how much
     * @param holder holder of the bank account
     * @param bank bank and branch
     * @param accountMasked its number, masked
     * @param reason why
     * @param state 待复核, 已办结 or 已退回
     * @param opinion why it was returned
     * @param enteredBy who entered it
     * @param enteredName their name
     * @param reviewedName who reviewed
     */
    record Refund(
            long id,
            long employerId,
            String employerCode,
            String employerName,
            String county,
            LocalDate month,
            long fen,
            String holder,
            String bank,
            String accountMasked,
            String reason,
            String state,
            String opinion,
            long enteredBy,
            String enteredName,
            String reviewedName) {}

    Page<Refund> list(String[] counties, @Nullable String state, PageQuery page) {
        Where where =
                new Where().and("county = any(:counties)", "counties", counties).when(state, "state = :state", "state");
        return where.page(
                database,
                page,
                "select count(*) from contribution.refund",
                "select * from contribution.refund",
                page.orderBy(Map.of("id", "id", "fen", "fen"), "id desc"),
                Refund.class);
    }

    Refund get(long id) {
        return database.sql("select * from contribution.refund where id = :id for update")
                .param("id", id)
                .query(Refund.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这笔退费"));
    }

    /** Enters one; refuses more than is there beyond the bill of the month. */
    @Transactional
    Refund enter(Actor actor, Request request, YearMonth month) {
        String code = Given.text(request.employerCode());
        Employer employer =
                employers.byCode(code).orElseThrow(() -> Refusal.field("E-CON-001", "单位代码", code, "已登记的参保单位的统一社会信用代码"));
        actor.mustSee(region.county(employer.county()).unitId());
        long fen = Given.amount("退费金额", request.fen());
        LocalDate first = month.atDay(1);
        settling.hold(employer.id(), first);
        long free = settling.free(employer.id(), first);
        if (fen > free) {
            throw Refusal.field("E-CON-040", "退费金额", Money.ofFen(fen).toString(), "不超过该月没有核销的 " + Money.ofFen(free));
        }
        String account = Given.requiredLine("收款账号", request.account(), 40);
        long id = database.sql("""
                        insert into contribution.refund (employer_id, employer_code, employer_name, county, month, fen, holder,
                            bank, account_sealed, account_masked, reason, entered_by, entered_name, entered_at)
                        values (:employer, :code, :name, :county, :month, :fen, :holder, :bank, :sealed, :masked, :reason, :who,
                            :whoName, :now) returning id""")
                .param("employer", employer.id())
                .param("code", employer.code())
                .param("name", employer.name())
                .param("county", employer.county())
                .param("month", first)
                .param("fen", fen)
                .param("holder", Given.requiredLine("收款户名", request.holder(), 100))
                .param("bank", Given.requiredLine("开户银行", request.bank(), 100))
                .param("sealed", secrets.seal(account))
                .param("masked", PersonalSecrets.masked(account))
                .param("reason", Given.requiredLine("退费原因", request.reason(), 150))
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        Refund made = get(id);
        record(actor, "create", "登记", made);
        return made;
    }

    /** Orders the payment, or returns it; never by who entered it. */
    @Transactional
    Refund review(Actor actor, long id, boolean accept, @Nullable String opinion) {
        Refund refund = get(id);
        actor.mustSee(region.county(refund.county()).unitId());
        if (!refund.state().equals("待复核")) {
            throw Refusal.conflict("E-CON-041", "退费" + refund.state() + "，不能复核");
        }
        if (refund.enteredBy() == actor.userId()) {
            throw Refusal.conflict("E-CON-005", "登记人不能复核自己的退费，请由另一人复核");
        }
        database.sql("""
                        update contribution.refund set state = :state, opinion = :opinion, reviewed_by = :who,
                            reviewed_name = :whoName where id = :id""")
                .param("state", accept ? "已办结" : "已退回")
                .param("opinion", accept ? "" : Given.requiredLine("退回原因", opinion, 200))
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("id", id)
                .update();
        if (accept) {
            String account = secrets.open(database.sql("select account_sealed from contribution.refund where id = :id")
                    .param("id", id)
                    .query(byte[].class)
                    .single());
            String party = Settling.party(refund.employerCode());
            payments.request(
                    actor,
                    new NewPayment(
                            Funds.EMPLOYEE,
                            new Cause(Settling.MODULE, "refund", Long.toString(id)),
                            new Payee(party, refund.holder(), refund.bank(), account),
                            "退还医疗保险费：" + refund.reason(),
                            List.of(Leg.debit(FundAccounts.RECEIVED_OTHER, refund.fen(), party))));
        }
        Refund after = get(id);
        record(actor, accept ? "accept" : "return", accept ? "复核" : "退回", after);
        return after;
    }

    private void record(Actor actor, String act, String verb, Refund refund) {
        audit.record(
                actor,
                "contribution.refund." + act,
                "contribution.refund",
                Long.toString(refund.id()),
                verb + refund.employerName() + "退费 " + Money.ofFen(refund.fen()),
                null,
                Map.of("状态", refund.state(), "原因", refund.reason()));
    }
}
