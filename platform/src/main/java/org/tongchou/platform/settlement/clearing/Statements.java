package org.tongchou.platform.settlement.clearing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.settlement.ClearingType;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Draws statements up from settlements, and lets another person review them. */
@Service
class Statements {
    private static final String TYPE = "settlement.statement";
    /** Settlements of an institution until a day that no statement has; a call undone later goes with the settlement that it undid. */
    private static final String OPEN = """
            from settlement.settlement s
            where s.provider = :provider and not exists (select from settlement.cleared c where c.settlement_id = s.id)
                and not exists (select from settlement.due_elsewhere d where d.settlement_id = coalesce(s.reverses, s.id))
                and (s.settled_on <= :last or (s.kept = '冲正' and exists (
                    select from settlement.settlement o where o.id = s.reverses and o.settled_on <= :last
                        and not exists (select from settlement.cleared c where c.settlement_id = o.id))))""";

    private final JdbcClient database;
    private final StatementFunds funds;
    private final StatementPosting posting;
    private final StatementList list;
    private final SeenProviders seen;
    private final Providers providers;
    private final AuditLog audit;
    private final Clock clock;

    Statements(
            JdbcClient database,
            StatementFunds funds,
            StatementPosting posting,
            StatementList list,
            SeenProviders seen,
            Providers providers,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.funds = funds;
        this.posting = posting;
        this.list = list;
        this.seen = seen;
        this.providers = providers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Holds the statements of an institution until the end of the transaction. */
    static void hold(JdbcClient database, String provider) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('settlement.statement ' || :provider, 0))")
                .param("provider", provider)
                .query((row, number) -> 0)
                .list();
    }

    /** Draws up what was asked for: one statement an institution; none for those that have nothing. */
    @Transactional
    public List<Statement> draw(Actor actor, Statement.Request request) {
        String kind = Given.text(request.kind());
        if (!kind.equals(Statement.MONTH) && !kind.equals(Statement.DEPOSIT)) {
            throw Refusal.field("E-SET-220", "类别", kind, "月结或退还质保金");
        }
        YearMonth month = month(Given.text(request.month()));
        if (!month.isBefore(YearMonth.now(clock)) || (kind.equals(Statement.DEPOSIT) && month.getMonthValue() != 12)) {
            throw Refusal.field(
                    "E-SET-221", "月份", month.toString(), kind.equals(Statement.MONTH) ? "已经过去的月份" : "已经过去的年度的 12 月");
        }
        String wanted = Given.text(request.provider());
        List<String> providers = wanted.isEmpty() ? withSomething(kind, month) : List.of(wanted);
        boolean keepPrepaid = Boolean.TRUE.equals(request.keepPrepaid());
        List<Statement> made = new ArrayList<>();
        for (String provider : providers) {
            seen.mustSee(actor, provider);
            hold(database, provider);
            if (taken(provider, kind, month)) {
                if (!wanted.isEmpty()) {
                    throw Refusal.conflict(
                            "E-SET-222", seen.name(provider) + " " + month + " 的" + kind + "已经编制，或还有一张待复核；请先复核或退回");
                }
                continue;
            }
            DepositRate rate = kind.equals(Statement.MONTH) ? rate(provider, month) : DepositRate.NONE;
            long id = create(actor, provider, kind, month, rate);
            boolean any = kind.equals(Statement.MONTH)
                    ? settlements(id, provider, month, rate, keepPrepaid)
                    : funds.deposits(id, provider, month.atEndOfMonth(), LocalDate.now(clock));
            if (!any) {
                throw Refusal.conflict("E-SET-223", seen.name(provider) + " 没有到 " + month + " 的" + kind + "事项");
            }
            Statement statement = list.get(id);
            record(actor, "draw", "编制", statement);
            made.add(statement);
        }
        if (made.isEmpty()) {
            throw Refusal.conflict("E-SET-223", "没有机构有到 " + month + " 还没有办理的" + kind + "事项");
        }
        return made;
    }

    static YearMonth month(String text) {
        if (!text.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw Refusal.field("E-SET-221", "月份", text, "形如 2026-03 的月份");
        }
        return YearMonth.parse(text);
    }

    private List<String> withSomething(String kind, YearMonth month) {
        return kind.equals(Statement.MONTH)
                ? database.sql("""
                                select distinct s.provider from settlement.settlement s where s.settled_on <= :last
                                    and not exists (select from settlement.cleared c where c.settlement_id = s.id)
                                    and not exists (select from settlement.due_elsewhere d where d.settlement_id = coalesce(s.reverses, s.id))
                                order by 1""")
                        .param("last", month.atEndOfMonth())
                        .query(String.class)
                        .list()
                : funds.withDeposit();
    }

    private boolean taken(String provider, String kind, YearMonth month) {
        return database.sql("""
                        select exists (select from settlement.statement where provider = :provider and kind = :kind
                            and (state = '待复核' or (state = '已复核' and month = :month)))""")
                .param("provider", provider)
                .param("kind", kind)
                .param("month", month.toString())
                .query(Boolean.class)
                .single();
    }

    /** The deposit as the agreement of the month says; none when it says nothing. */
    private DepositRate rate(String provider, YearMonth month) {
        return providers
                .deposit(provider, month)
                .map(one -> new DepositRate(one.rate(), "服务协议 " + one.agreement() + " " + one.clause()))
                .orElse(DepositRate.NONE);
    }

    private long create(Actor actor, String provider, String kind, YearMonth month, DepositRate rate) {
        return database.sql("""
                        insert into settlement.statement (kind, provider, provider_name, month, deposit_rate, deposit_source,
                            created_by, created_name)
                        values (:kind, :provider, :name, :month, :rate, :source, :who, :whoName) returning id""")
                .param("kind", kind)
                .param("provider", provider)
                .param("name", seen.name(provider))
                .param("month", month.toString())
                .param("rate", rate.rate().millionths())
                .param("source", rate.source())
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .query(Long.class)
                .single();
    }

    private boolean settlements(long id, String provider, YearMonth month, DepositRate rate, boolean keepPrepaid) {
        int rows = database.sql(
                        "insert into settlement.cleared (settlement_id, statement_id) select s.id, :statement " + OPEN)
                .param("statement", id)
                .param("provider", provider)
                .param("last", month.atEndOfMonth())
                .update();
        if (rows == 0) {
            return false;
        }
        database.sql("""
                        insert into settlement.statement_part (statement_id, scheme, clearing, settlements, mirrors, total_fen,
                            fund_fen, account_fen, cash_fen, hospital_fen)
                        select :statement, s.scheme, k.clearing, count(*) filter (where s.reverses is null),
                            count(*) filter (where s.reverses is not null), sum(s.total_fen), sum(s.fund_fen),
                            sum(s.account_fen + s.mutual_fen), sum(s.cash_fen), sum(s.hospital_fen)
                        from settlement.cleared c join settlement.settlement s on s.id = c.settlement_id
                            join unnest(:kinds, :clearings) as k (kind, clearing) on k.kind = s.kind
                        where c.statement_id = :statement group by s.scheme, k.clearing""")
                .param("statement", id)
                .param("kinds", ClearingType.kindsOfAll())
                .param("clearings", ClearingType.codesOfAll())
                .update();
        funds.draw(id, provider, rate, keepPrepaid, LocalDate.now(clock));
        return true;
    }

    /** Pays it, or returns it; never by who drew it up. */
    @Transactional
    public Statement review(Actor actor, long id, Statement.Review review) {
        Statement before = list.get(id);
        seen.mustSee(actor, before.provider());
        hold(database, before.provider());
        Statement statement = list.get(id);
        if (statement.version() != Given.required("版本", review.version())
                || !statement.state().equals(Statement.WAITING)) {
            throw Refusal.conflict("E-SET-224", "这张单据" + statement.state() + "，不能复核；请刷新后再看");
        }
        if (statement.createdBy() == actor.userId()) {
            throw Refusal.conflict("E-SET-225", "编制人不能复核自己编制的单据，请由另一人复核");
        }
        boolean accept = Given.required("复核结论", review.accept());
        String reason = accept ? "" : Given.requiredLine("退回原因", review.reason(), 200);
        boolean asked = accept
                && statement.kind().equals(Statement.MONTH)
                && !statement.agrees().equals("一致");
        String note = asked
                ? Given.requiredLine("说明（机构申请" + statement.agrees() + "）", review.note(), 200)
                : Given.line("说明", review.note(), 200);
        database.sql("""
                        update settlement.statement set state = :state, reason = :reason, note = :note, reviewed_by = :who,
                            reviewed_name = :whoName, reviewed_at = now(), version = version + 1 where id = :id""")
                .param("state", Statement.WAITING)
                .param("reason", reason)
                .param("note", note)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("id", id)
                .update();
        if (accept) {
            posting.post(actor, list.get(id), list.funds(id));
        } else {
            for (String table : List.of("cleared", "statement_part", "statement_fund")) {
                database.sql("delete from settlement." + table + " where statement_id = :id")
                        .param("id", id)
                        .update();
            }
        }
        database.sql("update settlement.statement set state = :state where id = :id")
                .param("state", accept ? Statement.DONE : "已退回")
                .param("id", id)
                .update();
        Statement after = list.get(id);
        record(actor, accept ? "confirm" : "return", accept ? "复核" : "退回", accept ? after : statement);
        return after;
    }

    /** Asks again for the payments that the fund's people cancelled, to the account that the institution has now. */
    @Transactional
    public Statement payAgain(Actor actor, long id) {
        Statement statement = list.get(id);
        seen.mustSee(actor, statement.provider());
        hold(database, statement.provider());
        if (posting.payAgain(actor, statement, list.funds(id)) == 0) {
            throw Refusal.conflict("E-SET-228", "这张单据没有被取消的付款单，不需要重新申请付款");
        }
        record(actor, "pay_again", "重新申请付款", statement);
        return statement;
    }

    private void record(Actor actor, String act, String verb, Statement one) {
        audit.record(
                actor,
                "settlement.statement." + act,
                TYPE,
                Long.toString(one.id()),
                verb + " " + one.providerName() + " " + one.month() + " " + one.kind() + "，应付 "
                        + Money.ofFen(one.dueFen()) + " 元",
                null,
                Map.of(
                        "抵扣预付", Money.ofFen(one.prepaidFen()).toString(),
                        "质保金", Money.ofFen(one.depositFen()).toString(),
                        "付款", Money.ofFen(one.payFen()).toString()));
    }
}
