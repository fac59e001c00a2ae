package org.tongchou.platform.performance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.accounts.Spending;

/** The expenditure of the books as the table that it will be published in, for checks against the accounts. */
final class BooksTable {
    private static final String TOPIC = "支出";
    private static final String COLUMN = "合计";
    private static final Place NOWHERE = Place.line(1);

    private BooksTable() {}

    /** The accounts with one table: what was spent by functional code. */
    static AccountsDocument of(int year, List<Spending.Sum> sums) {
        Map<String, Long> byCode = new TreeMap<>();
        sums.forEach(sum -> byCode.merge(sum.functionalCode(), sum.executedFen(), Math::addExact));
        List<Row> rows = new ArrayList<>();
        byCode.forEach((code, fen) -> rows.add(new Row(
                null,
                null,
                code,
                code,
                code,
                code,
                null,
                Map.of(COLUMN, new Cell(Money.ofFen(fen), Money.ofFen(fen).toString(), NOWHERE)),
                false,
                NOWHERE)));
        Table table = new Table(
                TOPIC,
                "",
                null,
                "账套支出",
                MoneyUnit.YUAN,
                2,
                List.of(new Column(COLUMN, COLUMN)),
                rows,
                List.of(),
                NOWHERE,
                NOWHERE);
        return new AccountsDocument(
                "",
                new DocumentMeta(null, null, year, DocumentKind.FINAL, MoneyUnit.YUAN, List.of()),
                List.of(table),
                List.of(),
                List.of(),
                new RawDocument("", Medium.TEXT, List.of(), List.of()));
    }
}
