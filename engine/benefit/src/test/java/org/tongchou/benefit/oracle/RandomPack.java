package org.tongchou.benefit.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.policy.PolicyPack;

/** A pack of random rules: all that tiers can do, in combinations that no region has thought of. */
final class RandomPack {
    private static final String HEAD = """
            region: { code: "990009", name: 随机, trust: demo }
            sources:
              法: { title: 随机规则, checked: 2026-11-22 }
            vocabulary:
              levels: { low: { name: 一级, code: "1" }, mid: { name: 二级, code: "2" }, high: { name: 三级, code: "3" } }
              providers: { tcm: { name: 中医 } }
              person_types: { active: { name: 在职 }, retired: { name: 退休 } }
              identities: { poor: { name: 低保 }, poorest: { name: 特困 }, old: { name: 老人 } }
              categories: { herb: { name: 中药 }, drug: { name: 西药 }, test: { name: 检查 } }
              tags: { manual: { name: 手工报销 } }
              diseases: { cancer: { name: 恶性肿瘤 }, dialysis: { name: 透析 }, gout: { name: 痛风 } }
              diagnoses: { tumour: { name: 肿瘤, codes: [C, D0] } }
              classes: { aid: { first: [poorest], second: [poor] } }
              funds:
                pool: { name: 统筹基金, code: "390100", field: hifp_pay }
                critical: { name: 大病保险, code: "390200", field: hifmi_pay }
                aid: { name: 医疗救助, code: "610100", field: maf_pay }
                hospital: { name: 医院, code: "999997", field: hosp_part_amt }
                account: { name: 个人账户, code: "310200", field: acct_pay }
                mutual: { name: 共济账户, code: "310201", field: acct_mulaid_pay }
            """;
    private static final List<String> CONDITIONS = List.of(
            "level: \">=mid\"",
            "level: high",
            "place: [in_province, out_of_province]",
            "filing: [none, unfiled]",
            "class.aid: [first, second]",
            "class.aid: none",
            "identity: old",
            "age: \">=60\"",
            "age: \"6..44\"",
            "days_old: \"<=28\"",
            "visit: \">=2\"",
            "days: \">10\"",
            "insured_years: \"<3\"",
            "provider: tcm",
            "person_type: retired",
            "held_disease: [cancer, gout]",
            "diagnosis: tumour",
            "payment_mode: [drg, disease]",
            "tag: manual",
            "care_level: \">=3\"",
            "sex: female",
            "counter.burden: \">= small\"",
            "counter.paid: \"<5000\"",
            "counter.admissions.all: \">=1\"",
            "cap_raise: \">=100\"",
            "not: { scheme: resident }",
            "any: [ { level: low }, { age: \">70\", identity: poor } ]");

    /** What only tiers know. */
    private static final List<String> OF_BILL =
            List.of("bill.total: \">=500\"", "bill.scope: \"<= small\"", "bill.full_own: \"100..9000.50\"");

    private final Dice dice;
    private final StringBuilder counters = new StringBuilder("counters:\n");
    private final StringBuilder parameters = new StringBuilder("parameters:\n");
    private final StringBuilder tiers = new StringBuilder("tiers:\n");
    private final StringBuilder plans = new StringBuilder("plans:\n");
    private int number;

    RandomPack(long seed) {
        dice = new Dice(seed);
        counter("admissions.all", "次", "");
        counter("burden", "元", "");
        counter("paid", "元", "");
        counter("ill", "元", ", by: disease");
        parameter("small", "元", "is: " + dice.between(100, 3000));
        parameter("small.factor", "倍", "is: 0." + dice.between(1, 9999));
        for (String kind : List.of("inpatient", "outpatient", "chronic", "day_surgery")) {
            plan(kind);
        }
        tiers.append("  claim: { name: 补报, fund: aid, base: [share, over_cap], ratio: ")
                .append(ratio())
                .append(", limits: [ { amount: small, counter: paid } ] }\n");
        plans.append("  - { id: claim, name: 补报, when: { kind: second_aid }, tiers: [claim] }\n");
    }

