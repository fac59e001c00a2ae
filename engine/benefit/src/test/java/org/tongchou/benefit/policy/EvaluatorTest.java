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
                    """)
    void formulasAreExactAndInOrder(String unit, String is, long expected) {
        SampleFacts facts = new SampleFacts()
                .number("days", 7)
                .number("visit", 3)
                .number("counter.pool.paid", 123)
                .number("counter.admissions", 2);
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
}
