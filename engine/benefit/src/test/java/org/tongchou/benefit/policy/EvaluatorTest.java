package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final PolicyPack PACK = PolicyPack.read(SamplePack.FOLDER).getPack();

    private static long number(String parameter, SampleFacts facts) {
        return Objects.requireNonNull(
                        Evaluator.parameter(PACK, parameter, DAY, facts).value())
                .value();
    }

    /** The value of a parameter in yuan, 10^-8 or whole, as the sample with one more parameter gives it. */
    private static long number(String unit, String is, SampleFacts facts) {
        Map<String, String> files = new LinkedHashMap<>(SamplePack.files());
        files.put("tables/x.yaml", """
                parameters:
                  x:
                    meaning: 试
                    unit: %s
                    values: [{ from: 2024-01-01, source: 办法 一, is: %s }]
                """.formatted(unit, is));
        PolicyPack pack = PolicyPack.read("sample", files).getPack();
        return Objects.requireNonNull(Evaluator.parameter(pack, "x", DAY, facts).value())
                .value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    元   | 800.50                                            | 80050
                    比例 | 12.3456%                                          | 12345600
                    倍   | 1.5                                               | 150000000
                    次   | 3                                                 | 3
                    是否 | 否                                                | 0
                    元   | { of: 100, times: 50% }                           | 5000
                    元   | { of: 100, times: 50%, plus: 1 }                  | 5100
                    元   | { of: 0.01, times: 50% }                          | 1
                    元   | { of: 0.01, times: 49% }                          | 0
                    元   | { of: 1.5, times: -1, plus: 5 }                   | 350
                    元   | { of: 100, plus: -150, at_least: 0 }              | 0
                    元   | { of: 100, at_most: 60 }                          | 6000
                    元   | { of: 149.99, round: 百元 }                       | 10000
                    元   | { of: 150, round: 百元 }                          | 20000
                    元   | { of: 150, round: 百元, mode: down }              | 10000
                    元   | { of: 100.01, round: 元, mode: up }               | 10100
                    元   | { of: 1.25, round: 角 }                           | 130
                    元   | { of: cap, times: halving }                       | 7500000
                    元   | { of: days, times: 30 }                           | 21000
                    元   | { of: counter.pool.paid, times: -1, plus: 1500 }  | 149877
                    元   | { of: counter.admissions, times: 10 }             | 2000
                    比例 | { of: 1, times: 1, at_most: 95% }                 | 95000000
                    元   | { of: 800, each_visit: { add: -100 } }            | 60000
                    元   | { of: 800, each_visit: { times: 50% } }           | 20000
                    元   | { of: 800, each_visit: { add: -100, times: 50%, from: 3 } } | 35000
                    元   | { of: 800, each_visit: { add: -100, from: 4 } }   | 80000
                    元   | { of: 800, each_visit: { add: -100, times: 50%, from: 5 } } | 80000
                    元   | { of: 100, times: coverage.resident.wait }        | 30000
                    元   | { of: 100, times: uplift }                        | 500
                    """)
    void formulasAreExactAndInOrder(String unit, String is, long expected) {
        SampleFacts facts = new SampleFacts()
                .number("days", 7)
                .number("visit", 3)
                .number("counter.pool.paid", 123)
                .number("counter.admissions", 2)
                .word("paid_late", "yes")
                .number("broken_years", 1);
        assertThat(number(unit, is, facts)).isEqualTo(expected);
    }

    @Test
    void theFirstRuleThatHoldsIsUsed() {
        SampleFacts ordinary =
                new SampleFacts().word("level", "level3").number("age", 40).number("days_old", 15000);
        assertThat(number("deductible", ordinary)).isEqualTo(80_050);
        assertThat(number("deductible", ordinary.has("identity", "孤儿"))).isZero();
        SampleFacts child = new SampleFacts()
                .word("level", "level3")
                .number("age", 17)
                .number("days_old", 6300)
                .word("class.aid", "二类");
        assertThat(number("deductible", child)).isEqualTo(40_000);
        assertThat(number("deductible", child.number("age", 18))).isEqualTo(80_050);
        SampleFacts second = ordinary.word("level", "level2").number("visit", 2);
        assertThat(number("deductible", second)).isEqualTo(15_000);
        assertThat(number("deductible", second.number("visit", 3))).isEqualTo(10_000);
        SampleFacts low = second.word("level", "level1");
        assertThat(number("deductible", low)).isEqualTo(20_000);
        assertThat(number("deductible", low.number("age", 70))).isEqualTo(15_000);
        assertThat(number("deductible", low.number("age", 71))).isEqualTo(20_000);
        assertThat(number("deductible", low.number("age", 75))).isEqualTo(15_000);
        assertThat(number("deductible", low.number("days_old", 28))).isEqualTo(15_000);
    }

    @Test
    void tablesAndBandsAreLookedUp() {
        SampleFacts high = new SampleFacts().word("fee_tier", "高档").word("level", "level2");
        Resolved bands = Objects.requireNonNull(
                Evaluator.parameter(PACK, "ratio", DAY, high).value());
        assertThat(bands.bands())
                .containsExactly(new Resolved.Band(1_000_000L, 85_000_000), new Resolved.Band(null, 90_000_000));
        assertThat(number("ratio", high.word("level", "community"))).isEqualTo(92_000_000);
        assertThat(number("ratio", high.word("fee_tier", ""))).isEqualTo(75_000_000);
    }

    @Test
    void boundsMayBeParameters() {
        SampleFacts facts = new SampleFacts().number("counter.admissions", 5);
        assertThat(number("aid.ratio", facts.number("counter.critical.burden", 1_200_000)))
                .isEqualTo(80_000_000);
        assertThat(number("aid.ratio", facts.number("counter.critical.burden", 1_199_999)))
                .isEqualTo(60_000_000);
        assertThat(number("aid.ratio", facts.number("counter.admissions", 2).word("class.aid", "一类")))
                .isEqualTo(100_000_000);
    }

    @Test
    void theSourcesOfAllThatWasUsedAreTold() {
        Resolved resolved = Objects.requireNonNull(Evaluator.parameter(
                        PACK,
                        "deductible",
                        DAY,
                        new SampleFacts()
                                .word("level", "level3")
                                .number("age", 40)
                                .number("days_old", 15000))
                .value());
        assertThat(resolved.basis()).extracting(Basis::parameter).containsExactly("deductible", "standard");
        assertThat(resolved.basis().get(1).from()).isEqualTo(LocalDate.of(2018, 1, 1));
    }

    @Test
    void withoutAValueThereIsAFailure() {
        SampleFacts nobody = new SampleFacts();
        for (String parameter : List.of("chronic.cap", "missing")) {
            Failure failure = Objects.requireNonNull(
                    Evaluator.parameter(PACK, parameter, DAY, nobody).failure());
            assertThat(failure.code()).isEqualTo(Failure.Code.NO_VALUE);
            assertThat(failure.field()).isEqualTo(parameter);
        }
        assertThat(Evaluator.parameter(PACK, "cap", LocalDate.of(2017, 12, 31), nobody)
                        .resolved())
                .isEmpty();
    }

    /** The sample with further parameters of the unit 元. */
    private static PolicyPack with(String... parameters) {
        StringBuilder text = new StringBuilder("parameters:\n");
        for (String parameter : parameters) {
            String[] parts = parameter.split(": ", 2);
            text.append(
                    "  " + parts[0] + ":\n    meaning: 试\n    unit: 元\n    values: [{ from: 2024-01-01, source: 办法 一, "
                            + parts[1] + " }]\n");
        }
        Map<String, String> files = new LinkedHashMap<>(SamplePack.files());
        files.put("tables/x.yaml", text.toString());
        return PolicyPack.read("sample", files).getPack();
    }

    private static Failure failure(PolicyPack pack, String parameter) {
        return Objects.requireNonNull(
                Evaluator.parameter(pack, parameter, DAY, new SampleFacts()).failure());
    }

    @Test
    void theFirstThatHasNoValueIsNamed() {
        PolicyPack pack = with(
                "a: is: { of: b, plus: c }",
                "b: rules: [{ when: { level: level3 }, is: 1 }]",
                "c: by: care_level, is: { 3: 7 }");
        assertThat(failure(pack, "a")).isEqualTo(new Failure(Failure.Code.NO_VALUE, "b", "", "至少一条规则适用"));
        assertThat(failure(pack, "c")).isEqualTo(new Failure(Failure.Code.NO_VALUE, "c", "0", "表中按 care_level 列出的值"));
        assertThat(failure(pack, "nobody"))
                .isEqualTo(new Failure(Failure.Code.NO_VALUE, "nobody", "2024-06-01", "规则包里的参数"));
        Failure early = Objects.requireNonNull(Evaluator.parameter(pack, "a", DAY.minusYears(1), new SampleFacts())
                .failure());
        assertThat(early).isEqualTo(new Failure(Failure.Code.NO_VALUE, "a", "2023-06-01", "当日有值"));
        SampleFacts known = new SampleFacts().number("care_level", 3).word("level", "level3");
        assertThat(Objects.requireNonNull(
                                Evaluator.parameter(pack, "a", DAY, known).value())
                        .value())
                .isEqualTo(800);
    }

    @Test
    void referencesGoSoDeepAndNoDeeper() {
        String[] chain = new String[33];
        for (int i = 0; i < 33; i++) {
            chain[i] = "p" + i + ": is: " + (i == 0 ? "5" : "{ of: p" + (i - 1) + " }");
        }
        PolicyPack pack = with(chain);
        assertThat(Objects.requireNonNull(Evaluator.parameter(pack, "p31", DAY, new SampleFacts())
                                .value())
                        .value())
                .isEqualTo(500);
        assertThat(failure(pack, "p32").field()).isEqualTo("p0");
    }

    @Test
    void referencesSideBySideAreNotDeep() {
        StringBuilder rules = new StringBuilder("a: rules: [");
        for (int i = 0; i < 40; i++) {
            rules.append("{ when: { counter.critical.burden: \"> critical.line\", age: ")
                    .append(i)
                    .append(" }, is: 1 }, ");
        }
        SampleFacts known =
                new SampleFacts().number("counter.critical.burden", 1_200_001).number("age", 50);
        assertThat(Objects.requireNonNull(Evaluator.parameter(with(rules + "{ is: 2 }]"), "a", DAY, known)
                                .value())
                        .value())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            age: 6                                   | true
            age: ">=6"                               | true
            age: ">6"                                | false
            age: "<=6"                               | true
            age: "<6"                                | false
            age: "5..6"                              | true
            age: "7..9"                              | false
            age: ["<3", 6]                           | true
            level: level2                            | true
            level: [level1, level3]                  | false
            level: ">level1"                         | true
            level: "<level2"                         | false
            level: "<=level2"                        | true
            identity: 低保                           | true
            identity: [特困, 孤儿]                   | false
            not: { identity: 特困 }                  | true
            any: [{ age: 5 }, { level: level2 }]     | true
            any: [{ age: 5 }, { level: level3 }]     | false
            'age: 6, level: level3'                  | false
            counter.pool.paid: ">=12.34"             | true
            counter.pool.paid: ">12.34"              | false
            counter.pool.paid: "<= outpatient.line"  | true
            counter.pool.paid: ">= outpatient.line"  | false
            """)
    void conditionsHoldOrNot(String when, boolean holds) {
        PolicyPack pack = with("a: rules: [{ when: { " + when + " }, is: 1 }, { is: 0 }]");
        SampleFacts known = new SampleFacts()
                .number("age", 6)
                .word("level", "level2")
                .has("identity", "低保")
                .number("counter.pool.paid", 1234);
        assertThat(Objects.requireNonNull(
                                Evaluator.parameter(pack, "a", DAY, known).value())
                        .value())
                .isEqualTo(holds ? 100 : 0);
    }

    @Test
    void aConditionWhoseBoundHasNoValueDoesNotHold() {
        Condition condition = new Condition.Within(
                Fact.of(Fact.Kind.AGE),
                new Condition.Bound(new Operand.Reference("nobody"), true),
                null,
                new Place("a.yaml", 1));
        Evaluator.Verdict verdict = Evaluator.condition(PACK, condition, DAY, new SampleFacts());
        assertThat(verdict.holds()).isFalse();
        assertThat(Objects.requireNonNull(verdict.failure()).field()).isEqualTo("nobody");
        Evaluator.Verdict always = Evaluator.condition(PACK, Condition.ALWAYS, DAY, new SampleFacts());
        assertThat(always).isEqualTo(new Evaluator.Verdict(true, null));
    }
}
