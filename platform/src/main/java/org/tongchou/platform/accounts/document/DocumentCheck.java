package org.tongchou.platform.accounts.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;

/**
 * A check's result as the console shows it.
 *
 * @param id id of the result
 * @param group group of the check
 * @param outcome PASS, FAIL, WARN or SKIP
 * @param expression the relation in Chinese
 * @param message one Chinese sentence
 * @param left left side as printed; empty when none
 * @param right right side as printed; empty when none
 * @param diff left minus right; empty when none
 * @param unit unit of the numbers
 * @param points the cells and sentences it is about
 */
record DocumentCheck(
        String id,
        String group,
        String outcome,
        String expression,
        String message,
        String left,
        String right,
        String diff,
        String unit,
        List<CheckPoint> points) {
    /**
     * A cell or a sentence.
     *
     * @param topic the table; empty for a sentence
     * @param side half of a two-sided table; null in others
     * @param row role of the row; key of the figure for a sentence
     * @param column role of the column; empty for a sentence or a whole row
     * @param label in Chinese
     */
    record CheckPoint(String topic, @Nullable String side, String row, String column, String label) {}

    /** The results of an audit and the reasons that are asked for, the worst first. */
    static List<DocumentCheck> of(Audit audit, int year, List<ReasonRule.DocumentReason> wanted) {
        Map<String, CheckPoint> cells = cells(audit);
        List<DocumentCheck> views = new ArrayList<>();
        for (ReasonRule.DocumentReason one : wanted) {
            for (ReasonRule.ReasonAsk ask : one.asks()) {
                views.add(new DocumentCheck(
                        "reason." + ask.limit() + "/" + one.key(),
                        "须说明原因",
                        one.missing() ? "WARN" : "PASS",
                        one.name() + "：" + ask.says(),
                        ask.says() + (one.missing() ? "，须说明原因；依据：" : "，已说明原因；依据：") + ask.source(),
                        "",
                        "",
                        "",
                        "",
                        List.of(new CheckPoint("", null, one.key(), "", one.name()))));
            }
        }
        for (CheckResult result : audit.results()) {
            views.add(new DocumentCheck(
                    result.id(),
                    result.group(),
                    result.outcome().name(),
                    SubjectNames.in(result.expression(), year),
                    SubjectNames.in(result.message(), year),
                    text(result.left()),
                    text(result.right()),
                    text(result.diff()),
                    result.unit(),
                    result.cells().stream()
                            .map(cell -> point(cell, year, cells))
                            .toList()));
        }
        List<String> order = List.of("FAIL", "WARN", "SKIP", "PASS");
        views.sort(java.util.Comparator.comparingInt(view -> order.indexOf(view.outcome())));
        return views;
    }

    private static String text(java.math.@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static CheckPoint point(CellRef cell, int year, Map<String, CheckPoint> cells) {
        return Optional.ofNullable(cells.get(cell.topic() + "|" + cell.place()))
                .orElseGet(() -> new CheckPoint(
                        cell.topic(),
                        null,
                        cell.row(),
                        "",
                        SubjectNames.in((cell.topic() + " " + cell.row()).strip(), year)));
    }

    /** Every cell that was read, by table and place. */
    private static Map<String, CheckPoint> cells(Audit audit) {
        Map<String, CheckPoint> cells = new HashMap<>();
        for (Table table : audit.document().tables()) {
            Map<String, String> roles = new HashMap<>();
            for (Column column : table.columns()) {
                roles.put(column.name(), column.role());
            }
            for (Row row : table.rows()) {
                String side = row.side() == null ? null : row.side().printed();
                String role = row.under() == null ? row.role() : row.under() + "/" + row.role();
                cells.put(
                        table.topic() + "|" + row.place(),
                        new CheckPoint(table.topic(), side, role, "", table.topic() + " " + row.name()));
                row.cells()
                        .forEach((name, cell) -> cells.put(
                                table.topic() + "|" + cell.place(),
                                new CheckPoint(
                                        table.topic(),
                                        side,
                                        role,
                                        roles.getOrDefault(name, name),
                                        table.topic() + " " + row.name() + " " + name)));
            }
        }
        return cells;
    }
}
