package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** Everything that cannot be settled is told, and has no effect. */
class RefusalsTest {
    private static final TestPack PACK = TestPack.basic("")
            .valued("dated", "比例", "to: 2024-12-31, is: 50%")
            .tier("old", "fund: pool, basic: true, ratio: dated")
            .tier("special", "fund: aid, base: [share], limits: [ { amount: line, counter: each } ]")
            .counter("each", "unit: 元, per: year, by: disease")
            .plan("gap", "when: { tag: manual }, tiers: [old]")
            .plan("special", "when: { kind: chronic }, split: { class_b: b }, tiers: [pool, special]");

    private final Policy policy = PACK.policy();

    private void refused(String code, String field, BillBuilder bill) {
        refused(code, field, TestPack.person(), bill);
    }

    private void refused(String code, String field, Person person, BillBuilder bill) {
        YearState year = TestPack.start(policy);
        Outcome outcome = BenefitEngine.settleAndExplain(policy, person, year, bill.build());
        Failure failure = outcome.failure().orElseThrow();
        assertThat(failure.code().id()).as(failure.message()).isEqualTo(code);
        assertThat(failure.field()).as(failure.message()).isEqualTo(field);
        assertThat(failure.message()).startsWith(code + " ").contains("应为");
        assertThat(year).isEqualTo(TestPack.start(policy));
        // What was refused leaves nothing behind for the next bill.
        Settlement next = BenefitEngine.settle(
                        policy,
                        TestPack.person(),
                        year,
                        TestPack.bill("next").line("A", "10800").build())
                .getSettlement();
        assertThat(next.fundSum()).isEqualTo(Money.yuan("6000"));
    }

    private static BillBuilder bill() {
        return TestPack.bill("1");
    }

    private static Line line(String price, String count, Money amount) {
        return new Line(
                "", new BigDecimal(price), new BigDecimal(count), amount, "A", null, null, false, 0, false, "", "");
    }

    private static Line line(String price, String count) {
        return Line.of("", "A", price, count);
    }

    @Test
    void missingFields() {
        refused("E-BEN-001", "bill.id", TestPack.bill("").line("A", "1"));
        refused("E-BEN-001", "bill.kind", Bill.of("1", "", TestPack.DAY).line("A", "1"));
        refused("E-BEN-001", "bill.buckets", Bill.of("1", Bill.SECOND_AID, TestPack.DAY));
        refused(
                "E-BEN-001",
                "bill.disease",
                Bill.of("1", "chronic", TestPack.DAY).line("A", "1000"));
        Person nowhere = new Person(TestPack.BORN, null, "", List.of(), List.of(), List.of(), 0);
        refused("E-BEN-001", "person.enrolments", nowhere, bill().line("A", "1"));
    }

    @Test
    void unknownWords() {
        refused("E-BEN-002", "bill.level", bill().provider("top").line("A", "1"));
        refused("E-BEN-002", "bill.provider", bill().provider("high", "star").line("A", "1"));
        refused("E-BEN-002", "bill.kind", Bill.of("1", "holiday", TestPack.DAY).line("A", "1"));
        refused("E-BEN-002", "bill.place", bill().place("moon", "none").line("A", "1"));
        refused("E-BEN-002", "bill.filing", bill().place("local", "maybe").line("A", "1"));
        refused("E-BEN-002", "bill.payment_mode", bill().paymentMode("cash").line("A", "1"));
        refused("E-BEN-002", "bill.disease", bill().disease("flu").line("A", "1"));
        refused("E-BEN-002", "bill.tag", bill().tags(List.of("x")).line("A", "1"));
        refused("E-BEN-002", "person.scheme", Person.of(TestPack.BORN, "abroad"), bill().line("A", "1"));
        refused("E-BEN-002", "person.identities", TestPack.person().withIdentities("rich"), bill().line("A", "1"));
        refused("E-BEN-002", "person.held_diseases", TestPack.person().withHeldDiseases("x"), bill().line("A", "1"));
    }

