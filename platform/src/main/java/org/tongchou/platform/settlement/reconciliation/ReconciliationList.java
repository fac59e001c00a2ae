package org.tongchou.platform.settlement.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.settlement.ClearingType;
import org.tongchou.platform.settlement.clearing.PackNames;
import org.tongchou.platform.settlement.clearing.SeenProviders;
import org.tongchou.platform.settlement.total.Standing;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** What was compared, as people at the desk see it. */
@Service
class ReconciliationList {
    private static final String COLUMNS = """
            select r.*, (select count(*) from settlement.difference d where d.reconciliation_id = r.id) as differences,
                (select count(*) from settlement.difference d where d.reconciliation_id = r.id and d.handled_at is null) as open
            from settlement.reconciliation r""";
    private static final Map<String, String> SORTABLE =
            Map.of("id", "r.id", "provider", "r.provider", "begins", "r.begins", "result", "r.result");
    /** Settlements by day with the latest comparison that covers them. */
    private static final String DAYS = """
            select own.*, r.id as reconciliation, case when r.id is null then '未对账'
                    when r.last_settlement < own.last then '对账后有变动'
                    when r.result = '平' then '已平' else '不平' end as state
            from (select s.settled_on as day, s.provider, s.scheme, k.clearing, count(*) as count, sum(s.total_fen)::bigint as total_fen,
                    sum(s.fund_fen)::bigint as fund_fen, sum(s.account_fen + s.mutual_fen)::bigint as account_fen, max(s.id) as last
                from settlement.settlement s join unnest(:kinds, :clearings) as k (kind, clearing) on k.kind = s.kind
                where s.settled_on between :from and :to and\s""" + Standing.SQL + " group by 1, 2, 3, 4) own " + """
            left join lateral (select r.id, r.result, r.last_settlement from settlement.reconciliation r
                where r.provider = own.provider and own.day between r.begins and r.ends and r.clearing = own.clearing
                    and r.refunds is null and (r.scheme = '' or r.scheme = own.scheme)
                order by r.id desc limit 1) r on true""";

    private final JdbcClient database;
    private final SeenProviders seen;
    private final PackNames names;
    private final AuditLog audit;

    ReconciliationList(JdbcClient database, SeenProviders seen, PackNames names, AuditLog audit) {
        this.names = names;
        this.database = database;
        this.seen = seen;
        this.audit = audit;
    }

    Page<Reconciled> list(Actor actor, Reconciled.Filter filter, PageQuery page) {
        Where where = seen.narrow(new Where(), "r.provider", actor, Given.text(filter.text()))
                .when(filter.from(), "r.ends >= :from", "from")
                .when(filter.to(), "r.begins <= :to", "to")
                .when(filter.result(), "r.result = :result", "result");
        return where.page(
                database,
                page,
                "select count(*) from settlement.reconciliation r",
                COLUMNS,
                page.orderBy(SORTABLE, "r.id desc"),
                (row, number) -> read(row));
    }

    Reconciled.View get(Actor actor, long id) {
        Reconciled found = database.sql(COLUMNS + " where r.id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("这次对账"));
        seen.mustSee(actor, found.provider());
        return new Reconciled.View(
                found,
                database.sql("""
                                select line, kind, number, visit, person, message, refund, our_total_fen, our_fund_fen,
                                    our_account_fen, their_total_fen, their_fund_fen, their_account_fen, memo, note,
                                    handled_name, handled_at
                                from settlement.difference where reconciliation_id = :id order by line""").param("id", id).query(Reconciled.Line.class).list());
    }

    /** Says how a difference was handled; a later word replaces an earlier one, which stays in the log. */
    @Transactional
    public Reconciled.View handle(Actor actor, long id, int line, String note) {
        Reconciled found = get(actor, id).reconciliation();
        String said = Given.requiredLine("处理说明", note, 500);
        int rows = database.sql("""
                        update settlement.difference set note = :note, handled_by = :who, handled_name = :whoName, handled_at = now()
                        where reconciliation_id = :id and line = :line""")
                .param("note", said)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("id", id)
                .param("line", line)
                .update();
        if (rows == 0) {
            throw Refusal.notFound("这一行差异");
        }
        audit.record(
                actor,
                "settlement.reconciliation.handle",
                "settlement.reconciliation",
                Long.toString(id),
                "处理 " + found.providerName() + " 对账差异第 " + line + " 行",
                null,
                Map.of("说明", said));
        return get(actor, id);
    }

    Page<Reconciled.Day> days(Actor actor, LocalDate from, LocalDate to, String text, String state, PageQuery page) {
        if (to.isBefore(from) || from.plusDays(92).isBefore(to)) {
            throw Refusal.field("E-SET-201", "结束日期", to.toString(), "不早于开始日期、相隔不超过 92 天的日期");
        }
        Where where = seen.narrow(new Where(), "d.provider", actor, text)
                .when(state, "d.state = :state", "state")
                .and("d.day >= :from", "from", from)
                .and("d.day <= :to", "to", to)
                .with("kinds", ClearingType.kindsOfAll())
                .with("clearings", ClearingType.codesOfAll());
        return where.page(
                database,
                page,
                "select count(*) from (" + DAYS + ") d",
                "select d.* from (" + DAYS + ") d",
                page.orderBy(
                        Map.of("day", "d.day", "provider", "d.provider", "state", "d.state"),
                        "d.day desc, d.provider, d.scheme, d.clearing"),
                (row, number) -> day(row));
    }

    private static String word(String clearing) {
        return ClearingType.find(clearing).map(ClearingType::word).orElse(clearing);
    }

    private Reconciled.Day day(ResultSet row) throws SQLException {
        return new Reconciled.Day(
                row.getObject("day", LocalDate.class),
                row.getString("provider"),
                seen.name(row.getString("provider")),
                names.scheme(row.getString("scheme")),
                row.getString("clearing"),
                word(row.getString("clearing")),
                row.getLong("count"),
                row.getLong("total_fen"),
                row.getLong("fund_fen"),
                row.getLong("account_fen"),
                row.getString("state"),
                row.getObject("reconciliation", Long.class));
    }

    private Reconciled read(ResultSet row) throws SQLException {
        return new Reconciled(
                row.getLong("id"),
                row.getString("provider"),
                seen.name(row.getString("provider")),
                names.scheme(row.getString("scheme")),
                row.getString("clearing"),
                word(row.getString("clearing")),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getBoolean("detailed"),
                row.getLong("our_count"),
                row.getLong("our_total_fen"),
                row.getLong("our_fund_fen"),
                row.getLong("their_count"),
                row.getLong("their_total_fen"),
                row.getLong("their_fund_fen"),
                row.getString("result"),
                row.getLong("differences"),
                row.getLong("open"),
                row.getString("operator"),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
