package org.tongchou.accounts.report;

import static org.tongchou.accounts.report.HtmlPage.add;
import static org.tongchou.accounts.report.HtmlPage.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;

/** Shows an accounts table with the cells that findings are about marked and linked. */
final class HtmlTable {
    private static final int LONG_FLAT_TABLE = 45;
    private static final int ABREAST = 3;

    private final Table table;
    private final int index;
    private final Marks marks;

    HtmlTable(Table table, int index, Marks marks) {
        this.table = table;
        this.index = index;
        this.marks = marks;
    }

    /** How many findings that are FAIL are about cells or rows of the table. */
    int failing() {
        Set<Integer> numbers = new HashSet<>();
        for (int r = 0; r < table.rows().size(); r++) {
            String anchor = Marks.row(index, r);
            collect(anchor, numbers);
            for (int c = 0; c < table.rows().get(r).cells().size(); c++) {
                collect(Marks.cell(anchor, c), numbers);
            }
        }
        return numbers.size();
    }

    private void collect(String anchor, Set<Integer> numbers) {
        marks.on(anchor).stream()
                .filter(Marks.Mark::isFail)
                .map(Marks.Mark::number)
                .forEach(numbers::add);
    }

    void render(Element parent) {
        List<Numbered> rows = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            rows.add(new Numbered(Marks.row(index, r), table.rows().get(r)));
        }
        boolean twoSided =
                rows.stream().map(Numbered::row).map(Row::side).distinct().count() > 1;
        if (twoSided) {
            twoSided(add(parent, "div", "scroll"), rows);
        } else if (table.columns().size() == 1 && rows.size() > LONG_FLAT_TABLE) {
            abreast(add(parent, "div", "scroll abreast"), rows);
        } else {
            oneSided(add(parent, "div", "scroll"), rows);
        }
    }

    private record Numbered(String anchor, Row row) {}

    private void abreast(Element parent, List<Numbered> rows) {
        int part = (rows.size() + ABREAST - 1) / ABREAST;
        for (int start = 0; start < rows.size(); start += part) {
            oneSided(parent, rows.subList(start, Math.min(start + part, rows.size())));
        }
    }

    private void oneSided(Element parent, List<Numbered> rows) {
        Half half = half(rows);
        Element html = add(parent, "table", "figures");
        Element head = add(add(html, "thead", ""), "tr", "");
        half.header(head);
        Element body = add(html, "tbody", "");
        for (Numbered row : rows) {
            half.cells(add(body, "tr", row.row().repeated() ? "repeated" : ""), row);
        }
    }

    /** Income and expenditure that are printed in one line stand in one line here too. */
    private void twoSided(Element parent, List<Numbered> rows) {
        List<Numbered> income =
                rows.stream().filter(row -> row.row().side() == Side.INCOME).toList();
        List<Numbered> expense =
                rows.stream().filter(row -> row.row().side() != Side.INCOME).toList();
        Half left = half(income);
        Half right = half(expense);
        Element html = add(parent, "table", "figures two-sided");
        Element head = add(html, "thead", "");
        Element sides = add(head, "tr", "");
        header(sides, Side.INCOME.printed(), left.width());
        header(sides, Side.EXPENSE.printed(), right.width());
        Element names = add(head, "tr", "");
        left.header(names);
        right.header(names);
        Element body = add(html, "tbody", "");
        for (Numbered[] pair : pairs(income, expense)) {
            Element line = add(body, "tr", "");
            left.cells(line, pair[0]);
            right.cells(line, pair[1]);
        }
    }

    private static List<@Nullable Numbered[]> pairs(List<Numbered> income, List<Numbered> expense) {
        Map<Object, @Nullable Numbered[]> lines = new LinkedHashMap<>();
        List<@Nullable Numbered[]> pairs = new ArrayList<>();
        for (Numbered row : income) {
            @Nullable Numbered[] pair = {row, null};
            lines.putIfAbsent(row.row().place().wholeRow(), pair);
            pairs.add(pair);
        }
        int last = 0;
        for (Numbered row : expense) {
            @Nullable Numbered[] pair = lines.get(row.row().place().wholeRow());
            if (pair != null && pair[1] == null) {
                pair[1] = row;
                last = pairs.indexOf(pair) + 1;
            } else {
                pairs.add(last, new @Nullable Numbered[] {null, row});
                last++;
            }
        }
        return pairs;
    }

    private Half half(List<Numbered> rows) {
        Set<String> used = new LinkedHashSet<>();
        rows.forEach(row -> used.addAll(row.row().cells().keySet()));
        List<String> columns = table.columns().stream()
                .map(Column::name)
                .filter(used::contains)
                .distinct()
                .toList();
        boolean lines = rows.stream().anyMatch(row -> row.row().line() != null);
        boolean codes = rows.stream().anyMatch(row -> row.row().code() != null);
        return new Half(columns, lines, codes);
    }

    /**
     * The columns of one half of a table, or of a whole one-sided table.
     */
    private final class Half {
        private final List<String> columns;
        private final boolean lines;
        private final boolean codes;

        Half(List<String> columns, boolean lines, boolean codes) {
            this.columns = columns;
            this.lines = lines;
            this.codes = codes;
        }

        int width() {
            return columns.size() + 1 + (lines ? 1 : 0) + (codes ? 1 : 0);
        }

        void header(Element row) {
            if (codes) {
                HtmlPage.header(row, "科目编码", 1);
            }
            HtmlPage.header(row, "项目", 1);
            if (lines) {
                HtmlPage.header(row, "行次", 1);
            }
            columns.forEach(column -> HtmlPage.header(row, column, 1).attr("class", "n"));
        }

        void cells(Element line, @Nullable Numbered numbered) {
            if (numbered == null) {
                add(line, "td", "void").attr("colspan", String.valueOf(width()));
                return;
            }
            Row row = numbered.row();
            if (codes) {
                code(line, row);
            }
            List<Marks.Mark> rowMarks = marks.on(numbered.anchor());
            Element name = add(line, "th", ("name " + level(row) + " " + Marks.style(rowMarks)).strip(), row.name())
                    .attr("scope", "row")
                    .attr("id", numbered.anchor());
            name.attr("title", row.place().rowLabel() + (row.repeated() ? "，跨页重复，不重复计入" : ""));
            links(name, rowMarks);
            if (lines) {
                add(line, "td", "line", row.line() == null ? "" : String.valueOf(row.line()));
            }
            List<String> order = List.copyOf(row.cells().keySet());
            for (String column : columns) {
                Cell cell = row.cells().get(column);
                if (cell == null) {
                    add(line, "td", "n");
                } else {
                    figure(line, cell, Marks.cell(numbered.anchor(), order.indexOf(column)));
                }
            }
        }

        private void code(Element line, Row row) {
            Element cell = add(line, "td", "code", row.code() == null ? "" : row.code());
            String resolved = row.resolvedCode();
            if (resolved != null && !resolved.equals(row.code())) {
                add(cell, "span", "resolved", "→" + resolved).attr("title", "识别为 " + resolved);
            }
        }

        private void figure(Element line, Cell cell, String anchor) {
            List<Marks.Mark> cellMarks = marks.on(anchor);
            Element td = add(line, "td", ("n " + Marks.style(cellMarks)).strip());
            td.attr("id", anchor).attr("title", cell.place().label() + "，原文“" + cell.printed() + "”");
            td.text(cell.amount() == null ? "" : cell.amount().print(table.unit(), table.decimals()));
            if (cell.amount() != null && cell.amount().isZero()) {
                td.addClass("zero");
            }
            links(td, cellMarks);
        }
    }

    /** Indents by the depth of the classification. */
    private static String level(Row row) {
        String code = row.effectiveCode();
        if (row.under() != null) {
            return "level2";
        }
        if (code == null || row.side() != null) {
            return row.name().endsWith("计") ? "level1" : "";
        }
        return code.length() <= 3 ? "level1" : code.length() <= 5 ? "level2" : "level3";
    }

    static void links(Element cell, List<Marks.Mark> marks) {
        for (Marks.Mark mark : marks) {
            String word = Labels.outcome(mark.result().outcome());
            add(cell, "a", "ref", String.valueOf(mark.number()))
                    .attr("href", "#" + mark.anchor())
                    .attr(
                            "title",
                            word + " " + mark.number() + "：" + mark.result().message())
                    .attr("aria-label", word + "，见第 " + mark.number() + " 条");
        }
    }
}
