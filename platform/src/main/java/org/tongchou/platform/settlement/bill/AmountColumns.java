package org.tongchou.platform.settlement.bill;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.tongchou.platform.settlement.Settlements.Amounts;

/** The amounts in a row of {@code settlement.settlement}. */
public final class AmountColumns {
    private AmountColumns() {}

    /** Reads them. */
    public static Amounts read(ResultSet row) throws SQLException {
        return new Amounts(
                row.getLong("total_fen"),
                row.getLong("own_fen"),
                row.getLong("over_fen"),
                row.getLong("pre_fen"),
                row.getLong("scope_fen"),
                row.getLong("deductible_fen"),
                row.getLong("fund_fen"),
                row.getLong("hospital_fen"),
                row.getLong("account_fen"),
                row.getLong("mutual_fen"),
                row.getLong("cash_fen"));
    }
}
