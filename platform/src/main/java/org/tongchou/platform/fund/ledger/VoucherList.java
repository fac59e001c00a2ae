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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.VoucherView;

/** Reads vouchers with their lines. */
@Component
class VoucherList {
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
