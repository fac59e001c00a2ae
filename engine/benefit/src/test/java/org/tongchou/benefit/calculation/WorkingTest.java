package org.tongchou.benefit.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertRefused;
import static org.tongchou.benefit.calculation.CalculatorPack.person;
import static org.tongchou.benefit.calculation.CalculatorPack.with;
import static org.tongchou.benefit.calculation.CalculatorPack.yuan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.account.AccountCredit;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.funding.ResidentDues;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.Held;

/** What all calculators have in common: the facts that rules see, steps with their parameters, refusals. */
class WorkingTest {
    private static final LocalDate YEAR = LocalDate.of(2024, 1, 1);

    private static PolicyPack dues(String when) {
        return with("""
                  dues.resident:
                    meaning: 试
                    unit: 元/年
                    values:
                      - from: 2020-01-01
                        source: 办法
                        rules: [{ when: %s, is: 300 }, { is: 380 }]
                """.formatted(when));
    }

    private static Result<ResidentDues> dues(PolicyPack pack, Insured person) {
        return ResidentDues.of(pack, person, "居民", YEAR);
    }

    @Test
    void everythingIsTheFirstVisit() {
        PolicyPack byVisit = with("dues.resident", "元/年", "{ of: 300, each_visit: { add: 50, from: 1 } }");
        assertThat(dues(byVisit, person("1980-03-01", "male")).getValue().dues())
                .isEqualTo(yuan("350"));
    }

    @Test
    void aRuleThatAsksForWhatNobodyGaveIsRefused() {
        assertRefused(dues(dues("{ weeks: \">3\" }"), person("1980-03-01", "male")), "E-BEN-001", "weeks");
        assertRefused(dues(dues("{ fund: aid }"), person("1980-03-01", "male")), "E-BEN-001", "fund");
        assertRefused(dues(dues("{ sex: male }"), Insured.of(LocalDate.of(1980, 3, 1))), "E-BEN-001", "sex");
    }

    @Test
    void rulesSeeIdentitiesOnlyWhileTheyAreHeld() {
        PolicyPack pack = dues("{ class.aid: 二类 }");
        assertThat(dues(pack, held("2024-01-01", "2024-01-01")).getValue().dues())
                .isEqualTo(yuan("300"));
        assertThat(dues(pack, held("2024-01-02", "2024-12-31")).getValue().dues())
                .isEqualTo(yuan("380"));
        assertThat(dues(pack, person("1980-03-01", "male", "低保", "特困"))
                        .getValue()
                        .dues())
                .isEqualTo(yuan("380"));
        assertThat(dues(dues("{ class.aid: none }"), person("1980-03-01", "male", "重残"))
                        .getValue()
                        .dues())
                .isEqualTo(yuan("300"));
    }

    private static Insured held(String from, String to) {
        return new Insured(
                LocalDate.of(1980, 3, 1),
                null,
                "male",
                List.of(new Held("低保", LocalDate.parse(from), LocalDate.parse(to))),
                "");
    }

    @Test
    void peopleAreAskedAboutFromBirthToDeath() {
        LocalDate born = LocalDate.of(2024, 1, 1);
        assertThat(dues(PACK, new Insured(born, YEAR, "male", List.of(), ""))
                        .getValue()
                        .dues())
                .isEqualTo(yuan("300"));
        Insured dead = new Insured(LocalDate.of(1980, 3, 1), YEAR.minusDays(1), "male", List.of(), "");
        assertRefused(dues(PACK, dead), "E-BEN-007", "year");
        assertRefused(dues(PACK, new Insured(born.plusDays(1), null, "male", List.of(), "")), "E-BEN-007", "year");
    }

    @Test
    void everyStepNamesTheParametersAskedSinceTheOneBefore() {
        Contributor working = new Contributor(person("1980-03-01", "male"), "在职", yuan("5000"));
        List<Step> steps = AccountCredit.of(PACK, working, YearMonth.of(2024, 3))
                .getFound()
                .explanation()
                .steps();
        assertThat(steps.get(0).basis())
                .extracting(Basis::parameter)
                .containsExactly("account.credit.rate", "account.credit.fixed", "dues.base.min", "dues.base.max");
        assertThat(steps.get(1).basis()).isEmpty();
        assertThat(steps.get(1).amount()).isEqualTo(100_00);
    }

    @Test
    void aRefusalHasNoValueAndStaysOne() {
        Result<ResidentDues> refused = dues(PACK, person("2024-01-02", "male"));
        assertThatThrownBy(refused::getValue)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("E-BEN-007");
        assertRefused(refused.map(ResidentDues::dues), "E-BEN-007", "year");
        assertThat(dues(PACK, person("1980-03-01", "male"))
                        .map(ResidentDues::dues)
                        .getValue())
                .isEqualTo(yuan("380"));
    }
}
