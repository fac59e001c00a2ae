package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** Builds tables for tests by hand; figures are given as printed, empty text is a blank. */
final class TestTable {
    private final String topic;
    private final int line;
    private final MoneyUnit unit;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    private TestTable(String topic, int line, MoneyUnit unit, List<Column> columns) {
        this.topic = topic;
        this.line = line;
        this.unit = unit;
        this.columns = columns;
    }

    /** A table that starts at a line; the columns' names are their roles. */
    static TestTable of(String topic, int line, MoneyUnit unit, String... columns) {
        return new TestTable(
                topic,
                line,
                unit,
                Arrays.stream(columns).map(name -> new Column(name, name)).toList());
    }

    /** A coded row. */
    TestTable code(String code, String name, String... figures) {
        return add(null, code, null, name, code, figures);
    }

    /** A named row of a one-sided table. */
    TestTable named(String role, String... figures) {
        return add(null, null, null, role, role, figures);
    }

    /** A row on the income side of a two-sided table. */
    TestTable income(String role, String figure) {
        return add(Side.INCOME, null, null, role, role, figure);
    }

    /** A row on the expense side; an expense class is given by its code. */
    TestTable expense(String role, String... figures) {
        return add(Side.EXPENSE, null, role.matches("\\d{3}") ? role : null, role, role, figures);
    }

    private TestTable add(
            @Nullable Side side,
            @Nullable String code,
            @Nullable String resolved,
            String name,
            String role,
            String... figures) {
        Place place = Place.line(line + rows.size() + 1);
        List<Column> own = columns;
        if (side != null && columns.size() != figures.length) {
            own = side == Side.INCOME ? columns.subList(0, 1) : columns.subList(1, columns.size());
        }
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < figures.length; i++) {
            Money amount = figures[i].isEmpty() ? null : Money.parse(figures[i], unit);
            cells.put(own.get(i).name(), new Cell(amount, figures[i], place.withCell(i + 2)));
        }
        rows.add(new Row(side, null, code, resolved, name, role, null, cells, false, place));
        return this;
    }

    Table build() {
        int decimals = rows.stream()
                .flatMap(row -> row.figures().stream())
                .mapToInt(cell -> cell.printed().contains(".")
                        ? cell.printed().length() - cell.printed().indexOf('.') - 1
                        : 0)
                .max()
                .orElse(0);
        return new Table(
                topic,
                "test",
                null,
                topic + "表",
                unit,
                decimals,
                columns,
                rows,
                List.of(),
                Place.line(line),
                Place.line(line + rows.size()));
    }
}
