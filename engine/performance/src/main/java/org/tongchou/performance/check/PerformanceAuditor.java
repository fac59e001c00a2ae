package org.tongchou.performance.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.read.PerformanceReader;
import org.tongchou.performance.scoring.RulePack;
import org.tongchou.performance.scoring.RulePacks;

/** Checks performance sheets and reports. Immutable; the same document always gives the same results. */
public final class PerformanceAuditor {
    private final RulePacks packs;

    private PerformanceAuditor(RulePacks packs) {
        this.packs = packs;
    }

    /** The auditor with the scoring rules that come with the library. */
    public static PerformanceAuditor standard() {
        return new PerformanceAuditor(RulePacks.standard());
    }

    /** An auditor with other scoring rules. */
    public static PerformanceAuditor with(RulePacks packs) {
        return new PerformanceAuditor(packs);
    }

    /**
     * Reads and checks the performance part of a document.
     *
     * @param accounts the document, with its text
     */
    public PerformanceAudit audit(AccountsDocument accounts) {
        return audit(PerformanceReader.read(accounts.raw(), accounts.meta()), accounts);
    }

    /**
     * Checks performance sheets and reports.
     *
     * @param document what was read; need not be complete
     * @param accounts the accounts in the same document; null when there are none
     */
    public PerformanceAudit audit(PerformanceDocument document, @Nullable AccountsDocument accounts) {
        return audit(document, accounts, List.of());
    }

    /**
     * Checks performance sheets and reports with what the same bureau published in earlier years.
     *
     * @param document what was read; need not be complete
     * @param accounts the accounts in the same document; null when there are none
     * @param earlier documents of earlier years, in any order
     */
    public PerformanceAudit audit(
            PerformanceDocument document, @Nullable AccountsDocument accounts, List<PerformanceDocument> earlier) {
        RulePack pack = packs.of(document.region(), document.year());
        List<Scored> scored = Scored.of(document, pack);
        Case about = new Case(
                document, pack, scored, accounts, accounts == null ? null : accounts.raw(), List.copyOf(earlier));
        Scopes scopes = new Scopes(document);
        List<CheckResult> results = new ArrayList<>();
        if (!document.isEmpty()) {
            for (PerformanceCheck check : PerformanceChecks.list()) {
                results.addAll(
                        check.sides() == null
                                ? Comparisons.run(check, about)
                                : Relations.run(check, check.sides(), scopes));
            }
        }
        return new PerformanceAudit(document, pack, scored, results);
    }
}
