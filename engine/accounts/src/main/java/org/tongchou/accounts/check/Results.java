package org.tongchou.accounts.check;

import java.util.List;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;

/** Copies of a result with one thing changed. */
final class Results {
    private Results() {}

    static CheckResult withMessage(CheckResult result, String message) {
        return copy(result, result.id(), result.outcome(), result.cause(), result.cells(), message);
    }

    static CheckResult withId(CheckResult result, String id) {
        return copy(result, id, result.outcome(), result.cause(), result.cells(), result.message());
    }

    static CheckResult withCells(CheckResult result, List<CellRef> cells) {
        return copy(result, result.id(), result.outcome(), result.cause(), cells, result.message());
    }

    /** The result as a warning for another reason, which is added to the message. */
    static CheckResult warning(CheckResult result, Cause cause, String reason) {
        return copy(result, result.id(), Outcome.WARN, cause, result.cells(), result.message() + "；" + reason);
    }

    private static CheckResult copy(
            CheckResult result,
            String id,
            Outcome outcome,
            @org.jspecify.annotations.Nullable Cause cause,
            List<CellRef> cells,
            String message) {
        return new CheckResult(
                id,
                result.check(),
                result.group(),
                outcome,
                cause,
                result.expression(),
                result.left(),
                result.right(),
                result.diff(),
                result.tolerance(),
                result.unit(),
                cells,
                message);
    }
}
