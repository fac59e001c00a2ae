package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** Documents for tests, and changes to them. */
final class TestDocuments {
    private TestDocuments() {}

    static AccountsDocument of(DocumentKind kind, List<Table> tables, List<NarrativeFigure> narrative) {
        return of(kind, tables, narrative, List.of());
    }

    static AccountsDocument of(
            DocumentKind kind, List<Table> tables, List<NarrativeFigure> narrative, List<Block> blocks) {
        return new AccountsDocument(
                "test.txt",
                new DocumentMeta("示例市", "示例市医疗保障局", 2024, kind, MoneyUnit.WAN_YUAN, List.of()),
                tables,
                narrative,
                List.of(),
                new RawDocument("test.txt", Medium.TEXT, blocks, List.of()));
    }

    static AccountsDocument withTables(AccountsDocument document, List<Table> tables) {
        return new AccountsDocument(
                document.file(), document.meta(), tables, document.narrative(), document.problems(), document.raw());
    }

    static AccountsDocument withUnits(AccountsDocument document, List<BudgetUnit> units) {
        DocumentMeta meta = document.meta();
        return new AccountsDocument(
                document.file(),
                new DocumentMeta(meta.region(), meta.bureau(), meta.year(), meta.kind(), meta.unit(), units),
                document.tables(),
                document.narrative(),
                document.problems(),
                document.raw());
    }

    static AccountsDocument withProblem(AccountsDocument document, Problem problem) {
        List<Problem> problems = new ArrayList<>(document.problems());
        problems.add(problem);
        return new AccountsDocument(
                document.file(), document.meta(), document.tables(), document.narrative(), problems, document.raw());
    }

    static AccountsDocument without(AccountsDocument document, String topic) {
        return withTables(
                document,
                document.tables().stream()
                        .filter(table -> !table.topic().equals(topic))
                        .toList());
    }

    /** Changes the rows of every table. */
    static AccountsDocument mapRows(AccountsDocument document, UnaryOperator<List<Row>> change) {
        return withTables(
                document,
                document.tables().stream()
                        .map(table -> withRows(table, change.apply(table.rows())))
                        .toList());
    }

    static Table withRows(Table table, List<Row> rows) {
        return new Table(
                table.topic(),
                table.layout(),
                table.form(),
                table.title(),
                table.unit(),
                table.decimals(),
                table.columns(),
                rows,
                table.notes(),
                table.first(),
                table.last());
    }

    /** Puts another amount into one cell. */
    static AccountsDocument withAmount(AccountsDocument document, Cell old, Money amount) {
        return mapRows(
                document,
                rows -> rows.stream()
                        .map(row -> row.cells().containsValue(old) ? withCell(row, old, amount) : row)
                        .toList());
    }

    private static Row withCell(Row row, Cell old, Money amount) {
        Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
        cells.replaceAll((column, cell) -> cell.equals(old) ? new Cell(amount, amount.toString(), cell.place()) : cell);
        return copy(row, cells, row.repeated());
    }

    static Row repeated(Row row) {
        return copy(row, row.cells(), true);
    }

    private static Row copy(Row row, Map<String, Cell> cells, boolean repeated) {
        return new Row(
                row.side(),
                row.line(),
                row.code(),
                row.resolvedCode(),
                row.name(),
                row.role(),
                row.under(),
                cells,
                repeated,
                row.place());
    }
}
