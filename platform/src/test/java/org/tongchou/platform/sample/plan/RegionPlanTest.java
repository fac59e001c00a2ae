package org.tongchou.platform.sample.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.codes.CreditCode;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.platform.sample.plan.RegionPlan.Identity;
import org.tongchou.platform.sample.plan.RegionPlan.Period;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedEmployer;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedPerson;

/** What is planned is what was asked for, hangs together, and is the same every time. */
class RegionPlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Set<String> TIERS = Set.of("一档");
    private static final PolicyPack DEMO = pack("demo");
    private static final RegionPlan PLAN = plan(5_000, 7);

    private static PolicyPack pack(String name) {
        return PolicyPack.read(Path.of("..", "regions", name)).getPack();
    }

    private static RegionPlan plan(int people, long seed) {
        return RegionPlan.of(DEMO, TIERS, new Setting(people, seed, DAY));
    }

    @Test
    void theSameSeedGivesTheSameRegionAndAnotherSeedAnother() {
        assertThat(plan(5_000, 7).digest()).isEqualTo(PLAN.digest());
        assertThat(plan(5_000, 8).digest()).isNotEqualTo(PLAN.digest());
        assertThat(plan(4_999, 7).digest()).isNotEqualTo(PLAN.digest());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 1_000})
    void thereAreAsManyPeopleAsWereAskedFor(int people) {
        assertThat(plan(people, 3).people()).hasSize(people);
    }

    @Test
    void everyNumberIsValidAndNobodysTwice() {
        assertThat(PLAN.people()).allSatisfy(person -> {
            IdentityNumber number = IdentityNumber.parse(person.idNumber()).getValue();
            assertThat(number.number()).startsWith("3599");
            assertThat(number.birth()).isEqualTo(person.born()).isBeforeOrEqualTo(DAY);
            assertThat(number.sex())
                    .isEqualTo(person.sex().equals("male") ? IdentityNumber.Sex.MALE : IdentityNumber.Sex.FEMALE);
        });
        assertThat(PLAN.people().stream().map(PlannedPerson::idNumber)).doesNotHaveDuplicates();
        assertThat(PLAN.people().stream().map(PlannedPerson::name)).doesNotHaveDuplicates();
        assertThat(PLAN.employers().stream().map(PlannedEmployer::code))
                .doesNotHaveDuplicates()
                .allSatisfy(
                        code -> assertThat(CreditCode.parse(code).findProblem()).isEmpty());
    }

    @Test
    void nobodyIsCoveredTwiceOnADay() {
        for (PlannedPerson person : PLAN.people()) {
            List<Period> periods = person.periods();
            for (int i = 0; i < periods.size(); i++) {
                Period period = periods.get(i);
                LocalDate to = period.to();
                assertThat(period.from()).isAfterOrEqualTo(person.born()).isBeforeOrEqualTo(DAY);
                assertThat(to == null).isEqualTo(period.endReason().isEmpty());
                if (to != null) {
                    assertThat(to).isAfterOrEqualTo(period.from());
                }
                if (i + 1 < periods.size()) {
                    assertThat(to).isNotNull().isBefore(periods.get(i + 1).from());
                }
            }
            assertThat(person.identities().stream().map(Identity::word)).doesNotHaveDuplicates();
        }
    }

    @Test
    void allKindsOfPeopleLiveThere() {
        Map<String, Long> types = PLAN.people().stream()
                .map(person -> person.on(DAY))
                .filter(period -> period != null)
                .collect(Collectors.groupingBy(Period::type, Collectors.counting()));
        assertThat(types.keySet()).contains("在职", "灵活就业", "退休", "成年居民", "老年居民", "新生儿", "学龄前儿童", "中小学生", "大学生");
        assertThat(types.get("在职")).isBetween(800L, 1_700L);
        assertThat(types.get("退休")).isBetween(250L, 900L);
        Set<String> identities = PLAN.people().stream()
                .flatMap(person -> person.identities().stream())
                .map(Identity::word)
                .collect(Collectors.toSet());
        assertThat(identities).contains("特困", "低保", "返贫", "低保边缘", "监测", "重残", "优抚", "公务员");
        assertThat(PLAN.people().stream().filter(person -> person.guardian() != null))
                .isNotEmpty()
                .allSatisfy(child -> assertThat(Optional.ofNullable(child.guardian())
                                .map(guardian -> PLAN.people().get(guardian).household()))
                        .hasValue(child.household()));
        assertThat(PLAN.people().stream()
                        .filter(person -> person.on(DAY) == null)
                        .count())
                .isBetween(50L, 400L);
    }

    @Test
    void everyEmployerHasPeopleAndEveryProviderStaff() {
        Set<String> named = PLAN.people().stream()
                .flatMap(person -> person.periods().stream())
                .map(Period::employer)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        assertThat(PLAN.employers().stream().map(PlannedEmployer::code)).containsExactlyInAnyOrderElementsOf(named);
        Set<String> staffed =
                PLAN.staff().stream().map(RegionPlan.PlannedStaff::provider).collect(Collectors.toSet());
        assertThat(PLAN.providers()).allSatisfy(provider -> assertThat(staffed).contains(provider.code()));
        assertThat(PLAN.staff().stream().map(RegionPlan.PlannedStaff::code)).doesNotHaveDuplicates();
        assertThat(PLAN.villages().stream().map(RegionPlan.PlannedVillage::code))
                .doesNotHaveDuplicates();
    }

    /** Every shipped policy has people, whatever words it knows. */
    @ParameterizedTest
    @ValueSource(strings = {"fuzhou", "ningde", "quanzhou", "wuhan"})
    void otherPoliciesWork(String name) {
        RegionPlan plan = RegionPlan.of(pack(name), Set.of(), new Setting(800, 1, DAY));
        assertThat(plan.people()).hasSize(800);
        assertThat(plan.people().stream()
                        .map(PlannedPerson::idNumber)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .hasSize(800);
    }
}
