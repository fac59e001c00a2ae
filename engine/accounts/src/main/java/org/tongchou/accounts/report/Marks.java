package org.tongchou.accounts.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.check.Supplement;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Place;

/** The links of a page between findings and the cells, rows and sentences they are about. */
final class Marks {
    private final Map<Target, String> anchors = new HashMap<>();
    private final Map<String, List<Mark>> marks = new HashMap<>();
    private final List<NarrativeFigure> narrative;

    private record Target(String topic, String row, Place place) {}

    /**
     * A finding on something.
     *
     * @param number 1-based number of the finding on the page
     * @param result the finding
     * @param suspect whether this is where the error most likely is
     */
    record Mark(int number, CheckResult result, boolean suspect) {
        String anchor() {
            return "f" + number;
        }

        boolean isFail() {
            return result.outcome() == Outcome.FAIL;
        }
    }

    Marks(Audit audit, List<CheckResult> findings) {
        AccountsDocument document = audit.document();
        List<Table> tables = document.tables();
        for (int t = 0; t < tables.size(); t++) {
            List<Row> rows = tables.get(t).rows();
            for (int r = 0; r < rows.size(); r++) {
                addRow(tables.get(t).topic(), rows.get(r), row(t, r));
            }
        }
        int listing = 0;
        for (Supplement supplement : audit.supplements()) {
            for (Supplement.Listing list : supplement.listings()) {
                for (int l = 0; l < list.lines().size(); l++) {
                    Supplement.Line line = list.lines().get(l);
                    put(list.topic(), line.name(), line.place().wholeRow(), line(listing, l));
                }
                listing++;
            }
        }
        narrative = document.narrative();
        for (int f = 0; f < findings.size(); f++) {
            CheckResult result = findings.get(f);
            CellRef suspect = Findings.suspect(result).orElse(null);
            for (CellRef cell : result.cells()) {
                Mark mark = new Mark(f + 1, result, suspect == null || cell.equals(suspect));
                anchor(cell, result).ifPresent(anchor -> mark(anchor, mark));
            }
        }
    }

    /** The anchor of a row: tables and rows are counted from 0. */
    static String row(int table, int row) {
        return "t" + (table + 1) + "r" + (row + 1);
    }

    /** The anchor of a line of a supplement: listings and lines are counted from 0. */
    static String line(int listing, int line) {
        return "s" + (listing + 1) + "r" + (line + 1);
    }

    /** The anchor of a cell of a row. */
    static String cell(String row, int column) {
        return row + "c" + (column + 1);
    }

    /** The anchor of a figure in a sentence, counted from 0. */
    static String figure(int figure) {
        return "n" + (figure + 1);
    }

    /** Where on the page a cell or sentence of a finding is shown; empty when it is not. */
    Optional<String> anchor(CellRef cell, CheckResult result) {
        if (cell.topic().isEmpty()) {
            OptionalInt figure = findFigure(cell, result);
            return figure.isPresent() ? Optional.of(figure(figure.getAsInt())) : Optional.empty();
        }
        Optional<String> exact = find(cell.topic(), cell.row(), cell.place());
        return exact.isPresent()
                ? exact
                : find(cell.topic(), cell.row(), cell.place().wholeRow());
    }

    /**
     * The figure a finding means by a sentence. A sentence may state the same thing twice (raised from 70% to 82%): then
     * the one whose value the finding compares.
     */
    OptionalInt findFigure(CellRef cell, CheckResult result) {
        List<Integer> candidates = IntStream.range(0, narrative.size())
                .filter(n -> narrative.get(n).place().equals(cell.place())
                        && narrative.get(n).key().equals(cell.row()))
                .boxed()
                .toList();
        return candidates.stream()
                .filter(n -> isCompared(narrative.get(n).value(), result))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static boolean isCompared(BigDecimal value, CheckResult result) {
        return Stream.of(Optional.ofNullable(result.left()), Optional.ofNullable(result.right()))
                .flatMap(Optional::stream)
                .anyMatch(side -> side.compareTo(value) == 0);
    }

    /** The findings on a row, cell or figure. */
    List<Mark> on(String anchor) {
        return marks.getOrDefault(anchor, List.of());
    }

    /** The class name that shows the worst of some findings; empty when there are none. */
    static String style(List<Mark> marks) {
        if (marks.stream().anyMatch(mark -> mark.isFail() && mark.suspect())) {
            return "fail";
        }
        if (marks.stream().anyMatch(Mark::isFail)) {
            return "part";
        }
        return marks.isEmpty() ? "" : "warn";
    }

    private Optional<String> find(String topic, String row, Place place) {
        String exact = anchors.get(new Target(topic, row, place));
        return Optional.ofNullable(exact != null ? exact : anchors.get(new Target(topic, "", place)));
    }

    private void addRow(String topic, Row row, String anchor) {
        put(topic, row.name(), row.place().wholeRow(), anchor);
        int column = 0;
        for (var cell : row.cells().values()) {
            put(topic, row.name(), cell.place(), cell(anchor, column));
            column++;
        }
    }

    private void put(String topic, String row, Place place, String anchor) {
        anchors.putIfAbsent(new Target(topic, row, place), anchor);
        anchors.putIfAbsent(new Target(topic, "", place), anchor);
    }

    private void mark(String anchor, Mark mark) {
        List<Mark> list = marks.computeIfAbsent(anchor, key -> new ArrayList<>());
        if (list.stream().noneMatch(other -> other.number() == mark.number())) {
            list.add(mark);
        }
    }
}
