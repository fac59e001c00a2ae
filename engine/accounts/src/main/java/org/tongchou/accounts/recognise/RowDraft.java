package org.tongchou.accounts.recognise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.RawRow;

/**
 * One row of one band, cut into its parts but not yet understood.
 *
 * @param band the band it stands in
 * @param line the printed 行次; null when none
 * @param code the printed code; null when none
 * @param name the printed name without white space; empty when none
 * @param values one per figure column of the band, in order
 * @param alternatives other ways to line up a damaged row that add up as well
 * @param shifted true when cells were lost or gained and the values were lined up by other means than position
 * @param source the row it was cut from
 */
record RowDraft(
        Header.Band band,
        @Nullable Integer line,
        @Nullable String code,
        String name,
        List<Value> values,
        List<List<Value>> alternatives,
        boolean shifted,
        RawRow source) {

    RowDraft {
        values = List.copyOf(values);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * The text of one figure and its 1-based cell.
     */
    record Value(String text, int cell) {
        boolean isNil() {
            return Words.isNil(text);
        }
    }

    boolean isEmpty() {
        return code == null && name.isEmpty() && values.stream().allMatch(Value::isNil);
    }

    boolean hasFigures() {
        return values.stream().anyMatch(value -> !value.isNil());
    }

    /** The same row lined up another way; nothing else to choose from is left. */
    RowDraft withValues(List<Value> other) {
        return new RowDraft(band, line, code, name, other, List.of(), shifted, source);
    }

    RowDraft withCode(@Nullable String other) {
        return new RowDraft(band, line, other, name, values, alternatives, shifted, source);
    }

    RowDraft withName(String other) {
        return new RowDraft(band, line, code, other, values, alternatives, shifted, source);
    }
}
