package org.tongchou.benefit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.calculation.CalculatorPack;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Continuation;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.Held;
import org.tongchou.benefit.settle.Line;
import org.tongchou.benefit.settle.Person;
import org.tongchou.money.Money;

/** Every word of the form of a case means something: the person, the bill, the steps, and what calculators are asked. */
class CaseFormTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 10);

    @TempDir
    Path folder;

    private static Case read(String text) {
        CaseReader.Reading reading = CaseReader.read("a.yaml", text, List.of("level1", "level2", "level3"), true);
        assertThat(reading.problems()).isEmpty();
        return reading.cases().get(0);
    }

    private static Case read(String person, String bill) {
        return read("""
                cases:
                  - case: 试
                    because: 算
                    source: 办法
                    reform: r.yaml
                    person: %s
                    bill: { date: 2025-05-10, %s }
                    expect: { cash: 0 }
                """.formatted(person, bill));
    }

    private static Bill bill(String bill) {
        return Objects.requireNonNull(read("{}", bill).steps().get(0).bill());
    }

    private static Money yuan(String amount) {
        return Money.yuan(amount);
    }

    // ---- the person

    @Test
    void thePersonIsAsWritten() {
        Case read = read(
                "{ born: 1950-02-03, died: 2025-06-01, sex: female, schemes: [employee, resident], person_type: 退休, fee_tier: 一档,"
                        + " insured_years: 7, cap_raise: 1500.50, identities: [低保, { word: 特困, from: 2024-01-01, to: 2024-12-31 }],"
                        + " held_diseases: [糖尿病], care_level: 3, account: 12.50, mutual_account: 3 }",
                "total: 1");
        assertThat(read.because()).isEqualTo("算");
        assertThat(read.source()).isEqualTo("办法");
        assertThat(read.reform()).isEqualTo("r.yaml");
        assertThat(read.person())
                .isEqualTo(new Person(
                        LocalDate.of(1950, 2, 3),
                        LocalDate.of(2025, 6, 1),
                        "female",
                        List.of(
                                new Enrolment("employee", "退休", "一档", 7, yuan("1500.50"), null, null),
                                new Enrolment("resident", "退休", "一档", 7, yuan("1500.50"), null, null)),
                        List.of(
                                Held.always("低保"),
                                new Held("特困", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))),
                        List.of(Held.always("糖尿病")),
                        3));
    }

    @ParameterizedTest
    @CsvSource({"{ age: 45 }, 1980-05-10", "{ days_old: 28 }, 2025-04-12", "{}, 1985-05-10"})
    void ageIsThatOnTheDayOfTheFirstBillAndFortyUnlessSaid(String person, LocalDate born) {
        assertThat(read(person, "total: 1").person().born()).isEqualTo(born);
    }

    // ---- the bill

    @Test
    void aBillThatSaysLittleIsAStayAtTheLowestLevel() {
        assertThat(bill("total: 100"))
                .isEqualTo(Bill.of("1", "inpatient", DAY)
                        .provider("level1")
                        .place("local", "none")
                        .paymentMode("item")
                        .balances(new Balances(Money.ZERO, null, Money.ZERO, null))
                        .lines(List.of(Line.of("A", yuan("100"))))
                        .build());
    }

    @Test
    void theBillIsAsWritten() {
        assertThat(read(
                                "{ account: 5, mutual_account: 6 }",
                                "id: b7, kind: day_surgery, admitted: 2025-05-08, days: 3, scheme: resident, level: level2,"
                                        + " provider: [tcm, contracted], place: in_province, filing: referred, payment_mode: drg,"
                                        + " package_price: 90, disease: 糖尿病, diagnoses: [C34.1, I10], tag: [manual, advance],"
                                        + " care_level: 2, account: 1.25, mutual_account: 2.50, continues: b6, reason: new_year,"
                                        + " total: 100, full_own: 10, class_b: 20")
                        .steps()
                        .get(0)
                        .bill())
                .isEqualTo(Bill.of("b7", "day_surgery", DAY)
                        .admitted(LocalDate.of(2025, 5, 8))
                        .days(3)
                        .scheme("resident")
                        .provider("level2", "tcm", "contracted")
                        .place("in_province", "referred")
                        .paymentMode("drg")
                        .packagePrice(yuan("90"))
                        .disease("糖尿病")
                        .diagnoses(List.of("C34.1", "I10"))
                        .tags(List.of("manual", "advance"))
                        .careLevel(2)
                        .balances(new Balances(yuan("5"), yuan("1.25"), yuan("6"), yuan("2.50")))
                        .continues("b6", Continuation.Reason.NEW_YEAR)
                        .lines(List.of(Line.of("C", yuan("10")), Line.of("B", yuan("20")), Line.of("A", yuan("70"))))
                        .build());
        assertThat(bill("continues: b6, total: 1").continues())
                .isEqualTo(new Continuation("b6", Continuation.Reason.TRANSFER));
    }

    @Test
    void totalsStandForOneLineOfEachClassThatIsThere() {
        assertThat(bill("total: 30, full_own: 10, class_b: 20").lines())
                .containsExactly(Line.of("C", yuan("10")), Line.of("B", yuan("20")));
        assertThat(bill("total: 0").lines()).containsExactly(Line.of("A", Money.ZERO));
    }

    @Test
    void linesAreAsWritten() {
        Bill bill = bill(
                "total: 19.96, lines: [{ id: x, price: 12.345, count: 2, class: B, category: 药, share: 15%, limit: 10,"
                        + " restricted: true, approval: 1, outside: true }, { amount: -5, price: 5, count: -1, class: A, refunds: x },"
                        + " { amount: 0.27, class: C }]");
        assertThat(bill.total()).isEqualTo(yuan("19.96"));
        BigDecimal one = BigDecimal.ONE;
        // 12.345 × 2
        assertThat(bill.lines().get(0))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(new Line(
                        "x",
                        new BigDecimal("12.345"),
                        new BigDecimal("2"),
                        yuan("24.69"),
                        "B",
                        new BigDecimal("0.15"),
                        new BigDecimal("10"),
                        true,
                        1,
                        true,
                        "",
                        "药"));
        assertThat(bill.lines().get(1))
                .isEqualTo(new Line(
                        "", new BigDecimal("5"), one.negate(), yuan("-5"), "A", null, null, false, 0, false, "x", ""));
        assertThat(bill.lines().get(2))
                .isEqualTo(new Line(
                        "", new BigDecimal("0.27"), one, yuan("0.27"), "C", null, null, false, 0, false, "", ""));
        // 0.333 × 0.5 = 0.1665
        assertThat(bill("lines: [{ price: 0.333, count: 0.5, class: A }]")
                        .lines()
                        .get(0)
                        .amount())
                .isEqualTo(yuan("0.17"));
    }

    @Test
    void bucketsAreAsWritten() {
        assertThat(bill("kind: second_aid, buckets: { share: 100, deductible: 20.50 }")
                        .buckets())
                .isEqualTo(Map.of(Bucket.SHARE, yuan("100"), Bucket.DEDUCTIBLE, yuan("20.50")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines: [{ class: A }]                                   | price",
                "lines: [{ price: 1, class: A, colour: red }]            | colour",
                "buckets: { shares: 1 }                                  | shares",
                "buckets: { share: x }                                   | share",
                "total: 1, continues: a, reason: holiday                 | reason",
                "total: 1, colour: red                                   | colour",
                "total: 1.001                                            | total",
            })
    void whatTheFormDoesNotKnowIsNamed(String bill, String field) {
        String text =
                "cases:\n  - case: 试\n    bill: { date: 2025-05-10, %s }\n    expect: { cash: 0 }\n".formatted(bill);
        CaseReader.Reading reading = CaseReader.read("a.yaml", text, List.of(), true);
        assertThat(reading.cases()).isEmpty();
        assertThat(reading.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("a.yaml:3 "))
                .anySatisfy(problem -> assertThat(problem).contains(field));
    }

    // ---- steps

    private List<CaseResult> demo(String cases) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), cases);
        CaseFolder.Report report = CaseFolder.run(Path.of("../../regions/demo"), file);
        assertThat(report.problems()).isEmpty();
        return report.results();
    }

    @Test
    void stepsAreComparedOneByOneAndUndone() throws IOException {
        // 10,800 less 800 at 60 %; the second stay has a deductible of 600
        List<CaseResult> results = demo("""
                cases:
                  - case: 撤销
                    person: { scheme: resident, person_type: 成年居民, age: 45 }
                    steps:
                      - bill: { level: level3, date: 2025-05-10, total: 10800 }
                        expect: { cash: 4800, counters: { admissions: 1 } }
                      - bill: { level: level3, date: 2025-05-20, total: 10600 }
                        expect: { cash: 4600, counters: { admissions: 3 } }
                      - undo: true
                        expect: { counters: { admissions: 1, pool.paid: 6000 } }
                      - bill: { level: level3, date: 2026-05-20, total: 800 }
                        expect: { cash: 801, counters: { admissions: 1 } }
                  - case: 没有可撤销的
                    person: { scheme: resident, person_type: 成年居民, age: 45 }
                    steps:
                      - undo: true
                        expect: { counters: { admissions: 1 } }
                      - bill: { level: level3, date: 2025-05-10, total: 10800 }
                        expect: { failure: "" }
                  - case: 前期累计
                    person: { scheme: resident, person_type: 成年居民, age: 45 }
                    year: { admissions: 1, pool.paid: 100.50, chronic.major.paid: { 血友病: 7 }, nobody: { 血友病: 1 } }
                    bill: { level: level3, date: 2025-05-10, total: 10600 }
                    expect: { counters: { pool.paid: 6100.50, chronic.major.paid: { 血友病: 8, 感冒: 0 } } }
                """);
        assertThat(results.get(0).differences())
                .containsExactly("第 2 步：counters.admissions 应为 3，得到 2", "第 4 步：cash 应为 801，得到 800");
        assertThat(results.get(0).outcomes()).hasSize(3);
        assertThat(results.get(1).differences()).containsExactly("第 1 步：没有可以撤销的结算");
        assertThat(results.get(2).differences())
                .containsExactlyInAnyOrder(
                        "year 中没有累计“nobody.血友病”，请检查拼写",
                        "counters.chronic.major.paid.血友病 应为 8，得到 7.00",
                        "没有“counters.chronic.major.paid.感冒”，请检查拼写");
    }

    @Test
    void refusalsAreComparedWithTheirReason() throws IOException {
        List<CaseResult> results = demo("""
                cases:
                  - case: 总额不符
                    person: { scheme: resident, person_type: 成年居民, age: 45 }
                    bill: { level: level3, date: 2025-05-10, total: 2, lines: [{ price: 1, class: A }] }
                    expect: { cash: 1 }
                """);
        assertThat(results.get(0).differences())
                .singleElement()
                .asString()
                .startsWith("failure 应为“”，得到“E-BEN-")
                .contains("（E-BEN-");
        assertThat(results.get(0).passed()).isFalse();
    }

    // ---- calculators

    private static CaseResult asked(String calculator, String expect) {
        String text = "cases:\n  - case: 试\n    person: { age: 40, sex: male }\n    %s\n    expect: %s\n";
        CaseReader.Reading reading =
                CaseReader.read("a.yaml", text.formatted(calculator, expect), List.of("level1"), true);
        assertThat(reading.problems()).isEmpty();
        return new CaseRunner(CalculatorPack.PACK).run(reading.cases().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 800 + 150 of 950 yuan; 950 ÷ 708 = 1.34
                "grants: { year: 2024-01-01, grants: [{ payer: central, stage: advance, amount: 600 }, { payer: central, amount: 200 },"
                        + " { payer: city, stage: clearing, amount: 150 }] }"
                        + " | { total: 950, heads: 1, central: { amount: 800, share: 84.21%, advance_share: 75.00% },"
                        + " city: { amount: 150, share: 15.79%, advance_share: 0.00% } }",
                "grants: { year: 2024-01-01, grants: [{ payer: city, amount: 0 }] } | { city: { share: \"\", advance_share: \"\" } }",
                // 2021: the ends of ten months with 100 carried over, two with 40: 1,080 × 1.5 % ÷ 12
                "account_year: { year: 2021, person_type: 在职, opening: 100, movements: [{ date: 2021-11-05, kind: payment, amount: 60 }] }"
                        + " | { carried_interest: 1.35, current_interest: 0, interest: 1.35, closing: 41.35, paid_out: 0 }",
                "account_year: { year: 2020, person_type: 在职, opening: 100, movements: [{ date: 2020-11-05, kind: close }] }"
                        + " | { closing: 0, paid_out: 100 }",
                "care: { month: 2022-04, scheme: employee, spans: [{ from: 2022-04-01, to: 2022-04-30, level: 5, mode: 机构, absent: 10, cost: 1000 }] }"
                        + " | { days: 20, pay: 700 }",
                "allowance: { date: 2021-05-01, person_type: 在职, event: birth, weeks: 39, own_base: 3000, paid_months: 6 }"
                        + " | { entitled: 是, days: 158, amount: 15800 }",
                "allowance: { date: 2021-05-01, person_type: 在职, event: miscarriage, weeks: 11, own_base: 3000, paid_months: 5 }"
                        + " | { entitled: 否, days: 0, amount: 0 }",
                "coverage: { date: 2025-03-05, enrolments: [{ scheme: resident, person_type: 居民, from: 2015-01-01, to: 2025-06-30 }],"
                        + " payments: [{ scheme: resident, year: 2025, paid: 2024-11-05 }] }"
                        + " | { used: resident, two_schemes: 否, resident: { standing: 享受待遇, from: 2025-01-01, until: 2025-06-30,"
                        + " insured_years: 0, funds: { resident: 是, aid: 是 } } }",
                // a month that is paid on its first day unless said: three months late is not too late
                "coverage: { date: 2025-06-05, enrolments: [{ scheme: employee, person_type: 在职, from: 2015-01-01 }],"
                        + " payments: [{ scheme: employee, months: 2025-01..2025-05 }] }"
                        + " | { employee: { standing: 享受待遇, from: 2025-02-01, until: 2025-06-30 } }",
                "coverage: { date: 2025-06-05, enrolments: [{ scheme: employee, person_type: 在职, from: 2015-01-01 }],"
                        + " payments: [{ scheme: employee, months: 2025-05 }] }"
                        + " | { employee: { standing: 享受待遇, from: 2025-06-01, until: 2025-06-30 } }",
                "subsidy: { year: 2024-01-01, counties: [{ county: 甲县, tier: 一档, expected: 10, counted: 10 }] }"
                        + " | { total: 7080, central: 4248, province: 900, city: 400, county: 1532,"
                        + " 甲县: { central: { due: 4248, advance: 3823.20, clearing: 424.80 } } }",
                "late_fee: { month: 2024-03, person_type: 在职, owed: 1000, paid: 2024-05-02 } | { fee: 1 }",
                "cap_raise: { date: 2025-06-01, insured_years: 5, no_claim_years: 1 } | { raise: 3000 }",
                "cap_raise: { date: 2025-06-01 } | { raise: 0 }",
                "family_use: { date: 2023-05-01, person_type: 在职, relation: 配偶 } | { allowed: 是 }",
                "assessment: { date: 2022-03-01, adl: 100, cognition: 16 } | { failure: E-BEN-001 }",
                "resident_dues: { year: 2024-01-01, person_type: 居民 } | { dues: 380, subsidised: 0, personal: 380, identity: \"\" }",
            })
    void calculatorsAreAskedWhatIsWritten(String calculator, String expect) {
        assertThat(asked(calculator, expect).differences()).isEmpty();
    }
}
