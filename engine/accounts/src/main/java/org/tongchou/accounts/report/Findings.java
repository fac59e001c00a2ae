package org.tongchou.accounts.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.money.MoneyUnit;

/** What deserves attention: the broken and the unusual relations, the worst first. */
public final class Findings {
    private static final Comparator<CheckResult> WORST_FIRST = Comparator.<CheckResult>comparingInt(
                    result -> result.outcome() == Outcome.FAIL ? 0 : 1)
            .thenComparingInt(result -> weight(result.cause()))
            .thenComparingInt(result -> money(result) == null ? 1 : 0)
            .thenComparing(Findings::size, Comparator.reverseOrder());

    private Findings() {}

    /**
     * The FAIL and WARN results: FAIL before WARN, contradictions before what can be explained, money by size of the
     * difference before percentages and statements; otherwise in the order of the checks.
     */
    public static List<CheckResult> ranked(Audit audit) {
        return audit.results().stream()
                .filter(result -> result.outcome() == Outcome.FAIL || result.outcome() == Outcome.WARN)
                .sorted(WORST_FIRST)
                .toList();
    }

    /** The cell most likely wrong: for a broken relation over several cells the first; empty otherwise. */
    static Optional<CellRef> suspect(CheckResult result) {
        return result.outcome() == Outcome.FAIL && result.cells().size() > 1
                ? Optional.of(result.cells().get(0))
                : Optional.empty();
    }

    private static int weight(@Nullable Cause cause) {
        if (cause == null) {
            return 1;
        }
        return switch (cause) {
            case ERROR -> 0;
            case UNEXPLAINED -> 2;
            case EXPLAINABLE -> 3;
            case EXTRACTION -> 4;
            case ROUNDING -> 5;
        };
    }

    private static BigDecimal size(CheckResult result) {
        BigDecimal money = money(result);
        if (money != null) {
            return money;
        }
        return result.diff() == null ? BigDecimal.ZERO : result.diff().abs();
    }

    /** The size of the difference in fen; null when it is not money. */
    private static @Nullable BigDecimal money(CheckResult result) {
        BigDecimal diff = result.diff();
        if (diff == null) {
            return null;
        }
        return Arrays.stream(MoneyUnit.values())
                .filter(unit -> unit.printed().equals(result.unit()))
                .findFirst()
                .map(unit -> diff.abs().multiply(BigDecimal.valueOf(unit.fen())))
                .orElse(null);
    }
}
