package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Funding;

/** Reads the money block of a sheet. */
final class FundingRows {
    /** The single column of a sheet that only lists amounts. */
    static final String AMOUNT = "金额";

    private static final Pattern CIRCLED =
            Pattern.compile("(?<name>[\\p{IsHan}]+)(?:（[^）]*）|\\([^)]*\\))?(?<mark>[①-⑨]).*");
    private static final Pattern UNIT = Pattern.compile("[（(](?:单位[:：])?(?<unit>亿元|万元|元)[)）]|单位[:：]?(?<other>亿元|万元|元)");
    private static final Pattern DASH = Pattern.compile("[-—－–/]+");
    private static final int LEAST = 3;

    private final Words words;
    private final List<Header.Column> columns = new ArrayList<>();
    private final List<Funding.Line> rows = new ArrayList<>();
    private MoneyUnit unit = MoneyUnit.WAN_YUAN;

    FundingRows(Words words) {
        this.words = words;
    }

    Funding funding() {
        List<String> names = columns.isEmpty() && !rows.isEmpty()
                ? List.of(AMOUNT)
                : columns.stream().map(Header.Column::name).toList();
        return new Funding(unit, names, rows);
    }

    /** Takes a row above the indicators. */
    void row(Line line) {
        List<Line.Cell> filled = new ArrayList<>(line.filled());
        filled.forEach(cell -> unit(cell.text()));
        if (header(filled)) {
            return;
        }
        filled.removeIf(cell -> words.is("money", cell.text()) || words.is("frame", cell.text()));
        if (filled.isEmpty()) {
            return;
        }
        if (columns.isEmpty()) {
            pair(line, filled);
        } else {
            amounts(line, filled);
        }
    }

    private void unit(String text) {
        Matcher matcher = UNIT.matcher(text);
        if (matcher.find() && (words.is("money", text) || text.contains("资金") || text.startsWith("单位"))) {
            String found = matcher.group("unit") == null ? matcher.group("other") : matcher.group("unit");
            unit = MoneyUnit.of(found);
        }
    }

    private boolean header(List<Line.Cell> filled) {
        List<Header.Column> found = new ArrayList<>();
        for (Line.Cell cell : filled) {
            column(cell.text()).ifPresent(name -> found.add(new Header.Column("", name, cell.column())));
        }
        if (found.size() < LEAST) {
            return false;
        }
        columns.clear();
        columns.addAll(found);
        return true;
    }

    private Optional<String> column(String text) {
        Matcher matcher = CIRCLED.matcher(text);
        if (matcher.matches()) {
            return Optional.of(matcher.group("name") + matcher.group("mark"));
        }
        return words.is("moneyWithin", text) ? Optional.of(text) : words.funding(text);
    }

    /** 资金总额： | 268.00. */
    private void pair(Line line, List<Line.Cell> filled) {
        for (int i = 0; i + 1 < filled.size(); i++) {
            String name = bare(filled.get(i).text());
            Optional<PrintedNumber> amount =
                    PrintedNumber.find(filled.get(i + 1).text());
            boolean money = name.matches(".*(资金|总额|拨款|结余|结转|收入).*");
            if (money && amount.isPresent() && PrintedNumber.find(name).isEmpty()) {
                rows.add(
                        new Funding.Line(name.replaceFirst("^其中[：:]", ""), Map.of(AMOUNT, amount.get()), line.place()));
            }
        }
    }

    private void amounts(Line line, List<Line.Cell> filled) {
        int first = 0;
        while (first < filled.size() && !isAmount(filled.get(first).text())) {
            first++;
        }
        boolean named = first > 0 || filled.get(0).text().matches("\\d+[.．、]");
        if (first == 0 && named) {
            first = 1;
        }
        if (!named || !sourceName(filled.get(first - 1).text())) {
            return;
        }
        List<Line.Cell> numbers = filled.subList(first, filled.size());
        Map<String, PrintedNumber> best = byColumn(numbers, 0);
        List<Map<String, PrintedNumber>> others =
                List.of(inOrder(numbers), byColumn(numbers, 1), byColumn(numbers, -1), byColumn(numbers, 2));
        for (Map<String, PrintedNumber> other : others) {
            best = sense(other) > sense(best) ? other : best;
        }
        rows.add(new Funding.Line(bare(filled.get(first - 1).text()), best, line.place()));
    }

    /** How much sense a way of placing numbers makes: all of them placed, and a rate that is the share it says. */
    private static int sense(Map<String, PrintedNumber> values) {
        PrintedNumber rate = values.get("执行率");
        PrintedNumber budget = values.get("全年预算数");
        PrintedNumber executed = values.get("全年执行数");
        boolean share = rate != null
                && budget != null
                && executed != null
                && rate.value()
                                .multiply(budget.value())
                                .subtract(executed.value().movePointRight(2))
                                .abs()
                                .compareTo(budget.value().abs())
                        <= 0;
        return 2 * values.size() + (share ? 1 : 0);
    }

    /** A label without its colon. */
    private static String bare(String label) {
        return label.replaceFirst("[：:]$", "");
    }

    private static boolean sourceName(String text) {
        return text.length() <= 40 && !text.matches(".*(目标|指标|情况).*");
    }

    private static boolean isAmount(String text) {
        return !text.matches("\\d+[.．、]")
                && (amount(text).isPresent() || DASH.matcher(text).matches());
    }

    private static Optional<PrintedNumber> amount(String text) {
        return PrintedNumber.find(text.replaceFirst("[%％分]$", ""));
    }

    private Map<String, PrintedNumber> byColumn(List<Line.Cell> numbers, int shift) {
        Map<String, PrintedNumber> values = new LinkedHashMap<>();
        for (Header.Column column : columns) {
            numbers.stream()
                    .filter(cell -> cell.column() == column.at() + shift)
                    .findFirst()
                    .flatMap(cell -> amount(cell.text()))
                    .ifPresent(value -> values.put(column.name(), value));
        }
        return values;
    }

    private Map<String, PrintedNumber> inOrder(List<Line.Cell> numbers) {
        Map<String, PrintedNumber> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(numbers.size(), columns.size()); i++) {
            String name = columns.get(i).name();
            amount(numbers.get(i).text()).ifPresent(value -> values.put(name, value));
        }
        return values;
    }
}
