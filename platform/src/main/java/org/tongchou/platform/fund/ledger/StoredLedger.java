package org.tongchou.platform.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** The ledger in schema {@code fund}. What must always hold is held there; here it is told in the caller's words. */
@Service
class StoredLedger implements Ledger, VoucherPosting {
    /** Vouchers of one statement: few enough to be joined with their lines in any way. */
    private static final int AT_ONCE = 100;

    private final JdbcClient database;
    private final NamedParameterJdbcOperations posting;
    private final Chart chart;
    private final VoucherRules rules;
    private final VoucherList vouchers;
    private final AuditLog audit;

    StoredLedger(
            JdbcClient database,
            NamedParameterJdbcOperations posting,
            Chart chart,
            VoucherList vouchers,
            AuditLog audit) {
        this.database = database;
        this.posting = posting;
        this.chart = chart;
        this.rules = new VoucherRules(chart);
        this.vouchers = vouchers;
        this.audit = audit;
    }

    @Override
    @Transactional
    public long post(Actor actor, Voucher voucher) {
        return post(actor, List.of(voucher)).get(0);
    }

    @Override
    @Transactional
    public List<Long> post(Actor actor, List<Voucher> wanted) {
        return post(Signed.by(actor), Kind.POSTING, wanted);
    }

    @Override
    @Transactional
    public List<Long> post(Signed signed, Kind kind, List<Voucher> wanted) {
        wanted.forEach(rules::check);
        List<New> all = wanted.stream()
                .map(voucher -> new New(voucher, VoucherRules.digest(voucher), null))
                .toList();
        return insert(signed, kind, all);
    }

    @Override
    @Transactional
    public long reverse(Actor actor, long voucherId, LocalDate date, String reason) {
        VoucherView original = find(voucherId).orElseThrow(() -> Refusal.notFound("这张凭证"));
        if (original.kind().equals(Kind.CLOSING.code())) {
            throw Refusal.conflict("E-FUN-019", "年终结转凭证随反结账自动冲销，不能单独冲销");
        }
        return reverse(actor, original, date, reason);
    }

    @Override
    @Transactional
    public long reverse(Actor actor, VoucherView original, LocalDate date, String reason) {
        String why = Given.requiredLine("冲销原因", reason, 200);
        long voucherId = original.id();
        if (original.kind().equals(Kind.REVERSAL.code())) {
            throw Refusal.conflict("E-FUN-017", "冲销凭证不能再冲销；需要恢复时请以新的事由重新登记");
        }
        if (original.reversedBy() != null) {
            throw Refusal.conflict("E-FUN-018", "凭证 " + voucherId + " 已经冲销过，不能重复冲销");
        }
        Voucher mirror = new Voucher(
                original.fund(),
                date,
                new Cause("fund", "reversal", Long.toString(voucherId)),
                "冲销：" + why.substring(0, Math.min(why.length(), 190)),
                original.legs().stream()
                        .map(line -> new Leg(line.account(), -line.fen(), line.party()))
                        .toList());
        rules.check(mirror);
        long id = insert(
                        Signed.by(actor),
                        Kind.REVERSAL,
                        List.of(new New(mirror, VoucherRules.digest(mirror), original)))
                .get(0);
        audit.record(
                actor,
                "fund.voucher.reverse",
                "fund.voucher",
                Long.toString(voucherId),
                "冲销凭证 " + voucherId,
                null,
                Map.of("mirrorId", id, "reason", why, "fen", original.debitFen()));
        return id;
    }

    @Override
    public Optional<VoucherView> find(long voucherId) {
        return vouchers.views("v.id = :id", Map.of("id", voucherId)).stream().findFirst();
    }

    @Override
    public List<VoucherView> byCause(Cause cause) {
        return vouchers.views("""
                        v.id = any(array(
                            select o.id from fund.voucher o
                            where (o.cause_module, o.cause_kind, o.cause_id) = (:module, :kind, :cause)
                            union all
                            select m.id from fund.voucher o join fund.voucher m on m.reverses = o.id
                            where (o.cause_module, o.cause_kind, o.cause_id) = (:module, :kind, :cause)))
                        """, Map.of("module", cause.module(), "kind", cause.kind(), "cause", cause.id()));
    }

