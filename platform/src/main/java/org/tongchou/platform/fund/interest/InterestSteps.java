package org.tongchou.platform.fund.interest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.web.Actor;

/** The steps of the job, each whole or not at all: a run that was cut off goes on with the next part, and posts none twice. */
@Component("fundInterestSteps")
class InterestSteps {
    private final JdbcClient database;
    private final InterestLines lines;
    private final Ledger ledger;
    private final PersonalAccounts accounts;
    private final Clock clock;

    InterestSteps(JdbcClient database, InterestLines lines, Ledger ledger, PersonalAccounts accounts, Clock clock) {
        this.database = database;
        this.lines = lines;
        this.ledger = ledger;
        this.accounts = accounts;
        this.clock = clock;
    }

    InterestRun get(long id) {
        return run(id, "");
    }

    private InterestRun run(long id, String lock) {
        return database.sql("select * from fund.interest_run where id = :id" + lock)
                .param("id", id)
                .query(InterestRun.class)
                .single();
    }

    /** Computes the next part; when there is none, adds up. Whether there is more. */
    @Transactional
    public boolean compute(long id) {
        InterestRun run = run(id, " for update");
        if (lines.compute(run)) {
            return true;
        }
        database.sql("""
                        update fund.interest_run r set state = :state, version = version + 1, accounts = l.accounts,
                            left_out = l.left_out, fen = l.fen
                        from (select count(*) filter (where problem = '' and carried_fen + current_fen > 0) as accounts,
                                count(*) filter (where problem <> '') as left_out,
                                coalesce(sum(carried_fen + current_fen) filter (where problem = ''), 0) as fen
                            from fund.interest_line where run_id = :id) l
                        where r.id = :id""").param("state", InterestRun.WAITING).param("id", id).update();
        return false;
    }

    /** Posts a part, once. */
    @Transactional
    public void post(Actor actor, long id, int part) {
        InterestRun run = run(id, " for update");
        int fresh = database.sql("""
                        insert into fund.interest_part (run_id, part, accounts, fen) values (:id, :part, 0, 0)
                        on conflict do nothing""").param("id", id).param("part", part).update();
        if (fresh == 0) {
            return;
        }
        List<InterestRun.Line> due = lines.take(run, part);
        long fen = due.stream()
                .mapToLong(line -> line.carriedFen() + line.currentFen())
                .sum();
        if (fen == 0) {
            return;
        }
        LocalDate last = LocalDate.of(run.year(), 12, 31);
        Cause cause = new Cause("fund", "interest", id + "/" + part);
        long voucher = ledger.post(
                actor,
                new Voucher(
                        Funds.ACCOUNT,
                        last,
                        cause,
                        run.year() + " 年个人账户利息",
                        List.of(
                                Leg.debit(run.bankAccount(), fen, null),
                                Leg.credit(FundAccounts.INTEREST, fen, null))));
        accounts.credit(
                actor,
                run.year() + "-12",
                due.stream()
                        .map(line -> new PersonalAccounts.Credit(
                                line.person(), line.carriedFen() + line.currentFen(), last, true, cause, voucher))
                        .toList());
        database.sql("""
                        update fund.interest_part set accounts = :accounts, fen = :fen, voucher_id = :voucher
                        where run_id = :id and part = :part""")
                .param("accounts", due.size())
                .param("fen", fen)
                .param("voucher", voucher)
                .param("id", id)
                .param("part", part)
                .update();
    }

    /** Ends the posting: what was posted counts, not what had been computed. */
    @Transactional
    public void posted(long id) {
        database.sql("""
                        update fund.interest_run r set state = :state, version = version + 1, accounts = p.accounts, fen = p.fen,
                            left_out = (select count(*) from fund.interest_line where run_id = :id and problem <> '')
                        from (select coalesce(sum(accounts), 0) as accounts, coalesce(sum(fen), 0) as fen
                            from fund.interest_part where run_id = :id) p
                        where r.id = :id and r.state = :posting""")
                .param("state", InterestRun.POSTED)
                .param("posting", InterestRun.POSTING)
                .param("id", id)
                .update();
    }

    /** Takes the next posted part back, the last first; whether there was one. */
    @Transactional
    public boolean takeBack(Actor actor, long id) {
        InterestRun run = run(id, " for update");
        Optional<Integer> part =
                database.sql("""
                        select part from fund.interest_part where run_id = :id and voucher_id is not null and reversal_id is null
                        order by part desc limit 1""").param("id", id).query(Integer.class).optional();
        if (part.isEmpty()) {
            database.sql("update fund.interest_run set state = :state, version = version + 1 where id = :id")
                    .param("state", InterestRun.REVERSED)
                    .param("id", id)
                    .update();
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        Cause of = new Cause("fund", "interest", id + "/" + part.get());
        long voucher = ledger.byCause(of).get(0).id();
        long mirror = ledger.reverse(actor, voucher, today, run.reason());
        Cause back = new Cause("fund", "interest-reversal", id + "/" + part.get());
        for (InterestRun.Line line : lines.lines(run, part.get())) {
            accounts.reverse(
                    actor,
                    new PersonalAccounts.Refund(
                            line.person(), line.carriedFen() + line.currentFen(), today, of, back, mirror));
        }
        database.sql("update fund.interest_part set reversal_id = :mirror where run_id = :id and part = :part")
                .param("mirror", mirror)
                .param("id", id)
                .param("part", part.get())
                .update();
        return true;
    }
}
