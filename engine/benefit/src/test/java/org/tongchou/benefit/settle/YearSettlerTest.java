package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.settle.Numbered.Charge;

/** Bills by number, by hand; that they come out as bills by word do is tried over a whole year elsewhere. */
class YearSettlerTest {
    private static final long LARGEST = 10_000_000_000L;
    private static final int INTERIM = 1;
    private static final int NOTHING = BillNumbers.NOTHING;

    private final PolicyYear policies = PolicyYear.compile(
            TestPack.basic(", adds: [paid, ofDay, ofMonth, ofQuarter]")
                    .counter("ofDay", "unit: 元, per: day")
                    .counter("ofMonth", "unit: 元, per: month")
                    .counter("ofQuarter", "unit: 元, per: quarter")
                    .param("perDay", "元/日", "100")
                    .param("endless", "元/日", "100000000000")
                    .tier("account", "fund: account, base: [own_in_scope], balance: account")
                    .tier("mutual", "fund: mutual, base: [own_in_scope], balance: mutual")
                    .tier("daily", "fund: aid, base: [own_in_scope], limits: [ { amount: perDay, times: days } ]")
                    .tier("endless", "fund: aid, base: [own_in_scope], limits: [ { amount: endless, times: days } ]")
                    .plan(
                            "accounts",
                            "when: { scheme: resident }, counts: [admissions], split: { class_b: b, package: true },"
                                    + " tiers: [pool, account, mutual]")
                    .plan("poor", "when: { class.aid: second }, tiers: [pool, daily]")
                    .plan("old", "when: { age: \">=100\" }, tiers: [pool, endless]")
                    .pack(),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2026, 12, 31));
    private final YearSettler settler = new YearSettler(policies);

    private long paid(String fund) {
        return settler.paid(policies.funds().stream().map(Fund::id).toList().indexOf(fund));
    }

    private long cell(String counter) {
        return settler.cell(
                CounterLayout.of(policies.pack()).findCell(counter, "").orElseThrow());
    }

    private static Numbered on(Numbered bill, int year, int month, int day) {
        bill.date = Numbered.day(year, month, day);
        return bill;
    }

    private void refused(String code, String field, String value, Numbered bill) {
        settler.begin(bill);
        assertThat(settler.settle(Numbered.bill(180_000))).isNull();
        Failure failure = Objects.requireNonNull(settler.settle(bill));
        assertThat(failure.code().id() + " " + failure.field() + " " + failure.value())
                .isEqualTo(code + " " + field + " " + value);
        // what was refused has no effect: (1,800 − 800) × 60% is still all that was paid, and one stay counted
        assertThat(cell("paid")).isEqualTo(60_000);
        assertThat(cell("admissions")).isEqualTo(1);
    }

    @Test
    void paysAndCounts() {
        Numbered bill = Numbered.bill(1_080_000);
        bill.account = 100_000;
        bill.mutual = 30_000;
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        // (10,800 − 800) × 60% = 6,000; of the other 4,800 the accounts pay 1,000 and 300
        assertThat(settler.total()).isEqualTo(1_080_000);
        assertThat(settler.scope()).isEqualTo(1_080_000);
        assertThat(paid("pool")).isEqualTo(600_000);
        assertThat(paid("account")).isEqualTo(100_000);
        assertThat(paid("mutual")).isEqualTo(30_000);
        assertThat(paid("critical")).isZero();
        assertThat(settler.cash()).isEqualTo(350_000);
        assertThat(cell("admissions")).isEqualTo(1);
        assertThat(cell("paid")).isEqualTo(600_000);
        settler.begin(bill);
        assertThat(settler.settle(Numbered.bill(180_000))).isNull();
        assertThat(cell("paid")).isEqualTo(60_000);
        assertThat(paid("account")).isZero();
    }

    @Test
    void periodsOfTheCalendarStartAtNought() {
        Numbered person = Numbered.bill(180_000);
        settler.begin(person);
        String[] after = {"600 600 600", "1200 1200 1200", "600 1800 1800", "600 600 2400", "600 600 600", "600 600 600"
        };
        int[][] days = {{2025, 4, 29}, {2025, 4, 29}, {2025, 4, 30}, {2025, 5, 1}, {2025, 7, 1}, {2026, 7, 1}};
        for (int i = 0; i < days.length; i++) {
            assertThat(settler.settle(on(Numbered.bill(180_000), days[i][0], days[i][1], days[i][2])))
                    .isNull();
            assertThat(cell("ofDay") / 100 + " " + cell("ofMonth") / 100 + " " + cell("ofQuarter") / 100)
                    .as("bill " + i)
                    .isEqualTo(after[i]);
        }
        // the sixth bill is the first of its year
        assertThat(cell("paid")).isEqualTo(60_000);
        settler.begin(person);
        assertThat(settler.settle(on(Numbered.bill(180_000), 2025, 1, 1))).isNull();
        assertThat(cell("ofDay")).isEqualTo(60_000);
    }

    @ParameterizedTest
    @CsvSource({"2025, 5, 9, 44", "2025, 5, 10, 45", "2025, 4, 30, 44", "2025, 6, 1, 45", "2026, 1, 1, 45"})
    void ageIsInWholeYears(int year, int month, int day, int age) {
        Numbered bill = on(Numbered.bill(100), year, month, day);
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        assertThat(settler.age()).isEqualTo(age);
    }

    @ParameterizedTest
    // none, poor, poorest, both: the better rank counts; none is the first word of a class
    @CsvSource({"0, 0", "1, 2", "2, 1", "3, 1"})
    void classIsThatOfTheBestIdentity(long identities, int place) {
        Numbered bill = Numbered.bill(100);
        bill.identities = identities;
        settler.begin(bill);
        assertThat(settler.classOf(0)).isEqualTo(place);
    }

    @ParameterizedTest
    // days of a stay: the difference of the dates, at least one; 100 a day from what the pool leaves of 10,800
    @CsvSource({"3, 300", "1, 100", "0, 100", "-1, 100"})
    void daysAreThoseOfTheStay(int before, long aid) {
        Numbered bill = Numbered.bill(1_080_000);
        bill.identities = 1;
        bill.admitted = before < 0 ? BillNumbers.NO_DAY : bill.date - before;
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        assertThat(paid("aid")).isEqualTo(aid * 100);
    }

    @Test
    void packageStandsForItsLines() {
        Numbered bill = Numbered.bill(500_000);
        bill.packagePrice = 300_000;
        bill.paymentMode = 2;
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        // (3,000 − 800) × 60%
        assertThat(settler.total()).isEqualTo(300_000);
        assertThat(paid("pool")).isEqualTo(132_000);
        bill.packagePrice = 0;
        assertThat(settler.settle(bill)).isNull();
        assertThat(settler.total()).isZero();
    }

    @Test
    void aStayThatGoesOnIsNoFurtherOne() {
        Numbered bill = Numbered.bill(180_000);
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        bill.continues = INTERIM;
        assertThat(settler.settle(bill)).isNull();
        // the deductible is charged already: 1,800 × 60%
        assertThat(paid("pool")).isEqualTo(108_000);
        assertThat(cell("admissions")).isEqualTo(1);
        settler.begin(bill);
        Failure failure = Objects.requireNonNull(settler.settle(bill));
        assertThat(failure.code()).isEqualTo(Failure.Code.UNKNOWN_STAY);
    }

    @Test
    void refundsBelongToTheirLine() {
        Numbered bill = Numbered.bill(100);
        bill.charges.add(new Charge(20_000_000, 100_000, 20_000, NOTHING, NOTHING));
        bill.charges.add(new Charge(20_000_000, -40_000, -8_000, NOTHING, 1));
        bill.charges.add(new Charge(20_000_000, -60_000, -12_000, NOTHING, 1));
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        assertThat(settler.total()).isEqualTo(100);
    }

    @Test
    void refusesRefundsWithoutTheirLine() {
        for (int target : new int[] {NOTHING, 2, 1}) {
            Numbered bill = Numbered.bill(20_000);
            bill.charges.add(new Charge(200_000_000, -10_000, -20_000, NOTHING, target));
            refused("E-BEN-006", "bill.lines[1].refunds", String.valueOf(target), bill);
        }
        Numbered other = Numbered.bill(20_000);
        other.charges.add(new Charge(100_000_000, -10_000, -10_000, NOTHING, 0));
        refused("E-BEN-006", "bill.lines[1].price", "100", other);
        Numbered more = Numbered.bill(20_000);
        more.charges.add(new Charge(200_000_000, -20_000, -40_000, NOTHING, 0));
        refused("E-BEN-006", "bill.lines[1].count", "-2", more);
    }

    @Test
    void refusesDatesThatCannotBe() {
        int outside = Numbered.day(2027, 1, 1);
        refused("E-BEN-007", "bill.date", String.valueOf(outside), on(Numbered.bill(100), 2027, 1, 1));
        Numbered early = on(Numbered.bill(100), 2024, 12, 31);
        refused("E-BEN-007", "bill.date", String.valueOf(early.date), early);
        Numbered late = Numbered.bill(100);
        late.admitted = late.date + 1;
        refused("E-BEN-007", "bill.date", "2025-05-11", late);
        Numbered unborn = Numbered.bill(100);
        unborn.admitted = unborn.born - 1;
        refused("E-BEN-007", "bill.date", "1980-05-09", unborn);
        Numbered atBirth = Numbered.bill(100);
        atBirth.admitted = atBirth.born;
        settler.begin(atBirth);
        assertThat(settler.settle(atBirth)).isNull();
        Numbered future = Numbered.bill(100);
        future.born = future.date + 1;
        settler.begin(future);
        Failure failure = Objects.requireNonNull(settler.settle(future));
        assertThat(failure.code()).isEqualTo(Failure.Code.DATE);
        future.born = future.date;
        settler.begin(future);
        assertThat(settler.settle(future)).isNull();
        assertThat(settler.age()).isZero();
    }

    @Test
    void refusesNumbersThatCannotBe() {
        Numbered price = Numbered.bill(100);
        price.packagePrice = LARGEST + 1;
        refused("E-BEN-003", "bill.package_price", "100,000,000.01 元", price);
        Numbered account = Numbered.bill(100);
        account.account = -1;
        refused("E-BEN-003", "bill.package_price", "0.00 元", account);
        Numbered mutual = Numbered.bill(100);
        mutual.mutual = LARGEST + 1;
        refused("E-BEN-003", "bill.package_price", "100,000,000.01 元", mutual);
        refused("E-BEN-005", "bill.lines", "0", new Numbered());
        Numbered negative = new Numbered();
        negative.charges.add(new Charge(-1, 10_000, 0, NOTHING, NOTHING));
        refused("E-BEN-003", "bill.lines[0].price", "-1", negative);
        Numbered share = new Numbered();
        share.charges.add(new Charge(10_000, 10_000, 1, 1_000_001, NOTHING));
        refused("E-BEN-003", "bill.lines[0].price", "10000", share);
        Numbered amount = Numbered.bill(100);
        amount.charges.add(new Charge(10_000, 10_000, 2, NOTHING, NOTHING));
        refused("E-BEN-004", "bill.lines[1].amount", "0.02 元", amount);
        Numbered sum = Numbered.bill(LARGEST);
        sum.charges.add(Numbered.once(1));
        refused("E-BEN-003", "bill.total", "100,000,000.01 元", sum);
        Numbered most = Numbered.bill(LARGEST);
        most.account = LARGEST;
        most.mutual = LARGEST;
        settler.begin(most);
        assertThat(settler.settle(most)).isNull();
        assertThat(settler.cash()).isZero();
    }

    @Test
    void sharesOfLinesAreTheirOwn() {
        Numbered bill = new Numbered();
        bill.charges.add(new Charge(1_000_000_000, 10_000, 100_000, 1_000_000, NOTHING));
        bill.charges.add(new Charge(1_000_000_000, 10_000, 100_000, 0, NOTHING));
        bill.charges.add(new Charge(0, 10_000, 0, NOTHING, NOTHING));
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        // all of the first line is paid first, nothing of the second
        assertThat(settler.scope()).isEqualTo(100_000);
    }

    @Test
    void whatOverflowsIsRefused() {
        Numbered bill = Numbered.bill(180_000);
        // 10^13 fen a day for more than 2,700 years
        bill.born = -365 * 1_000_000;
        bill.admitted = bill.born;
        settler.begin(bill);
        assertThat(settler.settle(bill)).isEqualTo(BenefitEngine.tooLarge());
        assertThat(cell("paid")).isZero();
    }

    @Test
    void everyFactIsAsked() {
        String[] facts = {
            "sex: female",
            "person_type: retired",
            "fee_tier: best",
            "insured_years: 7",
            "care_level: 5",
            "identity: poorest",
            "held_disease: gout",
            "class.help: only",
            "days_old: \"<=100000\"",
            "kind: outpatient",
            "level: mid",
            "place: out_of_province",
            "filing: referred",
            "disease: dialysis",
            "provider: tcm",
            "tag: advance",
            "diagnosis: heart",
            "scheme: employee"
        };
        StringBuilder adjust = new StringBuilder(", adjust: [ ");
        TestPack pack = TestPack.basic("");
        for (int i = 0; i < facts.length; i++) {
            adjust.append(i == 0 ? "" : ", ").append("{ when: { " + facts[i] + " }, add: p" + i + " }");
            pack.param("p" + i, "百分点", BigDecimal.valueOf(1L << i, 6).toPlainString());
        }
        pack.tier("all", "fund: pool, basic: true, ratio: ratio" + adjust + " ]")
                .plan("every", "when: { place: [local, out_of_province] }, tiers: [all]");
        YearSettler every =
                new YearSettler(PolicyYear.compile(pack.pack(), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        // a million yuan at 60%, and a fen more for each 10^-8
        Numbered plain = Numbered.bill(100_000_000);
        every.begin(plain);
        assertThat(every.settle(plain)).isNull();
        // whoever has lived for less than 100,000 days: 2^8 × 10^-6
        assertThat(every.paid(0)).isEqualTo(60_000_000 + 25_600);
        Numbered full = Numbered.bill(100_000_000);
        full.sex = 1;
        full.personType = 1;
        full.feeTier = 0;
        full.insuredYears = 7;
        full.careLevel = 5;
        full.identities = 3;
        full.heldDiseases = 4;
        full.kind = 0;
        full.level = 1;
        full.place = 2;
        full.filing = 2;
        full.disease = 1;
        full.providers = 1;
        full.tags = 2;
        full.diagnoses = 2;
        full.scheme = 0;
        every.begin(full);
        assertThat(every.settle(full)).isNull();
        // all of them: (2^18 − 1) × 10^-6
        assertThat(every.paid(0)).isEqualTo(60_000_000 + 100L * ((1 << 18) - 1));
        full.born = full.date - 100_001;
        every.begin(full);
        assertThat(every.settle(full)).isNull();
        assertThat(every.paid(0)).isEqualTo(60_000_000 + 100L * ((1 << 18) - 1 - (1 << 8)));
    }

    @Test
    void aWayOfPaymentWithoutPriceIsNoPackage() {
        Numbered bill = Numbered.bill(500_000);
        bill.paymentMode = 2;
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        assertThat(settler.total()).isEqualTo(500_000);
        bill.packagePrice = LARGEST;
        assertThat(settler.settle(bill)).isNull();
        assertThat(settler.total()).isEqualTo(LARGEST);
    }

    @Test
    void aTransferOwesAllAnew() {
        Numbered bill = Numbered.bill(180_000);
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        bill.continues = 0;
        assertThat(settler.settle(bill)).isNull();
        assertThat(paid("pool")).isEqualTo(60_000);
        assertThat(cell("admissions")).isEqualTo(1);
    }

    @Test
    void severalRefundsAreAddedUp() {
        Numbered bill = Numbered.bill(20_000);
        bill.charges.add(new Charge(50_000_000, 0, 0, NOTHING, NOTHING));
        bill.charges.add(new Charge(200_000_000, -4_000, -8_000, NOTHING, 0));
        bill.charges.add(new Charge(200_000_000, -7_000, -14_000, NOTHING, 0));
        refused("E-BEN-006", "bill.lines[3].count", "-0.7", bill);
        bill.charges.set(3, new Charge(200_000_000, -6_000, -12_000, NOTHING, 0));
        settler.begin(bill);
        assertThat(settler.settle(bill)).isNull();
        assertThat(settler.total()).isZero();
    }
}
