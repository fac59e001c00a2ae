package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The cells right of a row's labels, brought to the number of figure columns.
 *
 * <p>A row that lost or gained cells is lined up so that it adds up (合计 = parts). Where several ways add up, the first is
 * taken and the others are kept: rows of the same code tree tell later which is right.
 *
 * @param values one per figure column
 * @param alternatives other ways that add up as well
 * @param shifted whether cells were lost or gained
 */
record CellAlignment(List<RowDraft.Value> values, List<List<RowDraft.Value>> alternatives, boolean shifted) {
    private static final int MOST_LOST = 3;

    /**
     * Lines up the cells of one band.
     *
     * @param labelBlanks how many of the first cells may be blanks of label columns
     * @param surplus whether the row has more cells than the header
     * @param end 1-based number of the row's last cell, the place of figures that were lost
     */
    static CellAlignment of(Header.Band band, List<RowDraft.Value> cells, int labelBlanks, boolean surplus, int end) {
        int figures = band.figures().size();
        List<RowDraft.Value> values = trimmed(cells, figures);
        if (values.size() == figures) {
            // A blank too many may stand between the figures instead of at the end.
            List<RowDraft.Value> oneMore = new ArrayList<>(values);
            oneMore.add(new RowDraft.Value("", end));
            List<List<RowDraft.Value>> others = surplus
                    ? shorter(oneMore, figures).stream()
                            .filter(other -> RowIdentity.holds(band, other) && !other.equals(values))
                            .toList()
                    : List.of();
            return new CellAlignment(values, others, false);
        }
        if (values.size() > figures) {
            return choose(band, shorter(values, figures), values.subList(0, figures));
        }
        RowDraft.Value blank = new RowDraft.Value("", end);
        List<RowDraft.Value> withoutLabels = withoutLabelBlanks(values, labelBlanks);
        boolean noFigures = values.stream().allMatch(RowDraft.Value::isNil);
        List<RowDraft.Value> padded = padded(withoutLabels, figures, blank);
        if (noFigures) {
            return new CellAlignment(padded, List.of(), false);
        }
        Set<List<RowDraft.Value>> candidates = new LinkedHashSet<>();
        candidates.add(padded);
        candidates.add(padded(values, figures, blank));
        longer(withoutLabels, figures, blank, 0, candidates);
        return choose(band, candidates, padded);
    }

    private static CellAlignment choose(
            Header.Band band, Set<List<RowDraft.Value>> candidates, List<RowDraft.Value> otherwise) {
        List<List<RowDraft.Value>> adding = candidates.stream()
                .filter(candidate -> RowIdentity.holds(band, candidate))
                .toList();
        return adding.isEmpty()
                ? new CellAlignment(otherwise, List.of(), true)
                : new CellAlignment(adding.get(0), adding.subList(1, adding.size()), true);
    }

    /** Without blanks in front, then at the end, as far as there are too many cells. */
    private static List<RowDraft.Value> trimmed(List<RowDraft.Value> cells, int figures) {
        int from = 0;
        int to = cells.size();
        while (to - from > figures && cells.get(from).text().isBlank()) {
            from++;
        }
        while (to - from > figures && cells.get(to - 1).text().isBlank()) {
            to--;
        }
        return List.copyOf(cells.subList(from, to));
    }

    private static List<RowDraft.Value> withoutLabelBlanks(List<RowDraft.Value> values, int labelBlanks) {
        int from = 0;
        while (from < labelBlanks
                && from < values.size()
                && values.get(from).text().isBlank()) {
            from++;
        }
        return values.subList(from, values.size());
    }

    private static List<RowDraft.Value> padded(List<RowDraft.Value> values, int figures, RowDraft.Value blank) {
        List<RowDraft.Value> padded = new ArrayList<>(values);
        while (padded.size() < figures) {
            padded.add(blank);
        }
        return List.copyOf(padded);
    }

    /** Every way to put the missing blanks between the cells. */
    private static void longer(
            List<RowDraft.Value> values,
            int figures,
            RowDraft.Value blank,
            int from,
            Set<List<RowDraft.Value>> candidates) {
        if (values.size() == figures) {
            candidates.add(values);
            return;
        }
        if (figures - values.size() > MOST_LOST) {
            return;
        }
        for (int i = from; i <= values.size(); i++) {
            List<RowDraft.Value> candidate = new ArrayList<>(values);
            candidate.add(i, blank);
            longer(List.copyOf(candidate), figures, blank, i + 1, candidates);
        }
    }

    /** Every way to leave out one cell too many, blanks first. */
    private static Set<List<RowDraft.Value>> shorter(List<RowDraft.Value> values, int figures) {
        Set<List<RowDraft.Value>> candidates = new LinkedHashSet<>();
        if (values.size() != figures + 1) {
            return candidates;
        }
        for (boolean blanks : new boolean[] {true, false}) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).text().isBlank() == blanks) {
                    List<RowDraft.Value> candidate = new ArrayList<>(values);
                    candidate.remove(i);
                    candidates.add(List.copyOf(candidate));
                }
            }
        }
        return candidates;
    }
}
