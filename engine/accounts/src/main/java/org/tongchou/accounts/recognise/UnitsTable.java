package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.source.RawRow;

/** The list of units covered by the accounts: 单位名称, 单位性质 or 经费性质, 在职人数. */
final class UnitsTable {
    private UnitsTable() {}

    static List<BudgetUnit> read(List<RawRow> rows) {
        List<BudgetUnit> units = new ArrayList<>();
        int name = -1;
        int nature = -1;
        int staff = -1;
        for (RawRow row : rows) {
            List<String> cells = row.cells().stream().map(Words::squeeze).toList();
            if (name < 0) {
                for (int i = 0; i < cells.size(); i++) {
                    String cell = cells.get(i);
                    name = cell.endsWith("单位名称") ? i : name;
                    nature = cell.endsWith("性质") ? i : nature;
                    staff = staff < 0 && cell.matches(".*(在职|实有).*人.*") ? i : staff;
                }
                continue;
            }
            String unit = at(cells, name);
            if (!unit.isEmpty() && !unit.matches("合计|总计")) {
                units.add(new BudgetUnit(unit, at(cells, nature), count(at(cells, staff))));
            }
        }
        return units;
    }

    private static String at(List<String> cells, int index) {
        return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }

    private static @Nullable Integer count(String cell) {
        return cell.matches("\\d{1,6}人?") ? Integer.valueOf(cell.replace("人", "")) : null;
    }
}
