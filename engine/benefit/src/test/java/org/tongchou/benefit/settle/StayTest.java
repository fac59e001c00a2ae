package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.money.Money;

/** Several bills of one person: chains, cancellation, new years, what is left for others. */
class StayTest {
    private static TestPack pack(String chain) {
        return new TestPack()
                .counter("admissions", "unit: 次, per: year")
                .counter("monthly", "unit: 元, per: month")
                .counter("ever", "unit: 元, per: life")
                .valued("line", "元/次", "by: level, is: { low: 200, mid: 500, high: 800 }")
                .param("r", "比例", "60%")
                .tier(
                        "pool",
                        "fund: pool, basic: true, deductible: { amount: line, chain: " + chain
                                + " }, ratio: r, adds: [monthly, ever]")
                .plan("all", "when: {}, counts: [admissions], tiers: [pool]");
    }

    private static Settlement settle(Policy policy, YearState year, BillBuilder bill) {
        return BenefitEngine.settle(policy, TestPack.person(), year, bill.build())
                .getSettlement();
    }

    @ParameterizedTest
    @CsvSource({"highest, TRANSFER, 300.00", "each, TRANSFER, 800.00", "each, INTERIM, 300.00", "each, NEW_YEAR, 300.00"
    })
    void owesTheDeductibleOfAChain(String chain, Continuation.Reason reason, String deductible) {
        Policy policy = pack(chain).policy();
        Settlement first = settle(
                policy,
                TestPack.start(policy),
                TestPack.bill("a").provider("mid").line("A", "2500"));
        assertThat(first.part(Bucket.DEDUCTIBLE)).isEqualTo(Money.yuan("500"));
        Settlement second = settle(
                policy, first.after(), TestPack.bill("b").continues("a", reason).line("A", "5000"));
        assertThat(second.part(Bucket.DEDUCTIBLE)).isEqualTo(Money.yuan(deductible));
        assertThat(second.after().cell(0)).isEqualTo(1);
        assertThat(second.after().stay())
                .isEqualTo(
                        new Stay("a", 1, 50_000 + second.part(Bucket.DEDUCTIBLE).fen()));
    }

    @Test
    void startsNewYearsAndMonths() {
        Policy policy = pack("each").policy();
        YearState year = settle(
                        policy, TestPack.start(policy), TestPack.bill("a").line("A", "5800"))
                .after();
        assertThat(year.cells()).containsExactly(1, 300_000, 300_000);
        assertThat(year.newMonth(policy.layout()).cells()).containsExactly(1, 300_000, 0);
        assertThat(year.newYear(policy.layout()).cells()).containsExactly(0, 300_000, 0);
        assertThat(year.newYear(policy.layout()).stay()).isEqualTo(year.stay());
    }

    @Test
    void undoesOnlyTheLastSettlement() {
        Policy policy = pack("each").policy();
        YearState start = TestPack.start(policy);
        Settlement first = settle(policy, start, TestPack.bill("a").line("A", "5800"));
        Settlement second = settle(policy, first.after(), TestPack.bill("b").line("A", "5800"));
        assertThat(failure(BenefitEngine.undo(policy, second.after(), first))).isEqualTo("E-BEN-021");
        assertThat(failure(BenefitEngine.undo(policy, second.after().newMonth(policy.layout()), second)))
                .isEqualTo("E-BEN-021");
        YearState before =
                BenefitEngine.undo(policy, second.after(), second).state().orElseThrow();
        assertThat(before).isEqualTo(first.after());
        assertThat(BenefitEngine.undo(policy, before, first).state()).contains(start);
        // Another bill in between is another history.
        Settlement other = settle(policy, start, TestPack.bill("c").line("A", "5800"));
        assertThat(failure(BenefitEngine.undo(policy, other.after(), first))).isEqualTo("E-BEN-021");
    }

    private static String failure(BenefitEngine.Undone undone) {
        Failure failure = undone.failure();
        return failure == null ? "" : failure.code().id();
    }

