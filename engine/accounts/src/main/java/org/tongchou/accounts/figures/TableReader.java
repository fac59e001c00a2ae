package org.tongchou.accounts.figures;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.figures.AccountsFigures.Line;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.files.CsvFile;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyFormatException;
import org.tongchou.money.MoneyUnit;

/** Reads the CSV files of a figures folder. */
final class TableReader {
    private static final List<String> TOPICS =
            List.of("总表", "收入", "支出", "财政拨款总表", "一般公共预算支出", "基本支出经济分类", "支出经济分类", "三公经费", "政府性基金", "国有资本经营");
    private static final List<String> PRINTED_LABELS = List.of("side", "row", "name");

    private final DocumentReader.Head head;
    private final FigureProblems problems;

    TableReader(DocumentReader.Head head, FigureProblems problems) {
        this.head = head;
        this.problems = problems;
    }

    List<Line> base(BaseFile file, Path path) {
        String name = file.fileName();
        CsvFile csv = CsvFile.read(path);
        List<String> labels = file.byFund() ? List.of(file.keyColumn(), "fund") : List.of(file.keyColumn());
        List<String> columns = file.columns(head.document().kind());
        if (!usable(name, csv, labels)) {
            return List.of();
        }
        reportUnknownColumns(
                name,
                csv,
                Stream.of(labels, List.of("name"), columns)
                        .flatMap(List::stream)
                        .toList());
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (CsvFile.Row row : csv.rows()) {
            String key = csv.cell(row, file.keyColumn());
            String fund = csv.cell(row, "fund");
            if (!file.acceptsKey(key)) {
                wrong(name, row, file.keyColumn(), key, file.expectedKey());
            } else if (file.byFund() && !BaseFile.FUNDS.contains(fund)) {
                wrong(name, row, "fund", fund, String.join("、", BaseFile.FUNDS) + "之一");
            } else {
                Integer first = seen.putIfAbsent(fund + "/" + key, row.line());
                if (first != null) {
                    problems.invalid(name, row.line(), key, "与第 " + first + " 行重复：" + (fund + " " + key).strip());
                }
                lines.add(new Line(key, fund, csv.cell(row, "name"), amounts(name, csv, row, columns, head.amounts())));
            }
        }
        reportParents(name, seen);
        return lines;
    }

    /** A parent and its part in one file would be counted twice. */
    private void reportParents(String name, Map<String, Integer> lineOf) {
        lineOf.forEach((key, line) -> {
            String code = key.substring(key.indexOf('/') + 1);
            if (!code.isEmpty()) {
                lineOf.keySet().stream()
                        .filter(other -> other.startsWith(key) && other.length() > key.length())
                        .sorted()
                        .findFirst()
                        .ifPresent(part -> problems.invalid(
                                name,
                                line,
                                code,
                                "科目 " + code + " 下面还有 " + part.substring(part.indexOf('/') + 1) + "，合计由程序计算，应只写最细一级"));
            }
        });
    }

    FigureTable printed(String name, Path path) {
        String topic = String.valueOf(path.getFileName()).replaceFirst("\\.csv$", "");
        if (!TOPICS.contains(topic)) {
            problems.file(ProblemCode.FIGURES_INVALID, name, "文件名“" + topic + "”应为表的主题：" + String.join("、", TOPICS));
        }
        CsvFile csv = CsvFile.read(path);
        if (!usable(name, csv, List.of("row"))) {
            return new FigureTable(topic, List.of(), List.of());
        }
        List<String> columns = csv.header().stream()
                .filter(column -> !PRINTED_LABELS.contains(column))
                .toList();
        List<FigureRow> rows = new ArrayList<>();
        for (CsvFile.Row row : csv.rows()) {
            Optional<Side> side = side(csv.cell(row, "side"));
            if (side.isEmpty() && !csv.cell(row, "side").isEmpty()) {
                wrong(name, row, "side", csv.cell(row, "side"), "收入或支出");
            } else if (side.isEmpty() && topic.endsWith("总表")) {
                wrong(name, row, "side", "", "收入或支出");
            } else if (csv.cell(row, "row").isEmpty()) {
                wrong(name, row, "row", "", "科目编码或行的名目，如 合计");
            } else {
                rows.add(printedRow(name, csv, row, columns, side.orElse(null)));
            }
        }
        return new FigureTable(topic, columns, rows);
    }

    private FigureRow printedRow(String name, CsvFile csv, CsvFile.Row row, List<String> columns, @Nullable Side side) {
        return new FigureRow(
                side,
                csv.cell(row, "row"),
                csv.cell(row, "name"),
                amounts(name, csv, row, columns, head.document().unit()));
    }

    private static Optional<Side> side(String text) {
        return Stream.of(Side.values())
                .filter(side -> side.printed().equals(text))
                .findFirst();
    }

    private Map<String, Money> amounts(
            String name, CsvFile csv, CsvFile.Row row, List<String> columns, MoneyUnit unit) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        if (row.cells().size() > csv.header().size()) {
            problems.invalid(
                    name,
                    row.line(),
                    row.text(),
                    "应有 " + csv.header().size() + " 列，读到 " + row.cells().size() + " 列");
        }
        for (String column : columns) {
            String text = csv.cell(row, column);
            if (!text.isEmpty()) {
                try {
                    amounts.put(column, Money.parse(text, unit));
                } catch (MoneyFormatException e) {
                    wrong(name, row, column, text, "以" + unit.printed() + "为单位、精确到分的金额，如 " + example(unit));
                }
            }
        }
        return amounts;
    }

    private static String example(MoneyUnit unit) {
        return (unit == MoneyUnit.YUAN ? new BigDecimal("73285000.00") : new BigDecimal("7328.50")).toPlainString();
    }

    private boolean usable(String name, CsvFile csv, List<String> needed) {
        if (!csv.failure().isEmpty()) {
            problems.file(ProblemCode.FIGURES_INVALID, name, csv.failure());
            return false;
        }
        List<String> missing =
                needed.stream().filter(column -> !csv.header().contains(column)).toList();
        if (!missing.isEmpty()) {
            String found = String.join(",", csv.header());
            problems.add(ProblemCode.FIGURES_MISSING, name, 1, found, "第一行缺少列 " + String.join("、", missing));
        }
        return missing.isEmpty();
    }

    private void reportUnknownColumns(String name, CsvFile csv, List<String> known) {
        for (String column : csv.header()) {
            if (!known.contains(column)) {
                problems.add(
                        ProblemCode.FIGURES_INVALID,
                        name,
                        1,
                        column,
                        "不认识的列“" + column + "”，" + head.document().kind().printed() + "可用的列："
                                + String.join("、", known));
            }
        }
    }

    private void wrong(String name, CsvFile.Row row, String column, String found, String expected) {
        problems.invalid(name, row.line(), found, "列 " + column + " 的值“" + found + "”应为" + expected);
    }
}
