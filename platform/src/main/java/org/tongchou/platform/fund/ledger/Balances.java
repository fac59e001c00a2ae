package org.tongchou.platform.fund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Sums of entries: balances of accounts, and the entries of one account with what was left after each. */
@Component("fundBalances")
public class Balances {
    private final JdbcClient database;
    private final Chart chart;

    Balances(JdbcClient database, Chart chart) {
        this.database = database;
        this.chart = chart;
    }

    /**
     * An account over some time. Amounts are above zero for debits.
     *
     * @param account the account
     * @param openingFen before the first day
     * @param debitFen debits in the time
     * @param creditFen credits in the time, above zero
     */
    public record Line(Chart.Account account, long openingFen, long debitFen, long creditFen) {
        /** At the end of the last day. */
        public long closingFen() {
            return openingFen + debitFen - creditFen;
        }

        private Line plus(Line other) {
            return new Line(
                    account, openingFen + other.openingFen, debitFen + other.debitFen, creditFen + other.creditFen);
        }

        private boolean isEmpty() {
            return openingFen == 0 && debitFen == 0 && creditFen == 0;
        }
    }

    /**
     * The accounts of a fund that moved or hold something, parents with the sums of what is below them.
     *
     * @param closing whether the closing of the last day's year counts
     */
    public List<Line> of(String fund, LocalDate from, LocalDate to, boolean closing) {
        chart.fund(fund);
        FundDays.day("起始日期", from);
        FundDays.day("截止日期", to);
        if (to.isBefore(from)) {
            throw Refusal.field("E-FUN-007", "截止日期", to.toString(), "不早于起始日期 " + from);
        }
        Map<String, Line> lines = new HashMap<>();
        database.sql("""
                        select account, coalesce(sum(fen) filter (where entry_date < :from), 0),
                            coalesce(sum(fen) filter (where entry_date >= :from and fen > 0), 0),
                            coalesce(-sum(fen) filter (where entry_date >= :from and fen < 0), 0)
                        from fund.entry
                        where fund = :fund and year <= :year and entry_date <= :to
                            and (:closing or year < :year or month <= 12)
                        group by account
                        """)
                .param("fund", fund)
                .param("from", from)
                .param("to", to)
                .param("year", to.getYear())
                .param("closing", closing)
                .query(row -> {
                    Chart.Account account = chart.account(row.getString(1));
                    Line line = new Line(account, row.getLong(2), row.getLong(3), row.getLong(4));
                    lines.merge(account.code(), line, Line::plus);
                    if (account.parent() != null) {
                        Chart.Account parent = chart.account(account.parent());
                        lines.merge(
                                parent.code(),
                                new Line(parent, line.openingFen(), line.debitFen(), line.creditFen()),
                                Line::plus);
                    }
                });
        return chart.accounts().keySet().stream()
                .map(lines::get)
                .filter(line -> line != null && !line.isEmpty())
                .toList();
    }

    /**
     * A party on an account.
     *
     * @param party code of the party; empty when none is named
     * @param fen balance, above zero when more was debited
     */
    public record Held(String party, long fen) {}

    /** Who holds what on an account at the end of a day; those with nothing are left out. */
    public List<Held> parties(String fund, String account, LocalDate day) {
        chart.fund(fund);
        return database.sql("""
                        select party, sum(fen) as fen from fund.entry
                        where fund = :fund and account = any(:accounts) and entry_date <= :day
                        group by party having sum(fen) <> 0 order by party
                        """)
                .param("fund", fund)
                .param("accounts", leaves(account))
                .param("day", FundDays.day("日期", day))
                .query(Held.class)
                .list();
    }

    /**
     * Which entries are asked for.
     *
     * @param fund code of the fund
     * @param account code of the account, those below it included
     * @param party code of the party; all when nothing is said
     * @param from from this day on
     * @param to up to this day
     */
    public record Filter(
            String fund, String account, @Nullable String party, LocalDate from, LocalDate to) {}

    /**
     * An entry with what was left after it.
     *
     * @param voucherId its voucher
     * @param line which line of it
     * @param date business date
     * @param summary what it was for
     * @param account code of the account
     * @param accountName its name
     * @param party code of the party
     * @param debitFen debit
     * @param creditFen credit
     * @param balanceFen what was left afterwards, above zero when more was debited
     */
    public record Entry(
            long voucherId,
            int line,
            LocalDate date,
            String summary,
            String account,
            String accountName,
            String party,
            long debitFen,
            long creditFen,
            long balanceFen) {}

    /**
     * Sums of all entries that are asked for.
     *
     * @param openingFen balance before the first day
     * @param debitFen debits
     * @param creditFen credits
     * @param closingFen balance at the end
     * @param count how many entries
     */
    public record Totals(long openingFen, long debitFen, long creditFen, long closingFen, long count) {}

    private static final String WHICH = """
            from fund.entry e where e.fund = :fund and e.account = any(:accounts)
                and (:party::text is null or e.party = :party) and e.entry_date <= :to
            """;

    /** Sums of the entries. */
    public Totals totals(Filter filter) {
        return statement("""
                        select coalesce(sum(fen) filter (where entry_date < :from), 0) as opening_fen,
                            coalesce(sum(fen) filter (where entry_date >= :from and fen > 0), 0) as debit_fen,
                            coalesce(-sum(fen) filter (where entry_date >= :from and fen < 0), 0) as credit_fen,
                            coalesce(sum(fen), 0) as closing_fen, count(*) filter (where entry_date >= :from) as count
                        """ + WHICH, filter).query(Totals.class).single();
    }

    /** Entries in order of their days. */
    public List<Entry> entries(Filter filter, PageQuery page) {
        List<Entry> entries = new ArrayList<>();
        statement("""
                        select x.*, v.summary from (
                            select e.voucher_id, e.line, e.entry_date, e.account, e.party, e.fen, e.year,
                                sum(e.fen) over (order by e.entry_date, e.voucher_id, e.line) as balance
                        """ + WHICH + """
                        ) x join fund.voucher v on v.id = x.voucher_id
                        where x.entry_date >= :from order by x.entry_date, x.voucher_id, x.line
                        """ + " limit " + page.rows() + " offset " + page.offset(), filter)
                .query(row -> {
                    long fen = row.getLong("fen");
                    String account = row.getString("account");
                    entries.add(new Entry(
                            row.getLong("voucher_id"),
                            row.getInt("line"),
                            row.getObject("entry_date", LocalDate.class),
                            row.getString("summary"),
                            account,
                            chart.account(account).name(),
                            row.getString("party"),
                            Math.max(fen, 0),
                            Math.max(-fen, 0),
                            row.getLong("balance")));
                });
        return entries;
    }

    private JdbcClient.StatementSpec statement(String sql, Filter filter) {
        chart.fund(filter.fund());
        return database.sql(sql)
                .param("fund", filter.fund())
                .param("accounts", leaves(filter.account()))
                .param("party", filter.party())
                .param("from", FundDays.day("起始日期", filter.from()))
                .param("to", FundDays.day("截止日期", filter.to()));
    }

    private SqlArrayValue leaves(String account) {
        return new SqlArrayValue("text", chart.leaves(account).toArray());
    }
}