    @Test
    void wrongNumbers() {
        refused("E-BEN-003", "bill.lines[0].price", bill().lines(List.of(line("-1", "1", Money.yuan("-1")))));
        refused("E-BEN-003", "bill.lines[0].price", bill().lines(List.of(line("1.0000001", "1", Money.yuan("1")))));
        refused("E-BEN-003", "bill.lines[0].count", bill().lines(List.of(line("1", "0.00001", Money.ZERO))));
        refused("E-BEN-003", "bill.lines[0].price", bill().lines(List.of(line("1e13", "1", Money.yuan("1")))));
        refused("E-BEN-003", "bill.lines[0].amount", bill().lines(List.of(line("100000000.01", "1"))));
        refused(
                "E-BEN-003",
                "bill.lines[0].amount",
                bill().lines(List.of(line("999999999999", "9999", Money.yuan("1")))));
        refused("E-BEN-003", "bill.total", bill().lines(List.of(line("60000000", "1"), line("60000000", "1"))));
        refused(
                "E-BEN-003",
                "bill.lines[0].share",
                bill().lines(List.of(line("1", "1").withShare("1.1"))));
        refused(
                "E-BEN-003",
                "bill.lines[0].limit",
                bill().lines(List.of(line("1", "1").withLimit("-1"))));
        refused(
                "E-BEN-003",
                "bill.lines[0].approval",
                bill().lines(List.of(line("1", "1").withMarks(false, 3))));
        refused("E-BEN-003", "bill.days", bill().days(-1).line("A", "1"));
        refused("E-BEN-003", "bill.care_level", bill().careLevel(6).line("A", "1"));
        refused("E-BEN-003", "bill.care_level", bill().careLevel(-1).line("A", "1"));
        Person cared = new Person(TestPack.BORN, null, "", List.of(Enrolment.in("resident")), List.of(), List.of(), 6);
        refused("E-BEN-003", "person.care_level", cared, bill().line("A", "1"));
        refused(
                "E-BEN-003",
                "bill.package_price",
                bill().packagePrice(Money.yuan("-1")).line("A", "1"));
        Balances debt = new Balances(Money.yuan("-1"), null, Money.ZERO, null);
        refused("E-BEN-003", "bill.account", bill().balances(debt).line("A", "1"));
        refused(
                "E-BEN-003",
                "bill.buckets.share",
                Bill.of("1", Bill.SECOND_AID, TestPack.DAY).bucket(Bucket.SHARE, Money.yuan("-1")));
    }

    @Test
    void countersThatGrowTooLarge() {
        Policy policy = TestPack.basic(", adds: [paid]").policy();
        YearState year = TestPack.start(policy)
                .withCell(policy.layout().findCell("paid", "").orElseThrow(), 89_999_999_999L);
        Outcome outcome = BenefitEngine.settle(
                policy, TestPack.person(), year, bill().line("A", "10800").build());
        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(Failure.Code.WRONG_NUMBER);
    }

    @Test
    void sumsThatAreNone() {
        refused("E-BEN-004", "bill.lines[0].amount", bill().lines(List.of(line("1.25", "3", Money.yuan("3.74")))));
        refused("E-BEN-004", "bill.total", bill().line("A", "1").total(Money.yuan("1.01")));
        refused(
                "E-BEN-004",
                "bill.total",
                Bill.of("1", Bill.SECOND_AID, TestPack.DAY)
                        .bucket(Bucket.SHARE, Money.yuan("1"))
                        .total(Money.yuan("2")));
    }

    @Test
    void noLinesOrTooMany() {
        refused("E-BEN-005", "bill.lines", bill());
        refused("E-BEN-005", "bill.lines", bill().lines(Collections.nCopies(10_001, line("1", "1"))));
        Bill large =
                bill().lines(Collections.nCopies(10_000, line("1.08", "1"))).build();
        assertThat(BenefitEngine.settleAndExplain(policy, TestPack.person(), TestPack.start(policy), large)
                        .getSettlement()
                        .fundSum())
                .isEqualTo(Money.yuan("6000"));
    }

    @Test
    void refundsWithoutTheirLine() {
        Line drug = Line.of("drug", "A", "2", "10");
        refused("E-BEN-006", "bill.lines[0].refunds", bill().lines(List.of(line("2", "-1"))));
        refused(
                "E-BEN-006",
                "bill.lines[1].refunds",
                bill().lines(List.of(drug, line("2", "-1").withRefunds("x"))));
        refused(
                "E-BEN-006",
                "bill.lines[1].price",
                bill().lines(List.of(drug, line("3", "-1").withRefunds("drug"))));
        refused(
                "E-BEN-006",
                "bill.lines[1].count",
                bill().lines(List.of(drug, line("2", "-11").withRefunds("drug"))));
        refused(
                "E-BEN-006",
                "bill.lines[1].count",
                bill().lines(List.of(drug, line("2", "1").withRefunds("drug"))));
    }

