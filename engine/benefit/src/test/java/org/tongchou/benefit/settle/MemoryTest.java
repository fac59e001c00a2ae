package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;

/** What a policy remembers of earlier bills is what it works out anew: every kind of condition and formula. */
class MemoryTest {
    private static final TestPack PACK = TestPack.basic(", adjust: ["
                    + " { when: { any: [ { tag: manual }, { provider: tcm, person_type: retired } ] }, add: p1 },"
                    + " { when: { level: \">=mid\" }, add: p2 },"
                    + " { when: { not: { sex: male } }, add: p3 },"
                    + " { when: { counter.paid: \">= threshold\" }, add: p4 },"
                    + " { when: { days: \"3..4\" }, add: p5 },"
                    + " { when: { class.aid: [first, second] }, add: p6 },"
                    + " { when: { diagnosis: tumour }, add: p7 } ],"
                    + " limits: [ { amount: each, counter: held, over: held_disease, combine: sum },"
                    + " { amount: room } ], adds: [paid]")
            .counter("held", "unit: 元, per: year")
            .param("p1", "百分点", "1%")
            .param("p2", "百分点", "2%")
            .param("p3", "百分点", "{ of: 4% }")
            .param("p4", "百分点", "8%")
            .param("p5", "百分点", "0.1%")
            .param("p6", "百分点", "0.2%")
            .param("p7", "百分点", "0.4%")
            .valued("threshold", "元/年", "by: level, is: { low: 100, else: 200 }")
            .valued("each", "元/年", "by: disease, is: { cancer: 5000, else: 300 }")
            .valued(
                    "room",
                    "元/次",
                    "rules: [ { when: { age: \"<18\" }, is: { of: counter.paid, plus: 70 } },"
                            + " { is: { of: days, times: 1000, plus: line, each_visit: { add: 10 } } } ]")
            .param("piece", "比例", "{ of: share, times: 50% }")
            .valued("share", "比例", "by: [fee_tier, care_level], is: { else: { 2: 80%, else: 60% } }")
            .param("bands", "比例", "[ { upto: 1000, is: { of: piece } }, { is: 60% } ]")
            .tier("banded", "fund: aid, base: [share], ratio: bands")
            .plan("p", "when: { kind: inpatient }, counts: [admissions], tiers: [pool, banded]");

    private static List<Bill> bills() {
        List<Bill> bills = new ArrayList<>();
        for (String level : List.of("low", "mid", "high")) {
            for (String provider : List.of("", "tcm")) {
                for (int days = 2; days <= 5; days++) {
                    BillBuilder bill = TestPack.bill(level + provider + days)
                            .days(days)
                            .careLevel(days == 2 ? 2 : 0)
                            .tags(days == 5 ? List.of("manual") : List.of())
                            .diagnoses(days == 4 ? List.of("C1") : List.of())
                            .line("A", "3000");
                    bills.add((provider.isEmpty() ? bill.provider(level) : bill.provider(level, provider)).build());
                }
            }
        }
        return bills;
    }

    private static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (String type : List.of("active", "retired")) {
            for (String sex : List.of("male", "female")) {
                Person person = new Person(
                        type.equals("active") ? TestPack.BORN : TestPack.DAY.minusYears(17),
                        null,
                        sex,
                        List.of(new Enrolment("resident", type, "", 0, Money.ZERO, null, null)),
                        List.of(),
                        List.of(),
                        0);
                people.add(person.withHeldDiseases("cancer"));
                people.add(person.withHeldDiseases("gout", "dialysis").withIdentities("poor"));
            }
        }
        return people;
    }

    @Test
    void whatIsRememberedIsWhatIsWorkedOutAnew() {
        PolicyPack pack = PACK.pack();
        Policy used = Policy.compile(pack, TestPack.DAY);
        int cell = used.layout().findCell("paid", "").orElseThrow();
        for (Person person : people()) {
            for (long paid : new long[] {0, 10_000, 20_000}) {
                for (Bill bill : bills()) {
                    Policy fresh = Policy.compile(pack, TestPack.DAY);
                    YearState year = TestPack.start(used).withCell(cell, paid);
                    Settlement anew = BenefitEngine.settleAndExplain(fresh, person, year, bill)
                            .getSettlement();
                    Settlement again = BenefitEngine.settleAndExplain(used, person, year, bill)
                            .getSettlement();
                    assertThat(again.payments()).isEqualTo(anew.payments());
                    assertThat(again.explanation()).isEqualTo(anew.explanation());
                    assertThat(again.after()).isEqualTo(anew.after());
                }
            }
        }
    }

    @Test
    void everyConditionCounts() {
        Policy policy = PACK.policy();
        Person person = people().get(4).withIdentities("poor");
        YearState year = TestPack.start(policy)
                .withCell(policy.layout().findCell("paid", "").orElseThrow(), 20_000);
        Bill bill = TestPack.bill("1")
                .provider("high", "tcm")
                .days(3)
                .diagnoses(List.of("C1"))
                .line("A", "3000")
                .build();
        // 60% and 1 (a retired person at a tcm hospital), 2 (level), 8 (200 paid), 0.1 (days), 0.2 (class), 0.4
        // (diagnosis)
        Settlement settlement = BenefitEngine.settle(policy, person, year, bill).getSettlement();
        assertThat(settlement.basicRatio()).isEqualTo(71_700_000);
        // 2,200 × 71.7% = 1,577.40, cut to 200 + 70; the rest 1,930 + … : 1,000 × 30% + 930 × 60%
        assertThat(settlement.paidBy("pool")).isEqualTo(Money.yuan("270"));
        assertThat(settlement.paidBy("banded")).isEqualTo(Money.yuan("858"));
    }
}