    @Test
    void refusesTheStateOfAnotherPolicy() {
        Policy policy = pack("each").policy();
        Policy other = TestPack.basic("").policy();
        Outcome outcome = BenefitEngine.settle(
                other,
                TestPack.person(),
                TestPack.start(policy),
                TestPack.bill("a").line("A", "1").build());
        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(Failure.Code.OTHER_POLICY);
    }

    @Test
    void refusesAStayThatIsNotTheLast() {
        Policy policy = pack("each").policy();
        YearState year = settle(
                        policy, TestPack.start(policy), TestPack.bill("a").line("A", "5800"))
                .after();
        for (YearState state : List.of(TestPack.start(policy), year)) {
            Outcome outcome = BenefitEngine.settle(
                    policy,
                    TestPack.person(),
                    state,
                    TestPack.bill("b")
                            .continues("x", Continuation.Reason.TRANSFER)
                            .line("A", "1")
                            .build());
            assertThat(outcome.failure().orElseThrow().code()).isEqualTo(Failure.Code.UNKNOWN_STAY);
        }
    }

    @Test
    void paysASecondAidFromWhatWasLeft() {
        TestPack pack = pack("each")
                .param("half", "比例", "50%")
                .tier("aid", "fund: aid, base: [own_in_scope], ratio: half")
                .plan("second", "when: { kind: second_aid }, tiers: [aid]");
        Policy policy = pack.policy();
        Settlement first = settle(
                policy,
                TestPack.start(policy),
                TestPack.bill("a").line("A", "5800").line("C", "10"));
        BillBuilder claim = Bill.of("b", Bill.SECOND_AID, TestPack.DAY.plusMonths(3));
        for (Map.Entry<Bucket, Money> left : first.left().entrySet()) {
            claim = claim.bucket(left.getKey(), left.getValue());
        }
        Settlement second = settle(policy, first.after(), claim);
        // 800 deductible and 2000 share, half of it.
        assertThat(second.total()).isEqualTo(Money.yuan("2810"));
        assertThat(second.part(Bucket.SCOPE)).isEqualTo(Money.yuan("2800"));
        assertThat(second.fundSum()).isEqualTo(Money.yuan("1400"));
        assertThat(second.after().stay()).isEqualTo(first.after().stay());
    }

    @Test
    void tellsWhatMayBeRecovered() {
        Policy policy = pack("each").policy();
        BillBuilder bill = TestPack.bill("a").tags(List.of(Settlement.ADVANCE)).line("A", "5800");
        assertThat(settle(policy, TestPack.start(policy), bill).recoverable()).isEqualTo(Money.yuan("3000"));
        assertThat(settle(policy, TestPack.start(policy), TestPack.bill("b").line("A", "5800"))
                        .recoverable())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void statesAreAlikeOnlyInEverything() {
        CounterLayout layout = pack("each").policy().layout();
        Stay stay = new Stay("a", 1, 2);
        YearState state = YearState.of(layout.fingerprint(), new long[] {1, 2, 3}, stay, 4);
        assertThat(state).isEqualTo(YearState.of(layout.fingerprint(), new long[] {1, 2, 3}, stay, 4));
        assertThat(state).hasSameHashCodeAs(YearState.of(layout.fingerprint(), new long[] {1, 2, 3}, stay, 4));
        assertThat(state.hashCode()).isNotEqualTo(state.withCell(0, 9).hashCode());
        assertThat(state)
                .isNotEqualTo(state.withCell(1, 7))
                .isNotEqualTo(state.withStay(new Stay("b", 1, 2)))
                .isNotEqualTo(YearState.of(layout.fingerprint(), new long[] {1, 2, 3}, stay, 5))
                .isNotEqualTo(YearState.of("another", new long[] {1, 2, 3}, stay, 4))
                .isNotEqualTo(null)
                .hasToString("YearState[1, 2, 3] " + stay);
        assertThat(state.misfit(layout)).isNull();
        assertThat(YearState.of(layout.fingerprint(), new long[] {1, 2}, stay, 4)
                        .misfit(layout))
                .isNotNull();
        assertThat(YearState.of("another", new long[] {1, 2, 3}, stay, 4).misfit(layout))
                .isNotNull();
    }
}
