package org.tongchou.platform.disclosure.analysis;

import java.util.List;

/**
 * Everything a page shows of a document at once.
 *
 * @param summary what it is
 * @param tables its tables
 * @param findings broken and unusual relations, the worst first
 * @param sentences its sentences with figures
 * @param listings its performance sheets and reports
 * @param problems what could not be read as it stood
 */
public record DocumentView(
        DocumentSummary summary,
        List<TableView> tables,
        List<FindingView> findings,
        List<SentenceView> sentences,
        List<ListingView> listings,
        List<ProblemView> problems) {
    /** Copies the lists. */
    public DocumentView {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
        sentences = List.copyOf(sentences);
        listings = List.copyOf(listings);
        problems = List.copyOf(problems);
    }
}
