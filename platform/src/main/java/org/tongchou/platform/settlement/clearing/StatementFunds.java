package org.tongchou.platform.settlement.clearing;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;

/** What each fund owes an institution by a statement. */
@Component
class StatementFunds {
    /** What a settlement makes a fund owe; of somebody insured elsewhere, the fund that pays first and has it back from their region. */
    private static final String DUE = """
            select fund, sum(fen)::bigint as fen from (
                select p.fund, p.fen from settlement.cleared c join settlement.settlement s on s.id = c.settlement_id
                    join settlement.payment p on p.settlement_id = s.id and p.year = s.year
                where c.statement_id = :statement and s.person_id > 0
                union all
                select :account, s.account_fen + s.mutual_fen from settlement.cleared c
                    join settlement.settlement s on s.id = c.settlement_id
                where c.statement_id = :statement and s.person_id > 0 and s.account_fen + s.mutual_fen <> 0
                union all
                select case s.scheme when 'employee' then :employee else :resident end, s.fund_fen + s.account_fen + s.mutual_fen
                from settlement.cleared c join settlement.settlement s on s.id = c.settlement_id
                where c.statement_id = :statement and s.person_id < 0) parts
            group by fund""";

    private final JdbcClient database;
    private final Ledger ledger;

    StatementFunds(JdbcClient database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    private record Fund(String fund, long fen) {}

    /** Writes what each fund owes by the settlements of a statement, less prepayment and deposit. */
    void draw(long statement, String provider, DepositRate rate, boolean keepPrepaid, LocalDate today) {
        Map<String, Long> due = database
                .sql(DUE)
                .param("statement", statement)
                .param("account", Funds.ACCOUNT)
                .param("employee", Funds.EMPLOYEE)
                .param("resident", Funds.RESIDENT)
                .query(Fund.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Fund::fund, Fund::fen));
        Map<String, Long> carried = carried(provider);
        Map<String, Long> open = open(provider);
        Set<String> funds = new LinkedHashSet<>(due.keySet());
        carried.forEach((fund, fen) -> {
            if (fen < 0) {
                funds.add(fund);
            }
        });
        for (String fund : funds) {
            long before = carried.getOrDefault(fund, 0L);
            long net = due.getOrDefault(fund, 0L) + before;
            long recovered = Math.max(0, open.getOrDefault(fund, 0L) + Math.min(0, net));
            long payable = Math.max(0, net);
            long deposit = fund.equals(Funds.ACCOUNT) ? 0 : rate.of(payable);
            long stands = Math.max(0, ledger.balance(fund, FundAccounts.PREPAID_PROVIDERS, provider, today));
            long prepaid = keepPrepaid ? 0 : Math.min(stands, payable - deposit);
            insert(
                    statement,
                    new Statement.FundPart(
                            fund,
                            "",
                            due.getOrDefault(fund, 0L),
                            before,
                            recovered,
                            prepaid,
                            deposit,
                            payable - deposit - prepaid,
                            ""));
        }
    }

    private void insert(long statement, Statement.FundPart part) {
        database.sql("""
                        insert into settlement.statement_fund (statement_id, fund, due_fen, carried_fen, recovered_fen,
                            prepaid_fen, deposit_fen, pay_fen)
                        values (:statement, :fund, :due, :carried, :recovered, :prepaid, :deposit, :pay)""")
                .param("statement", statement)
                .param("fund", part.fund())
                .param("due", part.dueFen())
                .param("carried", part.carriedFen())
                .param("recovered", part.recoveredFen())
                .param("prepaid", part.prepaidFen())
                .param("deposit", part.depositFen())
                .param("pay", part.payFen())
                .update();
    }

    /** What reviewed statements left below zero, by fund. */
    private Map<String, Long> carried(String provider) {
        return byFund("""
                select f.fund, sum(f.due_fen - f.prepaid_fen - f.deposit_fen - f.pay_fen)::bigint as fen
                from settlement.statement_fund f join settlement.statement s on s.id = f.statement_id
                where s.provider = :provider and s.kind = '月结' and s.state = '已复核' group by f.fund""", provider);
    }

    /** What is still to be recovered of bills that were taken back after they were paid, by fund. */
    private Map<String, Long> open(String provider) {
        return byFund("""
                select fund, sum(fen)::bigint as fen from (
                    select r.fund, r.fen from settlement.recovery r where r.provider = :provider
                    union all
                    select f.fund, -f.recovered_fen from settlement.statement_fund f
                        join settlement.statement s on s.id = f.statement_id
                    where s.provider = :provider and s.kind = '月结' and s.state = '已复核') open
                group by fund""", provider);
    }

    private Map<String, Long> byFund(String sql, String provider) {
        return database.sql(sql).param("provider", provider).query(Fund.class).list().stream()
                .collect(Collectors.toMap(Fund::fund, Fund::fen));
    }

    /** Institutions of which a reviewed statement kept something. */
    List<String> withDeposit() {
        return database.sql("""
                        select distinct s.provider from settlement.statement s join settlement.statement_fund f on f.statement_id = s.id
                        where s.kind = '月结' and s.state = '已复核' and f.deposit_fen > 0 order by 1""").query(String.class).list();
    }

    /** Writes what stands of the deposits kept until the end of a year; gives whether there is any. */
    boolean deposits(long statement, String provider, LocalDate last, LocalDate today) {
        List<String> funds = database.sql("""
                        select distinct f.fund from settlement.statement s join settlement.statement_fund f on f.statement_id = s.id
                        where s.provider = :provider and s.kind = '月结' and s.state = '已复核' and f.deposit_fen > 0
                        order by 1""")
                .param("provider", provider)
                .query(String.class)
                .list();
        boolean any = false;
        for (String fund : funds) {
            long then = keptOf(provider, fund, last);
            long now = -ledger.balance(fund, FundAccounts.DEPOSITS, provider, today);
            long back = Math.min(then, now);
            if (back > 0) {
                any = true;
                insert(statement, new Statement.FundPart(fund, "", back, 0, 0, 0, 0, back, ""));
            }
        }
        return any;
    }

    /** What was kept of the months until a day and not given back by an earlier statement. */
    private long keptOf(String provider, String fund, LocalDate last) {
        return database.sql("""
                        select coalesce(sum(case s.kind when '月结' then f.deposit_fen else -f.pay_fen end), 0)::bigint
                        from settlement.statement s join settlement.statement_fund f on f.statement_id = s.id
                        where s.provider = :provider and f.fund = :fund and s.state = '已复核' and s.month <= :month""")
                .param("provider", provider)
                .param("fund", fund)
                .param("month", java.time.YearMonth.from(last).toString())
                .query(Long.class)
                .single();
    }
}
