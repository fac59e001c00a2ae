package org.tongchou.benefit.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.assertExplained;
import static org.tongchou.benefit.calculation.CalculatorPack.assertRefused;
import static org.tongchou.benefit.calculation.CalculatorPack.person;
import static org.tongchou.benefit.calculation.CalculatorPack.told;
import static org.tongchou.benefit.calculation.CalculatorPack.with;
import static org.tongchou.benefit.calculation.CalculatorPack.yuan;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.account.Movement.Kind;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;

class AccountYearTest {
    private static final Contributor HOLDER = holder("在职", "8123.45");

    private static Contributor holder(String type, String wage) {
        return new Contributor(person("1960-03-01", "male"), type, yuan(wage));
    }

    private static Movement on(String day, Kind kind, String amount) {
        return Movement.of(LocalDate.parse(day), kind, yuan(amount));
    }

    private static Account account(String carried, String current) {
        return new Account(yuan(carried), yuan(current));
    }

    private static Result<AccountYear> year(int year, String carried, Movement... movements) {
        return AccountYear.of(PACK, HOLDER, Year.of(year), account(carried, "0"), List.of(movements));
    }

    @Test
    void creditsFollowTheBaseOrAreFixed() {
        YearMonth month = YearMonth.of(2023, 3);
        assertThat(AccountCredit.of(PACK, HOLDER, month).getValue()).isEqualTo(yuan("162.47"));
        assertThat(AccountCredit.of(PACK, holder("在职", "1000"), month).getValue())
                .isEqualTo(yuan("80"));
        assertThat(AccountCredit.of(PACK, holder("退休", "0"), month).getValue()).isEqualTo(yuan("83"));
        assertThat(AccountCredit.of(PACK, holder("灵活退休", "0"), month).getValue())
                .isEqualTo(yuan("66"));
        assertThat(AccountCredit.of(PACK, holder("灵活就业", "5000"), month).getValue())
                .isEqualTo(Money.ZERO);
        assertExplained(AccountCredit.of(PACK, HOLDER, month), "account.credit.rate", "account.credit.fixed");
        assertRefused(AccountCredit.of(PACK, holder("在职", "-1"), month), "E-BEN-003", "wage");
    }

    @Test
    void yearlyInterestIsOnTheOpeningBalance() {
        AccountYear result = year(
                        2020, "1000", on("2020-03-01", Kind.CREDIT, "100"), on("2020-06-01", Kind.PAYMENT, "300"))
                .getValue();
        assertThat(result.entries())
                .extracting(AccountYear.Entry::after)
                .containsExactly(account("1000", "100"), account("700", "100"));
        assertThat(result.interest()).isEqualTo(account("15", "0"));
        assertThat(result.closing()).isEqualTo(account("815", "0"));
        assertThat(result.paidOut()).isEqualTo(Money.ZERO);
    }

    @Test
    void monthlyInterestIsOnMonthEnds() {
        AccountYear result =
                year(2021, "1200", on("2021-07-01", Kind.CREDIT, "600")).getValue();
        assertThat(result.interest()).isEqualTo(account("18", "1.05"));
        AccountYear onLastDay =
                year(2021, "1200", on("2021-06-30", Kind.CREDIT, "600")).getValue();
        assertThat(onLastDay.interest()).isEqualTo(account("18", "1.23"));
    }

    @Test
    void dailyInterestIsOnEveryDay() {
        assertThat(year(2022, "3600").getValue().interest()).isEqualTo(account("54.75", "0"));
        AccountYear result =
                year(2022, "3600", on("2022-12-31", Kind.PAYMENT, "3600")).getValue();
        assertThat(result.interest()).isEqualTo(account("54.60", "0"));
        assertExplained(
                year(2022, "3600"),
                "account.interest.carried",
                "account.interest.current",
                "account.interest.every",
                "account.interest.year_days");
    }

    @Test
    void theOrderOfUseIsTheRegions() {
        AccountYear earlierFirst = year(
                        2022, "100", on("2022-01-05", Kind.CREDIT, "50"), on("2022-02-01", Kind.PAYMENT, "120"))
                .getValue();
        assertThat(earlierFirst.entries().get(1).after()).isEqualTo(account("0", "30"));
        AccountYear currentFirst = year(
                        2023, "100", on("2023-01-05", Kind.CREDIT, "50"), on("2023-02-01", Kind.PAYMENT, "120"))
                .getValue();
        assertThat(currentFirst.entries().get(1).after()).isEqualTo(account("30", "0"));
    }

