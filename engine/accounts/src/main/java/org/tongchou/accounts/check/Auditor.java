package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.accounts.check.language.Vocabulary;
import org.tongchou.accounts.model.AccountsDocument;

/** Checks documents. Immutable; the same document always gives the same results; safe for concurrent use. */
public final class Auditor {
    private final List<CheckDefinition> checks;
    private final Vocabulary vocabulary;

    Auditor(List<CheckDefinition> checks, Vocabulary vocabulary) {
        this.checks = List.copyOf(checks);
        this.vocabulary = vocabulary;
    }

    /** The auditor with all checks shipped with the library. */
    public static Auditor standard() {
        return new Auditor(Checks.list(), Checks.vocabulary());
    }

    /**
     * Checks a document.
     *
     * @param document as read; need not be complete
     * @return the document with a result for everything that could be compared, and a reason for what could not
     */
    public Audit audit(AccountsDocument document) {
        Scope scope = new Scope(document, vocabulary);
        List<CheckResult> results = new ArrayList<>();
        for (CheckDefinition check : checks) {
            if (check.kind() != null && check.kind() != document.meta().kind()) {
                continue;
            }
            List<CheckResult> found =
                    check.builtin() == null ? new RelationCheck(check, scope).results() : Builtins.run(check, scope);
            results.addAll(found);
        }
        ReadingDamage damage = new ReadingDamage(scope, results);
        List<CheckResult> explained = results.stream().map(damage::explain).toList();
        return new Audit(document, new Suspects(document, explained).orderCells(unique(explained)));
    }

    /** Gives results that are about the same thing (a code printed twice, a sentence stated twice) ids of their own. */
    private static List<CheckResult> unique(List<CheckResult> results) {
        Map<String, Integer> seen = new HashMap<>();
        return results.stream()
                .map(result -> {
                    int times = seen.merge(result.id(), 1, Integer::sum);
                    return times == 1 ? result : Results.withId(result, result.id() + "#" + times);
                })
                .toList();
    }
}
