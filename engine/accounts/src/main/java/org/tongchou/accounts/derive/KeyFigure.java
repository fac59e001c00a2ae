package org.tongchou.accounts.derive;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that sentences can use, with what is behind it. When there are neither cells nor origins nor keys, it was
 * given with the document.
 *
 * @param key its narrative key
 * @param value exact value in the unit
 * @param decimals decimals it is printed with
 * @param unit 万元, 元, %, 个 …
 * @param prior last year's figure in the same unit; null when not known
 * @param budget what it was budgeted at, for 三公; null for others and when not known
 * @param cells the table cells that it repeats; their sum where there are several
 * @param origins the base facts that it was added up from
 * @param keys the other figures that it was computed from
 */
public record KeyFigure(
        String key,
        BigDecimal value,
        int decimals,
        String unit,
        @Nullable BigDecimal prior,
        @Nullable BigDecimal budget,
        List<CellAddress> cells,
        List<Origin> origins,
        List<String> keys) {
    /** Copies the lists. */
    public KeyFigure {
        cells = List.copyOf(cells);
        origins = List.copyOf(origins);
        keys = List.copyOf(keys);
    }
}