    PolicyPack pack() {
        return PolicyPack.read("random", Map.of("region.yaml", text())).getPack();
    }

    String text() {
        return HEAD + counters + parameters + tiers + plans;
    }

    // ---- names

    private String name(String what) {
        return what + ++number;
    }

    private String counter(String name, String unit, String rest) {
        String per = dice.of("year", "year", "year", "month", "quarter", "day", "life");
        counters.append("  %s: { meaning: 累计, unit: %s, per: %s%s }%n".formatted(name, unit, per, rest));
        return name;
    }

    private String used() {
        return dice.percent(20) ? counter(name("level"), "元", ", by: level") : counter(name("used"), "元", "");
    }

    /** A condition of a tier. */
    private String when() {
        return dice.percent(10) ? "{ " + dice.one(OF_BILL) + " }" : plainly();
    }

    private String plainly() {
        String first = dice.one(CONDITIONS);
        String second = dice.one(CONDITIONS);
        boolean both = dice.percent(20) && !key(first).equals(key(second));
        return "{ " + first + (both ? ", " + second : "") + " }";
    }

    private static String key(String condition) {
        return condition.substring(0, condition.indexOf(':'));
    }

    private String parameter(String name, String unit, String value) {
        parameters
                .append("  %s:%n    meaning: 参数%n    unit: %s%n    values:%n".formatted(name, unit))
                .append("      - { from: 2020-01-01, source: 法 一, ")
                .append(value)
                .append(" }\n");
        return name;
    }

    // ---- values

    private String percent() {
        return dice.percent(30) ? "0." + dice.between(1, 999_999) : dice.between(0, 100) + "%";
    }

    private String bands() {
        int first = dice.between(50, 20_000);
        int second = first + dice.between(1, 80_000);
        return "[ { upto: %d, is: %s }, { upto: %d, is: %s }, { is: %s } ]"
                .formatted(first, percent(), second, percent(), percent());
    }

    private String ratio() {
        String value = switch (dice.below(5)) {
            case 0 -> "is: " + percent();
            case 1 -> "is: " + bands();
            case 2 -> "by: level, is: { low: %s, high: %s, else: %s }".formatted(percent(), bands(), percent());
            case 3 -> "rules: [ { when: %s, is: %s }, { is: %s } ]".formatted(when(), bands(), percent());
            default -> "is: { of: insured_years, times: 7%, plus: " + percent() + ", at_least: 0.1, at_most: 0.9 }";
        };
        return parameter(name("ratio"), "比例", value);
    }

    /** A ratio that asks for the categories of lines. */
    private String ratioByCategory(boolean bands) {
        String one = bands || dice.percent(50) ? bands() : percent();
        String value = switch (dice.below(3)) {
            case 0 -> "by: category, is: { herb: %s, drug: %s, else: %s }".formatted(one, percent(), percent());
            case 1 ->
                "rules: [ { when: { category: [herb, test], %s }, is: %s }, { is: %s } ]"
                        .formatted(dice.one(CONDITIONS), one, percent());
            default ->
                "by: [category, level], is: { test: { low: %s, else: %s }, else: %s }"
                        .formatted(percent(), one, "{ else: " + percent() + " }");
        };
        return parameter(name("ratio"), "比例", value);
    }

    private String amount(int most) {
        String plain = String.valueOf(dice.between(0, most));
        String value = switch (dice.below(8)) {
            case 0, 1 -> "is: " + plain;
            case 2 -> "by: level, is: { low: %s, mid: %d, high: 0.05 }".formatted(plain, dice.between(0, most));
            case 3 -> "rules: [ { when: %s, is: %s }, { is: %d } ]".formatted(when(), plain, dice.between(0, most));
            case 4 ->
                "is: { of: %s, each_visit: { add: -%d, times: 0.7, from: %d }, at_least: 10, at_most: %d, round: %s, mode: %s }"
                        .formatted(
                                plain,
                                dice.between(0, 300),
                                dice.between(1, 3),
                                most,
                                dice.of("分", "角", "元", "百元"),
                                dice.of("half_up", "down", "up"));
            case 5 ->
                "is: { of: bill.%s, times: %d%%, at_least: %s }"
                        .formatted(dice.of("total", "scope", "pre_pay"), dice.between(1, 60), plain);
            case 6 -> "is: { of: " + plain + ", plus: cap_raise }";
            default -> "is: { of: days, times: 33.333, plus: " + plain + " }";
        };
        return parameter(name("amount"), "元", value);
    }