    @Override
    public long balance(String fund, String account, @Nullable String party, LocalDate day) {
        chart.fund(fund);
        Map<Boolean, List<String>> guarded = chart.leaves(account).stream()
                .collect(Collectors.partitioningBy(code -> chart.account(code).guarded()));
        // The daily sums of guarded accounts say the same as their entries, of which a provider has one for every bill.
        return database.sql("""
                        select coalesce((select sum(fen) from fund.day_balance
                                where fund = :fund and account = any(:guarded) and day <= :day
                                    and (:party::text is null or party = :party)), 0)
                            + coalesce((select sum(fen) from fund.entry
                                where fund = :fund and account = any(:others) and entry_date <= :day and year <= :year
                                    and (:party::text is null or party = :party)), 0)
                        """)
                .param("fund", fund)
                .param("guarded", codes(guarded, true))
                .param("others", codes(guarded, false))
                .param("day", day)
                .param("year", day.getYear())
                .param("party", party)
                .query(Long.class)
                .single();
    }

    private static SqlArrayValue codes(Map<Boolean, List<String>> parts, boolean part) {
        return new SqlArrayValue("text", parts.getOrDefault(part, List.of()).toArray());
    }

    private record New(
            Voucher voucher, String digest, @Nullable VoucherView reverses) {
        String key() {
            return key(voucher.cause(), voucher.fund());
        }

        static String key(Cause cause, String fund) {
            return cause.module() + '\t' + cause.kind() + '\t' + cause.id() + '\t' + fund;
        }

        int month() {
            return reverses != null && reverses.kind().equals(Kind.CLOSING.code())
                    ? CLOSING_MONTH
                    : voucher.date().getMonthValue();
        }
    }

    private record Known(long id, String content) {}

