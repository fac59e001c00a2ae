package org.tongchou.accounts.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;

/**
 * Tells an error of the published document from damage done when its text was extracted: a relation over a row that
 * could not be read as it stood proves nothing against the document. A row whose own figures add up has been read well.
 */
final class ReadingDamage {
    private static final Set<ProblemCode> DAMAGE = Set.of(
            ProblemCode.ROW_SHIFTED,
            ProblemCode.ROW_UNREADABLE,
            ProblemCode.NUMBER_UNREADABLE,
            ProblemCode.CODE_TRUNCATED,
            ProblemCode.TABLE_TOO_LARGE);

    /** Groups whose sums run over rows: a row that could not be read is missing from them. */
    private static final Set<String> SUMS_OVER_ROWS = Set.of("parent", "total", "balance", "code");

    private final Map<Place, Problem> byRow = new HashMap<>();
    private final Map<String, Problem> lostRows = new HashMap<>();
    private final Scope scope;

    ReadingDamage(Scope scope, List<CheckResult> results) {
        this.scope = scope;
        Set<Place> soundRows = new HashSet<>();
        results.stream()
                .filter(result -> result.group().equals("row") && result.outcome() == Outcome.PASS)
                .forEach(result -> result.cells()
                        .forEach(cell -> soundRows.add(cell.place().wholeRow())));
        for (Problem problem : scope.document().problems()) {
            Place place = problem.place();
            if (place != null && problem.code() == ProblemCode.ROW_UNREADABLE) {
                scope.document().tables().stream()
                        .filter(table -> isWithin(place, table))
                        .forEach(table -> lostRows.putIfAbsent(table.topic(), problem));
            }
            if (place != null && DAMAGE.contains(problem.code()) && !soundRows.contains(place.wholeRow())) {
                byRow.putIfAbsent(place.wholeRow(), problem);
            }
        }
    }

    /** The result, as a warning when damage or figures that no layout knows may explain that it does not hold. */
    CheckResult explain(CheckResult result) {
        if (result.outcome() != Outcome.FAIL) {
            return result;
        }
        for (CheckResult.CellRef cell : result.cells()) {
            Problem problem = byRow.get(cell.place().wholeRow());
            if (problem != null && !cell.topic().isEmpty()) {
                return Results.warning(result, Cause.EXTRACTION, "可能是文本提取所致：" + problem.line());
            }
        }
        if (SUMS_OVER_ROWS.contains(result.group())) {
            for (CheckResult.CellRef cell : result.cells()) {
                Problem problem = lostRows.get(cell.topic());
                if (problem != null) {
                    return Results.warning(result, Cause.EXTRACTION, "表中有一行未能识别：" + problem.line());
                }
            }
        }
        return result.left() == null || !Set.of("balance", "row").contains(result.group())
                ? result
                : unknownFigures(result);
    }

    private static boolean isWithin(Place place, Table table) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Row row : table.rows()) {
            if (row.place().part().equals(place.part())) {
                first = Math.min(first, row.place().row());
                last = Math.max(last, row.place().row());
            }
        }
        return place.row() >= first - 1 && place.row() <= last + 1;
    }

    private CheckResult unknownFigures(CheckResult result) {
        for (String topic : result.cells().stream()
                .map(CheckResult.CellRef::topic)
                .distinct()
                .toList()) {
            for (Table table : scope.tables(topic)) {
                List<String> unknown = unknown(table);
                if (!unknown.isEmpty()) {
                    return Results.warning(result, Cause.EXPLAINABLE, "表中有未识别的项目：" + String.join("、", unknown));
                }
            }
        }
        return result;
    }

    private List<String> unknown(Table table) {
        var words = scope.vocabulary().topics().get(table.topic());
        if (words == null) {
            return List.of();
        }
        return java.util.stream.Stream.concat(
                        table.columns().stream()
                                .filter(column -> !words.columns().contains(column.role()))
                                .filter(column -> table.rows().stream().anyMatch(row -> printed(row, column.name())))
                                .map(column -> column.name()),
                        table.rows().stream()
                                .filter(row -> row.effectiveCode() == null && row.under() == null && !row.repeated())
                                .filter(row -> !words.rows().contains(row.role()))
                                .filter(row -> row.cells().keySet().stream().anyMatch(name -> printed(row, name)))
                                .map(Row::name))
                .distinct()
                .toList();
    }

    private static boolean printed(Row row, String column) {
        var cell = row.cells().get(column);
        return cell != null && !cell.orZero().isZero();
    }
}
