package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.source.Problem;

/**
 * A document with everything that was checked in it.
 *
 * @param document the document
 * @param results all evaluated relations, in the order of the check files
 * @param supplements what other engines found in the same document
 */
public record Audit(AccountsDocument document, List<CheckResult> results, List<Supplement> supplements) {
    /** Copies the lists. */
    public Audit {
        results = List.copyOf(results);
        supplements = List.copyOf(supplements);
    }

    /** An audit of the accounts alone. */
    public Audit(AccountsDocument document, List<CheckResult> results) {
        this(document, results, List.of());
    }

    /**
     * The same audit with what another engine found.
     *
     * @param supplement for the report
     * @param further its results, after those that are there
     * @param problems its reading problems
     */
    public Audit and(Supplement supplement, List<CheckResult> further, List<Problem> problems) {
        List<CheckResult> all = new ArrayList<>(results);
        all.addAll(further);
        List<Supplement> both = new ArrayList<>(supplements);
        both.add(supplement);
        return new Audit(document.with(problems), all, both);
    }

    /** The results with this outcome. */
    public List<CheckResult> with(CheckResult.Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }
}
