package org.tongchou.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/** Errors in tables. */
final class TableErrors {
    private static final int CLASS_DIGITS = 3;
    private static final int DIVISION_DIGITS = 5;
    private static final int ITEM_DIGITS = 7;

    private TableErrors() {}

    static List<ErrorKind> all() {
        List<ErrorKind> kinds = new ArrayList<>();
        for (String topic : List.of("收入", "支出", "一般公共预算支出")) {
            kinds.add(digit(
                    "item-" + topic, topic + "表项级科目的一个数字印错", spot -> in(spot, topic) && coded(spot, ITEM_DIGITS)));
        }
        kinds.add(digit("division-subtotal", "款级小计印错", spot -> coded(spot, DIVISION_DIGITS) && functional(spot)));
        kinds.add(digit("class-subtotal", "类级小计印错", spot -> coded(spot, CLASS_DIGITS) && functional(spot)));
        kinds.add(digit("table-total", "合计行印错", spot -> spot.row().role().equals("合计")));
        kinds.add(digit("economic-item", "经济分类款级金额印错", spot -> economic(spot) && coded(spot, DIVISION_DIGITS)));
        kinds.add(digit("economic-class", "经济分类类级金额印错", spot -> economic(spot) && coded(spot, CLASS_DIGITS)));
        kinds.add(digit(
                "economic-total",
                "人员经费或公用经费合计印错",
                spot -> economic(spot) && spot.row().effectiveCode() == null));
        kinds.add(digit(
                "grand-income", "总表收入项印错", spot -> in(spot, "总表") && spot.row().side() == Side.INCOME));
        kinds.add(digit(
                "grand-expense", "总表支出项印错", spot -> in(spot, "总表") && spot.row().side() == Side.EXPENSE));
        kinds.add(digit(
                "grand-carry-over",
                "总表结转结余印错",
                spot -> in(spot, "总表") && spot.row().role().contains("结转")));
        kinds.add(digit(
                "grand-total",
                "总表总计印错",
                spot -> in(spot, "总表") && spot.row().role().equals("总计")));
        kinds.add(digit(
                "fiscal-income",
                "财政拨款总表收入印错",
                spot -> in(spot, "财政拨款总表") && spot.row().side() == Side.INCOME));
        kinds.add(digit(
                "fiscal-expense",
                "财政拨款总表支出印错",
                spot -> in(spot, "财政拨款总表") && spot.row().side() == Side.EXPENSE));
        kinds.add(digit("three-public", "“三公”经费表印错", spot -> in(spot, "三公经费")));
        kinds.add(digit("government-fund", "政府性基金表印错", spot -> in(spot, "政府性基金")));
        kinds.add(
                new ErrorKind("digit-lost", "漏印一位数字", (s, r) -> cell(s, r, TableErrors::any, TableErrors::dropDigit)));
        kinds.add(new ErrorKind(
                "point-shifted", "小数点错位", (s, r) -> cell(s, r, TableErrors::any, TableErrors::shiftPoint)));
        kinds.add(new ErrorKind("cell-blank", "金额漏印", (s, r) -> cell(s, r, TableErrors::any, text -> "")));
        kinds.add(new ErrorKind("sign-turned", "正数印成负数", (s, r) -> cell(s, r, TableErrors::any, text -> "-" + text)));
        kinds.add(new ErrorKind("columns-swapped", "同一行两个金额互换", TableErrors::swapColumns));
        kinds.add(new ErrorKind("rows-swapped", "两行金额互换", TableErrors::swapRows));
        kinds.add(new ErrorKind("names-swapped", "两行科目名称互换", TableErrors::swapNames));
        kinds.add(new ErrorKind("name-wrong", "科目名称与编码不符", TableErrors::wrongName));
        kinds.add(new ErrorKind("code-wrong", "科目编码印错", TableErrors::wrongCode));
        kinds.add(new ErrorKind("row-missing", "漏掉一行", TableErrors::dropRow));
        kinds.add(new ErrorKind("row-twice", "一行印了两次", TableErrors::repeatRow));
        kinds.add(new ErrorKind("table-missing", "缺一张表", TableErrors::dropTable));
        kinds.add(new ErrorKind("unit-wrong", "表的金额单位写错", TableErrors::wrongUnit));
        return kinds;
    }

    private static ErrorKind digit(String id, String says, Predicate<Specimen.Spot> where) {
        return new ErrorKind(
                id,
                says,
                (specimen, random) -> cell(specimen, random, where, text -> Specimen.changeDigit(text, random)));
    }

    private static boolean any(Specimen.Spot spot) {
        return !spot.row().repeated();
    }

    private static boolean in(Specimen.Spot spot, String topic) {
        return spot.table().topic().equals(topic);
    }

    private static boolean economic(Specimen.Spot spot) {
        return spot.table().topic().endsWith("支出经济分类");
    }

    private static boolean functional(Specimen.Spot spot) {
        return !economic(spot) && spot.row().side() == null;
    }

    private static boolean coded(Specimen.Spot spot, int digits) {
        String code = spot.row().effectiveCode();
        return code != null && code.length() == digits;
    }

