package org.tongchou.platform.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** Reads vouchers with their lines. */
@Component("fundVoucherList")
class VoucherList {
    private static final int CHUNK = 2_000;

    private static final Map<String, String> SORTABLE =
            Map.of("id", "v.id", "date", "v.voucher_date", "summary", "v.summary", "debitFen", "v.debit_fen");

    private final JdbcClient database;
    private final Chart chart;

    VoucherList(JdbcClient database, Chart chart) {
        this.database = database;
        this.chart = chart;
    }

    /** Vouchers by a condition, a constant of the code, on {@code v}; by id. */
    List<VoucherView> views(String condition, Map<String, ?> values) {
        Map<Long, List<VoucherView.Line>> lines = new HashMap<>();
        database.sql("""
                        select e.voucher_id, e.account, e.party, e.fen
                        from fund.entry e join fund.voucher v on v.id = e.voucher_id and v.year = e.year
                        where %s order by e.voucher_id, e.line
                        """.formatted(condition)).params(values).query(row -> {
            String account = row.getString(2);
            lines.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                    .add(new VoucherView.Line(
                            account, chart.account(account).name(), row.getString(3), row.getLong(4)));
        });
        Map<Long, VoucherView> found = new LinkedHashMap<>();
        database.sql("""
                        select v.*, m.id as mirror from fund.voucher v left join fund.voucher m on m.reverses = v.id
                        where %s order by v.id
                        """.formatted(condition)).params(values).query(row -> {
            VoucherView view = view(row, lines.getOrDefault(row.getLong("id"), List.of()));
            found.put(view.id(), view);
        });
        return List.copyOf(found.values());
    }

    /** One page, the latest first. */
    Page<VoucherView> page(VoucherFilter filter, PageQuery page) {
        Where where = filter.where();
        long total = where.query(database, "select count(*) from fund.voucher v", "")
                .query(Long.class)
                .single();
        List<Long> ids = where.query(
                        database,
                        "select v.id from fund.voucher v",
                        page.orderBy(SORTABLE, "v.voucher_date desc, v.id desc") + " limit " + page.rows() + " offset "
                                + page.offset())
                .query(Long.class)
                .list();
        Map<Long, VoucherView> found = new HashMap<>();
        ofIds(ids).forEach(view -> found.put(view.id(), view));
        return new Page<>(ids.stream().map(found::get).toList(), total, page.number(), page.rows());
    }

    /** All of them, in order, some at a time. */
    void each(VoucherFilter filter, Consumer<VoucherView> visitor) {
        long after = 0;
        while (true) {
            List<Long> ids = filter.where()
                    .and("v.id > :after", "after", after)
                    .query(database, "select v.id from fund.voucher v", " order by v.id limit " + CHUNK)
                    .query(Long.class)
                    .list();
            if (ids.isEmpty()) {
                return;
            }
            ofIds(ids).forEach(visitor);
            after = ids.get(ids.size() - 1);
        }
    }

    private List<VoucherView> ofIds(List<Long> ids) {
        return views("v.id = any(:ids)", Map.of("ids", new SqlArrayValue("bigint", ids.toArray())));
    }

    private VoucherView view(ResultSet row, List<VoucherView.Line> lines) throws SQLException {
        String fund = row.getString("fund");
        return new VoucherView(
                row.getLong("id"),
                fund,
                chart.fund(fund).name(),
                row.getObject("voucher_date", LocalDate.class),
                row.getInt("month"),
                row.getString("kind"),
                new Cause(row.getString("cause_module"), row.getString("cause_kind"), row.getString("cause_id")),
                row.getString("summary"),
                row.getLong("debit_fen"),
                longOrNull(row, "reverses"),
                longOrNull(row, "mirror"),
                row.getString("created_name"),
                row.getString("reviewed_name"),
                row.getObject("created_at", OffsetDateTime.class),
                lines);
    }

    private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
