package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;

/**
 * One evaluated relation.
 *
 * @param id unique in the document: the check's id and what it was applied to, for example {@code
 *     T05.parent/210/基本支出}
 * @param check the id of the check definition
 * @param group parent, total, row, balance, cross, cross.soft, bound, narrative, narrative.growth, narrative.share,
 *     wording, code, completeness, units
 * @param outcome what came out
 * @param cause for FAIL and WARN why, for a PASS within tolerance {@link Cause#ROUNDING}; null otherwise
 * @param expression the relation in Chinese with the figures' names
 * @param left left side in the printed unit; null when not computable or not a number
 * @param right right side in the printed unit; null when not computable or not a number
 * @param diff left minus right; null when one side is missing
 * @param tolerance the difference that rounding explains, in the printed unit; null when not a number
 * @param unit unit of the numbers: 万元, 元, %, 个 …; empty for yes/no statements
 * @param cells the cells and sentences involved
 * @param message one Chinese sentence for people: what disagrees, expected, found, where; for SKIP the reason
 */
public record CheckResult(
        String id,
        String check,
        String group,
        Outcome outcome,
        @Nullable Cause cause,
        String expression,
        @Nullable BigDecimal left,
        @Nullable BigDecimal right,
        @Nullable BigDecimal diff,
        @Nullable BigDecimal tolerance,
        String unit,
        List<CellRef> cells,
        String message) {
    /** Copies the list. */
    public CheckResult {
        cells = List.copyOf(cells);
    }

    /** The outcomes. */
    public enum Outcome {
        /** The relation holds. */
        PASS,
        /** The relation is broken. */
        FAIL,
        /** Unusual, but need not be wrong. */
        WARN,
        /** Could not be evaluated; the message says why. */
        SKIP
    }

    /** Why a relation does not hold exactly. */
    public enum Cause {
        /** The published document contradicts itself. */
        ERROR("published_error"),
        /** The difference is within what rounding of the printed figures explains. */
        ROUNDING("rounding"),
        /** Only the extracted text is damaged. */
        EXTRACTION("extraction_artefact"),
        /** Does not hold, need not be an error. */
        EXPLAINABLE("explainable"),
        /** A printed score that no declared rule gives. */
        UNEXPLAINED("score_not_reproduced");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** The stable code used in JSON. */
        public String code() {
            return code;
        }
    }

    /**
     * A cell or sentence involved.
     *
     * @param topic the table's topic; empty for a sentence
     * @param row the row's name, or the figure's key for a sentence
     * @param column the column's name; empty for a sentence
     * @param place where it stands
     */
    public record CellRef(String topic, String row, String column, Place place) {}

    /** The places involved, joined for people, without repetition. */
    public String where() {
        return cells.stream()
                .map(cell -> cell.place().label())
                .distinct()
                .limit(8)
                .reduce((a, b) -> a + "、" + b)
                .orElse("");
    }
}