    @Test
    void impossibleDates() {
        refused("E-BEN-007", "bill.date", Person.of(TestPack.DAY.plusDays(1), "resident"), bill().line("A", "1"));
        Person dead = new Person(
                TestPack.BORN,
                TestPack.DAY.minusDays(1),
                "",
                List.of(Enrolment.in("resident")),
                List.of(),
                List.of(),
                0);
        refused("E-BEN-007", "bill.date", dead, bill().line("A", "1"));
        refused(
                "E-BEN-007",
                "bill.admitted",
                bill().admitted(TestPack.DAY.plusDays(1)).line("A", "1"));
        refused(
                "E-BEN-007",
                "bill.date",
                Bill.of("1", "inpatient", LocalDate.of(2010, 1, 1)).line("A", "1"));
    }

    @Test
    void schemesThatAreTwoOrNone() {
        Person two = new Person(
                TestPack.BORN,
                null,
                "",
                List.of(Enrolment.in("resident"), Enrolment.in("employee")),
                List.of(),
                List.of(),
                0);
        refused("E-BEN-008", "bill.scheme", two, bill().line("A", "1"));
        Outcome said = BenefitEngine.settle(
                policy,
                two,
                TestPack.start(policy),
                bill().scheme("employee").line("A", "1").build());
        assertThat(said.settlement()).isPresent();
        Enrolment ended = new Enrolment("resident", "", "", 0, Money.ZERO, null, TestPack.DAY.minusDays(1));
        Person before = new Person(TestPack.BORN, null, "", List.of(ended), List.of(), List.of(), 0);
        refused("E-BEN-011", "person.enrolments", before, bill().line("A", "1"));
    }

    @Test
    void ofTwoEnrolmentsInASchemeTheOneThatBeganLastCounts() {
        Policy byType = TestPack.basic(", adjust: [ { when: { person_type: retired }, add: points } ]")
                .param("points", "百分点", "10%")
                .policy();
        Enrolment working = new Enrolment("resident", "active", "", 0, Money.ZERO, null, null);
        Enrolment retired = new Enrolment("resident", "retired", "", 0, Money.ZERO, TestPack.DAY, null);
        Enrolment again = new Enrolment("resident", "active", "", 0, Money.ZERO, TestPack.DAY, null);
        Enrolment later = new Enrolment("resident", "active", "", 0, Money.ZERO, TestPack.DAY.plusDays(1), null);
        // (1800 − 800) × 70% of the retired, × 60% of others
        assertThat(paid(byType, working, retired)).isEqualTo("700");
        assertThat(paid(byType, retired, working, later)).isEqualTo("700");
        assertThat(paid(byType, again, retired)).isEqualTo("700");
        assertThat(paid(byType, retired, again)).isEqualTo("600");
    }

    private static String paid(Policy policy, Enrolment... enrolments) {
        Person person = new Person(TestPack.BORN, null, "", List.of(enrolments), List.of(), List.of(), 0);
        return BenefitEngine.settle(
                        policy,
                        person,
                        TestPack.start(policy),
                        bill().line("A", "1800").build())
                .getSettlement()
                .fundSum()
                .in(MoneyUnit.YUAN)
                .toPlainString();
    }

    @Test
    void classesThatAreNone() {
        refused("E-BEN-009", "bill.lines[0].class", bill().line("D", "1"));
        refused("E-BEN-009", "bill.lines[0].class", bill().line("", "1"));
        Policy without = new TestPack()
                .param("r", "比例", "60%")
                .tier("pool", "fund: pool, basic: true, ratio: r")
                .plan("all", "when: {}, tiers: [pool]")
                .policy();
        Outcome outcome = BenefitEngine.settle(
                without,
                TestPack.person(),
                TestPack.start(without),
                bill().line("B", "1").build());
        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(Failure.Code.CATALOGUE);
    }