    // ---- plans and tiers

    private void plan(String kind) {
        List<String> ids = new ArrayList<>();
        if (dice.percent(92)) {
            if (dice.percent(20)) {
                ids.add(tier("first", "fund: account, base: [scope], balance: account"));
            }
            ids.add(tier("basic", "fund: pool, basic: true" + rules(true)));
        }
        for (int i = dice.between(1, 3); i > 0; i--) {
            String fund = dice.percent(15) ? "" : "fund: " + dice.of("critical", "aid", "hospital") + ", ";
            ids.add(tier(
                    "more",
                    fund + "base: ["
                            + dice.of(
                                    "own_in_scope",
                                    "own_in_scope, pre_pay",
                                    "share, deductible",
                                    "over_cap",
                                    "over_limit, full_own",
                                    "pre_pay, first_pay, own_in_scope, full_own")
                            + "]" + rules(false)));
        }
        if (dice.percent(60)) {
            ids.add(tier("own", "fund: mutual, base: [own_in_scope, pre_pay, full_own], balance: mutual"));
        }
        String split = "class_b: " + (dice.percent(30) ? shareByCategory() : shareOfLines());
        if (dice.percent(60)) {
            split += ", first: " + shareOfLines() + ", first_order: " + dice.of("before_class_b", "after_class_b");
        }
        if (dice.percent(60)) {
            split += ", package: " + dice.of("true", "lower", "ceiling");
            split += dice.percent(40) ? ", package_above: " + dice.of("person", "hospital") : "";
        }
        String counts = dice.percent(60) ? ", counts: [admissions.all]" : "";
        plans.append("  - { id: %s, name: %s, when: { kind: %s }%s, split: { %s }, tiers: [%s] }%n"
                .formatted(kind, kind, kind, counts, split, String.join(", ", ids)));
    }

    private String shareOfLines() {
        return parameter(
                name("split"),
                "比例",
                dice.percent(50)
                        ? "is: " + percent()
                        : "rules: [ { when: %s, is: %s }, { is: %s } ]".formatted(plainly(), percent(), percent()));
    }

    private String shareByCategory() {
        return parameter(
                name("split"),
                "比例",
                "by: category, is: { herb: %s, test: %s, else: %s }".formatted(percent(), percent(), percent()));
    }

    private String ratioOfOne() {
        return parameter(
                name("split"),
                "比例",
                dice.percent(50)
                        ? "is: " + percent()
                        : "rules: [ { when: %s, is: %s }, { is: %s } ]".formatted(when(), percent(), percent()));
    }

    private String tier(String what, String rest) {
        String id = name(what);
        tiers.append("  ")
                .append(id)
                .append(": { name: ")
                .append(id)
                .append(", ")
                .append(rest)
                .append(" }\n");
        return id;
    }

