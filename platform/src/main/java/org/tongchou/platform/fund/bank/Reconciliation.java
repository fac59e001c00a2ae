package org.tongchou.platform.fund.bank;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.ledger.Chart;
import org.tongchou.platform.fund.ledger.FundDays;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Matches what the bank says with what the books say (银行对账), and explains what is left. */
@Service("fundReconciliation")
class Reconciliation {
    private static final String TYPE = "fund.bank_match";
    /** Bank and books may date the same money a few days apart. */
    private static final long DAYS = 5;

    private final JdbcClient database;
    private final Chart chart;
    private final Ledger ledger;
    private final AuditLog audit;

    Reconciliation(JdbcClient database, Chart chart, Ledger ledger, AuditLog audit) {
        this.database = database;
        this.chart = chart;
        this.ledger = ledger;
        this.audit = audit;
    }

    /**
     * A line of the bank, or of the books.
     *
     * @param id id of the bank's line, or of the voucher
     * @param line line of the voucher; 0 for the bank
     * @param date its day
     * @param reference the bank's number, or the voucher's
     * @param fen above zero when money came in
     * @param counterparty the bank's word for the other side; empty in the books
     * @param summary what it was for
     * @param matchId the match it is in; null when in none
     */
    record Item(
            long id,
            int line,
            LocalDate date,
            String reference,
            long fen,
            String counterparty,
            String summary,
            @Nullable Long matchId) {}

    /**
     * Why bank and books differ at the end of a day (银行存款余额调节表).
     *
     * @param day the day
     * @param bankFen balance that the bank prints
     * @param bookFen balance of the books
     * @param bookIn in the books as received, not at the bank
     * @param bookOut in the books as paid, not at the bank
     * @param bankIn at the bank as received, not in the books
     * @param bankOut at the bank as paid, not in the books
     * @param bankAdjustedFen the bank's balance with what is only in the books
     * @param bookAdjustedFen the books' balance with what is only at the bank
     */
    record Statement(
            LocalDate day,
            long bankFen,
            long bookFen,
            List<Item> bookIn,
            List<Item> bookOut,
            List<Item> bankIn,
            List<Item> bankOut,
            long bankAdjustedFen,
            long bookAdjustedFen) {}

    private static final String BANK = """
            select b.id, 0 as line, b.line_date as date, b.serial as reference, b.fen, b.counterparty, b.summary, m.match_id
            from fund.bank_line b left join fund.bank_match_line m on m.bank_line_id = b.id
            where b.fund = :fund and b.account = :account and b.line_date between :from and :to
            """;

    private static final String BOOKS = """
            select e.voucher_id as id, e.line, e.entry_date as date, e.voucher_id::text as reference, e.fen,
                '' as counterparty, v.summary, m.match_id
            from fund.entry e join fund.voucher v on v.id = e.voucher_id
                left join fund.bank_match_entry m on m.voucher_id = e.voucher_id and m.line = e.line
            where e.fund = :fund and e.account = :account and e.entry_date between :from and :to
            """;

    /** Lines of the bank. */
    List<Item> bank(String fund, String account, LocalDate from, LocalDate to, boolean open) {
        return items(
                BANK + (open ? "and m.match_id is null" : "") + " order by b.line_date, b.id", fund, account, from, to);
    }

    /** Lines of the books. */
    List<Item> books(String fund, String account, LocalDate from, LocalDate to, boolean open) {
        return items(
                BOOKS + (open ? "and m.match_id is null" : "") + " order by e.entry_date, e.voucher_id, e.line",
                fund,
                account,
                from,
                to);
    }

    private List<Item> items(String sql, String fund, String account, LocalDate from, LocalDate to) {
        chart.fund(fund);
        if (!chart.account(account).bank()) {
            throw Refusal.field("E-FUN-103", "存款科目", account, "收入户、财政专户、支出户或国库存款");
        }
        return database.sql(sql)
                .param("fund", fund)
                .param("account", account)
                .param("from", FundDays.day("起始日期", from))
                .param("to", FundDays.day("截止日期", to))
                .query(Item.class)
                .list();
    }

