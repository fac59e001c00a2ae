package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;

/** Rules about single cells and rows of tables. */
final class CellRules {
    /** A figure below zero. */
    List<CheckResult> negative(Findings findings, Scope scope) {
        for (Table table : scope.document().tables()) {
            for (Row row : table.rows()) {
                row.cells().forEach((column, cell) -> {
                    if (cell.amount() == null) {
                        return;
                    }
                    CellRef ref = Resolver.ref(table, row, column, cell);
                    if (cell.amount().fen() < 0) {
                        findings.found(
                                table.topic() + "/" + row.role() + "/" + column,
                                "“" + table.topic() + "”表“" + row.name() + "”的" + column + "为负数 " + cell.printed(),
                                List.of(ref));
                    } else {
                        findings.fine(ref);
                    }
                });
            }
        }
        return findings.orNothing("文件中没有表格数据");
    }

    /** The cells of a row; the row itself when it has none. */
    static List<CellRef> refs(Table table, Row row) {
        List<CellRef> refs = new ArrayList<>();
        refs.add(new CellRef(table.topic(), row.name(), "", row.place()));
        for (Map.Entry<String, Cell> cell : row.cells().entrySet()) {
            refs.add(Resolver.ref(table, row, cell.getKey(), cell.getValue()));
        }
        return refs;
    }
}
