package org.tongchou.benefit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.benefit.calculation.CalculatorPack;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.CalculatorParameters;
import org.tongchou.benefit.policy.PolicyPack;

/** Cases of calculators: what is wrong with them is said, and the regions leave no parameter untried. */
class CalculatorCasesTest {
    private static final String CREDIT = "credit: { month: 2023-03, person_type: 在职, wage: 8123.45 }";

    private static CaseReader.Reading read(String calculator, String expect) {
        String text = "cases:\n  - case: 试\n    " + calculator + "\n    expect: " + expect + "\n";
        return CaseReader.read("cases.yaml", text, List.of("level1"), true);
    }

    private static CaseResult run(String calculator, String expect) {
        CaseReader.Reading reading = read(calculator, expect);
        assertThat(reading.problems()).isEmpty();
        return new CaseRunner(CalculatorPack.PACK).run(reading.cases().get(0));
    }

    @Test
    void aCaseThatHoldsPassesWithItsExplanation() {
        CaseResult result = run(CREDIT, "{ credit: 162.470 }");
        assertThat(result.passed()).isTrue();
        assertThat(result.findCalculated())
                .hasValueSatisfying(calculated ->
                        assertThat(calculated.getFound().explanation().steps()).hasSize(2));
    }

    @Test
    void aCaseThatDoesNotHoldSaysWhatCameOut() {
        assertThat(run(CREDIT, "{ credit: 162.48 }").differences()).containsExactly("credit 应为“162.48”，得到“162.47”");
        assertThat(run(CREDIT, "{ credits: 162.47 }").differences()).containsExactly("没有“credits”，请检查拼写");
        assertThat(run(CREDIT, "{ failure: E-BEN-003 }").differences()).containsExactly("应失败 E-BEN-003，得到了结果");
        assertThat(run(CREDIT.replace("8123.45", "-1"), "{ credit: 1 }").differences())
                .singleElement()
                .asString()
                .contains("E-BEN-003", "wage");
        assertThat(run(CREDIT.replace("8123.45", "-1"), "{ failure: E-BEN-007 }")
                        .differences())
                .containsExactly("failure 应为“E-BEN-007”，得到“E-BEN-003”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credit: { person_type: 在职, wage: 1 }",
                "credit: { month: 三月, person_type: 在职, wage: 1 }",
                "credit: { month: 2023-03, person_type: 在职, salary: 1 }",
                "credit: { month: 2023-03, person_type: 在职, wage: 1.001 }",
                "resident_dues: { person_type: 居民 }",
                "coverage: { date: 2024-01-01, payments: [{ scheme: resident, year: 2024, kind: gift }] }",
                "coverage: { date: 2024-01-01, payments: [{ scheme: employee, months: 2024-01..x }] }",
                "coverage: { date: 2024-01-01, payments: [{ scheme: employee, months: 2024-03..2024-02 }] }",
                "subsidy: { year: 2024-01-01, counties: [{ county: 甲县, tier: 一档, expected: 10, counted: 9.5 }] }",
                "allowance: { date: 2024-01-01, event: wedding }",
            })
    void badInputsAreReportedWithTheirLine(String calculator) {
        CaseReader.Reading reading = read(calculator, "{ credit: 1 }");
        assertThat(reading.cases()).isEmpty();
        assertThat(reading.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("cases.yaml:3"));
    }

    @Test
    void aCaseMustExpectSomething() {
        assertThat(read(CREDIT, "{}").problems()).singleElement().asString().contains("expect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wuhan", "demo"})
    void everyParameterOfTheCalculatorsIsUsed(String region) throws IOException {
        Path folder = Path.of("../../regions").resolve(region);
        PolicyPack pack = PolicyPack.read(folder).getPack();
        Set<String> untried = new TreeSet<>(pack.parameters().keySet());
        untried.retainAll(CalculatorParameters.byName().keySet());
        assertThat(untried).isNotEmpty();
        CaseFolder.Report report = CaseFolder.run(folder);
        assertThat(report.passed()).isTrue();
        for (CaseResult result : report.results()) {
            result.findCalculated()
                    .filter(Result.Found.class::isInstance)
                    .ifPresent(calculated -> calculated.getFound().explanation().steps().stream()
                            .flatMap(step -> step.basis().stream())
                            .map(Basis::parameter)
                            .forEach(untried::remove));
        }
        assertThat(untried).isEmpty();
    }
}
