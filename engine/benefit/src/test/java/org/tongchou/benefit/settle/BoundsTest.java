package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.money.Money;

/** What is just still settled, next to what is refused, and facts that decide by a day or a word. */
class BoundsTest {
    private final Policy plain = TestPack.basic("").policy();
    private final Policy aid = new TestPack()
            .param("half", "比例", "50%")
            .tier("aid", "fund: aid, base: [share], ratio: half")
            .plan("claim", "when: { kind: second_aid }, tiers: [aid]")
            .policy();

    private static String settle(Policy policy, Person person, BillBuilder bill) {
        Outcome outcome = BenefitEngine.settle(policy, person, TestPack.start(policy), bill.build());
        return outcome.failure()
                .map(failure -> failure.code().id() + " " + failure.field())
                .orElse("settled");
    }

    private String settle(BillBuilder bill) {
        return settle(plain, TestPack.person(), bill);
    }

    private static BillBuilder bill() {
        return TestPack.bill("1").line("A", "1");
    }

    private String line(Line line) {
        return settle(TestPack.bill("1").lines(List.of(line)));
    }

    private static Line line(String price, String count, String yuan) {
        return new Line(
                "",
                new BigDecimal(price),
                new BigDecimal(count),
                Money.yuan(yuan),
                "A",
                null,
                null,
                false,
                0,
                false,
                "",
                "");
    }

    private static Person person(
            LocalDate born, @Nullable LocalDate died, List<Enrolment> enrolments, List<Held> held) {
        return new Person(born, died, "", enrolments, held, List.of(), 0);
    }

