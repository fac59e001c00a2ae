package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTextTest {
    private static final PolicyPack PACK = PolicyPack.read(SamplePack.FOLDER).getPack();

    private static List<String> lines(String parameter) {
        return new PolicyText(PACK)
                .lines(Objects.requireNonNull(PACK.parameters().get(parameter)));
    }

    @Test
    void valuesHaveTheirPeriodSourceAndPlace() {
        assertThat(lines("critical.line"))
                .containsExactly(
                        "大病起付（critical.line，单位 元/年）",
                        "2018-01-01 至 2024-12-31  办法 第九条（样政〔2020〕1号，official，核对 2026-01-01）  parameters/resident.yaml:94",
                        "  12000 元/年",
                        "2025-01-01 起  通知 二（demo，核对 2026-01-01）  parameters/resident.yaml:95",
                        "  class.aid 为 一类、二类：income × 0.25",
                        "  其他情形：income × 0.5，四舍五入到百元");
        assertThat(lines("standard"))
                .contains("  level level3：800.50 元/次")
                .contains("2025-01-01 起  办法 第三条（样政〔2020〕1号，published，核对 2026-02-01）；通知 一（published，核对 2026-02-01）"
                        + "  parameters/resident.yaml:21");
    }

    @Test
    void rulesTablesAndFormulasAreSaid() {
        assertThat(lines("deductible"))
                .endsWith(
                        "  identity 为 特困、孤儿：0 元/次",
                        "  class.aid 为 二类 且 age ≥ 6 且 ≤ 17：standard × 0.5，舍去尾数到元",
                        "  level ≥ level2 且 visit ≥ 2：standard，自第 2 次住院起每次加 -100 元/次，再乘以 halving，不低于 100 元/次，不高于 standard",
                        "  （days_old ≤ 28 或 （age = 70 或 age ≥ 75））：",
                        "    level level3：500 元/次",
                        "    level 其他：150 元/次",
                        "  其他情形：standard + 0 元/次");
        assertThat(lines("ratio"))
                .endsWith(
                        "  fee_tier 高档：",
                        "    level community：92%",
                        "    level 其他：至 10000 元 85%，以上 90%",
                        "  fee_tier 其他：",
                        "    level community：90%",
                        "    level level1：85%",
                        "    level level2：75%",
                        "    level level3：60%");
        assertThat(lines("first")).contains("  place 为 out_of_province 且 filing 为 unfiled 且 不是（tag 为 first_aid）：20%");
        assertThat(lines("allowance.own_base")).endsWith("  是");
        assertThat(lines("chronic.more")).endsWith("  insured_years × 100，不高于 500 元/年");
        assertThat(lines("aid.ratio"))
                .contains("  counter.critical.burden ≥ critical.line：80%", "  counter.admissions < 3：");
    }

    @Test
    void boundsOfMoneyAreSaidInYuan() {
        Condition condition = new Condition.Within(
                new Fact(Fact.Kind.COUNTER, "pool.paid"),
                new Condition.Bound(new Operand.Written(1_234_567), false),
                null,
                new Place("a.yaml", 1));
        assertThat(new PolicyText(PACK).condition(condition)).isEqualTo("counter.pool.paid > 12345.67");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            level: ">level1"                    | level > level1
            level: ">=level1"                   | level ≥ level1
            level: "<level3"                    | level < level3
            level: "<=level3"                   | level ≤ level3
            age: 6                              | age = 6
            age: ">6"                           | age > 6
            age: "<6"                           | age < 6
            counter.pool.paid: "<= 12.5"        | counter.pool.paid ≤ 12.50
            counter.admissions: "<= 3"          | counter.admissions ≤ 3
            not: { any: [{ age: 6 }, { identity: 低保 }] } | 不是（（age = 6 或 identity 为 低保））
            """)
    void conditionsAreSaidWithTheirSigns(String when, String text) {
        PolicyPack pack = PolicyPack.read("sample", SamplePack.files())
                .with(
                        "try.yaml",
                        "reform: { name: 试, base: sample }\nplans: [{ id: p, name: 试, when: { " + when
                                + " }, tiers: [pool] }]\n")
                .pack();
        assertThat(new PolicyText(pack).condition(pack.plans().get(0).when())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            元     | 800.5                                          | 800.50 元
            百分点 | 5%                                             | 5%
            是否   | 否                                             | 否
            比例   | '[{ is: 50% }]'                                | 50%
            比例   | '[{ upto: 100, is: 50% }, { is: 60% }]'        | 至 100 元 50%，以上 60%
            元     | { of: cap, each_visit: { add: -100 } }         | cap，自第 2 次住院起每次加 -100 元
            元     | { of: cap, each_visit: { times: 0.5, from: 3 } } | cap，自第 3 次住院起每次乘以 0.5
            元     | { of: cap, each_visit: { add: 1, times: 2 } }  | cap，自第 2 次住院起每次加 1 元，再乘以 2
            元     | { of: cap, at_most: 5, round: 元, mode: up }   | cap，不高于 5 元，见尾进位到元
            元     | { of: cap, plus: 3, round: 角, mode: down }    | cap + 3 元，舍去尾数到角
            """)
    void valuesAreSaidAsWritten(String unit, String is, String text) {
        assertThat(told("source: 办法 第一条, is: " + is, unit).get(2)).isEqualTo("  " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source: 办法 一                                    | 办法 一（样政〔2020〕1号，official，核对 2026-01-01）
            source: 通知 一                                    | 通知 一（demo，核对 2026-01-01）
            'source: 通知 一, trust: published, checked: 2025-02-03' | 通知 一（published，核对 2025-02-03）
            source: 旧文 一                                    | 旧文 一（demo）
            'source: 旧文 一, checked: 2025-02-03'             | 旧文 一（demo，核对 2025-02-03）
            source: 无此文 一                                  | 无此文 一
            """)
    void sourcesAreSaidWithWhatIsKnownOfThem(String source, String text) {
        assertThat(told(source + ", is: 1", "元").get(1)).startsWith("2024-01-01 起  " + text + "  tables/x.yaml:");
    }

    private static List<String> told(String value, String unit) {
        Map<String, String> files = SamplePack.files();
        files.put("tables/x.yaml", """
                sources: { 旧文: { title: 旧文件 } }
                parameters:
                  x: { meaning: 试, unit: %s, values: [{ from: 2024-01-01, %s }] }
                """.formatted(unit, value));
        PolicyPack pack = PolicyPack.read("sample", files).pack();
        return new PolicyText(pack)
                .lines(Objects.requireNonNull(pack.parameters().get("x")));
    }
}
