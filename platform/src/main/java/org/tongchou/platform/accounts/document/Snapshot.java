package org.tongchou.platform.accounts.document;

import java.util.List;
import java.util.Map;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.publish.Content;

/**
 * Everything a version says, frozen when it is submitted.
 *
 * @param figures figures and words
 * @param evidence rows of registers behind figures that no table gives, by key
 * @param priorSource where last year's figures come from, by key
 * @param attachments what other duties add at the end
 * @param book the book
 * @param watermark the largest entry that counts
 * @param units the units covered
 * @param agencies the units among them whose operating cost is 机关运行经费
 * @param budget general budget of the year: its initial sum and its changes since, in fen
 */
record Snapshot(
        AccountsFigures figures,
        Map<String, List<Evidence>> evidence,
        Map<String, String> priorSource,
        List<Content> attachments,
        long book,
        long watermark,
        List<Long> units,
        List<Long> agencies,
        BudgetChange budget) {
    /** Copies the collections. */
    Snapshot {
        evidence = Map.copyOf(evidence);
        priorSource = Map.copyOf(priorSource);
        attachments = List.copyOf(attachments);
        units = List.copyOf(units);
        agencies = List.copyOf(agencies);
    }

    /** The general budget of the year in fen. */
    record BudgetChange(long initialFen, long changeFen) {}

    /** Which entries count towards which figures. */
    EntryRule rule() {
        return new EntryRule(
                figures.kind(), figures.threePublicBase().startsWith("全年"), java.util.Set.copyOf(agencies));
    }

    /** The same with other words of sentences. */
    Snapshot withFigures(AccountsFigures other) {
        return new Snapshot(other, evidence, priorSource, attachments, book, watermark, units, agencies, budget);
    }
}