    private List<Long> insert(Signed signed, Kind kind, List<New> all) {
        return Refused.told(() -> {
            Map<String, Known> known = new HashMap<>();
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<New> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                boolean last = from + AT_ONCE >= all.size();
                Map<String, Known> fresh = insertSome(signed, kind, some, last ? POST + WHOLE : POST);
                if (fresh.size() < some.size()) {
                    if (kind == Kind.REVERSAL) {
                        throw Refusal.conflict("E-FUN-018", "这张凭证已经冲销过，不能重复冲销");
                    }
                    known.putAll(posted(some));
                }
                known.putAll(fresh);
            }
            for (New each : all) {
                if (!Objects.requireNonNull(known.get(each.key())).content().equals(each.digest())) {
                    throw Refusal.conflict("E-FUN-010", "事由“" + each.key().replace('\t', ' ') + "”已经入账，内容与本次不同，不能重复入账");
                }
            }
            return all.stream()
                    .map(each -> Objects.requireNonNull(known.get(each.key())).id())
                    .toList();
        });
    }

    private record Row(int of, int line, Leg leg) {}

    private static final String POST = """
            with wanted as materialized (
                select nextval('fund.voucher_id_seq') as id, t.*
                from unnest(:funds, :months, :days, :modules, :kinds, :causes, :summaries, :legs, :fens, :contents,
                        :reverses) with ordinality
                    as t (fund, month, day, module, cause_kind, cause_id, summary, legs, fen, content, reverses, sort)),
            made as (
                insert into fund.voucher (id, fund, year, month, voucher_date, kind, cause_module, cause_kind,
                    cause_id, summary, legs, debit_fen, content, reverses, created_by, created_name, reviewed_by,
                    reviewed_name)
                select id, fund, extract(year from day), month, day, :kind, module, cause_kind, cause_id, summary,
                    legs, fen, content, reverses, :who, :whoName, :reviewer, :reviewerName
                from wanted
                on conflict (cause_module, cause_kind, cause_id, fund) do nothing
                returning id, content, cause_module, cause_kind, cause_id, fund, year, month, voucher_date),
            lines as (
                insert into fund.entry (voucher_id, year, line, fund, month, entry_date, account, party, fen)
                select m.id, m.year, l.line, m.fund, m.month, m.voucher_date, l.account, l.party, l.fen
                from made m join wanted w on w.id = m.id
                    join unnest(:of, :lines, :accounts, :parties, :legFens) as l (sort, line, account, party, fen)
                        on l.sort = w.sort)
            select id, content, cause_module, cause_kind, cause_id, fund from made
            """;

    /** That all are whole and covered is looked at with the last of them, where it can be told, not when the transaction ends. */
    private static final String WHOLE =
            "; set constraints fund.voucher_whole immediate; set constraints fund.voucher_whole deferred";

    /** Those that are new, by key, with their lines in the same statement. */
    private Map<String, Known> insertSome(Signed signed, Kind kind, List<New> some, String sql) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            List<Leg> legs = some.get(i).voucher().legs();
            for (int line = 0; line < legs.size(); line++) {
                rows.add(new Row(i + 1, line + 1, legs.get(line)));
            }
        }
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("kind", kind.code())
                .addValue("who", signed.by())
                .addValue("whoName", signed.name())
                .addValue("reviewer", signed.reviewedBy())
                .addValue("reviewerName", signed.reviewedName())
                .addValue("funds", column("text", some, each -> each.voucher().fund()))
                .addValue("months", column("int", some, each -> kind == Kind.CLOSING ? CLOSING_MONTH : each.month()))
                .addValue("days", column("date", some, each -> each.voucher().date()))
                .addValue(
                        "modules",
                        column("text", some, each -> each.voucher().cause().module()))
                .addValue(
                        "kinds",
                        column("text", some, each -> each.voucher().cause().kind()))
                .addValue(
                        "causes",
                        column("text", some, each -> each.voucher().cause().id()))
                .addValue(
                        "summaries", column("text", some, each -> each.voucher().summary()))
                .addValue(
                        "legs",
                        column("int", some, each -> each.voucher().legs().size()))
                .addValue("fens", column("bigint", some, each -> VoucherRules.debit(each.voucher())))
                .addValue("contents", column("text", some, New::digest))
                .addValue(
                        "reverses",
                        column(
                                "bigint",
                                some,
                                each -> each.reverses() == null
                                        ? null
                                        : each.reverses().id()))
                .addValue("of", column("int", rows, Row::of))
                .addValue("lines", column("int", rows, Row::line))
                .addValue("accounts", column("text", rows, row -> row.leg().account()))
                .addValue(
                        "parties",
                        column("text", rows, row -> VoucherRules.party(row.leg().party())))
                .addValue("legFens", column("bigint", rows, row -> row.leg().fen()));
        return Objects.requireNonNull(posting.execute(sql, values, statement -> {
            Map<String, Known> known = new HashMap<>();
            statement.execute();
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    known.put(keyOf(row), new Known(row.getLong(1), row.getString(2)));
                }
            }
            return known;
        }));
    }

    /** Those that were posted before. */
    private Map<String, Known> posted(List<New> all) {
        Map<String, Known> known = new HashMap<>();
        database.sql("""
                        select id, content, cause_module, cause_kind, cause_id, fund
                        from fund.voucher join unnest(:modules, :kinds, :causes, :funds) as t (module, kind, cause, book)
                            on (cause_module, cause_kind, cause_id, fund) = (t.module, t.kind, t.cause, t.book)
                        """)
                .param(
                        "modules",
                        column("text", all, each -> each.voucher().cause().module()))
                .param(
                        "kinds",
                        column("text", all, each -> each.voucher().cause().kind()))
                .param(
                        "causes",
                        column("text", all, each -> each.voucher().cause().id()))
                .param("funds", column("text", all, each -> each.voucher().fund()))
                .query(row -> {
                    known.put(keyOf(row), new Known(row.getLong(1), row.getString(2)));
                });
        return known;
    }

    private static String keyOf(ResultSet row) throws SQLException {
        return New.key(new Cause(row.getString(3), row.getString(4), row.getString(5)), row.getString(6));
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
