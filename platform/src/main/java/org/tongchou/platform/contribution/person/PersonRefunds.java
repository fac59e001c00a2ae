package org.tongchou.platform.contribution.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
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

/**
 * Money that goes back to people: of who leaves before the year begins, and what matches nobody. One enters, another reviews
 * and thereby orders the payment.
 */
@Service
class PersonRefunds {
    private final JdbcClient database;
    private final DueStore store;
    private final PersonPayments received;
    private final Payments payments;
    private final PersonalSecrets secrets;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    PersonRefunds(
            JdbcClient database,
            DueStore store,
            PersonPayments received,
            Payments payments,
            PersonalSecrets secrets,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.received = received;
        this.payments = payments;
        this.secrets = secrets;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked for: the whole of a due, or of a payment that matches nobody.
     *
     * @param dueId the due
     * @param paymentId or the payment
     * @param holder holder of the bank account
     * @param bank bank and branch
     * @param account its number
     * @param reason why
     */
    record Request(
            @Nullable Long dueId,
            @Nullable Long paymentId,
            @Nullable String holder,
            @Nullable String bank,
            @Nullable String account,
            @Nullable String reason) {}

    /**
     * A refund.
     *
     * @param id its id
     * @param dueId the due; null when it is of a payment that matches nobody
     * @param paymentId the payment
     * @param number 人员编号; empty when it is nobody's
     * @param name name
     * @param county six digits; empty when it is nobody's
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
    record PersonRefund(
            long id,
            @Nullable Long dueId,
            long paymentId,
            String number,
            String name,
            String county,
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

    Page<PersonRefund> page(String[] counties, boolean all, @Nullable String state, PageQuery page) {
        Where where = new Where()
                .and("(county = any(:counties) or (county = '' and :all))", "counties", counties)
                .with("all", all)
                .when(state, "state = :state", "state");
        return where.page(
                database,
                page,
                "select count(*) from contribution.person_refund",
                "select * from contribution.person_refund",
                page.orderBy(Map.of("id", "id", "fen", "fen"), "id desc"),
                PersonRefund.class);
    }

    /** Enters one. */
    @Transactional
    PersonRefund enter(Actor actor, Request request) {
        Long due = request.dueId();
        PersonRefund of = due != null ? ofDue(actor, due) : ofPayment(actor, Given.required("到账", request.paymentId()));
        String account = Given.requiredLine("收款账号", request.account(), 40);
        long id = database.sql("""
                        insert into contribution.person_refund (due_id, payment_id, number, name, county, fen, holder, bank,
                            account_sealed, account_masked, reason, entered_by, entered_name, entered_at)
                        values (:due::bigint, :payment, :number, :name, :county, :fen, :holder, :bank, :sealed, :masked, :reason,
                            :who, :whoName, :now) returning id""")
                .param("due", of.dueId())
                .param("payment", of.paymentId())
                .param("number", of.number())
                .param("name", of.name())
                .param("county", of.county())
                .param("fen", of.fen())
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
        if (due == null) {
            payment(of.paymentId(), "退款中");
        }
        record(actor, "create", "登记", lock(id));
        return lock(id);
    }

    private PersonRefund ofDue(Actor actor, long id) {
        Due due = store.lock(id);
        actor.mustSee(region.county(due.county()).unitId());
        Long payment = due.paymentId();
        if (!due.state().equals(Due.PAID) || payment == null) {
            throw Refusal.conflict("E-CON-070", "这笔应缴" + due.state() + "，没有可以退的个人缴费");
        }
        mustBeEarly(due);
        if (due.claimId() != null) {
            throw Refusal.conflict("E-CON-074", "资助部分已经申请，不能退个人缴费");
        }
        boolean waits = database.sql("""
                        select exists (select from contribution.person_refund where due_id = :due and state <> '已退回')""").param("due", id).query(Boolean.class).single();
        if (waits) {
            throw Refusal.conflict("E-CON-072", "这笔应缴已经登记了退费");
        }
        return new PersonRefund(
                0,
                id,
                payment,
                due.number(),
                due.name(),
                due.county(),
                due.personalFen(),
                "",
                "",
                "",
                "",
                "",
                "",
                0,
                "",
                "");
    }

    private void mustBeEarly(Due due) {
        if (!due.scheme().equals(Schemes.RESIDENT)) {
            throw Refusal.conflict("E-CON-073", "灵活就业人员的缴费到账即为基金收入，不能退费");
        }
        if (!due.fromDay().isAfter(LocalDate.now(clock))) {
            throw Refusal.conflict("E-CON-071", "待遇期 " + due.fromDay() + " 已经开始，不能退费");
        }
    }

    private PersonRefund ofPayment(Actor actor, long id) {
        if (!actor.allUnits()) {
            throw Refusal.forbidden("待查明款项不属于任何区县，请由市级经办");
        }
        PersonPayments.Payment payment = received.lockUnknown(id);
        return new PersonRefund(
                0, null, id, payment.givenNumber(), "", "", payment.fen(), "", "", "", "", "", "", 0, "", "");
    }

    private void payment(long id, String state) {
        database.sql("update contribution.payment set state = :state where id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    private PersonRefund lock(long id) {
        return database.sql("select * from contribution.person_refund where id = :id for update")
                .param("id", id)
                .query(PersonRefund.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这笔退费"));
    }

    /** Orders the payment, or returns it with a reason; never by who entered it. */
    @Transactional
    PersonRefund review(Actor actor, long id, boolean accept, @Nullable String reason) {
        PersonRefund refund = lock(id);
        if (!refund.county().isEmpty()) {
            actor.mustSee(region.county(refund.county()).unitId());
        }
        if (!refund.state().equals("待复核")) {
            throw Refusal.conflict("E-CON-041", "退费" + refund.state() + "，不能复核");
        }
        if (refund.enteredBy() == actor.userId()) {
            throw Refusal.conflict("E-CON-005", "登记人不能复核自己的退费，请由另一人复核");
        }
        String opinion = accept ? "" : Given.requiredLine("退回原因", reason, 200);
        if (accept) {
            order(actor, refund);
        } else if (refund.dueId() == null) {
            payment(refund.paymentId(), "待查明");
        }
        database.sql("""
                        update contribution.person_refund set state = :state, opinion = :opinion, reviewed_by = :who,
                            reviewed_name = :whoName where id = :id""")
                .param("state", accept ? "已办结" : "已退回")
                .param("opinion", opinion)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("id", id)
                .update();
        PersonRefund done = lock(id);
        record(actor, accept ? "accept" : "return", accept ? "复核" : "退回", done);
        return done;
    }

    private void order(Actor actor, PersonRefund refund) {
        Long due = refund.dueId();
        String fund = Funds.RESIDENT;
        Leg leg;
        if (due == null) {
            PersonPayments.Payment payment =
                    received.all(List.of(refund.paymentId())).get(0);
            fund = payment.scheme().equals(Schemes.RESIDENT) ? Funds.RESIDENT : Funds.EMPLOYEE;
            leg = Leg.debit(FundAccounts.UNIDENTIFIED, refund.fen(), null);
            payment(refund.paymentId(), "已退款");
        } else {
            Due paid = store.lock(due);
            mustBeEarly(paid);
            leg = Leg.debit(FundAccounts.RECEIVED_IN_ADVANCE, refund.fen(), paid.county());
            database.sql("update contribution.due set state = '已退费' where id = :id")
                    .param("id", due)
                    .update();
        }
        String account = secrets.open(Objects.requireNonNull(
                database.sql("select account_sealed from contribution.person_refund where id = :id")
                        .param("id", refund.id())
                        .query(byte[].class)
                        .single()));
        payments.request(
                actor,
                new NewPayment(
                        fund,
                        PersonBooks.cause("person-refund", Long.toString(refund.id())),
                        new Payee("refund" + refund.id(), refund.holder(), refund.bank(), account),
                        "个人缴费退费",
                        List.of(leg)));
    }

    private void record(Actor actor, String act, String verb, PersonRefund refund) {
        audit.record(
                actor,
                "contribution.refund." + act,
                "contribution.person_refund",
                Long.toString(refund.id()),
                verb + "个人退费 " + Money.ofFen(refund.fen()),
                null,
                Map.of("原因", refund.reason() + refund.opinion(), "人员编号", refund.number()));
    }
}