    @Test
    void datesMayFallTogether() {
        LocalDate day = TestPack.DAY;
        Person oneDay =
                person(day, day, List.of(new Enrolment("resident", "", "", 0, Money.ZERO, day, day)), List.of());
        assertThat(settle(plain, oneDay, bill().admitted(day))).isEqualTo("settled");
        assertThat(settle(plain, TestPack.person(), bill().admitted(TestPack.BORN)))
                .isEqualTo("settled");
        assertThat(settle(plain, TestPack.person(), bill().admitted(TestPack.BORN.minusDays(1))))
                .isEqualTo("E-BEN-007 bill.admitted");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, settled", "5, 5, settled", "6, 0, E-BEN-003 bill.care_level", "0, 6, E-BEN-003 person.care_level"
    })
    void careLevelsAreFive(int ofBill, int ofPerson, String outcome) {
        Person person =
                new Person(TestPack.BORN, null, "", List.of(Enrolment.in("resident")), List.of(), List.of(), ofPerson);
        assertThat(settle(plain, person, bill().careLevel(ofBill))).isEqualTo(outcome);
    }

    @Test
    void amountsMayBeAsLargeAsMayBe() {
        Money largest = Money.yuan("100000000");
        Balances balances = new Balances(largest, largest, largest, largest);
        assertThat(settle(bill().days(0))).isEqualTo("settled");
        assertThat(settle(bill().balances(balances).packagePrice(largest))).isEqualTo("settled");
        assertThat(settle(bill().packagePrice(Money.yuan("100000000.01")))).isEqualTo("E-BEN-003 bill.package_price");
        assertThat(settle(bill().packagePrice(Money.ZERO))).isEqualTo("settled");
        Balances more = new Balances(Money.ZERO, null, largest, Money.yuan("100000000.01"));
        assertThat(settle(bill().balances(more))).isEqualTo("E-BEN-003 bill.mutual_account");
        assertThat(line(Line.of("", "A", "100000000", "1"))).isEqualTo("settled");
        assertThat(line(line("100000000", "1", "100000000.01"))).isEqualTo("E-BEN-003 bill.lines[0].amount");
        assertThat(line(line("100000000.01", "1", "100000000"))).isEqualTo("E-BEN-003 bill.lines[0].amount");
        assertThat(settle(TestPack.bill("1").lines(Collections.nCopies(2, Line.of("", "A", "50000000", "1")))))
                .isEqualTo("settled");
        assertThat(line(Line.of("", "A", "0", "0"))).isEqualTo("settled");
        // twelve digits before the point, nothing of it
        assertThat(line(line("999999999999", "0", "0"))).isEqualTo("settled");
        assertThat(line(line("1000000000000", "0", "0"))).isEqualTo("E-BEN-003 bill.lines[0].price");
        assertThat(line(line("0.000001", "0.0001", "0"))).isEqualTo("settled");
    }

    @ParameterizedTest
    @CsvSource({
        "0, settled",
        "1, settled",
        "1.000001, E-BEN-003 bill.lines[0].share",
        "-0.1, E-BEN-003 bill.lines[0].share"
    })
    void sharesLieWithinNoughtAndOne(String share, String outcome) {
        assertThat(line(Line.of("", "B", "10", "1").withShare(share))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, E-BEN-003 bill.lines[0].approval",
        "0, settled",
        "2, settled",
        "3, E-BEN-003 bill.lines[0].approval"
    })
    void approvalsAreThree(int approval, String outcome) {
        assertThat(line(Line.of("", "A", "10", "1").withMarks(false, approval))).isEqualTo(outcome);
    }

    @Test
    void totalsMayBeSaid() {
        assertThat(settle(bill().total(Money.yuan("1")))).isEqualTo("settled");
        assertThat(settle(aid, TestPack.person(), claim(Bucket.SHARE, "1").total(Money.yuan("1"))))
                .isEqualTo("settled");
    }

    private static BillBuilder claim(Bucket bucket, String yuan) {
        return Bill.of("1", Bill.SECOND_AID, TestPack.DAY).bucket(bucket, Money.yuan(yuan));
    }

    @Test
    void secondAidsBringPartsOnly() {
        Person person = TestPack.person();
        assertThat(settle(aid, person, claim(Bucket.TOTAL, "1"))).isEqualTo("E-BEN-002 bill.buckets.total");
        assertThat(settle(aid, person, claim(Bucket.SHARE, "1").line("A", "1"))).isEqualTo("E-BEN-005 bill.lines");
        assertThat(settle(aid, person, claim(Bucket.SHARE, "100000000"))).isEqualTo("settled");
        assertThat(settle(aid, person, claim(Bucket.SHARE, "100000000").bucket(Bucket.PRE_PAY, Money.yuan("0.01"))))
                .isEqualTo("E-BEN-003 bill.buckets");
    }

    @Test
    void aPersonMayBeEnrolledTwiceInOneScheme() {
        LocalDate day = TestPack.DAY;
        Enrolment first = new Enrolment("resident", "retired", "", 0, Money.ZERO, null, day);
        Enrolment second = new Enrolment("resident", "active", "", 0, Money.ZERO, day, null);
        Person twice = person(TestPack.BORN, null, List.of(first, second), List.of());
        assertThat(settle(plain, twice, bill())).isEqualTo("settled");
        Person other = person(TestPack.BORN, null, List.of(Enrolment.in("employee")), List.of());
        assertThat(settle(plain, other, bill().scheme("resident"))).isEqualTo("E-BEN-011 person.enrolments");
    }

    @Test
    void identitiesHoldOnTheirDays() {
        Policy policy = TestPack.basic(", when: { identity: poor, class.aid: second, class.help: only }")
                .policy();
        for (String[] row :
                new String[][] {{"0", "0", "600"}, {"1", "1", "0"}, {"-1", "-1", "0"}, {"-1", "1", "600"}}) {
            Held held = new Held(
                    "poor",
                    TestPack.DAY.plusDays(Long.parseLong(row[0])),
                    TestPack.DAY.plusDays(Long.parseLong(row[1])));
            Person person = person(TestPack.BORN, null, List.of(Enrolment.in("resident")), List.of(held));
            assertThat(BenefitEngine.settle(
                                    policy,
                                    person,
                                    TestPack.start(policy),
                                    TestPack.bill("1").line("A", "1800").build())
                            .getSettlement()
                            .fundSum())
                    .as(String.join(" ", row))
                    .isEqualTo(Money.yuan(row[2]));
        }
    }

    @ParameterizedTest
    @CsvSource({"C34.9, 600", "c34, 600", "D05, 600", "D1, 0", "AC, 0", "'', 0", "I21, 0"})
    void diagnosesLieInSetsByTheirBeginning(String code, String pool) {
        Policy policy = TestPack.basic(", when: { diagnosis: tumour }").policy();
        BillBuilder bill = TestPack.bill("1")
                .diagnoses(code.isEmpty() ? List.of() : List.of("Z00", code))
                .line("A", "1800");
        assertThat(BenefitEngine.settle(policy, TestPack.person(), TestPack.start(policy), bill.build())
                        .getSettlement()
                        .fundSum())
                .isEqualTo(Money.yuan(pool));
    }

    @ParameterizedTest
    // 2,800 of the scope are the person's own after the pool; the account holds 1,000
    @CsvSource({"'', 1000", "1000, 1000", "300, 300", "0, 0", "2000, 1000"})
    void accountsPayWhatThePersonAllows(String allowed, String paid) {
        Policy policy = TestPack.basic("")
                .tier("account", "fund: account, base: [own_in_scope], balance: account")
                .plan("a", "when: { kind: inpatient }, tiers: [pool, account]")
                .policy();
        Balances balances =
                new Balances(Money.yuan("1000"), allowed.isEmpty() ? null : Money.yuan(allowed), Money.ZERO, null);
        assertThat(BenefitEngine.settle(
                                policy,
                                TestPack.person(),
                                TestPack.start(policy),
                                TestPack.bill("1")
                                        .line("A", "5800")
                                        .balances(balances)
                                        .build())
                        .getSettlement()
                        .account())
                .isEqualTo(Money.yuan(paid));
    }

    @Test
    void countersGrowToTheirEndAndNoFurther() {
        Policy policy = TestPack.basic(", adds: [paid]").policy();
        int cell = policy.layout().findCell("paid", "").orElseThrow();
        // 600 yuan are paid: 900,000,000 yuan in all, then a fen more
        for (long before : new long[] {89_999_940_000L, 89_999_940_001L}) {
            Outcome outcome = BenefitEngine.settle(
                    policy,
                    TestPack.person(),
                    TestPack.start(policy).withCell(cell, before),
                    TestPack.bill("1").line("A", "1800").build());
            assertThat(outcome.failure().map(Failure::field))
                    .isEqualTo(before == 89_999_940_000L ? Optional.empty() : Optional.of("year.paid"));
        }
    }

    @ParameterizedTest
    // 2% for the disease of the heart, 5% for the youngest, 10% where the care is worst, 20% for men
    @CsvSource({"I21, 0, 0, '', 62", "C1, 0, 0, '', 60", "C1, 30, 0, '', 60", "C1, 29, 5, '', 75", "C1, 99, 4, male, 80"
    })
    void everyFactOfPersonAndBillIsAsked(String diagnosis, int daysOld, int care, String sex, int ratio) {
        Policy policy = TestPack.basic(", adjust: [ { when: { diagnosis: heart }, add: heart },"
                        + " { when: { days_old: \"1..29\" }, add: young }, { when: { care_level: 5 }, add: care },"
                        + " { when: { sex: male }, add: men } ]")
                .param("heart", "百分点", "2%")
                .param("young", "百分点", "5%")
                .param("care", "百分点", "10%")
                .param("men", "百分点", "20%")
                .policy();
        Person person = new Person(
                TestPack.DAY.minusDays(daysOld),
                null,
                sex,
                List.of(Enrolment.in("resident")),
                List.of(),
                List.of(),
                care);
        Settlement settlement = BenefitEngine.settle(
                        policy,
                        person,
                        TestPack.start(policy),
                        TestPack.bill("1")
                                .diagnoses(List.of(diagnosis))
                                .line("A", "1")
                                .build())
                .getSettlement();
        assertThat(settlement.basicRatio()).isEqualTo(ratio * 1_000_000L);
    }

    @ParameterizedTest
    // 2% from the seventieth birthday on, 5% for those who paid more, 10% from the seventh year on
    @CsvSource({"70, '', 0, 62", "69, '', 0, 60", "40, best, 0, 65", "40, '', 7, 70", "40, '', 6, 60"})
    void ageAndEnrolmentAreAsked(int age, String feeTier, int years, int ratio) {
        Policy policy = TestPack.basic(", adjust: [ { when: { age: \">=70\" }, add: old },"
                        + " { when: { fee_tier: best }, add: more }, { when: { insured_years: \">=7\" }, add: long } ]")
                .param("old", "百分点", "2%")
                .param("more", "百分点", "5%")
                .param("long", "百分点", "10%")
                .policy();
        Enrolment enrolment = new Enrolment("resident", "", feeTier, years, Money.ZERO, null, null);
        Person person = person(TestPack.DAY.minusYears(age), null, List.of(enrolment), List.of());
        Settlement settlement = BenefitEngine.settle(
                        policy,
                        person,
                        TestPack.start(policy),
                        TestPack.bill("1").line("A", "1").build())
                .getSettlement();
        assertThat(settlement.basicRatio()).isEqualTo(ratio * 1_000_000L);
    }
}
