package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.classification.Classification.NameMatch;
import org.tongchou.accounts.classification.Subject;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;

/** Rules about classification codes and their names. */
final class CodeRules {
    private static final int SHORTEST_CUT_NAME = 4;
    private static final int MOST_SLIPS = 2;

    private final Classification classification = Classification.standard();

    /** A name that is not the code's; for codes the classification does not know, not the one printed elsewhere. */
    List<CheckResult> names(Findings findings, Scope scope) {
        Map<String, String> printedElsewhere = new HashMap<>();
        int year = year(scope);
        for (Table table : scope.document().tables()) {
            for (Row row : scope.tree(table).coded()) {
                if (row.code() == null || row.name().isEmpty()) {
                    continue;
                }
                String code = CodeTree.codeOf(row);
                boolean known = classification.knows(code);
                String elsewhere = printedElsewhere.putIfAbsent(code, row.name());
                String expected = known
                        ? classification.findName(code, year).orElse("")
                        : elsewhere == null ? row.name() : elsewhere;
                Classification names = known
                        ? classification
                        : Classification.of(List.of(new Subject(code, expected, null, null, "")));
                if (names.judge(code, row.name(), year) == NameMatch.DIFFERENT && !isCutOff(row.name(), expected)) {
                    findings.found(
                            table.topic() + "/" + code,
                            "“" + table.topic() + "”表科目编码 " + code + " 的名称为“" + row.name() + "”，应为“" + expected + "”",
                            CellRules.refs(table, row));
                } else {
                    findings.fine(CellRules.refs(table, row).get(0));
                }
            }
        }
        return findings.orNothing("文件中没有带科目编码的表格");
    }

    private static int year(Scope scope) {
        Integer year = scope.document().meta().year();
        return year == null ? 0 : year;
    }

    /** A narrow column may print only the beginning of a name. */
    private static boolean isCutOff(String printed, String name) {
        return printed.length() >= SHORTEST_CUT_NAME && name.startsWith(printed);
    }

    /** A code the classification does not know. */
    List<CheckResult> unknown(Findings findings, Scope scope) {
        for (Table table : scope.document().tables()) {
            for (Row row : scope.tree(table).coded()) {
                CellRef ref = CellRules.refs(table, row).get(0);
                if (classification.knows(CodeTree.codeOf(row))) {
                    findings.fine(ref);
                } else {
                    findings.found(
                            table.topic() + "/" + CodeTree.codeOf(row),
                            "“" + table.topic() + "”表科目编码 " + CodeTree.codeOf(row) + "（" + row.name() + "）不在科目表中",
                            List.of(ref));
                }
            }
        }
        return findings.orNothing("文件中没有带科目编码的表格");
    }

    /** A row that stands twice in one table: the same code, or the same named item with figures. */
    List<CheckResult> duplicates(Findings findings, Scope scope) {
        for (Table table : scope.document().tables()) {
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            for (Row row : table.rows()) {
                if (!row.repeated() && isItem(row, scope, table)) {
                    String code = CodeTree.codeOf(row);
                    String side = row.side() == null ? "" : row.side().printed();
                    rows.computeIfAbsent(side + (code.isEmpty() ? row.role() : code), any -> new ArrayList<>())
                            .add(row);
                }
            }
            rows.forEach((key, same) -> {
                List<CellRef> refs = same.stream()
                        .flatMap(row -> CellRules.refs(table, row).stream())
                        .toList();
                if (same.size() > 1) {
                    findings.found(
                            table.topic() + "/" + key,
                            "“" + table.topic() + "”表“" + key + " "
                                    + same.get(0).name() + "”出现 " + same.size() + " 次",
                            refs);
                } else {
                    findings.fine(refs.get(0));
                }
            });
        }
        return findings.orNothing("文件中没有可识别的表格行");
    }

    private static boolean isItem(Row row, Scope scope, Table table) {
        if (!CodeTree.codeOf(row).isEmpty()) {
            return true;
        }
        var words = scope.vocabulary().topics().get(table.topic());
        return words != null && words.rows().contains(row.role()) && !row.role().endsWith("计");
    }

    /** A code that stands before a smaller one, where a table is in the order of the classification but for that. */
    List<CheckResult> order(Findings findings, Scope scope) {
        for (String topic : findings.check().words("tables")) {
            for (Table table : scope.tables(topic)) {
                List<Row> rows = scope.tree(table).coded();
                List<Integer> slips = new ArrayList<>();
                for (int i = 1; i < rows.size(); i++) {
                    if (CodeTree.codeOf(rows.get(i)).compareTo(CodeTree.codeOf(rows.get(i - 1))) < 0) {
                        slips.add(i);
                    }
                }
                if (slips.size() > MOST_SLIPS) {
                    continue;
                }
                rows.forEach(row -> findings.fine(CellRules.refs(table, row).get(0)));
                for (int slip : slips) {
                    Row before = rows.get(slip - 1);
                    Row row = rows.get(slip);
                    List<CellRef> refs = new ArrayList<>(CellRules.refs(table, before));
                    refs.addAll(CellRules.refs(table, row));
                    findings.found(
                            topic + "/" + CodeTree.codeOf(row),
                            "“" + topic + "”表科目 " + CodeTree.codeOf(row) + " 排在 " + CodeTree.codeOf(before)
                                    + " 之后，未按编码顺序",
                            refs);
                }
            }
        }
        return findings.orNothing("文件中没有按科目编码排列的表格");
    }
}
