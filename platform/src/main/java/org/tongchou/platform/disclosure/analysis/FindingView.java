package org.tongchou.platform.disclosure.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluated relation.
 *
 * @param number 1-based within its list
 * @param id unique in the document
 * @param group its group in Chinese
 * @param outcome PASS, FAIL, WARN or SKIP
 * @param outcomeName 相符, 不符, 提示 or 未查
 * @param cause why, in Chinese; empty when there is nothing to explain
 * @param expression the relation in Chinese
 * @param left left side in the printed unit; null when not a number
 * @param right right side in the printed unit; null when not a number
 * @param diff left minus right; null when one is missing
 * @param tolerance the difference that rounding explains; null when not a number
 * @param unit unit of the numbers; empty for statements
 * @param cells where it is
 * @param message one sentence
 */
public record FindingView(
        int number,
        String id,
        String group,
        String outcome,
        String outcomeName,
        String cause,
        String expression,
        @Nullable BigDecimal left,
        @Nullable BigDecimal right,
        @Nullable BigDecimal diff,
        @Nullable BigDecimal tolerance,
        String unit,
        List<Where> cells,
        String message) {
    /** Copies the list. */
    public FindingView {
        cells = List.copyOf(cells);
    }

    /**
     * A cell or sentence involved.
     *
     * @param label what it is
     * @param place where it stands in the file
     * @param anchor the cell, row, figure or line that shows it; null when none does
     * @param suspect whether this is where the error most likely is
     */
    public record Where(
            String label, String place, @Nullable String anchor, boolean suspect) {}
}
