package org.tongchou.platform.accounts.importing.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.spreadsheet.source.SourceRow;

/**
 * A row as it was understood.
 *
 * @param row the row
 * @param draft what it becomes; null when the row is skipped or a cell could not be read
 * @param problems problems of its cells
 * @param skipped why the row becomes nothing: totals, notes; empty when it becomes something
 */
public record ReadRow(SourceRow row, @Nullable Draft draft, List<CellProblem> problems, String skipped) {
    /** Copies the list. */
    public ReadRow {
        problems = List.copyOf(problems);
    }

    /** Whether it can be posted. */
    public boolean isCorrect() {
        return draft != null && problems.stream().allMatch(CellProblem::warning);
    }
}
