package org.tongchou.platform.fund.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.NewPayment;
import org.tongchou.platform.fund.Payee;
import org.tongchou.platform.fund.Payments;
import org.tongchou.platform.fund.ledger.Chart;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Orders to pay, each for an act. */
@Service("fundOrders")
class Orders implements Payments {
    private static final TypeReference<List<Leg>> LEGS = new TypeReference<>() {};
    private static final Map<String, String> SORTABLE =
            Map.of("id", "o.id", "payeeName", "o.payee_name", "fen", "o.fen", "state", "o.state");

    private static final String REPAY = "repay";

    /** Between the id of an act and how many times its payment was asked for, from the second time. */
    private static final String TIMES = "~";

    private final JdbcClient database;
    private final Chart chart;
    private final PersonalSecrets secrets;
    private final JsonMapper json;
    private final AuditLog audit;

    Orders(JdbcClient database, Chart chart, PersonalSecrets secrets, JsonMapper json, AuditLog audit) {
        this.database = database;
        this.chart = chart;
        this.secrets = secrets;
        this.json = json;
        this.audit = audit;
    }

    @Override
    @Transactional
    public long request(Actor actor, NewPayment payment) {
        chart.fund(payment.fund());
        payment.legs().forEach(leg -> chart.account(leg.account()));
        long fen = Given.amount("付款金额", payment.fen());
        Payee payee = checked(payment.payee());
        Cause cause = payment.cause();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("fund", payment.fund());
        values.put("module", cause.module());
        values.put("kind", cause.kind());
        values.put("cause", free(payment.fund(), cause));
        values.put("code", payee.code());
        values.put("name", payee.name());
        values.put("bank", payee.bankName());
        values.put("account", secrets.seal(payee.bankAccount()));
        values.put("hash", secrets.hash(payee.bankAccount()));
        values.put("shown", PersonalSecrets.masked(payee.bankAccount()));
        values.put("summary", Given.requiredLine("付款摘要", payment.summary(), 200));
        values.put("legs", json.writeValueAsString(payment.legs()));
        values.put("fen", fen);
        values.put("who", actor.userId());
        values.put("whoName", actor.displayName());
        Optional<Long> made = database.sql("""
                        insert into fund.payment_order (fund, cause_module, cause_kind, cause_id, payee_code, payee_name,
                            bank_name, bank_account, account_hash, account_shown, summary, legs, fen, created_by, created_name)
                        values (:fund, :module, :kind, :cause, :code, :name, :bank, :account, :hash, :shown, :summary,
                            :legs::jsonb, :fen, :who, :whoName)
                        on conflict (cause_module, cause_kind, cause_id, fund) do nothing returning id
                        """).params(values).query(Long.class).optional();
        return made.orElseGet(() -> database.sql("""
                        select id from fund.payment_order
                        where (cause_module, cause_kind, cause_id, fund) = (:module, :kind, :cause, :fund)
                            and (payee_code, fen, account_hash, legs) = (:code, :fen, :hash, :legs::jsonb)
                        """)
                .params(values)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict(
                        "E-FUN-070", "事由“" + cause.kind() + " " + cause.id() + "”已经有付款单，内容与本次不同，不能重复付款")));
    }

    private static Payee checked(Payee payee) {
        return new Payee(
                Given.requiredLine("收款人编码", payee.code(), 60),
                Given.requiredLine("收款人名称", payee.name(), 100),
                Given.requiredLine("开户银行", payee.bankName(), 100),
                account(payee.bankAccount()));
    }

    static String account(@Nullable String text) {
        String account = Given.text(text).replace(" ", "");
        if (!account.matches("[0-9-]{6,40}")) {
            throw Refusal.field("E-FUN-071", "收款账号", null, "6 至 40 位数字");
        }
        return account;
    }

    @Override
    public Optional<String> stateOf(String fund, Cause cause) {
        return last(fund, cause).map(Order::state);
    }

    @Override
    @Transactional
    public boolean withdraw(Actor actor, String fund, Cause cause, String reason) {
        Order order = last(fund, cause)
                .orElseThrow(() -> Refusal.notFound("事由“" + cause.kind() + " " + cause.id() + "”的付款单"));
        if (order.state().equals(Order.WAITING)) {
            cancel(actor, order.id(), reason);
        } else if (!List.of("付款失败", CANCELLED).contains(order.state())) {
            throw Refusal.conflict("E-FUN-077", "付款单 " + order.id() + " " + order.state() + "，不能撤回；付款中的请等银行回盘");
        }
        return order.state().equals("付款失败") || order.cause().kind().equals(REPAY);
    }

    /** The order of an act, or the last that paid it again. */
    private Optional<Order> last(String fund, Cause cause) {
        return of(fund, cause)
                .map(order -> order.state().equals("付款失败")
                        ? last(fund, new Cause("fund", REPAY, order.batchId() + "/" + order.line()))
                                .filter(again -> !again.isCancelled())
                                .orElse(order)
                        : order);
    }

    private Optional<Order> of(String fund, Cause cause) {
        Optional<Order> last = stored(fund, cause, 1);
        for (int time = 2; last.filter(Order::isCancelled).isPresent(); time++) {
            Optional<Order> next = stored(fund, cause, time);
            if (next.isEmpty()) {
                return last;
            }
            last = next;
        }
        return last;
    }

    /** The id under which an act's payment is asked for: the first one whose order is not cancelled. */
    private String free(String fund, Cause cause) {
        int time = 1;
        while (stored(fund, cause, time).filter(Order::isCancelled).isPresent()) {
            time++;
        }
        return id(cause, time);
    }

    private static String id(Cause cause, int time) {
        return time == 1 ? cause.id() : cause.id() + TIMES + time;
    }

    private Optional<Order> stored(String fund, Cause cause, int time) {
        return database.sql("""
                        select * from fund.payment_order
                        where (cause_module, cause_kind, cause_id, fund) = (:module, :kind, :cause, :fund)
                        """)
                .param("module", cause.module())
                .param("kind", cause.kind())
                .param("cause", id(cause, time))
                .param("fund", fund)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The acts whose payments a line of a batch is, also when it is paid again. */
    List<Cause> causes(long batch, int line) {
        return database
                .sql("select * from fund.payment_order where batch_id = :batch and line = :line order by id")
                .param("batch", batch)
                .param("line", line)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .flatMap(order -> causes(order).stream())
                .toList();
    }

    /** The acts whose payments a batch is, also when some are paid again. */
    List<Cause> causes(long batch) {
        return database
                .sql("select * from fund.payment_order where batch_id = :batch order by id")
                .param("batch", batch)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .flatMap(order -> causes(order).stream())
                .toList();
    }

    /** The acts whose payment an order is: its own, or those of the line that it pays again. */
    List<Cause> causes(Order order) {
        Cause cause = order.cause();
        int slash = cause.id().indexOf('/');
        return cause.module().equals("fund") && cause.kind().equals(REPAY)
                ? causes(
                        Long.parseLong(cause.id().substring(0, slash)),
                        Integer.parseInt(cause.id().substring(slash + 1)))
                : List.of(cause);
    }

    Page<Order> list(
            @Nullable String fund,
            @Nullable String state,
            @Nullable Long batch,
            @Nullable String text,
            PageQuery page) {
        Where where = new Where()
                .when(fund, "o.fund = :fund", "fund")
                .when(state, "o.state = :state", "state")
                .when(batch, "o.batch_id = :batch", "batch")
                .when(text, "strpos(o.payee_name || ' ' || o.payee_code || ' ' || o.summary, :text) > 0", "text");
        return where.page(
                database,
                page,
                "select count(*) from fund.payment_order o",
                "select o.* from fund.payment_order o",
                page.orderBy(SORTABLE, "o.id desc"),
                (row, number) -> read(row));
    }

    /** Takes an order back that is in no batch. */
    @Transactional
    public Order cancel(Actor actor, long id, @Nullable String reason) {
        String why = Given.requiredLine("取消原因", reason, 200);
        Order cancelled = database.sql(
                        "update fund.payment_order set state = '已取消' where id = :id and state = '待付款' returning *")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> Refusal.conflict("E-FUN-072", "付款单 " + id + " 不是待付款，不能取消"));
        audit.record(
                actor,
                "fund.payment_order.cancel",
                "fund.payment_order",
                Long.toString(id),
                "取消付款单 " + id,
                Map.of("state", Order.WAITING),
                Map.of("state", CANCELLED, "reason", why));
        return cancelled;
    }

    /** What is posted when the orders of a line are paid. */
    List<Leg> legs(long batch, int line) {
        return database
                .sql("select legs from fund.payment_order where batch_id = :batch and line = :line order by id")
                .param("batch", batch)
                .param("line", line)
                .query(String.class)
                .list()
                .stream()
                .flatMap(legs -> json.readValue(legs, LEGS).stream())
                .toList();
    }

    /** Pays again what the bank could not pay, perhaps to another account. */
    @Transactional
    public long repay(Actor actor, Batch.Line failed, String fund, Payee payee) {
        long id = request(
                actor,
                new NewPayment(
                        fund,
                        new Cause("fund", REPAY, failed.batchId() + "/" + failed.line()),
                        payee,
                        "重付：批次 " + failed.batchId() + " 第 " + failed.line() + " 行",
                        List.of(Leg.debit(
                                org.tongchou.platform.fund.FundAccounts.RETURNED_PAYMENTS,
                                failed.fen(),
                                failed.payeeCode()))));
        audit.record(
                actor,
                "fund.payment_order.repay",
                "fund.payment_order",
                Long.toString(id),
                "重付 " + Money.ofFen(failed.fen()),
                null,
                Map.of("batchId", failed.batchId(), "line", failed.line()));
        return id;
    }

    private static Order read(ResultSet row) throws SQLException {
        return new Order(
                row.getLong("id"),
                row.getString("fund"),
                new Cause(
                        row.getString("cause_module"),
                        row.getString("cause_kind"),
                        row.getString("cause_id").replaceFirst(TIMES + "\\d+$", "")),
                row.getString("payee_code"),
                row.getString("payee_name"),
                row.getString("bank_name"),
                row.getString("account_shown"),
                row.getString("summary"),
                row.getLong("fen"),
                row.getString("state"),
                row.getObject("batch_id", Long.class),
                row.getObject("line", Integer.class),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
