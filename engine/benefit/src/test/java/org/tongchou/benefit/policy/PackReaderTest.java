package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.policy.Condition.Bound;
import org.tongchou.benefit.policy.Condition.LevelBound;
import org.tongchou.benefit.policy.Expression.EachVisit;
import org.tongchou.benefit.policy.Expression.Formula;
import org.tongchou.money.Rounding;

class PackReaderTest {
    private final PackReading reading = PolicyPack.read(SamplePack.FOLDER);
    private final PolicyPack pack = reading.pack();

    private static <T> T of(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private Value value(String parameter, LocalDate day) {
        return of(pack.parameters(), parameter).on(day).orElseThrow().value();
    }

    @Test
    void theSampleHasNoFindings() {
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.getPack()).isSameAs(pack);
        assertThat(pack.id()).isEqualTo("sample");
    }

    @Test
    void regionAndSourcesAreAsWritten() {
        assertThat(pack.region()).isEqualTo(new Region("999900", "样例市", Trust.DEMO, new Place("region.yaml", 3)));
        assertThat(of(pack.sources(), "办法"))
                .isEqualTo(new Source(
                        "办法",
                        "样例市居民医保办法",
                        "样政〔2020〕1号",
                        "https://example.org/1",
                        LocalDate.of(2026, 1, 1),
                        Trust.OFFICIAL,
                        new Place("region.yaml", 6)));
        assertThat(of(pack.sources(), "通知").trust()).isEqualTo(Trust.DEMO);
    }

    @Test
    void wordsKeepTheirOrderAndCodes() {
        assertThat(pack.vocabulary().levels()).containsExactly("community", "level1", "level2", "level3");
        assertThat(of(pack.vocabulary().of(Vocabulary.Kind.LEVELS), "level2").codes())
                .containsExactly("05", "06");
        assertThat(of(pack.vocabulary().of(Vocabulary.Kind.DIAGNOSES), "肿瘤").codes())
                .containsExactly("C", "D0");
        assertThat(of(pack.vocabulary().funds(), "critical").field()).isEqualTo(Fund.Field.HIFMI_PAY);
        assertThat(of(pack.vocabulary().classes(), "aid").ranks())
                .containsExactly(Map.entry("一类", List.of("特困", "孤儿")), Map.entry("二类", List.of("低保")));
        assertThat(pack.vocabulary().wordsOf(Fact.find("class.aid").orElseThrow()))
                .containsExactly("none", "一类", "二类");
        assertThat(pack.vocabulary().wordsOf(Fact.of(Fact.Kind.SCHEME))).contains("resident", "bonus");
    }

    @Test
    void numbersAreExactInTheirUnit() {
        assertThat(((Value.Single) value("class_b", LocalDate.of(2020, 1, 1))).is())
                .isEqualTo(new Expression.Written(10_000_000));
        Value.Table standard = (Value.Table) value("standard", LocalDate.of(2024, 12, 31));
        assertThat(((Value.Single) of(standard.rows(), "level3")).is()).isEqualTo(new Expression.Written(80_050));
        assertThat(((Value.Single) value("halving", LocalDate.of(2024, 1, 1))).is())
                .isEqualTo(new Expression.Written(50_000_000));
        assertThat(((Value.Single) value("allowance.own_base", LocalDate.of(2024, 1, 1))).is())
                .isEqualTo(new Expression.Written(1));
    }

