package org.tongchou.platform.disclosure.analysis;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.Supplement.Line;
import org.tongchou.accounts.check.Supplement.Listing;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Place;

/**
 * Names for the rows, cells, sentences and lines of a document, so that a finding can say where it is: {@code t1r2}, {@code
 * t1r2c3}, {@code n5}, {@code s1r2}; all numbers from 1.
 */
final class Anchors {
    private final Map<Target, String> names = new HashMap<>();
    private final List<NarrativeFigure> narrative;

    /** What findings name: an empty row stands for any. */
    private record Target(String topic, String row, Place place) {}

    Anchors(Audit audit) {
        this.narrative = audit.document().narrative();
        List<Table> tables = audit.document().tables();
        for (int t = 0; t < tables.size(); t++) {
            for (int r = 0; r < tables.get(t).rows().size(); r++) {
                add(tables.get(t).topic(), tables.get(t).rows().get(r), row(t, r));
            }
        }
        List<Listing> listings = audit.supplements().stream()
                .flatMap(supplement -> supplement.listings().stream())
                .toList();
        for (int l = 0; l < listings.size(); l++) {
            for (int r = 0; r < listings.get(l).lines().size(); r++) {
                Line line = listings.get(l).lines().get(r);
                add(listings.get(l).topic(), line.name(), line.place().wholeRow(), line(l, r));
            }
        }
    }

    /** A row of a table, both counted from 0. */
    static String row(int table, int row) {
        return "t" + (table + 1) + "r" + (row + 1);
    }

    /** A cell of a row, counted from 0 among the row's figures. */
    static String cell(String row, int cell) {
        return row + "c" + (cell + 1);
    }

    /** A figure in a sentence, counted from 0. */
    static String figure(int figure) {
        return "n" + (figure + 1);
    }

    /** A line of a listing, both counted from 0. */
    static String line(int listing, int line) {
        return "s" + (listing + 1) + "r" + (line + 1);
    }

    /** Where a finding's cell or sentence is shown; null when it is not. */
    @Nullable
    String find(CellRef cell, CheckResult result) {
        if (cell.topic().isEmpty()) {
            return figure(cell, result).map(Anchors::figure).orElse(null);
        }
        return Stream.of(
                        new Target(cell.topic(), cell.row(), cell.place()),
                        new Target(cell.topic(), "", cell.place()),
                        new Target(cell.topic(), cell.row(), cell.place().wholeRow()),
                        new Target(cell.topic(), "", cell.place().wholeRow()))
                .map(names::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A sentence may state the same thing twice: then the figure is meant whose value the finding compares. */
    private Optional<Integer> figure(CellRef cell, CheckResult result) {
        List<Integer> candidates = IntStream.range(0, narrative.size())
                .filter(n -> narrative.get(n).place().equals(cell.place())
                        && narrative.get(n).key().equals(cell.row()))
                .boxed()
                .toList();
        return candidates.stream()
                .filter(n -> equal(narrative.get(n).value(), result.left())
                        || equal(narrative.get(n).value(), result.right()))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean equal(BigDecimal value, @Nullable BigDecimal side) {
        return side != null && side.compareTo(value) == 0;
    }

    private void add(String topic, Row row, String name) {
        add(topic, row.name(), row.place().wholeRow(), name);
        int column = 0;
        for (Cell cell : row.cells().values()) {
            add(topic, row.name(), cell.place(), cell(name, column));
            column++;
        }
    }

    private void add(String topic, String row, Place place, String name) {
        names.putIfAbsent(new Target(topic, row, place), name);
        names.putIfAbsent(new Target(topic, "", place), name);
    }
}
