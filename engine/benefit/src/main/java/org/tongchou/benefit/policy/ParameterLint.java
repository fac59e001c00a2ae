package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the values of parameters follow each other without gap or overlap, and every part of them can be used. */
final class ParameterLint {
    private final PolicyPack pack;
    private final Conditions conditions;
    private final Findings findings;

    ParameterLint(PolicyPack pack, Findings findings) {
        this.pack = pack;
        this.conditions = new Conditions(pack.vocabulary().levels());
        this.findings = findings;
    }

    void check() {
        for (Parameter parameter : pack.parameters().values()) {
            dates(parameter);
            CalculatorParameters.CalculatorParameter read =
                    CalculatorParameters.byName().get(parameter.name());
            boolean mayBeMissing = (read != null && read.optional()) || isPaidFirst(parameter.name());
            for (DatedValue dated : parameter.values()) {
                Values.visit(dated.value(), value -> {
                    if (value instanceof Value.Rules rules) {
                        rules(parameter, rules, mayBeMissing);
                    } else if (value instanceof Value.Bands bands) {
                        bands(parameter, bands);
                    } else if (value instanceof Value.Table table && !mayBeMissing) {
                        table(parameter, table);
                    }
                });
            }
        }
        pack.tiers().values().forEach(this::diseaseLimits);
    }

    /** Whether it is the share paid first out of the region, which is nought where no rule of it holds. */
    private boolean isPaidFirst(String parameter) {
        return pack.plans().stream()
                .anyMatch(plan -> parameter.equals(plan.split().first()));
    }

    // ---- dates

    private void dates(Parameter parameter) {
        for (int i = 0; i < parameter.values().size(); i++) {
            DatedValue value = parameter.values().get(i);
            String name = "参数 " + parameter.name();
            LocalDate to = value.to();
            if (to != null && to.isBefore(value.from())) {
                findings.add(
                        PackRule.OVERLAP,
                        value.place(),
                        name + " 的值从 " + value.from() + " 起到 " + to + " 止，起止颠倒",
                        "请改正 from 或 to");
            }
            if (i + 1 == parameter.values().size()) {
                continue;
            }
            DatedValue next = parameter.values().get(i + 1);
            if (next.from().equals(value.from())) {
                findings.add(
                        PackRule.SAME_DATE,
                        next.place(),
                        name + " 有两个值都从 " + value.from() + " 起，另一个在 " + value.place(),
                        "请删去一个，或改正日期");
            } else if (to != null && !to.isBefore(next.from())) {
                findings.add(
                        PackRule.OVERLAP,
                        value.place(),
                        name + " 的值到 " + to + " 止，而下一个值从 " + next.from() + " 起（" + next.place() + "），两者重叠",
                        "请把 to 改为 " + next.from().minusDays(1) + "，或删去 to");
            } else if (to != null && to.plusDays(1).isBefore(next.from())) {
                findings.add(
                        PackRule.GAP,
                        value.place(),
                        name + " 在 " + to.plusDays(1) + " 至 " + next.from().minusDays(1) + " 没有值",
                        "如确有空档可不改；否则请删去 to，或补上这段时间的值");
            }
        }
    }

    // ---- decision lists and bands

