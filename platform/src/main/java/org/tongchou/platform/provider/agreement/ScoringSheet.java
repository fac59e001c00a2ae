package org.tongchou.platform.provider.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Refusal;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How an application is scored, as {@code provider/scoring.yaml} says it.
 *
 * @param pass points needed
 * @param items what is scored
 * @param materials what is handed in
 */
record ScoringSheet(BigDecimal pass, List<Item> items, List<String> materials) {
    private static final Table TABLE = read();

    /** Copies the lists; refuses weights that do not add up to 100. */
    ScoringSheet {
        items = List.copyOf(items);
        materials = List.copyOf(materials);
        if (items.stream().mapToInt(Item::weight).sum() != 100) {
            throw new IllegalArgumentException("weights of the scoring sheet");
        }
    }

    /**
     * Something that is scored.
     *
     * @param key stable key
     * @param name name
     * @param weight most points
     * @param required whether it must have points
     */
    record Item(
            String key, String name, int weight, @Nullable Boolean required) {}

    /** The sheet for an institution. */
    static ScoringSheet of(boolean pharmacy) {
        return new ScoringSheet(
                TABLE.pass(),
                pharmacy ? TABLE.pharmacy() : TABLE.hospital(),
                TABLE.materials().getOrDefault(pharmacy ? "pharmacy" : "hospital", List.of()));
    }

    /** The sum; refuses points that are missing, unknown or beyond the weight. */
    BigDecimal total(Map<String, BigDecimal> points) {
        Set<String> unknown = new HashSet<>(points.keySet());
        BigDecimal total = BigDecimal.ZERO;
        for (Item item : items) {
            unknown.remove(item.key());
            BigDecimal given = points.get(item.key());
            if (given == null
                    || given.signum() < 0
                    || given.stripTrailingZeros().scale() > 2
                    || given.compareTo(BigDecimal.valueOf(item.weight())) > 0) {
                throw Refusal.field(
                        "E-PRV-031",
                        item.name(),
                        given == null ? null : given.toPlainString(),
                        "0 至 " + item.weight() + " 分，最多两位小数");
            }
            total = total.add(given);
        }
        if (!unknown.isEmpty()) {
            throw Refusal.field("E-PRV-032", "评分项目", unknown.iterator().next(), "评分表中的项目");
        }
        return total;
    }

    /** Whether the points suffice. */
    boolean passes(Map<String, BigDecimal> points) {
        return total(points).compareTo(pass) >= 0
                && items.stream()
                        .filter(item -> Boolean.TRUE.equals(item.required()))
                        .allMatch(item ->
                                points.getOrDefault(item.key(), BigDecimal.ZERO).signum() > 0);
    }

    private static Table read() {
        try (InputStream in = ScoringSheet.class.getResourceAsStream("/provider/scoring.yaml")) {
            if (in == null) {
                throw new IllegalStateException("scoring.yaml is missing");
            }
            return YAMLMapper.builder().build().readValue(in, Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Table(
            BigDecimal pass, List<Item> hospital, List<Item> pharmacy, Map<String, List<String>> materials) {}
}