    @Test
    void refundsGiveBackWhatWasTakenLast() {
        AccountYear result = year(
                        2023,
                        "100",
                        on("2023-01-05", Kind.CREDIT, "100"),
                        on("2023-02-01", Kind.PAYMENT, "150"),
                        Movement.refund(LocalDate.of(2023, 3, 1), yuan("60"), 1),
                        Movement.refund(LocalDate.of(2023, 3, 2), yuan("90"), 1))
                .getValue();
        assertThat(result.entries())
                .extracting(AccountYear.Entry::after)
                .containsExactly(
                        account("100", "100"), account("50", "0"), account("100", "10"), account("100", "100"));
    }

    @Test
    void refundsNeedTheirPayment() {
        Movement payment = on("2023-02-01", Kind.PAYMENT, "50");
        LocalDate day = LocalDate.of(2023, 3, 1);
        assertRefused(
                year(2023, "100", payment, Movement.refund(day, yuan("50.01"), 0)), "E-BEN-006", "movements[1].amount");
        assertRefused(
                year(2023, "100", payment, Movement.refund(day, yuan("30"), 0), Movement.refund(day, yuan("30"), 0)),
                "E-BEN-006",
                "movements[2].amount");
        assertRefused(year(2023, "100", Movement.refund(day, yuan("1"), 0)), "E-BEN-006", "movements[0].refunds");
        assertRefused(
                year(2023, "100", on("2023-01-01", Kind.CREDIT, "9"), Movement.refund(day, yuan("1"), 0)),
                "E-BEN-006",
                "movements[1].refunds");
    }

    @Test
    void onlyWhatIsAboveTheLineMayMove() {
        AccountYear result =
                year(2023, "2500", on("2023-02-01", Kind.TRANSFER, "500")).getValue();
        assertThat(result.entries().get(0).after()).isEqualTo(account("2000", "0"));
        assertRefused(
                year(2023, "2500", on("2023-02-01", Kind.TRANSFER, "500.01")), "E-BEN-003", "movements[0].amount");
        assertRefused(year(2023, "1999", on("2023-02-01", Kind.TRANSFER, "0.01")), "E-BEN-003", "movements[0].amount");
    }

    @Test
    void aClosedAccountIsPaidOutWithItsInterest() {
        AccountYear result =
                year(2022, "3600", on("2022-01-11", Kind.CLOSE, "0")).getValue();
        assertThat(result.interest()).isEqualTo(account("1.50", "0"));
        assertThat(result.paidOut()).isEqualTo(yuan("3601.50"));
        assertThat(result.closing()).isEqualTo(Account.EMPTY);
        assertThat(year(2020, "3600", on("2020-12-31", Kind.CLOSE, "0"))
                        .getValue()
                        .paidOut())
                .isEqualTo(yuan("3600"));
        assertRefused(
                year(2022, "3600", on("2022-01-11", Kind.CLOSE, "0"), on("2022-01-12", Kind.CREDIT, "1")),
                "E-BEN-007",
                "movements[1].day");
    }

    @Test
    void badMovementsAreRefused() {
        assertRefused(year(2023, "100", on("2023-02-01", Kind.PAYMENT, "100.01")), "E-BEN-003", "movements[0].amount");
        assertRefused(year(2023, "100", on("2023-02-01", Kind.PAYMENT, "0")), "E-BEN-003", "movements[0].amount");
        assertRefused(year(2023, "100", on("2023-02-01", Kind.CREDIT, "-1")), "E-BEN-003", "movements[0].amount");
        assertRefused(year(2023, "100", on("2022-12-31", Kind.CREDIT, "1")), "E-BEN-007", "movements[0].day");
        assertRefused(
                year(2023, "100", on("2023-02-02", Kind.CREDIT, "1"), on("2023-02-01", Kind.CREDIT, "1")),
                "E-BEN-007",
                "movements[1].day");
        assertRefused(year(2023, "-1"), "E-BEN-003", "opening");
        var odd = with(
                "  account.interest.every: { meaning: 周期, unit: 月, values: [{ from: 2020-01-01, source: 办法, is: 5 }] }");
        assertRefused(
                AccountYear.of(odd, HOLDER, Year.of(2023), Account.EMPTY, List.of()),
                "E-BEN-012",
                "account.interest.every");
    }

