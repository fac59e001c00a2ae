package org.tongchou.accounts.recognise;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.tongchou.money.PrintedNumber;

/** The sum that lines up the cells of a damaged row: 合计 = its parts. */
final class RowIdentity {
    private static final Set<String> NOT_PARTS = Set.of("合计", "年初结转和结余", "年末结转和结余", "本年收入", "人员经费", "公用经费", "结转下年");

    private RowIdentity() {}

    /** Whether the total of a row equals its other figures, within a hundredth each; false when it has no total. */
    static boolean holds(Header.Band band, List<RowDraft.Value> values) {
        BigDecimal total = null;
        BigDecimal parts = BigDecimal.ZERO;
        int count = 0;
        int column = 0;
        List<Header.Slot> figures = band.figures();
        for (int i = 0; i < figures.size() && i < values.size(); i++) {
            if (figures.get(i).kind() != Header.Kind.VALUE) {
                continue;
            }
            String role = band.values().get(column++).role();
            BigDecimal value =
                    Words.number(values.get(i).text()).map(PrintedNumber::value).orElse(BigDecimal.ZERO);
            if (role.equals("合计")) {
                total = value;
            } else if (!NOT_PARTS.contains(role)) {
                parts = parts.add(value);
                count++;
            }
        }
        return total != null
                && count > 0
                && total.subtract(parts).abs().compareTo(BigDecimal.valueOf(count + 1L, 2)) <= 0;
    }
}
