package org.tongchou.accounts.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Term;

/** Turns the terms of a computed cell into a spreadsheet formula. */
final class SheetFormula {
    /** Excel takes at most 255 arguments in one function. */
    private static final int MAX_ARGUMENTS = 255;

    private SheetFormula() {}

    /**
     * The formula of a cell, without the equals sign; empty when the cell has none, when a term points outside the grid
     * or when the printed terms do not add up to the printed figure (rounding): then the figure is written as it is,
     * because a reader's spreadsheet would otherwise change it.
     *
     * @param firstRow 0-based sheet row of the first body row
     */
    static Optional<String> of(Grid grid, GridCell cell, int firstRow) {
        BigDecimal figure = cell.figure();
        if (cell.formula().isEmpty() || figure == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> sum = sum(grid, cell.formula());
        if (sum.isEmpty() || sum.get().compareTo(figure) != 0) {
            return Optional.empty();
        }
        String plus = side(cell.formula(), 1, firstRow);
        String minus = side(cell.formula(), -1, firstRow);
        return Optional.of(minus.isEmpty() ? plus : plus + "-" + minus);
    }

    private static Optional<BigDecimal> sum(Grid grid, List<Term> terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            if (term.row() < 0
                    || term.row() >= grid.rows().size()
                    || term.column() < 0
                    || term.column() >= grid.rows().get(term.row()).size()) {
                return Optional.empty();
            }
            BigDecimal figure = grid.rows().get(term.row()).get(term.column()).figure();
            if (figure != null) {
                sum = term.sign() < 0 ? sum.subtract(figure) : sum.add(figure);
            }
        }
        return Optional.of(sum);
    }

    /** The sum of the terms of one sign; subtracted terms come back in brackets when there is more than one. */
    private static String side(List<Term> terms, int sign, int firstRow) {
        List<String> ranges = ranges(
                terms.stream()
                        .filter(term -> Integer.signum(term.sign()) == sign)
                        .sorted(Comparator.comparingInt(Term::column).thenComparingInt(Term::row))
                        .toList(),
                firstRow);
        if (ranges.isEmpty()) {
            return "";
        }
        if (ranges.size() <= 3 && ranges.stream().noneMatch(range -> range.contains(":"))) {
            String joined = String.join("+", ranges);
            return sign < 0 && ranges.size() > 1 ? "(" + joined + ")" : joined;
        }
        List<String> sums = new ArrayList<>();
        for (int from = 0; from < ranges.size(); from += MAX_ARGUMENTS) {
            List<String> part = ranges.subList(from, Math.min(ranges.size(), from + MAX_ARGUMENTS));
            sums.add("SUM(" + String.join(",", part) + ")");
        }
        String joined = String.join("+", sums);
        return sign < 0 && sums.size() > 1 ? "(" + joined + ")" : joined;
    }

    /** Addresses, with neighbours below each other (three or more) drawn together as {@code B5:B9}. */
    private static List<String> ranges(List<Term> terms, int firstRow) {
        List<String> ranges = new ArrayList<>();
        int i = 0;
        while (i < terms.size()) {
            int end = i;
            while (end + 1 < terms.size()
                    && terms.get(end + 1).column() == terms.get(i).column()
                    && terms.get(end + 1).row() == terms.get(end).row() + 1) {
                end++;
            }
            if (end - i >= 2) {
                ranges.add(address(terms.get(i), firstRow) + ":" + address(terms.get(end), firstRow));
            } else {
                for (Term term : terms.subList(i, end + 1)) {
                    ranges.add(address(term, firstRow));
                }
            }
            i = end + 1;
        }
        return ranges;
    }

    private static String address(Term term, int firstRow) {
        return CellReference.convertNumToColString(term.column()) + (firstRow + term.row() + 1);
    }
}
