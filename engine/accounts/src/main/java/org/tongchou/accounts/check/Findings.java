package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;

/** Collects what a Java rule finds and writes it as results of its check. */
final class Findings {
    /** A PASS over a whole document names a few places, not all. */
    private static final int SOME = 20;

    private final CheckDefinition check;
    private final List<CheckResult> results = new ArrayList<>();
    private final List<CellRef> looked = new ArrayList<>();

    Findings(CheckDefinition check) {
        this.check = check;
    }

    /** The check as written, with the words it was given. */
    CheckDefinition check() {
        return check;
    }

    /** Remembers a place that was looked at and found in order. */
    void fine(CellRef cell) {
        looked.add(cell);
    }

    /** Something is wrong at these places. */
    void found(String what, String message, List<CellRef> cells) {
        found(what, message, null, null, "", cells);
    }

    /** Something may be wrong at these places: a warning, whatever the check's severity. */
    void doubtful(String what, String message, List<CellRef> cells) {
        results.add(result(check.id() + "/" + what, Outcome.WARN, Cause.EXPLAINABLE, null, null, "", cells, message));
    }

    /** Something is wrong at these places: two numbers that should be the same. */
    void found(
            String what,
            String message,
            @Nullable BigDecimal left,
            @Nullable BigDecimal right,
            String unit,
            List<CellRef> cells) {
        results.add(result(
                check.id() + "/" + what,
                check.severity().outcome(),
                check.severity().cause(),
                left,
                right,
                unit,
                cells,
                message));
    }

    /**
     * Ends the rule: what was found, else one PASS over the places looked at, else one SKIP.
     *
     * @param nothing why nothing could be looked at
     */
    List<CheckResult> orNothing(String nothing) {
        if (!results.isEmpty()) {
            return results;
        }
        return List.of(
                looked.isEmpty()
                        ? result(
                                check.id() + "/skip",
                                Outcome.SKIP,
                                null,
                                null,
                                null,
                                "",
                                List.of(),
                                check.says() + "：未检查，" + nothing)
                        : result(
                                check.id(),
                                Outcome.PASS,
                                null,
                                null,
                                null,
                                "",
                                looked.subList(0, Math.min(looked.size(), SOME)),
                                "相符，共 " + looked.size() + " 处"));
    }

    private CheckResult result(
            String id,
            Outcome outcome,
            @Nullable Cause cause,
            @Nullable BigDecimal left,
            @Nullable BigDecimal right,
            String unit,
            List<CellRef> cells,
            String message) {
        CheckResult bare = new CheckResult(
                id,
                check.id(),
                check.group(),
                outcome,
                cause,
                check.says(),
                left,
                right,
                left == null || right == null ? null : left.subtract(right),
                null,
                unit,
                cells,
                "");
        String where = bare.where();
        return Results.withMessage(
                bare, cells.isEmpty() || outcome == Outcome.PASS ? message : message + "（" + where + "）");
    }
}
