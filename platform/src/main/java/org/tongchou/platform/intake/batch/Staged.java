package org.tongchou.platform.intake.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.intake.read.CellProblem;

/**
 * A row as it is staged.
 *
 * @param number its number in the file
 * @param cells cells of the fields in their order, personal ones masked
 * @param sealed the personal cells, sealed
 * @param state 正确 or 有误
 * @param keyHash digest of the values that tell rows apart; null when the kind has no key, or they are not well-formed
 * @param problems what is wrong with its cells
 */
record Staged(
        int number,
        List<String> cells,
        Sealed sealed,
        RowState state,
        @Nullable UUID keyHash,
        List<CellProblem> problems) {
    /** Copies the lists. */
    Staged {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }
}
