package org.tongchou.platform.settlement.clearing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.fund.Payments;
import org.tongchou.platform.settlement.ClearingType;
import org.tongchou.platform.settlement.total.Standing;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Statements as they stand, down to their settlements. */
@Service
class StatementList {
    /** What was settled in the days and of the type of application {@code a}. */
    private static final String OURS = """
            lateral (select count(*) as our_count, coalesce(sum(s.total_fen), 0)::bigint as our_total_fen,
                    coalesce(sum(s.fund_fen), 0)::bigint as our_fund_fen,
                    coalesce(sum(s.account_fen + s.mutual_fen), 0)::bigint as our_account_fen,
                    coalesce(sum(s.cash_fen), 0)::bigint as our_cash_fen
                from settlement.settlement s join unnest(:kinds, :clearings) as k (kind, clearing) on k.kind = s.kind
                where s.provider = a.provider and k.clearing = a.clearing and s.settled_on between a.begins and a.ends
                    and\s""" + Standing.SQL + ") o";

    private static final String APPLIED = " from settlement.clearing_application a cross join " + OURS
            + " where a.state = '有效' and a.provider = t.provider and a.month = t.month";
    private static final String COLUMNS = """
            select t.*, coalesce(p.count, 0) as count, coalesce(p.total_fen, 0) as total_fen, coalesce(f.due_fen, 0) as due_fen,
                coalesce(f.prepaid_fen, 0) as prepaid_fen, coalesce(f.deposit_fen, 0) as deposit_fen,
                coalesce(f.pay_fen, 0) as pay_fen,
                case when exists (select from settlement.statement_part q where q.statement_id = t.id and not exists (
                        select from settlement.clearing_application a where a.provider = t.provider and a.month = t.month
                            and a.clearing = q.clearing and a.state = '有效')) then '未申请'
                    when exists (select""" + APPLIED + """
                             and (a.their_count, a.their_total_fen, a.their_fund_fen, a.their_account_fen, a.their_cash_fen)
                                is distinct from
                                (o.our_count, o.our_total_fen, o.our_fund_fen, o.our_account_fen, o.our_cash_fen)) then '不一致'
                    else '一致' end as agrees
            from settlement.statement t
            left join lateral (select sum(settlements + mirrors)::bigint as count, sum(total_fen)::bigint as total_fen
                from settlement.statement_part where statement_id = t.id) p on true
            left join lateral (select sum(due_fen)::bigint as due_fen, sum(prepaid_fen)::bigint as prepaid_fen,
                    sum(deposit_fen)::bigint as deposit_fen, sum(pay_fen)::bigint as pay_fen
                from settlement.statement_fund where statement_id = t.id) f on true""";
    private static final Map<String, String> SORTABLE = Map.of(
            "id",
            "t.id",
            "month",
            "t.month",
            "providerName",
            "t.provider_name",
            "dueFen",
            "f.due_fen",
            "payFen",
            "f.pay_fen",
            "state",
            "t.state");

    private final JdbcClient database;
    private final Payments payments;
    private final SeenProviders seen;
    private final PackNames names;

    StatementList(JdbcClient database, Payments payments, SeenProviders seen, PackNames names) {
        this.names = names;
        this.database = database;
        this.payments = payments;
        this.seen = seen;
    }

    Page<Statement> list(Actor actor, Statement.Filter filter, PageQuery page) {
        Where where = seen.narrow(new Where(), "t.provider", actor, Given.text(filter.text()))
                .when(filter.month(), "t.month = :month", "month")
                .when(filter.kind(), "t.kind = :kind", "kind")
                .when(filter.state(), "t.state = :state", "state");
        long total = where.query(database, "select count(*) from settlement.statement t", "")
                .query(Long.class)
                .single();
        List<Statement> rows = where.query(
                        database,
                        COLUMNS,
                        page.orderBy(SORTABLE, "t.id desc") + " limit " + page.rows() + " offset " + page.offset())
                .param("kinds", ClearingType.kindsOfAll())
                .param("clearings", ClearingType.codesOfAll())
                .query((row, number) -> read(row))
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    Statement get(long id) {
        return database.sql(COLUMNS + " where t.id = :id")
                .param("id", id)
                .param("kinds", ClearingType.kindsOfAll())
                .param("clearings", ClearingType.codesOfAll())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("这张单据"));
    }

    Statement.View view(Actor actor, long id) {
        Statement statement = get(id);
        seen.mustSee(actor, statement.provider());
        return new Statement.View(statement, parts(id), funds(id), applied(id));
    }