    @Test
    void theAccountPaysForNearRelatives() {
        LocalDate day = LocalDate.of(2023, 5, 1);
        assertThat(FamilyUse.of(PACK, HOLDER, "父母", day).getValue()).isTrue();
        assertThat(FamilyUse.of(PACK, HOLDER, "邻居", day).getValue()).isFalse();
        assertExplained(FamilyUse.of(PACK, HOLDER, "子女", day), "account.mutual.allowed");
    }

    @Test
    void theYearIsToldStepByStep() {
        // 3,600 on 31 days, 3,500 on 334: 1,280,600 × 1.5% ÷ 360 = 53.358…
        assertThat(told(year(2022, "3600", on("2022-02-01", Kind.PAYMENT, "100"))))
                .containsExactly(
                        "2022-02-01 支付：历年 -100.00 元，当年 0.00 元 → 余额 3,500.00 元",
                        "利息：历年 1,280,600.00 元 × 1.5% ÷ 360，当年 0.00 元 × 0.35% ÷ 360 = 53.36 元",
                        "年末结转：3,500.00 元 + 利息 53.36 元 = 3,553.36 元");
        assertThat(told(year(2020, "10", on("2020-03-01", Kind.CLOSE, "0"))))
                .contains("销户支取：10.00 元 + 利息 0.00 元 = 10.00 元");
        assertThat(told(AccountCredit.of(PACK, HOLDER, YearMonth.of(2023, 3))))
                .containsExactly(
                        "缴费基数：8,123.45 元 在 4000.00 至 20000.00 元之间取值 → 8123.45 元", "月划入：8123.45 × 2% + 0 = 162.47 元");
    }

    private static Account interest(PolicyPack pack, int year, String carried, Movement... movements) {
        return AccountYear.of(pack, HOLDER, Year.of(year), account(carried, "0"), List.of(movements))
                .getValue()
                .interest();
    }

    @Test
    void quarterlyInterestIsOnTheEndsOfQuarters() {
        // 1,200 at the end of March, 600 at those of June, September and December: 3,000 × 1.5% ÷ 4
        PolicyPack quarterly = with("account.interest.every", "月", "3");
        assertThat(interest(quarterly, 2021, "1200", on("2021-05-01", Kind.PAYMENT, "600")))
                .isEqualTo(account("11.25", "0"));
    }

    @Test
    void eitherRateMayBeNought() {
        // 600 at the ends of six months: 3,600 × 0.35% ÷ 12
        PolicyPack onlyCurrent = with("account.interest.carried", "比例", "0");
        assertThat(interest(onlyCurrent, 2021, "1200", on("2021-07-01", Kind.CREDIT, "600")))
                .isEqualTo(account("0", "1.05"));
        PolicyPack onlyCarried = with("account.interest.current", "比例", "0");
        assertThat(interest(onlyCarried, 2021, "1200")).isEqualTo(account("18", "0"));
    }

    @Test
    void periodsBelowNoughtThatAFormulaGivesAreRefused() {
        assertRefused(
                AccountYear.of(
                        with("account.interest.every", "月", "{ of: 1, times: -1 }"),
                        HOLDER,
                        Year.of(2023),
                        Account.EMPTY,
                        List.of()),
                "E-BEN-012",
                "account.interest.every");
    }

    @Test
    void theDaysOfAYearMustBeAboveNought() {
        PolicyPack endless = with("account.interest.year_days", "天", "0");
        assertRefused(
                AccountYear.of(endless, HOLDER, Year.of(2022), account("1200", "0"), List.of()),
                "E-BEN-012",
                "account.interest.year_days");
    }

    @Test
    void eachPartOfTheOpeningIsChecked() {
        assertRefused(
                AccountYear.of(PACK, HOLDER, Year.of(2022), account("-1", "5"), List.of()),
                "E-BEN-003",
                "opening.carried");
        assertRefused(
                AccountYear.of(PACK, HOLDER, Year.of(2022), account("5", "-1"), List.of()),
                "E-BEN-003",
                "opening.current");
    }

