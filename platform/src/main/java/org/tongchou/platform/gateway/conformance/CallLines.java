package org.tongchou.platform.gateway.conformance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.gateway.access.AccessScope;
import org.tongchou.platform.gateway.wire.Transaction;
import org.tongchou.platform.gateway.wire.Transactions;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Calls that came in, of institutions within somebody's counties. */
@Service
@Transactional(readOnly = true)
class CallLines {
    private static final int MOST_DAYS = 31;
    private static final int MOST_EXPORTED = 100_000;
    private static final Map<String, String> SORTABLE =
            Map.of("happenedAt", "l.happened_at", "micros", "l.took_micros");
    private static final String SELECT = """
            select l.happened_at, l.institution, l.transaction, l.msgid, l.fault, l.took_micros as micros, l.address
            from gateway.log l""";

    private final Transactions transactions = Transactions.national();
    private final JdbcClient database;
    private final AccessScope scope;
    private final Clock clock;

    CallLines(JdbcClient database, AccessScope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * A call.
     *
     * @param happenedAt when it came
     * @param institution who called
     * @param transaction what for
     * @param name name of the transaction; empty when there is none such
     * @param msgid its message id
     * @param fault why it was refused; empty when it was done
     * @param micros how long it took
     * @param address from where
     */
    record CallLine(
            OffsetDateTime happenedAt,
            String institution,
            String transaction,
            String name,
            String msgid,
            String fault,
            long micros,
            String address) {}

    /**
     * Which calls are wanted.
     *
     * @param institution who called; all within the scope when missing
     * @param transaction what for
     * @param fault part of the fault's code or text
     * @param failed whether refused
     * @param from first day; today when missing
     * @param to last day; today when missing
     */
    record Filter(
            @Nullable String institution,
            @Nullable String transaction,
            @Nullable String fault,
            @Nullable Boolean failed,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * Calls of a transaction together.
     *
     * @param transaction what for
     * @param name name of the transaction
     * @param count calls
     * @param failed of them refused
     * @param median milliseconds within which half of them were answered
     * @param p95 milliseconds within which 95 of a hundred were answered
     * @param slowest milliseconds of the slowest
     * @param fault the fault that came most often; empty for none
     */
    record Summary(
            String transaction,
            String name,
            long count,
            long failed,
            double median,
            double p95,
            double slowest,
            String fault) {}

    Page<CallLine> list(Actor actor, Filter filter, PageQuery page) {
        Where where = where(actor, filter);
        long total = where.query(database, "select count(*) from gateway.log l", "")
                .query(Long.class)
                .single();
        return new Page<>(
                read(where, page, " limit " + page.rows() + " offset " + page.offset()),
                total,
                page.number(),
                page.rows());
    }

    List<CallLine> all(Actor actor, Filter filter, PageQuery order) {
        return read(where(actor, filter), order, " limit " + MOST_EXPORTED);
    }

    private List<CallLine> read(Where where, PageQuery page, String limit) {
        return where.query(database, SELECT, page.orderByKey(SORTABLE, "l.id") + limit)
                .query((row, number) -> new CallLine(
                        row.getObject("happened_at", OffsetDateTime.class),
                        row.getString("institution"),
                        row.getString("transaction"),
                        name(row.getString("transaction")),
                        row.getString("msgid"),
                        row.getString("fault"),
                        row.getLong("micros"),
                        row.getString("address")))
                .list();
    }

    List<Summary> summary(Actor actor, Filter filter) {
        return where(actor, filter)
                .query(database, """
                        select l.transaction, count(*) as count, count(*) filter (where l.fault <> '') as failed,
                            percentile_cont(0.5) within group (order by l.took_micros) / 1000 as median,
                            percentile_cont(0.95) within group (order by l.took_micros) / 1000 as p95,
                            max(l.took_micros) / 1000.0 as slowest,
                            coalesce(mode() within group (order by nullif(l.fault, '')), '') as fault
                        from gateway.log l""", " group by l.transaction order by count(*) desc, l.transaction")
                .query((row, number) -> new Summary(
                        row.getString("transaction"),
                        name(row.getString("transaction")),
                        row.getLong("count"),
                        row.getLong("failed"),
                        tenths(row.getDouble("median")),
                        tenths(row.getDouble("p95")),
                        tenths(row.getDouble("slowest")),
                        row.getString("fault")))
                .list();
    }

    private static double tenths(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    private String name(String number) {
        return transactions.find(number).map(Transaction::name).orElse("");
    }

    private Where where(Actor actor, Filter filter) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = Optional.ofNullable(filter.from()).orElse(today);
        LocalDate to = Optional.ofNullable(filter.to()).orElse(today);
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw Refusal.field("E-GWY-110", "日期", from + " 至 " + to, "不超过 " + MOST_DAYS + " 天的一段日期");
        }
        Where where = new Where()
                .and(
                        "l.happened_at >= :from",
                        "from",
                        from.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .and(
                        "l.happened_at < :to",
                        "to",
                        to.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .when(filter.institution(), "l.institution = :institution", "institution")
                .when(filter.transaction(), "l.transaction = :transaction", "transaction")
                .when(filter.fault(), "strpos(l.fault, :fault) > 0", "fault");
        if (filter.failed() != null) {
            where.and(filter.failed() ? "l.fault <> ''" : "l.fault = ''");
        }
        if (!actor.allUnits()) {
            where.and(
                    "l.institution = any(:scope)",
                    "scope",
                    new SqlArrayValue("text", scope.institutions(actor).toArray()));
        }
        return where;
    }
}
