package org.tongchou.accounts.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.derive.Form.Bottom;
import org.tongchou.accounts.derive.Form.TableForm;
import org.tongchou.accounts.derive.GridBuilder.CellKey;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.Side;

/** Which figures of a table are the sum of which others. */
final class Sums {
    private static final String TOTAL = "合计";
    private static final String EVERYTHING_ABOVE = "top";

    private final TableForm form;
    private final FigureTable table;

    Sums(TableForm form, FigureTable table) {
        this.form = form;
        this.table = table;
    }

    /**
     * A part of a sum.
     *
     * @param key the figure
     * @param sign 1 or -1
     */
    record Part(CellKey key, int sign) {}

    /** The parts of a figure: rows below it, or else the columns beside it; none when it is given. */
    List<Part> of(CellKey key) {
        List<String> rows = rowsOf(key.side(), key.row());
        if (!rows.isEmpty()) {
            return rows.stream()
                    .map(row -> new Part(new CellKey(key.side(), row, key.column()), 1))
                    .toList();
        }
        return form.rowSums().getOrDefault(key.column(), List.of()).stream()
                .map(column -> column.startsWith("-")
                        ? new Part(new CellKey(key.side(), key.row(), column.substring(1)), -1)
                        : new Part(new CellKey(key.side(), key.row(), column), 1))
                .toList();
    }

    private List<String> rowsOf(@Nullable Side side, String row) {
        Optional<List<String>> bottom = form.bottom().stream()
                .map(pair -> bottomSum(pair, side, row))
                .filter(parts -> !parts.isEmpty())
                .findFirst();
        if (bottom.isPresent()) {
            return bottom.get().equals(List.of(EVERYTHING_ABOVE)) ? above(side) : bottom.get();
        }
        if (form.parts().containsKey(row)) {
            return form.parts().getOrDefault(row, List.of());
        }
        if (side != null) {
            return List.of();
        }
        return row.equals(TOTAL) ? childrenOf("") : row.matches("\\d+") ? childrenOf(row) : List.of();
    }

    private static List<String> bottomSum(Bottom pair, @Nullable Side side, String row) {
        if (side != Side.EXPENSE && row.equals(pair.income())) {
            return pair.incomeSum();
        }
        return side != Side.INCOME && row.equals(pair.expense()) ? pair.expenseSum() : List.of();
    }

    /** The rows of a side that do not stand at the bottom. */
    private List<String> above(@Nullable Side side) {
        return table.rows().stream()
                .filter(row -> row.side() == side)
                .map(FigureRow::row)
                .filter(row -> form.bottom().stream()
                        .noneMatch(pair -> row.equals(pair.income()) || row.equals(pair.expense())))
                .toList();
    }

    /** The codes of the table directly below a code: those with no other printed code in between. */
    private List<String> childrenOf(String parent) {
        List<String> below = table.rows().stream()
                .map(FigureRow::row)
                .filter(row -> row.matches("\\d+") && row.startsWith(parent) && row.length() > parent.length())
                .toList();
        List<String> direct = new ArrayList<>();
        for (String code : below) {
            if (below.stream().noneMatch(other -> code.startsWith(other) && code.length() > other.length())) {
                direct.add(code);
            }
        }
        return direct;
    }
}
