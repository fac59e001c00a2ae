package org.tongchou.platform.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Vouchers that are typed in and money moved between accounts: one enters, another reviews and thereby posts. */
@Service("fundDrafts")
public class Drafts {
    private static final String TYPE = "fund.draft";
    private static final TypeReference<List<Leg>> LEGS = new TypeReference<>() {};
    private static final Map<String, String> SORTABLE =
            Map.of("id", "d.id", "date", "d.draft_date", "fen", "d.fen", "state", "d.state");

    /** From where money may go to where: 收支两条线. */
    private static final Map<String, Set<String>> WAYS = Map.of(
            FundAccounts.INCOME_BANK, Set.of(FundAccounts.TREASURY_BANK),
            FundAccounts.STATE_TREASURY, Set.of(FundAccounts.TREASURY_BANK),
            FundAccounts.TREASURY_BANK, Set.of(FundAccounts.SPENDING_BANK),
            FundAccounts.SPENDING_BANK, Set.of(FundAccounts.TREASURY_BANK));

    private final JdbcClient database;
    private final Chart chart;
    private final VoucherRules rules;
    private final VoucherPosting posting;
    private final JsonMapper json;
    private final AuditLog audit;
    private final Clock clock;

    Drafts(JdbcClient database, Chart chart, VoucherPosting posting, JsonMapper json, AuditLog audit, Clock clock) {
        this.database = database;
        this.chart = chart;
        this.rules = new VoucherRules(chart);
        this.posting = posting;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    Page<Draft> list(@Nullable String fund, @Nullable String state, @Nullable String kind, PageQuery page) {
        Where where = new Where()
                .when(fund, "d.fund = :fund", "fund")
                .when(state, "d.state = :state", "state")
                .when(kind, "d.kind = :kind", "kind");
        return where.page(
                database,
                page,
                "select count(*) from fund.draft d",
                "select d.* from fund.draft d",
                page.orderBy(SORTABLE, "d.id desc"),
                (row, number) -> read(row));
    }

    /** How many wait for review in a fund up to a day. */
    public long waiting(String fund, LocalDate day) {
        return database.sql("""
                        select count(*) from fund.draft where fund = :fund and draft_date <= :day and state = '待复核'
                        """)
                .param("fund", fund)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    Draft get(long id) {
        return find(id, "").orElseThrow(() -> Refusal.notFound("这张凭证草稿"));
    }

    private Optional<Draft> find(long id, String lock) {
        return database.sql("select d.* from fund.draft d where d.id = :id" + lock)
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Enters one; it waits for review at once. */
    @Transactional
    public Draft create(Actor actor, Draft.Request request) {
        Voucher voucher = checked(request, 0);
        long id = database.sql("""
                        insert into fund.draft (kind, fund, draft_date, summary, legs, fen, created_by, created_name)
                        values (:kind, :fund, :date, :summary, :legs::jsonb, :fen, :who, :whoName) returning id
                        """)
                .param("kind", voucher.cause().kind())
                .param("fund", voucher.fund())
                .param("date", voucher.date())
                .param("summary", voucher.summary())
                .param("legs", json.writeValueAsString(voucher.legs()))
                .param("fen", VoucherRules.debit(voucher))
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .query(Long.class)
                .single();
        Draft made = get(id);
        record(actor, "fund.draft.create", made, "填制");
        return made;
    }

    /** Mends one that was returned and submits it again. */
    @Transactional
    public Draft change(Actor actor, long id, Draft.Request request) {
        Draft before = own(actor, id, request.version());
        if (!before.state().equals(Draft.RETURNED)) {
            throw Refusal.conflict("E-FUN-031", "只有被退回的凭证可以修改");
        }
        Voucher voucher = checked(request, id);
        database.sql("""
                        update fund.draft set fund = :fund, draft_date = :date, summary = :summary, legs = :legs::jsonb,
                            fen = :fen, state = '待复核', version = version + 1 where id = :id
                        """)
                .param("fund", voucher.fund())
                .param("date", voucher.date())
                .param("summary", voucher.summary())
                .param("legs", json.writeValueAsString(voucher.legs()))
                .param("fen", VoucherRules.debit(voucher))
                .param("id", id)
                .update();
        Draft after = get(id);
        record(actor, "fund.draft.change", after, "修改");
        return after;
    }

    /** Takes one back that is not posted. */
    @Transactional
    public Draft withdraw(Actor actor, long id, @Nullable Integer version) {
        Draft before = own(actor, id, version);
        if (!before.state().equals(Draft.WAITING) && !before.state().equals(Draft.RETURNED)) {
            throw Refusal.conflict("E-FUN-031", "凭证草稿" + before.state() + "，不能撤回");
        }
        database.sql("update fund.draft set state = '已撤回', version = version + 1 where id = :id")
                .param("id", id)
                .update();
        Draft after = get(id);
        record(actor, "fund.draft.withdraw", after, "撤回");
        return after;
    }

    /** Posts one, or returns it with a reason; never by who entered it. */
    @Transactional
    public Draft review(Actor actor, long id, Draft.Review review) {
        Draft draft = locked(id, review.version());
        if (!draft.state().equals(Draft.WAITING)) {
            throw Refusal.conflict("E-FUN-031", "凭证草稿" + draft.state() + "，不能复核");
        }
        if (draft.createdBy() == actor.userId()) {
            throw Refusal.conflict("E-FUN-030", "填制人不能复核自己的凭证，请由另一人复核");
        }
        boolean accept = Given.required("复核结论", review.accept());
        Long voucher = null;
        String reason = "";
        if (accept) {
            voucher = posting.post(
                            Signed.reviewed(draft.createdBy(), draft.createdName(), actor),
                            draft.kind().equals("manual") ? VoucherPosting.Kind.MANUAL : VoucherPosting.Kind.POSTING,
                            List.of(voucher(draft)))
                    .get(0);
        } else {
            reason = Given.requiredLine("退回原因", review.reason(), 200);
        }
        database.sql("""
                        update fund.draft set state = :state, reason = :reason, reviewed_by = :who, reviewed_name = :whoName,
                            reviewed_at = :now, voucher_id = :voucher, version = version + 1 where id = :id
                        """)
                .param("state", accept ? "已入账" : Draft.RETURNED)
                .param("reason", reason)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("voucher", voucher)
                .param("id", id)
                .update();
        Draft after = get(id);
        record(actor, accept ? "fund.draft.post" : "fund.draft.return", after, accept ? "复核入账" : "退回");
        return after;
    }

    private Draft own(Actor actor, long id, @Nullable Integer version) {
        Draft draft = locked(id, version);
        if (draft.createdBy() != actor.userId()) {
            throw Refusal.conflict("E-FUN-032", "只有填制人 " + draft.createdName() + " 可以修改或撤回");
        }
        return draft;
    }

    private Draft locked(long id, @Nullable Integer version) {
        Draft draft = find(id, " for update").orElseThrow(() -> Refusal.notFound("这张凭证草稿"));
        if (draft.version() != Given.required("版本", version)) {
            throw Refusal.conflict("E-PLT-409", "这张凭证草稿已被他人处理，请刷新后再办理");
        }
        return draft;
    }

    private static Voucher voucher(Draft draft) {
        return new Voucher(
                draft.fund(),
                draft.date(),
                new Cause("fund", draft.kind(), Long.toString(draft.id())),
                draft.summary(),
                draft.legs());
    }

    private Voucher checked(Draft.Request request, long id) {
        String kind = Given.text(request.kind());
        if (!kind.equals("manual") && !kind.equals("transfer")) {
            throw Refusal.field("E-FUN-033", "类别", kind, "manual 或 transfer");
        }
        List<Leg> legs = Given.required("分录", request.legs()).stream()
                .map(leg -> new Leg(Given.text(leg.account()), leg.fen(), VoucherRules.party(leg.party())))
                .toList();
        Voucher voucher = new Voucher(
                chart.fund(Given.text(request.fund())).code(),
                FundDays.day("凭证日期", request.date()),
                new Cause("fund", kind, Long.toString(id)),
                Given.requiredLine("摘要", request.summary(), 200),
                legs);
        rules.check(voucher);
        if (kind.equals("transfer")) {
            mustBeAWay(legs);
        }
        return voucher;
    }

    private void mustBeAWay(List<Leg> legs) {
        Leg to = legs.get(0).fen() > 0 ? legs.get(0) : legs.get(1);
        Leg from = legs.get(0).fen() > 0 ? legs.get(1) : legs.get(0);
        if (legs.size() != 2 || !WAYS.getOrDefault(from.account(), Set.of()).contains(to.account())) {
            throw Refusal.field(
                    "E-FUN-034",
                    "划转科目",
                    chart.account(from.account()).name() + "→"
                            + chart.account(to.account()).name(),
                    WAYS.entrySet().stream()
                            .flatMap(way -> way.getValue().stream()
                                    .map(end -> chart.account(way.getKey()).name() + "→"
                                            + chart.account(end).name()))
                            .sorted()
                            .collect(Collectors.joining("、")));
        }
    }

    private void record(Actor actor, String action, Draft draft, String verb) {
        audit.record(
                actor,
                action,
                TYPE,
                Long.toString(draft.id()),
                verb + (draft.kind().equals("manual") ? "手工凭证“" : "资金划转“") + draft.summary() + "”",
                null,
                Map.of(
                        "state", draft.state(),
                        "fund", draft.fund(),
                        "fen", draft.fen(),
                        "reason", draft.reason(),
                        "voucherId", String.valueOf(draft.voucherId())));
    }

    private Draft read(ResultSet row) throws SQLException {
        String fund = row.getString("fund");
        long voucher = row.getLong("voucher_id");
        boolean posted = !row.wasNull();
        return new Draft(
                row.getLong("id"),
                row.getString("kind"),
                fund,
                chart.fund(fund).name(),
                row.getObject("draft_date", LocalDate.class),
                row.getString("summary"),
                json.readValue(row.getString("legs"), LEGS),
                row.getLong("fen"),
                row.getString("state"),
                row.getString("reason"),
                row.getLong("created_by"),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("reviewed_name"),
                row.getObject("reviewed_at", OffsetDateTime.class),
                posted ? voucher : null,
                row.getInt("version"));
    }
}
