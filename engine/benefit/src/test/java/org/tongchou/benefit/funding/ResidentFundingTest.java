package org.tongchou.benefit.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertExplained;
import static org.tongchou.benefit.calculation.CalculatorPack.assertRefused;
import static org.tongchou.benefit.calculation.CalculatorPack.person;
import static org.tongchou.benefit.calculation.CalculatorPack.told;
import static org.tongchou.benefit.calculation.CalculatorPack.with;
import static org.tongchou.benefit.calculation.CalculatorPack.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.funding.Appropriations.Grant;
import org.tongchou.benefit.funding.Appropriations.Stage;
import org.tongchou.benefit.funding.FiscalSubsidy.Share;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

class ResidentFundingTest {
    private static final LocalDate YEAR = LocalDate.of(2024, 1, 1);
    private static final PolicyPack PACK_WITH_EQUAL_SHARES = with("""
              dues.resident.subsidised:
                meaning: 试
                unit: 比例
                values:
                  - from: 2020-01-01
                    source: 办法
                    rules: [{ when: { identity: [特困, 低保] }, is: 90% }, { is: 0 }]
            """);

    private static ResidentDues dues(Insured person) {
        return ResidentDues.of(PACK, person, "居民", YEAR).getValue();
    }

    private static ResidentDues dues(String... identities) {
        return dues(person("1980-03-01", "male", identities));
    }

    @Test
    void duesAreTheHigherOfStandardAndIncomeInWholeYuan() {
        assertThat(dues().dues()).isEqualTo(yuan("380"));
        assertThat(withIncome("70000")).isEqualTo(yuan("399"));
        assertThat(withIncome("70086")).isEqualTo(yuan("399"));
        assertThat(withIncome("70088")).isEqualTo(yuan("400"));
    }

    private static Money withIncome(String income) {
        PolicyPack richer = with("  resident.dues.income:\n    meaning: 收入\n    unit: 元/年\n"
                + "    values: [{ from: 2020-01-01, source: 办法, is: " + income + " }]");
        return ResidentDues.of(richer, person("1980-03-01", "male"), "居民", YEAR)
                .getValue()
                .dues();
    }

    @Test
    void duesDependOnAgeAndTier() {
        assertThat(dues(person("2006-01-02", "male")).dues()).isEqualTo(yuan("300"));
        assertThat(dues(person("2006-01-01", "male")).dues()).isEqualTo(yuan("380"));
        Insured second = new Insured(LocalDate.of(1980, 1, 1), null, "", List.of(), "二档");
        assertThat(dues(second).dues()).isEqualTo(yuan("650"));
    }

    @Test
    void theHighestSubsidyIsPaidOnce() {
        assertThat(dues()).isEqualTo(new ResidentDues(yuan("380"), Money.ZERO, null));
        assertThat(dues("特困")).isEqualTo(new ResidentDues(yuan("380"), yuan("380"), "特困"));
        assertThat(dues("低保").personal()).isEqualTo(yuan("38"));
        assertThat(dues("重残").subsidised()).isEqualTo(yuan("250"));
        assertThat(dues("重残", "低保")).isEqualTo(new ResidentDues(yuan("380"), yuan("342"), "低保"));
        assertThat(dues("低保", "重残", "特困").identity()).isEqualTo("特困");
        assertExplained(
                ResidentDues.of(PACK, person("1980-03-01", "male", "低保"), "居民", YEAR),
                "dues.resident",
                "dues.resident.subsidised");
    }

    @Test
    void badPeopleAreRefused() {
        assertRefused(ResidentDues.of(PACK, person("2024-01-02", "male"), "居民", YEAR), "E-BEN-007", "year");
        assertRefused(ResidentDues.of(PACK, person("1980-01-02", "male", "贫困"), "居民", YEAR), "E-BEN-002", "identity");
        assertRefused(
                ResidentDues.of(PACK, person("1980-01-02", "male"), "居民", LocalDate.of(2019, 1, 1)),
                "E-BEN-012",
                "dues.resident");
    }