    private List<Statement.Part> parts(long id) {
        return database.sql(
                        "select * from settlement.statement_part where statement_id = :id order by scheme, clearing")
                .param("id", id)
                .query((row, number) -> new Statement.Part(
                        names.scheme(row.getString("scheme")),
                        row.getString("clearing"),
                        word(row.getString("clearing")),
                        row.getLong("settlements"),
                        row.getLong("mirrors"),
                        row.getLong("total_fen"),
                        row.getLong("fund_fen"),
                        row.getLong("account_fen"),
                        row.getLong("cash_fen"),
                        row.getLong("hospital_fen")))
                .list();
    }

    List<Statement.FundPart> funds(long id) {
        return database.sql("select * from settlement.statement_fund where statement_id = :id order by fund")
                .param("id", id)
                .query((row, number) -> new Statement.FundPart(
                        row.getString("fund"),
                        names.fund(row.getString("fund")),
                        row.getLong("due_fen"),
                        row.getLong("carried_fen"),
                        row.getLong("recovered_fen"),
                        row.getLong("prepaid_fen"),
                        row.getLong("deposit_fen"),
                        row.getLong("pay_fen"),
                        payments.stateOf(row.getString("fund"), StatementPosting.cause(id))
                                .orElse("")))
                .list();
    }

    private List<Statement.Applied> applied(long id) {
        return database.sql(
                        "select a.*, o.* from settlement.statement t cross join settlement.clearing_application a cross join "
                                + OURS + """
                         where t.id = :id and a.state = '有效' and a.provider = t.provider and a.month = t.month
                        order by a.clearing""")
                .param("id", id)
                .param("kinds", ClearingType.kindsOfAll())
                .param("clearings", ClearingType.codesOfAll())
                .query((row, number) -> new Statement.Applied(
                        row.getString("number"),
                        row.getString("clearing"),
                        word(row.getString("clearing")),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("ends", LocalDate.class),
                        row.getLong("their_count"),
                        row.getLong("their_total_fen"),
                        row.getLong("their_fund_fen"),
                        row.getLong("their_account_fen"),
                        row.getLong("their_cash_fen"),
                        row.getLong("our_count"),
                        row.getLong("our_total_fen"),
                        row.getLong("our_fund_fen"),
                        row.getLong("our_account_fen"),
                        row.getLong("our_cash_fen")))
                .list();
    }

    /** The settlements of a statement. */
    Page<Statement.Row> rows(Actor actor, long id, PageQuery page) {
        seen.mustSee(actor, get(id).provider());
        long total = database.sql("select count(*) from settlement.cleared where statement_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        return new Page<>(
                rows(id, " limit " + page.rows() + " offset " + page.offset()), total, page.number(), page.rows());
    }

    /** All settlements of a statement. */
    List<Statement.Row> rows(long id) {
        return rows(id, "");
    }

    private List<Statement.Row> rows(long id, String tail) {
        return database.sql("""
                        select s.number, v.number as visit, v.person_number, s.scheme, s.kind, s.settled_on, s.kept, s.total_fen,
                            s.fund_fen, s.account_fen + s.mutual_fen as account_fen, s.cash_fen
                        from settlement.cleared c join settlement.settlement s on s.id = c.settlement_id
                            join settlement.visit v on v.id = s.visit_id
                        where c.statement_id = :id order by s.id""" + tail)
                .param("id", id)
                .query((row, number) -> new Statement.Row(
                        row.getString("number"),
                        row.getString("visit"),
                        row.getString("person_number"),
                        names.scheme(row.getString("scheme")),
                        ClearingType.ofKind(row.getString("kind")).word(),
                        row.getObject("settled_on", LocalDate.class),
                        row.getString("kept"),
                        row.getLong("total_fen"),
                        row.getLong("fund_fen"),
                        row.getLong("account_fen"),
                        row.getLong("cash_fen")))
                .list();
    }

    private static String word(String clearing) {
        return ClearingType.find(clearing).map(ClearingType::word).orElse(clearing);
    }

    private static Statement read(ResultSet row) throws SQLException {
        return new Statement(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("provider"),
                row.getString("provider_name"),
                row.getString("month"),
                row.getString("state"),
                BigDecimal.valueOf(row.getLong("deposit_rate"), 6),
                row.getString("deposit_source"),
                row.getString("agrees"),
                row.getLong("count"),
                row.getLong("total_fen"),
                row.getLong("due_fen"),
                row.getLong("prepaid_fen"),
                row.getLong("deposit_fen"),
                row.getLong("pay_fen"),
                row.getString("note"),
                row.getString("reason"),
                row.getLong("created_by"),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("reviewed_name"),
                row.getObject("reviewed_at", OffsetDateTime.class),
                row.getInt("version"));
    }
}
