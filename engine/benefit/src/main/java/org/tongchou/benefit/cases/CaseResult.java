package org.tongchou.benefit.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.explain.Explanation;
import org.tongchou.benefit.settle.Outcome;

/**
 * What a policy made of a case.
 *
 * @param tried the case
 * @param outcomes what came of its bills, in order; cancellations give none
 * @param explanation how the calculator came to its result; null for bills and failures
 * @param differences in Chinese, what came out otherwise than expected; empty when all is as expected
 */
public record CaseResult(
        Case tried, List<Outcome> outcomes, @Nullable Explanation explanation, List<String> differences) {
    /** Copies the lists. */
    public CaseResult {
        outcomes = List.copyOf(outcomes);
        differences = List.copyOf(differences);
    }

    /** Whether everything came out as expected. */
    public boolean passed() {
        return differences.isEmpty();
    }

    /** How the calculator came to its result; empty for bills and failures. */
    public Optional<Explanation> findExplanation() {
        return Optional.ofNullable(explanation);
    }
}