    @Test
    void theCountyBearsWhatTheOthersLeave() {
        FiscalSubsidy subsidy = FiscalSubsidy.of(
                        PACK,
                        List.of(
                                new CountyHeads("甲县", "一档", 1000, 1010),
                                new CountyHeads("乙县", "二档", 10, 9),
                                new CountyHeads("丙区", "三档", 0, 1)),
                        YEAR)
                .getValue();
        assertThat(subsidy.shares())
                .contains(
                        new Share("甲县", Level.CENTRAL, yuan("429048"), yuan("382320")),
                        new Share("甲县", Level.PROVINCE, yuan("90900"), yuan("85500")),
                        new Share("甲县", Level.CITY, yuan("40400"), Money.ZERO),
                        new Share("甲县", Level.COUNTY, yuan("154732"), Money.ZERO),
                        new Share("乙县", Level.CENTRAL, yuan("3823.20"), yuan("3823.20")),
                        new Share("乙县", Level.PROVINCE, yuan("810"), yuan("855")),
                        new Share("乙县", Level.CITY, yuan("180"), Money.ZERO),
                        new Share("丙区", Level.CITY, yuan("10"), Money.ZERO),
                        new Share("丙区", Level.COUNTY, yuan("183.20"), Money.ZERO));
        assertThat(subsidy.total()).isEqualTo(yuan("722160"));
        assertThat(subsidy.due(Level.CITY)).isEqualTo(yuan("40590"));
        assertThat(subsidy.shares().get(5).clearing()).isEqualTo(yuan("-45"));
        assertExplained(
                FiscalSubsidy.of(PACK, List.of(new CountyHeads("甲县", "一档", 1, 1)), YEAR),
                "subsidy.standard",
                "subsidy.central.share",
                "subsidy.province.per_head",
                "subsidy.city.per_head",
                "subsidy.central.advance",
                "subsidy.province.advance");
    }

    @Test
    void badHeadsAndTooHighSharesAreRefused() {
        assertRefused(
                FiscalSubsidy.of(PACK, List.of(new CountyHeads("甲县", "一档", 0, -1)), YEAR), "E-BEN-003", "甲县.counted");
        assertRefused(
                FiscalSubsidy.of(PACK, List.of(new CountyHeads("甲县", "", 0, 1)), YEAR), "E-BEN-001", "county_tier");
        assertRefused(
                FiscalSubsidy.of(PACK, List.of(new CountyHeads("甲县", "四档", 0, 1)), YEAR),
                "E-BEN-012",
                "subsidy.city.per_head");
        PolicyPack much = with("  subsidy.central.share:\n    meaning: 中央\n    unit: 比例\n"
                + "    values: [{ from: 2020-01-01, source: 办法, is: 90% }]");
        assertRefused(
                FiscalSubsidy.of(much, List.of(new CountyHeads("甲县", "一档", 1, 1)), YEAR),
                "E-BEN-012",
                "subsidy.standard");
    }

    /** Published account of 宁德 2024: 708 yuan a head, paid by three levels and for poor students. */
    @Test
    void grantsOfNingdeAddUpAsPublished() {
        Appropriations grants = Appropriations.of(
                        PACK,
                        List.of(
                                new Grant("central", Stage.ADVANCE, wan("102162")),
                                new Grant("central", Stage.CLEARING, wan("9054")),
                                new Grant("province", Stage.ADVANCE, wan("29863")),
                                new Grant("province", Stage.CLEARING, wan("1241")),
                                new Grant("county", Stage.CLEARING, wan("46172.13")),
                                new Grant("students", Stage.CLEARING, wan("27.36"))),
                        YEAR)
                .getValue();
        assertThat(grants.total().in(MoneyUnit.WAN_YUAN)).isEqualByComparingTo("188519.49");
        assertThat(grants.impliedHeads()).isEqualTo(2_662_705);
        Map<String, String> shares = Map.of("central", "58.99%", "province", "16.50%", "county", "24.49%");
        shares.forEach((payer, share) ->
                assertThat(grants.share(payer).orElseThrow().print()).isEqualTo(share));
        assertThat(grants.advanceShare("central").orElseThrow().print()).isEqualTo("91.86%");
        assertThat(grants.advanceShare("province").orElseThrow().print()).isEqualTo("96.01%");
        assertThat(grants.advanceShare("nobody")).isEmpty();
    }

    private static Money wan(String amount) {
        return Money.wanYuan(amount);
    }