    @Test
    void daysAfterTheYearAndHugeAmountsAreRefused() {
        assertRefused(year(2023, "100", on("2024-01-01", Kind.CREDIT, "1")), "E-BEN-007", "movements[0].day");
        assertRefused(
                year(2023, "100", on("2023-01-01", Kind.CREDIT, "100000000.01")), "E-BEN-003", "movements[0].amount");
        assertThat(year(2020, "0", on("2020-01-01", Kind.CREDIT, "100000000"))
                        .getValue()
                        .closing())
                .isEqualTo(account("100000000", "0"));
    }

    @Test
    void eachPaymentIsRefundedOnItsOwn() {
        Movement first = on("2022-02-01", Kind.PAYMENT, "50");
        Movement second = on("2022-02-02", Kind.PAYMENT, "50");
        LocalDate day = LocalDate.of(2022, 3, 1);
        AccountYear result = year(
                        2022,
                        "100",
                        first,
                        second,
                        Movement.refund(day, yuan("50"), 0),
                        Movement.refund(day, yuan("50"), 1))
                .getValue();
        assertThat(result.entries().get(3).after()).isEqualTo(account("100", "0"));
        assertRefused(
                year(2022, "100", first, Movement.refund(day, yuan("1"), -1)), "E-BEN-006", "movements[1].refunds");
    }

    @Test
    void whatWasTakenFromThisYearComesBackFirst() {
        AccountYear result = year(
                        2022,
                        "100",
                        on("2022-01-05", Kind.CREDIT, "50"),
                        on("2022-02-01", Kind.PAYMENT, "120"),
                        Movement.refund(LocalDate.of(2022, 3, 1), yuan("30"), 1))
                .getValue();
        // taken were 100 carried over and 20 of this year: 20 go back there, 10 to what was carried over
        assertThat(result.entries().get(2).after()).isEqualTo(account("10", "50"));
    }

    @Test
    void nothingIsToldOfInterestWhereThereIsNone() {
        PolicyPack none = with("""
                  account.interest.carried: { meaning: 试, unit: 比例, values: [{ from: 2020-01-01, source: 办法, is: 0 }] }
                  account.interest.current: { meaning: 试, unit: 比例, values: [{ from: 2020-01-01, source: 办法, is: 0 }] }
                """);
        Result<AccountYear> year = AccountYear.of(none, HOLDER, Year.of(2022), account("1200", "0"), List.of());
        assertThat(year.getValue().interest()).isEqualTo(Account.EMPTY);
        assertThat(told(year)).containsExactly("年末结转：1,200.00 元 + 利息 0.00 元 = 1,200.00 元");
    }

    @Test
    void aFixedCreditIsToldWithoutABase() {
        assertThat(told(AccountCredit.of(PACK, holder("退休", "5000"), YearMonth.of(2023, 3))))
                .containsExactly("月划入：0 × 0% + 83 = 83.00 元");
    }

    @Test
    void relativesAreToldAndPeopleMustBeAlive() {
        LocalDate day = LocalDate.of(2023, 5, 1);
        assertThat(told(FamilyUse.of(PACK, HOLDER, "父母", day))).containsExactly("亲属关系：父母 → 可以使用");
        assertThat(told(FamilyUse.of(PACK, HOLDER, "邻居", day))).containsExactly("亲属关系：邻居 → 不能使用");
        assertRefused(FamilyUse.of(PACK, HOLDER, "父母", LocalDate.of(1960, 2, 29)), "E-BEN-007", "date");
        assertRefused(AccountCredit.of(PACK, HOLDER, YearMonth.of(1960, 2)), "E-BEN-007", "month");
    }

    @Test
    void tooManyMovementsAreRefused() {
        Movement[] many = new Movement[100_001];
        Arrays.fill(many, on("2023-01-01", Kind.CREDIT, "0.01"));
        assertRefused(year(2023, "0", many), "E-BEN-003", "movements");
    }

    @Test
    void nothingMovesFromBelowTheLine() {
        assertThat(year(2023, "1999", on("2023-02-01", Kind.TRANSFER, "0.01")))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.failure().expected()).isEqualTo("不超过 0.00 元 的金额"));
    }
}
