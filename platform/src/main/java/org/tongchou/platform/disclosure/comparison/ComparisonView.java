package org.tongchou.platform.disclosure.comparison;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published documents side by side.
 *
 * @param parties the documents in the order of the columns
 * @param pairs which columns are compared with which
 * @param sections what is compared
 * @param notes what could not be compared and why
 */
public record ComparisonView(
        List<PartyView> parties, List<PairView> pairs, List<SectionView> sections, List<String> notes) {
    /** Copies the lists. */
    public ComparisonView {
        parties = List.copyOf(parties);
        pairs = List.copyOf(pairs);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /**
     * A document.
     *
     * @param publicationId the publication
     * @param label how its column is headed
     * @param staff all staff in post; null unless every unit prints its number
     */
    public record PartyView(
            long publicationId, String label, @Nullable Integer staff) {}

    /**
     * Two columns of one bureau.
     *
     * @param label how its columns are headed
     * @param from index of the earlier document
     * @param to index of the later document
     * @param execution whether it is a budget against final accounts: then the rate is one of completion
     */
    public record PairView(String label, int from, int to, boolean execution) {}

    /**
     * Lines in one unit.
     *
     * @param title what they are about
     * @param unit 万元 or 元/人
     * @param shares whether shares of the first line are meaningful
     * @param lines the lines
     */
    public record SectionView(String title, String unit, boolean shares, List<LineView> lines) {
        /** Copies the list. */
        public SectionView {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A figure of every document.
     *
     * @param code classification code; empty when it has none
     * @param name its name
     * @param level depth, 0 for a total
     * @param values one a document; null where it is not printed
     * @param shares one a document, in percent; null where it cannot be computed
     * @param changes one a pair: later minus earlier
     * @param rates one a pair, in percent
     */
    public record LineView(
            String code,
            String name,
            int level,
            List<@Nullable BigDecimal> values,
            List<@Nullable BigDecimal> shares,
            List<@Nullable BigDecimal> changes,
            List<@Nullable BigDecimal> rates) {}
}
