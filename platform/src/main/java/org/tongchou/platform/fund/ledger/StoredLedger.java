package org.tongchou.platform.fund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    private final JdbcClient database;
    private final Chart chart;
    private final VoucherRules rules;
    private final VoucherList vouchers;
    private final AuditLog audit;

    StoredLedger(JdbcClient database, Chart chart, VoucherList vouchers, AuditLog audit) {
        this.database = database;
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
                        (v.cause_module, v.cause_kind, v.cause_id) = (:module, :kind, :cause) or v.reverses in (
                            select id from fund.voucher
                            where (cause_module, cause_kind, cause_id) = (:module, :kind, :cause))
                        """, Map.of("module", cause.module(), "kind", cause.kind(), "cause", cause.id()));
    }

    @Override
    public long balance(String fund, String account, @Nullable String party, LocalDate day) {
        chart.fund(fund);
        return database.sql("""
                        select coalesce(sum(fen), 0) from fund.entry
                        where fund = :fund and account = any(:accounts) and entry_date <= :day and year <= :year
                            and (:party::text is null or party = :party)
                        """)
                .param("fund", fund)
                .param(
                        "accounts",
                        new SqlArrayValue("text", chart.leaves(account).toArray()))
                .param("day", day)
                .param("year", day.getYear())
                .param("party", party)
                .query(Long.class)
                .single();
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
        if (all.isEmpty()) {
            return List.of();
        }
        return Refused.told(() -> {
            Map<String, Known> known = insertVouchers(signed, kind, all);
            List<New> fresh =
                    all.stream().filter(each -> known.containsKey(each.key())).toList();
            if (fresh.size() < all.size()) {
                if (kind == Kind.REVERSAL) {
                    throw Refusal.conflict("E-FUN-018", "这张凭证已经冲销过，不能重复冲销");
                }
                known.putAll(posted(all));
            }
            for (New each : all) {
                if (!Objects.requireNonNull(known.get(each.key())).content().equals(each.digest())) {
                    throw Refusal.conflict("E-FUN-010", "事由“" + each.key().replace('\t', ' ') + "”已经入账，内容与本次不同，不能重复入账");
                }
            }
            if (!fresh.isEmpty()) {
                insertEntries(kind, fresh, known);
            }
            return all.stream()
                    .map(each -> Objects.requireNonNull(known.get(each.key())).id())
                    .toList();
        });
    }

    /** Those that are new, by key. */
    private Map<String, Known> insertVouchers(Signed signed, Kind kind, List<New> all) {
        Map<String, Known> known = new HashMap<>();
        database.sql("""
                        insert into fund.voucher (fund, year, month, voucher_date, kind, cause_module, cause_kind, cause_id,
                            summary, legs, debit_fen, content, reverses, created_by, created_name, reviewed_by, reviewed_name)
                        select fund, extract(year from day), month, day, :kind, module, cause_kind, cause_id, summary, legs, fen,
                            content, reverses, :who, :whoName, :reviewer, :reviewerName
                        from unnest(:funds, :months, :days, :modules, :kinds, :causes, :summaries, :legs, :fens, :contents,
                            :reverses) as t (fund, month, day, module, cause_kind, cause_id, summary, legs, fen, content, reverses)
                        on conflict (cause_module, cause_kind, cause_id, fund) do nothing
                        returning id, content, cause_module, cause_kind, cause_id, fund
                        """)
                .param("kind", kind.code())
                .param("who", signed.by())
                .param("whoName", signed.name())
                .param("reviewer", signed.reviewedBy())
                .param("reviewerName", signed.reviewedName())
                .param("funds", column("text", all, each -> each.voucher().fund()))
                .param("months", column("int", all, each -> kind == Kind.CLOSING ? CLOSING_MONTH : each.month()))
                .param("days", column("date", all, each -> each.voucher().date()))
                .param(
                        "modules",
                        column("text", all, each -> each.voucher().cause().module()))
                .param(
                        "kinds",
                        column("text", all, each -> each.voucher().cause().kind()))
                .param(
                        "causes",
                        column("text", all, each -> each.voucher().cause().id()))
                .param("summaries", column("text", all, each -> each.voucher().summary()))
                .param("legs", column("int", all, each -> each.voucher().legs().size()))
                .param("fens", column("bigint", all, each -> VoucherRules.debit(each.voucher())))
                .param("contents", column("text", all, New::digest))
                .param(
                        "reverses",
                        column(
                                "bigint",
                                all,
                                each -> each.reverses() == null
                                        ? null
                                        : each.reverses().id()))
                .query(row -> {
                    known.put(keyOf(row), new Known(row.getLong(1), row.getString(2)));
                });
        return known;
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

    private static String keyOf(java.sql.ResultSet row) throws java.sql.SQLException {
        return New.key(new Cause(row.getString(3), row.getString(4), row.getString(5)), row.getString(6));
    }

    private record Row(long voucher, int line, New of, Leg leg) {}

    /** The lines, and that the vouchers are whole: refused here, where it can be told, not when the transaction ends. */
    private void insertEntries(Kind kind, List<New> fresh, Map<String, Known> known) {
        List<Row> rows = new ArrayList<>();
        for (New each : fresh) {
            long id = Objects.requireNonNull(known.get(each.key())).id();
            List<Leg> legs = each.voucher().legs();
            IntStream.range(0, legs.size()).forEach(i -> rows.add(new Row(id, i + 1, each, legs.get(i))));
        }
        database.sql("""
                        insert into fund.entry (voucher_id, year, line, fund, month, entry_date, account, party, fen)
                        select voucher, extract(year from day), line, fund, month, day, account, party, fen
                        from unnest(:vouchers, :lines, :funds, :months, :days, :accounts, :parties, :fens)
                            as t (voucher, line, fund, month, day, account, party, fen);
                        set constraints fund.voucher_whole immediate; set constraints fund.voucher_whole deferred
                        """)
                .param("vouchers", column("bigint", rows, Row::voucher))
                .param("lines", column("int", rows, Row::line))
                .param("funds", column("text", rows, row -> row.of().voucher().fund()))
                .param(
                        "months",
                        column(
                                "int",
                                rows,
                                row -> kind == Kind.CLOSING
                                        ? CLOSING_MONTH
                                        : row.of().month()))
                .param("days", column("date", rows, row -> row.of().voucher().date()))
                .param("accounts", column("text", rows, row -> row.leg().account()))
                .param(
                        "parties",
                        column("text", rows, row -> VoucherRules.party(row.leg().party())))
                .param("fens", column("bigint", rows, row -> row.leg().fen()))
                .update();
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
