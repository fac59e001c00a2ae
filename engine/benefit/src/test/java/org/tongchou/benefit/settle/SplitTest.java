package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.money.Money;

/** How lines are split, by hand. */
class SplitTest {
    private static TestPack pack(String split) {
        return new TestPack()
                .param("b", "比例", "10%")
                .valued("x", "比例", "rules: [ { when: { filing: unfiled }, is: 20% } ]")
                .param("r", "比例", "50%")
                .tier("pool", "fund: pool, basic: true, ratio: r")
                .plan("all", "when: {}, split: " + split + ", tiers: [pool]");
    }

    private static Settlement settle(TestPack pack, String filing, Line... lines) {
        Policy policy = pack.policy();
        Bill bill = TestPack.bill("1")
                .place("in_province", filing)
                .lines(List.of(lines))
                .build();
        return BenefitEngine.settleAndExplain(policy, TestPack.person(), TestPack.start(policy), bill)
                .getSettlement();
    }

    private static void parts(Settlement settlement, String own, String over, String pre, String first, String scope) {
        assertThat(List.of(
                        settlement.part(Bucket.FULL_OWN),
                        settlement.part(Bucket.OVER_LIMIT),
                        settlement.part(Bucket.PRE_PAY),
                        settlement.part(Bucket.FIRST_PAY),
                        settlement.part(Bucket.SCOPE)))
                .containsExactly(
                        Money.yuan(own), Money.yuan(over), Money.yuan(pre), Money.yuan(first), Money.yuan(scope));
    }

    @Test
    void splitsByClass() {
        Settlement settlement = settle(
                pack("{ class_b: b }"),
                "none",
                Line.of("C", Money.yuan("3000")),
                Line.of("B", Money.yuan("4000")),
                Line.of("A", Money.yuan("18000")));
        parts(settlement, "3000", "0", "400", "0", "21600");
        assertThat(settlement.line(1).scope()).isEqualTo(Money.yuan("3600"));
    }

    @Test
    void usesTheLinesOwnShareAndPriceLimit() {
        Settlement settlement = settle(
                pack("{ class_b: b }"),
                "none",
                Line.of("", "A", "60", "15").withLimit("50"),
                Line.of("", "B", "33.335", "3").withShare("0.3"),
                Line.of("", "A", "5", "2").withLimit("8").withShare("0.05"));
        // 100.01 (100.005 rounded) × 30% = 30.003
        parts(settlement, "0", "150", "30.50", "0", "829.51");
    }

    @ParameterizedTest
    @CsvSource({"false, 0, 0", "false, 1, 0", "false, 2, 100", "true, 0, 100", "true, 1, 0", "true, 2, 100"})
    void readsRestrictionAndApproval(boolean restricted, int approval, String own) {
        Settlement settlement = settle(
                pack("{ class_b: b }"), "none", Line.of("A", Money.yuan("100")).withMarks(restricted, approval));
        assertThat(settlement.part(Bucket.FULL_OWN)).isEqualTo(Money.yuan(own));
    }

    @Test
    void takesTheShareOutOfTheRegionAfterOrBeforeThatOfClassB() {
        Line a = Line.of("A", Money.yuan("1000"));
        Line b = Line.of("B", Money.yuan("500"));
        // 500 × 10% = 50; (1500 − 50) × 20% = 290
        Settlement after = settle(pack("{ class_b: b, first: x }"), "unfiled", a, b);
        parts(after, "0", "0", "50", "290", "1160");
        assertThat(after.line(0).scope()).isEqualTo(Money.yuan("800"));
        assertThat(after.line(1).scope()).isEqualTo(Money.yuan("360"));
        // 1500 × 20% = 300; (500 − 100) × 10% = 40
        parts(
                settle(pack("{ class_b: b, first: x, first_order: before_class_b }"), "unfiled", a, b),
                "0",
                "0",
                "40",
                "300",
                "1160");
        parts(settle(pack("{ class_b: b, first: x }"), "referred", a, b), "0", "0", "50", "0", "1450");
    }