    private static Optional<Planted> cell(
            Specimen specimen, Random random, Predicate<Specimen.Spot> where, UnaryOperator<String> change) {
        return Specimen.pick(specimen.spots(where), random).map(spot -> {
            Place place = spot.cell().place();
            String before = specimen.text(place);
            String after = change.apply(before);
            return new Planted(
                    specimen.withCell(place, after),
                    Set.of(place),
                    spot.table().topic() + " " + label(spot.row()) + " " + spot.column() + " " + before + " → "
                            + after);
        });
    }

    private static String label(Row row) {
        return row.effectiveCode() == null ? row.name() : row.effectiveCode() + row.name();
    }

    private static String dropDigit(String text) {
        return text.length() > 1 ? text.substring(1).replaceFirst("^,", "") : "9" + text;
    }

    private static String shiftPoint(String text) {
        BigDecimal value = new BigDecimal(text.replace(",", ""));
        return value.movePointRight(1)
                .setScale(value.scale(), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static Optional<Planted> swapColumns(Specimen specimen, Random random) {
        List<Row> rows = specimen.spots(TableErrors::any).stream()
                .map(Specimen.Spot::row)
                .distinct()
                .filter(row -> different(row).size() >= 2)
                .toList();
        return Specimen.pick(rows, random).map(row -> {
            List<Cell> cells = different(row);
            Place first = cells.get(0).place();
            Place second = cells.get(1).place();
            return new Planted(
                    swapped(specimen, first, second), Set.of(first, second), label(row) + "：" + first + " ↔ " + second);
        });
    }

    /** One cell for each different amount of a row, blanks included. */
    private static List<Cell> different(Row row) {
        Map<Long, Cell> byAmount = new LinkedHashMap<>();
        row.figures().forEach(cell -> byAmount.putIfAbsent(cell.orZero().fen(), cell));
        return List.copyOf(byAmount.values());
    }

    private static RawDocument swapped(Specimen specimen, Place first, Place second) {
        String one = specimen.text(first);
        String two = specimen.text(second);
        return specimen.with(specimen.withCell(first, two)).withCell(second, one);
    }

    /** Swaps two rows under different parents: a swap under one parent keeps every sum and leaves no trace. */
    private static Optional<Planted> swapRows(Specimen specimen, Random random) {
        Predicate<Specimen.Spot> leaf =
                spot -> coded(spot, ITEM_DIGITS) || (economic(spot) && coded(spot, DIVISION_DIGITS));
        return Specimen.pick(specimen.spots(leaf), random)
                .flatMap(spot -> Specimen.pick(
                                specimen.spots(leaf.and(other -> other.table().equals(spot.table())
                                        && other.column().equals(spot.column())
                                        && !parent(other).equals(parent(spot))
                                        && other.cell()
                                                        .orZero()
                                                        .compareTo(spot.cell().orZero())
                                                != 0)),
                                random)
                        .map(other -> {
                            Place first = spot.cell().place();
                            Place second = other.cell().place();
                            return new Planted(
                                    swapped(specimen, first, second),
                                    Set.of(first, second),
                                    spot.table().topic() + " " + label(spot.row()) + " ↔ " + label(other.row()));
                        }));
    }

    private static String parent(Specimen.Spot leaf) {
        String code = String.valueOf(leaf.row().effectiveCode());
        return code.substring(0, code.length() - 2);
    }

    private static List<Specimen.Spot> codedRows(Specimen specimen, Predicate<Specimen.Spot> more) {
        return specimen.spots(spot -> spot.row().code() != null && more.test(spot));
    }

    /** The cells of a raw row that hold a text, 1-based. */
    private static Optional<Place> cellWith(Specimen specimen, Place row, String text) {
        for (int i = 1; i <= 30; i++) {
            Place place = row.withCell(i);
            try {
                if (specimen.text(place).replaceAll("\\s", "").equals(text)) {
                    return Optional.of(place);
                }
            } catch (IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Set<Place> rowPlaces(Row row) {
        return row.figures().stream().map(cell -> cell.place().wholeRow()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Planted> swapNames(Specimen specimen, Random random) {
        return Specimen.pick(codedRows(specimen, spot -> true), random)
                .flatMap(spot -> Specimen.pick(
                                codedRows(
                                        specimen,
                                        other -> other.table().equals(spot.table())
                                                && !other.row()
                                                        .name()
                                                        .equals(spot.row().name())),
                                random)
                        .flatMap(other -> renamed(specimen, spot, other)));
    }

    private static Optional<Planted> renamed(Specimen specimen, Specimen.Spot spot, Specimen.Spot other) {
        Optional<Place> first =
                cellWith(specimen, spot.row().place(), spot.row().name());
        Optional<Place> second =
                cellWith(specimen, other.row().place(), other.row().name());
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Planted(
                swapped(specimen, first.get(), second.get()),
                Set.copyOf(List.of(spot.row().place(), other.row().place())),
                spot.table().topic() + " 名称 " + label(spot.row()) + " ↔ " + label(other.row())));
    }

    private static Optional<Planted> wrongName(Specimen specimen, Random random) {
        return Specimen.pick(codedRows(specimen, spot -> true), random)
                .flatMap(spot -> Specimen.pick(
                                codedRows(
                                        specimen,
                                        other -> !other.row()
                                                .name()
                                                .equals(spot.row().name())),
                                random)
                        .flatMap(other -> replaced(
                                specimen, spot, spot.row().name(), other.row().name())));
    }

    private static Optional<Planted> wrongCode(Specimen specimen, Random random) {
        return Specimen.pick(codedRows(specimen, spot -> true), random).flatMap(spot -> {
            String code = String.valueOf(spot.row().code());
            int at = 1 + random.nextInt(code.length() - 1);
            char digit = (char) ('0' + (code.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            return replaced(specimen, spot, code, code.substring(0, at) + digit + code.substring(at + 1));
        });
    }

    private static Optional<Planted> replaced(Specimen specimen, Specimen.Spot spot, String from, String to) {
        return cellWith(specimen, spot.row().place(), from)
                .map(place -> new Planted(
                        specimen.withCell(place, to),
                        rowPlaces(spot.row()),
                        spot.table().topic() + " " + label(spot.row()) + "：" + from + " → " + to));
    }

    private static Optional<Planted> dropRow(Specimen specimen, Random random) {
        return Specimen.pick(codedRows(specimen, spot -> !economic(spot)), random)
                .map(spot -> new Planted(
                        specimen.withRows(row -> row.place().equals(spot.row().place()) ? List.of() : List.of(row)),
                        parents(spot),
                        spot.table().topic() + " 删去 " + label(spot.row())));
    }

    /** The rows whose sums break when a row is gone: its parents, or else any row of the table. */
    private static Set<Place> parents(Specimen.Spot spot) {
        String code = String.valueOf(spot.row().effectiveCode());
        return spot.table().rows().stream()
                .filter(row -> row.role().equals("合计") || related(row.effectiveCode(), code))
                .flatMap(row -> rowPlaces(row).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean related(@Nullable String other, String code) {
        return other != null && (code.startsWith(other) || other.startsWith(code));
    }

    private static Optional<Planted> repeatRow(Specimen specimen, Random random) {
        return Specimen.pick(codedRows(specimen, spot -> !economic(spot)), random)
                .map(spot -> new Planted(
                        specimen.withRows(row -> row.place().equals(spot.row().place())
                                ? List.of(row, new RawRow(row.cells(), row.place()))
                                : List.of(row)),
                        parents(spot),
                        spot.table().topic() + " 重复 " + label(spot.row())));
    }

    private static Optional<Planted> dropTable(Specimen specimen, Random random) {
        return Specimen.pick(specimen.document().tables(), random).map(table -> {
            Set<Place> gone = table.rows().stream().map(Row::place).collect(Collectors.toUnmodifiableSet());
            return new Planted(
                    specimen.withBlocks(block -> block instanceof RawTable raw
                                    && raw.rows().stream().anyMatch(row -> gone.contains(row.place()))
                            ? List.of()
                            : List.of(block)),
                    Set.of(),
                    "删去 " + table.title());
        });
    }

    private static Optional<Planted> wrongUnit(Specimen specimen, Random random) {
        Function<Table, Optional<Paragraph>> unitLine = table -> specimen.raw().blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .filter(paragraph ->
                        paragraph.text().contains("单位：" + table.unit().printed()))
                .filter(paragraph -> between(specimen, paragraph.place(), table))
                .reduce((a, b) -> b);
        return Specimen.pick(
                        specimen.document().tables().stream()
                                .filter(table -> unitLine.apply(table).isPresent())
                                .filter(table -> table.rows().stream()
                                        .anyMatch(row -> row.figures().stream()
                                                .anyMatch(cell -> !cell.orZero().isZero())))
                                .toList(),
                        random)
                .map(table -> {
                    Place place = unitLine.apply(table).orElseThrow().place();
                    String other = table.unit().printed().equals("元") ? "万元" : "元";
                    return new Planted(
                            specimen.withParagraph(
                                    place,
                                    text -> text.replace("单位：" + table.unit().printed(), "单位：" + other)),
                            tablePlaces(table),
                            table.title() + " 单位改为 " + other);
                });
    }

    private static boolean between(Specimen specimen, Place line, Table table) {
        List<Block> blocks = specimen.raw().blocks();
        int at = -1;
        int rows = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).place().equals(line)) {
                at = i;
            }
            if (rows < 0
                    && blocks.get(i) instanceof RawTable raw
                    && raw.rows().stream()
                            .anyMatch(row -> table.rows().stream()
                                    .anyMatch(r -> r.place().equals(row.place())))) {
                rows = i;
            }
        }
        return at >= 0 && at < rows && rows - at <= 4;
    }

    private static Set<Place> tablePlaces(Table table) {
        return table.rows().stream()
                .flatMap(row -> row.figures().stream())
                .map(Cell::place)
                .collect(Collectors.toUnmodifiableSet());
    }
}
