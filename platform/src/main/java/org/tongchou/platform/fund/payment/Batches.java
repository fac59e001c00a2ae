package org.tongchou.platform.fund.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.PaymentFollower;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.ledger.Chart;
import org.tongchou.platform.fund.ledger.FundDays;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Batches of payments: made by one, paid when another has reviewed, answered by the bank line by line. */
@Service("fundBatches")
class Batches {
    private static final String TYPE = "fund.payment_batch";
    private static final Map<String, String> SORTABLE =
            Map.of("id", "b.id", "payDate", "b.pay_date", "fen", "b.fen", "state", "b.state");
    private static final String SELECT = """
            select b.*, (select count(*) from fund.payment_line l where l.batch_id = b.id and l.outcome = '成功') as paid,
                (select count(*) from fund.payment_line l where l.batch_id = b.id and l.outcome = '失败') as failed
            from fund.payment_batch b""";

    private final JdbcClient database;
    private final Chart chart;
    private final Orders orders;
    private final Ledger ledger;
    private final List<PaymentFollower> followers;
    private final AuditLog audit;
    private final Clock clock;

    Batches(
            JdbcClient database,
            Chart chart,
            Orders orders,
            Ledger ledger,
            List<PaymentFollower> followers,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.chart = chart;
        this.orders = orders;
        this.ledger = ledger;
        this.followers = List.copyOf(followers);
        this.audit = audit;
        this.clock = clock;
    }

    Page<Batch> list(@Nullable String fund, @Nullable String state, PageQuery page) {
        Where where = new Where().when(fund, "b.fund = :fund", "fund").when(state, "b.state = :state", "state");
        return where.page(
                database,
                page,
                "select count(*) from fund.payment_batch b",
                SELECT,
                page.orderBy(SORTABLE, "b.id desc"),
                (row, number) -> read(row));
    }

