package org.tongchou.platform.accounts.importing.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.accounts.importing.source.SourceRow;

/**
 * A row as it was understood.
 *
 * @param row the row
 * @param entry the entry that it makes; null when the row is skipped or a cell could not be read
 * @param problems problems of its cells
 * @param skipped why the row is no entry: totals, notes; empty when it is one
 */
public record ReadRow(SourceRow row, @Nullable NewEntry entry, List<CellProblem> problems, String skipped) {
    /** Copies the list. */
    public ReadRow {
        problems = List.copyOf(problems);
    }

    /** Whether it can be posted. */
    public boolean isCorrect() {
        return entry != null && problems.stream().allMatch(CellProblem::warning);
    }
}
