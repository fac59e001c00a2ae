package org.tongchou.benefit.cases;

import java.util.List;
import org.tongchou.benefit.settle.Outcome;

/**
 * What a policy made of a case.
 *
 * @param tried the case
 * @param outcomes what came of its bills, in order; cancellations give none
 * @param differences in Chinese, what came out otherwise than expected; empty when all is as expected
 */
public record CaseResult(Case tried, List<Outcome> outcomes, List<String> differences) {
    /** Copies the lists. */
    public CaseResult {
        outcomes = List.copyOf(outcomes);
        differences = List.copyOf(differences);
    }

    /** Whether everything came out as expected. */
    public boolean passed() {
        return differences.isEmpty();
    }
}
