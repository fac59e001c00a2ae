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
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.funding.MonthlyDues.PartDues;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;

class EmployeeDuesTest {
    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    private static Contributor in(String type, String wage) {
        return new Contributor(person("1980-03-01", "male"), type, yuan(wage));
    }

    private static MonthlyDues dues(String type, String wage, String month) {
        return EmployeeDues.of(PACK, in(type, wage), YearMonth.parse(month)).getValue();
    }

    private static PartDues part(Part part, String unit, String personal) {
        return new PartDues(part, yuan(unit), yuan(personal));
    }

    @Test
    void everyPartIsRoundedOnce() {
        MonthlyDues dues = dues("在职", "8123.45", "2024-03");
        assertThat(dues.base()).isEqualTo(yuan("8123.45"));
        assertThat(dues.parts())
                .containsExactly(
                        part(Part.BASIC, "649.88", "162.47"),
                        part(Part.MATERNITY, "56.86", "0"),
                        part(Part.LARGE, "0", "7"),
                        part(Part.CARE, "5", "0"));
        assertThat(dues.unit()).isEqualTo(yuan("711.74"));
        assertThat(dues.personal()).isEqualTo(yuan("169.47"));
        assertThat(dues.due()).isEqualTo("2024-04-30");
    }

    @Test
    void theBaseIsHeldBetweenItsLimits() {
        assertThat(dues("在职", "3999.99", "2023-03").base()).isEqualTo(yuan("4000"));
        assertThat(dues("在职", "0", "2023-03").unit()).isEqualTo(yuan("348"));
        assertThat(dues("在职", "20000.01", "2023-03").base()).isEqualTo(yuan("20000"));
    }

    @Test
    void flexibleWorkersPayAllAndRetiredOnlyLargeAmounts() {
        assertThat(dues("灵活就业", "5000", "2024-03").parts())
                .containsExactly(part(Part.BASIC, "0", "500"), part(Part.LARGE, "0", "7"));
        assertThat(dues("退休", "5000", "2024-03").parts()).containsExactly(part(Part.LARGE, "0", "7"));
    }

    @Test
    void aReductionHalvesTheUnitsPartOnly() {
        assertThat(dues("在职", "10000", "2020-03").parts()).contains(part(Part.BASIC, "400", "200"));
        assertThat(dues("在职", "10000", "2020-07").parts()).contains(part(Part.BASIC, "800", "200"));
    }

    @Test
    void anEmployersPartIsRoundedOnceOrForEachPerson() {
        List<Contributor> three = Collections.nCopies(3, in("在职", "8123.45"));
        assertThat(EmployeeDues.ofEmployer(PACK, three, MARCH).getValue().parts())
                .contains(part(Part.BASIC, "1949.63", "487.41"));
        assertThat(EmployeeDues.ofEmployer(PACK, three, YearMonth.of(2023, 3))
                        .getValue()
                        .parts())
                .contains(part(Part.BASIC, "1949.64", "487.41"));
    }

    @Test
    void deferralMovesTheDueDay() {
        assertThat(dues("在职", "5000", "2022-07").due()).isEqualTo("2022-11-30");
        assertThat(dues("在职", "5000", "2022-09").due()).isEqualTo("2022-10-31");
    }

    @Test
    void theWayIsExplained() {
        Result<MonthlyDues> result = EmployeeDues.of(PACK, in("在职", "8123.45"), MARCH);
        assertExplained(
                result,
                "dues.base.min",
                "dues.base.max",
                "dues.basic.unit",
                "dues.basic.personal",
                "dues.maternity.unit",
                "dues.large.personal_fixed",
                "dues.care.unit_fixed",
                "dues.step",
                "dues.whole_unit",
                "dues.due_months");
    }

    @Test
    void badContributorsAreRefused() {
        assertRefused(EmployeeDues.of(PACK, in("在职", "-0.01"), MARCH), "E-BEN-003", "wage");
        assertRefused(EmployeeDues.of(PACK, in("在职", "100000000.01"), MARCH), "E-BEN-003", "wage");
        assertRefused(EmployeeDues.of(PACK, in("工人", "1"), MARCH), "E-BEN-002", "person_type");
        assertRefused(EmployeeDues.ofEmployer(PACK, List.of(), MARCH), "E-BEN-003", "contributors");
        assertRefused(EmployeeDues.of(PACK, in("在职", "1"), YearMonth.of(1980, 3)), "E-BEN-012", "dues.base.min");
        assertRefused(EmployeeDues.of(PACK, in("在职", "1"), YearMonth.of(1980, 2)), "E-BEN-007", "month");
        PolicyPack crossed = with(
                "  dues.base.max: { meaning: 上限, unit: 元/月, values: [{ from: 2020-01-01, source: 办法, is: 3000 }] }");
        assertRefused(EmployeeDues.of(crossed, in("在职", "1"), MARCH), "E-BEN-012", "dues.base.max");
    }

