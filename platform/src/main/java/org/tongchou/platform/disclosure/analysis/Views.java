package org.tongchou.platform.disclosure.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.check.Supplement;
import org.tongchou.accounts.check.Supplement.Listing;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.report.Findings;
import org.tongchou.accounts.report.Labels;
import org.tongchou.accounts.source.Place;
import org.tongchou.platform.disclosure.analysis.TableView.CellView;
import org.tongchou.platform.disclosure.analysis.TableView.Half;
import org.tongchou.platform.disclosure.analysis.TableView.RowView;

/** An audit as lists for pages. */
final class Views {
    private static final int CLASS_CODE = 3;
    private static final int DIVISION_CODE = 5;

    private final Audit audit;
    private final Anchors anchors;

    Views(Audit audit) {
        this.audit = audit;
        this.anchors = new Anchors(audit);
    }

    /** Broken and unusual relations, the worst first. */
    List<FindingView> findings() {
        return findings(Findings.ranked(audit));
    }

    /** The relations with another outcome, in the order of the checks. */
    List<FindingView> findings(Outcome outcome) {
        return findings(audit.with(outcome));
    }

    private List<FindingView> findings(List<CheckResult> results) {
        List<FindingView> views = new ArrayList<>();
        for (CheckResult result : results) {
            views.add(finding(views.size() + 1, result));
        }
        return views;
    }

    private FindingView finding(int number, CheckResult result) {
        List<FindingView.Where> cells = new ArrayList<>();
        for (CellRef cell : result.cells()) {
            boolean suspect = result.outcome() == Outcome.FAIL && cells.isEmpty();
            cells.add(new FindingView.Where(
                    Labels.cell(cell), cell.place().label(), anchors.find(cell, result), suspect));
        }
        return new FindingView(
                number,
                result.id(),
                Labels.group(result.group()),
                result.outcome().name(),
                Labels.outcome(result.outcome()),
                Labels.cause(result.cause()),
                result.expression(),
                result.left(),
                result.right(),
                result.diff(),
                result.tolerance(),
                result.unit(),
                cells,
                result.message());
    }

    /** The tables, in printed order. */
    List<TableView> tables() {
        List<TableView> views = new ArrayList<>();
        for (Table table : audit.document().tables()) {
            views.add(table(views.size(), table));
        }
        return views;
    }

    private static TableView table(int index, Table table) {
        Map<String, List<Integer>> sides = new LinkedHashMap<>();
        for (int r = 0; r < table.rows().size(); r++) {
            Side side = table.rows().get(r).side();
            sides.computeIfAbsent(side == null ? "" : side.printed(), key -> new ArrayList<>())
                    .add(r);
        }
        List<Half> halves = new ArrayList<>();
        sides.forEach((side, rows) -> halves.add(half(index, table, side, rows)));
        return new TableView(
                index + 1,
                table.topic(),
                Objects.requireNonNullElse(table.form(), ""),
                table.title(),
                table.unit().printed(),
                table.first().rowLabel() + " 至 " + table.last().rowLabel(),
                table.notes(),
                halves);
    }

    private static Half half(int index, Table table, String side, List<Integer> rows) {
        Set<String> used = new LinkedHashSet<>();
        boolean codes = false;
        for (int r : rows) {
            used.addAll(table.rows().get(r).cells().keySet());
            codes |= table.rows().get(r).code() != null;
        }
        List<String> columns = table.columns().stream()
                .map(Column::name)
                .filter(used::contains)
                .distinct()
                .toList();
        List<RowView> views = rows.stream()
                .map(r -> row(table, table.rows().get(r), Anchors.row(index, r), columns))
                .toList();
        return new Half(side, codes, columns, views);
    }

    private static RowView row(Table table, Row row, String anchor, List<String> columns) {
        List<String> order = List.copyOf(row.cells().keySet());
        List<@Nullable CellView> cells = new ArrayList<>();
        for (String column : columns) {
            Cell cell = row.cells().get(column);
            cells.add(cell == null ? null : cell(table, cell, Anchors.cell(anchor, order.indexOf(column))));
        }
        String resolved = row.resolvedCode();
        return new RowView(
                anchor,
                Objects.requireNonNullElse(row.code(), ""),
                resolved == null || resolved.equals(row.code()) || row.side() != null ? "" : resolved,
                row.name(),
                level(row),
                row.place().rowLabel(),
                row.repeated(),
                cells);
    }

    private static CellView cell(Table table, Cell cell, String anchor) {
        return new CellView(
                anchor,
                cell.amount() == null ? "" : cell.amount().print(table.unit(), table.decimals()),
                cell.printed(),
                cell.amount() == null ? null : cell.amount().fen(),
                cell.place().label());
    }

    private static int level(Row row) {
        String code = row.effectiveCode();
        if (row.under() != null) {
            return 2;
        }
        if (code == null || row.side() != null) {
            return row.name().endsWith("计") ? 1 : 0;
        }
        return code.length() <= CLASS_CODE ? 1 : code.length() <= DIVISION_CODE ? 2 : 3;
    }

    /** The sentences, in printed order. */
    List<SentenceView> sentences() {
        record Sentence(Place place, String text, String section) {}
        Map<Sentence, List<SentenceView.Figure>> sentences = new LinkedHashMap<>();
        List<NarrativeFigure> narrative = audit.document().narrative();
        for (int n = 0; n < narrative.size(); n++) {
            NarrativeFigure figure = narrative.get(n);
            sentences
                    .computeIfAbsent(
                            new Sentence(figure.place(), figure.sentence(), figure.section()), key -> new ArrayList<>())
                    .add(new SentenceView.Figure(
                            Anchors.figure(n), figure.key(), figure.value(), figure.unit(), figure.offset()));
        }
        return sentences.entrySet().stream()
                .map(entry -> new SentenceView(
                        entry.getKey().section(),
                        entry.getKey().place().label(),
                        entry.getKey().text(),
                        entry.getValue()))
                .toList();
    }

    /** What other engines found. */
    List<ListingView> listings() {
        List<ListingView> views = new ArrayList<>();
        for (Supplement supplement : audit.supplements()) {
            for (Listing listing : supplement.listings()) {
                List<ListingView.LineView> lines = new ArrayList<>();
                for (Supplement.Line line : listing.lines()) {
                    lines.add(new ListingView.LineView(
                            Anchors.line(views.size(), lines.size()),
                            line.place().label(),
                            line.cells()));
                }
                views.add(new ListingView(listing.title(), listing.note(), supplement.columns(), lines));
            }
        }
        return views;
    }

    /** What could not be read as it stood. */
    List<ProblemView> problems() {
        return audit.document().problems().stream()
                .map(problem -> new ProblemView(
                        problem.code().id(),
                        problem.place() == null ? "" : problem.place().label(),
                        problem.found(),
                        problem.message()))
                .toList();
    }
}
