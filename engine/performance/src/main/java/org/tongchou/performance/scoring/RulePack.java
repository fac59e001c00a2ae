package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;

/**
 * The scoring rules of a region for some years.
 *
 * @param id unique, for example {@code fujian}
 * @param region province or city, for example {@code 福建省}; {@code 全国} for the rules of the whole country
 * @param cities cities that go by these rules, for example {@code 宁德市}
 * @param from first year
 * @param to last year; null while in force
 * @param rules in the order in which they are tried
 * @param grades the grades
 * @param source where the pack comes from
 * @param trust how far it can be relied on: {@code official}, {@code published figure} or {@code demo}
 * @param weights usual points by part of a sheet (预算执行率, 产出指标 …), 100 in all; empty when not declared
 */
public record RulePack(
        String id,
        String region,
        List<String> cities,
        int from,
        @Nullable Integer to,
        List<ScoringRule> rules,
        Grades grades,
        String source,
        String trust,
        Map<String, BigDecimal> weights) {
    /** Copies the collections, keeping their order. */
    public RulePack {
        cities = List.copyOf(cities);
        rules = List.copyOf(rules);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** Whether a year lies in the pack's range. */
    public boolean covers(int year) {
        return year >= from && (to == null || year <= to);
    }

    /** The years as people write them: {@code 2020 年起}, {@code 2018—2019 年}. */
    public String years() {
        return to == null ? from + " 年起" : from + "—" + to + " 年";
    }

    /** The pack for a clerk: a heading, the usual points, a line for every rule, the grades. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add(region + "（" + id + "，" + years() + "，" + trust + "）：" + source);
        if (!weights.isEmpty()) {
            lines.add("分值："
                    + weights.entrySet().stream()
                            .map(part -> part.getKey() + " " + PrintedNumber.shortest(part.getValue()))
                            .collect(Collectors.joining("，")));
        }
        for (ScoringRule rule : rules) {
            lines.add(rule.id() + "  " + rule.name() + "：" + rule.says() + "（" + rule.source() + "，" + rule.trust()
                    + "，" + rule.origin() + "）");
        }
        lines.add("等级："
                + grades.grades().stream()
                        .map(grade -> grade.word() + " ≥" + PrintedNumber.shortest(grade.from()))
                        .collect(Collectors.joining("，")));
        return lines;
    }
}
