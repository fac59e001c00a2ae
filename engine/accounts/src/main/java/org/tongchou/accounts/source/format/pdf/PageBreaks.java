package org.tongchou.accounts.source.format.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.format.pdf.PageItem.EdgeCell;
import org.tongchou.accounts.source.format.pdf.PageItem.TableRows;

/** Puts table rows together that a page break cut in the middle of their text. */
final class PageBreaks {
    private static final float SAME_EDGE = 3;

    private static final Pattern DIGITS = Pattern.compile("[\\d,，.．%-]+");
    private static final Pattern AMOUNT = Pattern.compile("-?[\\d,，]+[.．]\\d{2}%?");
    private static final Pattern CODE = Pattern.compile("\\d{3}(?:\\d{2}){0,2}");

    private PageBreaks() {}

    /** The pages, with the rest of a cut row moved to where the row begins. */
    static List<PageLayout> mended(List<PageLayout> pages) {
        List<PageLayout> result = new ArrayList<>(pages);
        for (int i = 1; i < result.size(); i++) {
            List<PageItem> before = result.get(i - 1).items();
            List<PageItem> after = result.get(i).items();
            if (!before.isEmpty()
                    && !after.isEmpty()
                    && before.get(before.size() - 1) instanceof TableRows upper
                    && after.get(0) instanceof TableRows lower) {
                Optional<TableRows> whole = joined(upper, lower);
                if (whole.isPresent()) {
                    result.set(i - 1, result.get(i - 1).with(replaced(before, before.size() - 1, whole.get())));
                    result.set(i, result.get(i).with(replaced(after, 0, withoutFirst(lower))));
                }
            }
        }
        return result;
    }

    private static List<PageItem> replaced(List<PageItem> items, int at, PageItem item) {
        List<PageItem> result = new ArrayList<>(items);
        result.set(at, item);
        return result;
    }

    private static TableRows withoutFirst(TableRows table) {
        // What stands along the upper edge now has not been looked at; it is not needed any more either.
        return new TableRows(
                table.top(), table.rows().subList(1, table.rows().size()), List.of(), moved(table.lastRow()), 1);
    }

    private static List<EdgeCell> moved(List<EdgeCell> lastRow) {
        return lastRow.stream().anyMatch(cell -> cell.row() == 0)
                ? List.of()
                : lastRow.stream()
                        .map(cell -> new EdgeCell(
                                cell.row() - 1,
                                cell.column(),
                                cell.left(),
                                cell.right(),
                                cell.firstWord(),
                                cell.room()))
                        .toList();
    }

    /** The upper table with the lower one's first row added to its last cells, if that row is the rest of them. */
    private static Optional<TableRows> joined(TableRows upper, TableRows lower) {
        Map<EdgeCell, String> texts = new HashMap<>();
        for (EdgeCell rest : lower.firstRow()) {
            String more = lower.rows().get(0).get(rest.column());
            if (more.isEmpty()) {
                continue;
            }
            Optional<EdgeCell> cell = upper.lastRow().stream()
                    .filter(c -> Math.abs(c.left() - rest.left()) <= SAME_EDGE
                            && Math.abs(c.right() - rest.right()) <= SAME_EDGE)
                    .findFirst();
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            String begun = upper.rows().get(cell.get().row()).get(cell.get().column());
            boolean full = cell.get().room() < rest.firstWord();
            if (!full || !continues(begun, more)) {
                return Optional.empty();
            }
            texts.put(cell.get(), Scripts.join(begun, more));
        }
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>(upper.rows());
        texts.forEach((cell, text) -> {
            List<String> row = new ArrayList<>(rows.get(cell.row()));
            row.set(cell.column(), text);
            rows.set(cell.row(), row);
        });
        return Optional.of(new TableRows(upper.top(), rows, upper.firstRow(), upper.lastRow(), upper.movedRows()));
    }

    private static boolean continues(String begun, String more) {
        if (more.equals("%")) {
            return true;
        }
        if (DIGITS.matcher(begun).matches()) {
            return isComplete(begun + more) && !isComplete(begun);
        }
        return !begun.isEmpty() && !DIGITS.matcher(more).matches() && !Headings.startsItem(more);
    }

    private static boolean isComplete(String digits) {
        return AMOUNT.matcher(digits).matches() || CODE.matcher(digits).matches();
    }
}
