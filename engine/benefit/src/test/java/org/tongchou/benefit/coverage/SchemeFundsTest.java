package org.tongchou.benefit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.PolicyPack;

/** Whose bills a tier's condition may hold for. */
class SchemeFundsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 5);

    private static List<String> funds(String terms, String planTerms, String scheme) {
        PolicyPack pack = PolicyPack.read("x", Map.of("region.yaml", """
                        region: { code: "999900", name: 样例市, trust: demo }
                        sources: { 办法: { title: 办法, number: 一号, checked: 2026-01-01 } }
                        vocabulary:
                          levels: { level1: { name: 一级 } }
                          funds:
                            one: { name: 甲, code: "310100", field: hifp_pay }
                            all: { name: 乙, code: "390100", field: hifp_pay }
                        parameters:
                          half: { meaning: 试, unit: 比例, values: [{ from: 2020-01-01, source: 办法, is: 50%% }] }
                        tiers:
                          basic: { name: 统筹, fund: all, basic: true, ratio: half }
                          asked: { name: 所问, fund: one, base: [own_in_scope], ratio: half, %s }
                          counted: { name: 只累计, base: [own_in_scope], ratio: half }
                        plans:
                          - { id: all, name: 全部, %s, split: {}, tiers: [basic, asked, counted] }
                        """.formatted(terms, planTerms)))
                .pack();
        return SchemeFunds.of(pack, scheme, DAY).stream().map(Fund::id).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when: { scheme: resident }                                       | true  | false",
                "when: { scheme: resident, kind: inpatient }                      | true  | false",
                "when: { kind: inpatient }                                        | true  | true",
                "when: { any: [{ scheme: resident }, { kind: inpatient }] }       | true  | true",
                "when: { any: [{ scheme: resident }, { scheme: care }] }          | true  | false",
                "when: { not: { scheme: resident } }                              | false | true",
                "when: { not: { kind: inpatient } }                               | true  | true",
                "when: { not: { scheme: resident, kind: inpatient } }             | true  | true",
                "when: { not: { scheme: [resident, care], not: { scheme: care } } } | false | true",
                "when: { not: { any: [{ scheme: resident }, { kind: inpatient }] } } | false | true",
                "when: { not: { any: [{ kind: pharmacy }, { kind: inpatient }] } } | true  | true",
                "when: { not: { not: { scheme: resident } } }                     | true  | false",
                "when: { not: { filing: resident } } | true | true",
                "when: { not: { age: \">=70\" } } | true | true",
                "from: 2025-03-05                                                 | true  | true",
                "from: 2025-03-06                                                 | false | false",
                "to: 2025-03-04                                                   | false | false",
            })
    void aTiersFundIsOfTheSchemesItMayPayFor(String terms, boolean resident, boolean employee) {
        assertThat(funds(terms, "when: {}", "resident")).isEqualTo(resident ? List.of("one", "all") : List.of("all"));
        assertThat(funds(terms, "when: {}", "employee")).isEqualTo(employee ? List.of("one", "all") : List.of("all"));
    }

    @ParameterizedTest
    @CsvSource({"to: 2025-03-05, 2", "to: 2025-03-04, 0", "from: 2025-03-06, 0", "when: { scheme: employee }, 0"})
    void aPlanPaysForItsSchemesWhileItIsInForce(String terms, int funds) {
        assertThat(funds("from: 2020-01-01", terms, "resident")).hasSize(funds);
    }
}
