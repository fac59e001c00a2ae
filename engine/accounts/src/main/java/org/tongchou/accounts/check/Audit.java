package org.tongchou.accounts.check;

import java.util.List;
import org.tongchou.accounts.model.AccountsDocument;

/**
 * A document with everything that was checked in it.
 *
 * @param document the document
 * @param results all evaluated relations, in the order of the check files
 */
public record Audit(AccountsDocument document, List<CheckResult> results) {
    /** Copies the list. */
    public Audit {
        results = List.copyOf(results);
    }

    /** The results with this outcome. */
    public List<CheckResult> with(CheckResult.Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }
}
