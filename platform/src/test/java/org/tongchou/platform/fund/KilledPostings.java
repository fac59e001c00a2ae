package org.tongchou.platform.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.fund.PersonalAccounts.Credit;
import org.tongchou.platform.web.Actor;

/** Somebody who posts dues into the ledger and personal accounts, run after run, each whole or not at all. */
public final class KilledPostings {
    /** Vouchers, and credits, of a run. */
    public static final int VOUCHERS = 200;

    private static final LocalDate DAY = LocalDate.of(2025, 3, 15);

    private final Ledger ledger;
    private final PersonalAccounts accounts;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    KilledPostings(
            Ledger ledger, PersonalAccounts accounts, JdbcClient database, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Posts the next run, if there is to be more, and the last one again, which must change nothing. */
    public boolean step(boolean more) {
        int last = database.sql("select coalesce(max(id), 0) from kills.posting")
                .query(Integer.class)
                .single();
        if (last > 0) {
            transaction.executeWithoutResult(status -> post(last));
        }
        if (more) {
            transaction.executeWithoutResult(status -> {
                database.sql("insert into kills.posting values (:id)")
                        .param("id", last + 1)
                        .update();
                post(last + 1);
            });
        }
        return more;
    }

    private void post(int run) {
        List<Voucher> vouchers =
                IntStream.range(0, VOUCHERS).mapToObj(n -> voucher(run, n)).toList();
        List<Long> ids = ledger.post(Actor.SYSTEM, vouchers);
        accounts.credit(
                Actor.SYSTEM,
                "2025-03",
                IntStream.range(0, VOUCHERS)
                        .mapToObj(n -> new Credit(
                                n + 1L,
                                fen(run, n),
                                DAY,
                                false,
                                new Cause("test", "dues", Integer.toString(run)),
                                ids.get(n)))
                        .toList());
    }

    private static Voucher voucher(int run, int number) {
        return new Voucher(
                Funds.ACCOUNT,
                DAY,
                new Cause("test", "dues", run + "/" + number),
                "个人账户划入",
                List.of(
                        Leg.debit(FundAccounts.TREASURY_BANK, fen(run, number), null),
                        Leg.credit(FundAccounts.DUES_PERSONS, fen(run, number), null)));
    }

    private static long fen(int run, int number) {
        return 1 + (run * 31L + number * 7L) % 997;
    }
}
