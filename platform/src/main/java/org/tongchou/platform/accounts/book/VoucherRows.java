package org.tongchou.platform.accounts.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.Voucher;
import org.tongchou.platform.identity.Units;

/** Reads entries {@code e} as the vouchers behind a figure. */
@Component
public class VoucherRows {
    private final Units units;

    VoucherRows(Units units) {
        this.units = units;
    }

    /**
     * The columns.
     *
     * @param counted what an entry counts; an SQL expression, a constant of the code
     */
    public static String select(String counted) {
        return """
                select e.id, e.kind, e.entry_date, e.voucher_no, e.summary, e.counterparty, e.unit_id,
                    coalesce((select p.name from accounts.project p where p.id = e.project_id), '') as project,
                    e.functional_code, e.economic_code, e.fund, e.nature, e.reverses, e.batch_id, e.created_name,
                    to_char(e.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as entered,
                """ + counted + " as counted ";
    }

    /** One row of {@link #select}. */
    public Voucher read(ResultSet row, int number) throws SQLException {
        return new Voucher(
                row.getLong("id"),
                EntryKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))
                        .printed(),
                row.getString("entry_date"),
                row.getString("voucher_no"),
                row.getString("summary"),
                row.getString("counterparty"),
                units.get(row.getLong("unit_id")).name(),
                row.getString("project"),
                row.getString("functional_code"),
                row.getString("economic_code"),
                row.getString("fund"),
                row.getString("nature"),
                row.getLong("counted"),
                row.getObject("reverses", Long.class),
                row.getObject("batch_id", Long.class),
                row.getString("created_name"),
                row.getString("entered"));
    }
}
