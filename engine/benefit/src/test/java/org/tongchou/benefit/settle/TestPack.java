package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.util.Map;
import org.tongchou.benefit.policy.PolicyPack;

/** Puts small packs together. Every pack has three levels, five funds, two special diseases and a class of aid. */
final class TestPack {
    static final LocalDate DAY = LocalDate.of(2025, 5, 10);
    static final LocalDate BORN = LocalDate.of(1980, 1, 1);

    private static final String HEAD = """
            region: { code: "350000", name: 试验市, trust: demo }
            sources:
              法: { title: 试验办法, number: 试〔2024〕1号, checked: 2025-01-01 }
            vocabulary:
              levels: { low: { name: 一级, code: "1" }, mid: { name: 二级, code: "2" }, high: { name: 三级, code: "3" } }
              providers: { tcm: { name: 中医, code: "1" } }
              person_types: { active: { name: 在职, code: "11" }, retired: { name: 退休, code: "12" } }
              identities: { poor: { name: 低保, code: "1" }, poorest: { name: 特困, code: "2" } }
              fee_tiers: { best: { name: 高档, code: "1" } }
              tags: { manual: { name: 手工报销, code: "1" }, advance: { name: 先行支付, code: "2" } }
              diseases: { cancer: { name: 恶性肿瘤, code: M1 }, dialysis: { name: 透析, code: M2 }, gout: { name: 痛风, code: M3 } }
              diagnoses: { tumour: { name: 肿瘤, codes: [C, D0] }, heart: { name: 心脏病, codes: [I2] } }
              classes: { aid: { first: [poorest], second: [poor] }, help: { only: [poor] } }
              funds:
                pool: { name: 统筹基金, code: "390100", field: hifp_pay }
                critical: { name: 大病保险, code: "390200", field: hifmi_pay }
                aid: { name: 医疗救助, code: "610100", field: maf_pay }
                hospital: { name: 医院, code: "999997", field: hosp_part_amt }
                account: { name: 个人账户, code: "310200", field: acct_pay }
                mutual: { name: 共济账户, code: "310201", field: acct_mulaid_pay }
            """;

    private final StringBuilder counters = new StringBuilder("counters:\n");
    private final StringBuilder parameters = new StringBuilder("parameters:\n");
    private final StringBuilder tiers = new StringBuilder("tiers:\n");
    private final StringBuilder plans = new StringBuilder("plans:\n");

    TestPack counter(String name, String rest) {
        counters.append("  ")
                .append(name)
                .append(": { meaning: 累计, ")
                .append(rest)
                .append(" }\n");
        return this;
    }

    TestPack param(String name, String unit, String is) {
        return valued(name, unit, "is: " + is);
    }

    TestPack valued(String name, String unit, String value) {
        parameters
                .append("  ")
                .append(name)
                .append(":\n    meaning: 参数\n    unit: ")
                .append(unit);
        parameters
                .append("\n    values:\n      - { from: 2020-01-01, source: 法 第一条, ")
                .append(value)
                .append(" }\n");
        return this;
    }

    TestPack tier(String id, String rest) {
        tiers.append("  ")
                .append(id)
                .append(": { name: ")
                .append(id)
                .append(", ")
                .append(rest)
                .append(" }\n");
        return this;
    }

    /** A plan that is tried before those given earlier. */
    TestPack plan(String id, String rest) {
        plans.insert("plans:\n".length(), "  - { id: " + id + ", name: " + id + ", " + rest + " }\n");
        return this;
    }

    PolicyPack pack() {
        String text = HEAD
                + (counters.indexOf(":", 10) < 0 ? "" : counters)
                + (parameters.indexOf(":", 12) < 0 ? "" : parameters)
                + tiers
                + plans;
        return PolicyPack.read("test", Map.of("region.yaml", text)).getPack();
    }

    Policy policy() {
        return Policy.compile(pack(), DAY);
    }

    /** A pack with one basic tier of 60 % above 800, further fields of which may be given, and one plan for all. */
    static TestPack basic(String more) {
        return new TestPack()
                .counter("admissions", "unit: 次, per: year")
                .counter("paid", "unit: 元, per: year")
                .param("line", "元/次", "800")
                .param("ratio", "比例", "60%")
                .param("b", "比例", "10%")
                .tier("pool", "fund: pool, basic: true, deductible: { amount: line }, ratio: ratio" + more)
                .plan("all", "when: {}, counts: [admissions], split: { class_b: b }, tiers: [pool]");
    }

    static Person person() {
        return Person.of(BORN, "resident");
    }

    static BillBuilder bill(String id) {
        return Bill.of(id, "inpatient", DAY).provider("high");
    }

    static YearState start(Policy policy) {
        return YearState.start(policy.layout());
    }
}