    @Test
    void ofEqualSubsidiesTheFirstIdentityCountsAndNoneWhenEverybodyGetsIt() {
        PolicyPack same = with("dues.resident.subsidised", "比例", "50%");
        assertThat(ResidentDues.of(same, person("1980-03-01", "male", "低保"), "居民", YEAR)
                        .getValue())
                .isEqualTo(new ResidentDues(yuan("380"), yuan("190"), null));
        assertThat(dues("特困", "低保").identity()).isEqualTo("特困");
        for (List<String> held : List.of(List.of("低保", "特困"), List.of("特困", "低保"))) {
            assertThat(ResidentDues.of(
                                    PACK_WITH_EQUAL_SHARES,
                                    person("1980-03-01", "male", held.toArray(String[]::new)),
                                    "居民",
                                    YEAR)
                            .getValue()
                            .identity())
                    .isEqualTo(held.get(0));
        }
    }

    @Test
    void aSubsidyIsNeverMoreThanTheDues() {
        PolicyPack rich = with("dues.resident.subsidised_amount", "元/年", "380.01");
        ResidentDues dues =
                ResidentDues.of(rich, person("1980-03-01", "male"), "居民", YEAR).getValue();
        assertThat(dues.subsidised()).isEqualTo(yuan("380"));
        assertThat(dues.personal()).isEqualTo(Money.ZERO);
    }

    @Test
    void theSubsidyIsToldStepByStep() {
        assertThat(told(ResidentDues.of(PACK, person("1980-03-01", "male", "低保", "重残"), "居民", YEAR)))
                .containsExactly(
                        "居民医保个人缴费标准：380.00 元",
                        "资助标准：低保 = 342.00 元",
                        "资助标准：重残 = 250.00 元",
                        "资助参保：就高不重复，按 低保 → 342.00 元，个人缴 38.00 元");
        assertThat(told(ResidentDues.of(PACK, person("1980-03-01", "male"), "居民", YEAR)))
                .containsExactly("居民医保个人缴费标准：380.00 元", "资助参保：就高不重复 → 0.00 元，个人缴 380.00 元");
    }

    @Test
    void theUpperLevelsMayBearTheWholeStandardButNotMore() {
        List<CountyHeads> one = List.of(new CountyHeads("甲县", "一档", 1, 1));
        // 708 = 424.80 + 90 + 193.20
        assertThat(FiscalSubsidy.of(with("subsidy.city.per_head", "元/年", "193.20"), one, YEAR)
                        .getValue()
                        .due(Level.COUNTY))
                .isEqualTo(Money.ZERO);
        assertRefused(
                FiscalSubsidy.of(with("subsidy.city.per_head", "元/年", "193.21"), one, YEAR),
                "E-BEN-012",
                "subsidy.standard");
        assertRefused(
                FiscalSubsidy.of(PACK, List.of(new CountyHeads("甲县", "一档", -1, 0)), YEAR), "E-BEN-003", "甲县.expected");
        assertRefused(
                Appropriations.of(with("subsidy.standard", "元/年", "0"), List.of(), YEAR),
                "E-BEN-012",
                "subsidy.standard");
    }

    @Test
    void theSharesOfTheLevelsAreToldStepByStep() {
        // 708 × 60 % = 424.80; 708 − 424.80 − 90 − 40 = 153.20
        assertThat(told(FiscalSubsidy.of(PACK, List.of(new CountyHeads("甲县", "一档", 1000, 1010)), YEAR)))
                .containsExactly(
                        "甲县 中央补助：1010 人 × 424.8 元 → 429,048.00 元，预拨 382,320.00 元，清算 46,728.00 元",
                        "甲县 省级补助：1010 人 × 90 元 → 90,900.00 元，预拨 85,500.00 元，清算 5,400.00 元",
                        "甲县 市级补助：1010 人 × 40 元 → 40,400.00 元，预拨 0.00 元，清算 40,400.00 元",
                        "甲县 县级补助：1010 人 × 153.2 元 → 154,732.00 元，预拨 0.00 元，清算 154,732.00 元",
                        "财政补助合计：1 个区县 = 715,080.00 元");
        // 708,354 ÷ 708 = 1,000.5
        List<Grant> grants = List.of(
                new Grant("central", Stage.ADVANCE, yuan("708000")), new Grant("central", Stage.CLEARING, yuan("354")));
        assertThat(told(Appropriations.of(PACK, grants, YEAR))).containsExactly("到位财政补助：2 笔 → 708,354.00 元，折合 1001 人");
    }
}
