package org.tongchou.accounts.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.source.Place;

/**
 * Finds the cell that is most likely wrong when several relations are broken: the one that most broken relations share
 * and fewest sound ones vouch for. Nothing is printed in a blank cell, so it is suspected last.
 */
final class Suspects {
    private final Map<Place, Integer> broken = new HashMap<>();
    private final Map<Place, Integer> sound = new HashMap<>();
    private final Set<Place> blank;

    Suspects(AccountsDocument document, List<CheckResult> results) {
        blank = document.tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().values().stream())
                .filter(cell -> cell.amount() == null)
                .map(Cell::place)
                .collect(Collectors.toSet());
        for (CheckResult result : results) {
            if (result.outcome() == Outcome.FAIL) {
                count(result, broken);
            } else if (result.outcome() == Outcome.PASS) {
                count(result, sound);
            }
        }
    }

    private static void count(CheckResult result, Map<Place, Integer> counts) {
        new HashSet<>(result.cells().stream().map(CellRef::place).toList())
                .forEach(place -> counts.merge(place, 1, Integer::sum));
    }

    /** Puts the most suspicious cell of every broken relation first; other results stay as they are. */
    List<CheckResult> orderCells(List<CheckResult> results) {
        Comparator<CellRef> order = Comparator.<CellRef>comparingInt(cell -> blank.contains(cell.place()) ? 1 : 0)
                .thenComparingInt(cell -> -broken.getOrDefault(cell.place(), 0))
                .thenComparingInt(cell -> sound.getOrDefault(cell.place(), 0));
        return results.stream()
                .map(result -> result.outcome() == Outcome.FAIL
                        ? Results.withCells(
                                result, result.cells().stream().sorted(order).toList())
                        : result)
                .toList();
    }
}