    Batch get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("付款批次 " + id));
    }

    Optional<Batch> find(long id) {
        return database.sql(SELECT + " where b.id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    List<Batch.Line> lines(long id) {
        return database.sql("""
                        select batch_id, line, payee_code, payee_name, bank_name, account_shown, fen, voucher_id, outcome,
                            outcome_date, outcome_reason, bank_serial, return_voucher_id
                        from fund.payment_line where batch_id = :id order by line
                        """).param("id", id).query(Batch.Line.class).list();
    }

    /** Puts waiting orders of a fund into a batch, one line for each payee's account. */
    @Transactional
    public Batch create(Actor actor, Batch.Request request) {
        String fund = chart.fund(Given.text(request.fund())).code();
        LocalDate date = FundDays.day("付款日期", request.payDate());
        List<Long> wanted = Given.required("付款单", request.orders());
        SqlArrayValue ids = new SqlArrayValue("bigint", wanted.toArray());
        List<Long> held = database.sql("""
                        select id from fund.payment_order
                        where id = any(:ids) and fund = :fund and state = '待付款' order by id for update
                        """)
                .param("ids", ids)
                .param("fund", fund)
                .query(Long.class)
                .list();
        if (held.isEmpty() || held.size() < wanted.stream().distinct().count()) {
            throw Refusal.conflict("E-FUN-073", "所选付款单中有的不是待付款，或不属于这个基金；请刷新后重新选择");
        }
        long id = database.sql("""
                        insert into fund.payment_batch (fund, pay_date, lines, fen, created_by, created_name)
                        select :fund, :date, count(distinct (payee_code, account_hash)), sum(fen), :who, :whoName
                        from fund.payment_order where id = any(:ids) returning id
                        """)
                .param("fund", fund)
                .param("date", date)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("ids", ids)
                .query(Long.class)
                .single();
        database.sql("""
                        insert into fund.payment_line (batch_id, line, payee_code, payee_name, bank_name, bank_account,
                            account_shown, fen)
                        select :batch, row_number() over (order by payee_code, min(id)), payee_code, min(payee_name),
                            min(bank_name), (array_agg(bank_account order by id))[1], min(account_shown), sum(fen)
                        from fund.payment_order where id = any(:ids) group by payee_code, account_hash
                        """).param("batch", id).param("ids", ids).update();
        database.sql("""
                        update fund.payment_order o set state = '付款中', batch_id = :batch, line = t.line
                        from (select id, dense_rank() over (order by payee_code, first) as line from (
                            select id, payee_code, min(id) over (partition by payee_code, account_hash) as first
                            from fund.payment_order where id = any(:ids)) f) t
                        where t.id = o.id
                        """).param("batch", id).param("ids", ids).update();
        mayBePaid(fund, id);
        Batch made = get(id);
        record(actor, "fund.payment_batch.create", made, "组成付款批次", null);
        return made;
    }

    /** Pays a batch and posts it, or returns it; never by who made it. */
    @Transactional
    public Batch review(Actor actor, long id, Batch.Review review) {
        database.sql("select 1 from fund.payment_batch where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        Batch batch = get(id);
        if (batch.version() != Given.required("版本", review.version())
                || !batch.state().equals(Batch.WAITING)) {
            throw Refusal.conflict("E-FUN-074", "付款批次 " + id + " " + batch.state() + "，不能复核；请刷新后再看");
        }
        if (batch.createdBy() == actor.userId()) {
            throw Refusal.conflict("E-FUN-030", "制单人不能复核自己的付款批次，请由另一人复核");
        }
        boolean accept = Given.required("复核结论", review.accept());
        String reason = accept ? "" : Given.requiredLine("退回原因", review.reason(), 200);
        if (accept) {
            pay(actor, batch);
        } else {
            database.sql(
                            "update fund.payment_order set state = '待付款', batch_id = null, line = null where batch_id = :id")
                    .param("id", id)
                    .update();
        }
        database.sql("""
                        update fund.payment_batch set state = :state, reason = :reason, reviewed_by = :who,
                            reviewed_name = :whoName, reviewed_at = :now, version = version + 1 where id = :id
                        """)
                .param("state", accept ? Batch.PAID : "已退回")
                .param("reason", reason)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        Batch after = get(id);
        record(
                actor,
                accept ? "fund.payment_batch.pay" : "fund.payment_batch.return",
                after,
                accept ? "复核付款批次" : "退回付款批次",
                batch);
        return after;
    }

    /** Whoever asked for a payment may know that it must not be made any more. */
    private void mayBePaid(String fund, long batch) {
        for (Cause cause : orders.causes(batch)) {
            followers.forEach(follower -> follower.mayBePaid(fund, cause));
        }
    }

    private void pay(Actor actor, Batch batch) {
        mayBePaid(batch.fund(), batch.id());
        List<Batch.Line> lines = lines(batch.id());
        List<Voucher> vouchers = new ArrayList<>();
        for (Batch.Line line : lines) {
            List<Leg> legs = new ArrayList<>(orders.legs(batch.id(), line.line()));
            legs.add(Leg.credit(FundAccounts.SPENDING_BANK, line.fen(), null));
            vouchers.add(new Voucher(
                    batch.fund(),
                    batch.payDate(),
                    new Cause("fund", "payment", batch.id() + "/" + line.line()),
                    "付款批次 " + batch.id() + " 第 " + line.line() + " 行",
                    legs));
        }
        List<Long> posted = ledger.post(actor, vouchers);
        database.sql("""
                        update fund.payment_line l set voucher_id = t.voucher
                        from unnest(:lines, :vouchers) as t (line, voucher)
                        where l.batch_id = :batch and l.line = t.line
                        """)
                .param(
                        "lines",
                        new SqlArrayValue(
                                "int", lines.stream().map(Batch.Line::line).toArray()))
                .param("vouchers", new SqlArrayValue("bigint", posted.toArray()))
                .param("batch", batch.id())
                .update();
    }

    /** Notes what the bank says of a line; money that comes back is posted. */
    @Transactional
    public void answer(Actor actor, Batch batch, Batch.Line line, Answer answer) {
        Long voucher = null;
        if (!answer.paid()) {
            voucher = ledger.post(
                    actor,
                    new Voucher(
                            batch.fund(),
                            answer.date(),
                            new Cause("fund", "payment-return", batch.id() + "/" + line.line()),
                            "付款退回：批次 " + batch.id() + " 第 " + line.line() + " 行",
                            List.of(
                                    Leg.debit(FundAccounts.SPENDING_BANK, line.fen(), null),
                                    Leg.credit(FundAccounts.RETURNED_PAYMENTS, line.fen(), line.payeeCode()))));
        }
        database.sql("""
                        update fund.payment_line set outcome = :outcome, outcome_date = :date, outcome_reason = :reason,
                            bank_serial = :serial, return_voucher_id = :voucher
                        where batch_id = :batch and line = :line and outcome is null
                        """)
                .param("outcome", answer.paid() ? "成功" : "失败")
                .param("date", answer.date())
                .param("reason", answer.reason())
                .param("serial", answer.serial())
                .param("voucher", voucher)
                .param("batch", batch.id())
                .param("line", line.line())
                .update();
        database.sql("update fund.payment_order set state = :state where batch_id = :batch and line = :line")
                .param("state", answer.paid() ? "已付款" : "付款失败")
                .param("batch", batch.id())
                .param("line", line.line())
                .update();
        for (Cause cause : orders.causes(batch.id(), line.line())) {
            followers.forEach(follower -> follower.answered(actor, batch.fund(), cause, answer.paid()));
        }
    }

    /** Takes an order back that is in no batch, and tells who asked for the payment. */
    @Transactional
    public void cancel(Actor actor, long id, @Nullable String reason) {
        Order order = orders.cancel(actor, id, reason);
        for (Cause cause : orders.causes(order)) {
            followers.forEach(follower -> follower.cancelled(actor, order.fund(), cause, Given.text(reason)));
        }
    }

    /**
     * What the bank says of a line.
     *
     * @param paid whether it was paid
     * @param date when
     * @param reason why it was not
     * @param serial the bank's number
     */
    record Answer(boolean paid, LocalDate date, String reason, String serial) {}

    private void record(Actor actor, String action, Batch batch, String verb, @Nullable Batch before) {
        audit.record(
                actor,
                action,
                TYPE,
                Long.toString(batch.id()),
                verb + " " + batch.id() + "（" + batch.lines() + " 笔 " + Money.ofFen(batch.fen()) + "）",
                before == null ? null : Map.of("state", before.state()),
                Map.of("state", batch.state(), "fund", batch.fund(), "fen", batch.fen(), "reason", batch.reason()));
    }

    private Batch read(java.sql.ResultSet row) throws java.sql.SQLException {
        String fund = row.getString("fund");
        return new Batch(
                row.getLong("id"),
                fund,
                chart.fund(fund).name(),
                row.getObject("pay_date", LocalDate.class),
                row.getString("state"),
                row.getInt("lines"),
                row.getLong("fen"),
                row.getLong("paid"),
                row.getLong("failed"),
                row.getString("reason"),
                row.getLong("created_by"),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("reviewed_name"),
                row.getObject("reviewed_at", OffsetDateTime.class),
                row.getInt("version"));
    }
}
