package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReformTest {
    private final PackReading base = PolicyPack.read(SamplePack.FOLDER);

    private PackReading with(String text) {
        return base.with("reforms/try.yaml", "reform: { name: 试一试, base: sample }\n" + text);
    }

    private static Parameter parameter(PackReading reading, String name) {
        return Objects.requireNonNull(reading.getPack().parameters().get(name));
    }

    private static Optional<Value> on(Parameter parameter, String day) {
        return parameter.on(LocalDate.parse(day)).map(DatedValue::value);
    }

    private static Optional<Long> number(Parameter parameter, String day) {
        return on(parameter, day).map(value -> ((Expression.Written) ((Value.Single) value).is()).value());
    }

    @Test
    void aValueReplacesThoseOfTheBaseFromItsDay() {
        Parameter cap = parameter(
                with("parameters: { cap: { values: [{ from: 2026-01-01, source: 通知 三, is: 200000 }] } }"), "cap");
        assertThat(number(cap, "2025-12-31")).contains(15_000_000L);
        assertThat(number(cap, "2026-01-01")).contains(20_000_000L);
        assertThat(number(cap, "2099-01-01")).contains(20_000_000L);
        assertThat(cap.meaning()).isEqualTo("年度限额");
        assertThat(cap.unit()).isEqualTo(Unit.YUAN_PER_YEAR);
    }

    @Test
    void anEndGivesTheBaseBack() {
        Parameter line = parameter(with("""
                        parameters:
                          critical.line:
                            meaning: 大病起付，降低
                            unit: 元/年
                            values:
                              - { from: 2020-01-01, to: 2020-12-31, source: 通知 三, is: 1 }
                              - { from: 2022-07-01, to: 2025-06-30, source: 通知 三, is: 2 }
                        """), "critical.line");
        assertThat(line.values())
                .extracting(DatedValue::from, DatedValue::to)
                .containsExactly(
                        tuple(LocalDate.of(2018, 1, 1), LocalDate.of(2019, 12, 31)),
                        tuple(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)),
                        tuple(LocalDate.of(2021, 1, 1), LocalDate.of(2022, 6, 30)),
                        tuple(LocalDate.of(2022, 7, 1), LocalDate.of(2025, 6, 30)),
                        tuple(LocalDate.of(2025, 7, 1), null));
        assertThat(number(line, "2019-12-31")).contains(1_200_000L);
        assertThat(number(line, "2020-12-31")).contains(100L);
        assertThat(number(line, "2021-01-01")).contains(1_200_000L);
        assertThat(number(line, "2025-06-30")).contains(200L);
        assertThat(on(line, "2025-07-01")).containsInstanceOf(Value.Rules.class);
        assertThat(line.meaning()).isEqualTo("大病起付，降低");
    }

    @Test
    void aReformOfSeveralYearsHidesWhatBeganInBetween() {
        Parameter line = parameter(
                with("parameters: { critical.line: { values: [{ from: 2023-01-01, source: 通知 三, is: 7 }] } }"),
                "critical.line");
        assertThat(line.values()).hasSize(2);
        assertThat(number(line, "2022-12-31")).contains(1_200_000L);
        assertThat(number(line, "2026-01-01")).contains(700L);
    }

    @Test
    void tiersPlansAndCountersAreReplacedOrAdded() {
        PackReading changed = with("""
                counters:
                  extra.paid: { meaning: 补充已付, unit: 元, per: year }
                tiers:
                  aid:
                    name: 医疗救助（不限额）
                    fund: aid
                    base: [own_in_scope]
                    ratio: aid.ratio
                  extra:
                    name: 补充险
                    fund: critical
                    base: [own_in_scope]
                    ratio: most
                    limits: [{ amount: cap, counter: extra.paid, when: { counter.extra.paid: ">=0.01" } }]
                plans:
                  - { id: extra, name: 补充, when: { kind: second_aid, tag: first_aid }, tiers: [extra] }
                  - { id: aid, name: 救助补报（新）, when: { kind: second_aid }, tiers: [aid] }
                """);
        assertThat(changed.findings()).filteredOn(Finding::isError).isEmpty();
        PolicyPack pack = changed.getPack();
        assertThat(pack.plans()).extracting(Plan::id).containsExactly("extra", "inpatient", "outpatient", "aid");
        assertThat(pack.plans().get(3).name()).isEqualTo("救助补报（新）");
        assertThat(Objects.requireNonNull(pack.tiers().get("aid")).limits()).isEmpty();
        assertThat(pack.tiers()).containsKeys("pool", "extra");
        assertThat(pack.counters()).containsKeys("extra.paid", "pool.paid");
        assertThat(base.getPack().plans()).hasSize(3);
        assertThat(base.reforms()).isEmpty();
        assertThat(changed.reforms()).containsExactly("试一试");
        assertThat(changed.places())
                .containsEntry("tiers.aid.ratio", new Place("reforms/try.yaml", 9))
                .containsEntry("tiers.pool.ratio", new Place(SamplePack.PLANS, 7))
                .doesNotContainKey("tiers.aid.limits");
    }

    @Test
    void theWholeIsCheckedAnew() {
        PackReading changed = with("""
                plans:
                  - { id: all, name: 一切, tiers: [pool] }
                """);
        assertThat(changed.findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::rule)
                .containsOnly(PackRule.DEAD_PLAN);
        assertThat(changed.findPack()).isEmpty();
    }

    @Test
    void aReformOfAnotherPackIsRefused() {
        PackReading changed = base.with("try.yaml", "reform: { name: 试一试, base: other }\n");
        assertThat(changed.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(PackRule.WRONG_REFORM);
            assertThat(finding.place()).isEqualTo(new Place("try.yaml", 1));
            assertThat(finding.message()).contains("“other”").contains("“sample”");
        });
    }

    @Test
    void aFileWithoutReformIsRefused() {
        assertThat(base.with("try.yaml", "parameters: {}\n").findings())
                .extracting(Finding::rule)
                .containsExactly(PackRule.WRONG_REFORM);
        assertThat(base.with("try.yaml", "sources: {}\nreform: { name: 试, base: sample }\n")
                        .findings())
                .extracting(Finding::rule)
                .containsExactly(PackRule.UNKNOWN_KEY);
    }

    @Test
    void aParameterKeepsItsUnit() {
        PackReading changed = with("""
                parameters:
                  cap: { unit: 比例, values: [{ from: 2026-01-01, source: 通知 三, is: 50% }] }
                """);
        assertThat(changed.findings())
                .filteredOn(finding -> finding.rule() == PackRule.WRONG_REFORM)
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("元/年"));
    }

    @Test
    void aFileThatCannotBeReadIsAFinding() {
        PackReading changed = base.with(Path.of("src/test/resources/packs/missing.yaml"));
        assertThat(changed.findings()).extracting(Finding::rule).isEqualTo(List.of(PackRule.UNREADABLE));
        assertThat(changed.hasErrors()).isTrue();
    }
}
