package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongchou.benefit.policy.RoundTo;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.Rounding;

/** Curves and rounding against trying every fen. */
class CurveTest {
    private static final int CURVES = 400;
    private static final int END = 600;

    private static Curve.Bands bands(Random random) {
        long first = 1L + random.nextInt(200);
        long second = first + 1 + random.nextInt(200);
        return new Curve.Bands(
                new long[] {first, second, Long.MAX_VALUE}, new long[] {ratio(random), ratio(random), ratio(random)});
    }

    private static long ratio(Random random) {
        return random.nextInt(4) == 0 ? random.nextInt(2) * Exact.ONE : (long) random.nextInt(100) * 1_000_000;
    }

    /** Fen by fen, as the definition says. */
    private static long slow(Curve.Bands bands, boolean whole, long start, long line, long origin, long x) {
        long sum = 0;
        for (long fen = start + 1; fen <= x && x > line; fen++) {
            sum += bands.at(whole ? x - origin : fen - origin);
        }
        return sum;
    }

    private enum Form {
        BILL,
        YEAR,
        YEAR_WHOLE
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void paysAndReachesAsTryingEveryFenDoes(Form form) {
        Random random = new Random(5);
        for (int i = 0; i < CURVES; i++) {
            Curve.Bands bands = bands(random);
            boolean whole = random.nextBoolean();
            boolean after = random.nextBoolean();
            long line = random.nextInt(300);
            Curve curve = form == Form.BILL
                    ? Curve.ofBill(bands, whole, line)
                    : Curve.ofYear(bands, whole, line, form == Form.YEAR_WHOLE, after);
            long start = form == Form.YEAR ? line : 0;
            long none = form == Form.BILL ? 0 : line;
            long origin = form == Form.BILL ? -line : form == Form.YEAR && after ? line : 0;
            long first = random.nextInt(END / 2);
            long target = 1L + (long) random.nextInt(400) * random.nextInt(99_999_999);
            long reached = Curve.NEVER;
            for (long x = END; x >= first; x--) {
                long slow = slow(bands, whole, start, none, origin, x);
                assertThat(curve.at(x)).isEqualTo(slow);
                reached = slow >= target ? x : reached;
            }
            long found = curve.reaches(first, target);
            assertThat(found > END ? Curve.NEVER : found).as("curve " + i).isEqualTo(reached);
        }
    }

    @ParameterizedTest
    @EnumSource(RoundTo.Step.class)
    void roundsAndFindsTheLeastThatIsRoundedSo(RoundTo.Step step) {
        Random random = new Random(7);
        for (Rounding mode : new Rounding[] {Rounding.HALF_UP, Rounding.TRUNCATE, Rounding.RAISE}) {
            RoundTo to = new RoundTo(step, mode);
            for (int i = 0; i < CURVES; i++) {
                long scaled = Math.abs(random.nextLong() % 1_000_000_000_000_000L);
                java.math.BigDecimal unit = java.math.BigDecimal.valueOf(step.fen() * Exact.ONE);
                long slow = java.math.BigDecimal.valueOf(scaled)
                                .divide(unit, 0, mode.mode())
                                .longValueExact()
                        * step.fen();
                assertThat(Exact.round(scaled, to)).isEqualTo(slow);
                long fen = 1L + random.nextInt(1_000_000);
                long least = Exact.least(fen, to);
                assertThat(Exact.round(least, to)).isGreaterThanOrEqualTo(fen);
                assertThat(Exact.round(least - 1, to)).isLessThan(fen);
            }
        }
    }

    @org.junit.jupiter.api.Test
    void printsYuanAsMoneyDoes() {
        Random random = new Random(9);
        for (int i = 0; i < CURVES; i++) {
            long fen = random.nextLong() >> (8 + random.nextInt(52));
            assertThat(Narrator.yuan(fen)).isEqualTo(Money.ofFen(fen).print(MoneyUnit.YUAN, 2));
        }
    }

    @org.junit.jupiter.api.Test
    void nothingIsReachedAtOnceAndWhatIsNotPaidNever() {
        Curve.Bands none = new Curve.Bands(new long[] {Long.MAX_VALUE}, new long[] {0});
        assertThat(Curve.ofYear(none, false, 100, false, true).reaches(5, 1)).isEqualTo(Curve.NEVER);
        assertThat(Curve.ofBill(none, false, 7).reaches(0, 1)).isEqualTo(Curve.NEVER);
        assertThat(Curve.ofYear(none, false, 100, false, false).reaches(5, 0)).isEqualTo(5);
    }
}
