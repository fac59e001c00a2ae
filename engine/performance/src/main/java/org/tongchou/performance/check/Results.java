package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckDefinition.Severity;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;

/** Makes results of checks. */
final class Results {
    private Results() {}

    /** A relation that holds. */
    static CheckResult pass(PerformanceCheck check, String key, String expression, List<CellRef> cells) {
        return new CheckResult(
                id(check, key),
                check.id(),
                check.group(),
                Outcome.PASS,
                null,
                expression,
                null,
                null,
                null,
                null,
                "",
                cells,
                expression);
    }

    /** A statement that does not hold: 1 against 0. */
    static CheckResult broken(PerformanceCheck check, String key, String message, List<CellRef> cells) {
        return broken(check, key, check.severity(), message, null, null, "", cells);
    }

    /** Something that does not hold, with its numbers where it has any. */
    static CheckResult broken(
            PerformanceCheck check,
            String key,
            Severity severity,
            String message,
            @Nullable BigDecimal left,
            @Nullable BigDecimal right,
            String unit,
            List<CellRef> cells) {
        BigDecimal diff = left == null || right == null ? null : left.subtract(right);
        return new CheckResult(
                id(check, key),
                check.id(),
                check.group(),
                severity.outcome(),
                severity.cause(),
                check.says(),
                left,
                right,
                diff,
                diff == null ? null : BigDecimal.ZERO,
                unit,
                cells,
                message);
    }

    /** Something that could not be checked. */
    static CheckResult skip(PerformanceCheck check, String key, String reason) {
        return new CheckResult(
                id(check, key),
                check.id(),
                check.group(),
                Outcome.SKIP,
                null,
                check.says(),
                null,
                null,
                null,
                null,
                "",
                List.of(),
                reason);
    }

    static String id(PerformanceCheck check, String key) {
        return key.isEmpty() ? check.id() : check.id() + "/" + key;
    }
}
