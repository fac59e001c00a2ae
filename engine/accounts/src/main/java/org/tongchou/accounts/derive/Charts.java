package org.tongchou.accounts.derive;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tongchou.accounts.derive.Form.ChartForm;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.ChartKind;
import org.tongchou.accounts.publish.Content.Series;

/** Charts of the change against last year and of structure. */
final class Charts {
    private final Facts facts;
    private final Map<String, FigureTable> tables;
    private final UnaryOperator<String> nameOf;
    private final String lastYear;
    private final String unit;

    /**
     * Creates the charts.
     *
     * @param facts the figures
     * @param tables tables for charts of classes
     * @param nameOf the name of a class code
     * @param lastYear name of last year's series
     * @param unit unit of money
     */
    Charts(Facts facts, Map<String, FigureTable> tables, UnaryOperator<String> nameOf, String lastYear, String unit) {
        this.facts = facts;
        this.tables = tables;
        this.nameOf = nameOf;
        this.lastYear = lastYear;
        this.unit = unit;
    }

    /** The chart; empty when too little is known to draw it. */
    Optional<Chart> draw(ChartForm form) {
        return ChartKind.valueOf(form.kind()) == ChartKind.BARS ? bars(form) : ring(form);
    }

    private Optional<Chart> bars(ChartForm form) {
        List<String> keys = form.keys().stream()
                .filter(key -> facts.find(key).isPresent() && facts.prior(key).isPresent())
                .toList();
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Series before = new Series(lastYear, keys.stream().map(this::prior).toList());
        Series now = new Series(
                lastYear.replace("上年", "本年"), keys.stream().map(this::value).toList());
        List<String> names = keys.stream().map(Charts::label).toList();
        return Optional.of(new Chart(form.title(), ChartKind.BARS, unit, names, List.of(before, now)));
    }

    private BigDecimal value(String key) {
        return facts.find(key).map(Fact::printed).orElse(BigDecimal.ZERO);
    }

    private BigDecimal prior(String key) {
        return facts.prior(key).map(amount -> facts.money(amount).printed()).orElse(BigDecimal.ZERO);
    }

    private Optional<Chart> ring(ChartForm form) {
        List<Slice> slices = Stream.concat(
                        form.keys().stream().map(key -> new Slice(label(key), value(key))),
                        form.slices() == null ? Stream.empty() : classes(form.slices()))
                .filter(slice -> slice.value().signum() > 0)
                .toList();
        if (slices.size() < 2) {
            return Optional.empty();
        }
        Series series =
                new Series(form.title(), slices.stream().map(Slice::value).toList());
        return Optional.of(new Chart(
                form.title(),
                ChartKind.RING,
                unit,
                slices.stream().map(Slice::name).toList(),
                List.of(series)));
    }

    private record Slice(String name, BigDecimal value) {}

    private Stream<Slice> classes(String topic) {
        FigureTable table = tables.get(topic);
        if (table == null) {
            return Stream.empty();
        }
        String column = table.columns().get(table.columns().size() - 1);
        return table.rows().stream()
                .filter(row -> row.side() == Side.EXPENSE && row.row().matches("\\d{3}"))
                .map(row -> new Slice(
                        nameOf.apply(row.row()),
                        facts.money(table.amount(Side.EXPENSE, row.row(), column))
                                .printed()));
    }

    private static String label(String key) {
        return key.startsWith("三公/") || key.startsWith("收入/") ? key.substring(3) : key;
    }
}