    @Test
    void noPlanAndNoValue() {
        Policy some = new TestPack()
                .param("r", "比例", "60%")
                .tier("pool", "fund: pool, basic: true, ratio: r")
                .plan("some", "when: { kind: outpatient }, tiers: [pool]")
                .policy();
        Outcome outcome = BenefitEngine.settle(
                some,
                TestPack.person(),
                TestPack.start(some),
                bill().line("A", "1").build());
        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(Failure.Code.NO_PLAN);
        refused("E-BEN-012", "dated", bill().tags(List.of("manual")).line("A", "1"));
    }

    @Test
    void parametersWithoutValue() {
        for (String tier : List.of(
                "deductible: { amount: gone }, ratio: ratio",
                "ratio: gap",
                "ratio: ratio, adjust: [ { when: {}, add: gap } ]",
                "ratio: ratio, most: gap",
                "ratio: ratio, limits: [ { amount: gone } ]",
                "ratio: ratio, limits: [ { share: gap, of: [total] } ]",
                "ratio: ratio, limits: [ { amount: each, counter: paid, over: held_disease, combine: highest_plus, plus: gone } ]",
                "ratio: ratio, when: { counter.paid: \">= gone\" }",
                "ratio: ratio, when: { any: [ { tag: advance }, { not: { counter.paid: \"< gone\" } } ] }")) {
            Policy some = TestPack.basic("")
                    .valued("gap", "比例", "to: 2024-12-31, is: 50%")
                    .valued("gone", "元/年", "to: 2024-12-31, is: 50")
                    .param("each", "元/年", "100")
                    .tier("t", "fund: pool, basic: true, " + tier)
                    .plan("p", "when: { kind: inpatient }, tiers: [t]")
                    .policy();
            Failure failure = BenefitEngine.settle(
                            some,
                            TestPack.person().withHeldDiseases("gout", "cancer"),
                            TestPack.start(some),
                            bill().line("A", "1000").build())
                    .failure()
                    .orElseThrow();
            assertThat(failure.code()).as(tier).isEqualTo(Failure.Code.NO_VALUE);
            assertThat(failure.field()).as(tier).isEqualTo(tier.contains("gone") ? "gone" : "gap");
        }
    }

    @Test
    void refundsOfWhatTheyAreNot() {
        Line unnamed = line("2", "10");
        refused("E-BEN-006", "bill.lines[1].refunds", bill().lines(List.of(unnamed, line("2", "-1"))));
        Line drug = Line.of("drug", "A", "2", "10");
        Line back = Line.of("back", "A", "2", "-4").withRefunds("drug");
        refused(
                "E-BEN-006",
                "bill.lines[2].refunds",
                bill().lines(List.of(drug, back, line("2", "-1").withRefunds("back"))));
        refused(
                "E-BEN-006",
                "bill.lines[1].count",
                bill().lines(List.of(drug, line("2", "0").withRefunds("drug"))));
        // two refunds that are more only together; more pieces of what costs nothing; half a fen is rounded twice
        refused(
                "E-BEN-006",
                "bill.lines[2].count",
                bill().lines(List.of(drug, back, line("2", "-7").withRefunds("drug"))));
        Line free = Line.of("free", "A", "0", "1");
        refused(
                "E-BEN-006",
                "bill.lines[1].count",
                bill().lines(List.of(free, line("0", "-2").withRefunds("free"))));
        Line fen = Line.of("fen", "A", "0.01", "1");
        Line half = Line.of("", "A", "0.01", "-0.5").withRefunds("fen");
        assertThat(half.amount()).isEqualTo(Money.ofFen(-1));
        refused("E-BEN-006", "bill.lines[2].count", bill().lines(List.of(fen, half, half)));
    }

    @Test
    void numbersAreToldWithWhatTheyShouldBe() {
        for (String[] row : new String[][] {{"-1", "不为负的数"}, {"1e13", "不过大的数"}, {"0.0000001", "最多 6 位小数"}}) {
            Outcome outcome = BenefitEngine.settle(
                    policy,
                    TestPack.person(),
                    TestPack.start(policy),
                    bill().lines(List.of(line(row[0], "1", Money.ZERO))).build());
            assertThat(outcome.failure().orElseThrow().expected()).isEqualTo(row[1]);
        }
    }
}
