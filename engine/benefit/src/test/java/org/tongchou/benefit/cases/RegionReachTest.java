package org.tongchou.benefit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.CalculatorParameters;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Tier;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Settlement;

/** The cases of the complete regions leave no plan, no tier and no parameter of settlement untried. */
class RegionReachTest {
    private static final Path REGIONS = Path.of("../../regions");

    /** Cases of {@code wuhan} that say again what was worked out elsewhere from the official texts. */
    private static final List<String> WORKED_OUT_ELSEWHERE = List.of(
            "目录拆分：全自费、乙类先付、范围内",
            "居民三级医院当年第一次住院",
            "居民三级医院当年第二次住院，起付线减半",
            "大病保险按年度累计、分段、按次结算",
            "一类，重特大疾病，到七万限额",
            "二类，重特大疾病",
            "四类，重特大疾病",
            "二类，一般疾病",
            "倾斜救助：超过七千的部分付一半",
            "倾斜救助的另一种读法：超过七千的全额付一半",
            "在职职工门诊，起付七百按年累计");

    private static List<CaseResult> results(String region) throws IOException {
        CaseFolder.Report report = CaseFolder.run(REGIONS.resolve(region));
        assertThat(report.passed()).isTrue();
        return report.results();
    }

    private static Stream<Settlement> settlements(List<CaseResult> results) {
        return results.stream()
                .flatMap(result -> result.outcomes().stream())
                .map(Outcome::settlement)
                .flatMap(java.util.Optional::stream);
    }

    private static Stream<Step> steps(List<CaseResult> results) {
        return settlements(results)
                .flatMap(settlement -> settlement.explanation().stream())
                .flatMap(explanation -> explanation.steps().stream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wuhan", "demo"})
    void everyPlanSettlesABill(String region) throws IOException {
        PolicyPack pack = PolicyPack.read(REGIONS.resolve(region)).getPack();
        Stream<String> used =
                settlements(results(region)).map(settlement -> settlement.plan().id());
        assertThat(used)
                .containsAll(pack.plans().stream().map(plan -> plan.id()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wuhan", "demo"})
    void everyTierComesToSomething(String region) throws IOException {
        PolicyPack pack = PolicyPack.read(REGIONS.resolve(region)).getPack();
        Set<String> paid = new LinkedHashSet<>();
        steps(results(region))
                .filter(step -> step.kind() == Step.Kind.PAYMENT || step.kind() == Step.Kind.COUNTED)
                .filter(step -> step.amount() > 0)
                .forEach(step -> paid.add(step.subject()));
        assertThat(paid)
                .containsAll(pack.tiers().values().stream().map(Tier::id).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wuhan", "demo"})
    void everyParameterOfSettlementIsUsed(String region) throws IOException {
        PolicyPack pack = PolicyPack.read(REGIONS.resolve(region)).getPack();
        Set<String> used = new TreeSet<>();
        steps(results(region))
                .forEach(step -> step.basis().stream().map(Basis::parameter).forEach(used::add));
        Set<String> unused = new TreeSet<>(pack.parameters().keySet());
        unused.removeAll(used);
        unused.removeAll(CalculatorParameters.byName().keySet());
        // These two stand in dues.resident only, which is no matter of a bill.
        unused.removeAll(Set.of("resident.dues.national", "resident.dues.income"));
        assertThat(unused).isEmpty();
    }

    @Test
    void whatWasWorkedOutElsewhereIsAmongTheCases() throws IOException {
        assertThat(results("wuhan").stream().map(result -> result.tried().name()))
                .containsAll(WORKED_OUT_ELSEWHERE);
    }

    @Test
    void everyCaseShowsItsArithmetic() throws IOException {
        for (String region : List.of("wuhan", "demo")) {
            assertThat(results(region))
                    .allSatisfy(result -> assertThat(result.tried().because())
                            .as(result.tried().name())
                            .isNotBlank());
        }
    }
}