    /** Matches one with one: the same amount, at most five days apart, the nearest first; how many were matched. */
    @Transactional
    public int matchAll(Actor actor, String fund, String account, LocalDate from, LocalDate to) {
        hold(fund, account);
        Map<Long, List<Item>> books = new HashMap<>();
        books(fund, account, from.minusDays(DAYS), to.plusDays(DAYS), true)
                .forEach(item -> books.computeIfAbsent(item.fen(), fen -> new ArrayList<>())
                        .add(item));
        int matched = 0;
        for (Item line : bank(fund, account, from, to, true)) {
            List<Item> same = books.getOrDefault(line.fen(), new ArrayList<>());
            Optional<Item> nearest = same.stream()
                    .filter(item -> apart(item, line) <= DAYS)
                    .min(Comparator.comparingLong(item -> apart(item, line)));
            if (nearest.isPresent()) {
                same.remove(nearest.get());
                insert(actor, fund, account, "自动", List.of(line), List.of(nearest.get()));
                matched++;
            }
        }
        audit.record(
                actor,
                "fund.bank_match.auto",
                TYPE,
                fund + "/" + account,
                "自动勾对 " + chart.account(account).name() + " " + matched + " 笔",
                null,
                Map.of("matched", matched));
        return matched;
    }

    private static long apart(Item one, Item other) {
        return Math.abs(ChronoUnit.DAYS.between(one.date(), other.date()));
    }

    /**
     * What is matched by hand.
     *
     * @param fund code of the fund
     * @param account code of the account
     * @param bank ids of the bank's lines; none when lines of the books cancel each other
     * @param books lines of the books
     */
    record Request(
            @Nullable String fund,
            @Nullable String account,
            @Nullable List<Long> bank,
            @Nullable List<BookLine> books) {}

    /**
     * A line of a voucher.
     *
     * @param voucherId its voucher
     * @param line which line of it
     */
    record BookLine(long voucherId, int line) {}

    /** Matches some with some whose sums are the same. */
    @Transactional
    public void match(Actor actor, Request request) {
        String fund = chart.fund(Given.text(request.fund())).code();
        String account = Given.text(request.account());
        hold(fund, account);
        List<Long> wantedBank = Given.required("银行流水", request.bank());
        List<BookLine> wantedBooks = Given.required("账目", request.books());
        LocalDate first = LocalDate.of(2000, 1, 1);
        LocalDate last = LocalDate.of(2100, 12, 31);
        List<Item> bank = bank(fund, account, first, last, true).stream()
                .filter(item -> wantedBank.contains(item.id()))
                .toList();
        List<Item> books = books(fund, account, first, last, true).stream()
                .filter(item -> wantedBooks.contains(new BookLine(item.id(), item.line())))
                .toList();
        if (bank.size() < wantedBank.size() || books.size() < wantedBooks.size() || books.isEmpty()) {
            throw Refusal.conflict("E-FUN-104", "所选的流水或账目有的已经勾对，或不属于这个账户；请刷新后重新选择");
        }
        long bankSum = bank.stream().mapToLong(Item::fen).sum();
        long bookSum = books.stream().mapToLong(Item::fen).sum();
        if (bankSum != bookSum) {
            throw Refusal.field(
                    "E-FUN-105", "勾对金额", "流水 " + Money.ofFen(bankSum) + "，账目 " + Money.ofFen(bookSum), "两边合计相等");
        }
        long id = insert(actor, fund, account, "手工", bank, books);
        audit.record(
                actor,
                "fund.bank_match.create",
                TYPE,
                Long.toString(id),
                "手工勾对 " + bank.size() + " 笔流水和 " + books.size() + " 笔账目",
                null,
                Map.of("fen", bankSum));
    }