    private String rules(boolean basic) {
        boolean year = dice.percent(30);
        boolean goesOn = !year && dice.percent(25);
        boolean byCategory = basic && !year && dice.percent(35);
        boolean whole = !byCategory && dice.percent(20);
        boolean countsWhole = dice.percent(20);
        StringBuilder rules = new StringBuilder();
        String counter = year ? counter(name("base"), "元", "") : goesOn ? used() : "";
        if (dice.percent(35)) {
            String own = "{ counter." + counter + ": \">= small\" }";
            rules.append(", when: ").append(year && dice.percent(30) ? own : when());
        }
        rules.append(", ratio: ")
                .append(
                        byCategory
                                ? ratioByCategory(goesOn)
                                : goesOn ? parameter(name("ratio"), "比例", "is: " + bands()) : ratio());
        rules.append(whole ? ", whole: true" : "");
        rules.append(dice.percent(40) ? ", bands: after_deductible" : "");
        rules.append(year ? ", measure: year" : "");
        rules.append(counter.isEmpty() ? "" : ", counter: " + counter);
        String paid = year && dice.percent(30) ? used() : "";
        rules.append(paid.isEmpty() ? "" : ", against: paid, paid: " + paid);
        if (dice.percent(75)) {
            String counts = countsWhole ? ", counts: whole" : "";
            counts += byCategory && dice.percent(50) ? ", spread: true" : "";
            if (!year && dice.percent(30)) {
                rules.append(", deductible: { amount: %s, per: year, counter: %s%s }"
                        .formatted(amount(3000), used(), counts));
            } else {
                String chain = basic && !year && dice.percent(50) ? ", chain: highest" : "";
                rules.append(", deductible: { amount: %s%s%s }".formatted(amount(3000), chain, counts));
            }
        }
        if (dice.percent(50)) {
            rules.append(", adjust: [ ")
                    .append(byCategory ? "{ when: { category: drug }, times: small.factor }" : adjustment())
                    .append(", ")
                    .append(adjustment())
                    .append(" ]");
        }
        if (dice.percent(20)) {
            rules.append(", most: ").append(ratioOfOne());
        }
        if (dice.percent(25)) {
            rules.append(", round: { to: %s, mode: %s }"
                    .formatted(dice.of("分", "角", "元"), dice.of("half_up", "down", "up")));
        }
        limits(rules, basic, year, paid.isEmpty() ? "burden, ill" : paid);
        return rules.toString();
    }

    private String adjustment() {
        return switch (dice.below(4)) {
            case 0 ->
                "{ when: %s, add: %s }"
                        .formatted(when(), parameter(name("points"), "百分点", "is: " + dice.between(-20, 20) + "%"));
            case 1 ->
                "{ when: %s, times: %s }"
                        .formatted(when(), parameter(name("factor"), "倍", "is: 0." + dice.between(1, 9999)));
            case 2 ->
                "{ when: %s, own_times: %s }"
                        .formatted(when(), parameter(name("factor"), "倍", "is: 1." + dice.between(1, 99)));
            default -> "{ when: %s, replace: %s }".formatted(when(), ratioOfOne());
        };
    }

    private void limits(StringBuilder rules, boolean basic, boolean year, String adds) {
        List<String> limits = new ArrayList<>();
        for (int i = dice.between(0, 3); i > 0; i--) {
            String more = basic && dice.percent(50) ? ", excess: over_cap" : "";
            more += dice.percent(25) ? ", when: " + when() : "";
            limits.add("{ " + limit(year) + more + " }");
        }
        if (!limits.isEmpty()) {
            rules.append(", limits: [ ").append(String.join(", ", limits)).append(" ]");
        }
        if (dice.percent(30)) {
            rules.append(", adds: [").append(adds).append(']');
        }
    }

    private String limit(boolean year) {
        return switch (dice.below(year ? 4 : 5)) {
            case 0 -> "amount: %s, counter: %s".formatted(amount(20_000), used());
            case 1 -> "amount: " + amount(5000) + (dice.percent(50) ? ", times: days" : "");
            case 2 -> "share: %s, of: [%s]".formatted(ratioOfOne(), dice.of("total", "scope", "scope, pre_pay"));
            case 3 ->
                "amount: %s, counter: %s, over: held_disease, combine: %s"
                        .formatted(
                                parameter(
                                        name("ills"),
                                        "元",
                                        "by: disease, is: { cancer: %d, gout: %d, else: 0 }"
                                                .formatted(dice.between(0, 9000), dice.between(0, 5000))),
                                used(),
                                dice.of("highest", "sum", "highest_plus, plus: small"));
            default -> "amount: %s, counter: %s, of: base".formatted(amount(20_000), used());
        };
    }
}