    private void rules(Parameter parameter, Value.Rules list, boolean mayBeMissing) {
        List<Value.Rule> rules = list.rules();
        int last = rules.size() - 1;
        for (int i = 0; i < rules.size(); i++) {
            Value.Rule rule = rules.get(i);
            if (i < last && conditions.implies(Condition.ALWAYS, rule.when())) {
                findings.add(
                        PackRule.DEAD_RULE,
                        rule.place(),
                        "参数 " + parameter.name() + " 的第 " + (i + 1) + " 条规则没有条件，其后的规则永远用不到",
                        "请把没有条件的规则放到最后，或补上 when");
                return;
            }
            for (int before = 0; before < i; before++) {
                if (conditions.implies(rule.when(), rules.get(before).when())) {
                    findings.add(
                            PackRule.DEAD_RULE,
                            rule.place(),
                            "参数 " + parameter.name() + " 的第 " + (i + 1) + " 条规则永远用不到：它成立时第 " + (before + 1) + " 条（"
                                    + rules.get(before).place() + "）已经成立",
                            "请把它移到那一条之前，或改正条件");
                    break;
                }
            }
        }
        if (!mayBeMissing
                && !conditions.implies(Condition.ALWAYS, rules.get(last).when())) {
            findings.add(
                    PackRule.NO_ELSE,
                    rules.get(last).place(),
                    "参数 " + parameter.name() + " 的判断列表没有兜底，都不成立时取不到值（E-BEN-012）",
                    "请在最后加一条没有 when 的规则；如确实不应有值可不改");
        }
    }

    private void bands(Parameter parameter, Value.Bands list) {
        long before = 0;
        for (int i = 0; i < list.bands().size(); i++) {
            Value.Band band = list.bands().get(i);
            boolean last = i == list.bands().size() - 1;
            Long upTo = band.upTo();
            if (upTo == null && !last) {
                findings.add(
                        PackRule.BANDS,
                        band.place(),
                        "参数 " + parameter.name() + " 的第 " + (i + 1) + " 段没有上限，与其后的段重叠",
                        "请补上 upto，只有最后一段不写");
            } else if (upTo != null && last) {
                findings.add(
                        PackRule.BANDS,
                        band.place(),
                        "参数 " + parameter.name() + " 的最后一段有上限，其上没有比例",
                        "请加一段 { is: … }；上限以上不支付的写 { is: 0 }");
            } else if (upTo != null && upTo <= before) {
                findings.add(
                        PackRule.BANDS,
                        band.place(),
                        "参数 " + parameter.name() + " 的第 " + (i + 1) + " 段上限 " + yuan(upTo) + " 不高于前一段的 " + yuan(before),
                        "请按上限由低到高排列");
            }
            before = upTo == null ? before : upTo;
        }
    }

    private static String yuan(long fen) {
        return Numbers.print(fen, Unit.YUAN);
    }

    // ---- tables

    private void table(Parameter parameter, Value.Table table) {
        Fact.Kind by = table.by().kind();
        if (by == Fact.Kind.LEVEL || by == Fact.Kind.DISEASE) {
            List<String> missing = missing(table);
            if (!missing.isEmpty()) {
                findings.add(
                        PackRule.TABLE_GAP,
                        table.place(),
                        "参数 " + parameter.name() + " 的表没有 " + by.word() + " 为“" + String.join("、", missing) + "”的值",
                        "请补上，或加 else；如确实不应有值可不改");
            }
        }
    }

    private List<String> missing(Value.Table table) {
        if (table.otherwise() != null) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>(pack.vocabulary().wordsOf(table.by()));
        words.removeAll(table.rows().keySet());
        return new ArrayList<>(words);
    }

    private void diseaseLimits(Tier tier) {
        for (Limit limit : tier.limits()) {
            Parameter parameter =
                    limit instanceof Limit.Diseases diseases ? pack.parameters().get(diseases.amount()) : null;
            if (parameter == null) {
                continue;
            }
            for (DatedValue dated : parameter.values()) {
                Values.visit(dated.value(), value -> {
                    if (value instanceof Value.Table table && table.by().kind() == Fact.Kind.DISEASE) {
                        missing(table)
                                .forEach(disease -> findings.add(
                                        PackRule.NO_DISEASE_LIMIT,
                                        table.place(),
                                        "病种“" + disease + "”没有限额，而支付层 " + tier.id() + "（" + limit.place() + "）按病种限额",
                                        "请补上这个病种的限额；没有限额的写 0 或 else: 0，表示不计"));
                    }
                });
            }
        }
    }
}
