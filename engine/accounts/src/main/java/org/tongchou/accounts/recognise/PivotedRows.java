package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.Row;
import org.tongchou.money.MoneyUnit;

/**
 * A table of named rows printed lying down: the names are columns over one row of figures, once or for several groups
 * (预算数 | 决算数).
 */
final class PivotedRows {
    private static final int ENOUGH_NAMES = 3;

    private PivotedRows() {}

    static boolean isPivoted(TableDraft draft) {
        return draft.layout().shape() == Layout.Shape.ROWS
                && slots(draft).stream()
                                .filter(slot -> rowRole(draft, slot).isPresent())
                                .count()
                        >= ENOUGH_NAMES;
    }

    /** One column per group: 预算数, 决算数; a single 金额 when the figures are not grouped. */
    static List<Column> columns(TableDraft draft) {
        return slots(draft).stream().map(slot -> column(draft, slot)).distinct().toList();
    }

    /** The first row with figures, one table row per name. */
    static List<Row> read(TableDraft draft, TableBuilder builder, MoneyUnit unit) {
        Optional<RowDraft> line = draft.entries().stream()
                .map(TableDraft.Entry::draft)
                .filter(RowDraft::hasFigures)
                .findFirst();
        if (line.isEmpty()) {
            return List.of();
        }
        RowDraft source = line.get();
        List<Header.Slot> slots = slots(draft);
        Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < slots.size() && i < source.values().size(); i++) {
            Header.Slot slot = slots.get(i);
            String role = rowRole(draft, slot).orElse(slot.leaf());
            names.putIfAbsent(role, slot.leaf());
            cells.computeIfAbsent(role, key -> new LinkedHashMap<>())
                    .put(
                            column(draft, slot).name(),
                            builder.cell(source.values().get(i), source.source().place(), unit));
        }
        List<Row> rows = new ArrayList<>();
        cells.forEach((role, values) -> rows.add(new Row(
                null,
                null,
                null,
                null,
                names.getOrDefault(role, role),
                role,
                null,
                values,
                false,
                source.source().place())));
        return rows;
    }

    private static List<Header.Slot> slots(TableDraft draft) {
        return draft.header().bands().get(0).figures();
    }

    private static Optional<String> rowRole(TableDraft draft, Header.Slot slot) {
        // 小计 under 公务用车购置及运行费 is the sum of that group, not of the table.
        boolean subtotal = slot.leaf().equals("小计");
        String groupName = slot.group().replaceFirst("^.*?(?=公务用车)", "");
        return draft.names().role(null, subtotal && !groupName.isEmpty() ? groupName : slot.leaf());
    }

    /**
     * The column a slot belongs to: the words above the item names. 决算数 is the figure, 预算数 its budget; of several
     * years the latest is the figure.
     */
    private static Column column(TableDraft draft, Header.Slot slot) {
        String group = groupLabel(draft, slot);
        List<String> groups = slots(draft).stream()
                .map(other -> groupLabel(draft, other))
                .distinct()
                .toList();
        boolean outturns = groups.stream().anyMatch(label -> label.contains("决算"));
        boolean amount =
                groups.size() == 1 || (outturns ? group.contains("决算") : Header.year(group) == latestYear(groups));
        String name = group.isEmpty() ? "金额" : group;
        String otherRole = outturns ? "预算数" : "上年" + name;
        return new Column(name, amount ? "金额" : otherRole);
    }

    private static int latestYear(List<String> groups) {
        return groups.stream().mapToInt(Header::year).max().orElse(0);
    }

    /** The header words above the item names, without the names of items themselves. */
    private static String groupLabel(TableDraft draft, Header.Slot slot) {
        String label = slot.group().replaceFirst("公务用车.*$", "").replaceFirst("[“\"]?三公[”\"]?经费.*$", "");
        return draft.names().role(null, label).isPresent() ? "" : label;
    }
}
