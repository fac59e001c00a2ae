package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields of tiers and plans go together, and which do not: the sample with further ones. */
class TiersAndPlansTest {
    private static final List<PackRule> RULES =
            List.of(PackRule.WRONG_TIER, PackRule.OVERLAP, PackRule.TWO_BASIC, PackRule.DEAD_PLAN, PackRule.NO_BASIC);

    private static List<Finding> findings(String reform) {
        return PolicyPack.read("sample", SamplePack.files())
                .with("try.yaml", "reform: { name: 试, base: sample }\n" + reform)
                .findings()
                .stream()
                .filter(finding -> RULES.contains(finding.rule()))
                .toList();
    }

    private static void says(String reform, String part) {
        if (part.isEmpty()) {
            assertThat(findings(reform)).isEmpty();
        } else {
            assertThat(findings(reform))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains(part));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            basic: true, fund: resident, ratio: most                                        | ''
            basic: true, ratio: most                                                        | 却没有 fund
            basic: true, fund: resident, base: [scope]                                      | 不能写 base
            fund: aid, base: [share]                                                        | ''
            fund: aid                                                                       | 没有写 base
            fund: aid, base: [share, share]                                                 | 重复的费用
            base: [share], adds: [warning.over]                                             | ''
            fund: aid, base: [share], counter: aid.paid, ratio: ratio                       | ''
            fund: aid, base: [share], counter: aid.paid, ratio: most                        | counter 用不上
            fund: aid, base: [share], counter: aid.paid, ratio: nobody                      | counter 用不上
            fund: aid, base: [share], counter: aid.paid                                     | counter 用不上
            fund: aid, base: [share], measure: year, counter: aid.paid                      | ''
            fund: aid, base: [share], measure: year                                         | 却没有 counter
            fund: aid, base: [share], measure: year, counter: aid.paid, against: paid, paid: critical.paid | ''
            fund: aid, base: [share], measure: year, counter: aid.paid, against: paid       | 却没有 measure
            fund: aid, base: [share], against: paid, paid: critical.paid                    | 却没有 measure
            fund: aid, base: [share], measure: year, counter: aid.paid, paid: critical.paid | 却没有 against
            basic: true, fund: aid, deductible: { amount: outpatient.line, chain: highest } | ''
            basic: true, fund: aid, deductible: { amount: outpatient.line, per: year, counter: aid.paid } | ''
            basic: true, fund: aid, deductible: { amount: outpatient.line, per: year, counter: aid.paid, chain: highest } | chain: highest 用不上
            fund: aid, base: [share], deductible: { amount: outpatient.line }               | ''
            fund: aid, base: [share], deductible: { amount: outpatient.line, chain: highest } | chain: highest 用不上
            basic: true, fund: aid, measure: year, counter: aid.paid, deductible: { amount: outpatient.line, chain: highest } | chain: highest 用不上
            basic: true, fund: aid, deductible: { amount: outpatient.line, per: year }      | 却没有 counter
            basic: true, fund: aid, deductible: { amount: outpatient.line, counter: aid.paid } | 却写了 counter
            basic: true, fund: aid, measure: year, counter: aid.paid, deductible: { amount: outpatient.line, per: year, counter: aid.paid } | 不能再写 per: year
            fund: account, base: [share], balance: account                                  | ''
            base: [share], balance: account                                                 | 却没有 fund
            fund: account, base: [share], balance: account, limits: [{ amount: cap, counter: aid.paid }] | ''
            fund: account, base: [share], balance: account, limits: [{ amount: cap, counter: aid.paid, of: base }] | 不能写 of: base
            fund: account, base: [share], balance: account, ratio: most                     | 从账户支付
            fund: account, base: [share], balance: account, deductible: { amount: outpatient.line } | 从账户支付
            fund: account, base: [share], balance: account, measure: year, counter: aid.paid | 从账户支付
            fund: account, basic: true, balance: account                                    | 从账户支付
            basic: true, fund: aid, limits: [{ amount: cap, excess: over_cap }]             | ''
            fund: aid, base: [share], limits: [{ amount: cap, excess: over_cap }]           | 限额不能写 excess
            fund: aid, base: [share], limits: [{ amount: cap, counter: aid.paid, of: base }] | ''
            fund: aid, base: [share], measure: year, counter: aid.paid, limits: [{ amount: cap }] | ''
            fund: aid, base: [share], measure: year, counter: aid.paid, limits: [{ amount: cap, counter: aid.paid }] | ''
            fund: aid, base: [share], measure: year, counter: aid.paid, limits: [{ amount: cap, counter: aid.paid, of: base }] | 不能写 of: base
            fund: aid, base: [share], limits: [{ amount: cap, counter: aid.paid, over: held_disease, combine: sum }] | ''
            fund: aid, base: [share], limits: [{ amount: cap, counter: aid.paid, over: held_disease, combine: sum, plus: cap }] | 应同时写
            fund: aid, base: [share], from: 2024-01-01, to: 2024-01-01                      | ''
            fund: aid, base: [share], from: 2024-01-01, to: 2023-12-31                      | 起止颠倒
            fund: aid, base: [share], to: 2023-12-31                                        | ''
            """)
    void fieldsOfATierGoTogether(String fields, String part) {
        says("tiers:\n  t: { name: 试, " + fields + " }\n", part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                               | ''                                  | 同时有两个基本层
            to: 2024-12-31,                  | 'from: 2025-01-01,'                 | ''
            'from: 2025-01-01,'              | to: 2024-12-31,                     | ''
            to: 2024-12-31,                  | 'from: 2024-12-31,'                 | 同时有两个基本层
            'from: 2024-12-31,'              | to: 2024-12-31,                     | 同时有两个基本层
            to: 2024-12-31,                  | ''                                  | 同时有两个基本层
            ''                               | 'from: 2025-01-01,'                 | 同时有两个基本层
            """)
    void basicTiersDoNotMeet(String one, String other, String part) {
        says(
                "tiers:\n  a: { name: 甲, %s basic: true, fund: aid }\n  b: { name: 乙, %s basic: true, fund: aid }\n"
                                .formatted(one, other)
                        + "plans: [{ id: p, name: 试, when: { kind: pharmacy }, tiers: [a, b] }]\n",
                part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                 | ''                                 | 方案 q 永远用不到
            'from: 2024-01-01,'                | ''                                 | ''
            'from: 2024-01-01,'                | 'from: 2024-01-01,'                | 方案 q 永远用不到
            'from: 2024-01-01,'                | 'from: 2024-01-02,'                | 方案 q 永远用不到
            'from: 2024-01-01,'                | 'from: 2023-12-31,'                | ''
            'to: 2024-12-31,'                  | ''                                 | ''
            'to: 2024-12-31,'                  | 'to: 2024-12-31,'                  | 方案 q 永远用不到
            'to: 2024-12-31,'                  | 'to: 2024-12-30,'                  | 方案 q 永远用不到
            'to: 2024-12-31,'                  | 'to: 2025-01-01,'                  | ''
            'from: 2024-01-01, to: 2024-12-31,' | 'from: 2024-01-01, to: 2024-12-31,' | 方案 q 永远用不到
            'from: 2024-01-01, to: 2024-12-31,' | 'from: 2024-01-01,'               | ''
            ''                                 | 'from: 2024-01-01, to: 2024-01-01,' | 方案 q 永远用不到
            'from: 2024-01-01, to: 2024-01-01,' | ''                                | ''
            'from: 2024-01-02, to: 2024-01-01,' | ''                                | 起止颠倒
            """)
    void aPlanIsHiddenByAnEarlierOneThatAlwaysApplies(String earlier, String later, String part) {
        says("""
                plans:
                  - { id: p, name: 试, %s when: { kind: pharmacy }, tiers: [pool] }
                  - { id: q, name: 试, %s when: { kind: pharmacy, scheme: resident }, tiers: [pool] }
                """.formatted(earlier, later), part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pharmacy   | 'pool, critical'   | ''
            pharmacy   | 'first, pool'      | ''
            pharmacy   | 'pool, first'      | 其后却没有基本层
            pharmacy   | account            | ''
            pharmacy   | 'critical'         | 没有基本层
            second_aid | 'critical'         | 永远用不到
            """)
    void aPlanSaysWhoPaysFirst(String kind, String tiers, String part) {
        says("""
                tiers:
                  first: { name: 账户先付, fund: account, base: [scope], balance: account }
                plans:
                  - { id: p, name: 试, when: { kind: %s }, tiers: [%s] }
                """.formatted(kind, tiers), part);
    }
}
