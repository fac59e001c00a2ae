package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Facing;
import org.tongchou.platform.database.Problems;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Traces;
import org.tongchou.platform.fund.Traces.Due;
import org.tongchou.platform.fund.Traces.Moved;

/**
 * Settlements against books and personal accounts: what each fund and the accounts pay of a settlement is due once, to its provider, and
 * taken back once with its mirror; the accounts lost it and got it back.
 */
@Component
class DueVerification implements Verification {
    private static final String DUE = """
            select * from (
                select coalesce(s.reverses, s.id) as act, s.reverses is not null as mirror, p.fund, s.number, s.provider,
                    sum(p.fen)::bigint as fen, s.settled_on as day
                from settlement.settlement s join settlement.payment p on p.settlement_id = s.id and p.year = s.year
                where s.person_id > 0 group by s.id, p.fund having sum(p.fen) <> 0
                union all
                select coalesce(reverses, id), reverses is not null, 'account', number, provider, account_fen + mutual_fen, settled_on
                from settlement.settlement where account_fen + mutual_fen <> 0 and person_id > 0
                union all
                select coalesce(reverses, id), reverses is not null, case scheme when 'employee' then 'employee' else 'resident' end,
                    number, provider, fund_fen + account_fen + mutual_fen, settled_on
                from settlement.settlement where person_id < 0 and fund_fen + account_fen + mutual_fen <> 0) due
            order by act, mirror, fund collate "C"
            """;
    private static final String MOVED = """
            select id as act, number, person_id as person, account_fen as own, mutual_fen as mutual
            from settlement.settlement where (account_fen <> 0 or mutual_fen <> 0) and person_id > 0 order by id
            """;

    private final Snapshot snapshot;
    private final Traces traces;

    DueVerification(Snapshot snapshot, Traces traces) {
        this.snapshot = snapshot;
        this.traces = traces;
    }

    private record Key(long act, boolean mirror, String fund) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::act).thenComparing(Key::mirror).thenComparing(Key::fund);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Wanted(
            long act, boolean mirror, String fund, String number, String provider, long fen, LocalDate day) {
        Key key() {
            return new Key(act, mirror, fund);
        }
    }

    private record Used(long act, String number, long person, long own, long mutual) {}

    @Override
    public String name() {
        return "结算与账簿、个人账户";
    }

    @Override
    public List<String> problems() {
        Problems problems = new Problems();
        snapshot.look(database -> {
            books(database, problems);
            accounts(database, problems);
        });
        return problems.told();
    }

    private void books(JdbcClient database, Problems problems) {
        try (Stream<Wanted> wanted = database.sql(DUE).query(Wanted.class).stream();
                Stream<Due> found = traces.due(Postings.MODULE, "settlement")) {
            Facing.walk(
                    wanted.iterator(),
                    Wanted::key,
                    found.iterator(),
                    due -> new Key(due.act(), due.mirror(), due.fund()),
                    (ours, due) -> compare(ours, due, problems));
        }
    }

    private static void compare(@Nullable Wanted ours, @Nullable Due due, Problems problems) {
        if (ours == null && due != null) {
            problems.add("账簿中有凭证，却没有这样的结算", due.act() + " " + due.fund());
        } else if (ours != null && due == null) {
            problems.add("结算没有凭证", ours.number() + " " + ours.fund());
        } else if (ours != null && due != null) {
            boolean atCounter = due.account().equals(FundAccounts.DUE_TO_PROVIDERS);
            boolean fits = !atCounter
                    || (due.party().equals(ours.provider()) && due.day().equals(ours.day()));
            if (due.fen() != ours.fen() || !fits) {
                problems.add(
                        "凭证与结算不符",
                        ours.number() + " " + ours.fund() + "，凭证 " + due.fen() + " 分，结算 " + ours.fen() + " 分");
            }
        }
    }

    private void accounts(JdbcClient database, Problems problems) {
        try (Stream<Used> used = database.sql(MOVED).query(Used.class).stream();
                Stream<Moved> moved = traces.moved(Postings.MODULE, "settlement")) {
            Facing.walk(
                    used.iterator(),
                    Used::act,
                    ByAct.of(moved.iterator()),
                    ByAct::act,
                    (ours, theirs) -> compare(ours, theirs, problems));
        }
    }

    private static void compare(@Nullable Used ours, @Nullable ByAct theirs, Problems problems) {
        if (ours == null && theirs != null) {
            problems.add("个人账户有变动，却没有这样的结算", Long.toString(theirs.act()));
        } else if (ours != null) {
            long own = Optional.ofNullable(theirs)
                    .map(act -> act.of(ours.person()))
                    .orElse(0L);
            long all = Optional.ofNullable(theirs).map(ByAct::all).orElse(0L);
            if (own != -ours.own() || all != -ours.own() - ours.mutual()) {
                problems.add("个人账户变动与结算不符", ours.number() + "，变动 " + all + " 分");
            }
        }
    }
}