    @Test
    void spreadsTheShareSoThatTheLinesAddUp() {
        Line cent = Line.of("A", Money.ofFen(1));
        Settlement settlement = settle(pack("{ first: x }"), "unfiled", cent, cent, cent, cent, cent);
        parts(settlement, "0", "0", "0", "0.01", "0.04");
        // 0.2, 0.4, 0.6 of a fen: the third line brings it over the half.
        assertThat(settlement.line(2).first()).isEqualTo(Money.ofFen(1));
    }

    @Test
    void countsRefundsWithTheirLine() {
        Settlement settlement = settle(
                pack("{ class_b: b }"),
                "none",
                Line.of("drug", "B", "38.62", "420"),
                Line.of("back", "B", "38.62", "-20").withRefunds("drug"),
                Line.of("again", "B", "38.62", "-400").withRefunds("drug"),
                Line.of("A", Money.yuan("10")));
        parts(settlement, "0", "0", "0", "0", "10");
        assertThat(settlement.total()).isEqualTo(Money.yuan("10"));
        assertThat(settlement.line(1).amount()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"drg, true, 3100, 1550", "item, true, 5100, 2550", "'', true, 5100, 2550", "drg, false, 5100, 2550"})
    void takesAPackagePriceForTheLines(String mode, boolean allowed, String total, String pool) {
        Policy policy = pack("{ class_b: b, package: " + allowed + " }").policy();
        Bill bill = TestPack.bill("1")
                .paymentMode(mode)
                .packagePrice(Money.yuan("3000"))
                .line("A", "5000")
                .lines(List.of(Line.of("A", Money.yuan("100")).withOutside()))
                .build();
        Settlement settlement = BenefitEngine.settle(policy, TestPack.person(), TestPack.start(policy), bill)
                .getSettlement();
        assertThat(settlement.total()).isEqualTo(Money.yuan(total));
        assertThat(settlement.fundSum()).isEqualTo(Money.yuan(pool));
    }

    @Test
    void tellsTheSplitOfEveryLine() {
        // 1,000 less 50 over the limit, 20% of 950; 10% of 500, 20% of 450; what costs nothing is not told
        Settlement settlement = settle(
                pack("{ class_b: b, first: x }"),
                "unfiled",
                Line.of("", "A", "100", "10").withLimit("95"),
                Line.of("", "A", "0", "1"),
                Line.of("", "B", "500", "1"));
        assertThat(settlement.explanation().orElseThrow().steps(Step.Kind.LINE))
                .extracting(Step::formula)
                .containsExactly(
                        "1,000.00 − 超限价 50.00 − 异地先行自付 190.00 = 760.00", "500.00 − 先行自付 50.00 − 异地先行自付 90.00 = 360.00");
        Settlement own = settle(pack("{ class_b: b }"), "none", Line.of("C", Money.yuan("10")));
        assertThat(own.explanation().orElseThrow().steps(Step.Kind.PART))
                .extracting(step -> step.subject() + " " + step.amount())
                .containsExactly("full_own 1000", "scope 0");
    }

    @Test
    void countsWhatIsLeftOfALineAgainstItsPriceLimit() {
        // 6 of 10 pieces are left, each 10 over the limit
        Settlement settlement = settle(
                pack("{ class_b: b }"),
                "none",
                Line.of("drug", "A", "60", "10").withLimit("50"),
                Line.of("", "A", "60", "-4").withRefunds("drug"));
        parts(settlement, "0", "60", "0", "0", "300");
    }

    @ParameterizedTest
    @CsvSource({"33", "65", "1000"})
    void splitsAnyNumberOfLines(int count) {
        Settlement settlement = settle(
                pack("{ class_b: b }"),
                "none",
                java.util.Collections.nCopies(count, Line.of("B", Money.yuan("10")))
                        .toArray(Line[]::new));
        parts(settlement, "0", "0", String.valueOf(count), "0", String.valueOf(9 * count));
        assertThat(settlement.line(count - 1).pre()).isEqualTo(Money.yuan("1"));
    }
}