    @Test
    void valuesHoldFromTheirDay() {
        Parameter standard = of(pack.parameters(), "standard");
        assertThat(standard.on(LocalDate.of(2017, 12, 31))).isEmpty();
        assertThat(standard.on(LocalDate.of(2024, 12, 31)).map(DatedValue::from))
                .contains(LocalDate.of(2018, 1, 1));
        DatedValue later = standard.on(LocalDate.of(2025, 1, 1)).orElseThrow();
        assertThat(later.sources()).containsExactly(new Citation("办法", "第三条"), new Citation("通知", "一"));
        assertThat(later.checked()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(later.trust()).isEqualTo(Trust.PUBLISHED);
        assertThat(((Value.Table) later.value()).otherwise()).isNotNull();
        assertThat(of(pack.parameters(), "critical.line").on(LocalDate.of(2024, 12, 31)))
                .isPresent();
    }

    @Test
    void formulasAreKeptAsWritten() {
        Value.Rules rules = (Value.Rules) value("deductible", LocalDate.of(2024, 1, 1));
        Formula halved = (Formula) ((Value.Single) rules.rules().get(1).is()).is();
        assertThat(halved.of()).isEqualTo(new Operand.Reference("standard"));
        assertThat(halved.times()).isEqualTo(new Operand.Written(50_000_000));
        assertThat(halved.round()).isEqualTo(new RoundTo(RoundTo.Step.YUAN, Rounding.TRUNCATE));
        Formula visits = (Formula) ((Value.Single) rules.rules().get(2).is()).is();
        assertThat(visits.eachVisit())
                .isEqualTo(new EachVisit(new Operand.Written(-10_000), new Operand.Reference("halving"), 2));
        assertThat(visits.atLeast()).isEqualTo(new Operand.Written(10_000));
        assertThat(visits.atMost()).isEqualTo(new Operand.Reference("standard"));
        assertThat(visits.round()).isNull();
        Formula years = (Formula) ((Value.Single) value("chronic.more", LocalDate.of(2024, 1, 1))).is();
        assertThat(years.of()).isEqualTo(new Operand.Asked(Fact.of(Fact.Kind.INSURED_YEARS)));
        assertThat(years.times()).isEqualTo(new Operand.Written(10_000_000_000L));
    }

    @Test
    void conditionsAreKeptAsWritten() {
        Value.Rules rules = (Value.Rules) value("deductible", LocalDate.of(2024, 1, 1));
        Place second = new Place(SamplePack.PARAMETERS, 35);
        assertThat(rules.rules().get(1).when())
                .isEqualTo(new Condition.All(List.of(
                        new Condition.Is(new Fact(Fact.Kind.CLASS, "aid"), List.of("二类"), second),
                        new Condition.Within(
                                Fact.of(Fact.Kind.AGE),
                                new Bound(new Operand.Written(6), true),
                                new Bound(new Operand.Written(17), true),
                                second))));
        Place third = new Place(SamplePack.PARAMETERS, 36);
        assertThat(rules.rules().get(2).when())
                .isEqualTo(new Condition.All(List.of(
                        new Condition.Ranked(new LevelBound("level2", true), null, third),
                        new Condition.Within(
                                Fact.of(Fact.Kind.VISIT), new Bound(new Operand.Written(2), true), null, third))));
        assertThat(rules.rules().get(4).when()).isEqualTo(Condition.ALWAYS);
        Value.Rules aid = (Value.Rules) value("aid.ratio", LocalDate.of(2024, 1, 1));
        assertThat(((Condition.Within) aid.rules().get(0).when()).low())
                .isEqualTo(new Bound(new Operand.Reference("critical.line"), true));
        assertThat(((Condition.Within) aid.rules().get(1).when()).high())
                .isEqualTo(new Bound(new Operand.Written(3), false));
    }

    @Test
    void bandsHaveInclusiveUpperBoundsInFen() {
        Value.Bands bands = (Value.Bands) value("critical.ratio", LocalDate.of(2024, 1, 1));
        assertThat(bands.bands()).extracting(Value.Band::upTo).containsExactly(3_000_000L, 10_000_000L, null);
        Value.Table ratio = (Value.Table) value("ratio", LocalDate.of(2024, 1, 1));
        assertThat(ratio.by()).isEqualTo(Fact.of(Fact.Kind.FEE_TIER));
        Value.Table high = (Value.Table) of(ratio.rows(), "高档");
        assertThat(high.by()).isEqualTo(Fact.of(Fact.Kind.LEVEL));
        assertThat(high.otherwise()).isInstanceOf(Value.Bands.class);
    }

    @Test
    void tiersAreKeptAsWritten() {
        Tier pool = of(pack.tiers(), "pool");
        assertThat(pool.basic()).isTrue();
        assertThat(pool.deductible())
                .isEqualTo(new Deductible(
                        "deductible",
                        Deductible.Per.BILL,
                        null,
                        Deductible.Chain.HIGHEST,
                        Deductible.Counts.EXCESS,
                        false,
                        new Place(SamplePack.PLANS, 6)));
        assertThat(pool.adjust())
                .extracting(Adjustment::change)
                .containsExactly(
                        Adjustment.Change.ADD,
                        Adjustment.Change.TIMES,
                        Adjustment.Change.OWN_TIMES,
                        Adjustment.Change.REPLACE);
        assertThat(pool.limits()).hasExactlyElementsOfTypes(Limit.Counted.class, Limit.Each.class, Limit.Share.class);
        assertThat(pool.limits()).extracting(Limit::excess).containsExactly(true, false, false);
        assertThat(((Limit.Each) pool.limits().get(1)).timesDays()).isTrue();
        assertThat(pool.limits().get(1).when()).isInstanceOf(Condition.Is.class);
        assertThat(pool.round()).isEqualTo(new RoundTo(RoundTo.Step.JIAO, Rounding.HALF_UP));
        assertThat(pool.bands()).isEqualTo(Tier.BandsFrom.AFTER_DEDUCTIBLE);
        Tier outpatient = of(pack.tiers(), "outpatient");
        assertThat(((Limit.Counted) outpatient.limits().get(0)).ofBase()).isTrue();
        assertThat(((Limit.Diseases) outpatient.limits().get(1)).plus()).isEqualTo("chronic.more");
        assertThat(outpatient.holdsOn(LocalDate.of(2030, 12, 31))).isTrue();
        assertThat(outpatient.holdsOn(LocalDate.of(2031, 1, 1))).isFalse();
        Tier critical = of(pack.tiers(), "critical");
        assertThat(critical.base()).containsExactly(Bucket.DEDUCTIBLE, Bucket.SHARE, Bucket.OVER_CAP);
        assertThat(critical.measure()).isEqualTo(Tier.Measure.YEAR);
        assertThat(critical.against()).isEqualTo(Tier.Against.PAID);
        assertThat(of(pack.tiers(), "warning").fund()).isNull();
        assertThat(of(pack.tiers(), "account").balance()).isEqualTo(Tier.Balance.ACCOUNT);
    }

    @Test
    void plansKeepTheirOrder() {
        assertThat(pack.plans()).extracting(Plan::id).containsExactly("inpatient", "outpatient", "aid");
        Plan inpatient = pack.plans().get(0);
        assertThat(inpatient.split())
                .isEqualTo(new Split(
                        "class_b",
                        "first",
                        Split.FirstOrder.BEFORE_CLASS_B,
                        Split.PackagePrice.ALWAYS,
                        Split.Above.HOSPITAL,
                        new Place(SamplePack.PLANS, 65)));
        assertThat(inpatient.tiers()).containsExactly("pool", "critical", "aid", "warning", "account");
        assertThat(pack.plans().get(2).split().classB()).isNull();
        assertThat(pack.plans().get(1).holdsOn(LocalDate.of(2017, 12, 31))).isFalse();
    }

    @Test
    void fieldsOfTiersAndPlansHavePlaces() {
        assertThat(reading.places())
                .containsEntry("tiers.pool.ratio", new Place(SamplePack.PLANS, 7))
                .containsEntry("plans.inpatient.counts", new Place(SamplePack.PLANS, 64));
    }

    @Test
    void aFolderThatIsNoneIsAFinding() {
        PackReading none = PolicyPack.read(Path.of("src/test/resources/packs/missing"));
        assertThat(none.findPack()).isEqualTo(Optional.empty());
        assertThat(none.findings()).extracting(Finding::rule).contains(PackRule.UNREADABLE, PackRule.NO_REGION);
    }
}
