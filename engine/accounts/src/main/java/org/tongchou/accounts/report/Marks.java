package org.tongchou.accounts.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Place;

/** The links of a page between findings and the cells, rows and sentences they are about. */
final class Marks {
    private final Map<Target, String> anchors = new HashMap<>();
    private final Map<String, List<Mark>> marks = new HashMap<>();

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

    Marks(AccountsDocument document, List<CheckResult> findings) {
        List<Table> tables = document.tables();
        for (int t = 0; t < tables.size(); t++) {
            List<Row> rows = tables.get(t).rows();
            for (int r = 0; r < rows.size(); r++) {
                addRow(tables.get(t).topic(), rows.get(r), row(t, r));
            }
        }
        List<NarrativeFigure> narrative = document.narrative();
        for (int n = 0; n < narrative.size(); n++) {
            NarrativeFigure figure = narrative.get(n);
            put("", figure.key(), figure.place(), figure(n));
        }
        for (int f = 0; f < findings.size(); f++) {
            CheckResult result = findings.get(f);
            CellRef suspect = Findings.suspect(result).orElse(null);
            for (CellRef cell : result.cells()) {
                Mark mark = new Mark(f + 1, result, suspect == null || cell.equals(suspect));
                anchor(cell).ifPresent(anchor -> mark(anchor, mark));
            }
        }
    }

    /** The anchor of a row: tables and rows are counted from 0. */
    static String row(int table, int row) {
        return "t" + (table + 1) + "r" + (row + 1);
    }

    /** The anchor of a cell of a row. */
    static String cell(String row, int column) {
        return row + "c" + (column + 1);
    }

    /** The anchor of a figure in a sentence, counted from 0. */
    static String figure(int figure) {
        return "n" + (figure + 1);
    }

    /** Where on the page a cell or sentence is shown; empty when it is not. */
    Optional<String> anchor(CellRef cell) {
        Optional<String> exact = find(cell.topic(), cell.row(), cell.place());
        return exact.isPresent()
                ? exact
                : find(cell.topic(), cell.row(), cell.place().wholeRow());
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