    /** Takes a match apart. */
    @Transactional
    public void cancel(Actor actor, long id, @Nullable String reason) {
        String why = Given.requiredLine("取消原因", reason, 200);
        int rows = database.sql("delete from fund.bank_match where id = :id")
                .param("id", id)
                .update();
        if (rows == 0) {
            throw Refusal.notFound("这条勾对");
        }
        audit.record(
                actor, "fund.bank_match.cancel", TYPE, Long.toString(id), "取消勾对 " + id, null, Map.of("reason", why));
    }

    private void hold(String fund, String account) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "fund.bank " + fund + " " + account)
                .query((row, number) -> 0)
                .list();
    }

    private long insert(Actor actor, String fund, String account, String kind, List<Item> bank, List<Item> books) {
        long id = database.sql("""
                        insert into fund.bank_match (fund, account, kind, created_by, created_name)
                        values (:fund, :account, :kind, :who, :whoName) returning id
                        """)
                .param("fund", fund)
                .param("account", account)
                .param("kind", kind)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .query(Long.class)
                .single();
        database.sql("insert into fund.bank_match_line (bank_line_id, match_id) select unnest(:ids), :match")
                .param(
                        "ids",
                        new SqlArrayValue("bigint", bank.stream().map(Item::id).toArray()))
                .param("match", id)
                .update();
        database.sql("""
                        insert into fund.bank_match_entry (voucher_id, line, match_id)
                        select voucher, line, :match from unnest(:vouchers, :lines) as t (voucher, line)
                        """)
                .param(
                        "vouchers",
                        new SqlArrayValue("bigint", books.stream().map(Item::id).toArray()))
                .param(
                        "lines",
                        new SqlArrayValue("int", books.stream().map(Item::line).toArray()))
                .param("match", id)
                .update();
        return id;
    }

    /** Explains the difference at the end of a day. */
    Statement statement(String fund, String account, LocalDate day) {
        LocalDate first = LocalDate.of(2000, 1, 1);
        List<Item> bank = bank(fund, account, first, day, false);
        List<Item> books = books(fund, account, first, day, false);
        List<Item> onlyBooks = only(books, bank);
        List<Item> onlyBank = only(bank, books);
        long bankFen = bankBalance(fund, account, day);
        long bookFen = ledger.balance(fund, account, null, day);
        return new Statement(
                day,
                bankFen,
                bookFen,
                signed(onlyBooks, true),
                signed(onlyBooks, false),
                signed(onlyBank, true),
                signed(onlyBank, false),
                bankFen + onlyBooks.stream().mapToLong(Item::fen).sum(),
                bookFen + onlyBank.stream().mapToLong(Item::fen).sum());
    }

    /** Those that are in no match with one of the others. */
    private static List<Item> only(List<Item> items, List<Item> others) {
        List<Long> matches = others.stream()
                .map(Item::matchId)
                .filter(java.util.Objects::nonNull)
                .toList();
        Map<Long, Long> sums = new HashMap<>();
        items.stream()
                .filter(item -> item.matchId() != null)
                .forEach(item -> sums.merge(java.util.Objects.requireNonNull(item.matchId()), item.fen(), Long::sum));
        return items.stream()
                .filter(item -> item.matchId() == null
                        || !(matches.contains(item.matchId()) || sums.getOrDefault(item.matchId(), 0L) == 0))
                .toList();
    }

    private static List<Item> signed(List<Item> items, boolean in) {
        return items.stream().filter(item -> item.fen() > 0 == in).toList();
    }

    /** What the bank prints last, or the sum of its lines when it prints no balances. */
    private long bankBalance(String fund, String account, LocalDate day) {
        return database.sql("""
                        select coalesce((select balance_fen from fund.bank_line where fund = :fund and account = :account
                                and line_date <= :day and balance_fen is not null order by line_date desc, id desc limit 1),
                            (select sum(fen) from fund.bank_line
                            where fund = :fund and account = :account and line_date <= :day), 0)
                        """)
                .param("fund", fund)
                .param("account", account)
                .param("day", day)
                .query(Long.class)
                .single();
    }
}