    @Test
    void aLateFeeGrowsByTheDayUpToItsMost() {
        assertThat(fee("1000", "2024-04-30")).isEqualTo(Money.ZERO);
        assertThat(fee("1000", "2024-05-01")).isEqualTo(yuan("0.50"));
        assertThat(fee("1234.56", "2024-05-10")).isEqualTo(yuan("6.17"));
        assertThat(fee("1000", "2040-01-01")).isEqualTo(yuan("1000"));
        assertThat(LateFee.of(PACK, in("在职", "1"), YearMonth.of(2022, 7), yuan("1000"), LocalDate.of(2022, 12, 2))
                        .getValue())
                .isEqualTo(yuan("1"));
        assertExplained(
                LateFee.of(PACK, in("在职", "1"), MARCH, yuan("1"), LocalDate.of(2024, 6, 1)),
                "dues.late_fee",
                "dues.late_fee.most");
        assertRefused(
                LateFee.of(PACK, in("在职", "1"), MARCH, yuan("-1"), LocalDate.of(2024, 6, 1)), "E-BEN-003", "owed");
    }

    private static Money fee(String owed, String paid) {
        return LateFee.of(PACK, in("在职", "1"), MARCH, yuan(owed), LocalDate.parse(paid))
                .getValue();
    }

    @Test
    void duesAreToldStepByStep() {
        assertThat(told(EmployeeDues.of(PACK, in("在职", "10000"), YearMonth.of(2020, 3))))
                .containsExactly(
                        "缴费基数：10,000.00 元 在 4000.00 至 20000.00 元之间取值 → 10000 元",
                        "职工基本医疗保险月缴费：单位 10000 × 8% × (1 − 50%)，个人 10000 × 2% → 单位 400 元，个人 200 元",
                        "生育保险月缴费：单位 10000 × 0.7%，个人 0 → 单位 70 元，个人 0 元",
                        "大额医疗费用补助月缴费：单位 0，个人 7 → 单位 0 元，个人 7 元",
                        "缴费期限：2020-03 后 1 个月 → 2020-04-30",
                        "应缴：单位 470.00 元，个人 207.00 元，2020-04-30 前缴清");
        PolicyPack both = with("dues.basic.unit_fixed", "元/月", "12");
        assertThat(told(EmployeeDues.of(both, in("在职", "10000"), YearMonth.of(2020, 3))))
                .contains("职工基本医疗保险月缴费：单位 (10000 × 8% + 12) × (1 − 50%)，个人 10000 × 2% → 单位 406 元，个人 200 元");
    }

    @Test
    void aRateOfBandsIsNoOneNumber() {
        assertRefused(
                LateFee.of(
                        with("dues.late_fee", "比例", "[{ upto: 100, is: 1% }, { is: 2% }]"),
                        in("在职", "1"),
                        MARCH,
                        yuan("1"),
                        LocalDate.of(2024, 6, 1)),
                "E-BEN-012",
                "dues.late_fee");
    }

    @Test
    void whatIsRoundedLaterOrNotOwedIsToldSo() {
        assertThat(told(EmployeeDues.of(PACK, in("在职", "8123.45"), MARCH)))
                .contains("职工基本医疗保险月缴费：单位 8123.45 × 8%，个人 8123.45 × 2% → 单位 649.876 元（合计后保留），个人 162.47 元");
        assertThat(told(EmployeeDues.of(PACK, in("灵活就业", "5000"), YearMonth.of(2020, 3))))
                .contains("职工基本医疗保险月缴费：单位 0，个人 5000 × 10% → 单位 0 元，个人 500 元");
        PolicyPack nothing = with("dues.basic.reduction", "比例", "100%");
        assertThat(told(EmployeeDues.of(nothing, in("在职", "5000"), MARCH)))
                .contains("职工基本医疗保险月缴费：单位 0，个人 5000 × 2% → 单位 0 元（合计后保留），个人 100 元");
    }

    @Test
    void theLimitsOfTheBaseMayMeet() {
        PolicyPack one = with("dues.base.max", "元/月", "4000");
        assertThat(EmployeeDues.of(one, in("在职", "8123.45"), MARCH).getValue().base())
                .isEqualTo(yuan("4000"));
    }

    @Test
    void duesAreRoundedToSomething() {
        assertRefused(EmployeeDues.of(with("dues.step", "元", "0"), in("在职", "5000"), MARCH), "E-BEN-012", "dues.step");
    }

    @Test
    void aLateFeeIsToldStepByStep() {
        // 1,000 × 0.05 % × 2,000 = 1,000, which is the most
        assertThat(told(LateFee.of(PACK, in("在职", "1"), MARCH, yuan("1000"), LocalDate.of(2029, 10, 21))))
                .containsExactly(
                        "缴费期限：2024-03 后 1 个月 → 2024-04-30",
                        "滞纳金：应缴日 2024-04-30 至 2029-10-21 共 2000 天，欠缴 1,000.00 元 = 1,000.00 元");
        assertThat(told(LateFee.of(PACK, in("在职", "1"), MARCH, yuan("1000"), LocalDate.of(2029, 10, 22))))
                .contains("滞纳金：应缴日 2024-04-30 至 2029-10-22 共 2001 天，欠缴 1,000.00 元，至多 1,000.00 元 = 1,000.00 元");
        assertThat(told(EmployeeDues.of(PACK, in("在职", "5000"), YearMonth.of(2022, 7))))
                .contains("缴费期限：2022-07 后 1 个月，缓缴 3 个月 → 2022-11-30");
        assertRefused(
                LateFee.of(PACK, in("在职", "1"), YearMonth.of(1980, 2), yuan("1"), LocalDate.of(2024, 6, 1)),
                "E-BEN-007",
                "month");
    }
}
