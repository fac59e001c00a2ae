package org.tongchou.platform.fund.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.tongchou.platform.fund.NewPayment;
import org.tongchou.platform.fund.Payee;
import org.tongchou.platform.fund.Payments;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.ledger.Chart;
import org.tongchou.platform.fund.ledger.FundDays;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/**
 * Prepayment, settlement and deposits of providers: entered by one; when another has reviewed, what needs no money is posted and
 * what is to be paid becomes an order.
 */
@Service("fundProviderActs")
class ProviderActs {
    private static final String TYPE = "fund.provider_act";
    private static final Set<String> KINDS =
            Set.of(ProviderAct.PREPAYMENT, ProviderAct.SETTLEMENT, ProviderAct.DEPOSIT_BACK, ProviderAct.DEPOSIT_KEPT);
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "p.id", "month", "p.month", "payeeName", "p.payee_name", "dueFen", "p.due_fen", "state", "p.state");

    private final JdbcClient database;
    private final Chart chart;
    private final Ledger ledger;
    private final Payments payments;
    private final PersonalSecrets secrets;
    private final AuditLog audit;

    ProviderActs(
            JdbcClient database,
            Chart chart,
            Ledger ledger,
            Payments payments,
            PersonalSecrets secrets,
            AuditLog audit) {
        this.database = database;
        this.chart = chart;
        this.ledger = ledger;
        this.payments = payments;
        this.secrets = secrets;
        this.audit = audit;
    }

    Page<ProviderAct> list(
            @Nullable String fund,
            @Nullable String month,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String text,
            PageQuery page) {
        Where where = new Where()
                .when(fund, "p.fund = :fund", "fund")
                .when(month, "p.month = :month", "month")
                .when(kind, "p.kind = :kind", "kind")
                .when(state, "p.state = :state", "state")
                .when(text, "strpos(p.payee_name || ' ' || p.payee_code, :text) > 0", "text");
        return where.page(
                database,
                page,
                "select count(*) from fund.provider_act p",
                "select p.* from fund.provider_act p",
                page.orderBy(SORTABLE, "p.id desc"),
                (row, number) -> read(row));
    }

    ProviderAct get(long id) {
        return database.sql("select p.* from fund.provider_act p where p.id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("这笔往来"));
    }

    @Transactional
    public ProviderAct create(Actor actor, ProviderAct.Request request) {
        String kind = Given.text(request.kind());
        if (!KINDS.contains(kind)) {
            throw Refusal.field("E-FUN-080", "往来类别", kind, String.join("、", KINDS) + "之一");
        }
        boolean settlement = kind.equals(ProviderAct.SETTLEMENT);
        long due = Given.amount("金额", request.dueFen());
        long offset = settlement ? part("抵扣预付", request.offsetFen()) : 0;
        long deposit = settlement ? part("扣留质保金", request.depositFen()) : 0;
        if (offset + deposit > due) {
            throw Refusal.field(
                    "E-FUN-081", "抵扣和扣留", Money.ofFen(offset + deposit).toString(), "合计不超过应结算金额 " + Money.ofFen(due));
        }
        String month = Given.text(request.month());
        if (!month.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw Refusal.field("E-FUN-046", "所属月份", month, "形如 2025-03 的月份");
        }
        boolean paid = !kind.equals(ProviderAct.DEPOSIT_KEPT) && due > offset + deposit;
        String account = paid ? Orders.account(request.bankAccount()) : "";
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("kind", kind);
        values.put("fund", chart.fund(Given.text(request.fund())).code());
        values.put("month", month);
        values.put("date", FundDays.day("业务日期", request.date()));
        values.put("code", Given.requiredLine("机构编码", request.payeeCode(), 60));
        values.put("name", Given.requiredLine("机构名称", request.payeeName(), 100));
        values.put("bank", paid ? Given.requiredLine("开户银行", request.bankName(), 100) : "");
        values.put("sealed", paid ? secrets.seal(account) : null);
        values.put("shown", PersonalSecrets.masked(account));
        values.put("account", settlement ? debited(request.account()) : "");
        values.put("due", due);
        values.put("offset", offset);
        values.put("deposit", deposit);
        values.put("summary", Given.requiredLine("摘要", request.summary(), 150));
        values.put("who", actor.userId());
        values.put("whoName", actor.displayName());
        long id = database.sql("""
                        insert into fund.provider_act (kind, fund, month, act_date, payee_code, payee_name, bank_name,
                            bank_account, account_shown, account, due_fen, offset_fen, deposit_fen, summary, created_by,
                            created_name)
                        values (:kind, :fund, :month, :date, :code, :name, :bank, :sealed, :shown, :account, :due, :offset,
                            :deposit, :summary, :who, :whoName) returning id
                        """).params(values).query(Long.class).single();
        ProviderAct made = get(id);
        record(actor, "fund.provider_act.create", made, "登记");
        return made;
    }

    private String debited(@Nullable String wanted) {
        String code = Given.text(wanted).isEmpty() ? FundAccounts.DUE_TO_PROVIDERS : Given.text(wanted);
        Chart.Account account = chart.account(code);
        if (!code.equals(FundAccounts.DUE_TO_PROVIDERS)
                && !(account.leaf() && account.kind().equals("expense"))) {
            throw Refusal.field("E-FUN-082", "结算科目", account.name(), "待遇支出的明细科目，或待拨付定点机构款");
        }
        return code;
    }

    private static long part(String field, @Nullable Long fen) {
        return fen == null || fen == 0 ? 0 : Given.amount(field, fen);
    }

    /** Does it, or returns it; never by who entered it. */
    @Transactional
    public ProviderAct review(Actor actor, long id, Batch.Review review) {
        database.sql("select 1 from fund.provider_act where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        ProviderAct act = get(id);
        if (act.version() != Given.required("版本", review.version())
                || !act.state().equals(Batch.WAITING)) {
            throw Refusal.conflict("E-FUN-083", "这笔往来" + act.state() + "，不能复核；请刷新后再看");
        }
        if (act.createdBy() == actor.userId()) {
            throw Refusal.conflict("E-FUN-030", "登记人不能复核自己登记的往来，请由另一人复核");
        }
        boolean accept = Given.required("复核结论", review.accept());
        String reason = accept ? "" : Given.requiredLine("退回原因", review.reason(), 200);
        Long voucher = null;
        Long order = null;
        if (accept) {
            List<Leg> legs = ownLegs(act);
            if (!legs.isEmpty()) {
                voucher = ledger.post(actor, new Voucher(act.fund(), act.date(), cause(act), act.summary(), legs));
            }
            if (act.payFen() > 0) {
                order = payments.request(actor, payment(act));
            }
        }
        database.sql("""
                        update fund.provider_act set state = :state, reason = :reason, reviewed_by = :who,
                            reviewed_name = :whoName, voucher_id = :voucher, order_id = :order, version = version + 1
                        where id = :id
                        """)
                .param("state", accept ? "已复核" : "已退回")
                .param("reason", reason)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("voucher", voucher)
                .param("order", order)
                .param("id", id)
                .update();
        ProviderAct after = get(id);
        record(actor, accept ? "fund.provider_act.confirm" : "fund.provider_act.return", after, accept ? "复核" : "退回");
        return after;
    }

    private static Cause cause(ProviderAct act) {
        return new Cause("fund", "provider-act", Long.toString(act.id()));
    }

    /** What is posted without money leaving the bank. */
    private static List<Leg> ownLegs(ProviderAct act) {
        String party = act.payeeCode();
        List<Leg> legs = new ArrayList<>();
        if (act.kind().equals(ProviderAct.DEPOSIT_KEPT)) {
            legs.add(Leg.debit(FundAccounts.DEPOSITS, act.dueFen(), party));
            legs.add(Leg.credit(FundAccounts.OTHER_INCOME, act.dueFen(), party));
        } else if (act.kind().equals(ProviderAct.SETTLEMENT)) {
            boolean due = act.account().equals(FundAccounts.DUE_TO_PROVIDERS);
            long moved = due ? act.offsetFen() + act.depositFen() : act.dueFen();
            if (moved > 0) {
                legs.add(Leg.debit(act.account(), moved, party));
            }
            if (act.offsetFen() > 0) {
                legs.add(Leg.credit(FundAccounts.PREPAID_PROVIDERS, act.offsetFen(), party));
            }
            if (act.depositFen() > 0) {
                legs.add(Leg.credit(FundAccounts.DEPOSITS, act.depositFen(), party));
            }
            if (!due && act.payFen() > 0) {
                legs.add(Leg.credit(FundAccounts.DUE_TO_PROVIDERS, act.payFen(), party));
            }
        }
        return legs;
    }

    private NewPayment payment(ProviderAct act) {
        String account = switch (act.kind()) {
            case ProviderAct.PREPAYMENT -> FundAccounts.PREPAID_PROVIDERS;
            case ProviderAct.DEPOSIT_BACK -> FundAccounts.DEPOSITS;
            default -> FundAccounts.DUE_TO_PROVIDERS;
        };
        byte[] sealed = database.sql("select bank_account from fund.provider_act where id = :id")
                .param("id", act.id())
                .query(byte[].class)
                .single();
        return new NewPayment(
                act.fund(),
                cause(act),
                new Payee(act.payeeCode(), act.payeeName(), act.bankName(), secrets.open(sealed)),
                act.summary(),
                List.of(Leg.debit(account, act.payFen(), act.payeeCode())));
    }

    private void record(Actor actor, String action, ProviderAct act, String verb) {
        audit.record(
                actor,
                action,
                TYPE,
                Long.toString(act.id()),
                verb + act.payeeName() + act.month() + act.kind() + " " + Money.ofFen(act.dueFen()),
                null,
                Map.of(
                        "state", act.state(),
                        "fund", act.fund(),
                        "fen", act.dueFen(),
                        "offsetFen", act.offsetFen(),
                        "depositFen", act.depositFen(),
                        "reason", act.reason()));
    }

    private ProviderAct read(ResultSet row) throws SQLException {
        String fund = row.getString("fund");
        String kind = row.getString("kind");
        long due = row.getLong("due_fen");
        long offset = row.getLong("offset_fen");
        long deposit = row.getLong("deposit_fen");
        return new ProviderAct(
                row.getLong("id"),
                kind,
                fund,
                chart.fund(fund).name(),
                row.getString("month"),
                row.getObject("act_date", LocalDate.class),
                row.getString("payee_code"),
                row.getString("payee_name"),
                row.getString("bank_name"),
                row.getString("account_shown"),
                row.getString("account"),
                due,
                offset,
                deposit,
                kind.equals(ProviderAct.DEPOSIT_KEPT) ? 0 : due - offset - deposit,
                row.getString("summary"),
                row.getString("state"),
                row.getString("reason"),
                row.getLong("created_by"),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("reviewed_name"),
                row.getObject("voucher_id", Long.class),
                row.getObject("order_id", Long.class),
                row.getInt("version"));
    }
}
