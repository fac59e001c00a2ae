package org.tongchou.benefit.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters that the calculators read by their names ({@code docs/benefit-engine.md} §10). */
public final class CalculatorParameters {
    private static final String PARTS = "basic maternity large care";
    private static final String LEVELS = "central province city";

    /** Name, unit, and {@code ?} when it may be missing. */
    private static final String TABLE = """
            coverage.resident.year_starts 月
            coverage.resident.window.opens 月
            coverage.resident.window.closes 月 ?
            coverage.resident.wait 月
            coverage.resident.wait.per_broken_year 月 ?
            coverage.resident.wait.broken_since 年 ?
            coverage.resident.wait.broken_free 年 ?
            coverage.resident.wait.long_broken 年 ?
            coverage.resident.wait.long_least 月 ?
            coverage.resident.next_month 是否 ?
            coverage.newborn.days 天 ?
            coverage.employee.pays 是否
            coverage.employee.lag 月
            coverage.employee.wait 月
            coverage.employee.gap 月
            coverage.employee.retire.years 年
            coverage.employee.retire.local_years 年 ?
            coverage.always 是否 ?
            coverage.rank 次 ?
            coverage.critical.cap 元/年 ?
            coverage.critical.after_years 年 ?
            coverage.critical.per_year 元 ?
            coverage.critical.no_claim 元 ?
            coverage.critical.most 比例 ?
            dues.base.min 元/月
            dues.base.max 元/月
            dues.<part>.unit 比例 ?
            dues.<part>.personal 比例 ?
            dues.<part>.unit_fixed 元/月 ?
            dues.<part>.personal_fixed 元/月 ?
            dues.<part>.reduction 比例 ?
            dues.step 元
            dues.whole_unit 是否 ?
            dues.due_months 月 ?
            dues.deferral 月 ?
            dues.late_fee 比例 ?
            dues.late_fee.most 比例 ?
            dues.resident 元/年
            dues.resident.subsidised 比例 ?
            dues.resident.subsidised_amount 元/年 ?
            subsidy.standard 元/年
            subsidy.<level>.share 比例 ?
            subsidy.<level>.per_head 元/年 ?
            subsidy.<level>.advance 比例 ?
            account.credit.rate 比例 ?
            account.credit.fixed 元/月 ?
            account.interest.carried 比例 ?
            account.interest.current 比例 ?
            account.interest.every 月 ?
            account.interest.year_days 天 ?
            account.carried_first 是否 ?
            account.mutual.line 元 ?
            account.mutual.allowed 是否 ?
            allowance.paid_months 月 ?
            allowance.own_base 是否 ?
            allowance.month_days 天
            allowance.daily_step 元/日 ?
            allowance.days 天
            allowance.days.dystocia 天 ?
            allowance.days.extra_baby 天 ?
            care.score.most 次
            care.impairment 级
            care.level 级
            care.monthly 元/月 ?
            care.daily 元/日 ?
            care.month_days 天 ?
            care.ratio 比例
            """;

    private static final Map<String, CalculatorParameter> ALL = all();

    private CalculatorParameters() {}

    /**
     * A parameter that a calculator reads.
     *
     * @param name its name
     * @param unit the unit it must have
     * @param optional whether it may be missing or without a value on the day
     */
    public record CalculatorParameter(String name, Unit unit, boolean optional) {}

    private static Map<String, CalculatorParameter> all() {
        Map<String, CalculatorParameter> all = new LinkedHashMap<>();
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split(" ", -1);
            Unit unit = Arrays.stream(Unit.values())
                    .filter(one -> one.word().equals(cells[1]))
                    .findFirst()
                    .orElseThrow();
            for (String name : names(cells[0])) {
                all.put(name, new CalculatorParameter(name, unit, cells.length > 2));
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static List<String> names(String pattern) {
        String words = pattern.contains("<part>") ? PARTS : pattern.contains("<level>") ? LEVELS : "";
        return words.isEmpty()
                ? List.of(pattern)
                : List.of(words.split(" ", -1)).stream()
                        .map(word -> pattern.replaceAll("<\\w+>", word))
                        .toList();
    }

    /** All of them by name. */
    public static Map<String, CalculatorParameter> byName() {
        return ALL;
    }
}
