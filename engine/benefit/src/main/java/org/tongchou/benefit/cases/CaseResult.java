package org.tongchou.benefit.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.settle.Outcome;

/**
 * What a policy made of a case.
 *
 * @param tried the case
 * @param outcomes what came of its bills, in order; cancellations give none
 * @param coverages for each outcome how coverage was decided; none when it was not asked
 * @param calculated what the calculator answered, by the names of {@link Calculation}; null for bills
 * @param differences in Chinese, what came out otherwise than expected; empty when all is as expected
 */
public record CaseResult(
        Case tried,
        List<Outcome> outcomes,
        List<Result<Coverage>> coverages,
        @Nullable Result<Map<String, String>> calculated,
        List<String> differences) {
    /** Copies the lists. */
    public CaseResult {
        outcomes = List.copyOf(outcomes);
        coverages = List.copyOf(coverages);
        differences = List.copyOf(differences);
    }

    /** Whether everything came out as expected. */
    public boolean passed() {
        return differences.isEmpty();
    }

    /** What the calculator answered; empty for bills. */
    public Optional<Result<Map<String, String>>> findCalculated() {
        return Optional.ofNullable(calculated);
    }
}
